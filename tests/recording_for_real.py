"""One of each record is made by the frameworks, in a copy of the tree. `make check-recording` runs it.

Its name keeps it out of the other tests, which need no framework.
"""

import json
import shutil
from pathlib import Path

import pytest

from scripts import dates, paths, rules
from scripts.__main__ import main
from scripts.content import fingerprint, measured_runs, pair_files, pair_record, program_record, reader
from scripts.content.notebook_file import FOLDER
from scripts.execute.pairs import drift

PAIR = "dense-weights"
PROGRAM = "numpy"
NOTEBOOK = "why-a-port-drifts"
SUBJECT = "matmul"


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the commands read and write."""
    root = tmp_path_factory.mktemp("copy")
    for folder in (paths.DOCS, "overrides", "requirements"):
        shutil.copytree(paths.ROOT / folder, root / folder)
    shutil.copy(paths.ROOT / "mkdocs.yml", root)
    return root


def faults(root: Path) -> list[str]:
    """What the check says of the copy, records above all."""
    content, problems = reader.read(root)
    return [str(problem) for problem in [*problems, *rules.check(content)] if problem.level == "error"]


def test_a_pair_is_recorded(copy: Path) -> None:
    docs = copy / paths.DOCS
    before = pair_record.read(docs, PAIR)
    assert before
    (pair_files.folder_of(docs, PAIR) / pair_files.RECORD).unlink()
    pair_files.notebook_of(docs, PAIR).unlink()
    assert main(["run", PAIR, "--root", str(copy)]) == 0
    now = pair_record.read(docs, PAIR)
    assert now
    assert now.recorded == dates.today()
    content, _ = reader.read(copy)
    pair = next(pair for page, pair in content.pairs if page.id == PAIR)
    assert drift.differences(before, now, pair) == []
    assert faults(copy) == []


def test_a_program_is_recorded(copy: Path) -> None:
    docs = copy / paths.DOCS
    before = program_record.read_record(docs, PROGRAM)
    assert before
    program_record.record_of(docs, PROGRAM).unlink()
    assert main(["programs", PROGRAM, "--root", str(copy)]) == 0
    now = program_record.read_record(docs, PROGRAM)
    assert now
    assert (now.printed, now.program, now.recorded) == (before.printed, before.program, dates.today())
    assert faults(copy) == []


def test_a_notebook_is_executed_and_stored(copy: Path) -> None:
    file = copy / paths.DOCS / FOLDER / f"{NOTEBOOK}.ipynb"
    fields = json.loads(file.read_text(encoding="utf-8"))
    for cell in fields["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
    file.write_text(json.dumps(fields), encoding="utf-8")
    assert main(["notebooks", NOTEBOOK, "--root", str(copy)]) == 0
    fields = json.loads(file.read_text(encoding="utf-8"))
    assert any(cell.get("outputs") for cell in fields["cells"])
    assert fields["metadata"]["recorded"] == dates.today().isoformat()
    assert fields["metadata"]["fingerprint"] == fingerprint.of_notebook(fields)
    assert faults(copy) == []


def test_a_measurement_is_written(copy: Path) -> None:
    docs = copy / paths.DOCS
    before = len(measured_runs.read(docs))
    assert main(["measure", SUBJECT, "--rounds", "2", "--machine", "copy", "--root", str(copy)]) == 0
    runs = measured_runs.read(docs)
    assert len(runs) == before + 1
    (name, run), *_ = runs
    assert name.endswith("-copy.json")
    (subject,) = run.subjects
    assert subject.id == SUBJECT
    assert subject.program
    assert all(len(variant.rounds) == 2 for variant in subject.variants)
    assert faults(copy) == []
