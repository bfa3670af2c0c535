"""What mkdocs-jupyter makes of a notebook: the markup that we rely on, and how it is written anew."""

import json
import re
import struct
from pathlib import Path

import pytest
from mkdocs_jupyter import convert

from scripts.content import notebook_file
from scripts.content.plot import Picture
from scripts.publish import notebook_html as markup
from tests.test_notebooks import PLOT, PNG, book, code, output, raw, text

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30.4 20"><style>*{fill:red}</style>'
    '<path d="M0 0"/></svg>'
)
FRAME = (
    '<div><style scoped>td {color: red}</style><table border="1" class="dataframe"><thead>'
    '<tr style="text-align: right;"><th>a</th></tr></thead><tbody><tr><td>1 &lt; 2</td></tr></tbody>'
    "</table></div>"
)
ALT = "A line that goes up from left to right."
CELLS = (
    raw(),
    text(
        "# A notebook\n\nIt shows **how**, see [a page](../tools/one.md#use).\n\n## Of `x_y` & more\n\nText."
    ),
    code(
        "# a < b\nprint('two')\nassert True",
        1,
        {"output_type": "stream", "name": "stdout", "text": "a < b\n"},
    ),
    code("draw()", 2, output(image_png=PLOT, text_plain="<Figure>"), alt=ALT),
    code("draw()", 3, output(image_svg_xml=SVG), alt=ALT),
    code("frame", 4, output(text_html=FRAME, text_plain="a\n1")),
    text("```python\nx = 1\n```\n\n```\nplain\n```\n\n| a | b |\n| --- | --: |\n| 1 | 2 |"),
)


def rendered(folder: Path, no_prompt: bool = True) -> str:
    """What the plugin gives a page."""
    file = folder / "a-notebook.ipynb"
    file.write_text(json.dumps(book(*CELLS), indent=1), encoding="utf-8")
    html: str = convert.nb2html(str(file), no_prompt=no_prompt)
    return html


@pytest.fixture(scope="module")
def given(tmp_path_factory: pytest.TempPathFactory) -> str:
    return rendered(tmp_path_factory.mktemp("given"))


def link(target: str) -> str:
    return target.replace("../tools/one.md", "../../tools/one/")


@pytest.fixture(scope="module")
def shown(given: str, tmp_path_factory: pytest.TempPathFactory) -> markup.Article:
    file = tmp_path_factory.mktemp("shown") / "a-notebook.ipynb"
    file.write_text(json.dumps(book(*CELLS)), encoding="utf-8")
    read, problems = notebook_file.read(file, "docs/notebooks/a-notebook.ipynb")
    assert read, problems
    ids = [heading.id or "" for heading in read.text.headings]
    return markup.article(given, ids, read.pictures, link)


# The contract with the plugin, and with nbconvert beneath it: what we rely on, and how it looks today.
CONTRACT = {
    "one element holds all cells": rf'<div class="{markup.NOTEBOOK}"[^>]*>',
    "a Markdown cell stands in it": rf'<div class="{markup.CELL} jp-MarkdownCell [^>]*>',
    "a code cell stands in a second wrapper": (
        rf'<div class="{markup.CELL} jp-CodeCell [^>]*>\s*<div class="{markup.CELL} jp-CodeCell '
    ),
    "a cell's text has a class": rf'<div class="[^"]*{markup.MARKDOWN}"[^>]*>\s*<h1 ',
    "a heading ends with a link": r'<a class="anchor-link" href="#a-notebook">¶</a></h1>',
    "a cell's code stands in an editor": rf'<div class="[^"]*{markup.EDITOR}" data-type="inline">',
    "code has spans of Pygments": rf'<div class="{markup.CODE} hl-python\s*"><pre><span></span><span class=',
    "code stands there again, to be copied": r'<div class="clipboard-copy-txt" id="cell-1">',
    "printed text is in a pre": rf'<div class="[^"]*jp-RenderedText {markup.OUTPUT}"[^>]*>\s*<pre>',
    "a PNG stands in an element of its kind": r'<div class="jp-RenderedImage [^>]*>\s*<img ',
    "an SVG stands in an element of its kind": r'<div class="jp-RenderedSVG [^>]*>\s*<(img|svg) ',
    "HTML is there as it is": rf'<div class="[^"]*jp-RenderedHTML {markup.OUTPUT}"[^>]*>\s*<div>\s*<style',
    "a raw cell is text between the cells": r"---\s*title: A notebook\s*description:",
    "wrappers stand around code and output": (
        r'(?s)<div class="jp-Cell-inputWrapper".*<div class="jp-Cell-outputWrapper".*'
        r'<div class="jp-OutputArea-child"'
    ),
    "collapsers are empty": r'<div class="jp-Collapser[^"]*">\s*</div>',
    "a fence in a Markdown cell has spans": r'<div class="highlight"><pre><span></span><span class="n">x',
    "links are left as they are": r'<a href="\.\./tools/one\.md#use">',
}


