"""What the API map is measured against: the public names of both frameworks, and how often code uses them."""

import datetime

from pydantic import Field

from scripts.model.base import Record
from scripts.model.framework import Framework


class PublicNames(Record):
    """The public names of the pinned releases (`docs/api/names.json`)."""

    recorded: datetime.date = Field(description="Day on which they were listed")
    versions: dict[str, str] = Field(description="Versions of the packages, by name")
    counted: dict[Framework, list[str]] = Field(
        description="Modules that coverage is stated for, by framework"
    )
    modules: dict[str, list[str]] = Field(description="Public names of each module, without the module")
    aliases: dict[str, str] = Field(description="Full names that stand for the object of an earlier name")

    def first(self, name: str) -> str:
        """The earliest name of the same object."""
        return self.aliases.get(name, name)


class Repository(Record):
    """A repository whose files were counted."""

    name: str = Field(description="Owner and name on GitHub")
    commit: str = Field(pattern=r"^[0-9a-f]{40}$", description="Commit that was counted")
    files: int = Field(ge=1, description="Files of Python that use a framework")


class Uses(Record):
    """How often public code uses each name (`docs/api/uses.json`); each repository counts alike."""

    counted: datetime.date = Field(description="Day of the count")
    repositories: dict[Framework, list[Repository]] = Field(description="What was counted, by framework")
    shares: dict[Framework, dict[str, float]] = Field(
        description="Share of each name in the uses of names that the pinned releases have, largest first"
    )
