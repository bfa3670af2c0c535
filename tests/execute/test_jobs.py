"""Jobs that are run some at a time: which run together, and what each yields."""

import argparse
import os
import threading
import time

import pytest

from scripts.execute import jobs


@pytest.mark.parametrize(("asked", "together"), [(1, 1), (2, 2), (3, 3), (0, 1), (-1, 1)])
def test_so_many_run_at_the_same_time(asked: int, together: int) -> None:
    """No job ends before as many as are allowed have begun, and one more would be counted."""
    lock, met = threading.Lock(), threading.Barrier(together)
    running, most = 0, 0

    def work(name: str) -> str:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        met.wait(timeout=60)
        with lock:
            running -= 1
        return name.upper()

    found = [(name, result()[0]) for name, result in jobs.in_order("abcdef", work, asked)]
    assert found == [(name, name.upper()) for name in "abcdef"]
    assert most == together


def test_each_job_tells_its_own_seconds_in_the_order_that_was_given() -> None:
    ended = threading.Event()

    def work(name: str) -> str:
        if name == "slow":
            assert ended.wait(timeout=60)
            time.sleep(0.3)
        else:
            ended.set()
        return name

    done = [(name, *result()) for name, result in jobs.in_order(["slow", "fast"], work, 2)]
    assert [(name, value) for name, value, _ in done] == [("slow", "slow"), ("fast", "fast")]
    assert done[0][2] >= 0.3
    assert done[1][2] < done[0][2]


def test_what_a_job_raises_is_raised_where_it_is_asked_for() -> None:
    def work(name: str) -> float:
        return 1 / int(name)

    (_, first), (_, second) = jobs.in_order(["0", "1"], work, 1)
    with pytest.raises(ZeroDivisionError):
        first()
    assert second()[0] == 1


@pytest.mark.parametrize(("cores", "jobs_by_default"), [(4, 5), (1, 2), (None, 2)])
def test_by_default_there_is_one_job_more_than_cores(
    monkeypatch: pytest.MonkeyPatch, cores: int | None, jobs_by_default: int
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    parser = argparse.ArgumentParser()
    jobs.add_argument(parser, "programs")
    assert parser.parse_args([]).jobs == jobs_by_default
    assert parser.parse_args(["--jobs", "7"]).jobs == 7
    assert "programs at the same time" in parser.format_help()
