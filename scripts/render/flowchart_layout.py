"""Where each part of the flowchart stands: computed by graphlay from the questions, never placed by hand.

Sizes of texts come from the advances of the font that Pillow carries, letter by letter, so they do not
depend on fonts or text engines of the machine. Answers are nodes of the graph too: the line enters the words
of an answer and leaves them for what it leads to, so the library keeps words and boxes apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

import graphlay

from scripts.content import decision_paths
from scripts.model.decision import Decision, Outcome
from scripts.render import typesetting

WIDTH, HEIGHT = 1160, 1250  # no larger: a content column at 1280 px, one and a half screens of 900 px
FONT, ANSWER_FONT = 12, 11  # of boxes, of answers
LINE, ANSWER_LINE = 14, 12.5
_MARGIN = 4
_ROOM = 1.03  # readers' fonts are wider than the one that is measured
_BOLD = 1.06
POINT = 7  # of a question's hexagon, at each side

# Widths at which texts are wrapped: of boxes, of answers; the first that fits is taken.
_WRAPS = ((104, 84), (96, 78), (90, 72), (84, 68), (80, 64), (76, 62), (72, 60), (68, 56))

_OPTIONS = {
    "direction": "leftright",
    "seed": 0,
    "spacing": {
        "layer_gap": 10, "node_gap": 8, "dummy_gap": 6, "port_gap": 6, "stub": 2, "port_stroke_clear": 2,
        "bundle_lane_gap": 3,
    },
    "routing": {"lane_gap": 3, "merge_edges": "both"},
    "tuning": {
        "routing": {
            "bundle_nest_gap": 4, "endpoint_snap_min_track": 6, "endpoint_snap": 3, "diagonal_clear": 2,
            "diagonal_detour_margin": 2, "port_relax_clear": 4,
        },
        "coords": {"main_path_room": 0},
    },
}  # fmt: skip

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A question, an outcome or the words of an answer: its middle, its size, its lines of text."""

    id: str
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float
    bold: bool

    @property
    def left(self) -> float:
        """Its left side."""
        return self.x - self.width / 2

    @property
    def top(self) -> float:
        """Its upper side."""
        return self.y - self.height / 2

    @property
    def texts(self) -> list[tuple[str, float, float]]:
        """Each line of its text with the height of its baseline, and the width that it takes in any font."""
        answer = self.is_answer
        step, size = (ANSWER_LINE, ANSWER_FONT) if answer else (LINE, FONT)
        first = self.y - (len(self.lines) - 1) * step / 2 + size * 0.35
        return [
            (line, round(first + index * step, 1), round(text_width(line, size, bold=self.bold), 1))
            for index, line in enumerate(self.lines)
        ]

    @property
    def is_answer(self) -> bool:
        """Whether it is the words of an answer: its id is a step of links, `target.phone`."""
        return "." in self.id


@dataclass(frozen=True)
class Line:
    """The line of an answer: from its question to its words, and on to what it leads to."""

    id: str
    enters: tuple[Point, ...]
    leaves: tuple[Point, ...]


@dataclass(frozen=True)
class Drawing:
    """All parts of the flowchart, with the points at which lines part or join."""

    width: float
    height: float
    boxes: dict[str, Box]
    lines: tuple[Line, ...]
    knots: tuple[Point, ...]


class _Choice(NamedTuple):
    """An answer: its step, its label, and what it leads to."""

    step: str
    label: str
    to: str


class _Asked(NamedTuple):
    """A question as it is drawn."""

    id: str
    ask: str
    choices: tuple[_Choice, ...]


def draw(decision: Decision, outcomes: dict[str, Outcome]) -> Drawing:
    """The flowchart of a decision, at the widest lines of text that fit.

    Raises:
        ValueError: there is no room for it, however the texts are wrapped.

    """
    questions = tuple(
        _Asked(
            question.id,
            question.ask,
            tuple(
                _Choice(f"{question.id}.{answer.id}", answer.label, answer.to) for answer in question.answers
            ),
        )
        for question in decision_paths.in_order(decision)
    )
    ends = tuple((name, outcome.answer) for name, outcome in outcomes.items())
    for box, answer in _WRAPS:
        drawing = _laid_out(questions, ends, box, answer)
        if drawing.width <= WIDTH and drawing.height <= HEIGHT:
            return drawing
    raise ValueError(
        f"docs/decide/questions.yml: the flowchart needs {drawing.width:.0f} x {drawing.height:.0f} and may "
        f"have {WIDTH} x {HEIGHT}; shorten labels of answers, or ask less"
    )


def text_width(text: str, size: float = FONT, bold: bool = False) -> float:
    """The width that a line of text may need, in pixels."""
    return sum(map(_advance, text)) * size / 1000 * _ROOM * (_BOLD if bold else 1)


