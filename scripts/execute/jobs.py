"""Run jobs with bounded concurrency; yield results in input order."""

import argparse
import os
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

Done = TypeVar("Done")


def add_argument(parser: argparse.ArgumentParser, what: str) -> None:
    """Declare `--jobs`: how many of `what` are at work at the same time.

    By default one more than there are cores: a program that starts reads its libraries from the disk.
    """
    parser.add_argument(
        "--jobs", type=int, default=(os.cpu_count() or 1) + 1, help=f"{what} at the same time"
    )


def in_order(
    names: Iterable[str], work: Callable[[str], Done], jobs: int
) -> Iterator[tuple[str, Callable[[], tuple[Done, float]]]]:
    """Do `work` on each name, at most `jobs` at a time (1 if less), and yield them in their order.

    Each comes with a function that waits for what was done and its seconds; it raises what the work raised.
    """
    with ThreadPoolExecutor(max_workers=max(1, jobs)) as pool:
        waiting = {name: pool.submit(_timed, work, name) for name in names}
        for name, future in waiting.items():
            yield name, future.result


def _timed(work: Callable[[str], Done], name: str) -> tuple[Done, float]:
    start = time.monotonic()
    return work(name), time.monotonic() - start
