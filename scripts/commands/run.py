"""Run example pairs: compare both sides, and record the result, or with --check compare it."""

import argparse
import sys
import time
from pathlib import Path

from scripts import paths
from scripts.content import reader
from scripts.execute import confined, jobs
from scripts.execute.pairs import outcome
from scripts.execute.pairs import side as processes
from scripts.execute.pairs.outcome import Outcome
from scripts.model.pair import GROUPS, SIDES, Side


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("names", nargs="*", metavar="id", help="pairs or groups to run; all if left out")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the result differs")
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
    chosen = {
        name: entry for name, entry in known.items()
        if not options.names or name in options.names or entry[1].group in options.names
    }  # fmt: skip
    start = time.monotonic()
    sides: list[Side] = [options.only] if options.only else list(SIDES)
    able = {name: entry for name, entry in chosen.items() if not entry[1].needs_gpu}
    for name in chosen.keys() - able.keys():
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


def _show(done: Outcome, sides: list[Side]) -> None:
    for side in sides:
        print(f"--- {done.page.id} with {SIDES[side]} ({done.seconds:.1f} s)")
        print(done.printed[side], end="")
    for problem in done.problems:
        print(problem, file=sys.stderr)
