"""An address that our look leaves out is on a page, and is looked at again from a day on."""

from collections.abc import Iterator

from scripts import dates, paths
from scripts.content.tree import UNREACHABLE, Content
from scripts.outside import links
from scripts.problem import Problem

RULE = "unreachable-link"
MOST_DAYS = 200


def check(content: Content) -> Iterator[Problem]:
    """Find entries of no page, entries that have ended, and ends too far away."""
    if not content.unreachable:
        return
    known = links.addresses(content)
    for entry, line in zip(content.unreachable, content.unreachable_lines, strict=True):
        path = f"{paths.DOCS}/{UNREACHABLE}"
        days = (entry.until - dates.current()).days
        if entry.url not in known:
            yield Problem(path, line, f"no page links to {entry.url}", "remove the entry", RULE)
        elif days <= 0:
            fault = f"{entry.url} is looked at again since {entry.until}"
            remedy = "remove the entry, or open the page yourself and set another end"
            yield Problem(path, line, fault, remedy, RULE, level="warning")
        elif days > MOST_DAYS:
            fault = f"{entry.url} is left out for {days} days"
            yield Problem(path, line, fault, f"choose an end within {MOST_DAYS} days", RULE)
