"""Reads docs/: all pages and data files, each once, with every problem that keeps one from being read."""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from scripts import paths
from scripts.content import (
    counts,
    files,
    markdown,
    measured_runs,
    notebook_file,
    records,
    source,
)
from scripts.content.json_record import CANARY, CHANGES, LOOKS, NAMES, USES, Found, JsonRecord
from scripts.content.page import Page
from scripts.content.tree import ARTICLE, DECISION, MOVES, PRESETS, SEARCH, UNREACHABLE, Content
from scripts.model.article import Article
from scripts.model.decision import Decision
from scripts.model.freshness import Freshness, Unreachables
from scripts.model.move import Moves
from scripts.model.page import PageMeta
from scripts.model.preset import Presets
from scripts.model.search import Search
from scripts.problem import Problem

Records = TypeVar("Records", Article, Moves, Presets, Decision, Search, Unreachables)


def read(root: Path = paths.ROOT) -> tuple[Content, list[Problem]]:
    """Read everything below `root`. Returns what is valid, and all problems at once."""
    docs = root / paths.DOCS
    if links := list(files.links(docs)):  # nothing is read through them
        return Content(root=root, unread=frozenset(problem.path for problem in links)), links
    problems = [*files.faults(docs), *source.faults(docs)]
    unread = {problem.path for problem in problems if problem.path.endswith(files.READ)}
    pages = []
    notebooks = (docs / notebook_file.FOLDER).glob(f"*{notebook_file.ENDING}")
    for file in sorted([*docs.rglob("*.md"), *notebooks]):
        if _path(file, docs) in unread:
            continue
        page, faults = (
            _read_notebook(file, docs) if file.suffix == notebook_file.ENDING else _read_page(file, docs)
        )
        pages.append(page)
        problems += faults

    article, article_data, faults = _read_records(docs / ARTICLE, Article, unread)
    problems += faults
    if faults:
        unread.add(_path(docs / ARTICLE, docs))  # every page shows claims of it
    claims = tuple(article.root) if isinstance(article, Article) else ()
    moves, moves_data, faults = _read_records(docs / MOVES, Moves, unread)
    problems += faults
    moved = tuple(moves.root) if isinstance(moves, Moves) else ()
    presets, presets_data, faults = _read_records(docs / PRESETS, Presets, unread)
    problems += faults
    readers = tuple(presets.root) if isinstance(presets, Presets) else ()
    search, _, faults = _read_records(docs / SEARCH, Search, unread)
    problems += faults
    decision, decision_data, faults = _read_records(docs / DECISION, Decision, unread)
    problems += faults
    faults = [problem for problem in measured_runs.faults(docs) if problem.path not in unread]
    problems += faults
    unread |= {problem.path for problem in faults}
    unreachable, unreachable_data, faults = _read_records(docs / UNREACHABLE, Unreachables, unread)
    problems += faults
    left_out = tuple(unreachable.root) if isinstance(unreachable, Unreachables) else ()
    freshness, faults = _read_json(LOOKS, docs, unread)
    problems += faults
    canary, faults = _read_json(CANARY, docs, unread)
    problems += faults
    changes, faults = _read_json(CHANGES, docs, unread)
    problems += faults
    public_names, faults = _read_json(NAMES, docs, unread)
    problems += faults
    uses, faults = _read_json(USES, docs, unread)
    problems += faults
    content = Content(
        root=root,
        pages=tuple(pages),
        claims=claims,
        claim_lines={
            claim.id: records.line_of(article_data, [index, "id"]) for index, claim in enumerate(claims)
        },
        moves=moved,
        move_lines=tuple(records.line_of(moves_data, [index]) for index in range(len(moved))),
        presets=readers,
        preset_lines=tuple(records.line_of(presets_data, [index]) for index in range(len(readers))),
        search=search if isinstance(search, Search) else Search(),
        decision=decision if isinstance(decision, Decision) else None,
        decision_data=decision_data,
        runs=tuple(measured_runs.read(docs)),
        unread=frozenset(unread),
        freshness=freshness or Freshness(),
        canary=canary,
        changes=tuple(changes.changes) if changes else (),
        public_names=public_names,
        uses=uses,
        unreachable=left_out,
        unreachable_lines=tuple(records.line_of(unreachable_data, [index]) for index in range(len(left_out))),
    )
    content, faults = _with_numbers(content)
    return content, [*problems, *faults]


