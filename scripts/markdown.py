"""Takes a Markdown page apart, with line numbers, without rendering it.

Code blocks are left out of everything that is found: what stands in them is not ours to check.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*$")
HEADING_ID = re.compile(r"\{[^}]*#([^\s}]+)[^}]*\}\s*$")
SNIPPET = re.compile(r'^\s*--8<--\s+"([^"]+)"\s*$')
FOOTNOTE = re.compile(r"^\[\^([^\]]+)\]:\s*(.*)$")
FOOTNOTE_USE = re.compile(r"\[\^([^\]]+)\](?!:)")
LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s]*)(?:\s+\"[^\"]*\")?\)")
HTML_ID = re.compile(r"""<[a-z][^>]*\sid=["']([^"']+)["']""")
ATTRIBUTE_ID = re.compile(r"\{:?[^}]*#([a-z][^\s}]*)[^}]*\}")
INLINE_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")


@dataclass(frozen=True)
class Heading:
    """A heading: its line, level (1 to 6), text without the id, and the id (None if it has none)."""

    line: int
    level: int
    text: str
    id: str | None


@dataclass(frozen=True)
class Found:
    """Something found in a page: its line and its text (and for a link or footnote, its label)."""

    line: int
    text: str
    label: str = ""


@dataclass(frozen=True)
class Markdown:
    """The text of one page.

    `front_matter` is the YAML between the first two `---` lines, starting at line 2 (empty if there
    is none); `body` starts at `body_line`.
    """

    front_matter: str
    body: str
    body_line: int

    @cached_property
    def prose(self) -> list[tuple[int, str]]:
        """The lines outside code fences and comments, with their numbers; inline code blanked."""
        return [
            (number, INLINE_CODE.sub(lambda code: "`" * len(code.group()), line))
            for number, line in _outside_fences(self.body, self.body_line)
        ]

    @cached_property
    def headings(self) -> list[Heading]:
        """The ATX headings."""
        headings = []
        for number, line in _outside_fences(self.body, self.body_line):
            if not (match := HEADING.match(line)):
                continue
            text = match[2]
            identifier = HEADING_ID.search(text)
            plain = HEADING_ID.sub("", text).strip()
            headings.append(Heading(number, len(match[1]), plain, identifier[1] if identifier else None))
        return headings

    @cached_property
    def snippets(self) -> list[Found]:
        """The files pulled in by `--8<-- "file"` lines."""
        return [
            Found(number, match[1])
            for number, line in _outside_fences(self.body, self.body_line)
            if (match := SNIPPET.match(line))
        ]

    @cached_property
    def footnotes(self) -> list[Found]:
        """The footnotes: label and text, continuation lines joined."""
        footnotes: list[Found] = []
        open_footnote = False
        for number, line in self.prose:
            if match := FOOTNOTE.match(line):
                footnotes.append(Found(number, match[2], match[1]))
                open_footnote = True
            elif open_footnote and line.startswith("    ") and line.strip():
                last = footnotes[-1]
                footnotes[-1] = Found(last.line, f"{last.text} {line.strip()}", last.label)
            else:
                open_footnote = False
        return footnotes

    @cached_property
    def footnote_uses(self) -> list[Found]:
        """The places that refer to a footnote."""
        return [
            Found(number, match[1], match[1])
            for number, line in self.prose
            for match in FOOTNOTE_USE.finditer(line)
        ]

    @cached_property
    def links(self) -> list[Found]:
        """The inline links (target as text, link text as label); images included, see `images`."""
        return [Found(line, match[3], match[2]) for line, match in self._link_matches()]

    @cached_property
    def images(self) -> list[Found]:
        """The inline images: target as text, alternative text as label."""
        return [Found(line, match[3], match[2]) for line, match in self._link_matches() if match[1]]

    @cached_property
    def ids(self) -> list[Found]:
        """Every id written in the page: of headings, attribute lists and HTML tags."""
        found = [Found(heading.line, heading.id) for heading in self.headings if heading.id]
        heading_lines = {heading.line for heading in self.headings}
        for number, line in self.prose:
            if number in heading_lines:
                continue
            for pattern in (ATTRIBUTE_ID, HTML_ID):
                found.extend(Found(number, match[1]) for match in pattern.finditer(line))
        return found

    def _link_matches(self) -> Iterator[tuple[int, re.Match[str]]]:
        """Links, found over line breaks: a paragraph is one text."""
        text = "\n".join(line for _, line in self.prose)
        numbers = [number for number, _ in self.prose]
        for match in LINK.finditer(text):
            yield numbers[text.count("\n", 0, match.start())], match


def split(text: str) -> Markdown:
    """Split a page into front matter and body."""
    lines = text.split("\n")
    if not lines or lines[0].rstrip() != "---":
        return Markdown("", text, 1)
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return Markdown("\n".join(lines[1:index]) + "\n", "\n".join(lines[index + 1 :]), index + 2)
    return Markdown("", text, 1)


def _outside_fences(text: str, first_line: int) -> Iterator[tuple[int, str]]:
    fence = ""
    comment = False
    for number, line in enumerate(text.split("\n"), start=first_line):
        match = FENCE.match(line)
        if fence:
            if match and match[1].startswith(fence) and line.strip() == match[1]:
                fence = ""
            continue
        if match:
            fence = match[1]
            continue
        if comment or line.lstrip().startswith("<!--"):
            comment = "-->" not in line
            continue
        yield number, line
