"""What a message refers to exists: rows, pairs, tools and other messages; and it names at least one."""

from collections.abc import Iterator

from scripts.content.tree import Content
from scripts.problem import Problem, unknown_id

RULE = "error-relation"


def check(content: Content) -> Iterator[Problem]:
    """Find relations that lead nowhere or to the message itself, and messages without any."""
    errors = {page.id for page, _ in content.errors}
    known = {
        "rows": {page.id for page, _ in content.rows},
        "pairs": {page.id for page, _ in content.pairs},
        "tools": {page.id for page, _ in content.tools},
        "errors": errors,
    }
    former: dict[str, str] = {}
    for page, message in content.errors:
        for field, ids in known.items():
            for name in getattr(message, field):
                if name not in ids - ({page.id} if field == "errors" else set()):
                    yield unknown_id(page.path, page.line_of("error", field), field, name, ids, RULE)
        if not any(getattr(message, field) for field in known):
            fault = "the message is related to nothing"
            remedy = "name a row, a pair, a tool or another message"
            yield Problem(page.path, page.line_of("error"), fault, remedy, RULE)
        for name in message.former_ids:
            if name in errors or former.setdefault(name, page.id) != page.id:
                line = page.line_of("error", "former_ids")
                fault = f"the former id “{name}” belongs to another message"
                yield Problem(page.path, line, fault, "an id is never given twice", RULE)
