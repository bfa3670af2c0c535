"""The suite of measurements: equal first, timed in rounds, recorded once, and read honestly."""

import dataclasses
import datetime
import json
import sys
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.commands import measure as command
from scripts.content import measured_runs
from scripts.execute import environment
from scripts.measure import catalogue, machine, run, trial
from scripts.measure.case import Subject, spread
from scripts.measure.run import MeasureError, measure
from scripts.model.measurement import MeasuredRun, MeasuredSubject, MeasuredVariant
from scripts.render import measurements
from tests.conftest import Sample
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


def variant(name: str, rounds: list[list[float]]) -> MeasuredVariant:
    return MeasuredVariant(id=name, made=1.0, outputs=[1.0], facts={}, rounds=rounds)


def record(started: str = "2026-11-22T10:00:00Z", memory: int = 8, details: str = "") -> MeasuredRun:
    return MeasuredRun(
        started=datetime.datetime.fromisoformat(started),
        seconds=1.0,
        machine=machine.describe("Test machine").model_copy(update={"memory": memory}),
        load=0.1,
        flags={measured_runs.DETAILS: details} if details else {},
        versions={"torch": "2.13.0"},
        subjects=[
            MeasuredSubject(
                id="matmul",
                variants=[
                    variant("tensorflow", [[0.002, 0.002], [0.0022, 0.0022]]),
                    variant("pytorch", [[0.001, 0.001], [0.001, 0.001]]),
                ],
            )
        ],
    )


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


def test_a_run_is_written_once_and_read_as_it_was(tmp_path: Path) -> None:
    file = command.write(tmp_path, record())
    assert file.name == "2026-11-22-1000-test-machine.json"
    ((name, read),) = measured_runs.read(tmp_path)
    assert name == file.name
    assert len(read.fingerprint) == 64
    assert read.model_copy(update={"fingerprint": ""}) == record()
    with pytest.raises(FileExistsError):
        command.write(tmp_path, record())


def test_the_newest_run_comes_first(tmp_path: Path) -> None:
    command.write(tmp_path, record())
    command.write(tmp_path, record("2026-11-23T09:00:00Z"))
    found = measured_runs.of_subject(measured_runs.read(tmp_path), "matmul")
    assert [entry.run.started.day for entry in found] == [23, 22]


def test_runs_before_are_told_apart_by_their_machine(tmp_path: Path) -> None:
    for started, memory in (("21T09", 8), ("22T09", 9), ("23T09", 8), ("24T09", 8)):
        command.write(tmp_path, record(f"2026-11-{started}:00:00Z", memory))
    same, other = measured_runs.before(measured_runs.of_subject(measured_runs.read(tmp_path), "matmul"))
    assert same
    assert other
    assert (same.run.started.day, other.run.started.day) == (23, 22)


def test_a_first_run_has_none_before_it(tmp_path: Path) -> None:
    command.write(tmp_path, record())
    assert measured_runs.before(measured_runs.of_subject(measured_runs.read(tmp_path), "matmul")) == (
        None,
        None,
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("cpu family\t: 23\nmodel\t\t: 1\nflags\t\t: fpu avx avx2 sse\n", "family 23, model 1, AVX2"),
        ("cpu family\t: 26\nmodel\t\t: 2\nflags\t\t: avx2 avx512f\n", "family 26, model 2, AVX-512"),
        ("BogoMIPS\t: 50.00\nFeatures\t: fp asimd\n", ""),
    ],
)
def test_processors_of_one_name_are_told_apart(text: str, told: str) -> None:
    assert machine._details_of(text) == told


