"""Notebooks as they are read, checked, made and executed."""

import base64
import contextlib
import json
import struct
from pathlib import Path
from typing import Any

import pytest

from scripts import paths
from scripts.__main__ import main
from scripts.content import fingerprint
from scripts.problem import Problem
from tests.conftest import Sample

FILE = "notebooks/a-notebook.ipynb"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 640, 480)
PLOT = base64.b64encode(PNG).decode()

FRONT = """\
---
title: A notebook
description: A notebook that says enough about itself to pass the check of descriptions.
notebook:
  minutes: 5
  level: 1
  question: What does a notebook look like?
  rows: [a-row]
  examples: [a-pair]
  recheck_days: 90
---"""


def raw(source: str | list[str] = FRONT) -> dict[str, Any]:
    lines = source.splitlines(keepends=True) if isinstance(source, str) else source
    return {"cell_type": "raw", "metadata": {}, "source": lines}


def text(source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": source.splitlines(keepends=True)}


def code(source: str, count: int | None, *outputs: dict[str, Any], **metadata: str) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": count,
        "metadata": metadata,
        "outputs": list(outputs),
        "source": source.splitlines(keepends=True),
    }


def output(**forms: str) -> dict[str, Any]:
    """An output that is shown, in its forms: `text_html` is text/html."""
    data = {name.replace("_", "/", 1).replace("_", "+"): value for name, value in forms.items()}
    return {"output_type": "display_data", "data": data, "metadata": {}}


def printed() -> dict[str, Any]:
    return {"output_type": "stream", "name": "stdout", "text": ["two\n", "lines\n"]}


def book(*cells: dict[str, Any]) -> dict[str, Any]:
    """A notebook in which nothing is wrong, or one of the cells that are given."""
    return {
        "cells": list(cells)
        or [
            raw(),
            text("# A notebook\n\nIt shows **how**."),
            code("print('two')\nassert True", 1, printed()),
            text("## A section\n\nWith a plot, and [a link](../tools/one.md#use)."),
            code("draw()", 2, output(image_png=PLOT), alt="A line that goes up from left to right."),
            code("", None),
        ],
        "metadata": {"recorded": "2026-11-22", "versions": {"torch": "2.13.0"}},
        "nbformat": 4,
        "nbformat_minor": 4,
    }


def write(sample: Sample, data: Any, file: str = FILE) -> None:
    """Store a notebook as the command does that executes it."""
    if isinstance(data, dict) and isinstance(metadata := data.get("metadata"), dict):
        with contextlib.suppress(KeyError, TypeError, AttributeError):  # no notebook at all
            data = data | {"metadata": metadata | {fingerprint.KEY: fingerprint.of_notebook(data)}}
    sample.write(file, json.dumps(data, indent=1, ensure_ascii=False, sort_keys=True) + "\n")


def line_of(sample: Sample, piece: str) -> int:
    """The line of the stored notebook that holds a text."""
    lines = (sample.docs / FILE).read_text(encoding="utf-8").splitlines()
    (found,) = [number for number, line in enumerate(lines, start=1) if piece in line]
    return found


PAIR_FILES: dict[str, str] = {}


@pytest.fixture
def booked(compared: Sample, request: pytest.FixtureRequest) -> Sample:
    """The sample with a pair, which is run for the first test alone, and a notebook."""
    if not PAIR_FILES:
        request.getfixturevalue("paired")
        for file in (compared.docs / "examples").rglob("*.*"):
            PAIR_FILES[file.relative_to(compared.docs).as_posix()] = file.read_text(encoding="utf-8")
    for path, content in PAIR_FILES.items():
        compared.write(path, content)
    write(compared, book())
    return compared


def only(sample: Sample) -> Problem:
    """The one problem of the sample: one cause has one message."""
    problems = sample.problems()
    assert len(problems) == 1, "\n".join(map(str, problems))
    assert problems[0].path == f"docs/{FILE}"
    return problems[0]


def test_a_notebook_in_the_folder_is_a_page(booked: Sample) -> None:
    assert booked.problems() == []
    page = booked.read().page(FILE)
    assert page
    assert page.url == "notebooks/a-notebook/"
    assert page.meta
    assert page.meta.title == "A notebook"
    assert page.line_of("notebook", "rows") == line_of(booked, "rows: [a-row]")


