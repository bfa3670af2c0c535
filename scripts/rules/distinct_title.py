"""No two pages have the same title or description: a list of results must tell them apart."""

from collections.abc import Iterator

from scripts.content.tree import Content
from scripts.problem import Problem
from scripts.rules.placeholder import MARK

RULE = "distinct-title"


def check(content: Content) -> Iterator[Problem]:
    """Find titles and descriptions that an earlier page has, whatever the case of their letters."""
    first: dict[tuple[str, str], str] = {}
    for page in content.pages:
        if page.meta is None:
            continue
        for field, text in (("title", page.meta.title), ("description", page.meta.description)):
            if MARK.search(text):
                continue  # a scaffold, of which that is said
            line = page.line_of(field)
            place = first.setdefault((field, text.casefold()), f"{page.path}:{line}")
            if place != f"{page.path}:{line}":
                fault = f"the {field} “{text}” is that of {place}"
                yield Problem(page.path, line, fault, "say what this page alone treats", RULE)
