"""What pages say of each other and of their records: in which line a fault is told, whichever way it goes."""

from collections.abc import Callable

import pytest

from scripts import rules
from scripts.content import program_record
from scripts.problem import Problem
from tests.conftest import OUTCOME, PAGE, PAIR, ROW, TOOL, Sample
from tests.test_notebooks import book, booked, write

__all__ = ["booked"]  # a fixture

INDEX, BOOK = "examples/a-pair/index.md", "examples/a-pair/a-pair.ipynb"
NO_NOTEBOOK = ("  recheck_days: 90", "  no_notebook: It needs a key.\n  recheck_days: 90")


def found(sample: Sample, rule: str) -> list[tuple[str, int, str]]:
    """Path, line and fault of what a rule finds in the sample, which is valid as data."""
    problems: list[Problem] = sorted(rules.RULES[rule](sample.read()))
    return [(problem.path.removeprefix("docs/"), problem.line, problem.fault) for problem in problems]


# Records ------------------------------------------------------------------------------------------


def test_a_program_that_changed_in_whatever_way_is_told(sample: Sample) -> None:
    recorded = program_record.fingerprint(sample.docs, "one")
    later = set()
    for number in range(40):
        sample.write("tools/one-example.py", f"print({number})\n")
        later.add(program_record.fingerprint(sample.docs, "one") > recorded)
        changed = ("tools/one-example.py", 1, "the program changed after its record was made")
        assert found(sample, "executed-program") == [changed]
    assert later == {True, False}


def test_a_program_without_a_record_is_told_on_its_first_line(sample: Sample) -> None:
    (sample.docs / "tools/one-example.run.json").unlink()
    told = ("tools/one-example.py", 1, "the program has no record of a run that can be read")
    assert found(sample, "executed-program") == [told]


@pytest.mark.parametrize("heading", ["## The program {#program}", "## A run {#run}"])
def test_a_row_shows_its_program_below_the_heading_that_others_link_to(
    compared: Sample, heading: str
) -> None:
    compared.change("compare/a-row.md", "program: one", "program: a-row")
    snippet = '--8<-- "programs/a-row.md"'
    compared.change("compare/a-row.md", "## What would", f"{heading}\n\n{snippet}\n\n## What would")
    compared.write("compare/a-row-example.py", 'print("a")\n')
    compared.record("a-row")
    assert bool(found(compared, "executed-program")) is ("{#program}" not in heading)


def test_a_tool_shows_its_program_below_any_heading(sample: Sample) -> None:
    sample.change("tools/one.md", "{#use}", "{#usage}")
    assert found(sample, "executed-program") == []


def test_a_page_without_a_program_is_told_where_it_says_so(compared: Sample) -> None:
    (compared.docs / "tools/one-example.py").unlink()
    compared.change("compare/a-row.md", "program: one", "program: a-row")
    assert found(compared, "executed-program") == [
        (
            "compare/a-row.md",
            18,
            "the page counts as executed, but there is no docs/compare/a-row-example.py",
        ),
        ("tools/one.md", 20, "the page counts as executed, but there is no docs/tools/one-example.py"),
    ]


def test_a_program_of_a_page_that_records_none_is_no_fault_of_it(sample: Sample) -> None:
    sample.write("index-example.py", "print(1)\n")
    assert found(sample, "executed-program") == []


def test_a_program_that_a_row_does_not_cite_is_told(compared: Sample) -> None:
    compared.write("compare/a-row-example.py", "print(1)\n")
    fault = "docs/compare/a-row-example.py exists, but the page does not count as executed"
    assert found(compared, "executed-program") == [("compare/a-row.md", 18, fault)]


@pytest.mark.parametrize("number", range(4))
def test_a_pair_that_changed_in_whatever_way_is_told(paired: Sample, number: int) -> None:
    paired.change("examples/a-pair/inputs.py", "4.0", f"{number}.5")
    assert found(paired, "pair-record") == [
        (BOOK, 1, "the notebook is not made from these programs"),
        ("examples/a-pair/inputs.py", 1, "it changed after the record was made"),
    ]


@pytest.mark.parametrize("added", ["", " ", "~"])
def test_a_notebook_of_a_pair_is_made_of_its_programs(paired: Sample, added: str) -> None:
    text = (paired.docs / BOOK).read_text(encoding="utf-8")
    paired.write(BOOK, added + text.replace("{", "", 1))
    assert found(paired, "pair-record") == [(BOOK, 1, "the notebook is not made from these programs")]


