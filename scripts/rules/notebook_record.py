"""A notebook was executed from top to bottom, asserts something, and holds only what a page can show."""

from collections.abc import Iterator

from scripts.content import notebook_faults
from scripts.content.notebook_file import FOLDER
from scripts.content.tree import Content
from scripts.problem import Problem, unknown_id

RULE = "notebook-record"


def check(content: Content) -> Iterator[Problem]:
    """Find what is wrong with stored notebooks, and what they name that does not exist."""
    known = {
        "rows": {page.id for page, _ in content.rows},
        "examples": {page.id for page, _ in content.pairs},
    }
    for page in content.pages:
        if page.meta and page.meta.notebook and not page.is_notebook:
            remedy = f"move it into the first cell of docs/{FOLDER}/{page.id}.ipynb, which is raw"
            line = page.line_of("notebook")
            yield Problem(page.path, line, "`notebook` on a page that is none", remedy, RULE)
    for page, entry in content.notebooks:
        assert page.meta
        assert page.notebook_file
        headings = page.text.headings
        if page.notebook_file.title and page.notebook_file.title != page.meta.title:
            differs = f"its first heading is “{page.notebook_file.title}”, and its title “{page.meta.title}”"
            yield Problem(page.path, headings[0].line, differs, "make them the same", RULE)
        for fault in notebook_faults.of(page.notebook_file):
            yield Problem(page.path, fault.line, fault.fault, fault.remedy, RULE)
        for field, names in (("rows", entry.rows), ("examples", entry.examples)):
            for name in names:
                if name not in known[field]:
                    line = page.line_of("notebook", field)
                    yield unknown_id(page.path, line, field, name, known[field], RULE)
