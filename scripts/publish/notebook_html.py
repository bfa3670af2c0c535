"""Rewrites what mkdocs-jupyter makes of a notebook into the markup of this site.

The plugin gives JupyterLab's markup with the styles, scripts and buttons that a page of JupyterLab needs. It
is parsed here, and only what this site shows is written: the cells with their classes, code and printed text
as Material's own code blocks, plots as files, tables without style. Whatever is not named below is left
behind, so that nothing unknown reaches a page. tests/test_jupyter.py fails if an upgrade changes the markup.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import TypedDict

from selectolax.lexbor import LexborHTMLParser, LexborNode

from scripts.content import embedded_html
from scripts.content.plot import Picture

# The plugin's markup. Cells stand directly in the notebook; a code cell in a second wrapper of its kind.
NOTEBOOK = "jp-Notebook"
CELL = "jp-Cell"
EDITOR = "jp-InputArea-editor"  # holds the code of a cell, once with spans and once to be copied
CODE = "highlight-ipynb"
MARKDOWN = "jp-MarkdownOutput"
OUTPUT = "jp-OutputArea-output"
PICTURES = frozenset({"jp-RenderedImage", "jp-RenderedSVG"})
# Wrappers that hold one thing, when there is no prompt and no button beside it.
WRAPPERS = frozenset(
    {"jp-Cell-inputWrapper", "jp-Cell-outputWrapper", "jp-OutputArea-child", "jp-RenderedText"}
)
LEFT_OUT = frozenset(
    {
        *("jp-Collapser", "jp-Prompt", "jp-InputPrompt", "jp-OutputPrompt", "jp-InputArea-prompt"),
        *("jp-OutputArea-prompt", "clipboard-copy-txt", "celltoolbar", "anchor-link"),
    }
)
_LANGUAGE = re.compile(r"\bhl-([\w+-]+)")

_VOID = frozenset({"br", "col", "hr", "img", "wbr"})


class MarkupError(ValueError):
    """The plugin's markup, or a notebook in it, is not what this module knows."""


@dataclass(frozen=True)
class Heading:
    """A heading as it is shown: its level from 1, its id, and its text."""

    level: int
    id: str
    text: str


class Token(TypedDict):
    """An entry of the contents, as MkDocs takes it from Python-Markdown."""

    level: int
    id: str
    name: str
    children: "list[Token]"


@dataclass(frozen=True)
class Article:
    """A notebook as a page shows it: its HTML, and the headings and all ids in it."""

    html: str
    headings: tuple[Heading, ...]
    ids: frozenset[str]


def article(
    html: str, ids: Sequence[str], pictures: Sequence[Picture], link: Callable[[str], str] = str
) -> Article:
    """Write the plugin's `html` anew.

    `ids` are those of the notebook's headings and `pictures` its plots, both in their order; `link` says for
    the target of a relative link or image, as the notebook has it, where that is from the page.
    Raises `MarkupError` if headings or plots are not as many as are given, or no cell is found.
    """
    notebook = LexborHTMLParser(html).css_first(f".{NOTEBOOK}")
    cells = [node for node in notebook.iter() if CELL in _classes(node)] if notebook else []
    if not cells:
        raise MarkupError("mkdocs-jupyter gave no cells; look for what changed in its release")
    writer = _Writer(ids, pictures, link)
    written = "\n".join(writer.node(_inner(cell)) for cell in cells)
    writer.end()
    return Article(f'<div class="{NOTEBOOK}">\n{written}\n</div>\n', tuple(writer.headings), writer.ids)


def contents(headings: Sequence[Heading], depth: int) -> list[Token]:
    """The headings down to a level, each with those below it."""
    top: list[Token] = []
    above: list[Token] = []
    for heading in headings:
        if heading.level > depth:
            continue
        entry = Token(level=heading.level, id=heading.id, name=escape(heading.text, quote=False), children=[])
        while above and above[-1]["level"] >= heading.level:
            above.pop()
        (above[-1]["children"] if above else top).append(entry)
        above.append(entry)
    return top


def target_of(link: str, source: str) -> tuple[str, str] | None:
    """The file below docs/ that a link in the page `source` names, and its fragment; None for other links."""
    address, _, fragment = link.partition("#")
    if embedded_html.SCHEME.match(link) or address.startswith("/"):
        return None
    if not address:
        return source, fragment
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), address)), fragment


