"""A tool page's front matter: `docs/tools/<id>.md`."""

from typing import Annotated, Literal, Self

from pydantic import Field, StrictStr, model_validator

from scripts.model.base import Address, Checked, Identifier, Month, Record, Sentence, form
from scripts.model.evidence import Evidence
from scripts.model.framework import Framework

Status = Literal["active", "maintenance", "deprecated", "archived", "renamed"]

STATUSES: dict[Status, tuple[str, str]] = {
    "active": ("Active", "gets new features and releases"),
    "maintenance": ("Maintenance", "gets releases or fixes, hardly any new features"),
    "deprecated": ("Deprecated", "still works, its makers advise against it"),
    "archived": ("Archived", "its makers have stopped"),
    "renamed": ("Renamed", "goes on under another name or in another place"),
}

Family = Literal["authoring", "export", "serving", "device", "pipeline", "tracking"]

# Families in the order of the overview table.
FAMILIES: dict[Family, str] = {
    "authoring": "Writing, training, hardware",
    "export": "Exchange formats",
    "serving": "Servers",
    "device": "Phones, devices, browsers",
    "pipeline": "Pipelines and pretrained models",
    "tracking": "Seeing what happens",
}


class Successor(Record):
    """What replaced a tool: one of our tool pages (`page`) or an outside address (`url`)."""

    name: str = Field(description="What it is called")
    page: Identifier | None = Field(default=None, description="Id of its page in `docs/tools/`; else `url`")
    url: Address | None = Field(default=None, description="Its address, if it has no page here")

    @model_validator(mode="after")
    def _has_one_target(self) -> Self:
        if (self.page is None) == (self.url is None):
            raise ValueError("a successor has either `page` or `url`")
        return self


class Release(Record):
    """The newest version, the month it came out, and what it is a version of."""

    version: StrictStr = Field(description='Newest version, in quotes: `"1.10"`')
    month: Month = Field(description="Month in which it came out")
    of: str = Field(description="What it is a version of, such as `keras on PyPI`")


class Tool(Checked):
    """What the overview table and the panel of a tool page show."""

    job: str = Field(
        min_length=8, max_length=70, description="What it does, in a few words without a full stop"
    )
    side: Literal[Framework, "both"] = Field(description="Framework that it belongs to")
    family: Family = Field(description="Group in the overview of tools")
    status: Status = Field(description="State of its maintenance today")
    status_note: Sentence = Field(description="Why that is its state, with a date")
    replaced_by: list[Successor] = Field(
        description="What replaced it; needed if it is deprecated, archived or renamed, else `[]`"
    )
    counterpart: Identifier | None = Field(
        default=None,
        description="Id of the tool that does the same for the other framework; left out if none is known",
    )
    newest: Release = Field(description="Newest release")
    licence: Annotated[
        str,
        Field(pattern=r"^[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*$"),
        form("an SPDX expression, such as `Apache-2.0` or `MIT OR Apache-2.0`"),
    ] = Field(description="Licence of its code")
    home: Address = Field(description="Its own website or repository")
    article: Sentence = Field(description="What the starting article says of it")
    use: Literal["executed", "shown"] = Field(
        description="Whether its example runs in every test of the site, or is only shown"
    )
    use_note: str | None = Field(
        default=None, description="Why its example is not run; needed for `use: shown`"
    )
    environment: Literal["frameworks"] = Field(
        default="frameworks", description="Environment that runs its example"
    )
    evidence: list[Evidence] = Field(min_length=1, description="How we know")

    @model_validator(mode="after")
    def _successor_is_named(self) -> Self:
        if self.status in ("deprecated", "archived", "renamed") and not self.replaced_by:
            raise ValueError(f"a tool with status {self.status!r} names what replaced it")
        return self

    @model_validator(mode="after")
    def _counterpart_is_of_one_side(self) -> Self:
        if self.side == "both" and self.counterpart:
            raise ValueError("a tool for both frameworks has no `counterpart`")
        return self

    @property
    def lacks_counterpart(self) -> bool:
        """Whether it belongs to one framework, and nobody has named what does the same for the other."""
        return self.side != "both" and self.counterpart is None

    @model_validator(mode="after")
    def _use_is_explained(self) -> Self:
        if self.use == "shown" and not self.use_note:
            raise ValueError("`use: shown` needs a `use_note` that says why we do not run it")
        return self
