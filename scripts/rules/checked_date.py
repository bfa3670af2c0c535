"""A page that states facts says when it was checked and for how long that may be relied on."""

import datetime
import re
from collections.abc import Iterator

import yaml

from scripts import dates
from scripts.content import markdown
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.model.base import Checked
from scripts.model.error import ErrorMessage
from scripts.problem import Edit, Problem

RULE = "checked-date"

# Pages that say how the site works, or only lead on; they state nothing that ages.
WITHOUT = {
    *("index.md", "all.md", "about/index.md", "about/contribute.md", "about/data.md", "about/licence.md"),
    "errors/index.md",
    "guides/index.md",
    "api/index.md",
    "api/translate.md",
}
# The keys whose values are days, and such a value in another form, the year first: 2026/11/27, 2026.11.7.
DAYS = ("checked", "seen", "dated", "since")
_OTHER_FORM = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")


def check(content: Content) -> Iterator[Problem]:
    """Find pages without a date, and dates that lie ahead or before what they rest on."""
    latest = dates.latest()
    for page in content.pages:
        if page.meta is None:
            continue
        if page.meta.pair or page.meta.notebook or page.meta.api:
            continue  # checked on the day of the recorded run, at which another rule looks
        if page.meta.error:
            yield from _error(page, page.meta.error, latest)
            continue
        if page.meta.dated:
            line = page.line_of(page.meta.kind, "checked")
            yield from _record(page.path, line, page.meta.dated, latest)
        else:
            yield from _page(page, latest)
    for claim in content.claims:
        yield from _record("docs/about/article.yml", content.claim_lines[claim.id], claim, latest)


def fix(text: str, path: str, content: Content) -> Iterator[Edit]:
    """Write days as 2026-11-27 in front matter and data, if they begin with the year and are days."""
    first_line = 1
    lines = text.split("\n")
    if path.endswith(".md"):
        text, first_line = markdown.split(text).front_matter, 2
    elif not path.endswith(".yml"):
        return
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return
    # The last of a line first, so that those before it stay where they are.
    for node in sorted(_days(root), key=lambda node: (node.start_mark.line, -node.start_mark.column)):
        day, index = _as_day(node.value), first_line + node.start_mark.line - 1
        start, end = node.start_mark.column, node.end_mark.column
        if day and day != node.value and node.value in (old := lines[index][start:end]):
            lines[index] = lines[index][:start] + old.replace(node.value, day) + lines[index][end:]
            yield Edit(index + 1, lines[index], f"the day {node.value} is written {day}")


def _days(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    """The values of all keys that hold days."""
    if isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from _days(entry)
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if isinstance(value, yaml.ScalarNode) and key.value in DAYS:
            yield value
        yield from _days(value)


def _as_day(value: str) -> str:
    """A day in the form that is asked for; empty if it is none."""
    if not (match := _OTHER_FORM.fullmatch(value)):
        return ""
    try:
        return datetime.date(*map(int, match.groups())).isoformat()
    except ValueError:
        return ""


def _page(page: Page, latest: datetime.date) -> Iterator[Problem]:
    assert page.meta
    for field in ("checked", "recheck_days"):
        if page.source not in WITHOUT and getattr(page.meta, field) is None:
            remedy = "add the day of the check" if field == "checked" else "add 30 to 365 days"
            yield Problem(page.path, 1, f"the page has no `{field}`", remedy, RULE)
    if page.meta.checked and page.meta.checked > latest:
        line = page.line_of("checked")
        yield Problem(page.path, line, "`checked` lies in the future", "correct the date", RULE)


def _error(page: Page, message: ErrorMessage, latest: datetime.date) -> Iterator[Problem]:
    """A message that a program produces is checked on the day of its run; another says when."""
    if message.checked is None:
        return
    line = page.line_of("error", "checked")
    if message.checked > latest:
        yield Problem(page.path, line, "`checked` lies in the future", "correct the date", RULE)
    for source in message.sources:
        if source.seen > message.checked:
            fault = f"a source was seen on {source.seen}, after the check of {message.checked}"
            yield Problem(page.path, line, fault, "set `checked` to the later day", RULE)


def _record(path: str, line: int, record: Checked, latest: datetime.date) -> Iterator[Problem]:
    if record.checked > latest:
        yield Problem(path, line, "`checked` lies in the future", "correct the date", RULE)
    for entry in getattr(record, "evidence", ()):
        if entry.kind == "sourced" and entry.seen > record.checked:
            fault = f"a source was seen on {entry.seen}, after the check of {record.checked}"
            yield Problem(path, line, fault, "set `checked` to the later day", RULE)
