"""What holds for every rule: a page that is not valid stops none, and a rule that fails hides none."""

from collections.abc import Iterator

import pytest

from scripts import rules
from scripts.content import reader
from scripts.content.tree import Content
from scripts.problem import Problem
from tests.conftest import PAGE, Sample


def found(sample: Sample, rule: str) -> list[Problem]:
    """What a rule finds, also where data are not valid."""
    return sorted(rules.RULES[rule](reader.read(sample.root)[0]))


@pytest.mark.parametrize("rule", rules.RULES)
def test_a_page_without_valid_front_matter_stops_no_rule(decided: Sample, rule: str) -> None:
    before = found(decided, rule)
    decided.write("about/a-lost-page.md", PAGE.replace("title: A page", "titel: A page"))
    after = [problem for problem in found(decided, rule) if problem.path != "docs/about/a-lost-page.md"]
    assert after == before == []


# A fault on the page that comes last, of which the pages before it have no fault or cannot be looked at.
LAST = [
    ("card-text", "title: A tool", f"title: {'WWWWWWW ' * 8}"),
    ("checked-date", "  checked: 2026-11-22", "  checked: 2026-11-23"),
    ("distinct-title", "title: A tool", "title: A page"),
    ("executed-program", '--8<-- "programs/one.md"', "Nothing."),
    ("icon-name", "It does one thing.", ":material-check: and :material-chek: do one thing."),
    ("own-pictures", "It does one thing.", ":material-check: and :rocket: do one thing."),
    ("note-id", "It does one thing.", "- **It is so.** And here is why.\n- **It is so.** And here is how."),
    ("heading-form", "## What it is for", "##What it is for"),
    ("snippet-target", '--8<-- "programs/one.md"', '--8<-- "programs/one.md"\n--8<-- "programs/no.md"'),
    ("typed-count", "It does one thing.", "There are {{ count.nothing }}."),
]


@pytest.mark.parametrize(("rule", "old", "new"), LAST)
def test_a_page_is_looked_at_after_those_that_are_left_out(
    sample: Sample, rule: str, old: str, new: str
) -> None:
    sample.write("about/a-lost-page.md", PAGE.replace("title: A page", "titel: A page"))
    sample.write("notebooks/none.ipynb", "{}")
    sample.change("tools/one.md", old, new)
    problems = [problem for problem in found(sample, rule) if problem.path == "docs/tools/one.md"]
    assert len(problems) == 1, problems


def test_a_rule_that_fails_is_told_and_the_others_too(
    sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(content: Content) -> Iterator[Problem]:
        raise LookupError("a key")

    monkeypatch.setitem(rules.RULES, "page-shape", fails)
    sample.change("index.md", "## A section {#section}", "## A section")
    told = rules.check(sample.read())
    assert {problem.rule for problem in told} == {"internal", "heading-id"}
    assert ["LookupError" in problem.fault for problem in told if problem.rule == "internal"] == [True]


def test_a_rule_is_called_as_its_module_with_hyphens() -> None:
    assert set(rules.RULES) >= {"page-shape", "executed-program", "note-id"}
    assert [name for name in rules.RULES if "." in name or "_" in name] == []


def test_a_title_is_the_page_s_own_wherever_it_stands(sample: Sample) -> None:
    for path in ("about/a-page.md", "about-a-page.md"):
        sample.write(path, PAGE.replace("A page that says", f"{path} says").replace("A page", "Another"))
    (problem,) = found(sample, "distinct-title")
    assert {problem.path, problem.fault.rpartition(" ")[2].rpartition(":")[0]} == {
        "docs/about/a-page.md",
        "docs/about-a-page.md",
    }


def test_a_description_is_looked_at_where_the_title_is_still_to_be_written(sample: Sample) -> None:
    sample.write("about/a-page.md", PAGE.replace("title: A page", "title: TODO A page"))
    (problem,) = found(sample, "distinct-title")
    assert "description" in problem.fault
