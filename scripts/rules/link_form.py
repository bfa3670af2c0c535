"""A link is `[words](address)`: without a space in its address, and with words."""

import re
from collections.abc import Iterator

from scripts.content.tree import Content
from scripts.problem import Problem

RULE = "link-form"
_SPACED = re.compile(r"(!?)\[[^\[\]]*\]\((?!<)([^()\s\"'“”]+ [^()\"'“”]*?[^()\s\"'“”])(?:\s+\"[^\"]*\")?\)")
_PARTED = re.compile(r"\[[^\[\]]+\] \((?:https?:|\.\.?/|[\w/-]+\.(?:md|ipynb)\b)[^)]*\)")
_CURLY = re.compile(r"\[[^\[\]]*\]\([^)\s]*\s+[“”][^)]*\)")
_EMPTY = re.compile(r"(?<!!)\[\s*\]\([^)]+\)")
_BARE = re.compile(r"<http://[^>\s]+>")


def check(content: Content) -> Iterator[Problem]:
    """Find links that Markdown shows as text, or that have no words."""
    kinds = (
        (_SPACED, "a space in the address of a link", "write `%20` for it, or rename the file with hyphens"),
        (_PARTED, "a space between the words of a link and its address", "remove it: [words](address)"),
        (_CURLY, "curly quotes around the title of a link", 'use straight ones: [words](address "title")'),
        (_EMPTY, "a link without words", "say where it leads"),
        (_BARE, "an address without https", "use the https address"),
    )
    for page in content.pages:
        for pattern, fault, remedy in kinds:
            for line, _ in page.text.matches(pattern):
                yield Problem(page.path, line, fault, remedy, RULE)
