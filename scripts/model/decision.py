"""The decision: its questions (`docs/decide/questions.yml`) and its outcomes (the pages beside it)."""

import datetime
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from scripts.model.base import Ask, Checked, Identifier, Record, Sentence, form, formerly
from scripts.model.framework import FRAMEWORKS, Framework

MOST_ANSWERS = 7  # on any path: a reader in a hurry gives no more

Side = Literal[Framework, "both", "either", "neither"]

SIDES: dict[Side, str] = {
    **dict(FRAMEWORKS.items()),
    "both": "Both",
    "either": "Either",
    "neither": "Neither",
}

# A question and one of its answers, as they stand in a link: `target.phone`.
Step = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*$"),
    form("a question and its answer, such as `target.phone`"),
]
UNSURE = "unsure"  # the answer's id in a link where the reader does not know


class Answer(Record):
    """An answer, where it leads (a question or an outcome), and the rows that are the reason."""

    id: Identifier = Field(description="Its id, unique in the question; links hold it for good")
    label: str = Field(
        min_length=3, max_length=70, description="What the reader chooses; used once in the file"
    )
    to: Identifier = Field(description="Id of the question or outcome that it leads to")
    rows: list[Identifier] = Field(
        min_length=1, max_length=4, description="Ids of the rows that are the reason"
    )
    says: Sentence = Field(description="The reason, in one sentence")


class Unsure(Record):
    """What “I don't know” takes: the safer answer of the question, and why."""

    take: Identifier = Field(description="Id of the safer answer")
    says: Sentence = Field(description="Why it is the safer one")


class Question(Record):
    """A question, help with answering it, and what the article says of it."""

    id: Identifier = Field(description="Its id; links hold it for good")
    ask: Ask = Field(max_length=70, description="The question")
    help: Sentence = Field(description="What helps a reader to answer")
    article: Sentence = Field(description="What the starting article says of it")
    answers: list[Answer] = Field(min_length=2, max_length=6, description="The answers, in the order shown")
    unsure: Unsure = Field(description="What “I don't know” takes")


class ArticleCase(Record):
    """A case of the article's short verdict, and the path that the same case takes today."""

    id: Identifier = Field(description="Its id")
    says: str = Field(min_length=3, max_length=40, description="The case, as the article names it")
    then: Framework = Field(description="What the article chooses in it")
    path: list[Step] = Field(
        min_length=1,
        max_length=MOST_ANSWERS,
        description="Answers that the same case takes today, up to an outcome",
    )
    why: Sentence = Field(description="Whether that still holds, and why")
    claims: Annotated[list[Identifier], formerly("claims", "points")] = Field(
        min_length=1, description="Ids of the claims that say so"
    )


class Former(Record):
    """A step that links may still hold: what stands for it now (null: nothing), and what changed."""

    was: Step = Field(description="Step that links may hold")
    now: Step | None = Field(description="Step that stands for it now; `null` if none does")
    since: datetime.date = Field(description="Day of the change")
    says: Sentence = Field(description="What changed")


class Decision(Record):
    """All questions; the first that is asked is `start`."""

    start: Identifier = Field(description="Id of the first question")
    questions: list[Question] = Field(min_length=1, description="All questions")
    article: list[ArticleCase] = Field(description="Cases of the article's verdict, and their paths today")
    former: list[Former] = Field(description="Steps of older links; `[]` if none")

    def question(self, name: str) -> Question | None:
        """The question with this id."""
        return next((question for question in self.questions if question.id == name), None)


class Plain(Record):
    """An outcome for somebody who writes no code, in four sentences; the rule `plain-summary` checks them."""

    use: Sentence = Field(description="What we use, as a team that follows the advice would say it")
    why: Sentence = Field(description="Why we do so")
    cost: Sentence = Field(description="What it costs us")
    gives_up: Sentence = Field(description="What we give up")

    @property
    def sentences(self) -> list[str]:
        """The four in the order in which a record has them."""
        return [self.use, self.why, self.cost, self.gives_up]


class Outcome(Checked):
    """An outcome: the front matter of `docs/decide/<id>.md`."""

    answer: str = Field(min_length=5, max_length=60, description="The advice, in a few words")
    side: Side = Field(description="Framework that it takes")
    plain: Plain = Field(description="The same for somebody who writes no code; it begins a decision record")
    first: list[Sentence] = Field(min_length=2, max_length=5, description="What to do first, step by step")
    costs: list[Sentence] = Field(min_length=1, max_length=4, description="What it costs")
    flips: list[Sentence] = Field(min_length=1, max_length=4, description="What would change the advice")
    watch: list[Sentence] = Field(min_length=1, max_length=4, description="What to keep an eye on")
    article: Sentence = Field(description="What the starting article says of the case")
    rows: list[Identifier] = Field(min_length=2, max_length=8, description="Ids of the rows that it rests on")
    examples: list[Identifier] = Field(description="Ids of example pairs that help; `[]` if none")
    tools: list[Identifier] = Field(description="Ids of tools that help; `[]` if none")
    former_ids: list[Identifier] = Field(
        default_factory=list, description="Ids that it had before, which still lead to it"
    )
