"""What a run of everything on the newest releases found (`docs/about/canary.json`)."""

import datetime
from typing import Literal

from pydantic import Field

from scripts.model.base import Identifier, Record

What = Literal["pairs", "programs", "errors", "api", "notebooks"]

# What a kind is called: one of it, and several.
KINDS: dict[What, tuple[str, str]] = {
    "pairs": ("example pair", "example pairs"),
    "programs": ("program", "programs"),
    "errors": ("error message", "error messages"),
    "api": ("family of calls", "families of calls"),
    "notebooks": ("notebook", "notebooks"),
}


class Deviation(Record):
    """Something that does not give on the newest releases what is recorded, and how it differs."""

    kind: What = Field(description="Kind of what ran")
    id: Identifier = Field(description="Id of its page")
    says: str = Field(min_length=1, description="How it differs, in the words of the check")


class Canary(Record):
    """One run of everything on the newest releases, pre-releases of TensorFlow included."""

    day: datetime.date = Field(description="Day of the run")
    versions: dict[str, str] = Field(description="Versions of the packages, by name")
    ran: dict[What, int] = Field(description="How many of each kind ran")
    deviations: list[Deviation] = Field(description="All that differ")
