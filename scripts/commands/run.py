"""Run example pairs: compare both sides, and record the result, or with --check compare it."""

import argparse
import sys
import time
from pathlib import Path

from scripts import paths
from scripts.content import pair_files, reader
from scripts.content.page import Page
from scripts.content.revision import RevisionError
from scripts.content.tree import Content
from scripts.execute import confined, jobs, notebooks
from scripts.execute.pairs import chosen, compare, outcome
from scripts.execute.pairs import side as processes
from scripts.execute.pairs.outcome import Outcome
from scripts.model.pair import GROUPS, SIDES, Pair, Side


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("names", nargs="*", metavar="id", help="pairs or groups to run; all if left out")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the result differs")
    parser.add_argument(
        "--notebooks", action="store_true", help="run the notebooks of the pairs, not the pairs"
    )
    parser.add_argument(
        "--tenth", metavar="COMMIT", help="with --notebooks: those touched, and a tenth chosen by the commit"
    )
    parser.add_argument("--since", default="HEAD~1", help="with --tenth: touched since this revision")
    parser.add_argument("--only", choices=list(SIDES), help="run one side and show what it prints")
    jobs.add_argument(parser, "processes")
    parser.add_argument("--root", type=Path, default=paths.ROOT, help=argparse.SUPPRESS)
    parser.add_argument("--time-limit", type=float, default=processes.TIME_LIMIT, help="seconds for one side")


def run(options: argparse.Namespace) -> int:
    """Run the selected pairs. Returns 1 if one fails or, with --check, differs from its record."""
    if fault := confined.unable():
        print(fault, file=sys.stderr)
        return 2
    read, problems = reader.read(options.root)
    broken = [problem for problem in problems if problem.path.startswith("docs/examples/")]
    for problem in broken:
        print(problem, file=sys.stderr)
    known = {page.id: (page, pair) for page, pair in read.pairs}
    unknown = [name for name in options.names if name not in known and name not in GROUPS]
    if unknown:
        print(f"no such pair or group: {', '.join(unknown)}; known are {', '.join(known)}", file=sys.stderr)
        return 2
    pairs = {
        name: entry for name, entry in known.items()
        if not options.names or name in options.names or entry[1].group in options.names
    }  # fmt: skip
    if options.notebooks:
        return _notebooks(read, pairs, options) or len(broken)
    start = time.monotonic()
    sides: list[Side] = [options.only] if options.only else list(SIDES)
    able = {name: entry for name, entry in pairs.items() if not entry[1].needs_gpu}
    for name in pairs.keys() - able.keys():
        print(f"{name}: needs a GPU, so it is not run here and does not count as proven")
    for environment in sorted({pair.environment(side) for _, pair in able.values() for side in sides}):
        processes.ensure_environment(environment)
    failed = len(broken)
    for done in outcome.outcomes(read, able, sides, options.jobs, options.time_limit):
        if options.only:
            failed += bool(done.problems)
            _show(done, sides)
            continue
        problems = done.problems or outcome.settle(read, done, options.check)
        failed += bool(problems)
        for problem in problems:
            print(problem, file=sys.stderr)
        if not problems and done.result:
            said = "as recorded" if options.check else "recorded"
            print(
                f"{done.page.id}: equal to {done.result.greatest:.1e}, {said} ({done.seconds:.1f} s)",
                flush=True,
            )
    passed = len(able) + len(broken) - failed
    print(f"pairs: {passed} passed, {failed} failed, {time.monotonic() - start:.0f} s")
    return 1 if failed else 0


def _notebooks(read: Content, pairs: dict[str, tuple[Page, Pair]], options: argparse.Namespace) -> int:
    """Run the notebooks of pairs from top to bottom, as a reader does. Returns 1 if a cell fails."""
    able = [name for name, (_, pair) in pairs.items() if not pair.needs_gpu and pair.no_notebook is None]
    for name in pairs.keys() - set(able):
        print(f"{name}: offers no notebook")
    if options.tenth:
        some = chosen.tenth(able, options.tenth)
        try:
            some |= chosen.touched(read, able, options.since)
        except RevisionError as error:
            print(error, file=sys.stderr)  # a checkout without history: the tenth is run all the same
        able = [name for name in able if name in some]
    processes.ensure_environment("frameworks")
    failed = 0
    for name, result in jobs.in_order(
        able,
        lambda name: notebooks.execute(pair_files.notebook_of(read.docs, name), check=True),
        options.jobs,
    ):
        fault, seconds = result()
        if fault:
            failed += 1
            path = f"{paths.DOCS}/{pair_files.FOLDER}/{name}/{name}.ipynb"
            remedy = "correct the programs, or say in `no_notebook` why it cannot run"
            print(f"{path}:1: {fault}; {remedy} [{compare.RULE}]", file=sys.stderr)
            continue
        print(f"{name}: its notebook runs from top to bottom ({seconds:.1f} s)", flush=True)
    print(f"notebooks of pairs: {len(able) - failed} passed, {failed} failed")
    return 1 if failed else 0


def _show(done: Outcome, sides: list[Side]) -> None:
    for side in sides:
        print(f"--- {done.page.id} with {SIDES[side]} ({done.seconds:.1f} s)")
        print(done.printed[side], end="")
    for problem in done.problems:
        print(problem, file=sys.stderr)
