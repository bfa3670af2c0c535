"""Every page of the site under its kind: where the search leads without a script."""

from collections.abc import Iterator, Sequence

from scripts.content import SECTIONS, Content, Page
from scripts.model import pair, row

# The groups of rows and of pairs, in the order of their tables.
GROUPS: dict[str, str] = {str(name): title for name, title in row.GROUPS.items()} | {
    str(name): title for name, (title, _) in pair.GROUPS.items()
}


def listing(content: Content) -> str:
    """A heading and a list for each part of the site; rows and pairs stand in their groups."""
    parts = []
    for title, folder in SECTIONS:
        pages = [
            page for page in content.pages if _part(page) == folder and page.meta and page.source != "all.md"
        ]
        if pages:
            parts.append(f"## {title} {{#{folder or 'start'}}}")
            parts += _lists(folder, sorted(pages, key=_key))
    return "\n\n".join(parts) + "\n"


def _lists(folder: str, pages: Sequence[Page]) -> Iterator[str]:
    yield _list([page for page in pages if not _group(page)])
    for name, title in GROUPS.items():
        members = [page for page in pages if _group(page) == name]
        if members:
            yield f"### {title} {{#{folder}-{name}}}"
            yield _list(members)


def _list(pages: Sequence[Page]) -> str:
    return "\n".join(f"- [{page.meta.title}](/{page.source})" for page in pages if page.meta)


def _part(page: Page) -> str:
    return page.folder.partition("/")[0]


def _group(page: Page) -> str:
    """The group of a row or a pair; empty for other pages."""
    record = page.meta and (page.meta.row or page.meta.pair)
    return record.group if record else ""


def _key(page: Page) -> tuple[bool, str]:
    """A part's own page first, then by title."""
    own = page.source.endswith("index.md") and page.folder == _part(page)
    return not own, page.meta.title.lower() if page.meta else ""
