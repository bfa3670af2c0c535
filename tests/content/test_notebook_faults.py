"""What is wrong with what a notebook stores, fault by fault."""

import json
from pathlib import Path
from typing import Any

import pytest

from scripts.content import notebook_faults, notebook_file
from tests.test_notebooks import PLOT, book, code, output, printed, raw, text

SHOWN = text("# A notebook\n\nIt shows **how**.")
ASSERTS = code("assert True", 1)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{}</svg>'


def faults(folder: Path, *cells: dict[str, Any], **metadata: Any) -> list[str]:
    """What is said of a notebook of these cells."""
    stored = book(*cells)
    stored["metadata"] |= metadata
    file = folder / "a-book.ipynb"
    file.write_text(json.dumps(stored, indent=1), encoding="utf-8")
    found, problems = notebook_file.read(file, "docs/notebooks/a-book.ipynb")
    assert problems == []
    assert found
    return [fault.fault for fault in notebook_faults.of(found)]


def test_a_notebook_in_which_nothing_is_wrong_has_no_fault(tmp_path: Path) -> None:
    assert faults(tmp_path) == []


@pytest.mark.parametrize(
    ("counts", "fine"), [((1, 2), True), ((2, 3), False), ((2, 1), False), ((1, 3), False), ((0, 1), False)]
)
def test_cells_are_executed_from_top_to_bottom(tmp_path: Path, counts: tuple[int, int], fine: bool) -> None:
    cells = [code("assert 1", counts[0]), code("", None), code("x = 1", counts[1])]
    said = ["its cells were not executed from top to bottom"]
    assert faults(tmp_path, raw(), SHOWN, *cells) == ([] if fine else said)


def test_a_notebook_that_was_never_run_has_that_fault_alone(tmp_path: Path) -> None:
    cells = [raw(), SHOWN, code("assert 1", None), code("assert 2", 7)]
    assert faults(tmp_path, *cells, recorded=None) == ["it has no record of an execution"]


@pytest.mark.parametrize(
    ("cell", "fine"),
    [
        (code("assert x", 1), True),
        (code("asserted = 1", 1), False),
        (text("We assert that it is so."), False),
    ],
)
def test_code_asserts_something(tmp_path: Path, cell: dict[str, Any], fine: bool) -> None:
    said = faults(tmp_path, raw(), SHOWN, cell)
    assert said == ([] if fine else ["it asserts nothing, so a result that changes goes unseen"])


@pytest.mark.parametrize(
    ("letters", "fine"), [(0, False), (29, False), (30, True), (300, True), (301, False)]
)
def test_a_plot_has_a_text_of_thirty_to_three_hundred_letters(
    tmp_path: Path, letters: int, fine: bool
) -> None:
    plot = code("assert draw()", 1, output(image_png=PLOT), alt="x" * letters)
    said = faults(tmp_path, raw(), SHOWN, plot)
    assert said == ([] if fine else ["its plot has no text that stands for it"])


def test_only_a_plot_needs_a_text(tmp_path: Path) -> None:
    assert faults(tmp_path, raw(), SHOWN, code("assert 1", 1, printed())) == []


@pytest.mark.parametrize(
    ("forms", "said"),
    [
        ({"text_plain": "two"}, []),
        ({"text_plain": "<script>x()</script>"}, []),
        ({"text_html": "<table><tr><td>1</td></tr></table>"}, []),
        (
            {"text_html": "<script>x()</script>"},
            ["its output holds the element <script>, which no page shows"],
        ),
        ({"image_svg_xml": SVG.format("<path d='M0 0'/>")}, []),
        (
            {"image_svg_xml": SVG.format("<script>x()</script>")},
            ["its plot holds the element <script>, which no page shows"],
        ),
        ({"image_png": PLOT}, []),
        ({"image_png": "bm90aGluZw=="}, ["its plot is no PNG with a size"]),
        ({"image_svg_xml": "<svg></svg>"}, ["its plot is no SVG with a size"]),
        ({"application_json": "1"}, ["its output is application/json, which no page shows"]),
    ],
)
def test_an_output_is_what_a_page_can_show(tmp_path: Path, forms: dict[str, str], said: list[str]) -> None:
    cell = code("assert draw()", 1, output(**forms), alt="A line that goes up from left to right.")
    assert faults(tmp_path, raw(), SHOWN, cell) == said


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ({"output_type": "stream", "name": "stderr", "text": ["no\n"]}, "it stores a warning"),
        (
            {"output_type": "error", "ename": "KeyError", "evalue": "x", "traceback": []},
            "it stores the error KeyError",
        ),
    ],
)
def test_no_warning_and_no_error_is_stored(tmp_path: Path, stored: dict[str, Any], said: str) -> None:
    assert faults(tmp_path, raw(), SHOWN, code("assert 1", 1, printed(), stored)) == [said]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Text\n\n## A section\n\nMore", []),
        ("A <https://example.org/a>, `<script>` and ~~~", []),
        ("A <script>x()</script>", ["the element <script>, which no page shows"]),
        ("<h3>A</h3> and <b>b</b>", []),
        ("Text\n----\n", ["a heading made by a line below it"]),
        ("Text\n====\n", ["a heading made by a line below it"]),
        ("\n----\n", []),
        ("## A section\n----\n", []),
        ("```text\nText\n----\n```", []),
        ("## Related\n\nText", ["the heading “Related” is the one of the links below a notebook"]),
        ("## Related work\n\nText", []),
    ],
)
def test_text_is_what_a_page_can_show(tmp_path: Path, source: str, said: list[str]) -> None:
    assert faults(tmp_path, raw(), SHOWN, ASSERTS, text(source)) == said


@pytest.mark.parametrize("source", ['!!! note "A"', '=== "A tab"', '--8<-- "claims/a.md"', "A source.[^a]"])
def test_what_only_this_site_knows_is_not_in_a_notebook(tmp_path: Path, source: str) -> None:
    said = faults(tmp_path, raw(), SHOWN, ASSERTS, text(source))
    assert len(said) == 1
    assert said[0].endswith(", which Jupyter does not know")
    assert faults(tmp_path, raw(), SHOWN, ASSERTS, text(f"`{source}`")) == []


def test_only_the_first_cell_is_raw(tmp_path: Path) -> None:
    said = ["a raw cell after the first, which no page shows"]
    assert faults(tmp_path, raw(), SHOWN, ASSERTS, raw("x")) == said
