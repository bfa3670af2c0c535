"""A successor or counterpart that is one of our pages exists; no two tools succeed each other.

A counterpart does its work for the other framework, alone or for both.
"""

from collections.abc import Iterator

from scripts.content.tree import Content
from scripts.problem import Problem, meant, unknown_id

RULE = "tool-successor"


def check(content: Content) -> Iterator[Problem]:
    """Find successors without a page, circles, and counterparts that are none."""
    yield from _counterparts(content)
    successors = {
        page.id: [entry.page for entry in tool.replaced_by if entry.page] for page, tool in content.tools
    }
    for page, tool in content.tools:
        for index, entry in enumerate(tool.replaced_by):
            line = page.line_of("tool", "replaced_by", index)
            if entry.page and entry.page not in successors:
                fault = f"there is no tool page “{entry.page}”"
                meaning = meant(entry.page, successors)
                remedy = f"name an existing one{meaning}, or use `url:` for an outside successor"
                yield Problem(page.path, line, fault, remedy, RULE, about=entry.page)
            elif entry.page and page.id in successors[entry.page]:
                fault = f"“{page.id}” and “{entry.page}” replace each other"
                yield Problem(page.path, line, fault, "remove one of the two", RULE)


def _counterparts(content: Content) -> Iterator[Problem]:
    sides = {page.id: tool.side for page, tool in content.tools}
    for page, tool in content.tools:
        name = tool.counterpart
        line = page.line_of("tool", "counterpart")
        if name and name not in sides:
            yield unknown_id(page.path, line, "counterpart", name, sides, RULE)
        elif name and sides[name] == tool.side:
            fault = f"`counterpart` names “{name}”, which is of the same side"
            remedy = "name one for the other framework or for both, or leave it out"
            yield Problem(page.path, line, fault, remedy, RULE)