@pytest.mark.parametrize("pattern", CONTRACT.values(), ids=CONTRACT.keys())
def test_the_plugin_gives_the_markup_we_rely_on(given: str, pattern: str) -> None:
    assert re.search(pattern, given), (
        "mkdocs-jupyter or nbconvert has changed; see scripts/publish/notebook_html.py"
    )


def test_a_heading_has_its_id_and_the_link_of_all_pages(shown: markup.Article) -> None:
    permalink = '<a class="headerlink" href="#{0}" title="Link to this section">¶</a>'
    assert f'<h1 id="a-notebook">A notebook{permalink.format("a-notebook")}</h1>' in shown.html
    second = f'<h2 id="of-x_y-more">Of <code>x_y</code> &amp; more{permalink.format("of-x_y-more")}</h2>'
    assert second in shown.html
    assert shown.ids == {"a-notebook", "of-x_y-more"}


def test_contents_nest_by_level_and_stop_at_a_depth() -> None:
    headings = [
        markup.Heading(level, f"h{index}", f"{index} & more")
        for index, level in enumerate((1, 2, 3, 4, 2, 3))
    ]
    (top,) = markup.contents(headings, 3)
    assert top["name"] == "0 &amp; more"
    assert [entry["id"] for entry in top["children"]] == ["h1", "h4"]
    assert [[below["id"] for below in entry["children"]] for entry in top["children"]] == [["h2"], ["h5"]]


def test_code_and_printed_text_are_blocks_of_material(shown: markup.Article) -> None:
    assert (
        '<div class="language-python highlight"><pre><span></span><code>'
        '<span class="c1"># a &lt; b</span>\n<span class="nb">print</span>'
    ) in shown.html
    assert (
        '<div class="language-text highlight"><pre><span></span><code>a &lt; b\n</code></pre></div>'
        in shown.html
    )
    assert '<div class="highlight"><pre><span></span><code><span class="n">x</span>' in shown.html
    assert '<div class="highlight"><pre><span></span><code>plain\n</code></pre></div>' in shown.html
    assert shown.html.count("<pre>") == shown.html.count("<pre><span></span><code>") == 7


def test_plots_are_files_with_a_text_and_a_size(shown: markup.Article) -> None:
    assert f'<img alt="{ALT}" src="plot-1.png" width="640" height="480" loading="lazy">' in shown.html
    assert f'<img alt="{ALT}" src="plot-2.svg" width="30" height="20" loading="lazy">' in shown.html
    assert shown.html.count("<img") == 2


def test_a_table_of_pandas_is_a_plain_table(shown: markup.Article) -> None:
    assert (
        "<div><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>1 &lt; 2</td></tr></tbody>"
        "</table></div>"
    ) in shown.html


def test_links_are_given_to_be_resolved(shown: markup.Article) -> None:
    assert '<a href="../../tools/one/#use">a page</a>' in shown.html


@pytest.mark.parametrize(
    "piece",
    [
        *(
            "<style",
            "<script",
            "<svg",
            "<button",
            "<clipboard-copy",
            " style=",
            "data:",
            "tabindex",
            "cell-id=",
        ),
        *("jp-Collapser", "Prompt", "Wrapper", "anchor-link", "clipboard", "title: A notebook", "dataframe"),
    ],
)
def test_what_a_page_does_not_need_is_left_behind(shown: markup.Article, piece: str) -> None:
    assert piece.lower() not in shown.html.lower()  # HTML knows tags in any case


@pytest.mark.parametrize(
    "name", ["jp-Notebook", "jp-Cell", "jp-InputArea", "jp-OutputArea", "jp-MarkdownOutput"]
)
def test_the_parts_of_a_notebook_keep_their_classes(shown: markup.Article, name: str) -> None:
    assert re.search(rf'class="([^"]* )?{name}[ "]', shown.html)


def test_cells_are_not_doubled(shown: markup.Article) -> None:
    assert len(re.findall(r'<div class="jp-Cell ', shown.html)) == len(CELLS) - 1


