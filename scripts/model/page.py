"""A page's front matter."""

import datetime
from typing import Annotated, Literal, get_args

from pydantic import Field, StringConstraints

from scripts.model.api_map import Family
from scripts.model.base import Checked, RecheckDays, Record, form
from scripts.model.decision import Outcome
from scripts.model.error import ErrorMessage
from scripts.model.guide import Guide
from scripts.model.notebook import Notebook
from scripts.model.pair import Pair
from scripts.model.row import Row
from scripts.model.tool import Tool

# The keys of front matter that hold the data of a kind of page.
Kind = Literal["tool", "row", "pair", "outcome", "notebook", "error", "guide", "api"]
KINDS: tuple[Kind, ...] = get_args(Kind)


class SearchMeta(Record):
    """Material's keys for the search: `exclude` leaves a page out, `boost` multiplies its score."""

    exclude: bool = Field(default=False, description="`true` leaves the page out of the search")
    boost: float = Field(
        default=1, gt=0, le=10, description="Multiplies the page's score: above 1 it stands higher"
    )


class PageMeta(Record):
    """What every page says of itself.

    A page that states facts carries `checked` and `recheck_days`; a tool, row, outcome or guide carries them
    in its data. A pair, a notebook, a family of calls or a message that is produced is checked on the day its
    run was recorded.
    """

    title: str = Field(
        min_length=3, max_length=70, description="Title in the browser's tab, in lists and in the search"
    )
    description: Annotated[
        # Material writes it into an attribute as it is.
        str,
        StringConstraints(min_length=50, max_length=160, pattern=r'^[^"<>]*$'),
        form('a text without `<`, `>` and `"`'),
    ] = Field(description="One or two sentences for search results and shared links")
    checked: datetime.date | None = Field(
        default=None,
        description="Day on which its facts were last checked; a page of text that states facts needs it",
    )
    recheck_days: RecheckDays | None = Field(
        default=None,
        description="For how many days after `checked` they may be relied on; needed beside `checked`",
    )
    data: str | None = Field(
        default=None,
        description="File below `docs/` that a generated page is made from: its edit link leads there",
    )
    tool: Tool | None = Field(default=None, description="Data of a tool, on a page in `docs/tools/`")
    row: Row | None = Field(
        default=None, description="Data of a row of the comparison, on a page in `docs/compare/`"
    )
    pair: Pair | None = Field(
        default=None, description="Data of an example pair, on a page in `docs/examples/`"
    )
    outcome: Outcome | None = Field(
        default=None, description="Data of an outcome of the decision, on a page in `docs/decide/`"
    )
    notebook: Notebook | None = Field(
        default=None, description="Data of a notebook, in the first cell of a file in `docs/notebooks/`"
    )
    error: ErrorMessage | None = Field(
        default=None, description="Data of an error message, on a page in `docs/errors/`"
    )
    guide: Guide | None = Field(default=None, description="Data of a guide, on a page in `docs/guides/`")
    api: Family | None = Field(
        default=None, description="Entries of a family of the API map, on a page in `docs/api/`"
    )
    template: str | None = Field(
        default=None, description="File in `overrides/` that draws the page in place of `main.html`"
    )
    hide: list[Literal["navigation", "toc", "path", "tags", "footer", "feedback"]] = Field(
        default_factory=list, description="Parts of the layout that the page goes without"
    )
    icon: str | None = Field(
        default=None, description="Icon beside the title in the navigation, such as `material/rocket`"
    )
    status: str | None = Field(default=None, description="Material's mark beside the title in the navigation")
    subtitle: str | None = Field(default=None, description="Second line below the title in the navigation")
    search: SearchMeta = Field(default_factory=SearchMeta, description="How the search treats the page")

    @property
    def kind(self) -> Kind | Literal[""]:
        """The key of the front matter that holds the data of the page's kind; empty for a page of text."""
        for kind in KINDS:
            if getattr(self, kind) is not None:
                return kind
        return ""

    @property
    def dated(self) -> Checked | None:
        """The data of its kind if `checked` stands in them; a page of text has it beside its title."""
        data = getattr(self, self.kind) if self.kind else None
        return data if isinstance(data, Checked) else None

    @property
    def record(self) -> Tool | Row | None:
        """The data of a page of its kind: a tool or a row."""
        return self.tool or self.row
