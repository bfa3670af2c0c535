"""Paths through a decision of three questions: which there are, how long, and where steps of a link lead."""

import pytest

from scripts.content import decision_paths
from scripts.model.decision import Decision


def question(name: str, take: str, *leads: tuple[str, str]) -> dict[str, object]:
    """A question whose answers have the ids and lead where `leads` says."""
    return {
        "id": name,
        "ask": "What is there?",
        "help": "Think of what there is.",
        "article": "The article does not ask.",
        "answers": [
            {"id": answer, "label": f"It is {answer}", "to": to, "rows": ["a-row"], "says": "It is there."}
            for answer, to in leads
        ],
        "unsure": {"take": take, "says": "It is the safer guess."},
    }


def decision(*questions: dict[str, object]) -> Decision:
    return Decision.model_validate(
        {"start": "first", "questions": list(questions), "article": [], "former": []}
    )


FIRST = question("first", "no", ("yes", "second"), ("no", "third"))
SECOND = question("second", "up", ("up", "third"), ("down", "one-end"))
THIRD = question("third", "left", ("left", "one-end"), ("right", "other-end"))
# The last question is written first: the order in which readers meet them is another one.
ASKED = decision(THIRD, FIRST, SECOND)


def ways(asked: Decision, unsure: bool) -> list[str]:
    return [
        f"{' '.join(step.id for step in way.steps)} = {way.end}"
        for way in decision_paths.paths(asked, unsure)
    ]


def test_every_path_is_walked_in_the_order_of_the_answers() -> None:
    assert ways(ASKED, unsure=False) == [
        "first.yes second.up third.left = one-end",
        "first.yes second.up third.right = other-end",
        "first.yes second.down = one-end",
        "first.no third.left = one-end",
        "first.no third.right = other-end",
    ]
    assert ways(ASKED, unsure=False) == [
        f"{' '.join(step.id for step in way.steps)} = {way.end}" for way in decision_paths.paths(ASKED)
    ]


def test_not_to_know_is_an_answer_that_leads_where_the_question_says() -> None:
    two = decision(question("first", "no", ("yes", "one-end"), ("no", "third")), THIRD)
    assert ways(two, unsure=True) == [
        "first.yes = one-end",
        "first.no third.left = one-end",
        "first.no third.right = other-end",
        "first.no third.unsure = one-end",
        "first.unsure third.left = one-end",
        "first.unsure third.right = other-end",
        "first.unsure third.unsure = one-end",
    ]


def test_a_circle_ends_where_it_closes() -> None:
    circle = decision(
        question("first", "no", ("yes", "second"), ("no", "one-end")),
        question("second", "up", ("up", "first"), ("down", "one-end")),
    )
    assert ways(circle, unsure=False) == [
        "first.yes second.up = first",
        "first.yes second.down = one-end",
        "first.no = one-end",
    ]


def test_a_question_comes_after_all_that_lead_to_it() -> None:
    assert [entry.id for entry in decision_paths.in_order(ASKED)] == ["first", "second", "third"]


def test_questions_of_one_depth_stand_as_they_are_written_and_others_are_left_out() -> None:
    wide = decision(
        question("never", "a", ("a", "one-end"), ("b", "one-end")),
        question("zebra", "a", ("a", "one-end"), ("b", "one-end")),
        question("adder", "a", ("a", "one-end"), ("b", "one-end")),
        question("first", "no", ("yes", "adder"), ("no", "zebra")),
    )
    assert [entry.id for entry in decision_paths.in_order(wide)] == ["first", "zebra", "adder"]


def test_the_longest_path_is_counted() -> None:
    assert decision_paths.longest(ASKED) == 3


@pytest.mark.parametrize(
    ("steps", "taken", "end"),
    [
        ([], "", "first"),
        (["first.yes"], "first.yes", "second"),
        (["third.right", "first.no"], "first.no third.right", "other-end"),
        (["first.no", "second.up", "third.left"], "first.no third.left", "one-end"),
        (["first.unsure"], "first.unsure", "third"),
        (["first.maybe", "third.left"], "", "first"),
        (["first.yes", "second.sideways", "third.left"], "first.yes", "second"),
        (["first.a.b"], "", "first"),
    ],
)
def test_the_steps_of_a_link_lead_to_a_place_whatever_their_order(
    steps: list[str], taken: str, end: str
) -> None:
    way = decision_paths.walk(ASKED, steps)
    assert (" ".join(step.id for step in way.steps), way.end) == (taken, end)
