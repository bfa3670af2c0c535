"""Which pages and claims belong to files that are edited."""

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from scripts.content import edited
from scripts.content.tree import Content
from scripts.problem import Problem

CLAIMS = "docs/about/article.yml"


def content(root: Path) -> Content:
    """Content with two claims, whose records begin at lines 1 and 9."""
    claims = tuple(SimpleNamespace(id=name) for name in ("one", "two"))
    return cast("Content", SimpleNamespace(root=root, claims=claims, claim_lines={"one": 1, "two": 9}))


@pytest.mark.parametrize(
    ("file", "page"),
    [
        ("docs/tools/onnx.md", "docs/tools/onnx.md"),
        ("docs/tools/onnx-example.py", "docs/tools/onnx.md"),
        ("docs/tools/onnx-example.run.json", "docs/tools/onnx.md"),
        ("docs/examples/a-pair/mistake.py", "docs/examples/a-pair/index.md"),
        ("docs/examples/index.md", "docs/examples/index.md"),
        ("scripts/dates.py", "scripts/dates.py"),
        ("/elsewhere/docs/index.md", "/elsewhere/docs/index.md"),
    ],
)
def test_a_file_belongs_to_its_page(tmp_path: Path, file: str, page: str) -> None:
    assert edited.named([file], content(tmp_path)) == edited.Edited(frozenset({page}))
    if not file.startswith("/"):
        assert edited.named([str(tmp_path / file)], content(tmp_path)).pages == {page}


def test_the_file_of_claims_stands_for_all_of_them(tmp_path: Path) -> None:
    assert edited.named([CLAIMS], content(tmp_path)).claims == {"one", "two"}


@pytest.mark.parametrize(
    ("path", "line", "held"),
    [
        ("docs/about/a.md", 1, True),
        ("docs/tools/onnx.md", 1, True),
        ("docs/index.md", 1, False),
        (CLAIMS, 9, True),
        (CLAIMS, 1, False),
        (CLAIMS, 5, False),
        (CLAIMS, 12, False),
    ],
)
def test_a_problem_is_one_of_what_is_edited(tmp_path: Path, path: str, line: int, held: bool) -> None:
    found = edited.Edited(frozenset({"docs/about/a.md", "docs/tools/onnx.md"}), frozenset({"two", "gone"}))
    assert found.holds(Problem(path, line, "it is wrong", "correct it", "a-rule"), content(tmp_path)) is held


def test_claims_are_compared_by_their_ids() -> None:
    assert edited._claims("- {id: one, says: a}\n- text\n- {says: b}\n- {id: 2}\n") == {
        "one": {"id": "one", "says": "a"},
        "2": {"id": 2},
    }
    assert edited._claims("a: b\n") == edited._claims("[") == {}
