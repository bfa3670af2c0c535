"""Where each rule begins to object: what is just right passes, and one more does not."""

import datetime
import json

import pytest

from scripts import rules
from scripts.content import counts
from scripts.problem import Problem
from tests.conftest import PAGE, Sample, set_day

AT = "two lines"


def found(sample: Sample, rule: str) -> list[Problem]:
    """What a rule finds in the sample, which is valid as data."""
    return sorted(rules.RULES[rule](sample.read()))


# Shape --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "fine"), [(99, False), (100, True), (250, True), (400, True), (401, False)]
)
def test_a_row_explains_in_a_hundred_to_four_hundred_words(compared: Sample, words: int, fine: bool) -> None:
    text = (compared.docs / "compare/a-row.md").read_text(encoding="utf-8")
    front, body = text.split("\n---\n")
    head = "# A row {#a-row}\n\n## In practice {#practice}\n\n"
    tail = "\n\n## What would change this {#change}\n"
    # Signs that are no words, and words with a sign in them.
    fixed = 1 + 1 + 1 + 2 + 1 + 4 + 1  # headings with their ids
    text = " – ".join(["isn't", "1.5", "batch-norm"]) + " word" * (words - fixed - 3) + " …"
    compared.write("compare/a-row.md", f"{front}\n---\n{body[:1]}{head}{text}{tail}")
    problems = found(compared, "page-shape")
    assert [problem.fault for problem in problems] == ([] if fine else [f"the text has {words} words"])
    if not fine:
        assert problems[0].line == text.count("\n") + front.count("\n") + 3


@pytest.mark.parametrize(
    ("headings", "faults"),
    [
        ("# A {#a}\n## B {#b}\n### C {#c}\n## D {#d}", []),
        ("# A {#a}\n## B {#b}\n### C {#c}\n#### D {#d}\n## E {#e}", []),
        ("# A {#a}\n### B {#b}", ["skips a level"]),
        ("# A {#a}\n## B {#b}\n#### C {#c}\n###### D {#d}", ["skips a level", "skips a level"]),
        ("## A {#a}\n# B {#b}", ["does not start"]),
        ("## A {#a}", ["does not start"]),
        ("Text.", ["does not start"]),
        ("# A {#a}\n# B {#b}\n# C {#c}", ["second first-level", "second first-level"]),
    ],
)
def test_headings_go_down_one_level_at_a_time(sample: Sample, headings: str, faults: list[str]) -> None:
    front = PAGE.partition("\n# ")[0]
    sample.write("index.md", f"{front}\n{headings}\n")
    problems = found(sample, "page-shape")
    assert len(problems) == len(faults)
    assert all(fault in problem.fault for fault, problem in zip(faults, problems, strict=True))


def test_a_list_of_tools_is_no_tool_and_a_page_among_them_is_one(sample: Sample) -> None:
    sample.write("tools/index.md", PAGE.replace(": A page", ": All tools"))
    assert found(sample, "page-shape") == []
    sample.write("tools/two.md", PAGE.replace(": A page", ": Two"))
    faults = [problem.fault for problem in found(sample, "page-shape")]
    assert faults[0] == "a page in docs/tools/ without `tool` data"
    assert len(faults) == 5  # and none of the four sections


