"""Execute notebooks and store their outputs, or with --check execute copies of them."""

import argparse
import sys
from pathlib import Path

from scripts import paths
from scripts.content import notebook_file
from scripts.execute import confined, environment, jobs, notebooks


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("names", nargs="*", metavar="id", help="the notebooks; all if left out")
    parser.add_argument("--check", action="store_true", help="store nothing; fail where a cell fails")
    jobs.add_argument(parser, "notebooks checked")
    parser.add_argument("--root", type=Path, default=paths.ROOT, help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Execute each notebook in its own process. Returns 1 if a cell fails; it then stays as it was."""
    if fault := confined.unable():
        print(fault, file=sys.stderr)
        return 2
    folder = options.root / paths.DOCS / notebook_file.FOLDER
    known = sorted(file.stem for file in folder.glob("*.ipynb"))
    unknown = [name for name in options.names if name not in known]
    if unknown:
        print(f"no such notebook: {', '.join(unknown)}; known are {', '.join(known)}", file=sys.stderr)
        return 2
    try:
        environment.interpreter("frameworks")
    except environment.ProgramError as error:
        print(error, file=sys.stderr)
        return 2
    failed = 0
    chosen = options.names or known
    # What is stored may show times, so it is executed alone.
    at_once = options.jobs if options.check else 1
    for name, result in jobs.in_order(
        chosen, lambda name: notebooks.execute(folder / f"{name}.ipynb", options.check), at_once
    ):
        fault, seconds = result()
        if fault:
            failed += 1
            path = f"docs/{notebook_file.FOLDER}/{name}.ipynb"
            print(f"{path}:1: {fault}; correct the notebook [notebook-record]", file=sys.stderr)
            continue
        said = "runs from top to bottom" if options.check else "executed and stored"
        print(f"{name}: {said} ({seconds:.0f} s)", flush=True)
    passed = len(chosen) - failed
    print(f"notebooks: {passed} passed, {failed} failed")
    return 1 if failed else 0
