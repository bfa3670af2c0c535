"""Tests of a small repository, which are run for several variants of its module."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.mutants import tree as trees
from tests.mutants.tree import Tree

MODULE = """\
FACTOR = 2


def double(number):
    return number * FACTOR


def unused(number):
    return number + 1


TEN = double(5)
"""
TESTS = """\
from scripts.own import TEN, double


def test_ten():
    assert TEN == 10


def test_double():
    assert double(2) == 4
"""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Tree:
    root = tmp_path_factory.mktemp("repository")
    files = {
        "scripts/__init__.py": "",
        "scripts/own.py": MODULE,
        "tests/test_own.py": TESTS,
        "pyproject.toml": '[tool.pytest.ini_options]\npythonpath = ["."]\n',
    }
    for name, text in files.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
    made = Tree(root, tmp_path_factory.mktemp("copy") / "tree")
    assert made.prepare(["tests/test_own.py"]) is not None, made.log()
    return made


VARIANTS = [
    # A variant, what is said of it at once, what is said where it is imported, and the tests that concern it.
    ("return number * FACTOR", "return number + FACTOR", "passed", "failed", ["test_double"]),
    ("return number * FACTOR", "return number / FACTOR", "failed", "failed", ["test_double"]),
    ("return number * FACTOR", "while True: pass", "too slow", "too slow", ["test_double"]),
    ("return number + 1", "return number + 2", "passed", "passed", []),
    ("FACTOR = 2", "FACTOR = 3", None, "failed", []),
    ("TEN = double(5)", "TEN = 5 + 5", None, "passed", []),
]


def test_variants_are_told_at_once_where_only_functions_differ(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trees, "GRACE", 0.5)
    texts = [MODULE.replace(was, now) for was, now, *_ in VARIANTS]
    found = tree.outcomes(["tests/test_own.py"], "scripts/own.py", texts)
    assert [(outcome, [name.rpartition("::")[2] for name in names]) for outcome, names in found] == [
        (at_once, called) for _, _, at_once, _, called in VARIANTS
    ]
    assert (tree.folder / "scripts/own.py").read_text(encoding="utf-8") == MODULE


@pytest.mark.parametrize(
    ("was", "now", "imported"), [(was, now, last) for was, now, _, last, _ in VARIANTS if last != "too slow"]
)
def test_a_variant_that_is_imported_is_told_by_all_tests(
    tree: Tree, was: str, now: str, imported: str
) -> None:
    with tree.changed("scripts/own.py", MODULE.replace(was, now)):
        assert tree.run(["tests/test_own.py"], 60) == imported


def test_of_the_tests_some_alone_can_be_run(tree: Tree) -> None:
    with tree.changed("scripts/own.py", MODULE.replace("TEN = double(5)", "TEN = 11")):
        assert tree.run(["tests/test_own.py"], 60, only=["tests/test_own.py::test_double"]) == "passed"
        assert tree.run(["tests/test_own.py"], 60, only=["tests/test_own.py::test_ten"]) == "failed"


def test_tests_that_fail_unbroken_say_nothing_of_variants(tree: Tree, tmp_path: Path) -> None:
    with tree.changed("tests/test_own.py", TESTS.replace("== 4", "== 5")):
        assert tree.outcomes(["tests/test_own.py"], "scripts/own.py", [MODULE]) == [(None, [])]
    assert list(tmp_path.iterdir()) == []
