"""HTML and SVG that notebooks embed: what of it pages show, and what they refuse."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TEXT = (
    "a abbr b blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure "
    "hr i ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead "
    "time tr u ul var wbr"
)
_KEPT = "alt class colspan dir height href id lang open reversed rowspan scope src start title width"
OUTPUT_TAGS = frozenset(_TEXT.split())
TAGS = OUTPUT_TAGS | {"img", *HEADINGS}
ATTRIBUTES = frozenset(_KEPT.split())
ADDRESSES = frozenset({"href", "src"})
SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
SCHEMES = frozenset({"https", "http", "mailto"})
_ACTIVE = frozenset({"script", "foreignobject", "iframe", "object", "embed", "animate", "set"})
_RUNNING = frozenset({*_ACTIVE, "style", "meta", "link", "base", "frame"})
_ADDRESSED = frozenset({"href", "src", "xlink:href", "action", "formaction", "data"})
_IGNORED = frozenset({"style"})  # the look that a table of pandas brings along; the site has its own


def refused(html: str, output: bool) -> Iterator[str]:
    """The parts of a piece of HTML that no page may show, in words.

    `output` says whether a cell has stored it; else an author has written it into a Markdown cell.
    """
    allowed = OUTPUT_TAGS if output else TAGS
    reasons: dict[str, None] = {}
    body = LexborHTMLParser(f"<div>{html}</div>").css_first("html")
    for node in body.traverse() if body else ():
        tag = node.tag or ""
        if tag not in allowed | _IGNORED | {"html", "head", "body"}:
            reasons[f"the element <{tag}>"] = None
            continue
        for name, value in node.attributes.items():
            if name.lower().startswith("on"):
                reasons[f"the event handler `{name}`"] = None
            elif name in ADDRESSES and not is_safe(value or ""):
                reasons[f"an address that begins with `{(value or '').partition(':')[0].strip()}:`"] = None
    yield from reasons


def active(svg: str) -> Iterator[str]:
    """The parts of an SVG that could run code where its file is opened, in words."""
    reasons: dict[str, None] = {}
    root = LexborHTMLParser(svg).css_first("html")
    for node in root.traverse() if root else ():
        if (node.tag or "").lower() in _ACTIVE:
            reasons[f"the element <{node.tag}>"] = None
        for name, value in node.attributes.items():
            if name.lower().startswith("on"):
                reasons[f"the event handler `{name}`"] = None
            elif (scheme := SCHEME.match(value or "")) and scheme[1].lower() == "javascript":
                reasons["an address that begins with `javascript:`"] = None
    yield from reasons


def running(html: str) -> Iterator[str]:
    """What of a page's finished content could run, load or style, in words: the last look at it."""
    reasons: dict[str, None] = {}
    root = LexborHTMLParser(f"<div>{html}</div>").css_first("html")
    for node in root.traverse() if root else ():
        tag = (node.tag or "").lower()
        if tag in _RUNNING:
            reasons[f"the element <{tag}>"] = None
        for name, value in node.attributes.items():
            if name.lower().startswith("on") or name == "srcdoc":
                reasons[f"the attribute `{name}`"] = None
            elif name in _ADDRESSED and not is_safe(value or ""):
                reasons[f"an address that begins with `{(value or '').partition(':')[0].strip()}:`"] = None
    yield from reasons


def is_safe(address: str) -> bool:
    """Whether an address is relative, or has a scheme that a page may link to."""
    scheme = SCHEME.match(address)
    return scheme is None or scheme[1].lower() in SCHEMES
