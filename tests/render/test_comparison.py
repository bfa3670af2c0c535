"""The table, the data and the plain Markdown say the same as the rows."""

import csv
import io
import json
import re
from html import escape

import jsonschema
import pytest

from scripts import api, plain, render
from scripts.render import comparison
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


def test_the_table_says_of_itself_what_it_rests_on(compared: Sample) -> None:
    text = render.fragments(compared.read(), SITE)["comparison-summary.md"]
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


def test_a_row_as_plain_markdown_has_no_markup_left(compared: Sample) -> None:
    found = compared.read()
    page = found.page("compare/a-row.md")
    assert page
    text = plain.text(found, page, SITE)
    assert text.startswith("# A row\n")
    assert "PyTorch: Strong. It does all of this | and that." in text
    assert "{#" not in text
    assert "Checked 2026-11-22, to be checked again by 2027-02-20." in text


def test_generated_parts_and_links_are_written_out(sample: Sample) -> None:
    sample.change("index.md", "two lines.", "two lines, [see](tools/one.md#use).")
    found = sample.read()
    text = plain.text(found, found.pages[0], SITE)
    assert f"[see]({SITE}tools/one/#use)" in text
    assert "**Opinion.** The article: The one is as good as the other." in text
    tool = found.page("tools/one.md")
    assert tool
    assert '```python\nprint("one")\n```' in plain.text(found, tool, SITE)


def test_llms_txt_lists_every_page(compared: Sample) -> None:
    text = plain.llms(compared.read(), SITE)
    for address in ("", "tools/one/", "compare/a-row/", "compare/b-row/"):
        assert f"({SITE}{address}index.md)" in text
