"""What a pair refers to exists: rows and tools; and an id is used once."""

from collections.abc import Iterator

from scripts.content.tree import Content
from scripts.problem import Problem, unknown_id

RULE = "pair-relation"


def check(content: Content) -> Iterator[Problem]:
    """Find relations that lead nowhere, and ids that something else has or had."""
    rows = {page.id for page, _ in content.rows}
    tools = {page.id for page, _ in content.tools}
    pairs = {page.id for page, _ in content.pairs}
    former: dict[str, str] = {}
    for page, pair in content.pairs:
        for field, names, known in (("rows", pair.rows, rows), ("tools", pair.tools, tools)):
            for name in names:
                if name not in known:
                    yield unknown_id(page.path, page.line_of("pair", field), field, name, known, RULE)
        if page.id in tools | rows:
            fault = f"“{page.id}” is a row or a tool as well, so evidence cannot tell them apart"
            yield Problem(page.path, 1, fault, "rename the folder", RULE)
        for name in pair.former_ids:
            if name in pairs or former.setdefault(name, page.id) != page.id:
                line = page.line_of("pair", "former_ids")
                fault = f"the former id “{name}” belongs to another pair"
                yield Problem(page.path, line, fault, "an id is never given twice", RULE)