@pytest.mark.parametrize(
    ("field", "most", "long"),
    [("title", "2 lines", "WWWWWWWW"), ("description", "3 lines", "WWWWWWWWWWWWWWWW")],
)
def test_a_card_holds_what_its_lines_hold(sample: Sample, field: str, most: str, long: str) -> None:
    """A letter W is the widest: of it, a line of the smallest title holds 24, one of a description 32."""
    words = {"title": (24 // 8) * 2, "description": (32 // 16) * 3}[field]
    old = {
        "title": "title: A page",
        "description": "description: A page that says enough about itself to pass the check of descriptions.",
    }
    for count, fine in ((words, True), (words + 1, False)):
        sample.write("index.md", PAGE)
        sample.change("index.md", old[field], f"{field}: {' '.join([long] * count)}")
        problems = found(sample, "card-text")
        assert (problems == []) is fine, (count, problems)
        if problems:
            assert f"the {field} does not fit the {most}" in problems[0].fault
            assert f"“{long}” is left over" in problems[0].fault


# Dates --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seen", "fine"), [("2026-11-21", True), ("2026-11-22", True), ("2026-11-23", False)]
)
def test_a_source_is_seen_by_the_day_of_the_check(
    sample: Sample, monkeypatch: pytest.MonkeyPatch, seen: str, fine: bool
) -> None:
    set_day(monkeypatch, datetime.date(2026, 11, 25))
    sample.change("tools/one.md", "seen: 2026-11-22", f"seen: {seen}")
    assert (found(sample, "checked-date") == []) is fine


@pytest.mark.parametrize(
    ("path", "old"),
    [
        ("index.md", "checked: 2026-11-22"),
        ("tools/one.md", "  checked: 2026-11-22"),
        ("about/article.yml", "  checked: 2026-11-22"),
    ],
)
def test_a_check_is_done_by_today(
    sample: Sample, monkeypatch: pytest.MonkeyPatch, path: str, old: str
) -> None:
    for day, fine in (("2026-11-21", True), ("2026-11-22", True), ("2026-11-23", False)):
        text = (sample.docs / path).read_text(encoding="utf-8")
        sample.write(
            path,
            text.replace(old, old.replace("2026-11-22", day)).replace("seen: 2026-11-22", "seen: 2026-11-20"),
        )
        faults = [problem.fault for problem in found(sample, "checked-date")]
        assert faults == ([] if fine else ["`checked` lies in the future"]), day
        sample.write(path, text)


def test_a_pair_is_dated_by_its_run_and_the_pages_after_it_by_themselves(paired: Sample) -> None:
    assert found(paired, "checked-date") == []
    paired.change("index.md", "checked: 2026-11-22", "checked: 2026-11-23")
    assert [problem.path for problem in found(paired, "checked-date")] == ["docs/index.md"]


@pytest.mark.parametrize(
    ("source", "fine"),
    [("about/licence.md", True), ("all.md", True), ("about/index.md", True), ("about/method.md", False)],
)
def test_pages_that_state_nothing_need_no_date(sample: Sample, source: str, fine: bool) -> None:
    sample.write(
        source, PAGE.replace("checked: 2026-11-22\nrecheck_days: 90\n", "").replace(": A page", ": Page P")
    )
    faults = [(problem.line, problem.fault) for problem in found(sample, "checked-date")]
    missing = [(1, "the page has no `checked`"), (1, "the page has no `recheck_days`")]
    assert faults == ([] if fine else missing)


@pytest.mark.parametrize(
    ("dated", "fine"),
    [("2026-11-22", True), ("2026-11-23", False), ("2026-11", True), ("undated", True), ("2026-12", False)],
)
def test_a_source_is_written_before_it_is_seen(sample: Sample, dated: str, fine: bool) -> None:
    sample.change("tools/one.md", 'dated: "2026-11"', f'dated: "{dated}"')
    assert (found(sample, "source-agreement") == []) is fine


# Numbers ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "ours", "meant"),
    [(67, 100, True), (66, 100, False), (134, 100, True), (135, 100, False), (5, 5, True), (4, 4, False),
     (5, 0, False), (100, 100, True)],
)  # fmt: skip
def test_a_number_near_to_ours_is_taken_for_it(
    sample: Sample, monkeypatch: pytest.MonkeyPatch, number: int, ours: int, meant: bool
) -> None:
    monkeypatch.setitem(counts.COUNTS, "tools", counts.Count(lambda _: ours, ("tools",)))
    sample.change("index.md", AT, f"{number} tools")
    problems = found(sample, "typed-count")
    assert [problem.line for problem in problems] == ([10] if meant else [])
    if meant:
        assert f"which is {ours} now" in problems[0].fault


