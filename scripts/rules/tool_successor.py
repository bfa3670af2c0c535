"""A successor that is one of our pages exists, and no two tools succeed each other."""

from collections.abc import Iterator

from scripts.content.tree import Content
from scripts.problem import Problem, meant

RULE = "tool-successor"


def check(content: Content) -> Iterator[Problem]:
    """Find successors without a page, and circles."""
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
