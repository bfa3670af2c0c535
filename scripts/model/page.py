"""A page's front matter."""

import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from scripts.model.base import RecheckDays, Record
from scripts.model.decision import Outcome
from scripts.model.notebook import Notebook
from scripts.model.pair import Pair
from scripts.model.row import Row
from scripts.model.tool import Tool


class PageMeta(Record):
    """What every page says of itself.

    `description` is the text under the title in search results and unfurled links. A page that
    states facts carries `checked` and `recheck_days`; a tool, row or outcome carries them in its data.
    A pair or a notebook is checked on the day its run was recorded.
    `data` names the file, below docs/, that a generated page is made from: its edit link.
    """

    title: str = Field(min_length=3, max_length=70)
    description: Annotated[
        # The theme writes it into an attribute as it is.
        str, StringConstraints(min_length=50, max_length=160, pattern=r'^[^"<>]*$')
    ]
    checked: datetime.date | None = None
    recheck_days: RecheckDays | None = None
    data: str | None = None
    tool: Tool | None = None
    row: Row | None = None
    pair: Pair | None = None
    outcome: Outcome | None = None
    notebook: Notebook | None = None
    template: str | None = None
    hide: list[Literal["navigation", "toc", "footer"]] = Field(default_factory=list)
    search: dict[str, float | bool] | None = None

    @property
    def kind(self) -> Literal["tool", "row"]:
        """The key of the front matter that holds `record`."""
        return "tool" if self.tool else "row"

    @property
    def record(self) -> Tool | Row | None:
        """The data of a page of its kind: a tool or a row."""
        return self.tool or self.row
