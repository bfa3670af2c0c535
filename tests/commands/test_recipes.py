"""The recipes of the contributor's guide, followed to the letter."""

import argparse
import re
from collections.abc import Iterator

import pytest

from scripts import paths
from scripts.__main__ import COMMANDS
from scripts.commands import new
from scripts.render import contributions
from tests.commands.test_new import contents, made, recorded, site  # noqa: F401  (fixtures)
from tests.conftest import Sample

GUIDE = (paths.ROOT / contributions.GUIDE).read_text(encoding="utf-8")
CODE = re.compile(r"`([^`]+)`")
SCRIPTS = "python -m scripts "


def recipes() -> Iterator[tuple[str, str, str]]:
    """Each line of the table: what is added, what to do, and the one file that is touched."""
    start = GUIDE.index(contributions.HEAD)
    for line in GUIDE[start : GUIDE.index("\n\n", start)].splitlines()[2:]:
        what, do, file = (cell.strip() for cell in line.strip("|").split(" | "))
        yield what, do, file


RECIPES = list(recipes())
SCAFFOLDS = [
    (command.split()[4], command.split()[5], CODE.findall(file)[0])
    for _, do, file in RECIPES
    for command in CODE.findall(do)
    if command.startswith(f"{SCRIPTS}new ")
]


def test_each_scaffold_has_its_recipe() -> None:
    assert {kind for kind, _, _ in SCAFFOLDS} == set(new.KINDS)


@pytest.mark.parametrize(("kind", "name", "file"), SCAFFOLDS, ids=[kind for kind, _, _ in SCAFFOLDS])
def test_a_scaffold_touches_the_file_that_the_recipe_names_alone(
    site: Sample,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
    kind: str,
    name: str,
    file: str,
) -> None:
    (site.root / "scripts/measure/subjects").mkdir(parents=True, exist_ok=True)
    before = contents(site.root)
    made(site, kind, name.replace("<id>", "my-new-thing"), capsys)
    after = contents(site.root)
    touched = {path for path, data in after.items() if data is not None and before.get(path, b"") != data}
    named = file.replace("<id>", "my-new-thing")
    if kind == "subject":
        named = named.replace("-", "_")  # a module of Python
    assert touched
    assert {path for path in touched if not f"{path}/".startswith(named.rstrip("/") + "/")} == set()
    assert set(before) <= set(after)


def test_every_command_of_a_recipe_is_one_and_takes_what_it_is_given() -> None:
    parsers = {}
    for command in COMMANDS:
        parser = argparse.ArgumentParser(exit_on_error=False)
        command.add_arguments(parser)
        parsers[command.__name__.rpartition(".")[2]] = parser
    commands = [code for _, do, _ in RECIPES for code in CODE.findall(do) if code.startswith(SCRIPTS)]
    assert len(commands) > len(new.KINDS)
    for command in commands:
        name, *arguments = command.removeprefix(SCRIPTS).split()
        parsers[name].parse_args([argument.replace("<id>", "my-new-thing") for argument in arguments])


def test_every_file_that_a_recipe_names_is_there_or_is_made_by_it() -> None:
    named = [code for _, _, file in RECIPES for code in CODE.findall(file)]
    assert [name for name in named if "<id>" not in name and not (paths.ROOT / name).exists()] == []


def test_every_make_target_of_the_guide_exists() -> None:
    targets = set(
        re.findall(r"^([a-z-]+):", (paths.ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    asked = {word for code in CODE.findall(GUIDE) if code.startswith("make ") for word in code.split()[1:]}
    assert {word for word in asked if "=" not in word} <= targets
