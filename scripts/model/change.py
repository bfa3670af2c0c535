"""What has changed for readers, commit by commit (`docs/about/changes.json`)."""

import datetime
from typing import Literal

from pydantic import Field

from scripts.model.base import Record

What = Literal["verdict", "fact", "added", "removed"]

# What a kind of change is called.
KINDS: dict[What, str] = {"verdict": "Verdict", "fact": "Fact", "added": "New", "removed": "Removed"}


class Change(Record):
    """One thing that readers read differently since a day."""

    day: datetime.date = Field(description="Day of the commit")
    kind: What = Field(description="Kind of the change")
    url: str = Field(description="Address of the page, relative to the site's root")
    title: str = Field(description="Title of the page, or the claim")
    what: str = Field(default="", description="What of it: the edge, a rating, a summary")
    old: str = Field(default="", description="What it was")
    new: str = Field(default="", description="What it is")


class Changes(Record):
    """All changes, the newest first, and the commit up to which the history was read."""

    upto: str = Field(pattern=r"^[0-9a-f]{40}$", description="Commit up to which the history was read")
    changes: list[Change] = Field(description="All changes, the newest first")
