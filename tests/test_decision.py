"""The decision of this site: every path ends well, and twelve readers land where they should."""

import pytest

from scripts import content, decision
from scripts.content import Content
from scripts.model.decision import MOST_ANSWERS, UNSURE, Decision


@pytest.fixture(scope="module")
def found() -> Content:
    read, problems = content.read()
    assert problems == []
    return read


@pytest.fixture(scope="module")
def asked(found: Content) -> Decision:
    assert found.decision
    return found.decision


# Who asks, the answers they would give, where they must land, and why there.
PERSONAS = [
    (
        "an insurer whose fraud model has run on TensorFlow Serving since 2020",
        "today.tensorflow,reason.none",
        "stay-tensorflow",
        "nothing is wrong with it, and a move would cost without giving anything",
    ),
    (
        "the same insurer, asked for a chat assistant beside it",
        "today.tensorflow,reason.models",
        "pytorch-beside",
        "the old service stays; the language model comes with PyTorch code",
    ),
    (
        "a shop stuck on Keras 2 and Python 3.11",
        "today.tensorflow,reason.upgrade",
        "keras-bridge",
        "Keras 3 takes the code along without a rewrite",
    ),
    (
        "a team that has decided to leave TensorFlow",
        "today.tensorflow,reason.team",
        "move",
        "the decision is made; what helps is the order of the steps",
    ),
    (
        "a start-up with a product on PyTorch that hears of TensorFlow's better production",
        "today.pytorch",
        "stay-pytorch",
        "a working product is not rewritten for a verdict of years ago",
    ),
    (
        "a doctoral student in computer vision, new model, result is a paper",
        "today.nothing,model.own,target.paper",
        "research",
        "papers and their code are mostly PyTorch; the article says the same",
    ),
    (
        "an agency that puts an open language model behind an interface",
        "today.nothing,model.pretrained,scale.serve",
        "pytorch-serve",
        "the servers for language models are built on PyTorch",
    ),
    (
        "a laboratory that trains a large model on TPUs",
        "today.nothing,model.pretrained,scale.scratch",
        "jax",
        "on TPUs both frameworks are in transition",
    ),
    (
        "an Android developer with a camera app",
        "today.nothing,model.own,target.phone,device.android",
        "litert",
        "the runtime decides, and LiteRT puts Android first",
    ),
    (
        "a maker of hearing aids with a microcontroller",
        "today.nothing,model.own,target.micro",
        "litert",
        "the TensorFlow line names more boards and has the smaller core",
    ),
    (
        "an engineer on a Windows laptop with an NVIDIA card, server model",
        "today.nothing,model.own,target.server,machines.other-gpus",
        "pytorch",
        "TensorFlow has no GPU build for native Windows",
    ),
    (
        "a team of Keras writers with a model of standard layers on Linux",
        "today.nothing,model.own,target.server,machines.nvidia,team.keras",
        "keras",
        "Keras 3 keeps what they know and leaves the framework open",
    ),
]


@pytest.mark.parametrize(("who", "steps", "outcome", "why"), PERSONAS, ids=[p[0] for p in PERSONAS])
def test_a_reader_lands_where_they_should(
    asked: Decision, who: str, steps: str, outcome: str, why: str
) -> None:
    way = decision.walk(asked, steps.split(","))
    assert way.end == outcome, f"{who}: {why}"
    assert [step.id for step in way.steps] == steps.split(",")


def test_every_path_ends_at_an_outcome_in_at_most_seven_answers(found: Content, asked: Decision) -> None:
    ways = list(decision.paths(asked, unsure=True))
    assert {way.end for way in ways} == set(found.outcomes)
    assert max(len(way.steps) for way in ways) <= MOST_ANSWERS
    for way in ways:
        again = decision.walk(asked, [step.id for step in way.steps])
        assert again == way


def test_steps_are_taken_in_any_order_and_others_are_ignored(asked: Decision) -> None:
    way = decision.walk(asked, ["scale.serve", "target.phone", "model.pretrained", "today.nothing", "x.y"])
    assert way.end == "pytorch-serve"
    assert decision.walk(asked, ["today.nothing", "model.none"]).end == "model"
    assert decision.walk(asked, []).end == asked.start


def test_not_knowing_anything_still_leads_somewhere(found: Content, asked: Decision) -> None:
    names = [f"{question.id}.{UNSURE}" for question in asked.questions]
    assert decision.walk(asked, names).end in found.outcomes


def test_outcomes_take_every_side(found: Content) -> None:
    sides = {outcome.side for _, outcome in found.outcomes.values()}
    assert sides == {"tensorflow", "pytorch", "both", "either", "neither"}


def test_the_article_is_followed_where_it_holds_and_left_where_it_does_not(
    found: Content, asked: Decision
) -> None:
    ends = {case.id: (case.then, decision.walk(asked, case.path).end) for case in asked.article}
    outcomes = found.outcomes
    assert set(ends) == {"production", "mobile", "research", "debugging"}
    assert outcomes[ends["research"][1]][1].side == "pytorch"
    assert outcomes[ends["production"][1]][1].side != "tensorflow"
