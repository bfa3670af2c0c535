"""Headings and sections: how a heading that is none is told, where, and what `--fix` makes of it."""

import pytest

from scripts.content import tidy
from scripts.problem import Problem
from scripts.rules import former_key, heading_form, heading_id, note_id, page_shape
from tests.conftest import PAGE, Sample

AT = "It answers in two lines."


def found(sample: Sample, text: str) -> list[tuple[int, str, str]]:
    """Line, fault and remedy of what the rule of headings finds in a text in line 10."""
    sample.change("index.md", AT, text)
    problems: list[Problem] = sorted(heading_form.check(sample.read()))
    return [(problem.line, problem.fault, problem.remedy) for problem in problems]


SPACE = "no space stands between the signs and the words"
LINE = "a heading made by a line below it"
ACROSS = "; for a line across the page, leave an empty line before"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("##One thing\n\nA word.", [(10, SPACE, "write `## One thing`")]),
        ("A word.\n\n#One thing\n\nA word.", [(12, SPACE, "write `# One thing`")]),
        ("A word.\n\n######Six\n\nA word.", [(12, SPACE, "write `###### Six`")]),
        ("One thing\n---\n\nA word.", [(10, LINE, f"write `## One thing`{ACROSS}")]),
        ("A word.\n\n  One thing\n===\n\nA word.", [(12, LINE, f"write `# One thing`{ACROSS}")]),
        ("A word.\n\n---\n\nA word.", []),
        ("| a | b |\n---\n\nA word.", []),
        ("A word.\n--\n\nA word.", []),
        ("#fff and #12\n\n##abc\n\n#!/bin/sh", []),
        ("##abcd is a colour\n\n##abcdx is none", [(12, SPACE, "write `## abcdx is none`")]),
    ],
)
def test_a_heading_has_a_space_and_no_line_below(
    sample: Sample, text: str, problems: list[tuple[int, str, str]]
) -> None:
    assert found(sample, text) == problems


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("A word.", []),
        ("A word.\n\n## One {#one}\n\n## Two {#two}\n\nA word.", [("One", 12)]),
        ("A word.\n\n## One {#one}\n## Two {#two}\nA word.", [("One", 12)]),
        ("A word.\n\n## One {#one}\n\n### Two {#two}\n\nA word.", []),
        ("A word.\n\n### One {#one}\n\n## Two {#two}\nA word.", [("One", 12)]),
        ("## One {#one}\n \n\t\n## Two {#two}\n\n```\ncode\n```", [("One", 10)]),
        ("## One {#one}\nA word.\n## Two {#two}\n\n", [("Two", 12)]),
    ],
)
def test_a_section_holds_something(sample: Sample, text: str, empty: list[tuple[str, int]]) -> None:
    expected = [
        (line, f"the section “{name}” is empty", "say what it promises, or remove its heading")
        for name, line in empty
    ]
    assert found(sample, text) == expected


def test_the_last_section_and_a_bare_title_are_looked_at_too(sample: Sample) -> None:
    sample.change("index.md", '--8<-- "claims/first-point.md"', "")
    sample.change("index.md", AT, "")
    problems = sorted(heading_form.check(sample.read()))
    assert [(problem.line, problem.fault) for problem in problems] == [
        (12, "the section “A section” is empty")
    ]


@pytest.mark.parametrize(
    ("path", "text", "fixed"),
    [
        ("docs/a.md", "##One\n\nA word.\n\n###Two three\n", "## One\n\nA word.\n\n### Two three\n"),
        ("docs/a.md", "A word.\n##One\nzz\n", "A word.\n## One\nzz\n"),
        ("docs/a.md", "#One\n\n```\n##Two\n```\n", "#One\n\n```\n##Two\n```\n"),
        ("docs/a.yml", "##One\n", "##One\n"),
        ("docs/a.md", "##One <!-- two -->\n", "##One <!-- two -->\n"),
    ],
)
def test_only_signs_that_can_mean_nothing_else_get_a_space(
    sample: Sample, path: str, text: str, fixed: str
) -> None:
    assert tidy.applied(text, heading_form.fix(text, path, sample.read()))[0] == fixed


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("## One\n\n## One\n\n## Two\n", "## One\n\n## One\n\n## Two {#two}\n"),
        ("## Two\n\n## A word {#two}\n\n## …\n\n## Three\n",
         "## Two\n\n## A word {#two}\n\n## …\n\n## Three {#three}\n"),
        ("## A\n\n## Zoo\n", "## A {#a}\n\n## Zoo {#zoo}\n"),
        ("## id\n\n## One two three four five\n",
         "## id\n\n## One two three four five {#one-two-three-four}\n"),
        ("## 3 x4 y\n", "## 3 x4 y {#x4-y}\n"),
        ("## C #\n\n## D {e}\n\n## F\n", "## C #\n\n## D {e}\n\n## F {#f}\n"),
    ],
)  # fmt: skip
def test_a_heading_gets_an_id_that_no_other_could_have(sample: Sample, text: str, fixed: str) -> None:
    content = sample.read()
    assert tidy.applied(text, heading_id.fix(text, "docs/a.md", content))[0] == fixed
    assert tidy.applied(text, heading_id.fix(text, "docs/a.yml", content))[0] == text


def test_a_former_key_is_renamed_once_in_its_line(decided: Sample) -> None:
    text = (
        "---\ntitle: A\nrow:\n  evidence:\n    - {proof: one, says: 'proof: it is so, proof: it was'}\n---\n"
    )
    fixed, edits = tidy.applied(text, former_key.fix(text, "docs/compare/a.md", decided.read()))
    assert fixed == text.replace("{proof: one", "{program: one")
    assert [edit.line for edit in edits] == [5]


def test_a_page_among_tools_that_is_none_is_told_on_its_first_line(sample: Sample) -> None:
    sample.write("tools/two.md", PAGE.replace("A page", "Two"))
    told = [(problem.path, problem.line) for problem in page_shape.check(sample.read())]
    assert told == [("docs/tools/two.md", 1)] * 5  # without `tool` data, and each of its sections


def test_two_notes_of_one_beginning_are_told_with_both_lines(sample: Sample) -> None:
    note = "- **It is so.** And here is why."
    sample.change("index.md", '--8<-- "claims/first-point.md"', f"A word.\n\n{note}\n- Another one.\n{note}")
    (problem,) = note_id.check(sample.read())
    assert problem.line == 18
    assert "which line 16 has already" in problem.fault
