"""Every page is in the navigation, at most two levels deep."""

from collections.abc import Iterator
from fnmatch import fnmatch
from typing import Any

from scripts.content import records, source
from scripts.content.tree import Content
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
    data, problems = records.parse_yaml(source.read(file), path)
    nav = data.get("nav") if isinstance(data, dict) else None
    if not problems and not isinstance(nav, list):
        problems = [
            Problem(path, 1, "there is no list `nav`", "write `nav:`, and below it `- index.md`", RULE)
        ]
    elif not problems:
        problems = [
            Problem(
                path, line, f"{name} is neither a page nor a list of pages", "write `- Title: page.md`", RULE
            )
            for name, line in _odd(nav, ["nav"], data)
        ]
    yield from problems
    if problems:
        return
    patterns = list(_patterns(nav, ["nav"], data))
    for page in content.pages:
        meta = page.meta
        if meta is None or page.is_notebook or meta.row or meta.pair or meta.outcome or meta.error:
            continue  # a hundred entries help nobody; the tables, made from the files, lead to each
        if not any(fnmatch(page.source, pattern) for pattern, _, _ in patterns):
            fault = "the page is not in the navigation"
            yield Problem(page.path, 1, fault, f"name it in {path}: `- {page.source}`", RULE)
    for pattern, line, depth in patterns:
        if depth > 2:
            yield Problem(path, line, f"“{pattern}” is {depth} levels deep", "use two levels at most", RULE)
        if not any(fnmatch(page.source, pattern) for page in content.pages):
            yield Problem(path, line, f"“{pattern}” names no page", "remove the line", RULE)


def _odd(items: Any, location: list[str | int], data: Any) -> Iterator[tuple[str, int]]:
    """Each thing that is neither a page nor a titled page or list, with its line."""
    for index, item in enumerate(items):
        here = [*location, index]
        if isinstance(item, str):
            continue
        if not isinstance(item, dict):
            yield f"“{item}”", records.line_of(data, here)
            continue
        for title, children in item.items():
            if isinstance(children, list):
                yield from _odd(children, [*here, title], data)
            elif not isinstance(children, str):
                yield f"“{title}”", records.line_of(data, here)


def _patterns(items: Any, location: list[str | int], data: Any) -> Iterator[tuple[str, int, int]]:
    """Each pattern with its line and its depth."""
    for index, item in enumerate(items):
        here = [*location, index]
        if isinstance(item, str):
            yield item, records.line_of(data, here), sum(isinstance(step, int) for step in here)
            continue
        for title, children in item.items():
            if isinstance(children, str):
                yield (
                    children,
                    records.line_of(data, here),
                    sum(isinstance(step, int) for step in here),
                )
            else:
                yield from _patterns(children, [*here, title], data)
