"""Results of measurements: how they are written, read, compared round by round, and shown."""

import datetime
import json
from pathlib import Path

import pytest

from scripts.commands import measure as command
from scripts.content import measured_runs
from scripts.measure import catalogue, machine
from scripts.measure.case import spread
from scripts.model.measurement import MeasuredRun, MeasuredSubject, MeasuredVariant
from scripts.render import measurements
from tests.conftest import Sample


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


def test_a_figure_is_the_median_of_the_rounds_medians_with_their_ends() -> None:
    one = variant("a", [[1.0, 2.0, 9.0], [4.0, 4.0], [3.0, 3.0, 3.0]])
    assert measured_runs.seconds(one) == measured_runs.Figure(3.0, 2.0, 4.0)
    other = variant("b", [[1.0, 1.0], [1.0, 8.0, 8.0], [6.0]])
    assert measured_runs.ratio(one, other) == measured_runs.Figure(0.5, 0.5, 2.0)
    untimed = variant("c", [])
    assert (measured_runs.seconds(untimed), measured_runs.ratio(untimed, untimed)) == (None, None)


@pytest.mark.parametrize(
    ("low", "high", "one"),
    [(0.9, 1.1, True), (1.0, 1.1, True), (0.9, 1.0, True), (1.01, 1.1, False), (0.9, 0.99, False)],
)
def test_a_ratio_is_none_where_one_lies_in_its_spread(low: float, high: float, one: bool) -> None:
    assert measured_runs.Figure((low + high) / 2, low, high).is_one is one


def test_runs_are_found_by_their_subject(tmp_path: Path) -> None:
    command.write(tmp_path, record())
    runs = measured_runs.read(tmp_path)
    assert measured_runs.of_subject(runs, "conv") == measured_runs.of_subject(runs, "zeta") == []
    (found,) = measured_runs.of_subject(runs, "matmul")
    assert list(found.variants) == ["tensorflow", "pytorch"]
    assert found.file == "2026-11-22-1000-test-machine.json"


def test_what_is_no_result_is_left_out_and_told(tmp_path: Path) -> None:
    command.write(tmp_path, record())
    folder = tmp_path / "measurements/results"
    (folder / "2026-11-21-broken.json").write_text("{}", encoding="utf-8")
    (folder / "2026-11-20-broken.json").write_text("no JSON", encoding="utf-8")
    (folder / "notes.txt").write_text("no result", encoding="utf-8")
    assert len(measured_runs.read(tmp_path)) == 1
    found = list(measured_runs.faults(tmp_path))
    assert [problem.path.rpartition("/")[2] for problem in found] == [
        "2026-11-21-broken.json",
        "2026-11-20-broken.json",
    ]
    assert {(problem.line, problem.rule) for problem in found} == {(1, "measured-result")}
