"""The files of an example pair, by their names."""

import hashlib
from pathlib import Path

from scripts.content import source
from scripts.model.pair import Side

FOLDER = "examples"
# Not `tensorflow.py`: run from its folder, a file of that name would import itself.
PROGRAMS: dict[Side, str] = {"tensorflow": "with_tensorflow.py", "pytorch": "with_pytorch.py"}
INPUTS = "inputs.py"
MISTAKE = "mistake.py"
RECORD = "result.json"


def folder_of(docs: Path, name: str) -> Path:
    """The folder of a pair."""
    return docs / FOLDER / name


def notebook_of(docs: Path, name: str) -> Path:
    """Its notebook, which opens in Colab."""
    return folder_of(docs, name) / f"{name}.ipynb"


def missing(folder: Path) -> list[str]:
    """The names of the programs that a pair must have and lacks."""
    return [name for name in (*PROGRAMS.values(), MISTAKE) if not (folder / name).exists()]


def sources(folder: Path) -> dict[str, str]:
    """The text of each program of a pair that exists, by file name."""
    names = (INPUTS, *PROGRAMS.values(), MISTAKE)
    return {name: source.read(folder / name) for name in names if (folder / name).exists()}


def fingerprints(folder: Path) -> dict[str, str]:
    """The SHA-256 of each program of a pair, by file name; the same whatever the line endings."""
    return {name: hashlib.sha256(text.encode()).hexdigest() for name, text in sources(folder).items()}
