"""The table, the data and the plain Markdown say the same as the rows."""

import csv
import io
import itertools
import json
import re

import jsonschema
import pytest
from markupsafe import escape

from scripts.publish import api, llms
from scripts.render import comparison, fragments
from tests.conftest import Sample

SITE = "https://example.org/site/"


def test_the_table_has_every_row_in_its_group(compared: Sample) -> None:
    table = comparison.table(compared.read())
    assert re.findall(r'class="compare__row" id="([^"]+)" data-group="([^"]+)"', table) == [
        ("a-row", "programming"),
        ("b-row", "deployment"),
    ]
    assert 'data-edge="pytorch" data-kinds="executed judged" data-differs="true"' in table
    assert 'data-recheck="2027-02-20"' in table
    assert "It does <code>this</code>, with a limit." in table
    assert "PyTorch does all of it, and TensorFlow most of it." in table
    assert escape('{"me":["a-row","b-row","a-row"]}') in table


def test_a_bar_is_filled_by_its_parts_in_the_order_of_edges() -> None:
    found = comparison.parts(["even", "tensorflow", "even", "unknown", "even", "tensorflow", "pytorch"])
    assert [(part.edge, part.count) for part in found] == [
        ("tensorflow", 2), ("pytorch", 1), ("even", 3), ("unknown", 1),
    ]  # fmt: skip
    for part, following in itertools.pairwise(found):
        assert part.start + part.width == pytest.approx(following.start, abs=0.02)
        assert part.start < part.middle < following.start
    assert found[0].start == 0
    assert found[-1].start + found[-1].width == pytest.approx(100, abs=0.02)


def test_the_table_says_of_itself_what_it_rests_on(compared: Sample) -> None:
    text = fragments.fragments(compared.read(), SITE)["comparison-summary.md"]
    assert "Of 2 rows, by the strongest evidence: **0** measured, **2** executed" in text
    assert "**1** PyTorch" in text
    assert "**0** of them were due" in text


def test_rows_that_are_due_are_counted(compared: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    found = compared.read()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1803168000")  # 20 February 2027, 90 days after the check
    assert "**2** of them were due" in comparison.summary(found)


def test_the_data_are_valid_by_their_schema(compared: Sample) -> None:
    published = api.comparison(compared.read(), SITE)
    schema = api.schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(published.model_dump_json()), schema)
    assert [row.id for row in published.rows] == ["a-row", "b-row"]
    assert published.rows[0].url == f"{SITE}compare/a-row/"


def test_the_csv_survives_a_reader(compared: Sample) -> None:
    rows = list(csv.DictReader(io.StringIO(api.as_csv(api.comparison(compared.read(), SITE)))))
    assert rows[0]["pytorch_summary"] == "It does all of this | and that."
    assert rows[0]["edge"] == "PyTorch"


def test_llms_txt_lists_every_page(compared: Sample) -> None:
    text = llms.llms(compared.read(), SITE)
    for address in ("", "tools/one/", "compare/a-row/", "compare/b-row/"):
        assert f"({SITE}{address}index.md)" in text
