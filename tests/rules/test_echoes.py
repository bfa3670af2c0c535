"""One fault is told once: a page whose front matter is not valid is not missing for others."""

import pytest

from tests.conftest import Sample


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        ("compare/a-row.md", "  group:", "  grupo:", "`row.grupo` is not a known key"),
        ("compare/a-row.md", "  recheck_days: 90", "  recheck_days: 900", "`row.recheck_days` is wrong"),
        ("compare/a-row.md", "  why: ", "  why: so: ", "holds a colon and a space"),
        ("tools/one.md", "use: executed", "use: excuted", "(did you mean “executed”?)"),
        ("tools/one.md", "description:", "descripton:", "write `description`"),
        ("decide/one-end.md", "description:", "descripton:", "write `description`"),
    ],
)
def test_a_page_that_is_not_valid_gives_one_problem(
    decided: Sample, name: str, old: str, new: str, said: str
) -> None:
    decided.change(name, old, new)
    (problem,) = decided.problems()
    assert problem.path == f"docs/{name}"
    assert said in str(problem)


def test_all_faults_of_a_page_are_told_at_once(decided: Sample) -> None:
    decided.change("compare/a-row.md", "  recheck_days: 90", "  recheck_days: 900")
    decided.change("compare/a-row.md", "rating: strong", "rating: stong")
    decided.change("compare/a-row.md", "## In practice {#practice}", "## At work {#work}")
    decided.change("tools/one.md", "description:", "descripton:")
    assert {(problem.path, problem.rule) for problem in decided.problems()} == {
        ("docs/compare/a-row.md", "front-matter"),
        ("docs/compare/a-row.md", "page-shape"),
        ("docs/tools/one.md", "front-matter"),
    }


def test_a_near_miss_of_an_id_is_told_with_the_right_one(decided: Sample) -> None:
    decided.change("compare/a-row.md", "rows: [b-row]", "rows: [b-rwo]")
    (problem,) = decided.problems()
    assert "did you mean “b-row”?" in problem.remedy
