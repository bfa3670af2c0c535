"""When each page and each claim must be looked at again: for the check, and for the foot of the page."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from scripts import dates
from scripts.content.page import Page
from scripts.content.tree import ARTICLE, Content

SOON = 14  # days for which the check tells maintainers ahead
LOOK = "look at what it rests on again, and set `checked`"


@dataclass(frozen=True)
class Dates:
    """The day of a check, and the day from which it counts as due for the next one."""

    checked: datetime.date
    by: datetime.date


@dataclass(frozen=True, order=True)
class Entry:
    """A page or a claim: the day from which it is due, where that is written, its title, what to do then."""

    by: datetime.date
    path: str
    line: int
    title: str
    remedy: str


def of(content: Content, page: Page) -> Dates | None:
    """The dates of a page; None if it states nothing that ages, or has not been run yet.

    A pair, a notebook, a family of calls and a message that is produced are checked on the day of their
    recorded run.
    """
    if (meta := page.meta) is None:
        return None
    if record := meta.dated:
        return Dates(record.checked, record.recheck_by)
    if meta.pair:
        result = content.results[page.id]
        return _dates(result.recorded if result else None, meta.pair.recheck_days)
    if meta.notebook:
        return _dates(page.notebook_file.recorded if page.notebook_file else None, meta.notebook.recheck_days)
    if meta.api:
        done = content.api_runs[page.id]
        return _dates(done.recorded if done else None, meta.api.recheck_days)
    if meta.error:
        ran = content.error_runs[page.id]
        return _dates(ran.recorded if ran else meta.error.checked, meta.error.recheck_days)
    return _dates(meta.checked, meta.recheck_days)


def entries(content: Content) -> Iterator[Entry]:
    """Everything with a date by which it must be checked again, whether due or not."""
    for page in content.pages:
        if page.meta and (dates := of(content, page)):
            yield Entry(dates.by, page.path, _line(page), page.meta.title, _remedy(page))
    for claim in content.claims:
        line = content.claim_lines[claim.id]
        yield Entry(claim.recheck_by, f"docs/{ARTICLE}", line, f"the claim “{claim.id}”", LOOK)


def within(content: Content, days: int) -> list[Entry]:
    """What is due now or within some days, the longest due first."""
    last = dates.current() + datetime.timedelta(days=days)
    return sorted(entry for entry in entries(content) if entry.by <= last)


def _dates(checked: datetime.date | None, days: int | None) -> Dates | None:
    if checked is None or days is None:
        return None
    return Dates(checked, checked + datetime.timedelta(days=days))


def _line(page: Page) -> int:
    """The line of the day of the check, or of what stands for it where the record of a run has the day."""
    assert page.meta
    if page.meta.pair or page.meta.notebook or page.meta.error or page.meta.api:
        return page.line_of(page.meta.kind, "recheck_days")
    return page.line_of(*([page.meta.kind] if page.meta.kind else []), "checked")


def _remedy(page: Page) -> str:
    assert page.meta
    if page.meta.pair:
        return f"run `python -m scripts run {page.id}`"
    if page.meta.notebook:
        return f"run `python -m scripts notebooks {page.id}`"
    if page.meta.api:
        return f"run `python -m scripts api {page.id}`"
    if page.meta.error and not page.meta.error.unproduced:
        return f"run `python -m scripts errors {page.id}`"
    return LOOK
