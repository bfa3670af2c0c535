"""The layout of the flowchart: the same each time, nothing on top of anything else, and small enough."""

import subprocess
import sys
from itertools import combinations, pairwise

import pytest

from scripts.content import reader
from scripts.content.tree import Content
from scripts.render import flowchart_layout, flowchart_svg
from scripts.render.flowchart_layout import Box, Drawing

PRINT = """
from scripts.content import reader
from scripts.render import flowchart_svg
print(flowchart_svg.drawing(reader.read()[0]))
"""


@pytest.fixture(scope="module")
def content() -> Content:
    return reader.read()[0]


@pytest.fixture(scope="module")
def drawn(content: Content) -> Drawing:
    found = flowchart_svg.drawing(content)
    assert found
    return found


def test_every_run_gives_the_same(drawn: Drawing) -> None:
    for seed in ("1", "2"):
        again = subprocess.run(
            [sys.executable, "-c", PRINT],
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        )
        assert again.stdout.strip() == str(drawn)


def test_it_fits_one_and_a_half_screens(drawn: Drawing) -> None:
    assert drawn.width <= 1280
    assert drawn.height <= 1350


def overlap(one: Box, other: Box) -> bool:
    return (
        abs(one.x - other.x) < (one.width + other.width) / 2
        and abs(one.y - other.y) < (one.height + other.height) / 2
    )


def test_no_box_and_no_words_of_an_answer_lie_on_another(drawn: Drawing) -> None:
    faults = [(a.id, b.id) for a, b in combinations(drawn.boxes.values(), 2) if overlap(a, b)]
    assert faults == []


def test_no_line_runs_through_a_box_or_an_answer_of_others(drawn: Drawing) -> None:
    faults = []
    for line in drawn.lines:
        for route in (line.enters, line.leaves):
            for (x1, y1), (x2, y2) in pairwise(route):
                middle = Box("", (), (x1 + x2) / 2, (y1 + y2) / 2, abs(x1 - x2), abs(y1 - y2), False)
                for box in drawn.boxes.values():
                    inner = Box(box.id, (), box.x, box.y, box.width - 2, box.height - 2, False)
                    if overlap(middle, inner):
                        faults.append((line.id, box.id))
    assert faults == []


def test_a_line_leads_from_its_question_over_its_answer_to_what_follows(
    content: Content, drawn: Drawing
) -> None:
    assert content.decision
    answers = {
        f"{question.id}.{answer.id}": (question.id, answer.to)
        for question in content.decision.questions
        for answer in question.answers
    }
    assert {line.id for line in drawn.lines} == set(answers)
    for line in drawn.lines:
        source, target = answers[line.id]
        for (x, y), name in (
            (line.enters[0], source),
            (line.enters[-1], line.id),
            (line.leaves[0], line.id),
            (line.leaves[-1], target),
        ):
            box = drawn.boxes[name]
            assert abs(x - box.x) <= box.width / 2 + 1, (line.id, name)
            assert abs(y - box.y) <= box.height / 2 + 1, (line.id, name)


def test_text_is_wrapped_evenly_and_wholly() -> None:
    text = "A model of our own, trained from the start"
    lines = flowchart_layout.wrapped(text, 90)
    assert " ".join(lines) == text
    assert max(map(flowchart_layout.text_width, lines)) <= 90
    assert flowchart_layout.wrapped("microcontrollers", 20) == ("microcontrollers",)


def test_a_decision_that_has_no_room_is_told(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flowchart_layout, "WIDTH", 300)
    with pytest.raises(ValueError, match=r"questions\.yml: the flowchart needs .* shorten labels"):
        flowchart_svg.drawing(content)
