"""Notes: the bullets of a page's own lists, each with an address that a colleague can be sent.

The id is the section's, then the first words of the note, so a note added above changes none; where the words
of one change, the link still leads to its section (docs/assets/js/links.js). A note that ends with `{#id}`
has that one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.content.markdown import ATTRIBUTE_ID, HEADING, HEADING_ID, INLINE_CODE, Markdown, outside_fences

MOST_WORDS = 4
FEWEST_WORDS = 6  # a bullet of fewer is an item of a list, and no note

_BULLET = re.compile(r"^[-*+]( +)(?!\[[ xX]\] )(?=\S)")
_ANY_BULLET = re.compile(r"^\s*[-*+] ")
_LINK = re.compile(r"!?\[((?:[^\[\]]|\[[^\]]*\])*)\]\([^)]*\)(?:\{[^}]*\})?")
_LEAD = re.compile(r"^\*\*(.+?)\*\*")
_ASIDE = re.compile(r"\[\^[^\]]+\]|\{\{[^}]*\}\}|\{[^}]*\}|<[^>]*>|:[a-z0-9-]+:")
_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True)
class Note:
    """A note: the index of its line in the body, where its text starts in that line, and its id."""

    index: int
    start: int
    id: str


def notes(text: Markdown) -> Iterator[Note]:
    """The notes of a page that have no id of their own."""
    lines = dict(outside_fences(text.body.split("\n")))
    section = ""
    for index, line in lines.items():
        if heading := HEADING.match(line):
            own = HEADING_ID.search(heading[2])
            section = own[1] if own else section
        elif (bullet := _BULLET.match(line)) and section:
            said = _item(lines, index, bullet.end())
            if _words(said) and not ATTRIBUTE_ID.search(INLINE_CODE.sub("", said)):
                yield Note(index, bullet.end(), id_of(said, section))


def id_of(said: str, section: str) -> str:
    """The id of a note, by its text and the id of its section."""
    return "-".join([section, *(_words(said) or _WORD.findall(_plain(said)))])


def marked(text: Markdown) -> str:
    """The body of a page with a mark at the start of each note, of which `placed` makes the note's id."""
    lines = text.body.split("\n")
    for note in notes(text):
        line = lines[note.index]
        lines[note.index] = (
            f'{line[: note.start]}<span class="note" id="{note.id}"></span>{line[note.start :]}'
        )
    return "\n".join(lines)


_MARK = re.compile(r'<li>(\s*(?:<p>)?)<span class="note" id="([^"]+)"></span>')


def placed(html: str) -> str:
    """The HTML of a page, where the list items of notes have their ids."""
    return _MARK.sub(r'<li id="\2">\1', html)


def _item(lines: dict[int, str], index: int, start: int) -> str:
    """The first paragraph of a list item, in one line."""
    parts = [lines[index][start:]]
    while (following := lines.get(index := index + 1, "").strip()) and not _ANY_BULLET.match(lines[index]):
        parts.append(following)
    return " ".join(parts)


def _words(said: str) -> list[str]:
    """The words of a note's id: of what is bold at its start, or its first; none if it is no note."""
    if _LINK.sub("", said).strip(" .") == "" or len(_WORD.findall(_plain(said))) < FEWEST_WORDS:
        return []
    lead = _LEAD.match(said)
    return _WORD.findall(_plain(lead[1] if lead else said))[:MOST_WORDS]


def _plain(said: str) -> str:
    """The words as a reader sees them, in lower case; apostrophes part none."""
    return _ASIDE.sub(" ", _LINK.sub(r"\1", said)).lower().replace("'", "").replace("’", "")
