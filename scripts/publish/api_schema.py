"""What api/v1/ publishes. Within version 1 fields are added, each named in docs/about/data.md; none goes."""

import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from scripts.model.evidence import Evidence, Kind
from scripts.model.row import Edge, Group, Rating


class Published(BaseModel):
    """A record of the interface."""

    model_config = ConfigDict(extra="forbid")


class ApiSide(Published):
    """One framework in one row."""

    rating: Rating
    summary: str = Field(description="At most 140 characters of Markdown (inline code alone).")


class ApiDecisionRow(Published):
    """A row as a reason of the decision."""

    title: str
    url: str
    why: str
    edge: str
    kinds: list[str]
    checked: datetime.date
    recheck_by: datetime.date


class ApiLink(Published):
    """A page by its title."""

    title: str
    url: str


class ApiAnswer(Published):
    """An answer: where it leads, why, and the rows that are the reason."""

    id: str
    label: str
    to: str = Field(description="The id of a question or of an outcome.")
    says: str
    rows: list[str]


class ApiQuestion(Published):
    """A question; `unsure` is the id of the answer that “I don't know” takes."""

    id: str
    ask: str
    help: str
    article: str
    answers: list[ApiAnswer]
    unsure: str
    unsure_says: str
    most_left: int = Field(description="The most answers that are still to be given, this one included.")


class ApiOutcome(Published):
    """An outcome. Texts are Markdown (inline code and links alone)."""

    id: str
    answer: str
    side: str
    url: str
    says: str
    plain: list[str] = Field(
        description="The outcome without technical terms: what is used, why, at what cost, what is given up."
    )
    first: list[str]
    costs: list[str]
    flips: list[str]
    watch: list[str]
    article: str
    rows: list[str]
    examples: list[ApiLink]
    tools: list[ApiLink]
    checked: datetime.date
    recheck_by: datetime.date


class ApiFormer(Published):
    """A step of older links, what stands for it now, and what changed."""

    was: str
    now: str | None
    says: str


class ApiDecision(Published):
    """The decision as it is published."""

    version: Literal["1.1"]
    site: str
    licence: str
    start: str
    questions: list[ApiQuestion]
    outcomes: list[ApiOutcome]
    rows: dict[str, ApiDecisionRow]
    former: list[ApiFormer]


class ApiRow(Published):
    """One row of the comparison."""

    id: str = Field(description="Never changes meaning; a renamed row keeps its old ids in former_ids.")
    url: str = Field(description="The page of the row.")
    title: str
    question: str
    group: Group
    tensorflow: ApiSide
    pytorch: ApiSide
    edge: Edge
    why: str
    article: str = Field(description="What the starting article said on this, and whether it holds.")
    article_points: list[str] = Field(description="Ids of claims on about/article/.")
    evidence_kind: Kind = Field(description="The strongest kind of evidence of the row.")
    evidence: list[Evidence]
    true_for: str
    checked: datetime.date
    recheck_by: datetime.date = Field(description="After this day nobody vouches for the row.")
    tools: list[str]
    related: list[str]
    former_ids: list[str]


class ApiGroup(Published):
    """A group of rows."""

    id: Group
    title: str


class ApiRating(Published):
    """A word of the rating scale."""

    id: Rating
    title: str
    meaning: str


class ApiComparison(Published):
    """The whole comparison. Text is under CC BY 4.0."""

    version: Literal["1.1"]
    site: str
    licence: Literal["CC-BY-4.0"]
    groups: list[ApiGroup]
    ratings: list[ApiRating]
    rows: list[ApiRow]
