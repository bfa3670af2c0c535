"""Each page as Markdown, and `llms.txt`, the list of them, for programs that read text.

A page at `tools/onnx/` has its Markdown at `tools/onnx/index.md`: what its article shows, made from the
finished HTML, with absolute links.
"""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from urllib.parse import urljoin

import html_to_markdown
from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts.content.tree import SECTIONS, Content

# What of an article is there to click, to draw or to find one's way; and the evidence of all rows below their
# table, which stands on each row's own page.
_LEFT_OUT = (
    ".md-content__button, .headerlink, .crumbs, .tabbed-labels, .tabbed-set > input, .compare__more, "
    ".page-dates p + p, form, svg, script, style, template, [hidden]"
)
# Words that a style sets apart from the text beside them.
_MARKS = ".rating, .status, .kind, .tf, .pt"
_LANGUAGE = "language-"
_OPTIONS = html_to_markdown.ConversionOptions(bullets="-", compact_tables=True, extract_metadata=False)


def write(content: Content, articles: Mapping[str, str], site: Path, site_url: str) -> list[Path]:
    """Write the Markdown of every page, and llms.txt. Returns the files.

    `articles` has the HTML of the `<article>` of each page by its address below the site's root.
    """
    written = []
    for url, html in articles.items():
        file = site / url / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(edition(html, f"{site_url}{url}"), encoding="utf-8")
        written.append(file)
    index = site / "llms.txt"
    index.write_text(llms(content, site_url), encoding="utf-8")
    return [*written, index]


def llms(content: Content, site_url: str) -> str:
    """The list of pages, by section, in the form that llmstxt.org describes."""
    lines = [
        "# TensorFlow vs PyTorch",
        "",
        "> TensorFlow or PyTorch: each difference with its evidence, its date and the day of its next check.",
        "",
        "Text is under CC BY 4.0. Verdicts are dated: quote the date with them. "
        f"All rows of the comparison as data: {site_url}api/v1/comparison.json",
    ]
    for title, folder in SECTIONS:
        pages = [page for page in content.pages if page.folder.partition("/")[0] == folder and page.meta]
        if pages:
            lines += ["", f"## {title}", ""]
        lines += [
            f"- [{page.meta.title}]({site_url}{page.url}index.md): {page.meta.description}"
            for page in pages
            if page.meta
        ]
    return "\n".join(lines) + "\n"


def edition(article: str, url: str) -> str:
    """The HTML of an `<article>` as Markdown; `url` is the whole address of its page."""
    tree = LexborHTMLParser(article)
    for tabs in tree.css(".tabbed-set"):
        _name_tabs(tabs)
    for entry in tree.css("dl.panel > div"):
        _join_term(entry)
    for code in tree.css("pre > code"):
        if language := _language(code):
            code.attrs["class"] = f"{_LANGUAGE}{language}"
    for node in tree.css(_LEFT_OUT):
        node.decompose()
    for mark in tree.css(_MARKS):
        if strong := LexborHTMLParser(f"<strong>{mark.inner_html}</strong>").css_first("strong"):
            mark.replace_with(strong)
    for name in ("href", "src"):
        for node in tree.css(f"[{name}]"):
            node.attrs[name] = urljoin(url, node.attrs[name] or "")
    text = html_to_markdown.convert(tree.html or "", _OPTIONS).content or ""
    return f"{text.strip()}\n\nSource: {url}\n"


def _name_tabs(tabs: LexborNode) -> None:
    """Say before the content of each tab what it is called: its label stands beside the others'."""
    names = [label.text(strip=True) for label in tabs.css(".tabbed-labels > label")]
    blocks = [node for node in tabs.css(".tabbed-block") if node.parent and node.parent.parent == tabs]
    for name, block in zip(names, blocks, strict=False):
        title = LexborHTMLParser(f"<p><strong>{escape(name)}</strong></p>").css_first("p")
        if title and block.first_child:
            block.first_child.insert_before(title)


def _join_term(entry: LexborNode) -> None:
    """Put a term of a panel and what is said of it into one paragraph."""
    term, says = entry.css_first("dt"), entry.css_first("dd")
    if term and says:
        html = f"<p><strong>{escape(term.text(strip=True))}:</strong> {says.inner_html}</p>"
        if paragraph := LexborHTMLParser(html).css_first("p"):
            entry.replace_with(paragraph)


def _language(code: LexborNode) -> str:
    """The language of a block of code, which Material's markup names on an element around it."""
    node: LexborNode | None = code
    while node is not None:
        for word in (node.attributes.get("class") or "").split():
            if word.startswith(_LANGUAGE):
                return word.removeprefix(_LANGUAGE)
        node = node.parent
    return ""