def _with_numbers(read: Content) -> tuple[Content, list[Problem]]:
    """The content with the counts in its pages' front matter, which are known only when all is read."""
    pages, problems = [], []
    for page in read.pages:
        if _waits(page):
            counted, faults = _page(page.source, page.text, counts.filled(page.text.front_matter, read))
            pages.append(counted)
            problems += faults
        else:
            pages.append(page)
    return replace(read, pages=tuple(pages)), problems


def _waits(page: Page) -> bool:
    """Whether what its front matter says has to be counted first."""
    return not page.is_notebook and "{{" in page.text.front_matter


def _read_page(file: Path, docs: Path) -> tuple[Page, list[Problem]]:
    name = file.relative_to(docs).as_posix()
    text = markdown.split(source.read(file))
    if not text.front_matter:
        remedy = "start it with `---`, `title:`, `description:`, `---`"
        problem = Problem(_path(file, docs), 1, "the page has no front matter", remedy, records.RULE)
        return Page(name, text, None, None), [problem]
    page, problems = _page(name, text, text.front_matter)
    return page, [] if _waits(page) else problems


def _page(name: str, text: markdown.Markdown, front_matter: str) -> tuple[Page, list[Problem]]:
    path = f"{paths.DOCS}/{name}"
    data, problems = records.parse_yaml(front_matter, path, first_line=2)
    if problems:
        return Page(name, text, None, None), problems
    meta, problems = records.validate(PageMeta, data, path, first_line=2)
    return Page(name, text, data, meta), problems


def _read_notebook(file: Path, docs: Path) -> tuple[Page, list[Problem]]:
    name = file.relative_to(docs).as_posix()
    path = _path(file, docs)
    notebook, problems = notebook_file.read(file, path)
    if notebook is None:
        return Page(name, markdown.Markdown("", "", 1), None, None), problems
    front = notebook.front
    if front is None:
        return Page(name, notebook.text, None, None, notebook), [notebook_file.missing_front(notebook, path)]
    # The first line of the cell is `---`, and the front matter starts at the second, as in a Markdown file.
    data, problems = records.parse_yaml(front.yaml, path, first_line=2)
    meta = None
    if not problems:
        meta, problems = records.validate(PageMeta, data, path, first_line=2)
    if meta and meta.notebook is None:
        remedy = "add it; `python -m scripts new notebook <id>` shows its keys"
        problems = [Problem(path, 2, "`notebook` is missing", remedy, records.RULE)]
    in_file = [replace(problem, line=front.lines[problem.line - 1]) for problem in problems]
    return Page(name, notebook.text, data, None if problems else meta, notebook, front.lines), in_file


def _read_records(
    file: Path, model: type[Records], unread: Collection[str]
) -> tuple[Records | None, Any, list[Problem]]:
    path = _path(file, _docs_of(file))
    if path in unread or not file.exists():
        return None, None, []
    data, problems = records.parse_yaml(source.read(file), path)
    if problems:
        return None, data, problems
    record, problems = records.validate(model, data, path)
    return record, data, problems


def _read_json(
    record: JsonRecord[Found], docs: Path, unread: Collection[str]
) -> tuple[Found | None, list[Problem]]:
    if _path(docs / record.name, docs) in unread:
        return None, []
    found = record.read(docs)
    return (None, [found]) if isinstance(found, Problem) else (found, [])


def _path(file: Path, docs: Path) -> str:
    """The path of a file in messages."""
    return f"{paths.DOCS}/{file.relative_to(docs).as_posix()}"


def _docs_of(file: Path) -> Path:
    return next(parent for parent in file.parents if parent.name == paths.DOCS)
