"""What is known to be missing, as the page First contributions lists it: made from the data at each build."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from scripts.content import due
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.model.framework import FRAMEWORKS
from scripts.render import templates

SOON = 30  # days: what is due until then is a piece of work for today


@dataclass(frozen=True)
class Task:
    """One thing to do: the page that it is for, what is missing there, and where to edit or to tell."""

    page: Page
    missing: str
    edit: str
    form: str = ""


def listing(content: Content, repository: str) -> str:
    """All parts of the list that have an entry. `repository` is its address, without a final slash."""
    return templates.render(
        "first-contributions.md",
        unknown=list(_unknown(content, repository)),
        due=list(_due(content, repository)),
        counterparts=list(_counterparts(content, repository)),
        unpaired=list(_unpaired(content, repository)),
        shown=list(_shown(content, repository)),
        notebooks=list(_notebooks(content, repository)),
        days=SOON,
    )


def _unknown(content: Content, repository: str) -> Iterator[Task]:
    """Rows of which a rating or the edge is unknown."""
    for page, row in content.rows:
        ratings = {"TensorFlow": row.tensorflow.rating, "PyTorch": row.pytorch.rating}
        sides = [name for name, rating in ratings.items() if rating == "unknown"]
        if sides or row.edge == "unknown":
            missing = f"the rating of {' and '.join(sides)}" if sides else "who is ahead"
            form = _form(repository, "evidence", row=page.id)
            yield Task(page, missing, _edit(repository, page.path), form)


def _due(content: Content, repository: str) -> Iterator[Task]:
    """Pages that are due when the site is built, or within some days, the longest due first."""
    pages = {page.path: page for page in content.pages}
    for entry in due.within(content, SOON):
        if page := pages.get(entry.path):
            yield Task(page, entry.by.isoformat(), _edit(repository, entry.path))


def _counterparts(content: Content, repository: str) -> Iterator[Task]:
    """Tools of one framework of which nobody has named what does the same for the other."""
    for page, tool in content.tools:
        if tool.lacks_counterpart and page.meta:
            other = FRAMEWORKS["pytorch" if tool.side == "tensorflow" else "tensorflow"]
            asked = f"What does for {other} what {page.meta.title} does?"
            yield Task(
                page, other, _edit(repository, page.path), _form(repository, "addition", missing=asked)
            )


def _unpaired(content: Content, repository: str) -> Iterator[Task]:
    """Rows that rest on sources alone and that no example pair bears on."""
    for page, row in content.rows_in_order:
        if ("rows", page.id) not in content.naming and row.kind not in {"executed", "measured"}:
            yield Task(page, row.kind, _edit(repository, page.path))


def _shown(content: Content, repository: str) -> Iterator[Task]:
    """Tools whose program is shown and not run."""
    for page, tool in content.tools:
        if tool.use == "shown" and tool.status in {"active", "maintenance"}:
            yield Task(page, tool.use_note or "", _edit(repository, page.path))


def _notebooks(content: Content, repository: str) -> Iterator[Task]:
    """Pairs that offer no notebook, each with its reason."""
    for page, pair in content.pairs:
        if pair.no_notebook:
            yield Task(page, pair.no_notebook, _edit(repository, page.path))


def _edit(repository: str, path: str) -> str:
    """Where GitHub opens a file for editing; empty without a repository."""
    return f"{repository}/edit/main/{path}" if repository else ""


def _form(repository: str, name: str, **fields: str) -> str:
    """An issue form with fields that are filled in already; empty without a repository."""
    return f"{repository}/issues/new?{urlencode({'template': f'{name}.yml', **fields})}" if repository else ""
