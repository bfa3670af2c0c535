"""The article's claims: `docs/about/article.yml`."""

from typing import Literal

from pydantic import Field, RootModel

from scripts.model.base import Checked, Identifier, Sentence
from scripts.model.evidence import Evidence

Status = Literal["holds", "partly", "outdated", "wrong", "opinion"]

# What each status is called on the site, and what it means.
STATUSES: dict[Status, tuple[str, str]] = {
    "holds": ("Holds", "true today as said"),
    "partly": ("Partly", "true today, with a limit that matters"),
    "outdated": ("Outdated", "was true, is no longer"),
    "wrong": ("Wrong", "was not true when the article was written"),
    "opinion": ("Opinion", "nobody measured it; we say what is known"),
}

Part = Literal[
    "introduction",
    "overview-tensorflow",
    "overview-pytorch",
    "ease-of-use",
    "performance",
    "deployment",
    "community",
    "visualization",
    "use-cases",
    "conclusion",
    "verdict",
]

# The article's parts in its order, under our names.
PARTS: dict[Part, str] = {
    "introduction": "Introduction",
    "overview-tensorflow": "What TensorFlow is",
    "overview-pytorch": "What PyTorch is",
    "ease-of-use": "A. Ease of use and debugging",
    "performance": "B. Performance and speed",
    "deployment": "C. Deployment and production",
    "community": "D. Community and ecosystem",
    "visualization": "E. Visualisation and monitoring",
    "use-cases": "Table of use cases",
    "conclusion": "Conclusion: choose … if",
    "verdict": "Final verdict",
}


class Claim(Checked):
    """One thing the article says, `said` in our own words, and what is true today."""

    id: Identifier = Field(description="Its id, unique in the file")
    part: Part = Field(description="Part of the article; records stand in the order of the parts")
    said: Sentence = Field(description="What the article says, in our own words")
    status: Status = Field(description="Whether that holds")
    today: str = Field(min_length=40, max_length=900, description="What is true today, in a few sentences")
    conflict: str | None = Field(default=None, description="How sources disagree, naming both sides")
    evidence: list[Evidence] = Field(min_length=1, description="How we know")


class Article(RootModel[list[Claim]]):
    """The whole file: a list of claims in the article's order."""
