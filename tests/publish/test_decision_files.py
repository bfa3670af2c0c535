"""What lies beside the decision's page, as its walk and a reader who downloads it use it."""

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.publish import decision_files
from tests.conftest import Sample

SITE = "https://example.org/x/"


@pytest.fixture
def walk(decided: Sample, tmp_path: Path) -> dict[str, Any]:
    decision_files.write(decided.read(), tmp_path, SITE)
    found: dict[str, Any] = json.loads((tmp_path / "decide/walk.json").read_text(encoding="utf-8"))
    return found


def test_both_files_lie_beside_the_page(decided: Sample, tmp_path: Path) -> None:
    files = decision_files.write(decided.read(), tmp_path / "site", SITE)
    names = [file.relative_to(tmp_path).as_posix() for file in files]
    assert names == ["site/decide/flowchart.svg", "site/decide/walk.json"]
    assert files[0].read_text(encoding="utf-8").startswith("<svg ")
    # Written again, as `mkdocs serve` does, they are the same.
    before = [file.read_bytes() for file in files]
    assert decision_files.write(decided.read(), tmp_path / "site", SITE) == files
    assert [file.read_bytes() for file in files] == before


def test_without_a_decision_nothing_is_written(compared: Sample, tmp_path: Path) -> None:
    assert decision_files.write(compared.read(), tmp_path / "site", SITE) == []
    assert not (tmp_path / "site").exists()


def test_the_walk_has_all_questions_and_of_an_outcome_the_verdict_alone(walk: dict[str, Any]) -> None:
    assert (walk["site"], walk["start"]) == (SITE, "first")
    assert [question["id"] for question in walk["questions"]] == ["first", "second"]
    assert [entry["was"] for entry in walk["former"]] == ["first.some"]
    assert walk["outcomes"][1] == {
        "id": "other-end",
        "answer": "Take other-end",
        "side": "pytorch",
        "url": f"{SITE}decide/other-end/",
        "says": "Take it. It is there.",
    }
    assert [outcome["id"] for outcome in walk["outcomes"]] == ["one-end", "other-end"]
    assert walk["rows"] == {}


def test_the_walk_is_small_and_holds_signs_as_they_are(decided: Sample, tmp_path: Path) -> None:
    decided.change("decide/questions.yml", "What of it?", "What of “it”?")
    text = decision_files.write(decided.read(), tmp_path, SITE)[1].read_text(encoding="utf-8")
    assert '"ask":"What of “it”?"' in text
    assert text.endswith("}\n")
    assert text.count("\n") == 1
