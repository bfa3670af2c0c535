"""Commands that write records write what ran: programs, notebooks, measurements, in a stub environment."""

import dataclasses
import functools
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import typing_extensions

from scripts.__main__ import main
from scripts.commands import measure as command
from scripts.content import fingerprint, measured_runs, pair_files, pair_record, program_record
from scripts.execute.pairs import chosen, drift
from scripts.measure import case, catalogue, run
from scripts.model.measurement import MeasuredVariant
from scripts.problem import Problem
from tests.conftest import Sample, packages_of
from tests.measure.subjects import placed, sleeping
from tests.test_notebooks import FILE, booked, code, raw, text, write

__all__ = ["booked"]

# What stands for nbclient: it executes the cells in its own process, and stores what they print.
NBCLIENT = """\
import contextlib
import io

import nbformat


class exceptions:
    class CellExecutionError(Exception):
        def __init__(self, error):
            self.ename, self.evalue, self.traceback = type(error).__name__, str(error), ""

    class CellTimeoutError(Exception):
        pass

    class DeadKernelError(Exception):
        pass


class NotebookClient:
    def __init__(self, notebook, timeout, kernel_name, resources):
        self.notebook = notebook

    def execute(self):
        names, count = {}, 0
        for cell in self.notebook.cells:
            if cell.cell_type != "code" or not cell.source.strip():
                continue
            count += 1
            cell.execution_count = count
            cell.metadata["execution"] = {"iopub.execute_input": "now"}
            printed = io.StringIO()
            try:
                with contextlib.redirect_stdout(printed):
                    exec(cell.source, names)
            except SystemExit:
                raise exceptions.DeadKernelError
            except Exception as error:
                raise exceptions.CellExecutionError(error)
            if printed.getvalue():
                cell.outputs.append(nbformat.v4.new_output("stream", text=printed.getvalue()))
"""


# What nbformat needs.
READS_NOTEBOOKS = (
    *("nbformat", "fastjsonschema", "jsonschema", "jsonschema_specifications", "referencing", "rpds"),
    *("attr", "attrs", "jupyter_core", "platformdirs", "traitlets"),
)
NO_TESTS = shutil.ignore_patterns("__pycache__", "tests")


@pytest.fixture
def kernel(booked: Sample, interpreter: None, tmp_path: Path) -> Sample:
    """The sample with a notebook, and an environment that executes it."""
    del interpreter
    packages = packages_of(tmp_path)
    (packages / "nbclient.py").write_text(NBCLIENT, encoding="utf-8")
    installed = Path(str(typing_extensions.__file__)).parent
    for name in READS_NOTEBOOKS:  # copied: a confined program sees no other environment
        for found in [*installed.glob(name), *installed.glob(f"{name}-*.dist-info")]:
            shutil.copytree(
                found, packages / found.name, ignore=shutil.ignore_patterns("__pycache__", "tests")
            )
    shutil.copy(installed / "typing_extensions.py", packages)
    return booked


def integrity(sample: Sample) -> list[Problem]:
    return [problem for problem in sample.problems() if problem.rule == "record-integrity"]


