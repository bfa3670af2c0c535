"""What was recorded is as it was written: an edit, a day to come, a version that is not pinned are found."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts import paths
from scripts.commands import measure as command
from scripts.content import fingerprint, pins
from scripts.execute import notebooks
from scripts.measure import catalogue
from scripts.problem import Problem
from tests.conftest import Sample
from tests.measure.test_results import record
from tests.test_notebooks import FILE, book, booked, write

__all__ = ["booked"]

PAIR = "examples/a-pair/result.json"
PROGRAM = "tools/one-example.run.json"
RULE = "record-integrity"


def found(sample: Sample) -> list[Problem]:
    return [problem for problem in sample.problems() if problem.rule == RULE]


def edit(file: Path, change: Callable[[Any], None], stamp: bool = False) -> None:
    """Change the fields of a JSON file; `stamp` it as somebody does who means to deceive."""
    fields = json.loads(file.read_text(encoding="utf-8"))
    change(fields)
    if stamp:
        fields = fingerprint.stamped(fields)
    file.write_text(json.dumps(fields, indent=2), encoding="utf-8")


def put(value: Any, *steps: str | int) -> Callable[[Any], None]:
    """A change that puts a value at some keys."""

    def change(fields: Any) -> None:
        for step in steps[:-1]:
            fields = fields[step]
        fields[steps[-1]] = value

    return change


EDITS = [
    put("something else", "tensorflow", "printed"),
    put(["it will be removed"], "pytorch", "warned"),
    put("9.9", "pytorch", "versions", "Python"),
    put(1e-9, "values", 0, "difference"),
    put([1.0], "values", 0, "first"),
    put(3.0, "mistake", "difference"),
    put("2026-11-21", "recorded"),
    put("", "fingerprint"),
]


@pytest.mark.parametrize("change", EDITS)
def test_an_edited_result_of_a_pair_is_found(paired: Sample, change: Callable[[Any], None]) -> None:
    assert found(paired) == []
    edit(paired.docs / PAIR, change)
    (problem,) = found(paired)
    assert str(problem).startswith(f"docs/{PAIR}:")
    assert problem.line > 1
    assert problem.fault == "the record was edited after it was written"
    assert problem.remedy == "run `python -m scripts run a-pair`"


@pytest.mark.parametrize(
    "change", [put("two\n", "printed"), put("3.12.0", "versions", "Python"), put("2026-11-20", "recorded")]
)
def test_an_edited_record_of_a_program_is_found(sample: Sample, change: Callable[[Any], None]) -> None:
    edit(sample.docs / PROGRAM, change)
    assert [(problem.path, problem.fault) for problem in found(sample)] == [
        (f"docs/{PROGRAM}", "the record was edited after it was written")
    ]
    assert found(sample)[0].remedy == "run `python -m scripts programs one`"


def test_a_record_without_a_fingerprint_is_found(sample: Sample) -> None:
    edit(sample.docs / PROGRAM, lambda fields: fields.pop("fingerprint"))
    assert [problem.fault for problem in found(sample)] == ["the record was edited after it was written"]


def test_a_record_laid_out_anew_is_the_same(paired: Sample) -> None:
    file = paired.docs / PAIR
    fields = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(dict(sorted(fields.items())), indent=4), encoding="utf-8")
    assert found(paired) == []


@pytest.mark.parametrize("name", [PAIR, PROGRAM])
def test_a_day_to_come_is_refused_however_well_stamped(paired: Sample, name: str) -> None:
    edit(paired.docs / name, put("2031-01-01", "recorded"), stamp=True)
    (problem,) = found(paired)
    assert problem.fault == "it was recorded on 1 January 2031, which is yet to come"
    assert '"recorded"' in (paired.docs / name).read_text(encoding="utf-8").splitlines()[problem.line - 1]


def pin(sample: Sample, text: str) -> None:
    (sample.root / "requirements").mkdir(exist_ok=True)
    (sample.root / "requirements" / "frameworks.txt").write_text(text, encoding="utf-8")


def test_versions_are_the_pinned_ones(paired: Sample) -> None:
    pin(paired, "# pins\ntensorflow_cpu==2.21.0\ntorch==2.13.0\n")
    assert found(paired) == []
    edit(paired.docs / PAIR, put("2.13.0+cpu", "pytorch", "versions", "torch"), stamp=True)
    edit(paired.docs / PROGRAM, put("2.21.0", "versions", "tensorflow-cpu"), stamp=True)
    assert found(paired) == []
    edit(paired.docs / PAIR, put("2.99.0", "pytorch", "versions", "torch"), stamp=True)
    edit(paired.docs / PROGRAM, put("3.0", "versions", "tensorflow-cpu"), stamp=True)
    assert [problem.fault for problem in found(paired)] == [
        "it was recorded with torch 2.99.0, and 2.13.0 is pinned",
        "it was recorded with tensorflow-cpu 3.0, and 2.21.0 is pinned",
    ]


def test_pins_are_read_by_any_spelling_of_a_name(tmp_path: Path) -> None:
    assert pins.of(tmp_path, "frameworks") == {}
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "x.txt").write_text(
        "A_b.C==1.0 \\\n    --hash=sha256:00\n# d==2\ne==3 ; python_version > '3'\n", encoding="utf-8"
    )
    assert pins.of(tmp_path, "x") == {"a-b-c": "1.0", "e": "3"}


# Notebooks ----------------------------------------------------------------------------------------


def stamped(sample: Sample) -> None:
    (sample.docs / FILE).write_bytes(notebooks.stamped((sample.docs / FILE).read_bytes()))


def code(data: Any) -> Any:
    """Its first cell of code that printed something."""
    return next(cell for cell in data["cells"] if cell["cell_type"] == "code" and cell["outputs"])


def test_an_edited_notebook_is_found(booked: Sample) -> None:
    stamped(booked)
    assert found(booked) == []
    for change in (
        lambda data: code(data).update(source="assert True"),
        lambda data: code(data)["outputs"][0].update(text="12"),
        lambda data: code(data).update(outputs=[]),
        lambda data: data["metadata"].update(versions={"torch": "9"}),
        lambda data: data["metadata"].pop("fingerprint"),
    ):
        edit(booked.docs / FILE, change)
        (problem,) = found(booked)
        assert problem.fault == "its code or its outputs were edited after it was executed"
        assert problem.remedy == "run `python -m scripts notebooks a-notebook`"
        write(booked, book())
        stamped(booked)


def test_the_text_of_a_notebook_may_be_corrected(booked: Sample) -> None:
    stamped(booked)
    edit(booked.docs / FILE, lambda data: data["cells"][1].update(source="# A notebook\n\nOther words."))
    assert found(booked) == []


def test_a_notebook_of_a_day_to_come_is_refused(booked: Sample) -> None:
    data = book()
    data["metadata"]["recorded"] = "2031-01-01"
    write(booked, data)
    stamped(booked)
    assert [problem.fault for problem in found(booked)] == [
        "it was recorded on 1 January 2031, which is yet to come"
    ]


# Measurements -------------------------------------------------------------------------------------


def test_an_edited_measurement_is_found(compared: Sample) -> None:
    file = command.write(compared.docs, record())
    assert found(compared) == []
    text = file.read_text(encoding="utf-8")
    for old, new in (("0.0022", "0.0012"), ('"load": 0.1', '"load": 0.2'), ("2.13.0", "2.14.0")):
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")
        (problem,) = found(compared)
        assert problem.fault == "the record was edited after it was written"
        assert problem.remedy == "restore the file; results are never edited"


def test_a_measurement_is_of_a_day_that_has_come(compared: Sample) -> None:
    command.write(compared.docs, record("2031-01-01T10:00:00Z"))
    assert [problem.fault for problem in found(compared)] == [
        "it was recorded on 1 January 2031, which is yet to come"
    ]


def test_a_measurement_may_be_of_an_older_version_but_of_none_newer_than_the_pin(compared: Sample) -> None:
    command.write(compared.docs, record())
    pin(compared, "torch==2.15.0\n")
    assert found(compared) == []
    pin(compared, "torch==2.9.1\n")
    assert [problem.fault for problem in found(compared)] == [
        "it was recorded with torch 2.13.0, and 2.9.1 is the newest that was pinned"
    ]


def test_a_subject_that_changed_after_its_newest_result_is_measured_again(compared: Sample) -> None:
    run = record()
    (subject,) = run.subjects
    now = catalogue.fingerprint("matmul")
    assert now
    own = subject.model_copy(update={"program": now})
    old = subject.model_copy(update={"program": "0" * 64})
    command.write(compared.docs, run.model_copy(update={"subjects": [old]}))
    (problem,) = found(compared)
    assert problem.fault == "what “matmul” measures changed after its newest result"
    assert problem.remedy == "run `python -m scripts measure matmul`"
    newer = record("2026-11-22T11:00:00Z").model_copy(update={"subjects": [own]})
    command.write(compared.docs, newer)
    assert found(compared) == []


def test_every_record_of_the_site_has_a_fingerprint() -> None:
    docs = paths.ROOT / paths.DOCS
    files = [*docs.glob("examples/*/result.json"), *docs.glob("*/*-example.run.json")]
    files += docs.glob("measurements/results/*.json")
    assert len(files) > 50
    for file in files:
        fields = json.loads(file.read_text(encoding="utf-8"))
        assert fields["fingerprint"] == fingerprint.of(fields), file
