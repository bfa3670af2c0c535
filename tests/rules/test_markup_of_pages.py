"""HTML, tables and programs as people write them: what is told, in which line, and what is fine."""

import pytest

from scripts.content import reader
from scripts.problem import Problem
from scripts.rules import link_form, program_form, raw_html, table_columns
from tests.conftest import Sample

AT = "It answers in two lines."


def told(problems: list[Problem]) -> list[tuple[int, str]]:
    return sorted((problem.line, problem.fault) for problem in problems)


@pytest.mark.parametrize(
    ("html", "faults"),
    [
        ("<b>a</b> <i>b</i>", []),
        ("<b>a", [(10, "<b> is never closed")]),
        ("a</b>", [(10, "</b> closes nothing")]),
        ("a<br>b<hr/>c</br>", []),
        ("<b>a</b>\n\n</i><b>c", [(12, "</i> closes nothing"), (12, "<b> is never closed")]),
        ("<b>a\n<i>b</b>", [(11, "<i> is never closed")]),
        ("<b>a <i>b</i> c</b> <u>d", [(10, "<u> is never closed")]),
        ("<div><p>a<p>b</div>", []),
        ("<ul><li>a<li>b</ul>", []),
        ("<p>a", []),
        ('<path d="M0"/> <g/> <rect width=1>', []),
        ('<svg><g class="a"><path d="M0"></g></svg>', []),
        ('<svg><g class="a"><path d="M0"></svg>', [(10, "<g> is never closed")]),
        ("<script>a", [(10, "<script> in a page")]),
        ("</script> <script>a</script>", [(10, "<script> in a page")]),
        ('</b><b style="a">b</b>', [(10, "</b> closes nothing"), (10, "the attribute style= in a page")]),
        ('<b onclick="a" style="b">c</b>', [(10, "the attribute onclick= in a page"),
                                            (10, "the attribute style= in a page")]),
        ("a{ style=b }\n\n[a](javascript:b)", [(10, "the attribute style= in a page"),
                                               (12, "a link that runs a script")]),
        ("[a][b]\n\n[b]: data:text/html", [(12, "a link that runs a script")]),
        ("[a][b]\n\n[b]: http://a.org/b", [(12, "the address http://a.org/b without https")]),
    ],
)  # fmt: skip
def test_html_is_text_and_is_closed(sample: Sample, html: str, faults: list[tuple[int, str]]) -> None:
    sample.change("index.md", AT, html)
    assert told(list(raw_html.check(sample.read()))) == faults


def test_a_tag_at_the_end_of_a_page_has_its_own_end(sample: Sample) -> None:
    sample.change("index.md", '--8<-- "claims/first-point.md"', "A <i>b</i> <b")
    assert told(list(raw_html.check(sample.read()))) == [(14, "<b has no `>`")]


def test_what_closes_an_element_is_named_where_it_belongs(sample: Sample) -> None:
    sample.change("index.md", AT, "<div><i>a</div><b>")
    remedies = [problem.remedy for problem in raw_html.check(sample.read())]
    assert remedies == ["write </i> before </div>", "write </b> where it ends"]


@pytest.mark.parametrize(
    ("table", "uneven"),
    [
        ("| a | b |\n| --- | --- |\n| 1 | 2 |\n", []),
        ("a | b\n--- | ---\n1 | 2\n", []),
        ("| a | b |\n| --- | --- |\n| 1 |\n| 1 | 2 | 3 |\n| 1 | 2 |\n", [(12, 1, 2), (13, 3, 2)]),
        ("| a | b |\n| --- |\n| 1 | 2 |\n", [(11, 1, 2)]),
        ("| a | b |\n| --- | --- | --- |\n", [(11, 3, 2)]),
        ("| a | b |\n| --- | --- |\n\n| 1 | 2 | 3 |\n", []),
        ("| a | b |\n| --- | --- |\n| 1 | 2 |\nText.\n| 1 |\n", []),
        ("- one\n\n    | a | b |\n    | --- | --- |\n    | 1 | 2 | 3 |\n| 1 | 2 | 3 |\n", [(14, 3, 2)]),
        ("| a | b |\n| --- | --- |\n| `x \\| y` | 2 |\n| 1 | 2 \\|\n", []),
        ("| a | b |\n| :-- | --: |\n      | 1 | 2 | 3 |\n", [(12, 3, 2)]),
        ("Text.\n| --- | --- |\n| 1 |\n", []),
        ("Text | more\nand\n--- | ---\n| 1 |\n", []),
    ],
)
def test_a_row_has_the_cells_of_its_head(
    sample: Sample, table: str, uneven: list[tuple[int, int, int]]
) -> None:
    sample.change("index.md", AT, table)
    assert told(list(table_columns.check(sample.read()))) == [
        (line, f"the row has {cells} cells, and its table {columns} columns")
        for line, cells, columns in uneven
    ]


