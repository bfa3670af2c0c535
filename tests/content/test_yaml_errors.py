"""YAML that cannot be parsed is explained in a contributor's terms: line, fault, remedy."""

import pytest

from scripts.content import records, yaml_errors

CASES = [
    ("a: 1\nwhy: one: two\n", 2, "holds a colon and a space", '`why: "one: two"`'),
    ("a: 1\n\twhy: b\n", 2, "a tab stands", "indent with spaces"),
    ("tool:\n\tjob: b\n", 2, "a tab stands", "indent with spaces"),
    ("tool:\n    a: b\n   c: d\n", 3, "indented unlike those beside it", "alike"),
    ("a:\n    - b\n   - c\n", 3, "indented unlike those beside it", "alike"),
    ('a: "b\nc: d\n', 1, 'quote " is never closed', "close it"),
    ("a: {b\nc: d\n", 1, "bracket `{` is never closed", "`}`"),
    ("a: [b, c\nd: e\n", 1, "bracket `[` is never closed", "`]`"),
    ("a: @b\n", 1, "begins with “@”", '`a: "@b"`'),
    ("a: `b` c\n", 1, "begins with “`”", '`a: "`b` c"`'),
    ("a: *b*\n", 1, "begins with “*”", '`a: "*b*"`'),
    ("a: ? b\n", 1, "begins with “?”", '`a: "? b"`'),
    ("a: - b\n", 1, "a list begins on the line of its key", "below `a:`"),
    ("a: 'b' c\n", 1, "behind the closing quote", "`a: \"'b' c\"`"),
    ("a: “b: c”\n", 1, "curly quotes are no quotes to YAML", '`a: "b: c"`'),
    ("a:b\nc: d\n", 1, "no space behind the colon", "`a: b`"),
    ("a\nb: c\n", 1, "“a” has no colon", "`key: value`"),
    ("a: b\na: c\n", 2, "the key “a” stands twice", "remove one"),
    ("checked: 2026-02-30\n", 1, "“2026-02-30” is no day", "2026-11-22"),
    ('a: @"b"\n', 1, "begins with “@”", "`a: '@\"b\"'`"),
    ('a: @it\'s "b"\n', 1, "begins with “@”", '`a: "@it\'s \\"b\\""`'),
    ("why: one: 'two'\n", 1, "holds a colon and a space", "`why: \"one: 'two'\"`"),
    ("a: &x [1]\nb: *x\n", 1, "stands for a text written elsewhere", "write it out"),
    ("a: 1\n? [b]\n: 2\n", 2, "the key is no text", "put it between quotes"),
    ("says: >\n  text\nwhy: one: two\nb: c\n", 3, "holds a colon and a space", "between quotes"),
]


@pytest.mark.parametrize(("text", "line", "fault", "remedy"), CASES)
def test_a_fault_is_named_with_its_line_and_remedy(text: str, line: int, fault: str, remedy: str) -> None:
    data, (problem,) = records.parse_yaml(text, "docs/x.yml", first_line=10)
    assert data is None
    assert problem.line == line + 9
    assert fault in problem.fault
    assert remedy in problem.remedy


@pytest.mark.parametrize(
    "text",
    [
        "a: b # c\n",
        "a: 'it''s'\n",
        'a: "x" # y\n',
        "a: https://example.org/x:y\n",
        "a: |\n  b: c: d\n",
        "a: >-\n  it holds: this\n",
        "a: “b”\n",
        "- a: b\n  c: [d, e]\n",
    ],
)
def test_what_is_valid_is_left_alone(text: str) -> None:
    assert records.parse_yaml(text, "docs/x.yml")[1] == []


@pytest.mark.parametrize(
    ("text", "noticed", "problem", "line", "fault"),
    [
        # The parser notices late, and at times behind the end of the text.
        ("a: @b", 1, "anything", 0, "begins with “@”"),
        ("a: @b\nc: d\ne: f", 2, "anything", 0, "begins with “@”"),
        ("a: @b\nc: d\ne: f\ng: h", 3, "anything", 3, "not valid YAML: anything"),
        ("a: b\nc: @d\ne: @f", 2, "anything", 2, "begins with “@”"),
        ("a: b\nc: d\ne: @f", 0, "anything", 0, "not valid YAML: anything"),
        ("a: [b", 0, "expected ',' or ']'", 0, "the bracket `[` is never closed"),
        ("a: [b", 1, "unexpected end", 0, "the bracket `[` is never closed"),
        ("a: [b\nc: d", 9, "unexpected end", 0, "the bracket `[` is never closed"),
        ("a: [b]\nc: {d: [e]\nf: g", 2, "unexpected end", 1, "the bracket `{` is never closed"),
        ("a: 'bb", 0, "unexpected end", 0, "the quote ' is never closed"),
        ("a: “b: c” d", 0, "anything", 0, "curly quotes are no quotes to YAML"),
        ("a: 'b\nc: [d", 1, "unexpected end", 1, "the bracket `[` is never closed"),
        ("a: b\nc: d", 1, "unexpected end", 1, "a quote or a bracket is never closed"),
        ("lonely\n\nb: c", 2, "anything", 0, "“lonely” has no colon"),
        ("lonely\n\n\nb: c", 3, "anything", 0, "“lonely” has no colon"),
        ("a: b\nlonely\nb: c", 1, "anything", 1, "not valid YAML: anything"),
        ("lonely", 1, "anything", 0, "“lonely” has no colon"),
        ("", 0, "anything", 0, "not valid YAML: anything"),
        ("a: b", 0, "“9” is no number: x", 0, "“9” is no number: x"),
    ],
)
def test_a_fault_is_where_it_began(text: str, noticed: int, problem: str, line: int, fault: str) -> None:
    found = yaml_errors.explain(text, noticed, problem)
    assert found[0] == line
    assert fault in found[1]


def test_the_quote_that_is_open_is_the_one_to_close() -> None:
    for mark in "'\"":
        remedy = yaml_errors.explain(f"a: {mark}bb", 0, "unexpected end")[2]
        assert remedy == f"close it at the end: {mark}"


def test_a_long_value_is_cut_in_the_remedy() -> None:
    for length, shown in ((39, f"@{'x' * 39}"), (40, f"@{'x' * 35}…")):
        assert yaml_errors.explain(f"a: @{'x' * length}", 0, "")[2].endswith(f'`a: "{shown}"`')
