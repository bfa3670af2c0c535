"""What one side of a pair leaves in its record: nothing of the machine, of the folder or of the moment."""

import subprocess
from types import SimpleNamespace
from typing import Any

import pytest

from scripts import paths
from scripts.content import pair_record
from scripts.execute import environment
from scripts.execute.pairs import side
from scripts.model.result import Result
from tests.conftest import Sample
from tests.pairs.test_run import HERE, PYTORCH, run

WRITES = """\
import os
import sys

sys.stderr.write({errors!r})
print(__file__, os.getcwd() + "/made.txt", os.getcwd(), "end  ")
"""


def recorded(sample: Sample, errors: str = "", warns: str = "[]") -> Result:
    """The record of a run in which the side of PyTorch writes something besides."""
    sample.change(f"{HERE}/index.md", "  tools: [one]", f"  tools: [one]\n  warns: {warns}")
    sample.change(PYTORCH, "parts =", f"{WRITES.format(errors=errors)}parts =")
    assert run(sample) == 0
    result = pair_record.read(sample.docs, "a-pair")
    assert result
    return result


def test_printed_paths_are_those_of_a_reader(paired: Sample) -> None:
    assert recorded(paired).pytorch.printed == "with_pytorch.py made.txt  end\ntotal: 2.3333"


def test_a_warning_is_recorded_once_and_without_its_origin(paired: Sample) -> None:
    errors = "\n".join(
        [
            "/usr/lib/python3/x.py:12: FutureWarning: one is old",
            "/opt/lib/python3/x.py:99: FutureWarning: one is old",
            "W0102 12:13:14.156 177 torch/a/b.py:1] two is deprecated",
            "x.py:3: three will be removed  ",
            "see /home/me/there/notes.txt, as four is removed in 3.0",
            "FIVE IS NO LONGER SUPPORTED",
            "six says nothing of the kind",
            "",
        ]
    )
    assert recorded(paired, errors, "[one, two, three, four, FIVE]").pytorch.warned == [
        "FutureWarning: one is old",
        "two is deprecated",
        "three will be removed",
        "see notes.txt, as four is removed in 3.0",
        "FIVE IS NO LONGER SUPPORTED",
    ]


def test_a_run_tells_its_seconds_and_the_version_of_python(
    paired: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    result = recorded(paired)
    assert set(result.pytorch.versions) == {"Python"}  # what stands for a framework is no package
    seconds = float(capsys.readouterr().out.partition("recorded (")[2].partition(" s)")[0])
    assert 0 < seconds < 60


@pytest.mark.parametrize(("code", "made"), [(0, True), (2, False)])
def test_an_environment_that_is_missing_is_made_or_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any, code: int, made: bool
) -> None:
    asked: list[list[str]] = []

    def make(command: list[str], **_: Any) -> Any:
        asked.append(command)
        return SimpleNamespace(returncode=code)

    monkeypatch.setattr(paths, "ROOT", tmp_path)
    monkeypatch.setattr(paths, "ENVIRONMENTS", tmp_path / ".venvs")
    monkeypatch.setattr(subprocess, "run", make)
    if made:
        side.ensure_environment("frameworks")
    else:
        with pytest.raises(environment.ProgramError, match="the environment “frameworks” cannot be made"):
            side.ensure_environment("frameworks")
    assert asked == [["make", "--no-print-directory", ".venvs/frameworks/.done"]]


@pytest.mark.usefixtures("interpreter")
def test_an_environment_that_is_there_is_not_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "run", None)
    side.ensure_environment("frameworks")