# Relations ----------------------------------------------------------------------------------------


def test_a_record_may_differ_by_just_what_is_allowed(paired: Sample) -> None:
    file = paired.docs / "examples/a-pair/result.json"
    for difference, fine in ((1e-6, True), (1.01e-6, False)):
        fields = json.loads(file.read_text(encoding="utf-8"))
        fields["values"][1]["difference"] = difference
        file.write_text(json.dumps(fields), encoding="utf-8")
        problems = found(paired, "pair-record")
        assert [(problem.line, problem.fault) for problem in problems] == (
            [] if fine else [(10, "`parts` was recorded as differing by 1e-06")]
        )


@pytest.mark.parametrize("name", ["inputs.py", "with_tensorflow.py", "with_pytorch.py", "mistake.py"])
def test_each_file_of_a_pair_is_that_of_its_record(paired: Sample, name: str) -> None:
    path = f"examples/a-pair/{name}"
    paired.change(path, "\n", "\n\n")
    paths = [problem.path for problem in found(paired, "pair-record")]
    assert paths == [f"docs/{path}", "docs/examples/a-pair/a-pair.ipynb"][: len(paths)] or set(paths) == {
        f"docs/{path}",
        "docs/examples/a-pair/a-pair.ipynb",
    }
    assert f"docs/{path}" in paths


def test_a_pair_without_one_of_its_programs_is_told_which(paired: Sample) -> None:
    for name in ("with_pytorch.py", "mistake.py"):
        (paired.docs / "examples/a-pair" / name).unlink()
    faults = [problem.fault for problem in found(paired, "pair-record")]
    assert sorted(faults) == ["mistake.py is missing beside it", "with_pytorch.py is missing beside it"]


def test_former_ids_are_each_given_once(compared: Sample) -> None:
    compared.change("compare/a-row.md", "former_ids: []", "former_ids: [old-row, older-row]")
    assert found(compared, "row-relation") == []
    compared.change("compare/b-row.md", "former_ids: []", "former_ids: [older-row]")
    (problem,) = found(compared, "row-relation")
    assert (problem.path, problem.fault) == (
        "docs/compare/b-row.md",
        "the former id “older-row” belongs to another row",
    )


def test_each_relation_of_a_row_is_looked_at(compared: Sample) -> None:
    compared.change("compare/a-row.md", "tools: [one]", "tools: [one, ones, two]")
    compared.change("compare/b-row.md", "rows: [a-row]", "rows: [a-row, b-row, c-row]")
    compared.change("compare/presets.yml", "rows: [a-row, b-row, a-row]", "rows: [x-row, b-row, y-row]")
    assert [(problem.path, problem.about) for problem in found(compared, "row-relation")] == [
        ("docs/compare/a-row.md", "ones"),
        ("docs/compare/a-row.md", "two"),
        ("docs/compare/b-row.md", "b-row"),
        ("docs/compare/b-row.md", "c-row"),
        ("docs/compare/presets.yml", "x-row"),
        ("docs/compare/presets.yml", "y-row"),
    ]
    assert "did you mean “one”?" in found(compared, "row-relation")[0].remedy


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("tools/one.md", None),
        ("tools/one.md#use", None),
        ("#section", None),
        ("#nothing", "leads to no id"),
        ("tools/one-example.py", None),
        ("tools/two-example.py", "leads to no file"),
        ("./tools/../tools/one.md", None),
        ("../index.md", "leads to no page"),
        ("https://example.org/a", None),
        ("mailto:a@example.org", "is not https"),
        ("http://example.org", "is not https"),
        ("/tools/one.md", "is absolute"),
        ("tools/one.md#claims", "leads to no id"),
        ("#point-first-point", None),
        ("tools/one.md#point-first-point", "leads to no id"),
    ],
)
def test_a_link_leads_to_what_is_there(sample: Sample, target: str, fault: str | None) -> None:
    sample.change("index.md", AT, f"[first](tools/one.md) and [two]({target}), [last](tools/one.md)")
    problems = found(sample, "link-target")
    assert [problem.line for problem in problems] == ([10] if fault else [])
    assert fault is None or fault in problems[0].fault


