"""A notebook as Jupyter stores it, as far as this site reads it; the schema of nbformat checks the rest."""

import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, Field


def _lines(value: Any) -> Any:
    """A text, which may be one string or the list of its lines."""
    return [value] if isinstance(value, str) else value


Text = Annotated[list[str], BeforeValidator(_lines)]


class CellMetadata(BaseModel):
    """What Jupyter and authors note of a cell."""

    alt: str = Field(default="", description="Text that stands for the plots of the cell")


class Output(BaseModel):
    """What a cell printed or showed."""

    output_type: Literal["stream", "display_data", "execute_result", "error"] = Field(
        description="What kind of output it is"
    )
    name: str = Field(default="", description="Stream that it was printed to")
    text: Text = Field(default=[], description="What was printed")
    data: dict[str, Any] = Field(default={}, description="What was shown, in several forms by their types")
    ename: str = Field(default="", description="Name of the exception")

    def form(self, kind: str) -> str:
        """One of its forms as text; empty if it does not have it."""
        value = self.data.get(kind, "")
        return "".join(map(str, value)) if isinstance(value, list) else str(value)


class Cell(BaseModel):
    """A cell: front matter (raw), text (Markdown), or code with what it printed."""

    cell_type: Literal["raw", "markdown", "code"] = Field(description="What kind of cell it is")
    source: Text = Field(description="What stands in it")
    metadata: CellMetadata = Field(description="Notes on the cell")
    outputs: list[Output] = Field(default=[], description="What it printed and showed")
    execution_count: int | None = Field(default=None, description="Its place in the order of execution")

    @property
    def text(self) -> str:
        """Its source as one string."""
        return "".join(self.source)


class Kernel(BaseModel):
    """What executes a notebook; its language names the colours of the code."""

    language: str = Field(default="python", description="Language of the code")


class Metadata(BaseModel):
    """When a notebook was executed, and with which versions."""

    kernelspec: Kernel = Field(default=Kernel(), description="What executes it")
    recorded: datetime.date | None = Field(default=None, description="Day on which it was executed")
    versions: dict[str, str] = Field(default={}, description="Versions of the packages, by name")
    fingerprint: str = Field(default="", description="SHA-256 of code and outputs, which an edit breaks")


class Stored(BaseModel):
    """The file."""

    cells: list[Cell] = Field(description="Its cells, in their order")
    metadata: Metadata = Field(description="Notes on the whole notebook")
