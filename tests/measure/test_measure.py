"""The suite of measurements: equal first, timed in rounds, recorded once, and read honestly."""

import dataclasses
import sys
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.content import measured_runs
from scripts.execute import environment
from scripts.measure import catalogue, run, trial
from scripts.measure.case import Subject
from scripts.measure.run import MeasureError, measure
from scripts.model.measurement import MeasuredSubject
from tests.measure.subjects import sleeping, waking

PACKAGE = sleeping.__name__.rpartition(".")[0]


def only(*names: str, subject: Subject = sleeping.SUBJECT) -> Subject:
    """The subject with these variants alone."""
    variants = tuple(entry for entry in subject.variants if entry.id in names)
    return dataclasses.replace(subject, variants=variants)


def tried(subject: Subject) -> MeasuredSubject | MeasureError:
    return trial.try_out([subject], PACKAGE)[subject.id]


def processes(subject: Subject) -> set[float]:
    """The processes in which its variants were tried."""
    found = tried(subject)
    assert isinstance(found, MeasuredSubject)
    return {entry.facts["process"] for entry in found.variants}


@pytest.mark.usefixtures("interpreter")
def test_variants_are_timed_in_rounds_after_their_outputs_agree() -> None:
    measured = measure(only("short", "long", "untimed"), rounds=3, package=PACKAGE)
    found = {entry.id: entry for entry in measured.variants}
    assert [len(entry.rounds) for entry in measured.variants] == [3, 3, 0]
    assert all(len(samples) >= 3 for samples in found["short"].rounds)
    assert found["untimed"].facts == {"naps": 3.0}
    against = measured_runs.ratio(found["long"], found["short"])
    assert against
    assert not against.is_one


@pytest.mark.usefixtures("interpreter")
@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("short", "other"), "“other” differs from “short” by 7, and 0.001 is allowed"),
        (("short", "fewer"), "“fewer” gives 1 outputs, not 2"),
        (("short", "broken"), "“broken” ended with code 1: ValueError: no such operation"),
    ],
)
def test_a_variant_that_is_not_equal_or_fails_is_never_timed(names: tuple[str, ...], message: str) -> None:
    with pytest.raises(MeasureError, match=message):
        measure(only(*names), rounds=1, package=PACKAGE)


@pytest.mark.usefixtures("interpreter")
def test_a_trial_gives_what_would_be_recorded() -> None:
    found = trial.try_out([only("short", "long", "untimed")], PACKAGE)["sleeping"]
    assert isinstance(found, MeasuredSubject)
    assert [len(entry.rounds) for entry in found.variants] == [1, 1, 0]


@pytest.mark.usefixtures("interpreter")
@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("short", "other"), "differs from “short” by 7"),
        (("short", "fewer"), "gives 1 outputs, not 2"),
        (("short", "broken", "long"), "“broken” ended with code 1: ValueError: no such operation"),
    ],
)
def test_a_trial_says_what_is_wrong_and_goes_on(names: tuple[str, ...], message: str) -> None:
    found = trial.try_out([only(*names)], PACKAGE)["sleeping"]
    assert isinstance(found, MeasureError)
    assert message in str(found)


@pytest.mark.usefixtures("interpreter")
def test_a_variant_that_does_not_answer_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "READY_SECONDS", 0.001)
    with pytest.raises(MeasureError, match="“short” ended with code -9"):
        measure(only("short", "long"), rounds=1, package=PACKAGE)


@pytest.mark.usefixtures("interpreter")
def test_a_trial_goes_on_in_a_new_process_after_one_that_ends() -> None:
    dead = only("first", "dead", subject=dataclasses.replace(waking.SUBJECT, alone=False))
    found = trial.try_out([dead, only("short", "long", "untimed")], PACKAGE)
    assert str(found["waking"]) == "the variant “dead” ended with code 3: nothing on standard error"
    assert isinstance(found["sleeping"], MeasuredSubject)


@pytest.mark.usefixtures("interpreter")
def test_a_trial_stops_a_variant_that_takes_too_long() -> None:
    found = trial.try_out([only("short", "stuck")], PACKAGE, time_limit=2)["sleeping"]
    assert isinstance(found, MeasureError)
    assert str(found).startswith("the variant “stuck” was at work when 2 s were over")


@pytest.mark.usefixtures("interpreter")
def test_variants_share_a_process_in_a_trial_unless_the_process_is_measured() -> None:
    both = only("first", "second", subject=waking.SUBJECT)
    assert len(processes(dataclasses.replace(both, alone=False))) == 1
    assert len(processes(both)) == 2


@pytest.mark.usefixtures("interpreter")
def test_a_variant_runs_in_the_environment_that_it_names(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def interpreter(name: str) -> Path:
        asked.append(name)
        return Path(sys.executable)

    monkeypatch.setattr(environment, "interpreter", interpreter)
    first, second = only("first", "second", subject=dataclasses.replace(waking.SUBJECT, alone=False)).variants
    apart = dataclasses.replace(second, environment="executorch")
    both = dataclasses.replace(waking.SUBJECT, alone=False, variants=(first, apart))
    assert len(processes(both)) == 2
    assert set(asked) == {"frameworks", "executorch"}
    asked.clear()
    measure(both, rounds=1, package=PACKAGE)
    assert asked == ["frameworks", "executorch"]


@pytest.mark.usefixtures("interpreter")
def test_a_trial_misses_facts_that_are_declared_and_refuses_others() -> None:
    quiet = dataclasses.replace(only("quiet", subject=waking.SUBJECT), reference="quiet")
    assert str(tried(quiet)) == "no variant gives what it declares: process"
    assert isinstance(tried(dataclasses.replace(quiet, may_lack=frozenset({"process"}))), MeasuredSubject)
    undeclared = dataclasses.replace(only("first", subject=waking.SUBJECT), facts={})
    assert str(tried(undeclared)) == "it gives facts that it does not declare: process"


def test_the_command_tries_without_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(catalogue, "all_subjects", lambda: [only("short", "broken")])
    monkeypatch.setattr(trial, "try_out", lambda _entries: {"sleeping": MeasureError("it sleeps")})
    assert main(["measure", "--quick", "--root", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.err == "scripts/measure/subjects/sleeping.py:1: it sleeps; correct the subject [measured]\n"
    assert "subjects: 0 passed, 1 failed" in said.out
    assert not list(tmp_path.rglob("*.json"))


def test_every_subject_is_complete() -> None:
    subjects = catalogue.all_subjects()
    assert len({entry.id for entry in subjects}) == len(subjects) >= 10
    for entry in subjects:
        ids = [each.id for each in entry.variants]
        assert len(set(ids)) == len(ids)
        assert entry.reference in ids
        assert entry.group in catalogue.GROUPS
        assert {each.side for each in entry.variants} == {"tensorflow", "pytorch"}


def test_an_unknown_subject_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", "nothing"]) == 2
    assert "known are" in capsys.readouterr().err
