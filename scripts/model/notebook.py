"""A notebook's page: the front matter of `docs/notebooks/<id>.md`, beside `<id>.ipynb`."""

from typing import Literal

from pydantic import Field

from scripts.model.base import Identifier, RecheckDays, Record


class Notebook(Record):
    """A longer run with plots: the minutes to read it, its level, and the rows and pairs it bears on."""

    minutes: int = Field(ge=3, le=15)
    level: Literal[1, 2, 3]
    question: str = Field(max_length=110, pattern=r"\?$")
    rows: list[Identifier] = Field(min_length=1, max_length=4)
    examples: list[Identifier] = Field(min_length=1, max_length=6)
    recheck_days: RecheckDays
