"""Dates in words, and a clock that can be given."""

import datetime

import pytest

from scripts import dates


def test_the_clock_is_given_to_a_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert dates.today() == datetime.date(1970, 1, 1)


def test_without_it_the_day_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = datetime.datetime.now(datetime.UTC).date()
    found = (dates.today(), dates.current(), dates.latest())
    after = datetime.datetime.now(datetime.UTC).date()
    assert before <= found[0] <= after  # midnight may pass meanwhile
    assert before <= found[1] <= after
    # Somewhere on earth it is tomorrow at most.
    assert before <= found[2] <= after + datetime.timedelta(days=1)


def test_the_real_time_is_that_of_the_clock() -> None:
    before = datetime.datetime.now(datetime.UTC)
    assert before <= dates.now() <= datetime.datetime.now(datetime.UTC)


@pytest.mark.parametrize(
    ("epoch", "time", "day"),
    [
        ("2026-11-22T00:00", "2026-11-27T09:59", "2026-11-27"),  # the real day is later than the commit's
        ("2026-11-22T00:00", "2026-11-27T10:00", "2026-11-28"),  # which has begun on Kiritimati
        ("2099-01-01T00:00", "2026-11-27T09:59", "2099-01-01"),
    ],
)
def test_the_latest_day_is_the_later_one_of_both_clocks(
    monkeypatch: pytest.MonkeyPatch, epoch: str, time: str, day: str
) -> None:
    real, build = (datetime.datetime.fromisoformat(f"{moment}+00:00") for moment in (time, epoch))
    monkeypatch.setattr("scripts.dates.now", lambda: real)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(build.timestamp())))
    assert dates.latest().isoformat() == day
    assert dates.current() == max(build.date(), real.date())
    assert dates.today() == build.date()


@pytest.mark.parametrize(
    ("dated", "words"),
    [
        ("undated", "undated"),
        ("2026", "2026"),
        ("2026-03", "March 2026"),
        ("2026-12", "December 2026"),
        ("2026-03-01", "1 March 2026"),
    ],
)
def test_a_sources_date_in_words_and_back(dated: str, words: str) -> None:
    assert dates.source_date_in_words(dated) == words
    assert dates.source_date(words) == dated


def test_a_day_and_a_month_in_words() -> None:
    assert dates.in_words(datetime.date(2026, 3, 5)) == "5 March 2026"
    assert dates.month_in_words(datetime.date(2026, 3, 5)) == "March 2026"


def test_a_short_month_is_the_same_date() -> None:
    assert dates.source_date("1 Mar 2026") == "2026-03-01"
    assert dates.source_date("31 February 2026") == "31 February 2026"
