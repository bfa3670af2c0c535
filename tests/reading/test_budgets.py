"""Budgets are read with their lines, and every breach is told at once."""

from pathlib import Path

import pytest

from tests.reading import budgets
from tests.reading.budgets import Budget, BudgetError
from tests.reading.probe import Axe, Load

LOAD = Load(
    bytes=30_000,
    requests=9,
    gesture_bytes=75_000,
    gesture_requests=7,
    nodes=500,
    hosts=[],
    blocking=[],
    errors=[],
    missing=[],
)
BUDGET = Budget(page="a/", kind="prose", kilobytes=40, requests=10, elements=600, why="for a test", line=7)
ENTRY = '{page: a/, kind: prose, kilobytes: 40, requests: 9, elements: 500, why: "for a test"}'
CLEAN: dict[str, object] = {"impacts": {}, "rules": {}}


def told(tmp_path: Path, text: str) -> list[str]:
    """What is said of a file of budgets, which must not be valid."""
    file = tmp_path / "budgets.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BudgetError) as error:
        budgets.read(file)
    return str(error.value).splitlines()


def test_entries_are_read_with_their_lines(tmp_path: Path) -> None:
    file = tmp_path / "budgets.yml"
    file.write_text(f"# A comment.\n- {ENTRY}\n- {ENTRY.replace('a/', 'b/c/')}\n", encoding="utf-8")
    assert [(budget.page, budget.line) for budget in budgets.read(file)] == [("a/", 2), ("b/c/", 3)]


def test_a_page_within_its_budget_is_no_breach() -> None:
    assert budgets.breaches(BUDGET, LOAD) == []


def test_a_breach_names_line_page_measure_found_and_allowed() -> None:
    assert budgets.breaches(BUDGET, LOAD.model_copy(update={"bytes": 50_000})) == [
        "tests/reading/budgets.yml:7: /a/ has 50 kilobytes, and 40 are allowed; "
        "make it lighter, or say why it may be more"
    ]


def test_all_breaches_are_told_at_once() -> None:
    worse = {
        "bytes": 50_000,
        "gesture_bytes": 76_000,
        "requests": 11,
        "nodes": 700,
        "hosts": ["x.org"],
        "blocking": ["/late.css"],
        "errors": ["oh"],
        "missing": ["/gone.png"],
    }
    found = budgets.breaches(BUDGET, LOAD.model_copy(update=worse))
    assert len(found) == 8
    assert all(line.startswith("tests/reading/budgets.yml:7: /a/ ") for line in found)
    assert all("; " in line for line in found)


def test_faults_of_axe_and_of_html_have_no_budget() -> None:
    broken = {"impact": "serious", "nodes": 3, "examples": ["phone: p > a"]}
    dark = {"impacts": {"serious": 3}, "rules": {"color-contrast": broken}}
    axe = Axe.model_validate({"light": CLEAN, "dark": dark})
    assert budgets.unfit(BUDGET, axe, ["9: Bad value."]) == [
        "tests/reading/budgets.yml:7: /a/ breaks axe's color-contrast (serious, dark) 3 times, "
        "at phone: p > a; correct it",
        "tests/reading/budgets.yml:7: /a/ is not valid HTML: 9: Bad value.; correct it",
    ]
    assert budgets.unfit(BUDGET, Axe.model_validate({"light": CLEAN, "dark": CLEAN}), []) == []


def test_all_bad_entries_are_told_with_their_lines(tmp_path: Path) -> None:
    wrong = ENTRY.replace("requests: 9", "requests: -1")
    text = f"- {wrong}\n- {{page: b/, kind: poem}}\n- {ENTRY[:-1]}, size: 3}}\n"
    lines = told(tmp_path, text)
    assert "tests/reading/budgets.yml:1: `requests` is wrong; input should be greater than 0" in lines
    assert "tests/reading/budgets.yml:2: `why` is missing; add it" in lines
    assert any(line.startswith("tests/reading/budgets.yml:2: `kind` is wrong; ") for line in lines)
    assert (
        "tests/reading/budgets.yml:3: `size` is not a known key; remove it or correct its spelling" in lines
    )


def test_a_page_that_stands_twice_is_told_at_both_places(tmp_path: Path) -> None:
    assert told(tmp_path, f"- {ENTRY}\n- {ENTRY}\n") == [
        f"tests/reading/budgets.yml:{line}: `a/` has 2 entries; keep one" for line in (1, 2)
    ]


def test_a_file_that_is_no_yaml_is_told_with_its_line(tmp_path: Path) -> None:
    (line,) = told(tmp_path, f"- {ENTRY}\n- {{page: [\n")
    assert line.startswith("tests/reading/budgets.yml:")
    assert line.endswith("; correct the syntax")


def test_a_page_that_the_site_lacks_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").touch()
    budgets.require([BUDGET], tmp_path)
    with pytest.raises(BudgetError, match=r"budgets.yml:7: the site has no page `b/`; correct or remove it"):
        budgets.require([BUDGET, BUDGET.model_copy(update={"page": "b/"})], tmp_path)
