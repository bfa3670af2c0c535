"""Walks the decision: every path through the questions, and the way that a list of steps takes."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts.model.decision import UNSURE, Answer, Decision, Question


@dataclass(frozen=True)
class Step:
    """A question and the answer taken; `unsure` if the reader did not know."""

    question: Question
    answer: Answer
    unsure: bool = False

    @property
    def id(self) -> str:
        """The step as it stands in a link: `target.phone`, `target.unsure`."""
        return f"{self.question.id}.{UNSURE if self.unsure else self.answer.id}"


@dataclass(frozen=True)
class Way:
    """A path from the start: its steps, and the outcome, or the question it stops at."""

    steps: tuple[Step, ...]
    end: str


def paths(decision: Decision, unsure: bool = False) -> Iterator[Way]:
    """Every path from the start to an outcome, in the order of the answers.

    With `unsure`, “I don't know” is taken as an answer too. A question that comes twice on a path ends it
    there, so a cycle does not end in a loop.
    """
    yield from _from(decision, decision.start, (), unsure)


def walk(decision: Decision, steps: list[str]) -> Way:
    """The path that steps of a link take, whatever their order; steps beside the path are ignored."""
    given = dict(step.split(".", 1) for step in steps)
    taken: list[Step] = []
    place = decision.start
    while (question := decision.question(place)) and question.id in given:
        step = step_of(question, given.pop(question.id))
        if step is None:
            break
        taken.append(step)
        place = step.answer.to
    return Way(tuple(taken), place)


def step_of(question: Question, answer: str) -> Step | None:
    """The step that an answer's id means; None if the question has no such answer."""
    wanted = question.unsure.take if answer == UNSURE else answer
    chosen = next((entry for entry in question.answers if entry.id == wanted), None)
    return Step(question, chosen, answer == UNSURE) if chosen else None


def in_order(decision: Decision) -> list[Question]:
    """The questions that can be reached, each after all that lead to it (if there is no cycle)."""
    depth: dict[str, int] = {}
    for way in paths(decision):
        for index, step in enumerate(way.steps):
            depth[step.question.id] = max(index, depth.get(step.question.id, 0))
    listed = [question.id for question in decision.questions]
    names = sorted(depth, key=lambda name: (depth[name], listed.index(name)))
    return [question for name in names if (question := decision.question(name))]


def longest(decision: Decision) -> int:
    """The most answers that any path takes."""
    return max(len(way.steps) for way in paths(decision))


def _from(decision: Decision, place: str, steps: tuple[Step, ...], unsure: bool) -> Iterator[Way]:
    question = decision.question(place)
    if question is None or any(step.question.id == place for step in steps):
        yield Way(steps, place)
        return
    names = [answer.id for answer in question.answers] + ([UNSURE] if unsure else [])
    for name in names:
        step = step_of(question, name)
        if step:
            yield from _from(decision, step.answer.to, (*steps, step), unsure)