def test_prompts_are_left_behind_where_the_plugin_shows_them(tmp_path: Path) -> None:
    given = rendered(tmp_path, no_prompt=False)
    assert "jp-InputPrompt" in given
    pictures = [
        Picture("plot-1.png", PNG, ALT),
        Picture("plot-2.svg", SVG.encode(), ALT),
    ]
    assert "Prompt" not in markup.article(given, ["a", "b"], pictures).html


def cell(inner: str, kind: str = "jp-MarkdownOutput") -> str:
    return f'<div class="jp-Notebook"><div class="jp-Cell"><div class="{kind}">{inner}</div></div></div>'


def shown_of(inner: str, kind: str = "jp-MarkdownOutput") -> str:
    html = markup.article(cell(inner, kind), [], []).html
    found = re.search(rf'<div class="{kind}">\s*(.*?)\s*</div>\n</div>\n</div>\n\Z', html, re.DOTALL)
    assert found, html
    return found[1]


HTML = [
    ("<p>a &amp; b<br>c</p>", "<p>a &amp; b<br>c</p>"),
    ("<p style='x' onclick='x()' class='lead' data-x='1'>a</p>", '<p class="lead">a</p>'),
    ("<a id='here' href='javascript:x()'>a</a>", '<a id="here">a</a>'),
    ('<a href=" JavaScript:x()">a</a>', "<a>a</a>"),
    ("<img src='data:image/png;base64,x' alt='A'>", '<img alt="A">'),
    ("<p>a<script>b</script><iframe src='x'></iframe><object>c</object></p>", "<p>a</p>"),
    ("<p><!-- a -->b</p>", "<p>b</p>"),
    ("<ol start='3'><li>a</li></ol>", '<ol start="3"><li>a</li></ol>'),
    ('<img src="a.png" alt="&quot;">', '<img src="a.png" alt="&quot;">'),
]


@pytest.mark.parametrize(("given", "expected"), HTML)
def test_html_of_an_author_keeps_what_pages_have(given: str, expected: str) -> None:
    assert shown_of(given) == expected


def test_html_of_an_output_keeps_neither_classes_nor_ids_nor_headings() -> None:
    given = '<h2 id="a">a</h2><p id="b" class="c">d</p><img src="e.png"><td>f</td>'
    assert shown_of(given, markup.OUTPUT) == "<p>d</p>f"


WRONG = [
    ("", [], [], "gave no cells"),
    ('<div class="jp-Notebook"></div>', [], [], "gave no cells"),
    (cell("<h1>a</h1><h2>b</h2>"), ["a"], [], "shows 2 headings, and has 1"),
    (cell("<p>a</p>"), [], [Picture("plot-1.png", PNG, ALT)], "shows 0 of 1 plots"),
    (cell("", "jp-RenderedImage"), [], [], "shows more plots"),
]


@pytest.mark.parametrize(("html", "ids", "pictures", "message"), WRONG)
def test_markup_that_is_not_as_expected_stops_the_build(
    html: str, ids: list[str], pictures: list[Picture], message: str
) -> None:
    with pytest.raises(markup.MarkupError, match=message):
        markup.article(html, ids, pictures)


TARGETS = [
    ("../tools/one.md#use", ("tools/one.md", "use")),
    ("other.ipynb", ("notebooks/other.ipynb", "")),
    ("#here", ("notebooks/a.ipynb", "here")),
    ("https://example.org/a.md", None),
    ("mailto:a@example.org", None),
    ("/tools/one.md", None),
]


@pytest.mark.parametrize(("target", "place"), TARGETS)
def test_a_relative_link_names_a_file(target: str, place: tuple[str, str] | None) -> None:
    assert markup.target_of(target, "notebooks/a.ipynb") == place


SIZES = [
    ("a.png", PNG, (640, 480)),
    ("a.png", PNG[:8], None),
    ("a.png", b"GIF89a" + bytes(30), None),
    ("a.png", PNG[:16] + struct.pack(">II", 1, 2), (1, 2)),
    ("a.svg", SVG.encode(), (30, 20)),
    ("a.svg", b"<svg><path/></svg>", None),
    ("a.svg", b"", None),
]


@pytest.mark.parametrize(("name", "data", "size"), SIZES)
def test_the_size_of_a_plot_stands_in_its_head(name: str, data: bytes, size: tuple[int, int] | None) -> None:
    assert Picture(name, data, "").size == size
