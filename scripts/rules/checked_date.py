"""A page that states facts says when it was checked and for how long that may be relied on."""

import datetime
from collections.abc import Iterator

from scripts import clock
from scripts.content import Content, Page
from scripts.model.base import Checked
from scripts.problem import Problem

RULE = "checked-date"

# Pages that say how the site works, or only lead on; they state nothing that ages.
WITHOUT = {"index.md", "all.md", "about/index.md", "about/contribute.md", "about/licence.md"}


def check(content: Content) -> Iterator[Problem]:
    """Find pages without a date, and dates that lie ahead or before what they rest on."""
    today = clock.today()
    for page in content.pages:
        if page.meta is None:
            continue
        if page.meta.pair or page.meta.notebook:
            continue  # checked on the day of the recorded run, at which another rule looks
        if page.meta.outcome:
            line = page.line_of("outcome", "checked")
            yield from _record(page.path, line, page.meta.outcome, today)
        elif page.meta.record:
            line = page.line_of(page.meta.kind, "checked")
            yield from _record(page.path, line, page.meta.record, today)
        else:
            yield from _page(page, today)
    for point in content.points:
        yield from _record("docs/about/article.yml", content.point_lines[point.id], point, today)


def _page(page: Page, today: datetime.date) -> Iterator[Problem]:
    assert page.meta
    for field in ("checked", "recheck_days"):
        if page.source not in WITHOUT and getattr(page.meta, field) is None:
            remedy = "add the day of the check" if field == "checked" else "add 30 to 365 days"
            yield Problem(page.path, 1, f"the page has no `{field}`", remedy, RULE)
    if page.meta.checked and page.meta.checked > today:
        line = page.line_of("checked")
        yield Problem(page.path, line, "`checked` lies in the future", "correct the date", RULE)


def _record(path: str, line: int, record: Checked, today: datetime.date) -> Iterator[Problem]:
    if record.checked > today:
        yield Problem(path, line, "`checked` lies in the future", "correct the date", RULE)
    for entry in getattr(record, "evidence", ()):
        if entry.kind == "sourced" and entry.seen > record.checked:
            fault = f"a source was seen on {entry.seen}, after the check of {record.checked}"
            yield Problem(path, line, fault, "set `checked` to the later day", RULE)
