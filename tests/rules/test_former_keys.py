"""A key that was renamed is still read, told, and renamed by `check --fix`."""

import pytest

from scripts import rules
from scripts.content import reader
from tests.conftest import Sample

ROW, QUESTIONS, ARTICLE = "compare/a-row.md", "decide/questions.yml", "about/article.yml"


@pytest.mark.parametrize(
    ("name", "now", "before"),
    [
        (ROW, "    claims: [first-point]", "    points: [first-point]"),
        (ROW, "program: one", "proof: one"),
        (QUESTIONS, ", claims: [first-point]", ", points: [first-point]"),
        (ARTICLE, "program: one", "proof: one"),
    ],
)
def test_it_is_read_told_and_renamed(decided: Sample, name: str, now: str, before: str) -> None:
    text = (decided.docs / name).read_text(encoding="utf-8")
    whole = reader.read(decided.root)
    decided.change(name, now, before)
    read, problems = reader.read(decided.root)
    assert problems == whole[1] == []
    (problem,) = [problem for problem in rules.check(read) if problem.rule == "former-key"]
    line = text[: text.index(now)].count("\n") + 1
    assert (problem.path, problem.line, problem.level) == (f"docs/{name}", line, "warning")
    changed = (decided.docs / name).read_bytes()
    fixed, done = rules.corrected(changed, f"docs/{name}", read)
    assert now in fixed.decode()
    assert before not in fixed.decode()
    assert [entry.line for entry in done if "is called" in entry.done] == [line]


def test_nothing_else_is_renamed(decided: Sample) -> None:
    decided.change(ROW, "---\n\n", "---\n\npoints: a list in the text\n\n")
    read, _ = reader.read(decided.root)
    data = (decided.docs / ROW).read_bytes()
    fixed, _ = rules.corrected(data, f"docs/{ROW}", read)
    assert "points: a list in the text" in fixed.decode()
