"""YAML that cannot be parsed is explained in a contributor's terms: line, fault, remedy."""

import pytest

from scripts.content import records

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
