"""A moved address leads straight to an existing one, and nothing new stands where it was."""

from collections.abc import Iterator

from scripts.content.tree import MOVES, Content
from scripts.problem import Problem

RULE = "move-target"
PATH = f"docs/{MOVES}"


def check(content: Content) -> Iterator[Problem]:
    """Find moves to nowhere, moves that hide a living page, and chains of moves."""
    pages = {page.url: page for page in content.pages}
    old = [move.old for move in content.moves]
    for move, line in zip(content.moves, content.move_lines, strict=True):
        url, _, anchor = move.new.partition("#")
        page = pages.get(url)
        ids = {item.text for item in page.text.ids} if page else set()
        if page is None or (anchor and anchor not in ids):
            fault = f"the move leads to “{move.new}”, which does not exist"
            yield Problem(PATH, line, fault, "name an existing page and id", RULE)
        if move.new in old:
            fault = f"the move leads to “{move.new}”, which moved itself"
            yield Problem(PATH, line, fault, "lead straight to the last address", RULE)
        if old.count(move.old) > 1:
            yield Problem(PATH, line, f"“{move.old}” moves twice", "keep one of the two", RULE)
        old_url, _, old_anchor = move.old.partition("#")
        old_page = pages.get(old_url)
        if old_anchor and old_page is None:
            fault = f"“{move.old}” is a heading of a page that is gone"
            yield Problem(PATH, line, fault, "one move of the page is enough", RULE)
        if old_page and (not old_anchor or old_anchor in {item.text for item in old_page.text.ids}):
            fault = f"“{move.old}” still exists"
            yield Problem(PATH, line, fault, "remove the move, or the old page or heading", RULE)