def test_its_markdown_cells_are_read_like_a_page_with_lines_of_the_file(booked: Sample) -> None:
    page = booked.read().page(FILE)
    assert page
    assert [(heading.level, heading.text, heading.id) for heading in page.text.headings] == [
        (1, "A notebook", "a-notebook"),
        (2, "A section", "a-section"),
    ]
    assert page.text.headings[1].line == line_of(booked, "## A section")
    (link,) = page.text.links
    assert (link.text, link.line) == ("../tools/one.md#use", line_of(booked, "a link"))


def test_its_first_heading_has_the_id_of_its_file_and_others_that_of_their_words(booked: Sample) -> None:
    data = book()
    data["cells"][1:2] = [code("assert True", 1), text("# Another title\n\nText.\n\n## A second\n")]
    write(booked, data)
    page = booked.read().page(FILE)
    assert page
    assert page.notebook_file
    assert page.notebook_file.title == "Another title"
    ids = [(heading.level, heading.id) for heading in page.text.headings]
    assert ids == [(1, "a-notebook"), (2, "a-second"), (2, "a-section")]


def test_a_long_message_of_the_schema_is_cut_in_the_middle(booked: Sample) -> None:
    write(booked, changed("cells.2.outputs.0.name", ["x" * 200]))
    assert f"not a valid notebook: ['{'x' * 58} … {'x' * 34}'] is not of type 'string'" in only(booked).fault
    write(booked, changed("cells.2.outputs.0.name", ["x" * 98]))
    assert only(booked).fault == f"not a valid notebook: ['{'x' * 98}'] is not of type 'string'"


def test_a_source_that_is_one_string_is_read_too(booked: Sample) -> None:
    data = book()
    for cell in data["cells"]:
        cell["source"] = "".join(cell["source"])
    write(booked, data)
    assert booked.problems() == []
    booked.change(FILE, "minutes: 5", "minutes: 50")
    assert only(booked).line == line_of(booked, "minutes: 50")


def test_its_plots_are_files(booked: Sample) -> None:
    (picture,) = booked.read().notebook_files["a-notebook"].pictures
    assert (picture.name, picture.data, picture.size) == ("plot-1.png", PNG, (640, 480))


def test_a_page_links_to_a_notebook_by_its_file(booked: Sample) -> None:
    booked.change("index.md", "It answers", "[It](notebooks/a-notebook.ipynb#a-section) answers")
    assert booked.problems() == []
    booked.change("index.md", "a-notebook.ipynb#a-section", "a-notebook.md")
    (problem,) = booked.problems()
    assert problem.remedy == "did you mean notebooks/a-notebook.ipynb"


# What a file may be instead of a notebook: its text, the line, the fault, the remedy.
MALFORMED = [
    ("", 1, "not JSON: expecting value", "correct the syntax"),
    ("\n{", 2, "not JSON: expecting property name", "correct the syntax"),
    ('{\n "cells": [\n', 3, "not JSON: expecting value", "correct the syntax"),
    ('\ufeff{"nbformat": 5}', 1, "no notebook of nbformat 4, but of 5", "save it again"),
    ("[" * 100_000, 1, "nested too deeply", "save it again"),
    ("[]", 1, "no notebook of nbformat 4", "save it again"),
    ('"text"', 1, "no notebook of nbformat 4", "save it again"),
    ('{\n "nbformat": 3\n}', 2, "no notebook of nbformat 4, but of 3", "save it again"),
    ('{"worksheets": []}', 1, "no notebook of nbformat 4", "save it again"),
    ('{\n "cells": [],\n "nbformat": 4\n}', 2, "the notebook has no cells", "new notebook <id>"),
    ('{"nbformat": 4}', 1, "the notebook has no cells", "new notebook <id>"),
    ('{\n "nbformat": 4,\n "cells": {"a": 1}\n}', 3, "`cells` is no list", "save it again"),
    ('{\n "nbformat": 4,\n "nbformat_minor": "x",\n "cells": [1]\n}', 3, "is no number", "save it again"),
]


@pytest.mark.parametrize(("stored", "line", "fault", "remedy"), MALFORMED)
def test_a_file_that_is_no_notebook_is_one_problem(
    booked: Sample, stored: str, line: int, fault: str, remedy: str
) -> None:
    booked.change("index.md", "It answers", "[It](notebooks/a-notebook.ipynb#a-section) answers")
    booked.write(FILE, stored)
    problem = only(booked)
    assert (problem.line, problem.rule) == (line, "front-matter")
    assert fault in problem.fault
    assert remedy in problem.remedy


