"""A pair has its programs, shows them, and has a record and a notebook made from these very files."""

from collections.abc import Iterator

from scripts.content import pair_files, pair_record, source
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.execute.pairs import notebook
from scripts.model.pair import Pair
from scripts.model.result import Result
from scripts.problem import Problem

RULE = "pair-record"
PART = 4  # of so many values, one may stay the same when the inputs are others
FEW = 20  # fewer values than that are not counted


def check(content: Content) -> Iterator[Problem]:
    """Find missing files, records that are old or do not fit the page, and folders without a page."""
    yield from _few_fixed(content)
    folders = {page.id for page, _ in content.pairs}
    for page, pair in content.pairs:
        yield from _pair(content, page, pair)
    for folder in sorted((content.docs / pair_files.FOLDER).glob("*/")):
        if folder.name not in folders and any(folder.glob("*.py")):
            path = f"docs/{pair_files.FOLDER}/{folder.name}/index.md"
            fault = "the folder has programs, but no page with a `pair`"
            yield Problem(path, 1, fault, "write it", RULE, about=folder.name)


def _few_fixed(content: Content) -> Iterator[Problem]:
    """Values that stay the same whatever the inputs are must be few, as they show less than others."""
    values = [value for _, pair in content.pairs for value in pair.values]
    still = sum(value.fixed is not None or value.unseen is not None for value in values)
    if len(values) >= FEW and still * PART > len(values):
        fault = f"{still} of {len(values)} values have a `fixed` or `unseen`, and at most 1 in {PART} may"
        path = f"docs/{pair_files.FOLDER}/index.md"
        yield Problem(path, 1, fault, "compare values that depend on the inputs", RULE)


def _pair(content: Content, page: Page, pair: Pair) -> Iterator[Problem]:
    folder, here = pair_files.folder_of(content.docs, page.id), page.path.rpartition("/")[0]
    remedy = f"run `python -m scripts run {page.id}`"
    missing = pair_files.missing(folder)
    for name in missing:
        yield Problem(page.path, 1, f"{name} is missing beside it", "write it", RULE)
    shown = {snippet.text for snippet in page.text.snippets}
    for part in ("code", "mistake"):
        if f"pairs/{page.id}/{part}.md" not in shown:
            add = f'add `--8<-- "pairs/{page.id}/{part}.md"`'
            yield Problem(page.path, 1, f"the page does not show its {part}", add, RULE)
    if missing or pair.needs_gpu:
        return
    result = pair_record.read(content.docs, page.id)
    path = f"{here}/{pair_files.RECORD}"
    if result is None:
        yield Problem(path, 1, "there is no record of a run that can be read", remedy, RULE)
        return
    now = pair_files.fingerprints(folder)
    changed = [name for name in now if result.programs.get(name) != now[name]]
    for name in changed + sorted(result.programs.keys() - now.keys()):
        yield Problem(f"{here}/{name}", 1, "it changed after the record was made", remedy, RULE)
    yield from _fits(page, pair, result, path, remedy)
    stored = pair_files.notebook_of(content.docs, page.id)
    if pair.no_notebook:
        if stored.exists():
            fault = "the pair offers no notebook, as `no_notebook` says, and here is one"
            yield Problem(f"{here}/{stored.name}", 1, fault, "remove it, or `no_notebook`", RULE)
    elif not stored.exists() or source.read(stored) != notebook.text(content.docs, page):
        yield Problem(
            f"{here}/{stored.name}", 1, "the notebook is not made from these programs", remedy, RULE
        )


def _fits(page: Page, pair: Pair, result: Result, path: str, remedy: str) -> Iterator[Problem]:
    """The record speaks of the values that the page states, within what it allows."""
    stated = {value.name: value for value in pair.values}
    if {value.name for value in result.values} != set(stated):
        yield Problem(path, 1, "the record has other values than the page", remedy, RULE)
        return
    for value in result.values:
        if value.difference > stated[value.name].within:
            line = page.line_of("pair", "values", list(stated).index(value.name))
            fault = f"`{value.name}` was recorded as differing by {value.difference:.2g}"
            yield Problem(page.path, line, fault, "correct a program, or `within`", RULE)