# Programs -----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("interpreter")
def test_programs_are_run_and_recorded(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    sample.write("tools/one-example.py", "import pytest\nprint(1 + 1)\n")
    assert [problem.rule for problem in sample.problems()] == ["executed-program"]
    assert main(["programs", "--root", str(sample.root)]) == 0
    printed = capsys.readouterr().out
    assert "one: docs/tools/one-example.run.json (" in printed
    assert "programs: 1 passed, 0 failed" in printed
    assert sample.problems() == []
    record = program_record.read_record(sample.docs, "one")
    assert record
    assert (record.printed, record.recorded.isoformat()) == ("2\n", "2026-11-22")
    assert record.program == program_record.fingerprint(sample.docs, "one")
    assert set(record.versions) == {"Python", "pytest"}


@pytest.mark.usefixtures("interpreter")
def test_a_program_that_fails_leaves_its_record(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    before = program_record.record_of(sample.docs, "one").read_bytes()
    sample.write("tools/one-example.py", "print(1)\nassert False, 'not equal'\n")
    assert main(["programs", "--root", str(sample.root)]) == 1
    said = capsys.readouterr()
    assert "docs/tools/one-example.py:1: it failed with exit code 1: AssertionError: not equal" in said.err
    assert "programs: 0 passed, 1 failed" in said.out
    assert program_record.record_of(sample.docs, "one").read_bytes() == before


@pytest.mark.usefixtures("interpreter")
def test_programs_are_compared_and_nothing_is_written(
    sample: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    file = program_record.record_of(sample.docs, "one")
    before = file.stat().st_mtime_ns
    assert main(["programs", "--check", "--root", str(sample.root)]) == 0
    assert "one: prints what is recorded" in capsys.readouterr().out
    sample.change("tools/one-example.py", "one", "two")
    assert main(["programs", "--check", "--root", str(sample.root)]) == 1
    assert "it prints something else than recorded" in capsys.readouterr().err
    assert file.stat().st_mtime_ns == before


@pytest.mark.usefixtures("interpreter")
def test_hashes_of_texts_are_the_same_in_each_run(sample: Sample) -> None:
    sample.write("tools/one-example.py", "print(hash('a'), hash('b'), set('abcdefgh'))\n")
    seen = set()
    for _ in range(2):
        assert main(["programs", "--root", str(sample.root)]) == 0
        record = program_record.read_record(sample.docs, "one")
        assert record
        seen.add(record.printed)
    assert len(seen) == 1


# Notebooks ----------------------------------------------------------------------------------------


def executable(*more: str) -> dict[str, Any]:
    """A notebook whose first cell prints something else than its stored output, which is of an older run."""
    first = "print('new')\nassert True"
    old = {"output_type": "stream", "name": "stdout", "text": ["old\n"]}
    cells = [code(source, None) for source in more]
    return {
        "cells": [raw(), text("# A notebook\n\nIt shows how."), code(first, 7, old), *cells],
        "metadata": {"recorded": "2026-11-01", "versions": {"torch": "1.0"}},
        "nbformat": 4,
        "nbformat_minor": 4,
    }


def test_a_notebook_is_executed_and_stored(kernel: Sample) -> None:
    write(kernel, executable("print('second')"))
    assert main(["notebooks", "--root", str(kernel.root)]) == 0
    stored = json.loads((kernel.docs / FILE).read_text(encoding="utf-8"))
    cells = [cell for cell in stored["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in cells] == [1, 2]
    assert ["".join(cell["outputs"][0]["text"]) for cell in cells] == ["new\n", "second\n"]
    assert stored["metadata"]["recorded"] == "2026-11-22"
    assert list(stored["metadata"]["versions"]) == ["Python"]
    assert stored["metadata"]["fingerprint"] == fingerprint.of_notebook(stored)
    assert integrity(kernel) == []


def test_a_check_of_notebooks_stores_nothing(kernel: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    write(kernel, executable())
    before = (kernel.docs / FILE).read_bytes()
    assert main(["notebooks", "--check", "--root", str(kernel.root)]) == 0
    assert "a-notebook: runs from top to bottom" in capsys.readouterr().out
    assert (kernel.docs / FILE).read_bytes() == before


@pytest.mark.parametrize("options", [["--check"], []])
@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("assert 1 == 2, 'not equal'", "AssertionError: not equal"),
        ("raise SystemExit", "it ended the process that runs the notebook"),
    ],
)
def test_a_cell_that_fails_is_named_and_nothing_is_stored(
    kernel: Sample, capsys: pytest.CaptureFixture[str], options: list[str], source: str, told: str
) -> None:
    write(kernel, executable(source))
    before = (kernel.docs / FILE).read_bytes()
    assert main(["notebooks", *options, "--root", str(kernel.root)]) == 1
    said = capsys.readouterr()
    assert said.err == f"docs/{FILE}:1: cell 4: {told}; correct the notebook [notebook-record]\n"
    assert "notebooks: 0 passed, 1 failed" in said.out
    assert (kernel.docs / FILE).read_bytes() == before


# Notebooks of pairs -------------------------------------------------------------------------------


def plain(sample: Sample, *sources: str) -> Path:
    """The pair's notebook with cells that the stub can execute, which knows no magic."""
    file = pair_files.notebook_of(sample.docs, "a-pair")
    cells = [code(source, None) for source in sources]
    fields = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
    file.write_text(json.dumps(fields), encoding="utf-8")
    return file


def test_the_notebook_of_a_pair_is_run_from_top_to_bottom(
    kernel: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    file = plain(kernel, "first = 1", "assert first == 1")
    before = file.read_bytes()
    options = ["run", "--notebooks", "--root", str(kernel.root)]
    assert main(options) == 0
    said = capsys.readouterr().out
    assert "a-pair: its notebook runs from top to bottom" in said
    assert "notebooks of pairs: 1 passed, 0 failed" in said
    assert file.read_bytes() == before
    plain(kernel, "first = 1", "assert first == 2, 'differs'")
    assert main(options) == 1
    said_of_fault = capsys.readouterr()
    assert said_of_fault.err == (
        "docs/examples/a-pair/a-pair.ipynb:1: cell 2: AssertionError: differs; "
        "correct the programs, or say in `no_notebook` why it cannot run [pair-run]\n"
    )
    assert "notebooks of pairs: 0 passed, 1 failed" in said_of_fault.out


def test_a_pair_may_offer_no_notebook_and_says_why(
    paired: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    paired.change("examples/a-pair/index.md", "  tools:", "  no_notebook: It cannot be so.\n  tools:")
    (problem,) = paired.problems()
    assert problem.fault == "the pair offers no notebook, as `no_notebook` says, and here is one"
    assert main(["run", "--root", str(paired.root)]) == 0
    assert not pair_files.notebook_of(paired.docs, "a-pair").exists()
    assert paired.problems() == []
    assert main(["run", "--notebooks", "--root", str(paired.root)]) == 0
    assert "a-pair: offers no notebook" in capsys.readouterr().out


def test_sides_of_two_environments_have_no_common_notebook(paired: Sample) -> None:
    page = "examples/a-pair/index.md"
    paired.change(page, "  tools:", "  environments: {pytorch: executorch}\n  tools:")
    faults = [problem.remedy for problem in paired.problems() if problem.path == f"docs/{page}"]
    assert faults[0] == "its sides need two environments, so say in `no_notebook` why it offers none"


def test_a_tenth_is_the_same_for_a_commit_and_all_in_turn() -> None:
    names = [f"pair-{number}" for number in range(51)]
    one = chosen.tenth(names, "a1b2")
    assert len(one) == 6
    assert chosen.tenth(reversed(names), "a1b2") == one
    assert chosen.tenth(names, "c3d4") != one
    assert set().union(*(chosen.tenth(names, f"commit {number}") for number in range(200))) == set(names)


# Measurements -------------------------------------------------------------------------------------


@pytest.fixture
def napping(monkeypatch: pytest.MonkeyPatch) -> str:
    """The suite with one subject, of two short variants."""
    variants = tuple(entry for entry in sleeping.SUBJECT.variants if entry.id in ("short", "long"))
    subject = dataclasses.replace(sleeping.SUBJECT, variants=variants)
    package = sleeping.__name__.rpartition(".")[0]
    monkeypatch.setattr(catalogue, "all_subjects", lambda: [subject])
    monkeypatch.setattr(command, "measure", functools.partial(run.measure, package=package))
    monkeypatch.setattr(command, "PACKAGES", ("pytest",))
    return subject.id


@pytest.mark.usefixtures("interpreter", "napping")
def test_a_measurement_is_written_into_a_new_file(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["measure", "--rounds", "3", "--machine", "A machine", "--root", str(sample.root)]
    assert main(options) == 0
    printed = capsys.readouterr().out
    ((name, recorded),) = measured_runs.read(sample.docs)
    assert f"docs/measurements/results/{name}" in printed
    assert name.endswith("-a-machine.json")
    assert "subjects: 1 passed, 0 failed" in printed
    (subject,) = recorded.subjects
    assert {variant.id: len(variant.rounds) for variant in subject.variants} == {"short": 3, "long": 3}
    assert set(recorded.versions) == {"Python", "pytest"}
    fields = json.loads((sample.docs / measured_runs.FOLDER / name).read_text(encoding="utf-8"))
    assert recorded.fingerprint == fingerprint.of(fields)


@pytest.mark.usefixtures("interpreter", "napping")
def test_a_measurement_that_fails_writes_nothing(
    sample: Sample, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise run.MeasureError("they differ")

    monkeypatch.setattr(command, "measure", fail)
    assert main(["measure", "--root", str(sample.root)]) == 1
    assert "scripts/measure/subjects/sleeping.py:1: they differ" in capsys.readouterr().err
    assert not list(sample.root.rglob("measurements/results/*.json"))


@pytest.mark.usefixtures("interpreter")
def test_each_variant_has_one_core_one_thread_and_a_fixed_seed() -> None:
    import os  # noqa: PLC0415

    if not hasattr(os, "sched_getaffinity"):
        pytest.skip("this system does not pin processes")
    measured = run.measure(placed.SUBJECT, 1, placed.__name__.rpartition(".")[0])
    last = float(max(os.sched_getaffinity(0)))
    for variant in measured.variants:
        assert variant.facts == {"cores": 1.0, "core": last, "threads": 1.0, "seed": 0.0}


class Ready:
    """Stands for a variant in its process; notes whose turn it is."""

    def __init__(self, variant: case.Variant, turns: list[str]) -> None:
        self.variant, self.turns = variant, turns
        self.ready = {"timed": True, "outputs": [1.0], "facts": {}, "made": 0.0}

    def time(self, steps: int) -> list[float]:
        if steps > 5:  # the first few only find out how many a round needs
            self.turns.append(self.variant.id)
        return [0.01] * steps

    def stop(self) -> None:
        self.turns.append("stop")


def test_another_variant_begins_each_round(monkeypatch: pytest.MonkeyPatch) -> None:
    turns: list[str] = []
    monkeypatch.setattr(run, "_start", lambda _package, _subject, variant: Ready(variant, turns))
    variants = tuple(case.Variant(name, name, "pytorch", lambda: case.Case(None, [1.0])) for name in "abc")
    subject = dataclasses.replace(sleeping.SUBJECT, variants=variants, reference="a")
    run.measure(subject, 4)
    assert "".join(turns) == "abc" + "bca" + "cab" + "abc" + "stop" * 3


@pytest.mark.parametrize(
    ("outputs", "agree"),
    [
        ([1.0, 2.0], True),
        ([1.0009, 2.0], True),
        ([0.9991, 2.0], True),
        ([1.0, 2.1], False),
        ([1.0, 1.9], False),
        ([float("nan"), 2.0], False),
        ([1.0, float("nan")], False),
    ],
)
def test_outputs_agree_or_nothing_is_timed(outputs: list[float], agree: bool) -> None:
    short, long = sleeping.SUBJECT.variants[:2]
    ready: list[tuple[case.Variant, dict[str, Any]]] = [
        (short, {"outputs": [1.0, 2.0]}),
        (long, {"outputs": outputs}),
    ]
    if agree:
        run.compare(sleeping.SUBJECT, ready)
        return
    with pytest.raises(run.MeasureError, match="“long” differs from “short” by"):
        run.compare(sleeping.SUBJECT, ready)


def timed(*rounds: list[float]) -> MeasuredVariant:
    return MeasuredVariant(id="x", made=1.0, outputs=[], facts={}, rounds=list(rounds))


def test_one_slow_step_or_round_moves_no_figure() -> None:
    slow = timed([1.0, 1.0, 10.0], [1.2, 1.2, 1.2], [9.0, 9.0, 9.0])
    assert measured_runs.seconds(slow) == measured_runs.Figure(1.2, 1.0, 9.0)
    other = timed([2.0, 2.0, 8.0], [2.4, 2.4, 2.4], [3.0, 3.0, 3.0])
    assert measured_runs.ratio(other, slow) == measured_runs.Figure(2.0, 3.0 / 9.0, 2.0)
    assert case.spread("bytes", [1.0, 2.0, 9.0]) == {"bytes": 2.0, "bytes_least": 1.0, "bytes_most": 9.0}


def test_one_slow_step_does_not_shorten_a_round() -> None:
    class Slow(Ready):
        def time(self, steps: int) -> list[float]:
            return [0.01] * (steps - 1) + [9.0]

    assert run._steps(Slow(sleeping.SUBJECT.variants[0], [])) == 21  # type: ignore[arg-type]


# What a check of pairs compares -------------------------------------------------------------------


def test_drift_of_the_mistake_and_of_warnings_is_seen(paired: Sample) -> None:
    pair = paired.read().pairs[0][1]
    result = pair_record.read(paired.docs, "a-pair")
    assert result
    assert drift.differences(result, result, pair) == []
    mistake = result.mistake.model_copy(update={"difference": 0.5})
    now = result.model_copy(update={"mistake": mistake})
    assert drift.differences(result, now, pair) == ["the mistake is off by 0.5 instead of 0.83"]
    assert drift.differences(now, result, pair) == ["the mistake is off by 0.83 instead of 0.5"]
    near = result.mistake.model_copy(update={"difference": 0.8334})
    assert drift.differences(result, result.model_copy(update={"mistake": near}), pair) == []
    error = result.mistake.model_copy(update={"error": "ValueError: no"})
    said = drift.differences(result, result.model_copy(update={"mistake": error}), pair)
    assert said == ["the mistake ended with “ValueError: no” instead of “None”"]
    for side, title in (("tensorflow", "TensorFlow"), ("pytorch", "PyTorch")):
        warned = getattr(result, side).model_copy(update={"warned": ["it will be removed"]})
        now = result.model_copy(update={side: warned})
        assert drift.differences(result, now, pair) == [f"{title} warned 1 times instead of 0"]
        assert drift.differences(now, result, pair) == [f"{title} warned 0 times instead of 1"]


def test_drift_of_a_value_is_seen_in_both_directions(paired: Sample) -> None:
    pair = paired.read().pairs[0][1]
    result = pair_record.read(paired.docs, "a-pair")
    assert result
    total, parts = result.values
    for first in (2.0, 3.0):
        now = result.model_copy(update={"values": [total.model_copy(update={"first": [first]}), parts]})
        assert drift.differences(result, now, pair) == [f"`total` begins with [{first}] instead of [2.3333]"]
    now = result.model_copy(update={"values": [total.model_copy(update={"name": "sum"}), parts]})
    assert drift.differences(result, now, pair) == ["`sum` is new"]
