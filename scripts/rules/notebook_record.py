"""A notebook has a page, was executed from top to bottom, and each plot has a text that stands for it."""

from collections.abc import Iterator

from scripts.content import Content
from scripts.notebooks import FOLDER
from scripts.problem import Problem

RULE = "notebook-record"


def check(content: Content) -> Iterator[Problem]:
    """Find notebooks without pages, pages without notebooks, and what is missing in those that are stored."""
    rows = {page.id for page, _ in content.rows}
    pairs = {page.id for page, _ in content.pairs}
    for page, entry in content.notebooks:
        path = f"docs/{FOLDER}/{page.id}.ipynb"
        book = content.books[page.id]
        if book is None:
            yield Problem(path, 1, "there is no notebook that can be read", "write it", RULE)
            continue
        assert page.meta
        if book.title != page.meta.title:
            other = f"its title is “{book.title}”, and that of its page “{page.meta.title}”"
            yield Problem(path, 1, other, "make them the same", RULE)
        for found in book.faults():
            yield Problem(path, 1, f"cell {found.cell}: {found.fault}", found.remedy, RULE)
        if f"{FOLDER}/{page.id}.md" not in {snippet.text for snippet in page.text.snippets}:
            remedy = f'add `--8<-- "{FOLDER}/{page.id}.md"`'
            yield Problem(page.path, 1, "the page does not show its notebook", remedy, RULE)
        for field, names, known in (("rows", entry.rows, rows), ("examples", entry.examples, pairs)):
            for name in names:
                if name not in known:
                    line = page.line_of("notebook", field)
                    fault = f"`{field}` names “{name}”, which does not exist"
                    yield Problem(page.path, line, fault, "correct the id, or remove it", RULE)
    known = {page.id for page, _ in content.notebooks}
    for file in sorted((content.docs / FOLDER).glob("*.ipynb")):
        if file.stem not in known:
            path = f"docs/{FOLDER}/{file.stem}.md"
            yield Problem(path, 1, f"{file.name} has no page with a valid `notebook`", "write it", RULE)
