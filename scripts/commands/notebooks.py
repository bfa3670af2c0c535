"""Execute notebooks and store their outputs, or with --check execute copies of them."""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts import clock, jobs, notebooks, paths, proof

CELL_SECONDS = 240
# By its path, not imported: what it needs is there in the environments of the frameworks alone.
WORKER = paths.ROOT / "scripts" / "notebook_worker.py"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("names", nargs="*", metavar="id", help="the notebooks; all if left out")
    parser.add_argument("--check", action="store_true", help="store nothing; fail where a cell fails")
    jobs.add_argument(parser, "notebooks checked")
    parser.add_argument("--root", type=Path, default=paths.ROOT, help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Execute each notebook in its own process. 1 if a cell fails; then that notebook stays as it was."""
    folder = options.root / paths.DOCS / notebooks.FOLDER
    known = sorted(file.stem for file in folder.glob("*.ipynb"))
    unknown = [name for name in options.names if name not in known]
    if unknown:
        print(f"no such notebook: {', '.join(unknown)}; known are {', '.join(known)}", file=sys.stderr)
        return 2
    failed = 0
    chosen = options.names or known
    # What is stored may show times, so it is executed alone.
    at_once = options.jobs if options.check else 1
    for name, result in jobs.in_order(
        chosen, lambda name: execute(folder / f"{name}.ipynb", options.check), at_once
    ):
        fault, seconds = result()
        if fault:
            failed += 1
            path = f"docs/{notebooks.FOLDER}/{name}.ipynb"
            print(f"{path}:1: {fault}; correct the notebook [notebook-record]", file=sys.stderr)
            continue
        said = "runs from top to bottom" if options.check else "executed and stored"
        print(f"{name}: {said} ({seconds:.0f} s)", flush=True)
    passed = len(chosen) - failed
    print(f"notebooks: {passed} passed, {failed} failed")
    return 1 if failed else 0


def execute(file: Path, check: bool) -> str:
    """Execute one notebook. Returns what failed, empty if nothing did."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / file.name
        shutil.copyfile(file, copy)
        command = [
            str(proof.interpreter("frameworks")), str(WORKER), str(copy),
            clock.today().isoformat(), str(CELL_SECONDS),
        ]  # fmt: skip
        settings = proof.settings(folder)
        done = subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, check=False)
        if done.returncode:
            lines = done.stderr.strip().splitlines() or ["nothing on standard error"]
            return next((line for line in lines if line.startswith("cell ")), lines[-1])
        if not check:
            # Whole or not at all: a stop in between leaves the old file.
            target = file.with_suffix(".new")
            shutil.copyfile(copy, target)
            target.replace(file)
    return ""
