"""A tool page's front matter: `docs/tools/<id>.md`."""

from typing import Annotated, Literal, Self

from pydantic import Field, StrictStr, model_validator

from scripts.model.base import Address, Checked, Identifier, Month, Record, Sentence
from scripts.model.evidence import Evidence

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

SIDES = {"tensorflow": "TensorFlow", "pytorch": "PyTorch", "both": "Both"}


class Successor(Record):
    """What replaced a tool: one of our tool pages (`page`) or an outside address (`url`)."""

    name: str
    page: Identifier | None = None
    url: Address | None = None

    @model_validator(mode="after")
    def _has_one_target(self) -> Self:
        if (self.page is None) == (self.url is None):
            raise ValueError("a successor has either `page` or `url`")
        return self


class Release(Record):
    """The newest version, the month it came out, and what it is a version of."""

    version: StrictStr
    month: Month
    of: str


class Tool(Checked):
    """What the overview table and the panel of a tool page show."""

    job: str = Field(min_length=8, max_length=70)
    side: Literal["tensorflow", "pytorch", "both"]
    family: Family
    status: Status
    status_note: Sentence
    replaced_by: list[Successor]
    newest: Release
    licence: Annotated[str, Field(pattern=r"^[A-Za-z0-9.+-]+( (AND|OR|WITH) [A-Za-z0-9.+-]+)*$")]
    home: Address
    article: Sentence
    use: Literal["executed", "shown"]
    use_note: str | None = None
    environment: Literal["frameworks"] = "frameworks"
    evidence: list[Evidence] = Field(min_length=1)

    @model_validator(mode="after")
    def _successor_is_named(self) -> Self:
        if self.status in ("deprecated", "archived", "renamed") and not self.replaced_by:
            raise ValueError(f"a tool with status {self.status!r} names what replaced it")
        return self

    @model_validator(mode="after")
    def _use_is_explained(self) -> Self:
        if self.use == "shown" and not self.use_note:
            raise ValueError("`use: shown` needs a `use_note` that says why we do not run it")
        return self
