"""A placeholder that is left is found wherever a scaffold writes one; what only speaks of it is fine."""

import json
from typing import Any

import pytest

from scripts.rules import placeholder
from tests.conftest import Sample

# File, what to replace by what, the line, and what the message repeats.
FAULTS = [
    ("index.md", "title: A page", "title: TODO A page", 2, "“A page”"),
    ("index.md", "recheck_days: 90", "recheck_days: 90  # TODO 30 to 365", 5, "“30 to 365”"),
    ("index.md", "It answers in two lines.", "TODO Answer in two lines.", 10, "“Answer in two lines.”"),
    ("index.md", "It answers in two lines.", "It answers in two lines. TODO", 10, "a placeholder is left;"),
    (
        "index.md",
        "It answers",
        "`TODO` in code is fine, TODO is not: it answers",
        10,
        "“is not: it answers in two lines.”",
    ),
    ("index.md", "## A section {#section}", "## TODO Name it {#section}", 12, "“Name it”"),
    ("index.md", "two lines.", "two lines.\n\n| A |\n| --- |\n| TODO b |", 14, "“b”"),
    ("tools/one.md", 'version: "1.0"', 'version: "TODO"  # its newest version', 12, "“its newest version”"),
    ("tools/one.md", "home: https://example.org/tool", "home: https://example.org/TODO", 16, "left;"),
    ("tools/one-example.py", 'print("one")', '# TODO Write it.\nprint("one")', 1, "“Write it.”"),
    ("about/article.yml", "said: The one", "said: TODO The one", 3, "“The one is as good as the other.”"),
    ("moves.yml", "[]", "[]  # TODO", 1, "left;"),
    ("index.md", "two lines.", "two [lines](TODO).", 10, "a placeholder is left;"),
    (
        "index.md",
        "two lines.",
        "two lines. TODO Say more [here](index.md).",
        10,
        "“Say more [here](index.md).”",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "said"), FAULTS)
def test_a_placeholder_is_found(sample: Sample, file: str, old: str, new: str, line: int, said: str) -> None:  # noqa: PLR0913, PLR0917
    sample.change(file, old, new)
    (problem,) = placeholder.check(sample.read())
    assert (problem.path, problem.line) == (f"docs/{file}", line)
    assert said in str(problem)
    assert str(problem).endswith("; do what it asks, and remove TODO [placeholder]")


@pytest.mark.parametrize(
    "text",
    [
        "In code, `TODO` is a mark; so is ``# TODO later``.",
        "```python\n# TODO later\n```",
        "A todo list, TODOs, and a TODOMVC.",
        "<!-- TODO for those who edit this file -->",
    ],
)
def test_what_only_speaks_of_it_is_fine(sample: Sample, text: str) -> None:
    sample.change("index.md", "It answers in two lines.", text)
    assert sample.problems() == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Do the same work here.", "Do the same work here"),
        (
            "We name here what. Name here what the reading rests on, and so on.",
            "Name here what the reading rests on",
        ),
        ("Do the same work there.", ""),
        ("Say what it costs.", ""),
        ("`Do the same work here`", ""),
    ],
)
def test_what_a_scaffold_asks_for_is_found_without_its_mark(sample: Sample, text: str, left: str) -> None:
    sample.change("index.md", "It answers in two lines.", text)
    problems = list(placeholder.check(sample.read()))
    assert [(problem.line, problem.fault) for problem in problems] == (
        [(10, f"a placeholder is left: “{left}”")] if left else []
    )


def test_front_matter_may_speak_of_it_in_code(sample: Sample) -> None:
    sample.change("index.md", "that says enough about itself", "that says with `TODO` what is to be done")
    assert sample.problems() == []


def test_it_is_found_in_a_page_whose_data_is_wrong(sample: Sample) -> None:
    sample.change("tools/one.md", "side: both", "side: TODO")
    assert {problem.rule for problem in sample.problems() if problem.line == 6} == {
        "front-matter",
        "placeholder",
    }


def test_it_is_found_in_a_subject_of_the_measurements(sample: Sample) -> None:
    file = sample.root / "scripts/measure/subjects/mine.py"
    file.parent.mkdir(parents=True)
    file.write_text('"""Mine."""\n\nTITLE = "TODO Title"\n', encoding="utf-8")
    (problem,) = placeholder.check(sample.read())
    assert (problem.path, problem.line) == ("scripts/measure/subjects/mine.py", 3)
    assert "“Title”" in problem.fault


def test_it_is_found_in_the_cells_of_a_notebook_but_not_in_their_code(compared: Sample) -> None:
    front = "---\ntitle: A run\ndescription: TODO x\nnotebook: {}\n---"
    sources = [
        ("raw", front),
        ("markdown", "# A run\n\nTODO Say why."),
        ("code", "# TODO later\nassert True"),
    ]
    cells: list[dict[str, Any]] = [
        {"cell_type": kind, "id": f"c{index}", "metadata": {}, "source": text.splitlines(keepends=True)}
        | ({"outputs": [], "execution_count": None} if kind == "code" else {})
        for index, (kind, text) in enumerate(sources)
    ]
    book = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    text = json.dumps(book, indent=1)
    compared.write("notebooks/a-run.ipynb", text)
    problems = [problem for problem in compared.problems() if problem.rule == "placeholder"]
    lines = text.splitlines()
    assert [lines[problem.line - 1].strip() for problem in problems] == [
        '"description: TODO x\\n",',
        '"TODO Say why."',
    ]
