"""Dates in words, and a clock that can be given."""

import datetime

import pytest

from scripts import clock


def test_the_clock_is_given_to_a_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert clock.today() == datetime.date(1970, 1, 1)


def test_without_it_the_day_is_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert clock.today() >= datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("dated", "words"),
    [
        ("undated", "undated"),
        ("2026", "2026"),
        ("2026-03", "March 2026"),
        ("2026-03-01", "1 March 2026"),
    ],
)
def test_a_sources_date_in_words(dated: str, words: str) -> None:
    assert clock.source_date_in_words(dated) == words