def test_each_link_of_a_line_has_its_own_message(sample: Sample) -> None:
    sample.change("index.md", AT, "[a](https://a.org) [b](http://b.org) [c](tools/none.md) [d](ftp://d.org)")
    faults = [problem.fault for problem in found(sample, "link-target")]
    assert faults == [
        "the link to ftp://d.org is not https",
        "the link to http://b.org is not https",
        "the link to tools/none.md leads to no page",
    ]


@pytest.mark.parametrize(
    ("lines", "faults"),
    [
        ("  - index.md\n  - Tools: tools/*.md\n", []),
        ("  - Start: index.md\n  - Tools: [tools/one.md]\n", []),
        ("  - index.md\n  - Tools: [tools/one.md, {More: [tools/o*.md]}]\n",
         ["“tools/o*.md” is 3 levels deep"]),
        ("  - index.md\n", ["the page is not in the navigation"]),
        ("  - index.md\n  - Tools: tools/*.md\n  - a.md\n  - b.md\n",
         ["“a.md” names no page", "“b.md” names no page"]),
        ("  - index.md\n  - 3\n", ["“3” is neither a page nor a list of pages"]),
        ("  - index.md\n  - Tools: 3\n  - More: [{Sub: 4}]\n",
         ["“Tools” is neither a page nor a list of pages", "“Sub” is neither a page nor a list of pages"]),
    ],
)  # fmt: skip
def test_the_navigation_has_each_page_and_two_levels(sample: Sample, lines: str, faults: list[str]) -> None:
    sample.write(".nav.yml", f"nav:\n{lines}")
    assert sorted(problem.fault for problem in found(sample, "page-navigation")) == sorted(faults)


@pytest.mark.parametrize("text", ["", "pages: []\n", "nav: index.md\n", "- index.md\n"])
def test_a_navigation_without_its_list_is_told_so(sample: Sample, text: str) -> None:
    sample.write(".nav.yml", text)
    assert [problem.fault for problem in found(sample, "page-navigation")] == ["there is no list `nav`"]
    (sample.docs / ".nav.yml").unlink()
    assert [problem.fault for problem in found(sample, "page-navigation")] == ["there is no navigation"]


# The decision -------------------------------------------------------------------------------------

QUESTION = """\
  - id: q{n}
    ask: And then {n}?
    help: Think of what it is.
    article: The article does not ask.
    answers:
      - {{id: good, label: Good {n}, to: {to}, rows: [a-row], says: It is good.}}
      - {{id: bad, label: Bad {n}, to: one-end, rows: [a-row], says: It is bad.}}
    unsure: {{take: bad, says: Bad is the safer guess.}}
"""


@pytest.mark.parametrize(("more", "fine"), [(5, True), (6, False)])
def test_a_reader_gives_seven_answers_at_most(decided: Sample, more: int, fine: bool) -> None:
    chain = "".join(
        QUESTION.format(n=n, to=f"q{n + 1}" if n < more else "other-end") for n in range(1, more + 1)
    )
    decided.change("decide/questions.yml", "to: other-end", "to: q1")
    decided.change("decide/questions.yml", "\narticle:", f"{chain}\narticle:")
    problems = found(decided, "decision-graph")
    assert (problems == []) is fine, problems
    assert fine or "takes 8 answers, more than 7" in problems[0].fault


