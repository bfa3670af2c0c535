"""The day it is. A build's clock is given to it, so that two builds of one commit are the same."""

import datetime
import os


def today() -> datetime.date:
    """The day of SOURCE_DATE_EPOCH (seconds, UTC) if it is set, else today in UTC."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.datetime.now(datetime.UTC).date()


def in_words(day: datetime.date) -> str:
    """22 November 2026."""
    return f"{day.day} {day:%B %Y}"


def source_date_in_words(dated: str) -> str:
    """A source's own date (`2026`, `2026-03`, `2026-03-11` or `undated`) in words."""
    parts = [int(part) for part in dated.split("-")] if dated != "undated" else []
    match len(parts):
        case 0:
            return "undated"
        case 1:
            return dated
        case 2:
            return f"{datetime.date(parts[0], parts[1], 1):%B %Y}"
        case _:
            return in_words(datetime.date(*parts))
