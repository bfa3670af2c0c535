"""Each rule passes the sample, and has a case in which it fails with place, fault and remedy."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import rules
from scripts.problem import Problem
from tests.conftest import PAGE, TOOL, Sample, set_day
from tests.rules import (
    test_api,
    test_decisions,
    test_errors,
    test_guides,
    test_inputs,
    test_pairs,
    test_rows,
    test_writing,
)

CONTRIBUTING = Path(__file__).parents[2] / ".github" / "CONTRIBUTING.md"

# Rule, file to change, what to replace by what, then line, fault and remedy of the one problem expected.
CASES = [
    ("page-shape", "index.md", "# A page {#a-page}", "## A page {#a-page}", 8, "does not start", "# Title"),
    ("page-shape", "index.md", "## A section", "# A section", 12, "second first-level", "## …"),
    ("page-shape", "index.md", "## A section", "### A section", 12, "skips a level", "2 number signs"),
    ("page-shape", "tools/one.md", "{#today}", "{#now}", 1, "#today is missing", "{#today}"),
    ("placeholder", "index.md", "two lines", "TODO lines", 10, "a placeholder is left", "remove TODO"),
    (
        "distinct-title",
        "tools/one.md",
        "title: A tool",
        "title: a PAGE",
        2,
        "that of docs/index.md:2",
        "alone",
    ),
    ("card-text", "index.md", "title: A page", f"title: {'WWWWWWW ' * 8}", 2, "is left over", "shorter"),
    ("former-key", "about/article.yml", "program: one", "proof: one", 10, "called `program`", "--fix"),
    ("heading-id", "index.md", "section {#section}", "section", 12, "has no id", "{#a-section}"),
    ("heading-id", "index.md", "{#section}", "{#Section_1}", 12, "not readable", "lower-case"),
    ("heading-id", "index.md", "{#section}", "{#a-page}", 12, "used before, in line 8", "another"),
    (
        "note-id",
        "index.md",
        "two lines.",
        "two lines.\n\n- **It is so.** And here is why.\n- **It is so.** And here is how.",
        13,
        "which line 12 has already",
        "{#id}",
    ),
    ("link-target", "index.md", "two lines", "[two](tools/two.md) lines", 10, "no page", "existing"),
    ("link-target", "index.md", "two lines", "[two](one.md) lines", 10, "no page", "tools/one.md"),
    ("link-target", "index.md", "two lines", "[two](tools/one.md#x) lines", 10, "no id", "purpose"),
    ("link-target", "index.md", "two lines", "[two](/tools/one.md) lines", 10, "absolute", "relative"),
    ("link-target", "index.md", "two lines", "[two](http://a.org) lines", 10, "not https", "https"),
    ("link-target", "index.md", "two lines", "[two](x.csv) lines", 10, "no file", "existing file"),
    ("image-text", "index.md", "two lines", "![](tools/one-example.py)", 10, "has no text", "brackets"),
    ("table-head", "index.md", "two lines.", "\n\n| | B |\n| --- | --- |\n| a | b |", 12, "no head", "Fact"),
    ("footnote-source", "index.md", "two lines.", "two lines.[^a]", 10, "no footnote “a”", "[^id]:"),
    ("snippet-target", "index.md", "claims/first", "claims/last", 14, "no fragment", "claims/first-point.md"),
    ("checked-date", "index.md", "checked: 2026-11-22", "checked: 2026-11-23", 4, "in the future", "date"),
    (
        "checked-date",
        "tools/one.md",
        "  checked: 2026-11-22",
        "  checked: 2026-11-21",
        18,
        "seen on",
        "later",
    ),
    (
        "source-agreement",
        "tools/one.md",
        '"2026-11"\n      seen',
        '"2026-12"\n      seen',
        22,
        "dated",
        "two",
    ),
    (
        "tool-successor",
        "tools/one.md",
        "replaced_by: []",
        "replaced_by: [{name: X, page: x}]",
        10,
        "no tool",
        "url",
    ),
    (
        "executed-program",
        "tools/one.md",
        "use: executed",
        "use: shown\n  use_note: It cannot.",
        20,
        "exists",
        "remove",
    ),
    (
        "executed-program",
        "tools/one.md",
        '--8<-- "programs/one.md"',
        "Nothing.",
        20,
        "not show",
        "programs/one.md",
    ),
    ("executed-program", "tools/one-example.py", '"one"', '"two"', 1, "changed after", "programs one"),
    (
        "claim-shown",
        "about/article.yml",
        "id: first-point",
        "id: last-point",
        1,
        "no page shows",
        "claims/last-point",
    ),
    (
        "executed-program",
        "about/article.yml",
        "program: one",
        "program: two",
        1,
        "names “two”",
        "name a tool",
    ),
    (
        "page-navigation",
        ".nav.yml",
        "  - index.md",
        "  - index.md\n  - home.md",
        3,
        "names no page",
        "remove",
    ),
]


def test_the_sample_is_valid(sample: Sample) -> None:
    assert sample.problems() == []


@pytest.mark.parametrize(("rule", "file", "old", "new", "line", "fault", "remedy"), CASES)
def test_a_rule_finds_its_fault(  # noqa: PLR0913, PLR0917
    sample: Sample,
    rule: str,
    file: str,
    old: str,
    new: str,
    line: int,
    fault: str,
    remedy: str,
) -> None:
    sample.change(file, old, new)
    path = f"docs/{file}"
    found = [problem for problem in sample.problems() if (problem.rule, problem.path) == (rule, path)]
    assert len(found) == 1, sample.problems()
    assert found[0].line == line, found[0]
    assert fault in found[0].fault
    assert remedy in found[0].remedy


@pytest.mark.parametrize(("rule", "file", "old", "new"), [case[:4] for case in CASES])
def test_a_rule_finds_its_fault_whatever_stands_before_it(
    sample: Sample, rule: str, file: str, old: str, new: str
) -> None:
    """A page that says nothing of itself, one of text, and the same fault in another place."""
    sample.write("0-broken.md", "---\ntitle: No more than a title\n---\n\nText.\n")
    front, _, body = PAGE.partition("\n# ")
    second = (
        f"{front.replace('A page', 'Another page')}\n# {body.replace('claims/first-point', 'programs/one')}"
    )
    sample.write("0-first.md", second)
    sample.change(".nav.yml", "  - index.md", "  - 0-first.md\n  - index.md")
    before = [problem for problem in sample.problems() if problem.rule == rule]
    sample.change(file, old, new)
    found = [problem for problem in sample.problems() if problem.rule == rule and problem not in before]
    assert f"docs/{file}" in {problem.path for problem in found}


def test_every_rule_has_a_failing_case_and_an_entry_for_contributors() -> None:
    elsewhere = {case[2] for case in test_rows.FAULTS} | {case[2] for case in test_pairs.FAULTS}
    elsewhere |= {case[3] for case in test_errors.FAULTS} | {case[3] for case in test_guides.FAULTS}
    elsewhere |= {case[4] for case in test_decisions.FAULTS} | {case[1] for case in test_writing.FAULTS}
    elsewhere |= {case[2] for case in test_api.FAULTS}
    elsewhere |= {case.rule for case in test_inputs.MALFORMED} - test_inputs.BEFORE_RULES
    cases = {case[0] for case in CASES} | elsewhere - {"front-matter"} | {"move-target"}
    # tests/test_notebooks.py, tests/measure/, tests/test_due.py, tests/test_counts.py
    cases |= {"notebook-record", "measured-result", "recheck-due", "typed-count"}
    # tests/rules/test_record_integrity.py, tests/rules/test_pins.py, tests/test_outside.py,
    # tests/content/test_owners.py
    cases |= {"record-integrity", "pin-behind", "unreachable-link", "file-owner"}
    assert cases == set(rules.RULES)
    text = CONTRIBUTING.read_text(encoding="utf-8")
    for rule in [*rules.RULES, *test_inputs.BEFORE_RULES]:
        assert f'<a id="{rule}"></a>{rule}' in text


def test_today_is_no_future_though_the_commit_is_older(
    sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample.change("index.md", "checked: 2026-11-22", "checked: 2026-11-27")
    set_day(monkeypatch, datetime.date(2026, 11, 27), build=datetime.date(2026, 11, 22))
    assert sample.problems() == []
    sample.change("index.md", "checked: 2026-11-27", "checked: 2026-11-28")
    assert [problem.rule for problem in sample.problems()] == ["checked-date"]


def test_the_state_of_a_tool_may_be_that_of_any_month(
    sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample.change("tools/one.md", "State in November 2026", "How it was in May 2031")
    assert sample.problems() == []
    sample.change("tools/one.md", "{#state}", "{#then}")
    set_day(monkeypatch, datetime.date(2027, 1, 9))
    assert [problem.remedy for problem in sample.problems()] == ["add `## State in January 2027 {#state}`"]


def test_a_page_outside_the_navigation_is_found(sample: Sample, only: Callable[[], Problem]) -> None:
    extra = PAGE.replace('--8<-- "claims/first-point.md"', "A word.").replace(": A page", ": Another page")
    sample.write("about/extra.md", extra)
    assert only().rule == "page-navigation"
    assert "- about/extra.md" in only().remedy


def test_a_page_three_levels_deep_is_found(sample: Sample, only: Callable[[], Problem]) -> None:
    sample.change(".nav.yml", "Tools: tools/*.md", "Tools: [{Sub: [tools/*.md]}]")
    assert "3 levels" in only().fault


def test_a_page_without_dates_is_found_for_both(sample: Sample) -> None:
    sample.write("other/page.md", PAGE.replace("checked: 2026-11-22\nrecheck_days: 90\n", ""))
    sample.change(".nav.yml", "  - index.md", "  - index.md\n  - other/page.md")
    faults = [problem.fault for problem in sample.problems()]
    assert [fault for fault in faults if "no `checked`" in fault]
    assert [fault for fault in faults if "no `recheck_days`" in fault]


def test_a_program_without_a_record_is_found(sample: Sample, only: Callable[[], Problem]) -> None:
    (sample.docs / "tools/one-example.run.json").unlink()
    assert "no record" in only().fault


def test_a_missing_program_is_found(sample: Sample) -> None:
    (sample.docs / "tools/one-example.py").unlink()
    assert any("there is no docs/tools/one-example.py" in problem.fault for problem in sample.problems())


def test_points_out_of_order_and_twice_are_found(sample: Sample) -> None:
    text = (sample.docs / "about/article.yml").read_text(encoding="utf-8")
    sample.write("about/article.yml", text.replace("introduction", "verdict") + text)
    faults = " ".join(problem.fault for problem in sample.problems())
    assert "used twice" in faults
    assert "stands after a later part" in faults


def test_two_tools_that_replace_each_other_are_found(sample: Sample) -> None:
    two = TOOL.replace("A tool {#a-tool}", "Two {#two}").replace(
        "use: executed", "use: shown\n  use_note: No."
    )
    two = two.replace('--8<-- "programs/one.md"', "It is short.").replace(
        "replaced_by: []", "replaced_by: [{name: One, page: one}]"
    )
    sample.write("tools/two.md", two.replace(": A tool", ": Tool two"))
    sample.change("tools/one.md", "replaced_by: []", "replaced_by: [{name: Two, page: two}]")
    assert [problem.rule for problem in sample.problems()] == ["tool-successor", "tool-successor"]


@pytest.mark.parametrize(
    ("side", "counterpart", "fault"),
    [
        ("tensorflow", "two", ""),  # the second is for both
        ("tensorflow", "tow", "`counterpart` names “tow”, which does not exist"),
        ("tensorflow", "one", "`counterpart` names “one”, which is of the same side"),
        ("both", "two", "a tool for both frameworks has no `counterpart`"),
    ],
)
def test_a_counterpart_is_a_tool_of_the_other_side(
    sample: Sample, side: str, counterpart: str, fault: str
) -> None:
    two = TOOL.replace("A tool", "Tool two").replace("use: executed", "use: shown\n  use_note: No.")
    sample.write("tools/two.md", two.replace('--8<-- "programs/one.md"', "It is short."))
    sample.change("tools/one.md", "side: both", f"side: {side}\n  counterpart: {counterpart}")
    problems = sample.problems()
    assert len(problems) == bool(fault)
    assert all(fault in str(problem) for problem in problems)


FOOTNOTE = "[^a]: [Title](https://example.org/tool), November 2026, seen 22 November 2026. It says so."


@pytest.mark.parametrize(
    ("footnote", "rule", "fault"),
    [
        (FOOTNOTE.replace("Title", "The tool"), None, None),
        (FOOTNOTE, "source-agreement", "is “Title” here"),
        (
            FOOTNOTE.replace("Title", "The tool").replace("November 2026, s", "May 2026, s"),
            "source-agreement",
            "May",
        ),
        (FOOTNOTE.replace("Title", "The tool").replace("November 2026, s", "Nov 2026, s"), None, None),
        (
            FOOTNOTE.replace("Title", "The tool").replace("November 2026, s", "31 February 2026, s"),
            "source-agreement",
            "the date is 31 February 2026 here",
        ),
        ("[^a]: See https://example.org/tool.", "footnote-source", "not a dated source"),
        (FOOTNOTE.replace(", seen 22 November 2026", ""), "footnote-source", "not a dated source"),
    ],
)
def test_a_footnote_is_a_dated_source_that_agrees(
    sample: Sample, footnote: str, rule: str | None, fault: str | None
) -> None:
    sample.change("index.md", "two lines.", "two lines.[^a]")
    sample.change("index.md", "## A section", f"{footnote}\n\n## A section")
    problems = sample.problems()
    assert [problem.rule for problem in problems] == ([rule] if rule else [])
    assert fault is None or fault in problems[0].fault


def test_a_footnote_that_nothing_refers_to_is_found(sample: Sample, only: Callable[[], Problem]) -> None:
    footnote = FOOTNOTE.replace("Title", "The tool")
    sample.change("index.md", "## A section", f"{footnote}\n\n## A section")
    assert "nothing refers" in only().fault


MOVE = "- {{from: {old}, to: {new}, since: 2026-11-22}}\n"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("tools/zero/", "tools/one/", None),
        ("tools/one/#old", "tools/one/#use", None),
        ("tools/zero/", "tools/two/", "does not exist"),
        ("tools/zero/", "tools/one/#x", "does not exist"),
        ("tools/one/", "tools/one/#use", "still exists"),
        ("tools/one/#use", "tools/one/#today", "still exists"),
        ("tools/zero/#use", "tools/one/#use", "page that is gone"),
    ],
)
def test_a_move_leads_from_a_gone_address_to_a_living_one(
    sample: Sample, old: str, new: str, fault: str | None
) -> None:
    sample.write("moves.yml", MOVE.format(old=old, new=new))
    problems = sample.problems()
    assert [problem.rule for problem in problems] == (["move-target"] if fault else [])
    assert fault is None or fault in problems[0].fault


def test_a_chain_of_moves_is_found(sample: Sample) -> None:
    sample.write("moves.yml", MOVE.format(old="a/", new="b/") + MOVE.format(old="b/", new="tools/one/"))
    assert any("moved itself" in problem.fault for problem in sample.problems())