def test_a_file_that_is_no_text_is_one_problem(booked: Sample) -> None:
    (booked.docs / FILE).write_bytes(b"\xff\xfe{}")
    problem = only(booked)
    assert (problem.line, problem.rule) == (1, "readable-text")
    assert problem.fault == "the text is not UTF-8 (byte 0xff)"


# What breaks the schema: the steps to a value, what it is instead (None: it is missing), a piece of the line.
INVALID: list[tuple[str, Any, str, str]] = [
    ("metadata", None, "{", "'metadata' is a required property"),
    ("cells.1", 5, "5,", "cell 2 is none of raw, markdown, code"),
    ("cells.1.cell_type", "heading", "{", "cell 2 is none of raw, markdown, code"),
    ("cells.1.source", 7, '"source": 7', "7 is not valid"),
    ("cells.2.outputs", None, "{", "'outputs' is a required property"),
    ("cells.2.outputs.0.name", 8, '"name": 8', "8 is not of type 'string'"),
    ("cells.4.metadata.alt", 9, '"alt": 9', "`cells.4.metadata.alt` is wrong"),
    ("metadata.recorded", "some day", "some day", "`metadata.recorded` is wrong"),
    ("metadata.versions", "all", '"versions": "all"', "`metadata.versions` is wrong"),
    ("metadata.kernelspec", {"name": "x", "display_name": "x", "language": 6}, '"language": 6', "is wrong"),
]


def changed(place: str, value: Any) -> dict[str, Any]:
    """The valid notebook with one value changed, or taken away if it is None."""
    data = book()
    *steps, last = place.split(".")
    inner: Any = data
    for step in steps:
        inner = inner[int(step)] if step.isdigit() else inner[step]
    key = int(last) if last.isdigit() else last
    if value is None:
        del inner[key]
    else:
        inner[key] = value
    return data


@pytest.mark.parametrize(("place", "value", "piece", "fault"), INVALID)
def test_a_value_that_is_none_of_a_notebook_is_one_problem(
    booked: Sample, place: str, value: Any, piece: str, fault: str
) -> None:
    write(booked, changed(place, value))
    problem = only(booked)
    lines = (booked.docs / FILE).read_text(encoding="utf-8").splitlines()
    assert piece in lines[problem.line - 1], problem
    assert fault in problem.fault


# What is wrong with a front matter: the first cell, a piece of the line that is named, the fault.
FRONTS = [
    (text("Some text."), "{", "its first cell is no raw cell"),
    (code("assert True", 1), "{", "its first cell is no raw cell"),
    (raw("title: A notebook"), "{", "raw, but holds no front matter"),
    (raw(""), "{", "raw, but holds no front matter"),
    (raw(FRONT.removesuffix("---")), "{", "raw, but holds no front matter"),
    (raw("---\n---"), "---", "`the record` has no keys"),
    (raw("---\n\n---"), "\\n", "`the record` has no keys"),
    (raw("---\n- title\n---"), "- title", "`the record` has no keys"),
    (raw(FRONT.replace("title:", "  title: [")), "title: [", "never closed"),
    (
        raw(FRONT.replace("5\n", "5\n  from: 2026-02-31\n")),
        "2026-02-31",
        "no day: day is out of range",
    ),
    (raw(FRONT.replace("title: A notebook\n", "")), "description", "`title` is missing"),
    (raw(FRONT.replace("  level: 1\n", "")), "notebook:", "`notebook.level` is missing"),
    (raw(FRONT.replace("level: 1", "level: 9")), "level: 9", "`notebook.level` is wrong"),
    (raw(FRONT.replace("level: 1", "level: 1\n  stars: 5")), "stars: 5", "not a known key"),
    (raw(FRONT[: FRONT.index("notebook:")] + "---"), "title", "`notebook` is missing"),
]


@pytest.mark.parametrize(("first", "piece", "fault"), FRONTS)
def test_a_fault_of_the_front_matter_is_one_problem_in_its_line(
    booked: Sample, first: dict[str, Any], piece: str, fault: str
) -> None:
    data = book()
    write(booked, data | {"cells": [first, *data["cells"][1:]]})
    problem = only(booked)
    lines = (booked.docs / FILE).read_text(encoding="utf-8").splitlines()
    assert piece in lines[problem.line - 1], (problem, lines[problem.line - 1])
    assert fault in problem.fault
    assert problem.rule == "front-matter"


