"""From front matter to page there is no turn back: a folder of scripts/ imports only from those before it."""

import ast
from pathlib import Path

import pytest

from scripts import paths

SCRIPTS = paths.ROOT / "scripts"
# What each folder stands on is before it. The files at the root are below all, but for those that join them.
ORDER = (
    "model",
    "content",
    "execute",
    "measure",
    "outside",
    "render",
    "rules",
    "publish",
    "serve",
    "build",
    "commands",
)
BELOW_ALL = {"paths", "dates", "problem"}
FILES = sorted(file for file in SCRIPTS.rglob("*.py") if file.parent != SCRIPTS or file.stem == "build")


def layer(name: str) -> str:
    """The folder or file directly below scripts/ that a module such as `scripts.model.row` is in."""
    return name.split(".")[1]


def imported(file: Path) -> set[str]:
    """The modules below scripts/ that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] == "scripts":
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name.startswith("scripts.")}
    return found


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(SCRIPTS).as_posix())
def test_a_module_imports_only_from_layers_before_its_own(file: Path) -> None:
    own = ORDER.index(file.relative_to(SCRIPTS).parts[0].removesuffix(".py"))
    others = {layer(name) for name in imported(file)} - BELOW_ALL
    assert sorted(name for name in others if ORDER.index(name) > own) == []


def test_the_root_has_six_files_and_every_folder_is_a_layer() -> None:
    names = {"__init__", "__main__", "build", "dates", "hooks", "paths", "problem"}
    assert {file.stem for file in SCRIPTS.glob("*.py")} == names
    assert {folder.parent.name for folder in SCRIPTS.glob("*/__init__.py")} == {*ORDER} - {"build"}
