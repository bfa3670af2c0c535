"""Records that one command writes whole: what is stored is what was found, in one form alone."""

from pathlib import Path
from typing import Any

import pytest

from scripts import paths
from scripts.content.json_record import CANARY, CHANGES, LOOKS, NAMES, USES, JsonRecord
from scripts.problem import Problem

DOCS = paths.ROOT / paths.DOCS


@pytest.mark.parametrize("record", [CANARY, CHANGES, LOOKS, NAMES, USES], ids=lambda record: record.name)
def test_a_stored_record_is_written_again_as_it_stands(tmp_path: Path, record: JsonRecord[Any]) -> None:
    found = record.read(DOCS)
    assert found is not None
    assert not isinstance(found, Problem)
    record.write(tmp_path, found)
    assert (tmp_path / record.name).read_bytes() == (DOCS / record.name).read_bytes()
    record.write(tmp_path, found)  # in the place of the first
    assert (tmp_path / record.name).read_bytes() == (DOCS / record.name).read_bytes()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('{"day": "soon", "versions": 3}', "no record of a canary: `day`: "),
        ("[1, 2]", "no record of a canary: Input should be "),
        ("{", "no record of a canary: Invalid JSON: "),
    ],
)
def test_of_several_faults_the_first_is_told_with_its_place(tmp_path: Path, text: str, fault: str) -> None:
    file = tmp_path / CANARY.name
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    problem = CANARY.read(tmp_path)
    assert isinstance(problem, Problem)
    assert (problem.path, problem.line) == (f"docs/{CANARY.name}", 1)
    assert problem.fault.startswith(fault)
    assert problem.remedy == "restore the file, or run `make canary`"


def test_without_a_file_there_is_no_record(tmp_path: Path) -> None:
    assert CANARY.read(tmp_path) is None
