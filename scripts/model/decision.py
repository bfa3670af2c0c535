"""The decision: its questions (`docs/decide/questions.yml`) and its outcomes (the pages beside it)."""

import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from scripts.model.base import Checked, Identifier, Record, Sentence

MOST_ANSWERS = 7  # on any path: a reader in a hurry gives no more

Side = Literal["tensorflow", "pytorch", "both", "either", "neither"]

SIDES: dict[Side, str] = {
    "tensorflow": "TensorFlow",
    "pytorch": "PyTorch",
    "both": "Both",
    "either": "Either",
    "neither": "Neither",
}

# A question and one of its answers, as they stand in a link: `target.phone`.
Step = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$")]
UNSURE = "unsure"  # the answer's id in a link where the reader does not know


class Answer(Record):
    """An answer, where it leads (a question or an outcome), and the rows that are the reason."""

    id: Identifier
    label: str = Field(min_length=3, max_length=70)
    to: Identifier
    rows: list[Identifier] = Field(min_length=1, max_length=4)
    says: Sentence


class Unsure(Record):
    """What “I don't know” takes: the safer answer of the question, and why."""

    take: Identifier
    says: Sentence


class Question(Record):
    """A question, help with answering it, and what the article says of it."""

    id: Identifier
    ask: str = Field(max_length=70, pattern=r"\?$")
    help: Sentence
    article: Sentence
    answers: list[Answer] = Field(min_length=2, max_length=6)
    unsure: Unsure


class ArticleCase(Record):
    """A case of the article's short verdict, and the path that the same case takes today."""

    id: Identifier
    says: str = Field(min_length=3, max_length=40)
    then: Literal["tensorflow", "pytorch"]
    path: list[Step] = Field(min_length=1, max_length=MOST_ANSWERS)
    why: Sentence
    points: list[Identifier] = Field(min_length=1)


class Former(Record):
    """A step that links may still hold: what stands for it now (null: nothing), and what changed."""

    was: Step
    now: Step | None
    since: datetime.date
    says: Sentence


class Decision(Record):
    """All questions; the first that is asked is `start`."""

    start: Identifier
    questions: list[Question] = Field(min_length=1)
    article: list[ArticleCase]
    former: list[Former]

    def question(self, name: str) -> Question | None:
        """The question with this id."""
        return next((question for question in self.questions if question.id == name), None)


class Outcome(Checked):
    """An outcome: the front matter of `docs/decide/<id>.md`."""

    answer: str = Field(min_length=5, max_length=60)
    side: Side
    first: list[Sentence] = Field(min_length=2, max_length=5)
    costs: list[Sentence] = Field(min_length=1, max_length=4)
    flips: list[Sentence] = Field(min_length=1, max_length=4)
    watch: list[Sentence] = Field(min_length=1, max_length=4)
    article: Sentence
    rows: list[Identifier] = Field(min_length=2, max_length=8)
    examples: list[Identifier]
    tools: list[Identifier]
    former_ids: list[Identifier] = Field(default_factory=list)
