"""Every page is in the navigation, at most two levels deep."""

from collections.abc import Iterator
from fnmatch import fnmatch
from typing import Any

from scripts import load
from scripts.content import Content
from scripts.problem import Problem

RULE = "page-navigation"
NAVIGATION = ".nav.yml"


def check(content: Content) -> Iterator[Problem]:
    """Find pages that no line of the navigation names, and lines that name no page."""
    file = content.docs / NAVIGATION
    path = f"docs/{NAVIGATION}"
    if not file.exists():
        yield Problem(path, 1, "there is no navigation", "write `nav:` and its pages", RULE)
        return
    data, problems = load.parse_yaml(file.read_text(encoding="utf-8"), path)
    yield from problems
    if problems:
        return
    patterns = list(_patterns(data["nav"], ["nav"], data))
    for page in content.pages:
        meta = page.meta
        if meta and (meta.row or meta.pair or meta.outcome or meta.notebook):
            continue  # a hundred entries help nobody; the tables, made from the files, lead to each
        if not any(fnmatch(page.source, pattern) for pattern, _, _ in patterns):
            fault = "the page is not in the navigation"
            yield Problem(page.path, 1, fault, f"name it in {path}: `- {page.source}`", RULE)
    for pattern, line, depth in patterns:
        if depth > 2:
            yield Problem(path, line, f"“{pattern}” is {depth} levels deep", "use two levels at most", RULE)
        if not any(fnmatch(page.source, pattern) for page in content.pages):
            yield Problem(path, line, f"“{pattern}” names no page", "remove the line", RULE)


def _patterns(items: Any, location: list[str | int], data: Any) -> Iterator[tuple[str, int, int]]:
    """Each pattern with its line and its depth."""
    for index, item in enumerate(items):
        here = [*location, index]
        if isinstance(item, str):
            yield item, load.line_of(data, here), sum(isinstance(step, int) for step in here)
            continue
        for title, children in item.items():
            if isinstance(children, str):
                yield (
                    children,
                    load.line_of(data, here),
                    sum(isinstance(step, int) for step in here),
                )
            else:
                yield from _patterns(children, [*here, title], data)
