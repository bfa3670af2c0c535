"""Finishes the HTML of a page: corrections for every page, tuning for published ones.

Every page, shown by `mkdocs serve` or published, is corrected where Material's markup is not valid or not
accessible. A published page is tuned besides: it carries its first style, and waits with Material's style
sheets and script for a reader's first gesture. Both look the same: tests/site/test_material.py.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import material

from scripts.publish import csp, css, stylesheet

THEME = Path(material.__file__).parent / "templates"

# Kinds of token that no rule colours: their spans say nothing.
PLAIN = frozenset({"n", "nn", "nv", "nx", "o", "p", "w", "na", "vm", "x", "l", "py", "nl", "nt"})
# Kinds of token of one colour, by the name that stands for them.
_ALIKE_IN_COLOUR = {
    "k": ("kn", "kc", "kd", "kt", "ow", "bp"),
    "s1": ("s", "s2", "sd", "sa", "sb"),
    "mi": ("m", "mf", "mh"),
    "nf": ("fm", "nc", "nd", "nb", "ne"),
}
_ONE_NAME = {other: name for name, others in _ALIKE_IN_COLOUR.items() for other in others}

_SPAN = re.compile(r'<span class="([a-z0-9]+)">([^<]*)</span>')
_HIGHLIGHT = re.compile(r"<pre><span></span><code>(.*?)</code></pre>", re.DOTALL)
_ALIKE = re.compile(r'<span class="([a-z0-9]+)">([^<]*)</span>(\s*)<span class="\1">')
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)">\s*')
_OURS = re.compile(rf"\b{stylesheet.FOLDER}/.*")
_BUNDLE = re.compile(r'<script src="[^"]*assets/javascripts/bundle\.[^"]+"></script>')
_MODULE = re.compile(r'\s*<script type="module" src="[^"]*assets/js/site\.js"></script>|'
                     r'\s*<script src="[^"]*assets/js/site\.js" type="module"></script>')  # fmt: skip
_KEPT = re.compile(r"(<(?:pre|script|style|textarea)\b.*?</(?:pre|script|style|textarea)>)", re.DOTALL)
_INDENT = re.compile(r"\s*\n\s*")
# A part of the navigation is named by a label that may hold an icon alone; its title has the text.
_PART = re.compile(
    r'aria-labelledby="(__nav_\d+(?:_\d+)*)_label"([^>]*>\s*)<label class="md-nav__title" for="\1">'
)
_NAMED_PART = r'aria-labelledby="\1_title"\2<label class="md-nav__title" id="\1_title" for="\1">'


@dataclass(frozen=True)
class Correction:
    """Markup of the theme, what it should be, and why; not applied to a page that holds `unless`.

    A test fails as soon as a page of the theme no longer needs one.
    """

    wrong: str
    right: str
    reason: str
    unless: str | None = None


CORRECTIONS = (
    Correction(
        'id="__drawer" autocomplete="off"',
        'id="__drawer" aria-label="Navigation"',
        "a checkbox takes no `autocomplete`, and this one has no name",
    ),
    Correction(
        'id="__search" autocomplete="off"',
        'id="__search" aria-label="Search"',
        "a checkbox takes no `autocomplete`, and this one has no name",
    ),
    Correction(' tabindex=""', "", "an empty `tabindex` is not a number"),
    Correction(
        'data-md-component="search" role="dialog"',
        'data-md-component="search" role="dialog" aria-label="Search"',
        "the search dialog has no name",
    ),
    Correction(
        '<label class="md-nav__title" for="__toc">',
        '<label class="md-nav__title">',
        "the label names a control that only some pages have",
        unless='id="__toc"',
    ),
    Correction(
        '<label class="task-list-control"><input type="checkbox"',
        '<label class="task-list-control"><input type="checkbox" aria-label="Done"',
        "the box of a task has no name",
    ),
)


def correct(html: str) -> str:
    """A page with faults of Material corrected, and with tables that can scroll.

    Material's script would wrap the tables, and move what stands below them.
    """
    for entry in CORRECTIONS:
        if entry.unless is None or entry.unless not in html:
            html = html.replace(entry.wrong, entry.right)
    html = _PART.sub(_NAMED_PART, html)
    wrapped = r'<div class="md-typeset__scrollwrap"><div class="md-typeset__table">\g<0></div></div>'
    return _TABLE.sub(wrapped, html.lstrip())


def tune(html: str, docs: Path, content: str = "") -> str:
    """A corrected page as it is published: its first style, its policy, and Material waiting in templates.

    `docs` is the folder of the page's own style sheets and scripts, `content` what its author wrote.

    Raises:
        ValueError: Material's script or our module is not where its template has put it so far, or a style
            sheet does not exist.

    """
    sheets = _SHEET.findall(html)
    module, bundle = _MODULE.search(html), _BUNDLE.search(html)
    if not module or not bundle:
        raise ValueError("the page loads no bundle of Material's, or no site.js; see overrides/main.html")
    html = _SHEET.sub("", html)
    html = html.replace(module[0], "", 1)
    html = html.replace(bundle[0], f'<template id="late-scripts">{bundle[0]}</template>', 1)
    html = _squeezed(_HIGHLIGHT.sub(_fewer_spans, html))
    first = css.of_page(html, [_file(address, docs) for address in sheets], docs / "assets" / "js")
    links = "".join(f'<link rel="stylesheet" href="{address}">' for address in _published(sheets))
    head = (
        f'<style>{first}</style><template id="late-styles">{links}</template><noscript>{links}</noscript>'
        f"{module[0].strip()}\n</head>"
    )
    return csp.add(html.replace("</head>", head, 1), content)


def _published(sheets: list[str]) -> list[str]:
    """The addresses of style sheets, with one for all of ours: stylesheet.py makes one file of them."""
    return list(dict.fromkeys(_OURS.sub(stylesheet.FILE, address) for address in sheets))


def _file(address: str, docs: Path) -> Path:
    """The file of a style sheet, by its address relative to a page."""
    path = address[address.index("assets/") :]
    file = docs / path if _OURS.search(path) else THEME / path
    if not file.is_file():
        raise stylesheet.missing(path)
    return file


def _squeezed(html: str) -> str:
    """Without the indentation of templates; preformatted text and scripts stay as they are."""
    parts = _KEPT.split(html)
    parts[::2] = [_INDENT.sub("\n", part) for part in parts[::2]]
    return "".join(parts)


def _fewer_spans(block: re.Match[str]) -> str:
    """Code with a span only where a token has a colour, and one for neighbours of a colour."""

    def one(found: re.Match[str]) -> str:
        if found[1] in PLAIN:
            return found[2]
        return f'<span class="{_ONE_NAME.get(found[1], found[1])}">{found[2]}</span>'

    code = _SPAN.sub(one, block[1])
    while True:
        merged = _ALIKE.sub(r'<span class="\1">\2\3', code)
        if merged == code:
            break
        code = merged
    return f"<pre><span></span><code>{code}</code></pre>"
