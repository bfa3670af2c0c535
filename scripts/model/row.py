"""A row of the comparison: the front matter of `docs/compare/<id>.md`."""

from typing import Literal, Self

from pydantic import Field, model_validator

from scripts.model.base import Checked, Identifier, Record, Sentence
from scripts.model.evidence import Evidence, kinds_of

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

# What a rating is called, and what it means. Its sign is in site.css.
RATINGS: dict[Rating, tuple[str, str]] = {
    "strong": ("Strong", "does it fully, maintained, in the project itself"),
    "good": ("Good", "does it, with a limit that few meet"),
    "limited": ("Limited", "does it, with limits that most will meet"),
    "none": ("None", "does not do it"),
    "neutral": ("Fact", "a fact, neither merit nor fault"),
    "unknown": ("Unknown", "no honest evidence yet"),
}
_ORDER: tuple[Rating, ...] = ("none", "limited", "good", "strong")

Edge = Literal["tensorflow", "pytorch", "even", "depends", "unknown"]

EDGES: dict[Edge, str] = {
    "tensorflow": "TensorFlow",
    "pytorch": "PyTorch",
    "even": "Even",
    "depends": "Depends",
    "unknown": "Unknown",
}


class Side(Record):
    """One framework's cell: a rating and what stands in the table."""

    rating: Rating
    summary: str = Field(min_length=10, max_length=140)


class ArticleReading(Record):
    """The points of the article that a row answers, and in one sentence whether they hold."""

    points: list[Identifier]
    says: Sentence


class Row(Checked):
    """One criterion, both frameworks, who has the edge and why, and how we know."""

    question: str = Field(max_length=110, pattern=r"\?$")
    group: Group
    tensorflow: Side
    pytorch: Side
    edge: Edge
    why: str = Field(min_length=20, max_length=200)
    article: ArticleReading
    evidence: list[Evidence] = Field(min_length=1)
    true_for: str = Field(min_length=5, max_length=160)
    tools: list[Identifier]
    rows: list[Identifier] = Field(min_length=1, max_length=4)
    former_ids: list[Identifier]
    environment: Literal["frameworks"] = "frameworks"

    @property
    def differs(self) -> bool:
        """Whether the two ratings differ."""
        return self.tensorflow.rating != self.pytorch.rating

    @property
    def kind(self) -> str:
        """The strongest kind of evidence that the row rests on."""
        return kinds_of(self.evidence)[0]

    @model_validator(mode="after")
    def _edge_follows_from_the_ratings(self) -> Self:
        ratings = (self.tensorflow.rating, self.pytorch.rating)
        if self.edge == "even" and self.differs:
            raise ValueError("the edge is even, but the ratings differ")
        if self.edge in ("tensorflow", "pytorch") and all(rating in _ORDER for rating in ratings):
            better, other = ratings if self.edge == "tensorflow" else reversed(ratings)
            if _ORDER.index(better) <= _ORDER.index(other):
                raise ValueError(f"the edge is with {self.edge}, but its rating is not the better one")
        if self.edge in ("tensorflow", "pytorch", "even") and "unknown" in ratings:
            raise ValueError(f"the edge is {self.edge}, but a rating is unknown")
        return self