CHANGES: list[tuple[Callable[[Sample], None], tuple[str, int, str]]] = [
    (lambda sample: (sample.docs / "examples/a-pair/mistake.py").unlink(),
     (INDEX, 1, "mistake.py is missing beside it")),
    (lambda sample: (sample.docs / "examples/a-pair/result.json").unlink(),
     ("examples/a-pair/result.json", 1, "there is no record of a run that can be read")),
    (lambda sample: sample.change("examples/a-pair/result.json", '"name": "total"', '"name": "sum"'),
     ("examples/a-pair/result.json", 1, "the record has other values than the page")),
    (lambda sample: sample.change(INDEX, '--8<-- "pairs/a-pair/code.md"', "Nothing."),
     (INDEX, 1, "the page does not show its code")),
    (lambda sample: sample.write("examples/b-pair/with_pytorch.py", "print(1)\n"),
     ("examples/b-pair/index.md", 1, "the folder has programs, but no page with a `pair`")),
    (lambda sample: (sample.docs / BOOK).unlink(),
     (BOOK, 1, "the notebook is not made from these programs")),
    (lambda sample: sample.change(INDEX, *NO_NOTEBOOK),
     (BOOK, 1, "the pair offers no notebook, as `no_notebook` says, and here is one")),
]  # fmt: skip


@pytest.mark.parametrize(("change", "told"), CHANGES)
def test_what_a_pair_lacks_is_told_where_it_belongs(
    paired: Sample, change: Callable[[Sample], None], told: tuple[str, int, str]
) -> None:
    assert found(paired, "pair-record") == []
    change(paired)
    assert found(paired, "pair-record") == [told]


def test_a_pair_without_a_notebook_of_its_own_needs_none(paired: Sample) -> None:
    paired.change(INDEX, *NO_NOTEBOOK)
    (paired.docs / BOOK).unlink()
    assert found(paired, "pair-record") == []


@pytest.mark.parametrize("title", ["A book", "A notebooks", "Z", "a notebook"])
def test_a_notebook_has_the_title_of_its_first_heading(booked: Sample, title: str) -> None:
    data = book()
    data["cells"][1]["source"] = [f"# {title}\n", "\n", "It shows **how**."]
    write(booked, data)
    ((path, line, fault),) = found(booked, "notebook-record")
    assert fault == f"its first heading is “{title}”, and its title “A notebook”"
    assert f"# {title}" in (booked.docs / path).read_text(encoding="utf-8").splitlines()[line - 1]


def test_a_page_that_is_no_notebook_says_nothing_of_one(booked: Sample) -> None:
    lines = "notebook: {minutes: 5, level: 1, question: What is it?, rows: [a-row], examples: [a-pair],"
    page = PAGE.replace("A page", "Another").replace("checked:", f"{lines} recheck_days: 90}}\nchecked:")
    booked.write("about/a-page.md", page)
    ((path, line, fault),) = found(booked, "notebook-record")
    assert (path, line, fault) == ("about/a-page.md", 4, "`notebook` on a page that is none")


# Relations ----------------------------------------------------------------------------------------


def test_a_former_id_of_a_pair_is_given_once(paired: Sample) -> None:
    paired.change(INDEX, "  recheck_days: 90", "  former_ids: [old-pair, older-pair]\n  recheck_days: 90")
    assert found(paired, "pair-relation") == []
    other = PAIR.replace("  recheck_days: 90", "  former_ids: [older-pair, oldest-pair]\n  recheck_days: 90")
    paired.write("examples/b-pair/index.md", other.replace("a-pair", "b-pair").replace("A pair", "B pair"))
    assert found(paired, "pair-relation") == [
        ("examples/b-pair/index.md", 20, "the former id “older-pair” belongs to another pair")
    ]


def test_a_former_id_of_a_row_is_given_once_however_their_files_sort(compared: Sample) -> None:
    other = ROW.replace("A row", "A row, too").replace("former_ids: []", "former_ids: [older-row]")
    compared.write("compare/a-row-too.md", other)
    assert found(compared, "row-relation") == []
    for name in ("a-row", "b-row"):
        text = (compared.docs / f"compare/{name}.md").read_text(encoding="utf-8")
        compared.write(f"compare/{name}.md", text.replace("former_ids: []", "former_ids: [older-row]"))
        assert found(compared, "row-relation") == [
            (f"compare/{name}.md", 29, "the former id “older-row” belongs to another row")
        ]
        compared.write(f"compare/{name}.md", text)


def test_rows_and_tools_that_a_pair_names_exist(paired: Sample) -> None:
    paired.change(INDEX, "  rows: [a-row]\n  tools: [one]", "  rows: [x-row, a-row, one]\n  tools: [a-row]")
    told = [
        (line, fault.partition("“")[2].partition("”")[0]) for _, line, fault in found(paired, "pair-relation")
    ]
    assert told == [(18, "one"), (18, "x-row"), (19, "a-row")]


