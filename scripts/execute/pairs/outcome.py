"""Runs both sides of each pair in its own process; records the result or compares it with the record."""

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from scripts.content import pair_files, pair_record
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.execute.pairs import compare, drift, notebook
from scripts.execute.pairs import side as processes
from scripts.execute.pairs.observed import Answer
from scripts.model.pair import SIDES, Pair, Side
from scripts.model.result import Result
from scripts.problem import Problem


@dataclass(frozen=True)
class Outcome:
    """The outcome of one pair: its result or its problems, and the seconds that its processes took."""

    page: Page
    pair: Pair
    result: Result | None
    problems: list[Problem]
    seconds: float
    printed: dict[Side, str]


def outcomes(
    read: Content,
    chosen: Mapping[str, tuple[Page, Pair]],
    sides: Sequence[Side],
    jobs: int,
    time_limit: float,
) -> Iterable[Outcome]:
    """Run the sides of the chosen pairs; yield each pair when it is done, in their order.

    At most `jobs` processes run at a time, each for at most `time_limit` seconds. Both sides of a pair are
    compared; one side alone has no result.
    """
    with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
        runs = {
            (name, side): pool.submit(_side, pair_files.folder_of(read.docs, name), pair, side, time_limit)
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
            elif len(sides) < len(SIDES):
                problems = [
                    fault for side in sides for fault in compare.side_faults(page, pair, side, answers[side])
                ]
                yield Outcome(page, pair, None, problems, seconds, printed)
            else:
                folder = pair_files.folder_of(read.docs, name)
                result, problems = compare.compare(page, pair, folder, answers)
                yield Outcome(page, pair, result, problems, seconds, printed)


def _side(folder: Path, pair: Pair, side: Side, time_limit: float) -> Answer:
    if pair_files.missing(folder):
        return Answer("", (), {}, {}, 0.0)
    return processes.side(folder, pair, side, time_limit)


def _missing(read: Content, page: Page) -> list[Problem]:
    return [
        Problem(page.path, 1, f"{name} is missing beside it", "write it", compare.RULE)
        for name in pair_files.missing(pair_files.folder_of(read.docs, page.id))
    ]


def settle(read: Content, outcome: Outcome, check: bool) -> list[Problem]:
    """Write the result and the notebook; or say how the result differs from what is recorded."""
    page, pair, result = outcome.page, outcome.pair, outcome.result
    if result is None:
        return []
    if not check:
        pair_record.write(read.docs, page.id, result)
        notebook.write(read.docs, page)
        return []
    recorded = pair_record.read(read.docs, page.id)
    remedy = f"run `python -m scripts run {page.id}` and read the difference"
    path = f"{page.path.rpartition('/')[0]}/{pair_files.RECORD}"
    if recorded is None:
        return [Problem(path, 1, "there is no record of a run", remedy, compare.RULE)]
    return [
        Problem(path, 1, difference, remedy, compare.RULE)
        for difference in drift.differences(recorded, result, pair)
    ]
