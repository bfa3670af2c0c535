"""How we know: the kinds of evidence that a verdict may rest on."""

import datetime
from collections.abc import Sequence
from typing import Annotated, Literal, get_args

from pydantic import Field

from scripts.model.base import Address, Identifier, Record, Sentence, SourceDate, formerly


class Sourced(Record):
    """Somebody else says it, at an address that we have seen say it."""

    kind: Literal["sourced"] = Field(description="Somebody says so at an address that we have read")
    url: Address = Field(description="Original address, not a search result")
    title: str = Field(
        min_length=3, max_length=120, description="Title of the source, the same wherever it is cited"
    )
    dated: SourceDate = Field(description="The source's own date, as exactly as it is given")
    seen: datetime.date = Field(description="Day on which we read it there")
    quality: Literal["primary", "secondary", "copy"] = Field(
        description="Whether it is the makers' own word, somebody else's, or a copy"
    )
    says: Sentence = Field(description="What the source says, in our own words")


class Executed(Record):
    """A program of this repository shows it, each time the site is tested."""

    kind: Literal["executed"] = Field(
        description="A program on this site shows it, and a test runs the program"
    )
    program: Annotated[Identifier, formerly("program", "proof")] = Field(
        serialization_alias="proof", description="Id of the tool, row or pair whose program it is"
    )
    says: Sentence = Field(description="What the program shows")


class Measured(Record):
    """A script of this repository measured it."""

    kind: Literal["measured"] = Field(description="A script in the repository produced the figure")
    result: Identifier = Field(description="Id of the measurement's subject, whose newest run is shown")
    says: Sentence = Field(description="What was found")


class Judged(Record):
    """Our reading of the other evidence, naming its inputs."""

    kind: Literal["judged"] = Field(description="We conclude it from other evidence")
    says: Sentence = Field(description="What we conclude, and from what")


Evidence = Annotated[Sourced | Executed | Measured | Judged, Field(discriminator="kind")]

# The records of `Evidence`, in the order in which a page describes them.
RECORDS: tuple[type[Record], ...] = get_args(get_args(Evidence)[0])

# The kinds, strongest first. A record of another kind is an error of types in `kinds_of`.
Kind = Literal["measured", "executed", "sourced", "judged"]
KINDS: tuple[Kind, ...] = get_args(Kind)


def kinds_of(evidence: Sequence[Evidence]) -> list[Kind]:
    """The kinds that a verdict rests on, strongest first."""
    present: set[Kind] = {entry.kind for entry in evidence}
    return [kind for kind in KINDS if kind in present]