def test_all_faults_of_a_front_matter_are_told_at_once(booked: Sample) -> None:
    write(booked, book(raw(FRONT.replace("minutes: 5", "minutes: 50").replace("level: 1", "level: 9"))))
    assert len([problem for problem in booked.problems() if problem.rule == "front-matter"]) == 2


WIDGET = {"application/vnd.jupyter.widget-view+json": {}, "text/plain": "x"}
# What is wrong with what is stored: the steps to a value, what it is, the rule, fault and remedy.
FAULTS: list[tuple[str, Any, str, str]] = [
    ("cells.1.source", "# Other words", "its first heading is “Other words”", "make them the same"),
    ("metadata.recorded", None, "no record of an execution", "run `python -m scripts notebooks a-notebook`"),
    ("cells.2.execution_count", 7, "not executed from top to bottom", "run `python -m scripts notebooks"),
    ("cells.2.source", "print('two')", "it asserts nothing", "assert what it states"),
    ("cells.4.metadata", {}, "no text that stands for it", "under `alt`"),
    ("cells.4.metadata.alt", "Too short.", "no text that stands for it", "under `alt`"),
    ("cells.3.cell_type", "raw", "a raw cell after the first", "make it a Markdown cell"),
    ("cells.4.outputs.0.data", {"image/png": "no"}, "no PNG with a size", "execute the notebook again"),
    ("cells.2.outputs.0.name", "stderr", "it stores a warning", "remove its cause"),
    (
        "cells.2.outputs.0",
        {"output_type": "error", "ename": "ValueError", "evalue": "x", "traceback": []},
        "the error ValueError",
        "correct the cell",
    ),
    ("cells.2.outputs.0", output(text_latex="$x$"), "its output is text/latex", "print it as text"),
    ("cells.2.outputs.0", output(image_jpeg="x"), "its output is image/jpeg", "show it as a PNG"),
    ("cells.2.outputs.0", output(audio_wav="x"), "its output is audio/wav", "print it"),
    ("cells.2.outputs.0", output() | {"data": WIDGET}, "widget-view+json", "as a plot"),
    ("cells.2.outputs.0", output(text_html="<p>x<script>y()</script>"), "the element <script>", "print it"),
    (
        "cells.2.outputs.0",
        output(text_html="<iframe src='https://x.org'>"),
        "the element <iframe>",
        "print it",
    ),
    ("cells.2.outputs.0", output(text_html="<p onclick='x()'>"), "the event handler `onclick`", "print it"),
    (
        "cells.2.outputs.0",
        output(text_html="<a href='javascript:x'>"),
        "begins with `javascript:`",
        "print it",
    ),
    ("cells.2.outputs.0", output(text_html="<img src='data:x'>"), "the element <img>", "print it"),
    (
        "cells.4.outputs.0",
        output(image_svg_xml="<svg><script>x()</script>"),
        "plot holds the el",
        "matplotlib",
    ),
    ("cells.4.outputs.0", output(image_svg_xml="<svg onload='x()'>"), "handler `onload`", "matplotlib"),
    ("cells.4.outputs.0", output(image_svg_xml="<svg><a href='javascript:x'>"), "javascript", "matplotlib"),
    ("cells.4.outputs.0", output(image_svg_xml="<svg><path/></svg>"), "no SVG with a size", "execute"),
    (
        "cells.3.source",
        "## A section\n\n<script>x()</script>",
        "the element <script>",
        "write it in Markdown",
    ),
    ("cells.3.source", "## A section\n\n<b onclick='x()'>x</b>", "handler `onclick`", "write it in Markdown"),
    ("cells.3.source", "## A section {#section}", "an attribute list", "ids are made from headings"),
    ("cells.3.source", '--8<-- "claims/first-point.md"', "a snippet", "write the text itself"),
    ("cells.3.source", "!!! note\n", "an admonition", "write a paragraph"),
    ("cells.3.source", "A fact.[^source]", "a footnote", "link to the source"),
    (
        "cells.3.source",
        "A section\n---------",
        "a heading made by a line below it",
        "begin it with `#` signs",
    ),
    ("cells.3.source", "## Related", "the links below a notebook", "choose other words"),
]


@pytest.mark.parametrize(("place", "value", "fault", "remedy"), FAULTS)
def test_a_fault_of_a_notebook_is_one_problem(
    booked: Sample, place: str, value: Any, fault: str, remedy: str
) -> None:
    write(booked, changed(place, value))
    problem = only(booked)
    assert problem.rule == "notebook-record"
    assert fault in problem.fault
    assert remedy in problem.remedy
    assert problem.line > 1


