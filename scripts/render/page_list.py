"""Every page of the site under its kind: where the search leads without a script."""

from collections.abc import Iterator, Sequence

from scripts.content.page import Page
from scripts.content.tree import SECTIONS, Content
from scripts.model import error, pair, row
from scripts.render import components

# The groups of rows, of pairs and of error messages, in the order of their tables.
GROUPS: dict[str, str] = {
    **{str(name): title for name, title in row.GROUPS.items()},
    **{str(name): title for name, (title, _) in pair.GROUPS.items()},
    **{str(name): title for name, title in error.RAISED_BY.items()},
}


def listing(content: Content) -> str:
    """A heading and a list for each part of the site; rows and pairs stand in their groups."""
    titles = {folder: title for title, folder in SECTIONS}
    pages = [
        page for page in content.pages if page.meta and page.source != "all.md" and _part(page) in titles
    ]
    parts = []
    for section in components.grouped(titles, pages, _part):
        parts.append(f"## {section.title} {{#{section.id or 'start'}}}")
        parts += _lists(section.id, sorted(section.members, key=_key))
    return "\n\n".join(parts) + "\n"


def _lists(folder: str, pages: Sequence[Page]) -> Iterator[str]:
    yield _list([page for page in pages if not _group(page)])
    for group in components.grouped(GROUPS, filter(_group, pages), _group):
        yield f"### {group.title} {{#{folder}-{group.id}}}"
        yield _list(group.members)


def _list(pages: Sequence[Page]) -> str:
    return "\n".join(f"- {components.page_link(page)}" for page in pages)


def _part(page: Page) -> str:
    return page.folder.partition("/")[0]


def _group(page: Page) -> str:
    """The group of a row or a pair, or who raises a message; empty for other pages."""
    if page.meta and page.meta.error:
        return page.meta.error.raised_by
    record = page.meta and (page.meta.row or page.meta.pair)
    return record.group if record else ""


def _key(page: Page) -> tuple[bool, str]:
    """A part's own page first, then by title."""
    own = page.source.endswith("index.md") and page.folder == _part(page)
    return not own, page.meta.title.lower() if page.meta else ""
