"""HTML in a page is text, structure and drawings, and is closed: script, style, frames and forms are not."""

import re
from collections.abc import Iterator

from scripts.content import page_html
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.problem import Problem

RULE = "raw-html"
# An opening or a closing tag, to its end if it has one.
_TAG = re.compile(r"""<(/?)([a-zA-Z][\w-]*)(?=[\s/>]|$)((?:[^<>"']|"[^"]*"|'[^']*')*)(/?>)?""", re.MULTILINE)
# An inline link or one by reference whose address runs a script; Markdown makes it into `href`.
_SCRIPT_LINK = re.compile(r"\]\(\s*<?\s*(?:javascript|vbscript|data)\s*:", re.IGNORECASE)
_SCRIPT_REFERENCE = re.compile(
    r"^ {0,3}\[[^\]]+\]:\s*<?\s*(?:javascript|vbscript|data)\s*:", re.IGNORECASE | re.MULTILINE
)
_INSECURE_REFERENCE = re.compile(
    r"^ {0,3}\[[^\]^][^\]]*\]:\s*<?(http://[^\s>]*)", re.IGNORECASE | re.MULTILINE
)
# HTML itself closes these where the next one begins.
_OPTIONAL = frozenset({"li", "p", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup"})


def check(content: Content) -> Iterator[Problem]:
    """Find elements and attributes that are not allowed, and elements without an end."""
    for page in content.pages:
        if page.is_notebook:
            yield from _pairs(page)
            continue  # the rest notebook-record says, also of what a cell has put out
        yield from _tags(page)
        yield from _pairs(page)
        for item in page.text.attribute_lists:
            for fault, remedy in page_html.attribute_faults(item.text, listed=True):
                yield Problem(page.path, item.line, fault, remedy, RULE)
        for pattern in (_SCRIPT_LINK, _SCRIPT_REFERENCE):
            for line, _ in page.text.matches(pattern):
                yield Problem(page.path, line, "a link that runs a script", "link to an https address", RULE)
        for line, match in page.text.matches(_INSECURE_REFERENCE):
            yield Problem(
                page.path, line, f"the address {match[1]} without https", "use the https address", RULE
            )


def _tags(page: Page) -> Iterator[Problem]:
    """Elements and attributes that are not allowed."""
    for line, match in page.text.matches(_TAG):
        if match[1]:
            continue
        if fault := page_html.element_fault(match[2].lower()):
            yield Problem(page.path, line, *fault, RULE)
            continue
        for told in page_html.attribute_faults(match[3]):
            yield Problem(page.path, line, *told, RULE)


def _pairs(page: Page) -> Iterator[Problem]:
    """Tags without an end, and elements that are opened or closed alone."""
    opened: list[tuple[int, str]] = []
    for line, match in page.text.matches(_TAG):
        closing, name, attributes, end = match[1], match[2].lower(), match[3], match[4]
        if page_html.element_fault(name):
            continue
        if closing:
            yield from _closed(page, line, name, opened)
        elif not end:
            yield Problem(page.path, line, f"<{name} has no `>`", "end the tag", RULE)
        elif name not in page_html.VOID and not attributes.endswith("/") and end != "/>":
            opened.append((line, name))
    for line, name in opened:
        if name not in _OPTIONAL:
            yield Problem(
                page.path, line, f"<{name}> is never closed", f"write </{name}> where it ends", RULE
            )


def _closed(page: Page, line: int, name: str, opened: list[tuple[int, str]]) -> Iterator[Problem]:
    """Close the last element of this name, and report what was opened within it and not closed."""
    if name not in {other for _, other in opened}:
        if name not in page_html.VOID:
            fault, remedy = f"</{name}> closes nothing", f"remove it, or write <{name}> before"
            yield Problem(page.path, line, fault, remedy, RULE)
        return
    while opened:
        start, other = opened.pop()
        if other == name:
            return
        if other not in _OPTIONAL:
            yield Problem(
                page.path, start, f"<{other}> is never closed", f"write </{other}> before </{name}>", RULE
            )