class _Writer:
    """Writes nodes, and remembers headings and ids on the way."""

    def __init__(self, ids: Sequence[str], pictures: Sequence[Picture], link: Callable[[str], str]) -> None:
        self.headings: list[Heading] = []
        self._ids = ids
        self._pictures = list(pictures)
        self._shown = 0
        self._own_ids: set[str] = set()
        self._link = link

    @property
    def ids(self) -> frozenset[str]:
        """All ids that were written."""
        return frozenset(self._own_ids | {heading.id for heading in self.headings})

    def end(self) -> None:
        """Make sure that all that was given has been shown."""
        if len(self.headings) != len(self._ids):
            raise MarkupError(
                f"it shows {len(self.headings)} headings, and has {len(self._ids)} that begin with `#`; "
                "write all with number signs"
            )
        if self._shown != len(self._pictures):
            raise MarkupError(f"mkdocs-jupyter shows {self._shown} of {len(self._pictures)} plots")

    def node(self, node: LexborNode, output: bool = False) -> str:
        """A node and all in it; `output` inside of what a cell has printed."""
        if node.is_text_node:
            return escape(node.text_content or "", quote=False)
        tag, classes = node.tag or "", _classes(node)
        if classes & LEFT_OUT or tag not in (embedded_html.OUTPUT_TAGS if output else embedded_html.TAGS):
            return ""
        if classes & PICTURES:
            return f'<div class="{_structure(classes)}">{self._picture()}</div>'
        if EDITOR in classes:
            code = node.css_first(f".{CODE}")
            return self._block(code) if code else ""
        if tag == "pre" or (tag == "div" and classes & {CODE, "highlight"}):
            return self._block(node, "text" if output else "")
        output = output or OUTPUT in classes
        if tag in embedded_html.HEADINGS:
            return self._heading(node, tag)
        inner = "".join(
            self.node(child, output) for child in node.iter(include_text=True) if not _blank(child, classes)
        )
        attributes = "".join(self._attributes(node, output))
        if classes & WRAPPERS:
            return inner
        if tag == "table":
            attributes = ""  # the theme's look is for tables that have none of their own
        if _structure(classes) and MARKDOWN not in classes:
            inner = f"\n{inner}\n"
        return f"<{tag}{attributes}>" if tag in _VOID else f"<{tag}{attributes}>{inner}</{tag}>"

    def _attributes(self, node: LexborNode, output: bool) -> Iterator[str]:
        kept = embedded_html.ATTRIBUTES - ({"class", "id"} if output else set())
        if OUTPUT in _classes(node):
            yield f' class="{_structure(_classes(node))}"'
        elif CELL in _classes(node):
            kept -= {"id"}  # JupyterLab's name for the cell
        for name, value in node.attributes.items():
            if name not in kept:
                continue
            shown = value or ""
            if name in embedded_html.ADDRESSES:
                if not embedded_html.is_safe(shown):
                    continue
                shown = shown if embedded_html.SCHEME.match(shown) else self._link(shown)
            if name == "id":
                self._own_ids.add(shown)
            yield f' {name}="{escape(shown)}"'

    def _heading(self, node: LexborNode, tag: str) -> str:
        at = len(self.headings)
        name = self._ids[at] if at < len(self._ids) else ""
        children = [child for child in node.iter(include_text=True) if not _classes(child) & LEFT_OUT]
        inner = "".join(map(self.node, children))
        text = "".join(child.text_content or child.text() for child in children)
        self.headings.append(Heading(int(tag[1]), name, " ".join(text.split())))
        link = f'<a class="headerlink" href="#{name}" title="Link to this section">¶</a>'
        return f'<{tag} id="{name}">{inner}{link}</{tag}>\n'

    def _picture(self) -> str:
        if self._shown >= len(self._pictures):
            raise MarkupError("mkdocs-jupyter shows more plots than the notebook stores")
        picture = self._pictures[self._shown]
        self._shown += 1
        size = f' width="{picture.size[0]}" height="{picture.size[1]}"' if picture.size else ""
        return f'<img alt="{escape(picture.alt)}" src="{picture.name}"{size} loading="lazy">'

    def _block(self, node: LexborNode, language: str = "") -> str:
        """A block of code or of printed text, as Material has it: its script and colours know that alone."""
        pre = node if node.tag == "pre" else node.css_first("pre")
        match = _LANGUAGE.search(node.attributes.get("class") or "")
        language = match[1] if match else language
        code = (pre.css_first("code") or pre) if pre else node
        text = "".join(_tokens(code, language != "text")).rstrip()
        if not text:
            return ""
        kind = f"language-{language} highlight" if language else "highlight"
        return f'<div class="{kind}"><pre><span></span><code>{text}\n</code></pre></div>'


def _tokens(code: LexborNode, coloured: bool) -> Iterator[str]:
    """The text of a block of code, in the spans of its highlighter or without any."""
    for node in code.iter(include_text=True):
        if node.is_text_node:
            yield escape(node.text_content or "", quote=False)
        elif node.tag == "span" and coloured and (kind := node.attributes.get("class")):
            yield f'<span class="{escape(kind)}">{"".join(_tokens(node, coloured))}</span>'
        else:
            yield from _tokens(node, coloured)


def _inner(cell: LexborNode) -> LexborNode:
    """A code cell comes in two wrappers of one kind; the inner one is the cell."""
    inner = [child for child in cell.iter() if CELL in _classes(child)]
    return inner[0] if inner else cell


def _classes(node: LexborNode) -> frozenset[str]:
    if not node.is_element_node:
        return frozenset()
    return frozenset((node.attributes.get("class") or "").split())


def _structure(classes: frozenset[str]) -> str:
    """The classes that say which part of a notebook an element is."""
    return " ".join(sorted(name for name in classes if name.startswith("jp-")))


def _blank(node: LexborNode, parent: frozenset[str]) -> bool:
    """Whether a node is the space between two parts of a cell."""
    return bool(node.is_text_node and _structure(parent) and not (node.text_content or "").strip())