@pytest.mark.parametrize(
    ("old", "new", "faults"),
    [
        ("  - id: second", "  - id: first", ["“first” is the id of another question or outcome too"] * 2),
        ("  - id: second", "  - id: one-end", ["“one-end” is the id of another question or outcome too"]),
        ("{id: bad,", "{id: good,", ["“good” is taken as the id of an answer"] * 2),
        ("{id: bad,", "{id: unsure,", ["“unsure” is taken as the id of an answer"]),
    ],
)
def test_an_id_of_the_decision_is_given_once(decided: Sample, old: str, new: str, faults: list[str]) -> None:
    decided.change("decide/questions.yml", old, new)
    problems = [problem for problem in found(decided, "decision-graph") if "id of" in problem.fault]
    assert [problem.fault for problem in problems] == faults
    text = (decided.docs / "decide/questions.yml").read_text(encoding="utf-8").split("\n")
    assert new.strip() in "\n".join(text[problem.line - 1] for problem in problems)


def test_an_outcome_and_a_question_that_nobody_reaches_are_named_in_their_files(decided: Sample) -> None:
    text = (decided.docs / "decide/one-end.md").read_text(encoding="utf-8")
    decided.write("decide/a-lost-end.md", text.replace("one-end", "a-lost-end"))
    decided.change("decide/questions.yml", "to: second", "to: other-end")
    problems = found(decided, "decision-graph")
    assert [(problem.path, problem.line) for problem in problems if "no answer leads" in problem.fault] == [
        ("docs/decide/a-lost-end.md", 1),
        ("docs/decide/questions.yml", 12),
    ]


def test_an_outcome_rests_on_two_rows(decided: Sample) -> None:
    assert found(decided, "decision-reason") == []
    for name in ("one-end", "other-end"):
        decided.change(f"decide/{name}.md", "rows: [a-row, b-row]", "rows: [b-row, b-row]")
    assert [problem.path for problem in found(decided, "decision-reason")] == [
        "docs/decide/one-end.md",
        "docs/decide/other-end.md",
    ]


def test_each_reason_of_the_decision_is_looked_at(decided: Sample) -> None:
    decided.change("decide/questions.yml", "rows: [a-row, b-row]", "rows: [x-row, a-row, y-row]")
    decided.change("decide/questions.yml", "claims: [first-point]", "claims: [x-claim, first-point, y-claim]")
    decided.change("decide/other-end.md", "tools: [one]", "tools: [one, x-tool, y-tool]")
    found_ = [(problem.path, problem.fault) for problem in found(decided, "decision-reason")]
    assert found_ == [
        ("docs/decide/other-end.md", "`tools` names “x-tool”, which does not exist"),
        ("docs/decide/other-end.md", "`tools` names “y-tool”, which does not exist"),
        ("docs/decide/questions.yml", "“x-row” is no row of the comparison"),
        ("docs/decide/questions.yml", "“y-row” is no row of the comparison"),
        ("docs/decide/questions.yml", "“x-claim” is no claim of the article"),
        ("docs/decide/questions.yml", "“y-claim” is no claim of the article"),
    ]


def test_a_list_of_published_ids_may_have_remarks_and_empty_lines(decided: Sample) -> None:
    text = (decided.docs / "decide/ids.txt").read_text(encoding="utf-8")
    decided.write("decide/ids.txt", f"# One.\n\n{text}\n# End.\n")
    assert found(decided, "decision-ids") == []
    (decided.docs / "decide/ids.txt").unlink()
    problems = found(decided, "decision-ids")
    assert {problem.line for problem in problems} == {1}
    assert len(problems) == 6  # each answer and each outcome of today


# Moves --------------------------------------------------------------------------------------------

MOVE = "- {{from: {}, to: {}, since: 2026-11-22}}\n"


