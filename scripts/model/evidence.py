"""How we know: the four kinds of evidence that a verdict may rest on."""

import datetime
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from scripts.model.base import Address, Identifier, Record, Sentence, SourceDate


class Sourced(Record):
    """Somebody else says it, at an address that we have seen say it."""

    kind: Literal["sourced"]
    url: Address
    title: str = Field(min_length=3, max_length=120)
    dated: SourceDate
    seen: datetime.date
    quality: Literal["primary", "secondary", "copy"]
    says: Sentence


class Executed(Record):
    """A program of this repository shows it, each time the site is tested."""

    kind: Literal["executed"]
    proof: Identifier
    says: Sentence


class Measured(Record):
    """A script of this repository measured it; `result` is the subject, whose newest run is shown."""

    kind: Literal["measured"]
    result: Identifier
    says: Sentence


class Judged(Record):
    """Our reading of the other evidence, naming its inputs."""

    kind: Literal["judged"]
    says: Sentence


Evidence = Annotated[Sourced | Executed | Measured | Judged, Field(discriminator="kind")]

KINDS = ("measured", "executed", "sourced", "judged")


def kinds_of(evidence: Sequence[Evidence]) -> list[str]:
    """The kinds that a verdict rests on, strongest first."""
    present = {entry.kind for entry in evidence}
    return [kind for kind in KINDS if kind in present]
