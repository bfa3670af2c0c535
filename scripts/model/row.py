"""A row of the comparison: the front matter of `docs/compare/<id>.md`."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from scripts.model.base import Ask, Checked, Identifier, Record, Sentence, formerly
from scripts.model.evidence import Evidence, Kind, kinds_of
from scripts.model.framework import FRAMEWORKS, Framework

Group = Literal[
    "programming", "install", "performance", "deployment", "ecosystem", "visualization", "migration"
]

# Groups in the order of the table.
GROUPS: dict[Group, str] = {
    "programming": "Writing and debugging code",
    "install": "Installing it, and what it runs on",
    "performance": "Speed and memory",
    "deployment": "Shipping a model",
    "ecosystem": "Models, libraries and people",
    "visualization": "Seeing what happens",
    "migration": "Moving between them",
}

Rating = Literal["strong", "good", "limited", "none", "neutral", "unknown"]

# What a rating is called, and what it means. Its sign is in rating.css.
RATINGS: dict[Rating, tuple[str, str]] = {
    "strong": ("Strong", "does it fully, maintained, in the project itself"),
    "good": ("Good", "does it, with a limit that few meet"),
    "limited": ("Limited", "does it, with limits that most will meet"),
    "none": ("None", "does not do it"),
    "neutral": ("Fact", "a fact, neither merit nor fault"),
    "unknown": ("Unknown", "no reliable evidence yet"),
}
_ORDER: tuple[Rating, ...] = ("none", "limited", "good", "strong")

Edge = Literal[Framework, "even", "depends", "unknown"]

EDGES: dict[Edge, str] = {
    **dict(FRAMEWORKS.items()),
    "even": "Even",
    "depends": "Depends",
    "unknown": "Unknown",
}


class Side(Record):
    """One framework's cell: a rating and what stands in the table."""

    rating: Rating = Field(description="How well the framework does it")
    summary: str = Field(
        min_length=10,
        max_length=140,
        description="What stands in the table; inline code is the only Markdown",
    )


class ArticleReading(Record):
    """The claims of the article that a row answers, and in one sentence whether they hold."""

    claims: Annotated[list[Identifier], formerly("claims", "points")] = Field(
        description="Ids of the claims that the row answers; `[]` if none"
    )
    says: Sentence = Field(description="What the article says on this, and whether it holds")


class Row(Checked):
    """One criterion, both frameworks, who has the edge and why, and how we know."""

    question: Ask = Field(max_length=110, description="What a reader wants to know")
    group: Group = Field(description="Group in the table")
    tensorflow: Side = Field(description="TensorFlow's cell of the table")
    pytorch: Side = Field(description="PyTorch's cell of the table")
    edge: Edge = Field(description="Which framework is ahead; it follows from the two ratings")
    why: str = Field(min_length=20, max_length=200, description="Why the edge lies there, in one sentence")
    article: ArticleReading = Field(description="What the starting article says of it")
    evidence: list[Evidence] = Field(min_length=1, description="How we know")
    true_for: str = Field(
        min_length=5,
        max_length=160,
        description="Versions for which it holds, such as `TensorFlow 2.21.0, PyTorch 2.13.0`",
    )
    tools: list[Identifier] = Field(description="Ids of the tools that it speaks of; `[]` if none")
    rows: list[Identifier] = Field(min_length=1, max_length=4, description="Ids of related rows")
    former_ids: list[Identifier] = Field(
        description="Ids that it had before, which still lead to it; `[]` if none"
    )
    environment: Literal["frameworks"] = Field(
        default="frameworks", description="Environment that runs its program"
    )

    @property
    def differs(self) -> bool:
        """Whether the two ratings differ."""
        return self.tensorflow.rating != self.pytorch.rating

    @property
    def kind(self) -> Kind:
        """The strongest kind of evidence that the row rests on."""
        return kinds_of(self.evidence)[0]

    @model_validator(mode="after")
    def _edge_follows_from_the_ratings(self) -> Self:
        ratings = (self.tensorflow.rating, self.pytorch.rating)
        if self.edge == "even" and self.differs:
            raise ValueError("the edge is even, but the ratings differ")
        if self.edge in FRAMEWORKS and all(rating in _ORDER for rating in ratings):
            better, other = ratings if self.edge == "tensorflow" else reversed(ratings)
            if _ORDER.index(better) <= _ORDER.index(other):
                raise ValueError(f"the edge is with {self.edge}, but its rating is not the better one")
        if self.edge in (*FRAMEWORKS, "even") and "unknown" in ratings:
            raise ValueError(f"the edge is {self.edge}, but a rating is unknown")
        return self
