"""A guide, whose sections other pages lead to: the front matter of `docs/guides/<id>.md`."""

from pydantic import Field

from scripts.model.base import Checked, Identifier, Record
from scripts.model.pair import Environment


class GuideSection(Record):
    """A section of a guide, and the pages that lead to it because it goes on where they end."""

    id: Identifier = Field(description="Id of a heading of the guide")
    pairs: list[Identifier] = Field(default_factory=list, description="Ids of pairs that lead to it")
    rows: list[Identifier] = Field(default_factory=list, description="Ids of rows that lead to it")
    errors: list[Identifier] = Field(
        default_factory=list, description="Ids of error messages that lead to it"
    )
    environment: Environment | None = Field(
        default=None, description="Environment that runs its program, if not that of the guide"
    )


class Guide(Checked):
    """When a guide was checked, what runs its programs, and which pages lead to which of its sections."""

    environment: Environment = Field(default="frameworks", description="Environment that runs its programs")
    sections: list[GuideSection] = Field(
        default_factory=list, description="Sections that other pages lead to"
    )
    former_ids: list[Identifier] = Field(
        default_factory=list, description="Ids that it had before, which still lead to it"
    )

    def environment_of(self, section: str) -> Environment:
        """The environment that runs the program of a section."""
        own = next((entry.environment for entry in self.sections if entry.id == section), None)
        return own or self.environment
