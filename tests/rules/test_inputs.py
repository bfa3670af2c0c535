# ruff: noqa: E501  (a table is read by its rows)
"""What people send in by mistake, by kind of file: each is one message with its place, and what is right has none.

The list is that of issue 16, "Input of every kind". The message is `path:line: what is wrong; what to do [rule]`.
"""

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PIL import Image

from scripts import paths
from scripts.__main__ import main
from scripts.content import files
from scripts.problem import Problem
from tests.conftest import Sample
from tests.test_notebooks import FILE as NOTEBOOK
from tests.test_notebooks import booked

__all__ = ["booked"]  # a fixture

BEFORE_RULES = {"front-matter", "readable-text", "file-kind", "file-size"}


@dataclass(frozen=True)
class Input:
    """Something sent in: its name, how the sample gets it, and the rule, place, fault and remedy of its message."""

    name: str
    put: Callable[[Sample], None]
    rule: str
    place: str
    fault: str
    remedy: str


def words(text: str) -> Callable[[Sample], None]:
    """A text in line 10 of the start page."""
    return lambda sample: sample.change("index.md", "It answers in two lines.", text)


def data(path: str, old: str, new: str) -> Callable[[Sample], None]:
    return lambda sample: sample.change(path, old, new)


def raw(path: str, content: bytes) -> Callable[[Sample], None]:
    def put(sample: Sample) -> None:
        file = sample.docs / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)

    return put


def formatted(program: bytes) -> Callable[[Sample], None]:
    """A program where the repository says how programs are formatted."""

    def put(sample: Sample) -> None:
        sample.write(".ruff.toml", "line-length = 80\n")
        raw(PROGRAM, program)(sample)

    return put


def both(*puts: Callable[[Sample], None]) -> Callable[[Sample], None]:
    return lambda sample: [put(sample) for put in puts].clear()


def added(path: str, content: bytes) -> Callable[[Sample], None]:
    """Bytes behind what a file holds."""
    return lambda sample: raw(path, (sample.docs / path).read_bytes() + content)(sample)


def folder(path: str) -> Callable[[Sample], None]:
    return lambda sample: (sample.docs / path).mkdir(parents=True)


def link(path: str, target: str) -> Callable[[Sample], None]:
    return lambda sample: (sample.docs / path).symlink_to(target)


def picture(width: int, kind: str = "PNG") -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (width, 8)).save(stream, kind)
    return stream.getvalue()


