"""The navigation below its second level: the groups of rows and pairs, the outcomes, the notebooks.

A row, a pair, an outcome or a notebook is one file, and stands in no list that somebody writes: its front
matter names its group. The column beside it shows the other pages of its group, and its footer the next ones.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as SitePage

from scripts.content import due
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.model import error, pair, row

# Besides each folder's index: pages that are nothing but a list of others.
LISTS = ("all.md",)


@dataclass(frozen=True)
class Group:
    """Pages under one title, and the folder below docs/ whose index they follow in the navigation.

    `leads` says whether that index is the first page of the group itself.
    """

    title: str
    folder: str
    pages: tuple[Page, ...]
    leads: bool = False


def groups(content: Content) -> Iterator[Group]:
    """All groups in the order in which the navigation shows them; an empty one is left out."""
    outcomes = [page for page, _ in content.outcomes.values()]
    found = [
        *_by_group("compare", row.GROUPS.items(), [(page, entry.group) for page, entry in content.rows]),
        *_by_group(
            "examples",
            [(name, title) for name, (title, _) in pair.GROUPS.items()],
            [(page, entry.group) for page, entry in content.pairs],
        ),
        *_by_group(
            "errors",
            error.RAISED_BY.items(),
            [(page, message.raised_by) for page, message in content.errors],
        ),
        Group("Outcomes", "decide", tuple(sorted(outcomes, key=_title))),
        Group("Notebooks", "notebooks", tuple(page for page, _ in content.notebooks), leads=True),
    ]
    yield from (group for group in found if group.pages)


def add_groups(nav: Navigation, files: Files, content: Content) -> Navigation:
    """The navigation with each group in the part that holds its folder's index, at the end of that part."""
    for group in groups(content):
        index = _page(files, f"{group.folder}/index.md")
        if index is None or not isinstance(index.parent, Section):
            continue
        pages = [page for entry in group.pages if (page := _page(files, entry.source))]
        _add(index.parent, group.title, [index, *pages] if group.leads else pages)
    _link(nav)
    return nav


def set_dates(pages: Iterable[SitePage], content: Content) -> None:
    """Give each page of MkDocs its own date, which `sitemap.xml` shows; none to a page that nothing dates.

    It is the day on which its facts were last checked or its programs were run, as its data say; for the
    index of a folder, the newest day in that folder. Not the day of a commit: a checkout without history, as
    most servers make it, would date all pages alike, and a corrected typing error is no news to a crawler.
    """
    own = {page.source: dates.checked for page in content.pages if (dates := due.of(content, page))}
    for page in pages:
        source = page.file.src_uri
        folder, _, name = source.rpartition("/")
        dated = [own[source]] if source in own else []
        if source in LISTS or (folder and name == "index.md"):
            dated += [date for place, date in own.items() if place.startswith(f"{folder}/") or not folder]
        page.update_date = max(dated).isoformat() if dated else ""


def _page(files: Files, source: str) -> SitePage | None:
    file = files.get_file_from_path(source)
    return file.page if file else None


def _add(part: Section, title: str, pages: Sequence[SitePage]) -> None:
    """Move pages into a section of their own at the end of a part."""
    section = Section(title, list(pages))
    for page in pages:
        if page in part.children:
            part.children.remove(page)
        page.parent = section
    section.parent = part
    part.children.append(section)


def _by_group(
    folder: str, titles: Iterable[tuple[str, str]], pages: Sequence[tuple[Page, str]]
) -> Iterator[Group]:
    for name, title in titles:
        yield Group(title, folder, tuple(page for page, group in pages if group == name))


def _title(page: Page) -> str:
    return page.meta.title.lower() if page.meta else page.id


def _link(nav: Navigation) -> None:
    """Say anew which page comes before and after each."""
    nav.pages[:] = list(_pages(nav.items))
    for page, before, after in zip(nav.pages, [None, *nav.pages], [*nav.pages[1:], None], strict=False):
        page.previous_page, page.next_page = before, after


def _pages(items: Iterable[StructureItem]) -> Iterator[SitePage]:
    for item in items:
        if isinstance(item, SitePage):
            yield item
        elif isinstance(item, Section):
            yield from _pages(item.children)
