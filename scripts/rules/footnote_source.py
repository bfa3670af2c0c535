"""A footnote is a source: title with address, date of the source, day we saw it, what it says."""

import re
from collections.abc import Iterator

from scripts import dates
from scripts.content.tree import Content
from scripts.problem import Problem

RULE = "footnote-source"
SHAPE = re.compile(
    r"^\[(?P<title>[^\]]+)\]\((?P<url>https://[^)\s]+)\), "
    r"(?P<dated>undated|(\d{1,2} )?([A-Z][a-z]+ )?\d{4}), "
    r"seen (?P<seen>\d{1,2} [A-Z][a-z]+ \d{4})\. (?P<says>\S.{8,}[.)])$"
)
REMEDY = "write `[^id]: [Title](https://…), 11 March 2024, seen {seen}. What it says.`"


def check(content: Content) -> Iterator[Problem]:
    """Find footnotes of another shape, without use, and uses without a footnote."""
    remedy_of_shape = REMEDY.format(seen=dates.in_words(dates.today()))
    for page in content.pages:
        known = {footnote.label for footnote in page.text.footnotes}
        used = {use.label for use in page.text.footnote_uses}
        for footnote in page.text.footnotes:
            if not SHAPE.match(footnote.text):
                fault = f"the footnote “{footnote.label}” is not a dated source"
                yield Problem(page.path, footnote.line, fault, remedy_of_shape, RULE)
            if footnote.label not in used:
                fault = f"nothing refers to the footnote “{footnote.label}”"
                remedy = f"put [^{footnote.label}] after what it supports, or remove it"
                yield Problem(page.path, footnote.line, fault, remedy, RULE)
        for use in page.text.footnote_uses:
            if use.label not in known:
                fault = f"there is no footnote “{use.label}”"
                yield Problem(page.path, use.line, fault, remedy_of_shape, RULE)
