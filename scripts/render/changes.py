"""What has changed for readers, as the page What has changed shows it."""

import datetime
from dataclasses import dataclass
from itertools import groupby

from scripts.content.tree import Content
from scripts.model.change import KINDS, PAGES, Change
from scripts.render import components, templates

FEED = "changes.xml"  # below the site's address
MOST = 400  # changes; the feed and the file hold more
STATEMENTS = 30  # of them; each has its old and its new words
MANY = 12  # new pages of one kind on a day; more are folded


@dataclass(frozen=True)
class Day:
    """The changes of a day: verdicts; pages that came or went, by what they are; other statements."""

    date: datetime.date
    verdicts: list[Change]
    pages: list[tuple[str, str, list[Change]]]
    facts: list[Change]


def listing(content: Content) -> str:
    """The newest changes under their days: verdicts, pages, and, folded, statements with other words."""
    by_url = {page.url: page for page in content.pages}
    newest = content.changes[:MOST]
    statements = [at for at, change in enumerate(newest) if change.kind == "fact"]
    left_out = set(statements[STATEMENTS:])
    shown = [change for at, change in enumerate(newest) if at not in left_out]
    return templates.render(
        "changes.md",
        days=[_day(date, list(changes)) for date, changes in groupby(shown, lambda change: change.day)],
        pages=by_url,
        kinds=KINDS,
        plain=components.plain,
        feed=FEED,
        many=MANY,
        left=len(content.changes) - len(shown),
    )


def _day(date: datetime.date, changes: list[Change]) -> Day:
    groups: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        if change.kind in PAGES:
            groups.setdefault((change.kind, change.what), []).append(change)
    return Day(
        date,
        [change for change in changes if change.kind == "verdict"],
        [(*group, entries) for group, entries in groups.items()],
        [change for change in changes if change.kind == "fact"],
    )
