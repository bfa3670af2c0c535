"""What the last looks at other places found (`docs/about/freshness.json`), and what cannot be looked at."""

import datetime
from typing import Literal

from pydantic import Field, RootModel

from scripts.model.base import Address, Record, Sentence

State = Literal["ok", "moved", "gone", "refused", "failing", "changed"]

# What a state means, for readers of the page.
STATES: dict[State, str] = {
    "ok": "is there",
    "moved": "leads to another address for good",
    "gone": "is no longer there",
    "refused": "does not answer a program",
    "failing": "could not be reached",
    "changed": "is there, without the passage that the link names",
}


class LinkState(Record):
    """An outside address, and what was found there."""

    url: Address = Field(description="Address that pages link to")
    state: State = Field(description="What was found")
    detail: str = Field(default="", description="Status, new address, or reason of the failure")
    seen: datetime.date = Field(description="Day of the look")
    since: datetime.date = Field(description="Day of the first look that found this state")


class ReleaseState(Record):
    """A package whose release a page or a pin names, and its newest release."""

    name: str = Field(description="Package, with the place that it comes from: `torch on PyPI`")
    where: str = Field(description="File that names a release")
    said: str = Field(description="Release that it names")
    newest: str = Field(description="Newest release, pre-releases left out")
    released: datetime.date = Field(description="Day of the newest release")


class Freshness(Record):
    """All that the last looks found. A look that has not happened yet has no day."""

    links_seen: datetime.date | None = Field(default=None, description="Day of the last look at all links")
    links: list[LinkState] = Field(default_factory=list, description="All outside addresses")
    releases_seen: datetime.date | None = Field(default=None, description="Day of the last look at releases")
    releases: list[ReleaseState] = Field(default_factory=list, description="All packages that are named")


class Unreachable(Record):
    """An outside address that our look cannot reach, though a reader can; it is left out until a day."""

    url: Address = Field(description="Address as pages write it")
    because: Sentence = Field(description="Why a program cannot reach it, and how a person saw it")
    until: datetime.date = Field(description="Day from which it is looked at again")


class Unreachables(RootModel[list[Unreachable]]):
    """All addresses that are left out: `docs/about/unreachable.yml`."""