TABLE = "| a | b |\n| --- | --- |\n| 1 | 2 |\n"
DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">%s</svg>'
PROGRAM = "tools/one-example.py"
# Text that compresses to half its bytes, as words that are all different would: 25 KB, within the limit of a file.
LONG = " ".join(hashlib.sha256(bytes([number % 256, number // 256])).hexdigest() for number in range(390))

MALFORMED = [
    # Text of any kind.
    Input("a page in Latin-1", added("index.md", b"\ncaf\xe9\n"), "readable-text", "index.md:16", "not UTF-8", "save it as UTF-8"),
    Input("data in Latin-1", added("moves.yml", b"# caf\xe9\n"), "readable-text", "moves.yml:2", "not UTF-8", "save it as UTF-8"),
    Input("a program in Latin-1", added(PROGRAM, b"# caf\xe9\n"), "readable-text", f"{PROGRAM}:2", "not UTF-8", "save it"),
    Input("a NUL in a page", words("It\0answers."), "readable-text", "index.md:10", "U+0000", "delete it"),
    Input("a control character in data", added("moves.yml", b"# \x07\n"), "readable-text", "moves.yml:2", "U+0007", "delete it"),
    Input("text that turns around", added(PROGRAM, "# \u202e\n".encode()), "readable-text", f"{PROGRAM}:2", "U+202E", "delete it"),
    Input("a conflict in a page", words("<<<<<<< a\nOne.\n=======\nTwo.\n>>>>>>> b"), "readable-text", "index.md:10", "conflict", "keep one side"),
    Input("a conflict in a record", added("tools/one-example.run.json", b"\n<<<<<<< a\n1\n=======\n2\n>>>>>>> b\n"), "readable-text", "tools/one-example.run.json:2", "conflict", "keep one side"),
    # Files.
    Input("a page of 20 MB", added("index.md", b"word " * 4_000_000), "file-size", "index.md:1", "20,000 KB, and 60 KB are allowed", "split it"),
    Input("an image of 8 MB", raw("assets/images/a.png", b"\x89PNG" + bytes(8_000_000)), "file-size", "assets/images/a.png:1", "8,000 KB, and 200 KB", "scale it down"),
    Input("an image of 5000 pixels", raw("a.png", picture(5000)), "file-size", "a.png:1", "5000 by 8 pixels, and 4096", "scale it down"),
    Input("a notebook of 1 MB", raw("notebooks/a.ipynb", b"[" + b" " * 1_000_000 + b"]"), "file-size", "notebooks/a.ipynb:1", "1,000 KB, and 600 KB", "print less"),
    Input("a record of 1 MB", added("tools/one-example.run.json", b" " * 1_000_000), "file-size", "tools/one-example.run.json:1", "1,000 KB, and 300 KB", "print or measure less"),
    Input("an image that is none", raw("a.png", b"no picture"), "file-kind", "a.png:1", "cannot be read as PNG", "save it again"),
    Input("half an image", raw("a.png", picture(900)[:60]), "file-kind", "a.png:1", "cannot be read as PNG", "save it again"),
    Input("an image of another kind", raw("a.jpg", picture(9)), "file-kind", "a.jpg:1", "cannot be read as JPEG", "save it again"),
    Input("a page of HTML", raw("a.html", b"<script>1</script>"), "file-kind", "a.html:1", "“.html” is not published", "in Markdown"),
    Input("a PDF", raw("a.pdf", b"%PDF"), "file-kind", "a.pdf:1", "“.pdf” is not published", "use one of"),
    Input("a script beside pages", raw("tools/a.js", b"1"), "file-kind", "tools/a.js:1", "code for the browser", "docs/assets/js/"),
    Input("a script that nothing asks for", raw("assets/js/a.js", b"1"), "file-kind", "assets/js/a.js:1", "nothing asks for it", "remove it"),
    Input("a sheet that nothing asks for", raw("assets/css/a.css", b"a{}"), "file-kind", "assets/css/a.css:1", "nothing asks for it", "mkdocs.yml"),
    Input("a drawing with a script", raw("a.svg", DRAWING % b"<script>1</script>"), "file-kind", "a.svg:1", "the element <script>", "runs nothing"),
    Input("a drawing with a handler", raw("a.svg", DRAWING % b'<g onload="x()"/>'), "file-kind", "a.svg:1", "`onload`", "runs nothing"),
    Input("a link to the environment", link("a.txt", "/proc/self/environ"), "file-kind", "a.txt:1", "a symbolic link", "the file itself"),
    Input("a link to a folder", link("other", "/etc"), "file-kind", "other:1", "a symbolic link", "the file itself"),
    Input("a link within docs", link("a.md", "index.md"), "file-kind", "a.md:1", "a symbolic link", "the file itself"),
    Input("a folder called as a page", folder("a.md"), "file-kind", "a.md:1", "called as a file", "rename it"),
    Input("a name with a space", raw("a b.txt", b"a\n"), "file-kind", "a b.txt:1", "escaped in an address", "hyphens"),
    # Front matter and data.
    Input("an empty page", raw("index.md", b""), "front-matter", "index.md:1", "no front matter", "start it with"),
    Input("a page without front matter", raw("index.md", b"# A page\n"), "front-matter", "index.md:1", "no front matter", "start it"),
    Input("front matter without an end", data("index.md", "90\n---", "90"), "front-matter", "index.md:1", "no front matter", "`---`"),
    Input("a day that is none", data("index.md", "2026-11-22", "2026-02-30"), "front-matter", "index.md:4", "“2026-02-30” is no day", "a day that there is"),
    Input("a number without end", data("index.md", "90", "9" * 5000), "front-matter", "index.md:5", "is no number", "few digits"),
    Input("an alias", data("index.md", "title: A page", "title: &a A page\nsubtitle: *a"), "front-matter", "index.md:2", "stands for a text written elsewhere", "write it out"),
    Input("a key that is a number", data("index.md", "title:", "1: 2\ntitle:"), "front-matter", "index.md:2", "key is no text", "quotes"),
    Input("a list as a key", data("index.md", "title:", "? [a]\n: 2\ntitle:"), "front-matter", "index.md:2", "key is no text", "quotes"),
    Input("very deep data", raw("moves.yml", b"a: " + b"[" * 3000 + b"]" * 3000), "front-matter", "moves.yml:1", "nested too deeply", "one below"),
    Input("an empty article", raw("about/article.yml", b""), "front-matter", "about/article.yml:1", "wrong", "list"),
    # HTML.
    *(
        Input(f"<{name}> in a page", words(text), "raw-html", "index.md:10", f"<{name}> in a page", remedy)
        for name, text, remedy in (
            ("script", "<script>alert(1)</script>", "docs/assets/js/"),
            ("script", "<!-- a --><script>alert(1)</script>", "docs/assets/js/"),
            ("style", "<style>p{}</style>", "docs/assets/css/"),
            ("iframe", '<iframe src="https://example.org"></iframe>', "link to it"),
            ("form", "<form></form>", "link to where"),
            ("object", '<object data="a"></object>', "link to the file"),
            ("embed", '<embed src="a">', "link to the file"),
            ("meta", '<meta http-equiv="refresh" content="0">', "front matter"),
            ("base", '<base href="https://example.org">', "relative"),
            ("link", '<link rel="stylesheet" href="a.css">', "mkdocs.yml"),
            ("input", "<input>", "link to where"),
            ("template", "<template></template>", "docs/assets/js/"),
            ("foreignobject", "<svg><foreignObject></foreignObject></svg>", "in Markdown"),
            ("animate", '<svg><animate attributeName="href"/></svg>', "in Markdown"),
            ("blink", "<blink>a</blink>", "in Markdown"),
        )
    ),
    Input("a script behind a comment that is code", words("`` <!-- ``\n<script>alert(1)</script>\n-->"), "raw-html", "index.md:11", "<script> in a page", "docs/assets/js/"),
    Input("a handler", words('<b onclick="x()">a</b>'), "raw-html", "index.md:10", "onclick=", "docs/assets/js/"),
    Input("a handler without a value", words("<b onclick>a</b>"), "raw-html", "index.md:10", "onclick=", "docs/assets/js/"),
    Input("a handler in an attribute list", words('a{ onclick="x()" }'), "raw-html", "index.md:10", "onclick=", "docs/assets/js/"),
    Input("a style", words('<b style="x">a</b>'), "raw-html", "index.md:10", "style=", "docs/assets/css/"),
    Input("a style over two lines", words('<b\n style="x">a</b>'), "raw-html", "index.md:10", "style=", "docs/assets/css/"),
    Input("an unknown attribute", words('<b contenteditable="x">a</b>'), "raw-html", "index.md:10", "contenteditable=", "remove it"),
    Input("Material's own attribute", words('<b data-md-component="x">a</b>'), "raw-html", "index.md:10", "data-md-component=", "remove it"),
    Input("a link that runs a script", words("[a](javascript:alert)"), "raw-html", "index.md:10", "runs a script", "https"),
    Input("a reference that runs a script", words("[a][b]\n\n[b]: javascript:alert"), "raw-html", "index.md:12", "runs a script", "https"),
    Input("an href that runs a script", words('<a href=" JavaScript:alert(1)">a</a>'), "raw-html", "index.md:10", "runs a script", "docs/assets"),
    Input("a data address", words('<a href="data:text/html,a">a</a>'), "raw-html", "index.md:10", "runs a script", "docs/assets"),
    Input("a link without https", words('<a href="http://example.org">a</a>'), "raw-html", "index.md:10", "without https", "https address"),
    Input("a reference without https", words("[a][b]\n\n[b]: http://example.org"), "raw-html", "index.md:12", "without https", "https address"),
    Input("curly quotes around an attribute", words("<b title=“a”>a</b>"), "raw-html", "index.md:10", "curly quotes", "straight"),
    Input("curly quotes in an attribute list", words("a{ title=“a” }"), "raw-html", "index.md:10", "curly quotes", "straight"),
    Input("an element without an end", words("<div>a"), "raw-html", "index.md:10", "<div> is never closed", "write </div>"),
    Input("an element closed too late", words("<div><b>a</div></b>"), "raw-html", "index.md:10", "<b> is never closed", "before </div>"),
    Input("an end without a start", words("a</div>"), "raw-html", "index.md:10", "closes nothing", "remove it"),
    Input("a tag without an end", words('<b title="a"'), "raw-html", "index.md:10", "has no `>`", "end the tag"),
    # Headings, links, tables.
    Input("no space behind the signs", words("##Heading"), "heading-form", "index.md:10", "no space", "write `## Heading`"),
    Input("one sign without a space", words("#Heading"), "heading-form", "index.md:10", "no space", "write `# Heading`"),
    Input("a heading underlined twice", words("Heading\n======="), "heading-form", "index.md:10", "a line below it", "write `# Heading`"),
    Input("a heading underlined", words("Heading\n-------"), "heading-form", "index.md:10", "a line below it", "write `## Heading`"),
    Input("an empty section", data("tools/one.md", "It does one thing.\n", ""), "heading-form", "tools/one.md:35", "“What it is for” is empty", "say what it promises"),
    Input("an empty last section", data("tools/one.md", "Use it.\n", ""), "heading-form", "tools/one.md:47", "What to use today", "say what"),
    Input("a space in an address", words("See [it](my page.md)."), "link-form", "index.md:10", "a space in the address", "%20"),
    Input("a space before an address", words("See [it] (https://example.org)."), "link-form", "index.md:10", "a space between", "remove it"),
    Input("curly quotes around a title", words("See [it](index.md “a”)."), "link-form", "index.md:10", "curly quotes", "straight"),
    Input("a link without words", words("See [](index.md)."), "link-form", "index.md:10", "without words", "where it leads"),
    Input("a bare address without https", words("<http://example.org>"), "link-form", "index.md:10", "without https", "https address"),
    Input("a cell too many", words(f"{TABLE}| 1 | 2 | 3 |\n"), "table-columns", "index.md:13", "3 cells, and its table 2", "for each column"),
    Input("a cell too few", words(f"{TABLE}| 1 |\n"), "table-columns", "index.md:13", "1 cells, and its table 2", "for each column"),
    Input("a bar in a cell", words(f"{TABLE}| a | b | c |\n"), "table-columns", "index.md:13", "3 cells", "`\\|`"),
    # Programs.
    Input("a program that is no Python", raw(PROGRAM, b"print(\n"), "program-form", f"{PROGRAM}:1", "never closed", "syntax"),
    Input("curly quotes in a program", raw(PROGRAM, "a = 1\nprint(“a”)\n".encode()), "program-form", f"{PROGRAM}:2", "curly quotes", "straight"),
    Input("a line of 90 characters", raw(PROGRAM, b"print('" + b"a" * 81 + b"')\n"), "program-form", f"{PROGRAM}:1", "90 characters, and 80 fit", "run `python -m scripts programs one`"),
    Input("white space behind a line", raw(PROGRAM, b"print(1) \n"), "program-form", f"{PROGRAM}:1", "white space", "run `python -m scripts programs one`"),
    Input("no end of the last line", raw(PROGRAM, b"print(1)"), "program-form", f"{PROGRAM}:1", "one line end", "programs one"),
    Input("a program that is not formatted", formatted(b"print( 'a' )\n"), "program-form", f"{PROGRAM}:1", "not as the formatter writes it", f"run `python -m ruff format docs/{PROGRAM}`, then run `python -m scripts programs one`: a record holds"),
    Input("a program not formatted further down", formatted(b"print(1)\n\nfor name in [1]:\n    print( name )\n"), "program-form", f"{PROGRAM}:4", "not as the formatter", "ruff format"),
    Input("a program that imports what it does not use", formatted(b"import os\n\nprint(1)\n"), "program-form", f"{PROGRAM}:1", "`os` imported but unused (F401 of Ruff)", "correct it, then run `python -m scripts programs one`"),
    Input("code of a page that is not formatted", both(formatted(b"print(1)\n"), words("```python\nprint( 1 )\n```")), "program-form", "index.md:11", "not as the formatter writes it", "run `python -m ruff format docs/index.md`"),
    Input("a start page that is too long", words(LONG), "page-weight", "index.md:1", "as it is sent (gzip), and 15.0 KB are allowed", "shorten it"),
    Input("a tool that is too long", data("tools/one.md", "It does one thing.", LONG), "page-weight", "tools/one.md:1", "22.5 KB are allowed", "split it into pages"),
    Input("a tool copied under another name", lambda sample: sample.write("tools/two.md", (sample.docs / "tools/one.md").read_text(encoding="utf-8")), "distinct-title", "tools/two.md:2", "the title “A tool” is that of docs/tools/one.md:2", "this page alone"),
    Input("curly quotes in code of a page", words("```python\nprint(“a”)\n```"), "program-form", "index.md:11", "curly quotes in code", "straight"),
    Input("a snippet of a file elsewhere", words('--8<-- "../secret.txt"'), "snippet-target", "index.md:10", "no file below docs/", "use one of"),
    Input("a scaffold's words without the mark", words("Give the answer here, in two lines, and make its core words bold."), "placeholder", "index.md:10", "Give the answer here", "do what it asks"),
    Input("a placeholder", words("TODO Say what it is."), "placeholder", "index.md:10", "a placeholder is left", "remove TODO"),
]  # fmt: skip


def problem_of(sample: Sample, entry: Input) -> Problem:
    """The problem that an input is told by; the message for its place."""
    path, _, line = f"docs/{entry.place}".rpartition(":")
    problems = sample.problems()
    found = [
        problem
        for problem in problems
        if (problem.rule, problem.path, problem.line) == (entry.rule, path, int(line))
    ]
    assert found, "\n".join(map(str, problems))
    return next((problem for problem in found if entry.fault in problem.fault), found[0])


@pytest.fixture(autouse=True)
def secret(sample: Sample) -> None:
    """A file beside docs/, which no page can show."""
    (sample.root / "secret.txt").write_text("a secret\n", encoding="utf-8")


@pytest.mark.parametrize("entry", MALFORMED, ids=lambda entry: entry.name)
def test_what_is_malformed_is_told_with_its_place_and_remedy(
    sample: Sample, capsys: pytest.CaptureFixture[str], entry: Input
) -> None:
    entry.put(sample)
    problem = problem_of(sample, entry)
    assert entry.fault in problem.fault
    assert entry.remedy in problem.remedy
    assert main(["check", "--root", str(sample.root)]) == 1
    printed = capsys.readouterr().err
    assert str(problem) in printed.splitlines()
    assert "Traceback" not in printed
    assert "[internal]" not in printed


FINE = {
    "formulas of less and more": "Less < more, a<b, and 3 > 2.",
    "HTML as code": "Write `<script>` or `<div>`.",
    "HTML in a block of code": "```html\n<script>alert(1)</script>\n```",
    "HTML in a comment": "<!-- <script>alert(1)</script>\n<div> -->\nIt answers.",
    "text and structure": '<div markdown class="a">\n\na <sub>1</sub> <kbd>b</kbd><br>\n\n</div>',
    "a drawing": '<svg viewBox="0 0 1 1" role="img" aria-label="a"><path d="M0 0h1" stroke-width="2"/></svg>',
    "items without an end": "<ul><li>a<li>b</ul>",
    "curly quotes in a comment of code": "```python\nprint(1)  # he said (“one”)\n```",
    "a link by reference": "[a][b]\n\n[b]: https://example.org",
    "an attribute list": 'a{ .b #online data-on=1 title="a" }',
    "curly quotes as text": "He says “it is” and writes title=1.",
    "a colour, an issue, a hashbang": "#fff\n\n#12 is closed.\n\n#!/bin/sh",
    "a line across the page": "One.\n\n---\n\nTwo.",
    "a list before a line": "- one\n---",
    "a link with a title": 'See [it](index.md "a page").',
    "an image with a space in its text": "See [a b](index.md).",
    "parentheses behind brackets": "An array[0] (the first) and [one] (or two).",
    "a table with a bar in code": f"{TABLE}| `a \\| b` | 2 |\n",
    "a table without outer bars": "a | b\n--- | ---\n1 | 2",
    "a table in a list": "- one\n\n    | a | b |\n    | --- | --- |\n    | 1 | 2 |\n",
}


@pytest.mark.parametrize("name", FINE)
def test_what_is_right_has_no_message(sample: Sample, name: str) -> None:
    words(FINE[name])(sample)
    assert sample.problems() == []


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.png", picture(900)),
        ("a.jpg", picture(9, "JPEG")),
        ("a.webp", picture(9, "WEBP")),
        ("a.svg", DRAWING % b'<path d="M0 0"/>'),
        ("sw.js", b"1"),
        (".DS_Store", b"\0"),
        ("__pycache__/a.pyc", b"\0"),
    ],
)
def test_files_that_may_lie_there_have_no_message(sample: Sample, path: str, content: bytes) -> None:
    sample.write("assets/js/site.js", 'navigator.serviceWorker.register("sw.js");\n')
    (sample.root / "mkdocs.yml").write_text("extra_javascript: [assets/js/site.js]\n", encoding="utf-8")
    raw(path, content)(sample)
    assert sample.problems() == []


def test_all_faults_of_a_page_are_told_at_once(sample: Sample) -> None:
    words("##One\n\n<div style='a'>\n\n[a](b c.md)\n\nTwo\n---")(sample)
    raw("a.png", b"no picture")(sample)
    rules = {problem.rule for problem in sample.problems()}
    assert {"heading-form", "raw-html", "link-form", "file-kind"} <= rules


def test_what_a_link_leads_to_is_not_read(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    secret = sample.root / "secret.md"
    secret.write_text("<<<<<<< a secret\n=======\n>>>>>>> b\n", encoding="utf-8")
    (sample.docs / "a.md").symlink_to(secret)
    assert [problem.rule for problem in sample.problems()] == ["file-kind"]
    assert main(["check", "--root", str(sample.root), "--fix"]) == 1
    assert "secret" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (b"", "not JSON"),
        (b"\0", "U+0000"),
        (b'{"cells": [', "not JSON"),
        (b"[]", "no notebook of nbformat 4"),
        (b'{"nbformat": 3, "worksheets": []}', "of 3"),
        (b'{"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}', "no cells"),
        (b"[" * 20_000, "nested too deeply"),
        (b'{"nbformat": ' + b"9" * 5000 + b"}", "not JSON"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_a_notebook_that_is_none_is_told(booked: Sample, text: bytes, fault: str) -> None:
    raw(NOTEBOOK, text)(booked)
    found = [problem for problem in booked.problems() if problem.path == f"docs/{NOTEBOOK}"]
    assert found
    assert fault in found[0].fault


def test_a_row_that_shows_its_program_below_no_heading_is_told_which(compared: Sample) -> None:
    compared.change("compare/a-row.md", "program: one", "program: a-row")
    compared.change("compare/a-row.md", "## What would", '--8<-- "programs/a-row.md"\n\n## What would')
    compared.write("compare/a-row-example.py", 'print("a")\n')
    compared.record("a-row")
    (problem,) = compared.problems()
    assert problem.rule == "executed-program"
    assert '`## The program {#program}` above `--8<-- "programs/a-row.md"`' in problem.remedy


def test_annotations_of_github_are_escaped(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    words("##Sure: 100%\n\n[a](b c.md)")(sample)
    assert main(["check", "--root", str(sample.root), "--format", "github"]) == 1
    captured = capsys.readouterr()
    lines = [line for line in captured.out.splitlines() if line.startswith("::")]
    assert (
        "::error file=docs/index.md,line=10,title=heading-form::no space stands between the signs and the words; "
        "write `## Sure: 100%25`"
    ) in lines
    problem = Problem("docs/a,b:c.md", 3, "one\ntwo", "100%: a, b", "a-rule", "warning")
    assert problem.annotation == (
        "::warning file=docs/a%2Cb%3Ac.md,line=3,title=a-rule::one%0Atwo; 100%25: a, b"
    )
    assert "docs/index.md:10:" in captured.err  # in the log


def test_a_rule_that_fails_is_told_and_hides_no_other(
    sample: Sample, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(content: object) -> list[Problem]:
        raise KeyError("a key")

    monkeypatch.setitem(__import__("scripts.rules").rules.RULES, "page-shape", check)
    words("##Heading")(sample)
    assert main(["check", "--root", str(sample.root)]) == 1
    printed = capsys.readouterr().err
    assert "the check itself fails: KeyError: 'a key'; report it" in printed
    assert "[heading-form]" in printed
    assert "Traceback" not in printed


def test_a_heading_without_a_space_is_fixed(sample: Sample) -> None:
    words("##One\n\nA word.\n\n```\n##Two\n```\n\n#Three")(sample)
    assert main(["check", "--root", str(sample.root), "--fix"]) == 1
    text = (sample.docs / "index.md").read_text(encoding="utf-8")
    assert "## One {#one}\n" in text
    assert "\n##Two\n" in text
    assert [problem.remedy for problem in sample.problems()] == ["write `# Three`"]


def test_every_kind_of_file_has_a_limit_that_today_is_kept() -> None:
    assert list(files.faults(paths.ROOT / paths.DOCS)) == []
    assert {ending for ending in files.LIMITS if not files.LIMITS[ending].remedy} == set()


def test_a_notebook_closes_its_elements(booked: Sample) -> None:
    booked.change(NOTEBOOK, "## A section", "## A section\\n\\n<div>a")
    (problem,) = booked.problems()
    assert (problem.rule, problem.fault) == ("raw-html", "<div> is never closed")
