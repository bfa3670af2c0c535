"""A notebook's data: the front matter in the first cell, which is raw, of `docs/notebooks/<id>.ipynb`."""

from typing import Literal

from pydantic import Field

from scripts.model.base import Ask, Identifier, RecheckDays, Record


class Notebook(Record):
    """A longer run with plots: the minutes to read it, its level, and the rows and pairs it bears on."""

    minutes: int = Field(ge=3, le=15, description="Minutes that reading it takes")
    level: Literal[1, 2, 3] = Field(
        description="1 for the first week, 2 for working knowledge, 3 for advanced"
    )
    question: Ask = Field(max_length=110, description="Question of a reader that it answers")
    rows: list[Identifier] = Field(min_length=1, max_length=4, description="Ids of the rows that it bears on")
    examples: list[Identifier] = Field(
        min_length=1, max_length=6, description="Ids of the example pairs that it builds on"
    )
    recheck_days: RecheckDays = Field(
        description="For how many days after its recorded run it may be relied on"
    )