LONG = "#" + "x" * 79
RUN = {
    "tools/one-example.py": "run `python -m scripts programs one`",
    "compare/a-row-example.py": "run `python -m scripts programs a-row`",
    "examples/a-pair/with_pytorch.py": "run `python -m scripts run a-pair`",
}
ENDS = "the file does not end with one line end"
SPACE = "white space that the formatter removes"


@pytest.mark.parametrize("path", RUN)
@pytest.mark.parametrize(
    ("program", "faults"),
    [
        ("", []),
        ("a = 1\n", []),
        (f"{LONG}\na = 1\n", []),
        (f"a = 1\n{LONG}x\n", [(2, "the line has 81 characters, and 80 fit")]),
        ("a = 1\nb = 2 \nc = 3\n", [(2, SPACE)]),
        ("if True:\n\ta = 1\n", [(2, SPACE)]),
        ("a = 1", [(1, ENDS)]),
        ("a = 1\nb = 2\n\n\n", [(2, ENDS)]),
    ],
)
def test_a_program_is_laid_out_as_the_formatter_does(
    compared: Sample, path: str, program: str, faults: list[tuple[int, str]]
) -> None:
    compared.write(path, program)
    problems = [problem for problem in program_form.check(compared.read()) if problem.path == f"docs/{path}"]
    assert told(problems) == faults
    assert all(problem.remedy.endswith(RUN[path]) for problem in problems)


@pytest.mark.parametrize(
    ("program", "line", "fault"),
    [
        ("a = “x”\n", 1, "curly quotes are no quotes to Python"),
        ("a = 1\nb = ‘x’", 2, "curly quotes are no quotes to Python"),
        ("a = 1\nb = (\n", 2, "not valid Python: '(' was never closed"),
        ("# “a”\nb = = 1\n", 2, "not valid Python: invalid syntax"),
        ("b = = 1\n# “a”\n", 1, "not valid Python: invalid syntax"),
        ("a = 1\nb = '\0'\n", 1, "not valid Python: source code string cannot contain null bytes"),
        (f"a = {'-' * 20_000}1\n", 1, "not valid Python: "),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_program_is_python(sample: Sample, program: str, line: int, fault: str) -> None:
    sample.write("tools/one-example.py", program)
    (problem,) = program_form.check(reader.read(sample.root)[0])
    assert (problem.path, problem.line) == ("docs/tools/one-example.py", line)
    assert problem.fault.startswith(fault)


def test_code_on_a_page_has_straight_quotes(sample: Sample) -> None:
    sample.change("index.md", AT, "He says (“it is”).\n\n```python\nprint(“a”)\n# so (“he”)\nb = ‘c’\n```")
    assert told(list(program_form.check(sample.read()))) == [
        (13, "curly quotes in code"),
        (15, "curly quotes in code"),
    ]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[a page](a page.md)", "a space in the address of a link"),
        ("A [page] (index.md)", "a space between the words of a link and its address"),
        ("[a](index.md “A page”)", "curly quotes around the title of a link"),
        ("A [](index.md)", "a link without words"),
        ("At <http://a.org>", "an address without https"),
        ('[a](index.md "A page") and an array[0] (the first), [one] (or two)', ""),
    ],
)
def test_a_link_is_words_and_an_address(sample: Sample, text: str, fault: str) -> None:
    sample.change("index.md", AT, f"A word.\n{text}")
    assert told(list(link_form.check(sample.read()))) == ([(11, fault)] if fault else [])