@pytest.mark.parametrize("name", ["one", "b-row"])
def test_a_pair_has_the_id_of_no_row_and_no_tool(paired: Sample, name: str) -> None:
    paired.write(f"examples/{name}/index.md", PAIR.replace("A pair", "C pair"))
    fault = f"“{name}” is a row or a tool as well, so evidence cannot tell them apart"
    assert found(paired, "pair-relation") == [(f"examples/{name}/index.md", 1, fault)]


def test_an_id_that_a_tool_and_a_row_or_a_pair_have_is_told_on_the_first_line(paired: Sample) -> None:
    paired.write("compare/one.md", ROW.replace("A row", "C row").replace("a-row", "one"))
    fault = "“one” is a tool as well, so their programs cannot be told apart"
    assert ("compare/one.md", 1, fault) in found(paired, "row-relation")
    paired.write("examples/one/index.md", PAIR.replace("A pair", "C pair"))
    fault = "“one” is a row or a tool as well, so evidence cannot tell them apart"
    assert ("examples/one/index.md", 1, fault) in found(paired, "pair-relation")


@pytest.mark.parametrize(
    ("successors", "faults"),
    [
        ("[{name: X, url: 'https://x.org'}]", []),
        ("[{name: X, url: 'https://x.org'}, {name: Two, page: two}]", []),
        ("[{name: Three, page: three}]", ["there is no tool page “three”"]),
        ("[{name: One, page: one}]", ["“one” and “one” replace each other"]),
    ],
)
def test_a_tool_is_succeeded_by_what_exists(sample: Sample, successors: str, faults: list[str]) -> None:
    sample.write("tools/two.md", TOOL.replace("A tool", "Two"))
    sample.change("tools/one.md", "replaced_by: []", f"replaced_by: {successors}")
    assert [fault for _, _, fault in found(sample, "tool-successor")] == faults


def test_two_tools_that_succeed_each_other_are_told_on_both(sample: Sample) -> None:
    sample.write(
        "tools/two.md", TOOL.replace("A tool", "Two").replace("by: []", "by: [{name: One, page: one}]")
    )
    assert found(sample, "tool-successor") == []
    sample.change("tools/one.md", "replaced_by: []", "replaced_by: [{name: Two, page: two}]")
    assert [path for path, _, _ in found(sample, "tool-successor")] == ["tools/one.md", "tools/two.md"]


SOURCE = "[{title}](https://example.org/tool), {dated}, seen 22 November 2026. What it says."
FOOTNOTE = f"two lines.[^a]\n\n[^a]: {SOURCE}"


@pytest.mark.parametrize("title", ["A tool", "Your tool"])
@pytest.mark.parametrize("dated", ["October 2026", "December 2026"])
def test_a_source_has_one_title_and_one_date(sample: Sample, title: str, dated: str) -> None:
    sample.change("index.md", "two lines.", FOOTNOTE.format(title=title, dated=dated))
    assert found(sample, "source-agreement") == [
        (
            "index.md",
            12,
            f"https://example.org/tool is “{title}” here and “The tool” in docs/tools/one.md:22",
        ),
        (
            "index.md",
            12,
            f"https://example.org/tool: the date is {dated} here, November 2026 in docs/tools/one.md:22",
        ),
    ]


# Links --------------------------------------------------------------------------------------------


def test_a_link_to_a_page_that_moved_names_the_one_of_that_name(sample: Sample) -> None:
    sample.write("about/zeta.md", PAGE.replace("A page", "Zeta"))
    sample.change("index.md", "two lines", "[two](one.md) lines")
    (problem,) = rules.RULES["link-target"](sample.read())
    assert problem.remedy == "did you mean tools/one.md"


@pytest.mark.parametrize(
    ("target", "fine"),
    [
        ("#first-point", False),
        ("all.md#first-point", True),
        ("all.md#point-first-point", False),
        ("tools/one.md#first-point", False),
        ("#point-first-point", True),
    ],
)
def test_a_claim_has_its_address_where_the_article_is_shown(sample: Sample, target: str, fine: bool) -> None:
    sample.write("all.md", PAGE.replace("A page", "All").replace("claims/first-point.md", "article.md"))
    sample.change("index.md", "two lines", f"[two]({target}) lines")
    assert (found(sample, "link-target") == []) is fine


def test_an_id_of_a_page_that_cannot_be_read_is_not_missed(compared: Sample) -> None:
    compared.write("notebooks/broken.ipynb", "no JSON")
    compared.change("index.md", "two lines", "[two](notebooks/broken.ipynb#somewhere) lines")
    told = [problem for problem in compared.problems() if problem.rule == "link-target"]
    assert told == []


# Lists --------------------------------------------------------------------------------------------


