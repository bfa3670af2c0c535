"""The published data as programs read them: which files there are, and what stands in them."""

import csv
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from scripts.content import markdown
from scripts.content.page import Page
from scripts.publish import api
from tests.conftest import Sample

SITE = "https://example.org/site/"


def published(sample: Sample, site: Path) -> dict[str, Any]:
    """Each file by its name below the folder of the data; JSON as data."""
    files = api.write(sample.read(), site, SITE)
    texts = {file.relative_to(site / "api/v1").as_posix(): file for file in files}
    return {
        name: json.loads(file.read_text(encoding="utf-8")) if name.endswith(".json") else file
        for name, file in texts.items()
    }


def test_without_a_decision_there_is_the_comparison_and_a_file_for_each_row(
    compared: Sample, tmp_path: Path
) -> None:
    found = published(compared, tmp_path / "site")
    assert set(found) == {
        *("comparison.json", "comparison.schema.json", "comparison.csv"),
        *("rows/a-row.json", "rows/b-row.json"),
    }
    comparison = found["comparison.json"]
    jsonschema.Draft202012Validator(found["comparison.schema.json"]).validate(comparison)
    assert comparison["$schema"] == "comparison.schema.json"
    # By group, in the order of the table.
    assert [row["id"] for row in comparison["rows"]] == ["a-row", "b-row"]
    assert comparison["rows"][0] == found["rows/a-row.json"]
    assert found["rows/a-row.json"]["url"] == f"{SITE}compare/a-row/"


def test_a_second_build_writes_over_the_first(compared: Sample, tmp_path: Path) -> None:
    first = published(compared, tmp_path)["rows/a-row.json"]
    compared.change("compare/a-row.md", "title: A row", "title: Größe – a row")
    assert published(compared, tmp_path)["rows/a-row.json"] == first | {"title": "Größe – a row"}
    # Readable where somebody opens it: a line for each field, letters as they are.
    text = (tmp_path / "api/v1/rows/a-row.json").read_text(encoding="utf-8")
    assert '\n "title": "Größe – a row",\n' in text
    assert text.endswith("}\n")


def test_the_table_has_a_line_for_each_row(compared: Sample, tmp_path: Path) -> None:
    file = published(compared, tmp_path)["comparison.csv"]
    assert b"\r\n" in file.read_bytes()
    with file.open(encoding="utf-8", newline="") as stream:
        first, second = csv.DictReader(stream)
    assert (first["id"], first["tensorflow_rating"], first["pytorch_rating"]) == ("a-row", "good", "strong")
    assert first["tensorflow_summary"] == "It does `this`, with a limit."
    assert (first["edge"], second["edge"]) == ("PyTorch", "Depends")


@pytest.fixture
def decision(decided: Sample, tmp_path: Path) -> dict[str, Any]:
    found: dict[str, Any] = published(decided, tmp_path)["decision.json"]
    return found


def test_the_decision_has_its_questions_in_the_order_in_which_they_are_asked(
    decision: dict[str, Any],
) -> None:
    assert decision["start"] == "first"
    asked = [
        (question["id"], question["most_left"], question["unsure"]) for question in decision["questions"]
    ]
    assert asked == [("first", 2, "little"), ("second", 1, "bad")]
    assert [answer["to"] for answer in decision["questions"][0]["answers"]] == ["second", "one-end"]


def test_how_many_questions_are_left_does_not_depend_on_their_names(decided: Sample, tmp_path: Path) -> None:
    decided.change("decide/questions.yml", "start: first", "start: zeroth")
    decided.change("decide/questions.yml", "id: first\n", "id: zeroth\n")
    for was in ("first.little", "first.some", "first.much"):
        for file in ("decide/questions.yml", "decide/ids.txt"):
            text = (decided.docs / file).read_text(encoding="utf-8")
            decided.write(file, text.replace(was, was.replace("first", "zeroth")))
    questions = published(decided, tmp_path)["decision.json"]["questions"]
    assert [(question["id"], question["most_left"]) for question in questions] == [
        ("zeroth", 2),
        ("second", 1),
    ]


def test_the_decision_holds_the_rows_that_it_names(decided: Sample, tmp_path: Path) -> None:
    rows = published(decided, tmp_path)["decision.json"]["rows"]
    assert list(rows) == ["a-row", "b-row"]
    assert rows["a-row"]["url"] == f"{SITE}compare/a-row/"
    assert (rows["a-row"]["edge"], rows["a-row"]["kinds"]) == ("PyTorch", ["executed", "judged"])
    other = (decided.docs / "compare/b-row.md").read_text(encoding="utf-8").replace("B row", "C row")
    decided.write("compare/c-row.md", other.replace("b-row", "c-row"))
    assert list(published(decided, tmp_path)["decision.json"]["rows"]) == ["a-row", "b-row"]


def test_an_outcome_links_to_its_tools(decided: Sample, tmp_path: Path) -> None:
    outcomes = published(decided, tmp_path)["decision.json"]["outcomes"]
    assert [outcome["id"] for outcome in outcomes] == ["one-end", "other-end"]
    assert outcomes[0]["url"] == f"{SITE}decide/one-end/"
    assert outcomes[0]["says"] == "Take it. It is there."
    assert outcomes[0]["tools"] == [{"title": "A tool", "url": f"{SITE}tools/one/"}]
    # Whatever other page has the same name.
    text = (decided.docs / "index.md").read_text(encoding="utf-8")
    for folder in ("about", "zone"):
        decided.write(f"{folder}/one.md", text)
    assert published(decided, tmp_path)["decision.json"]["outcomes"][0]["tools"] == outcomes[0]["tools"]


@pytest.mark.parametrize(
    ("body", "lead"),
    [
        ("# A page\n\nIt is **so**, and\n`that` is [why](a.md).\n\nMore.\n", "It is so, and `that` is why."),
        ("# A page\n\nIt is so.\n", "It is so."),
        ("# A page\n", ""),
    ],
)
def test_the_lead_is_the_first_paragraph_as_plain_text(body: str, lead: str) -> None:
    assert api.lead(Page("a.md", markdown.split(body), None, None)) == lead
