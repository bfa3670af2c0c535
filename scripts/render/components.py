"""What several fragments share: inline Markdown, groups of a table, tables of Markdown, links to programs."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Generic, TypeVar

import markdown
from markupsafe import Markup

from scripts.content.page import Page
from scripts.content.tree import Content

K = TypeVar("K", bound=str)
T = TypeVar("T")

# The address of a program's page, by the program's id.
Link = Callable[[str], str]

_MARKDOWN = markdown.Markdown()
# HTML in a field of front matter is text like any other.
_MARKDOWN.preprocessors.deregister("html_block")
_MARKDOWN.inlinePatterns.deregister("html")
_ARTICLE = "The article "  # how most sentences on it begin
# What Markdown would change in a line; most sentences have none of it, and need not wait for it.
_MARKED = re.compile(r"^[\W\d]|[\\`*_\[<>&]")


@dataclass(frozen=True)
class Group(Generic[T]):
    """A titled group of a list or a table."""

    id: str
    title: str
    members: list[T]


def grouped(titles: Mapping[K, str], members: Iterable[T], group_of: Callable[[T], K]) -> list[Group[T]]:
    """Members by their groups, in the order of `titles`; a group without members is left out."""
    members_of: dict[K, list[T]] = {group: [] for group in titles}
    for member in members:
        members_of[group_of(member)].append(member)
    return [Group(group, titles[group], found) for group, found in members_of.items() if found]


@cache
def inline(text: str) -> Markup:
    """A sentence or two of Markdown as HTML, without a paragraph around it; HTML in it is shown as text."""
    line = " ".join(text.split())
    if not _MARKED.search(line):
        return Markup(line)
    html = _MARKDOWN.reset().convert(line)
    return Markup(html.removeprefix("<p>").removesuffix("</p>"))


def after_article(text: str) -> Markup:
    """What the article says, as HTML that follows its name: `The article agrees.` gives ` agrees.`

    A text that begins with other words follows after a colon.
    """
    html = inline(text)
    return html[len(_ARTICLE) - 1 :] if html.startswith(_ARTICLE) else ": " + html


def plain(text: str) -> str:
    """Text for a place where Markdown is read: what looks like a tag is shown, not obeyed."""
    return text.replace("<", "&lt;")


def page_link(page: Page, anchor: str = "") -> str:
    """A Markdown link to a page by its title; `anchor` is an id on it."""
    title = page.meta.title if page.meta else page.id
    return f"[{plain(title)}](/{page.source}{f'#{anchor}' if anchor else ''})"


def fence(text: str) -> str:
    """The backticks that begin and end a block of code, so many that none in `text` can end it."""
    ticks = "```"
    while ticks in text:
        ticks += "`"
    return ticks


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table of Markdown; a `|` in a cell is text."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def program_link(content: Content, root: str) -> Link:
    """The link to a program, from a page whose way to the site's root is `root` (`../../`)."""
    return lambda name: root + content.program_address(name)


def _cell(value: object) -> str:
    return str(value).replace("|", "\\|")