# What other rules find in a notebook as in every page: a Markdown cell, the line, the rule.
TEXTS = [
    ("See [it](../tools/none.md).", "See", "link-target"),
    ("See [it](../tools/one.md#none).", "See", "link-target"),
    ("See [it](#none).", "See", "link-target"),
    ("See [it](none.png).", "See", "link-target"),
    ("See [it](http://example.org/).", "See", "link-target"),
    ("## A notebook\n\n### A section\n\n##### Deep", "##### Deep", "page-shape"),
    ("# Another title", "# Another", "page-shape"),
    ("## One\n\n### One", "### One", "heading-id"),
    ("![](../assets/x.png)", "![]", "image-text"),
    ("|  | b |\n| --- | --- |\n| 1 | 2 |", "|  | b |", "table-head"),
]


@pytest.mark.parametrize(("source", "piece", "rule"), TEXTS)
def test_the_rules_of_all_pages_look_into_markdown_cells(
    booked: Sample, source: str, piece: str, rule: str
) -> None:
    booked.write("assets/x.png", "x")
    data = book()
    write(booked, data | {"cells": [*data["cells"], text(source)]})
    found = [problem for problem in booked.problems() if problem.rule == rule]
    assert [problem.line for problem in found] == [line_of(booked, piece)]


def test_a_notebook_without_title_is_told_to_start_with_one(booked: Sample) -> None:
    write(booked, changed("cells.1.source", "It shows **how**."))
    assert only(booked).remedy == "start its text with `# Title`"


def test_code_in_markdown_cells_is_not_looked_at(booked: Sample) -> None:
    data = book()
    cell = text("Write `<script>` and `{#id}`:\n\n```html\n<script>[x](none.md)</script>\n## No heading\n```")
    write(booked, data | {"cells": [*data["cells"], cell]})
    assert booked.problems() == []


def test_data_of_a_notebook_on_another_page_is_found(booked: Sample) -> None:
    data = FRONT.removeprefix("---\ntitle: A notebook\n").partition("\n")[2]
    booked.change("index.md", "checked: 2026-11-22\n", data.removesuffix("---") + "checked: 2026-11-22\n")
    (problem,) = booked.problems()
    assert (problem.path, problem.rule) == ("docs/index.md", "notebook-record")


def test_what_a_notebook_names_exists(booked: Sample) -> None:
    booked.change(FILE, "examples: [a-pair]", "examples: [b-pair]")
    problem = only(booked)
    assert (problem.line, problem.rule) == (line_of(booked, "b-pair"), "notebook-record")


def test_a_new_notebook_lacks_an_execution_and_its_words_alone(
    booked: Sample, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(paths, "ROOT", booked.root)
    (booked.docs / FILE).unlink()
    assert main(["new", "notebook", "a-notebook"]) == 0
    assert capsys.readouterr().out == f"docs/{FILE}\n"
    problems = [problem for problem in booked.problems() if problem.rule != "placeholder"]
    assert [problem.remedy for problem in problems] == ["run `python -m scripts notebooks a-notebook`"]
    assert main(["new", "notebook", "a-notebook"]) == 2


def test_without_the_frameworks_nothing_is_executed(
    booked: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(paths, "ENVIRONMENTS", tmp_path / "none")
    assert main(["notebooks", "--root", str(booked.root)]) == 2
    assert capsys.readouterr().err == "the environment “frameworks” is missing; run `make frameworks`\n"


@pytest.mark.usefixtures("interpreter")
def test_a_notebook_that_fails_stays_as_it_was(booked: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    # The interpreter of the tests has no kernel, so nothing can be executed.
    before = (booked.docs / FILE).read_bytes()
    assert main(["notebooks", "--root", str(booked.root)]) == 1
    captured = capsys.readouterr()
    assert f"docs/{FILE}:1: " in captured.err
    assert "notebooks: 0 passed, 1 failed" in captured.out
    assert (booked.docs / FILE).read_bytes() == before
    assert main(["notebooks", "nothing"]) == 2


def test_stored_notebooks_are_as_jupyter_writes_them() -> None:
    """So that `python -m scripts notebooks` changes no more than what was executed."""
    files: list[Path] = sorted((paths.ROOT / paths.DOCS / "notebooks").glob("*.ipynb"))
    assert files
    for file in files:
        stored = file.read_text(encoding="utf-8")
        again = json.dumps(json.loads(stored), indent=1, ensure_ascii=False, sort_keys=True) + "\n"
        assert stored == again, file.name
