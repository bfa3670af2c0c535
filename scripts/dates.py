"""Today's date. A build takes its clock from outside, so that two builds of one commit are identical.

What a page shows comes from the build's clock (`today`); what a person writes, and what is due, is judged by
the real one (`latest`, `current`), as the build's may be that of a commit of last week.
"""

import datetime
import os

# Where a day begins first; somebody there may already write the date of tomorrow.
_EARLIEST = datetime.timezone(datetime.timedelta(hours=14))


def now() -> datetime.datetime:
    """The real time, in UTC."""
    return datetime.datetime.now(datetime.UTC)


def today() -> datetime.date:
    """The build's day: that of SOURCE_DATE_EPOCH (seconds, UTC) if it is set, else today in UTC."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return now().date()


def current() -> datetime.date:
    """Today in UTC, which decides what is due; the build's day if that is later."""
    return max(today(), now().date())


def latest() -> datetime.date:
    """The latest date that is today anywhere on earth; the build's day if that is later still."""
    return max(today(), now().astimezone(_EARLIEST).date())


def in_words(day: datetime.date) -> str:
    """22 November 2026."""
    return f"{day.day} {day:%B %Y}"


def month_in_words(day: datetime.date) -> str:
    """November 2026."""
    return f"{day:%B %Y}"


def source_date_in_words(dated: str) -> str:
    """A source's own date (`2026`, `2026-03`, `2026-03-11` or `undated`) in words."""
    parts = [int(part) for part in dated.split("-")] if dated != "undated" else []
    match len(parts):
        case 0:
            return "undated"
        case 1:
            return dated
        case 2:
            return month_in_words(datetime.date(parts[0], parts[1], 1))
        case _:
            return in_words(datetime.date(*parts))


def source_date(words: str) -> str:
    """A source's own date from the words of a footnote, whose month may be short; else as given."""
    for form, dated in (("%d %B %Y", "%Y-%m-%d"), ("%B %Y", "%Y-%m")):
        for written in (form, form.replace("%B", "%b")):
            try:
                return datetime.datetime.strptime(words, written).strftime(dated)
            except ValueError:
                continue
    return words
