"""The Markdown edition of every page: nothing of the page may be missing, and nothing left over."""

import re
from collections.abc import Iterator

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.site.conftest import BASE, Site

LINK = re.compile(r"(?<!`)\]\(([^)\s]*)")
# What in HTML is for the eye or the hand alone.
BESIDE = ".headerlink, .md-content__button, .crumbs, form, svg, .compare__more, .page-dates"


def prose(text: str) -> str:
    """A text without its blocks and spans of code."""
    outside = re.sub(r"^(`{3,})[^\n]*\n.*?^\1$", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", outside, flags=re.DOTALL)


def words(text: str) -> list[str]:
    return re.findall(r"\w{4,}", text)


def articles(site: Site) -> Iterator[tuple[str, LexborHTMLParser, str]]:
    """Address, article and Markdown of every page."""
    for address, page in site.pages.items():
        article = page.text[page.text.index("<article") :].partition("</article>")[0]
        tree = LexborHTMLParser(article)
        for node in tree.css(BESIDE):
            node.decompose()
        yield address, tree, (site.folder / address / "index.md").read_text(encoding="utf-8")


def test_every_page_has_its_markdown_and_a_line_in_the_list(site: Site) -> None:
    listed = (site.folder / "llms.txt").read_text(encoding="utf-8")
    for address in site.pages:
        assert (site.folder / address / "index.md").is_file()
        assert f"/{BASE}/{address + '/' if address else ''}index.md)" in listed


def test_no_word_of_an_article_is_missing(site: Site) -> None:
    missing = {}
    for address, tree, text in articles(site):
        known = set(words(text))
        if lost := [word for word in words(tree.text(separator=" ")) if word not in known]:
            missing[address] = lost[:10]
    assert missing == {}


def test_headings_stand_alone_and_in_their_order(site: Site) -> None:
    for address, tree, text in articles(site):
        shown = [len(mark) for mark in re.findall(r"^(#{1,6}) ", prose(text), re.MULTILINE)]
        assert shown == [int((node.tag or "h9")[1]) for node in tree.css("h1, h2, h3, h4, h5, h6")], address


def test_links_are_absolute_and_nothing_of_the_page_is_left(site: Site) -> None:
    for address, _, text in articles(site):
        assert [
            link for link in LINK.findall(prose(text)) if not link.startswith(("https://", "mailto:"))
        ] == []
        assert "[¶](" not in text, address
        assert "{{" not in prose(text), address
        assert not re.search(r"</?(?:div|span|p|td|details)\b", prose(text)), address


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("compare/model-server", "**Edge:** "),
        ("examples/same-padding", "**PyTorch**\n\nwith_pytorch.py\n\n```python\nimport torch\n"),
        ("tools/onnx", "**State:** **Active** "),
        ("compare", "| Criterion | TensorFlow | PyTorch | Edge | Evidence | Checked |\n"),
        ("about/article", "How we know: "),
    ],
)
def test_a_page_of_each_kind_reads_well(site: Site, address: str, said: str) -> None:
    text = (site.folder / address / "index.md").read_text(encoding="utf-8")
    assert text.startswith("# ")
    assert said in text
    assert text.endswith(f"\n\nSource: https://example.org/{BASE}/{address}/\n")
