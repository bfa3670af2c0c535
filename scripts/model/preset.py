"""Readers for whom the comparison shows a choice of rows: `docs/compare/presets.yml`."""

from pydantic import Field, RootModel

from scripts.model.base import Identifier, Record


class Preset(Record):
    """A reader, and the rows that matter to them, most important first."""

    id: Identifier
    title: str = Field(min_length=3, max_length=40)
    rows: list[Identifier] = Field(min_length=3)


class Presets(RootModel[list[Preset]]):
    """The whole file."""
