"""Rows of the comparison: what makes one invalid, and what the message says."""

import pytest

from tests.conftest import Sample

FAULTS = [
    ("rating: strong", "rating: great", "front-matter", "'strong'"),
    ("rating: strong", "rating: limited", "front-matter", "not the better one"),
    ("edge: pytorch", "edge: even", "front-matter", "ratings differ"),
    ("rating: strong", "rating: unknown", "front-matter", "rating is unknown"),
    ("summary: It does `this`, with a limit.", f"summary: {'x' * 141}", "front-matter", "140 characters"),
    ("question: How do the two differ on this?", "question: This", "front-matter", "pattern"),
    ("  recheck_days: 90", "  recheck_days: 400", "front-matter", "365"),
    ("tools: [one]", "tools: [two]", "row-relation", "correct the id"),
    ("rows: [b-row]", "rows: [a-row]", "row-relation", "correct the id"),
    ("claims: [first-point]", "claims: [last-point]", "row-relation", "correct the id"),
    ("former_ids: []", "former_ids: [b-row]", "row-relation", "never given twice"),
    ("## In practice {#practice}", "## At work {#work}", "page-shape", "{#practice}"),
    ("It is so, and that is why. " * 20, "It is so.", "page-shape", "100 to 400 words"),
    ("program: one", "program: two", "executed-program", "name a tool, row or pair"),
]


def test_rows_are_valid_and_need_no_entry_in_the_navigation(compared: Sample) -> None:
    assert compared.problems() == []


@pytest.mark.parametrize(("old", "new", "rule", "remedy"), FAULTS)
def test_a_fault_of_a_row_is_found(compared: Sample, old: str, new: str, rule: str, remedy: str) -> None:
    compared.change("compare/a-row.md", old, new)
    found = [problem for problem in compared.problems() if problem.path == "docs/compare/a-row.md"]
    assert rule in {problem.rule for problem in found}
    assert any(remedy in problem.remedy for problem in found), found


def test_a_reader_names_rows_that_exist(compared: Sample) -> None:
    compared.change("compare/presets.yml", "b-row", "c-row")
    (problem,) = compared.problems()
    assert (problem.path, problem.rule) == ("docs/compare/presets.yml", "row-relation")


def test_a_row_with_a_tools_id_is_refused(compared: Sample) -> None:
    text = (compared.docs / "compare/b-row.md").read_text(encoding="utf-8")
    compared.write("compare/one.md", text.replace("b-row", "one"))
    assert any("is a tool as well" in problem.fault for problem in compared.problems())


PROGRAM = '## The program {#program}\n\n--8<-- "programs/a-row.md"'


def test_a_row_may_have_a_program_of_its_own(compared: Sample) -> None:
    compared.change("compare/a-row.md", "program: one", "program: a-row")
    compared.change("compare/a-row.md", "## What would", f"{PROGRAM}\n\n## What would")
    compared.write("compare/a-row-example.py", 'print("a")\n')
    compared.record("a-row")
    assert compared.problems() == []
