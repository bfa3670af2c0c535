"""The chart of the decision: an SVG made from its questions, narrow enough for a phone.

Questions stand one below the other, each after all that lead to it. An answer leads right to an outcome, or
by a line at the side down to a later question. Every node is a link; colours come from the page's style.
"""

import textwrap
from html import escape

from scripts.content import decision_paths
from scripts.content.tree import Content
from scripts.model.decision import Answer, Decision, Question

WIDTH = 344
LEFT, RIGHT = 2, 306  # of the boxes; the lines run to the right of them
LANE = 6  # between two lines
QUESTION_LINE, ANSWER_LINE = 17, 15
PAD = 9
ASK, ANSWER = 'class="chart__ask"', 'class="chart__answer"'


class _Chart:
    """Collects the shapes from top to bottom; `y` is where the next one starts."""

    def __init__(self, content: Content, asked: Decision) -> None:
        self.content = content
        self.questions = decision_paths.in_order(asked)
        self.numbers = {question.id: index + 1 for index, question in enumerate(self.questions)}
        self.shapes: list[str] = []
        self.tops: dict[str, float] = {}
        self.edges: list[tuple[str, str, float]] = []
        self.y: float = 2

    def draw(self) -> str:
        for question in self.questions:
            self._question(question)
            for answer in question.answers:
                self._answer(question, answer)
            self.y += 16
        lines = self._lines()
        height = round(self.y)
        return (
            '<svg class="chart" xmlns="http://www.w3.org/2000/svg" '
            'xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'viewBox="0 0 {WIDTH} {height}" role="group" aria-label="The decision as a chart">'
            f"{lines}{''.join(self.shapes)}</svg>"
        )

    def _question(self, question: Question) -> None:
        text = textwrap.wrap(f"{self.numbers[question.id]}. {question.ask}", 34)
        height = len(text) * QUESTION_LINE + 2 * PAD
        self.tops[question.id] = self.y + height / 2
        self.shapes.append(
            f'<a xlink:href="#q-{question.id}" data-node="{question.id}">'
            f'<rect class="chart__question" x="{LEFT}" y="{self.y:g}" width="{RIGHT - LEFT}" '
            f'height="{height}" rx="4"/>'
            f"{_text(text, LEFT + 12, self.y + PAD + 12, QUESTION_LINE, ASK)}</a>"
        )
        self.y += height + 6

    def _answer(self, question: Question, answer: Answer) -> None:
        step = f"{question.id}.{answer.id}"
        text = textwrap.wrap(answer.label, 43)
        middle = self.y + 12
        lines = [f"• {text[0]}", *text[1:]]
        self.shapes.append(_text(lines, LEFT + 9, self.y + 12, ANSWER_LINE, f'data-edge="{step}"', 11))
        self.y += len(text) * ANSWER_LINE + 3
        if answer.to in self.numbers:
            ask = f"→ {self.numbers[answer.to]}. {self._short(answer.to)}"
            self.shapes.append(
                f'<a xlink:href="#q-{answer.to}" data-edge="{step}">'
                f'<text class="chart__next" x="{LEFT + 22}" y="{self.y + 11:g}">{escape(ask)}</text></a>'
            )
            middle = self.y + 7
            self.edges.append((step, answer.to, middle))
            self.y += 22
        elif answer.to in self.content.outcomes:
            self._outcome(step, answer.to)

    def _outcome(self, step: str, name: str) -> None:
        _, outcome = self.content.outcomes[name]
        text = textwrap.wrap(outcome.answer, 34)
        height = len(text) * ANSWER_LINE + 9
        self.shapes.append(
            f'<a xlink:href="{name}/" data-edge="{step}" data-outcome="{name}">'
            f'<rect class="chart__outcome chart__outcome--{outcome.side}" x="{LEFT + 20}" y="{self.y:g}" '
            f'width="{RIGHT - LEFT - 26}" height="{height}" rx="{height / 2 if len(text) == 1 else 12:g}"/>'
            f"{_text(text, LEFT + 34, self.y + 15, ANSWER_LINE, ANSWER)}</a>"
        )
        self.y += height + 9

    def _lines(self) -> str:
        """The lines at the side, each in a lane of its own where others run beside it."""
        drawn = []
        busy: list[float] = []  # for each lane, where its last line ends
        for step, to, start in self.edges:
            end = self.tops[to]
            lane = next((index for index, last in enumerate(busy) if last < start), len(busy))
            busy[lane : lane + 1] = [end]
            x = RIGHT + 8 + lane * LANE
            drawn.append(
                f'<path class="chart__line" data-edge="{step}" d="M{RIGHT - 8} {start:g}H{x - 4}q4 0 4 4'
                f'V{end - 4:g}q0 4 -4 4H{RIGHT + 1}m5 -3l-5 3l5 3"/>'
            )
        return "".join(drawn)

    def _short(self, name: str) -> str:
        question = next(question for question in self.questions if question.id == name)
        return textwrap.shorten(question.ask, 38, placeholder=" …")


def svg(content: Content) -> str:
    """The chart as one line of SVG; empty if there is no decision."""
    return _Chart(content, content.decision).draw() if content.decision else ""


def _text(  # noqa: PLR0913, PLR0917  (a line of text is all of these)
    lines: list[str], x: float, y: float, step: float, attribute: str, indent: float = 0
) -> str:
    """Lines of text; all but the first are moved right by `indent`."""
    first, *others = lines
    spans = "".join(
        f'<tspan x="{x + indent:g}" y="{y + index * step:g}">{escape(line)}</tspan>'
        for index, line in enumerate(others, start=1)
    )
    return f'<text {attribute} x="{x:g}" y="{y:g}">{escape(first)}{" " if others else ""}{spans}</text>'
