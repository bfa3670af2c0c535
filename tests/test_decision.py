"""The decision of this site: every path ends well, and readers of many kinds land where they should."""

import pytest

from scripts.content import decision_paths, reader
from scripts.content.tree import Content
from scripts.model.decision import MOST_ANSWERS, UNSURE, Decision


@pytest.fixture(scope="module")
def found() -> Content:
    read, problems = reader.read()
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
        "today.pytorch,change.none",
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
    (
        "a clinic whose PyTorch model must now run inside a C# program",
        "today.pytorch,change.place,place.program",
        "export",
        "the program cannot hold Python, and an ONNX file needs no framework",
    ),
    (
        "a retailer whose PyTorch detector must move to phones of both kinds",
        "today.pytorch,change.place,place.phone,device.both-systems",
        "executorch",
        "one code base for both systems is what ExecuTorch is for",
    ),
    (
        "a maker of doorbells with a PyTorch model and a chip without a system",
        "today.pytorch,change.place,place.micro",
        "litert",
        "the TensorFlow line names more boards, and takes PyTorch models",
    ),
    (
        "a newspaper that wants its PyTorch classifier in the reader's page",
        "today.pytorch,change.place,place.page",
        "browser",
        "the active runtimes for pages read models from both",
    ),
    (
        "a group whose PyTorch training moves from NVIDIA to AMD cards",
        "today.pytorch,change.machines,hardware.gpus",
        "retrain",
        "the code stays; the machine is what has to be tried",
    ),
    (
        "a company that was given TPU credits for its PyTorch models",
        "today.pytorch,change.machines,hardware.tpus",
        "jax",
        "on TPUs both are in transition",
    ),
    (
        "a bank that still serves through TorchServe",
        "today.pytorch,change.aged",
        "stay-pytorch",
        "the part is archived, the framework is not",
    ),
    (
        "a PyTorch team bought by a company that requires TensorFlow",
        "today.pytorch,change.others",
        "keras",
        "new parts in Keras run on both, and old code need not move",
    ),
    (
        "a PyTorch user who knows no reason",
        "today.pytorch,change.unsure",
        "stay-pytorch",
        "without a reason nothing changes",
    ),
    (
        "an airline with a TensorFlow model that must run in the browser",
        "today.tensorflow,reason.place,place.page",
        "browser",
        "the model leaves as a file; the code stays",
    ),
    (
        "a TensorFlow team whose people were given Macs",
        "today.tensorflow,reason.machines,hardware.gpus",
        "retrain",
        "Keras code can change its backend there",
    ),
    (
        "a TensorFlow team that must answer from Java without TensorFlow",
        "today.tensorflow,reason.place,place.program",
        "export",
        "the file decides, not the training code",
    ),
    (
        "a utility with TensorFlow 1 sessions from 2018 that still forecast",
        "today.old,legacy.run",
        "freeze",
        "it works, and it is of a generation that ended",
    ),
    (
        "the same utility, whose forecast must learn a new tariff",
        "today.old,legacy.more",
        "revive",
        "it must be trained again, so it is ported once",
    ),
    (
        "an heir of TensorFlow 1 code who cannot say what it is for",
        "today.old,legacy.unsure",
        "freeze",
        "freezing loses nothing",
    ),
    (
        "a student in the first term of a course",
        "today.learning",
        "learn",
        "nothing has to run; what is taught and read decides",
    ),
    (
        "a novelist who wants a language model to write in their style",
        "today.nothing,model.pretrained,scale.adapt",
        "pytorch",
        "the model libraries for adapting run on PyTorch",
    ),
    (
        "a start-up that needs TFX because its customer does",
        "today.nothing,model.own,target.server,machines.nvidia,team.parts",
        "tensorflow",
        "a part by name is the reason",
    ),
    (
        "two founders with one model of standard layers and no preference",
        "today.nothing,model.own,target.server,machines.nvidia,team.standard",
        "either",
        "both do it equally well",
    ),
    (
        "a mapping office that will train on TPUs from the start",
        "today.nothing,model.own,target.server,machines.tpus",
        "jax",
        "on TPUs both are in transition",
    ),
]


@pytest.mark.parametrize(("who", "steps", "outcome", "why"), PERSONAS, ids=[p[0] for p in PERSONAS])
def test_a_reader_lands_where_they_should(
    asked: Decision, who: str, steps: str, outcome: str, why: str
) -> None:
    way = decision_paths.walk(asked, steps.split(","))
    assert way.end == outcome, f"{who}: {why}"
    assert [step.id for step in way.steps] == steps.split(",")


@pytest.mark.parametrize("code", ["tensorflow", "pytorch", "old"])
def test_everyone_with_code_is_asked_what_brought_them(asked: Decision, code: str) -> None:
    step = decision_paths.step_of(asked.questions[0], code)
    assert step
    assert asked.question(step.answer.to), f"{code} leads to an outcome without a question"


def test_every_outcome_is_where_some_reader_should_land(found: Content) -> None:
    assert {outcome for _, _, outcome, _ in PERSONAS} == set(found.outcomes)
    with_code = [
        steps for _, steps, _, _ in PERSONAS if not steps.startswith(("today.nothing", "today.learning"))
    ]
    assert len(with_code) >= len(PERSONAS) / 2


def test_every_path_ends_at_an_outcome_in_at_most_seven_answers(found: Content, asked: Decision) -> None:
    ways = list(decision_paths.paths(asked, unsure=True))
    assert {way.end for way in ways} == set(found.outcomes)
    assert max(len(way.steps) for way in ways) <= MOST_ANSWERS
    for way in ways:
        again = decision_paths.walk(asked, [step.id for step in way.steps])
        assert again == way


def test_steps_are_taken_in_any_order_and_others_are_ignored(asked: Decision) -> None:
    way = decision_paths.walk(
        asked, ["scale.serve", "target.phone", "model.pretrained", "today.nothing", "x.y"]
    )
    assert way.end == "pytorch-serve"
    assert decision_paths.walk(asked, ["today.nothing", "model.none"]).end == "model"
    assert decision_paths.walk(asked, []).end == asked.start


def test_not_knowing_anything_still_leads_somewhere(found: Content, asked: Decision) -> None:
    names = [f"{question.id}.{UNSURE}" for question in asked.questions]
    assert decision_paths.walk(asked, names).end in found.outcomes


def test_outcomes_take_every_side(found: Content) -> None:
    sides = {outcome.side for _, outcome in found.outcomes.values()}
    assert sides == {"tensorflow", "pytorch", "both", "either", "neither"}


def test_the_article_is_followed_where_it_holds_and_left_where_it_does_not(
    found: Content, asked: Decision
) -> None:
    ends = {case.id: (case.then, decision_paths.walk(asked, case.path).end) for case in asked.article}
    outcomes = found.outcomes
    assert set(ends) == {"production", "mobile", "research", "debugging"}
    assert outcomes[ends["research"][1]][1].side == "pytorch"
    assert outcomes[ends["production"][1]][1].side != "tensorflow"
