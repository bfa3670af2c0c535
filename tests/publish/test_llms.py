"""The Markdown edition of a page: what its article says is there, what is there to click is not."""

from pathlib import Path

from scripts.publish import llms
from tests.conftest import Sample

URL = "https://example.org/examples/a-pair/"


def edition(inner: str) -> str:
    """The edition without the line that names its page."""
    text = llms.edition(f'<article class="md-content__inner">{inner}</article>', URL)
    end = f"\n\nSource: {URL}\n"
    assert text.endswith(end)
    return text.removesuffix(end)


def test_headings_have_no_signs_and_links_are_absolute() -> None:
    inner = (
        '<h1 id="a">A <code>pair</code><a class="headerlink" href="#a">¶</a></h1>'
        '<p>See <a href="../../tools/one/#use">one</a>, <a href="#a">above</a> and '
        '<a href="https://example.com/x">there</a>.</p><img src="plot-1.png" alt="A line.">'
    )
    assert edition(inner) == (
        "# A `pair`\n\nSee [one](https://example.org/tools/one/#use), "
        "[above](https://example.org/examples/a-pair/#a) and [there](https://example.com/x).\n\n"
        "![A line.](https://example.org/examples/a-pair/plot-1.png)"
    )


def test_code_keeps_its_language_its_lines_and_what_looks_like_markdown() -> None:
    inner = (
        '<div class="language-python highlight"><span class="filename">one.py</span><pre><span></span><code>'
        '<span class="n">calls</span>[0](x)\n\n# <b>&lt;tag&gt;</b> *a* _b_\n</code></pre></div>'
    )
    assert edition(inner) == "one.py\n\n```python\ncalls[0](x)\n\n# <tag> *a* _b_\n```"


def test_each_tab_is_named_before_its_content() -> None:
    inner = (
        '<div class="tabbed-set"><input type="radio" id="x"><input type="radio" id="y">'
        '<div class="tabbed-labels"><label for="x">TensorFlow</label><label for="y">A &lt; B</label></div>'
        '<div class="tabbed-content"><div class="tabbed-block"><p>One.</p></div>'
        '<div class="tabbed-block"><p>Two.</p></div></div></div>'
    )
    assert edition(inner) == "**TensorFlow**\n\nOne.\n\n**A < B**\n\nTwo."


def test_tabs_within_a_tab_have_their_own_names() -> None:
    def tabs(*named: tuple[str, str]) -> str:
        labels = "".join(f"<label>{name}</label>" for name, _ in named)
        blocks = "".join(f'<div class="tabbed-block">{inner}</div>' for _, inner in named)
        return (
            f'<div class="tabbed-set"><div class="tabbed-labels">{labels}</div>'
            f'<div class="tabbed-content">{blocks}</div></div>'
        )

    within = tabs(("Linux", "<p>One.</p>"), ("macOS", "<p>Two.</p>"))
    assert edition(tabs(("TensorFlow", within), ("PyTorch", "<p>Three.</p>"))) == (
        "**TensorFlow**\n\n**Linux**\n\nOne.\n\n**macOS**\n\nTwo.\n\n**PyTorch**\n\nThree."
    )


def test_a_panel_is_a_paragraph_an_entry_and_marks_stand_apart() -> None:
    inner = (
        '<nav class="crumbs"><a href="../">Examples</a></nav><dl class="panel"><div><dt>\n State </dt>'
        '<dd><span class="status status--holds">Proven</span> on <a href="#run">a day</a></dd></div></dl>'
    )
    assert edition(inner) == f"**State:** **Proven** on [a day]({URL}#run)"


def test_a_table_has_its_rows_without_controls_and_folded_evidence() -> None:
    inner = (
        '<form><input name="q"></form><table><thead><tr><th>Criterion</th><th>Edge</th></tr></thead><tbody>'
        '<tr class="compare__row"><th>A | B</th><td>Even</td></tr>'
        '<tr class="compare__more"><td colspan="2"><details><summary>How</summary></details></td></tr>'
        "</tbody></table>"
    )
    assert edition(inner) == "| Criterion | Edge |\n| --- | --- |\n| A \\| B | Even |"


def test_what_is_folded_on_the_page_is_there() -> None:
    assert "Hidden words." in edition("<details><summary>More</summary><p>Hidden words.</p></details>")


def test_each_page_has_a_file_and_a_line_in_the_list(sample: Sample, tmp_path: Path) -> None:
    content = sample.read()
    articles = {page.url: "<article><h1>Title</h1></article>" for page in content.pages}
    written = llms.write(content, articles, tmp_path, "https://example.org/")
    assert {file.relative_to(tmp_path).as_posix() for file in written} == {
        "llms.txt",
        *(f"{url}index.md" for url in articles),
    }
    listed = (tmp_path / "llms.txt").read_text(encoding="utf-8")
    for page in content.pages:
        assert page.meta
        assert f"- [{page.meta.title}](https://example.org/{page.url}index.md): " in listed


def test_the_list_has_each_page_in_its_section_and_no_empty_one(compared: Sample) -> None:
    text = llms.llms(compared.read(), "https://example.org/site/")
    parts = [part.partition("\n\n")[2].strip() for part in text.split("\n## ")[1:]]
    listed = [
        [line.partition("](https://example.org/site/")[2].partition(")")[0] for line in part.split("\n")]
        for part in parts
    ]
    assert ["compare/a-row/index.md", "compare/b-row/index.md"] in listed
    assert ["tools/one/index.md"] in listed
    assert all(part.startswith("- [") for part in parts)
    assert sum(map(len, listed)) == len({address for addresses in listed for address in addresses})
