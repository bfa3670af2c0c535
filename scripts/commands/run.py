"""Run example pairs: compare both sides, and record the result, or with --check compare it."""

import argparse
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from scripts import content, jobs, paths
from scripts.content import Content, Page
from scripts.model.pair import GROUPS, SIDES, Pair, Side
from scripts.model.result import Result
from scripts.pairs import files, judge, notebook, record
from scripts.pairs import run as processes
from scripts.pairs.answer import Answer
from scripts.problem import Problem


@dataclass(frozen=True)
class Outcome:
    """What came of one pair: its result or the faults, and the seconds that its processes took."""

    page: Page
    pair: Pair
    result: Result | None
    problems: list[Problem]
    seconds: float
    printed: dict[Side, str]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("names", nargs="*", metavar="id", help="pairs or groups to run; all if left out")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the result differs")
    parser.add_argument("--only", choices=list(SIDES), help="run one side and show what it prints")
    jobs.add_argument(parser, "processes")
    parser.add_argument("--root", type=Path, default=paths.ROOT, help=argparse.SUPPRESS)
    parser.add_argument("--time-limit", type=float, default=processes.TIME_LIMIT, help="seconds for one side")


def run(options: argparse.Namespace) -> int:
    """Run the pairs that are asked for. 1 if one fails or, with --check, differs from its record."""
    read, problems = content.read(options.root)
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
    for outcome in _outcomes(read, able, sides, options):
        if options.only:
            failed += bool(outcome.problems)
            _show(outcome, sides)
            continue
        found = outcome.problems or _settle(read, outcome, options.check)
        failed += bool(found)
        for problem in found:
            print(problem, file=sys.stderr)
        if not found and outcome.result:
            said = "as recorded" if options.check else "recorded"
            print(
                f"{outcome.page.id}: equal to {outcome.result.greatest:.1e}, {said} "
                f"({outcome.seconds:.1f} s)",
                flush=True,
            )
    passed = len(able) + len(broken) - failed
    print(f"pairs: {passed} passed, {failed} failed, {time.monotonic() - start:.0f} s")
    return 1 if failed else 0


def _outcomes(
    read: Content, chosen: dict[str, tuple[Page, Pair]], sides: list[Side], options: argparse.Namespace
) -> Iterable[Outcome]:
    """Run all sides, some at the same time; yield each pair when it is done, in their order."""
    with ThreadPoolExecutor(max_workers=max(1, options.jobs)) as pool:
        runs = {
            (name, side): pool.submit(_side, files.folder_of(read.docs, name), pair, side, options.time_limit)
            for name, (_, pair) in chosen.items()
            for side in sides
        }
        for name, (page, pair) in chosen.items():
            missing = _missing(read, page)
            answers = {side: runs[name, side].result() for side in sides}
            seconds = sum(answer.seconds for answer in answers.values())
            printed = {side: answer.printed + answer.mistake_printed for side, answer in answers.items()}
            if missing:
                yield Outcome(page, pair, None, missing, seconds, printed)
            elif options.only:
                found = [
                    fault for side in sides for fault in judge.side_faults(page, pair, side, answers[side])
                ]
                yield Outcome(page, pair, None, found, seconds, printed)
            else:
                folder = files.folder_of(read.docs, name)
                result, found = judge.judge(page, pair, folder, answers)
                yield Outcome(page, pair, result, found, seconds, printed)


def _side(folder: Path, pair: Pair, side: Side, time_limit: float) -> Answer:
    if files.missing(folder):
        return Answer("", (), {}, {}, 0.0)
    return processes.side(folder, pair, side, time_limit)


def _missing(read: Content, page: Page) -> list[Problem]:
    return [
        Problem(page.path, 1, f"{name} is missing beside it", "write it", judge.RULE)
        for name in files.missing(files.folder_of(read.docs, page.id))
    ]


def _settle(read: Content, outcome: Outcome, check: bool) -> list[Problem]:
    """Write the result and the notebook; or say how the result differs from what is recorded."""
    page, pair, result = outcome.page, outcome.pair, outcome.result
    if result is None:
        return []
    if not check:
        record.write(read.docs, page.id, result)
        notebook.write(read.docs, page)
        return []
    old = record.read(read.docs, page.id)
    remedy = f"run `python -m scripts run {page.id}` and read the difference"
    path = f"{page.path.rpartition('/')[0]}/{files.RECORD}"
    if old is None:
        return [Problem(path, 1, "there is no record of a run", remedy, judge.RULE)]
    return [
        Problem(path, 1, difference, remedy, judge.RULE)
        for difference in record.differences(old, result, pair)
    ]


def _show(outcome: Outcome, sides: list[Side]) -> None:
    for side in sides:
        print(f"--- {outcome.page.id} with {SIDES[side]} ({outcome.seconds:.1f} s)")
        print(outcome.printed[side], end="")
    for problem in outcome.problems:
        print(problem, file=sys.stderr)
