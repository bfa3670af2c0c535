"""Each entry of the API map was run as it stands, and its page shows the entries."""

from collections.abc import Iterator

from scripts.content import api_record, source
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.execute import api_notebook
from scripts.model.api_map import Family
from scripts.problem import Problem

RULE = "api-record"


def check(content: Content) -> Iterator[Problem]:
    """Find families without a record of their very entries, and pages that do not show them."""
    for page, family in content.families.values():
        name = f"api/{page.id}.md"
        if name not in {snippet.text for snippet in page.text.snippets}:
            fault = "the page does not show its entries"
            yield Problem(page.path, page.text.body_line, fault, f'add `--8<-- "{name}"`', RULE)
        yield from _recorded(content, page, family)


def _recorded(content: Content, page: Page, family: Family) -> Iterator[Problem]:
    remedy = f"run `python -m scripts api {page.id}`"
    record = content.api_runs[page.id]
    if record is None:
        line = page.line_of("api")
        yield Problem(page.path, line, "no record of a run can be read", remedy, RULE)
        return
    for index, entry in enumerate(family.entries):
        shown = record.entries.get(entry.id)
        line = page.line_of("api", "entries", index, "id")
        if shown is None:
            yield Problem(page.path, line, f"the entry {entry.id} has not been run", remedy, RULE)
        elif shown.entry != api_record.fingerprint(entry):
            yield Problem(page.path, line, f"the entry {entry.id} changed after it was run", remedy, RULE)
    stored = api_notebook.notebook_of(content.docs, page.id)
    if not stored.exists() or source.read(stored) != api_notebook.text(content.docs, page):
        path = page.path.removesuffix(".md") + ".ipynb"
        yield Problem(path, 1, "the notebook is not made from these entries", remedy, RULE)
    for name in record.entries.keys() - {entry.id for entry in family.entries}:
        path = page.path.removesuffix(".md") + ".run.json"
        yield Problem(path, 1, f"the record has an entry {name}, and the page has none", remedy, RULE)
