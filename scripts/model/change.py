"""What has changed for readers, commit by commit (`docs/about/changes.json`)."""

import datetime
from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from scripts.model.base import Record

What = Literal["verdict", "fact", "added", "removed"]

# What a kind of change is called.
KINDS: dict[What, str] = {"verdict": "Verdict", "fact": "Fact", "added": "New", "removed": "Removed"}

# The kinds that say of a page, or of what is linked like one, that it is there.
PAGES: tuple[What, ...] = ("added", "removed")


class Change(Record):
    """One thing that readers read differently since a day."""

    day: datetime.date = Field(description="Day of the commit")
    kind: What = Field(description="Kind of the change")
    url: str = Field(description="Address of the page, relative to the site's root")
    title: str = Field(description="Title of the page, or the claim")
    what: str = Field(default="", description="What of it: the edge, a rating, a summary")
    old: str = Field(default="", description="What it was")
    new: str = Field(default="", description="What it is")


def settled(changes: Iterable[Change]) -> list[Change]:
    """The changes, the newest first, without what a day took back.

    What came and went on one day is left out; of a statement that changed twice, the first of the old words
    and the last of the new ones remain.
    """
    kept: dict[tuple[object, ...], Change] = {}
    for change in reversed(list(changes)):  # the oldest first
        page = change.kind in PAGES
        key = (change.day, change.url, change.title, change.what, "" if page else change.kind)
        before = kept.pop(key, None)
        if before is None or (page and before.kind == change.kind):
            kept[key] = change
        elif not page and before.old != change.new:
            kept[key] = change.model_copy(update={"old": before.old})
    return list(reversed(kept.values()))


class Changes(Record):
    """All changes, the newest first, and the commit up to which the history was read."""

    upto: str = Field(pattern=r"^[0-9a-f]{40}$", description="Commit up to which the history was read")
    changes: list[Change] = Field(description="All changes, the newest first")
