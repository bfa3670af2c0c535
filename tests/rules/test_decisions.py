"""The decision as data: what makes it wrong, and what the message says."""

import pytest

from tests.conftest import Sample

QUESTIONS = "decide/questions.yml"
END = "decide/one-end.md"

FAULTS = [
    (QUESTIONS, "to: other-end", "to: third-end", 18, "decision-graph", "docs/decide/third-end.md"),
    (QUESTIONS, "to: other-end", "to: first", 12, "decision-graph", "lead the last answer elsewhere"),
    (QUESTIONS, "to: second", "to: one-end", 12, "decision-graph", "lead one there, or remove it"),
    (QUESTIONS, "start: first", "start: third", 1, "decision-graph", "correct it"),
    (QUESTIONS, "label: Good", "label: much", 17, "decision-graph", "say it otherwise"),
    (QUESTIONS, "take: bad", "take: worse", 19, "decision-graph", "use one of good, bad"),
    (QUESTIONS, "id: bad", "id: good", 18, "decision-graph", "another id"),
    (QUESTIONS, "path: [first.little]", "path: [first.much]", 22, "decision-graph", "up to an outcome"),
    (QUESTIONS, "now: first.little", "now: first.none", 25, "decision-graph", "make it null"),
    (QUESTIONS, "was: first.some", "was: first.much", 25, "decision-graph", "remove one of the two"),
    (QUESTIONS, "rows: [a-row, b-row]", "rows: [c-row]", 18, "decision-reason", "correct the id"),
    (QUESTIONS, "claims: [first-point]", "claims: [no-point]", 22, "decision-reason", "correct the id"),
    (QUESTIONS, "ask: What is there?", "ask: What is there", 5, "front-matter", "pattern"),
    (QUESTIONS, "{id: good, label: Good", "{id: well, label: Good", 5, "decision-ids", "what became of it"),
    (END, "rows: [a-row, b-row]", "rows: [a-row, a-row]", 12, "decision-reason", "name another reason"),
    (END, "rows: [a-row, b-row]", "rows: [a-row, c-row]", 12, "decision-reason", "correct the id"),
    (END, "tools: [one]", "tools: [two]", 14, "decision-reason", "correct the id"),
    (END, "examples: []", "examples: [a-pair]", 13, "decision-reason", "correct the id"),
    (END, "  checked: 2026-11-22", "  checked: 2026-11-23", 15, "checked-date", "correct the date"),
    (END, "    cost: It costs us a day.\n", "", 17, "front-matter", "add it"),
    (END, "costs us a day", f"costs us {'a day ' * 14}", 20, "plain-summary", "at most 30"),
    (END, "use: We use the one.", "use: We use the one. It is there.", 18, "plain-summary", "join them"),
    (END, "use the one", "use `one`", 18, "plain-summary", "as a manager would"),
    (END, "use the one", "use the one 2.21", 18, "plain-summary", "the newest release"),
    (END, "the other.", "the Tensors.", 21, "plain-summary", "needs no key"),
    ("decide/ids.txt", "second.bad\n", "", 7, "decision-ids", "add a line `second.bad`"),
    ("decide/ids.txt", "other-end\n", "", 7, "decision-ids", "add a line `other-end`"),
    ("decide/ids.txt", "other-end\n", "other-end\nlast-end\n", 9, "decision-ids", "`former_ids`"),
]


def test_a_decision_is_valid(decided: Sample) -> None:
    assert decided.problems() == []


@pytest.mark.parametrize(("file", "old", "new", "line", "rule", "remedy"), FAULTS)
def test_a_fault_of_the_decision_is_found(  # noqa: PLR0913, PLR0917  (the columns of the table above)
    decided: Sample, file: str, old: str, new: str, line: int, rule: str, remedy: str
) -> None:
    decided.change(file, old, new)
    found = decided.problems()
    assert any(
        problem.rule == rule and problem.line == line and remedy in problem.remedy for problem in found
    ), "\n".join(map(str, found))


def test_an_outcome_that_nobody_reaches_is_found(decided: Sample) -> None:
    text = (decided.docs / END).read_text(encoding="utf-8").replace("one-end", "lost-end")
    decided.write("decide/lost-end.md", text)
    assert any("no answer leads to the outcome" in problem.fault for problem in decided.problems())


def test_a_reason_that_is_due_for_a_check_is_no_fault_of_the_decision(decided: Sample) -> None:
    decided.change("compare/b-row.md", "  checked: 2026-11-22", "  checked: 2026-08-01")
    assert "decision-reason" not in {problem.rule for problem in decided.problems()}
    (due,) = [problem for problem in decided.problems() if problem.rule == "recheck-due"]
    assert (due.path, due.level) == ("docs/compare/b-row.md", "warning")
    assert "since 2026-10-30" in due.fault


def test_a_path_of_more_than_seven_answers_is_found(decided: Sample) -> None:
    question = """\
  - id: q{n}
    ask: And then {n}?
    help: Think of what it is.
    article: The article does not ask.
    answers:
      - {{id: good, label: Good {n}, to: {to}, rows: [a-row], says: It is good.}}
      - {{id: bad, label: Bad {n}, to: one-end, rows: [a-row], says: It is bad.}}
    unsure: {{take: bad, says: Bad is the safer guess.}}
"""
    chain = "".join(question.format(n=n, to=f"q{n + 1}" if n < 6 else "other-end") for n in range(1, 7))
    decided.change(QUESTIONS, "to: other-end", "to: q1")
    decided.change(QUESTIONS, "\narticle:", f"{chain}\narticle:")
    assert any("takes 8 answers" in problem.fault for problem in decided.problems())