def wrapped(text: str, width: float, size: float = FONT, bold: bool = False) -> tuple[str, ...]:
    """The fewest lines of at most `width`, as even as they can be; a longer word has a line to itself."""
    lines = _filled(text, width, size, bold)
    widest = max(text_width(line, size, bold) for line in lines)
    for narrower in range(int(min(width, widest)), 30, -3):
        other = _filled(text, narrower, size, bold)
        if len(other) > len(lines) or max(text_width(line, size, bold) for line in other) > widest:
            break
        lines, widest = other, max(text_width(line, size, bold) for line in other)
    return tuple(lines)


def _filled(text: str, width: float, size: float, bold: bool) -> list[str]:
    return typesetting.filled(text, lambda line: text_width(line, size, bold) <= width)


@cache
def _advance(letter: str) -> float:
    """The advance of a letter in thousandths of the font's size."""
    return float(typesetting.font(1000).getlength(letter))


# The page and the file show one drawing, and most edits in `make serve` leave it as it is.
@lru_cache(maxsize=len(_WRAPS))
def _laid_out(
    questions: tuple[_Asked, ...], ends: tuple[tuple[str, str], ...], box: float, answer: float
) -> Drawing:
    graph = graphlay.Graph()
    lines_of: dict[str, tuple[str, ...]] = {}

    def add(name: str, lines: tuple[str, ...], widest: float, aside: float, height: float) -> None:
        graph.node(name, width=round(widest + 2 * aside, 1), height=round(height, 1))
        lines_of[name] = lines

    for question in questions:
        lines = wrapped(question.ask, box, bold=True)
        widest = max(text_width(line, bold=True) for line in lines)
        add(question.id, lines, widest, POINT + 2, len(lines) * LINE + 10)
    for name, text in ends:
        lines = wrapped(text, box)
        add(name, lines, max(map(text_width, lines)), 6, len(lines) * LINE + 10)
    for question in questions:
        for step, label, to in question.choices:
            lines = wrapped(label, answer, ANSWER_FONT)
            widest = max(text_width(line, ANSWER_FONT) for line in lines)
            add(step, lines, widest, 3, len(lines) * ANSWER_LINE)
            graph.edge(question.id, step, weight=4)
            graph.edge(step, to)
    bold = {question.id for question in questions}
    return _drawing(graphlay.layout(graph, options=_OPTIONS), graph, lines_of, bold)


def _drawing(
    found: graphlay.Layout, graph: graphlay.Graph, lines_of: dict[str, tuple[str, ...]], bold: set[str]
) -> Drawing:
    low, high = found.bounds["min"], found.bounds["max"]

    def place(point: dict[str, float]) -> Point:
        return round(point["x"] - low["x"] + _MARGIN, 1), round(point["y"] - low["y"] + _MARGIN, 1)

    boxes = {}
    for name, node in zip(graph.ids, found.nodes, strict=True):
        x, y = place(node["center"])
        size = node["size"]
        boxes[name] = Box(name, lines_of[name], x, y, size["width"], size["height"], name in bold)
    routes = [tuple(place(point) for point in edge["points"]) for edge in found.edges]
    steps = [box.id for box in boxes.values() if box.is_answer]
    lines = tuple(
        Line(step, enters, leaves)
        for step, enters, leaves in zip(steps, routes[::2], routes[1::2], strict=True)
    )
    return Drawing(
        round(high["x"] - low["x"] + 2 * _MARGIN, 1),
        round(high["y"] - low["y"] + 2 * _MARGIN, 1),
        boxes,
        lines,
        tuple(sorted(set(_knots(routes, [(edge["source"], edge["target"]) for edge in graph.edges])))),
    )


def _knots(routes: Sequence[Sequence[Point]], ends: Sequence[tuple[int, int]]) -> Iterable[Point]:
    """Where a line bends away from one of the same box: without a dot it would look like a crossing."""
    for one, (source, target) in zip(routes, ends, strict=True):
        for other, (source2, target2) in zip(routes, ends, strict=True):
            if one is other or (source != source2 and target != target2):
                continue
            for bend in one[1:-1]:
                if any(_inside(bend, start, end) for start, end in pairwise(other)):
                    yield bend


def _inside(point: Point, start: Point, end: Point) -> bool:
    """Whether a point lies on a level or upright line, and not at its ends."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    if abs(x1 - x2) < 0.2:
        return abs(x - x1) < 0.2 and min(y1, y2) + 1 < y < max(y1, y2) - 1
    return abs(y1 - y2) < 0.2 and abs(y - y1) < 0.2 and min(x1, x2) + 1 < x < max(x1, x2) - 1