@pytest.mark.parametrize(
    ("moves", "faults"),
    [
        ([("a/", "tools/one/"), ("b/", "tools/one/")], []),
        ([("a/", "tools/one/"), ("a/", "tools/one/#use")], ["“a/” moves twice", "“a/” moves twice"]),
        ([("a/", "b/"), ("b/", "tools/one/")], ["the move leads to “b/”, which does not exist",
                                              "the move leads to “b/”, which moved itself"]),
        ([("tools/one/", "tools/one/#use")], ["“tools/one/” still exists"]),
        ([("tools/one/#gone", "tools/one/#use")], []),
        ([("tools/one/#use", "tools/one/#today")], ["“tools/one/#use” still exists"]),
        ([("gone/#a", "tools/one/")], ["“gone/#a” is a heading of a page that is gone"]),
        ([("a/", "tools/one/#none"), ("b/", "none/")],
         ["the move leads to “tools/one/#none”, which does not exist",
                                                       "the move leads to “none/”, which does not exist"]),
    ],
)  # fmt: skip
def test_a_move_leads_straight_from_what_is_gone_to_what_is_there(
    sample: Sample, moves: list[tuple[str, str]], faults: list[str]
) -> None:
    sample.write("moves.yml", "".join(MOVE.format(*move) for move in moves))
    problems = found(sample, "move-target")
    assert sorted(problem.fault for problem in problems) == sorted(faults)
    assert {problem.path for problem in problems} <= {"docs/moves.yml"}


# Texts --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "line"),
    [
        ("| A | B |\n| --- | --- |\n| a | b |", None),
        ("A | B\n--- | ---\na | b", None),
        ("| A | |\n| --- | --- |\n| a | b |", 12),
        ("| | B |\n| :-- | --: |\n| a | b |", 12),
        ("| A || C |\n| --- | --- | --- |", 12),
        ("| A | B |\n\n| | |", None),
        ("Text | |\n\n---", None),
    ],
)
def test_each_column_of_a_table_has_a_head(sample: Sample, table: str, line: int | None) -> None:
    sample.change("index.md", f"{AT}.", f"{AT}.\n\n{table}")
    assert [problem.line for problem in found(sample, "table-head")] == ([line] if line else [])


@pytest.mark.parametrize(
    ("heading", "suggested"),
    [
        ("A good name", "a-good-name"),
        ("One two three four five", "one-two-three-four"),
        ("3 things, 2 of `them`", "things-2-of-them"),
        ("2026", "id"),
        ("…", "id"),
    ],
)
def test_an_id_is_suggested_from_the_words_of_a_heading(sample: Sample, heading: str, suggested: str) -> None:
    sample.change("index.md", "## A section {#section}", f"## {heading}")
    (problem,) = found(sample, "heading-id")
    assert problem.remedy == f"end it with {{#{suggested}}}"
    assert problem.line == 12


@pytest.mark.parametrize(
    ("identifier", "fine"),
    [
        ("a", True),
        ("a-1", True),
        ("a1-b2", True),
        ("A", False),
        ("1a", False),
        ("a-", False),
        ("a--b", False),
        ("a_b", False),
    ],
)
def test_an_id_is_readable(sample: Sample, identifier: str, fine: bool) -> None:
    sample.change("index.md", "{#section}", f"{{#{identifier}}}")
    assert (found(sample, "heading-id") == []) is fine


@pytest.mark.parametrize(("target", "first"), [("nothing.md", ""), ("fields/nothing.md", "fields/")])
def test_a_snippet_that_is_not_there_is_answered_with_six_that_are(
    sample: Sample, target: str, first: str
) -> None:
    sample.change("index.md", f"It answers in {AT}.", f'--8<-- "programs/one.md"\n--8<-- "{target}"')
    (problem,) = found(sample, "snippet-target")
    assert (problem.line, problem.about) == (11, target.partition("/")[2].removesuffix(".md"))
    named = problem.remedy.removeprefix("use one of ").removesuffix(" …").split(", ")
    assert len(named) == 6
    assert all(name.startswith(first) for name in named)