def test_a_line_of_the_published_ids_is_an_id_unless_it_starts_as_a_remark(decided: Sample) -> None:
    decided.change("decide/ids.txt", "second.bad\n", "second.bad\n second.good\n!first.much\n")
    assert [(line, fault.partition("“")[2]) for _, line, fault in found(decided, "decision-ids")] == [
        (7, " second.good”, which does not exist any more"),
        (8, "!first.much”, which does not exist any more"),
    ]


def test_an_id_that_is_not_published_is_told_at_the_end_of_the_list(decided: Sample) -> None:
    decided.write("decide/third-end.md", OUTCOME.format(id="third-end"))
    lines = (decided.docs / "decide/ids.txt").read_text(encoding="utf-8").count("\n")
    assert found(decided, "decision-ids") == [
        ("decide/ids.txt", lines, "“third-end” is not in the list of published ids")
    ]
    (decided.docs / "decide/ids.txt").unlink()
    assert {line for _, line, _ in found(decided, "decision-ids")} == {1}


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("nav:\n  - 3\n  - index.md\n  - 4\n", [(2, "“3” is neither a page nor a list of pages"),
                                                (4, "“4” is neither a page nor a list of pages")]),
        ("nav:\n  - index.md\n  - Tools: 3\n", [(3, "“Tools” is neither a page nor a list of pages")]),
        ("nav:\n  - A: [B: [tools/*.md]]\n  - index.md\n", [(2, "“tools/*.md” is 3 levels deep")]),
        ("nav:\n  - index.md\n  - A: [tools/one.md]\n  - no.md\n", [(4, "“no.md” names no page")]),
        ("pages: []\n", [(1, "there is no list `nav`")]),
    ],
)  # fmt: skip
def test_a_line_of_the_navigation_is_told(sample: Sample, lines: str, told: list[tuple[int, str]]) -> None:
    sample.write(".nav.yml", lines)
    assert [(line, fault) for _, line, fault in found(sample, "page-navigation")] == told


def test_a_page_that_is_not_in_the_navigation_is_told_on_its_first_line(sample: Sample) -> None:
    sample.write(".nav.yml", "nav:\n  - index.md\n")
    assert found(sample, "page-navigation") == [("tools/one.md", 1, "the page is not in the navigation")]
    (sample.docs / ".nav.yml").unlink()
    assert found(sample, "page-navigation") == [(".nav.yml", 1, "there is no navigation")]


def test_pages_that_tables_lead_to_need_no_line_of_the_navigation(booked: Sample, decided: Sample) -> None:
    assert found(booked, "page-navigation") == []


# Plain words --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (f"{'so ' * 29}it.", []),
        (f"{'so ' * 30}it.", ["has 31 words"]),
        ("We use it. It is there.", ["is more than one sentence"]),
        ("We use it; it is there.", []),
        ("We use `it`.", ["holds code or a link"]),
        ("We use 2.21 and 3.0 of it.", ["names version 2.21"]),
        ("We use 2 of it.", []),
        ("We use Tensors and a kernel.", ["says “Tensors”", "says “kernel”"]),
    ],
)
def test_the_plain_words_of_an_outcome_are_short_and_plain(
    decided: Sample, sentence: str, told: list[str]
) -> None:
    decided.change("decide/one-end.md", "why: It does what we need.", f'why: "{sentence}"')
    assert found(decided, "plain-summary") == [("decide/one-end.md", 19, f"`why` {fault}") for fault in told]


@pytest.mark.parametrize(
    ("until", "told"),
    [
        ("2026-11-21", ("warning", "is looked at again since 2026-11-21")),
        ("2026-11-22", ("warning", "is looked at again since 2026-11-22")),
        ("2026-11-23", None),
        ("2026-11-24", None),
        ("2027-06-10", None),
        ("2027-06-11", ("error", "is left out for 201 days")),
    ],
)
def test_an_address_is_left_out_for_two_hundred_days_at_most(
    sample: Sample, until: str, told: tuple[str, str] | None
) -> None:
    sample.change("index.md", "two lines", "[two](https://b.org/page) lines")
    entry = "- {{url: https://b.org/page, because: It asks for a login., until: {}}}\n"
    sample.write("about/unreachable.yml", entry.format("2027-01-01") + entry.format(until))
    problems = list(rules.RULES["unreachable-link"](sample.read()))
    assert [(problem.level, problem.line) for problem in problems] == ([(told[0], 2)] if told else [])
    assert told is None or problems[0].fault == f"https://b.org/page {told[1]}"


@pytest.mark.parametrize(
    ("day", "due"), [("2026-08-25", []), ("2026-08-24", ["index.md"]), ("2026-08-23", ["index.md"])]
)
def test_a_page_is_due_on_its_very_day(sample: Sample, day: str, due: list[str]) -> None:
    sample.change("index.md", "checked: 2026-11-22", f"checked: {day}")
    assert [path for path, _, _ in found(sample, "recheck-due")] == due
