"""Readers for whom the comparison shows a choice of rows: `docs/compare/presets.yml`."""

from pydantic import Field, RootModel

from scripts.model.base import Identifier, Record


class Preset(Record):
    """A reader, and the rows that matter to them, most important first."""

    id: Identifier = Field(description="Its id, which stands in links to the comparison")
    title: str = Field(min_length=3, max_length=40, description="How the reader describes themselves")
    rows: list[Identifier] = Field(
        min_length=3, description="Ids of the rows that matter to them, most important first"
    )


class Presets(RootModel[list[Preset]]):
    """All readers."""