def test_a_difference_inside_the_spread_is_no_difference() -> None:
    one, same = variant("a", [[1.0], [1.1], [0.9]]), variant("b", [[1.05], [1.0], [1.0]])
    against = measured_runs.ratio(one, same)
    assert against
    assert against.is_one
    assert measurements.ratio(against).startswith("no difference")
    other = measured_runs.ratio(variant("c", [[2.0], [2.2]]), variant("d", [[1.0], [1.0]]))
    assert other
    assert measurements.ratio(other) == "2.1 × (2 to 2.2)"


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0.00000123, "seconds", "1.23 µs"),
        (0.0123, "seconds", "12.3 ms"),
        (2.5, "seconds", "2.5 s"),
        (741_123_456, "bytes", "741.1 MB"),
        (5_300, "bytes", "5.3 kB"),
        (12, "steps", "12 steps"),
    ],
)
def test_amounts_read_well(value: float, unit: str, text: str) -> None:
    assert measurements.amount(value, unit) == text


def test_a_subject_is_shown_with_chart_table_and_place(compared: Sample) -> None:
    command.write(compared.docs, record())
    matmul = next(entry for entry in catalogue.all_subjects() if entry.id == "matmul")
    shown = measurements.subject(compared.read(), matmul)
    assert '<svg class="bars" role="img" aria-label="' in shown
    assert "style=" not in shown
    assert "2.1 × (2 to 2.2)" in shown
    assert "/measurements/results/2026-11-22-1000-test-machine.json" in shown


def test_runs_before_stand_beside_the_newest(compared: Sample) -> None:
    command.write(compared.docs, record("2026-11-20T10:00:00Z", memory=9))
    command.write(compared.docs, record("2026-11-21T10:00:00Z"))
    command.write(compared.docs, record("2026-11-22T10:00:00Z", details="family 1, model 2"))
    matmul = next(entry for entry in catalogue.all_subjects() if entry.id == "matmul")
    shown = measurements.subject(compared.read(), matmul)
    assert "| 21 November 2026, same machine | 20 November 2026, another machine |" in shown
    assert "(family 1, model 2), one thread" in shown


def test_a_new_result_is_shown_by_the_next_build(compared: Sample) -> None:
    command.write(compared.docs, record("2026-11-21T10:00:00Z"))
    assert "22 November 2026" not in measurements.all_subjects(compared.read())
    file = command.write(compared.docs, record("2026-11-22T10:00:00Z"))
    assert "22 November 2026" in measurements.all_subjects(compared.read())
    file.write_text(file.read_text(encoding="utf-8").replace("11-22T10", "11-20T10"), encoding="utf-8")
    assert "20 November 2026" in measurements.machines(compared.read())


def test_a_fact_measured_several_times_shows_its_spread() -> None:
    facts = {"bytes": 5300.0, **spread("seconds", [2.0, 1.0, 4.0])}
    assert measurements._fact(facts, "seconds", "seconds") == "2 s (1 s to 4 s)"
    assert measurements._fact(facts, "bytes", "bytes") == "5.3 kB"
    assert measurements._fact(facts, "nothing", "bytes") == "–"


def test_evidence_names_a_subject_that_was_measured(compared: Sample) -> None:
    old = "    - kind: judged\n      says: We read the two manuals.\n"
    compared.change(
        "compare/a-row.md",
        old,
        "    - kind: measured\n      result: matmul\n      says: It is so, and measured.\n",
    )
    problem = compared.problems()[0]
    assert compared.problems() == [problem]
    assert problem.rule == "measured-result", str(problem)
    assert problem.remedy == "run `python -m scripts measure matmul`"
    command.write(compared.docs, record())
    assert compared.problems() == []
    compared.change("compare/a-row.md", "result: matmul", "result: nothing")
    (problem,) = compared.problems()
    assert "no subject" in problem.fault


def test_a_result_that_was_edited_badly_is_found(compared: Sample) -> None:
    file = command.write(compared.docs, record())
    fields = json.loads(file.read_text(encoding="utf-8"))
    del fields["machine"]
    file.write_text(json.dumps(fields), encoding="utf-8")
    (problem,) = compared.problems()
    assert problem.rule == "measured-result"
    assert "results are never edited" in problem.remedy


def test_an_unknown_subject_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["measure", "nothing"]) == 2
    assert "known are" in capsys.readouterr().err
