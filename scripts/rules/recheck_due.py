"""What was to be looked at again by now is told, and stops only a change that edits it."""

from collections.abc import Iterator

from scripts.content import due
from scripts.content.tree import Content
from scripts.problem import Problem

RULE = "recheck-due"


def check(content: Content) -> Iterator[Problem]:
    """Warn of pages and claims whose day has come; the command makes errors of those that are edited."""
    for entry in due.within(content, 0):
        fault = f"{entry.title} is due for a new check since {entry.by}"
        yield Problem(entry.path, entry.line, fault, entry.remedy, RULE, "warning")
