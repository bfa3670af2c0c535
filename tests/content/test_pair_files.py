"""The files of an example pair: which it needs, what they say, and their fingerprints."""

import hashlib
from pathlib import Path

import pytest

from scripts.content import pair_files

SIDES = ("with_tensorflow.py", "with_pytorch.py")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = pair_files.folder_of(tmp_path / "docs", "a-pair")
    assert folder == tmp_path / "docs/examples/a-pair"
    folder.mkdir(parents=True)
    return folder


def test_a_pair_has_a_notebook_of_its_own_name(tmp_path: Path) -> None:
    assert pair_files.notebook_of(tmp_path, "a-pair") == tmp_path / "examples/a-pair/a-pair.ipynb"


def test_a_pair_needs_a_program_for_each_side_and_a_mistake(folder: Path) -> None:
    assert pair_files.missing(folder) == [*SIDES, "mistake.py"]
    (folder / "with_pytorch.py").write_text("a\n", encoding="utf-8")
    assert pair_files.missing(folder) == ["with_tensorflow.py", "mistake.py"]
    for name in (*SIDES, "mistake.py"):
        (folder / name).write_text("a\n", encoding="utf-8")
    assert pair_files.missing(folder) == []  # inputs need no file


def test_programs_are_read_in_the_order_in_which_they_are_shown(folder: Path) -> None:
    names = ("mistake.py", "with_pytorch.py", "with_tensorflow.py", "inputs.py", "other.py")
    for name in names:
        (folder / name).write_text(f"# {name}\n", encoding="utf-8")
    found = pair_files.sources(folder)
    assert list(found) == ["inputs.py", *SIDES, "mistake.py"]
    assert found["inputs.py"] == "# inputs.py\n"
    (folder / "inputs.py").unlink()
    assert list(pair_files.sources(folder)) == [*SIDES, "mistake.py"]


def test_a_fingerprint_is_the_same_whatever_the_line_endings(folder: Path) -> None:
    (folder / "mistake.py").write_bytes("a = 'ü'\r\nb\r\n".encode())
    expected = hashlib.sha256("a = 'ü'\nb\n".encode()).hexdigest()
    assert pair_files.fingerprints(folder) == {"mistake.py": expected}
