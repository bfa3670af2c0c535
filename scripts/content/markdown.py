"""Splits a Markdown page into its parts, with line numbers, without rendering it.

Code blocks are left out of everything that is found: what stands in them is not ours to check.
"""

import re
from collections.abc import Iterator, Sequence
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
TAG = re.compile(r"""<([a-zA-Z][\w-]*)(?=[\s/>])((?:[^<>"']|"[^"]*"|'[^']*')*)>?""")
ATTRIBUTE_LIST = re.compile(r"\{:?\s*((?:[^{}\"']|\"[^\"]*\"|'[^']*')*)\}")
LANGUAGE = re.compile(r"^\s*(?:`{3,}|~{3,})\s*(?:\{\s*)?\.?([\w+#-]*)")


@dataclass(frozen=True)
class Heading:
    """A heading: its line, level (1 to 6), text without the id, and the id (None if it has none)."""

    line: int
    level: int
    text: str
    id: str | None


@dataclass(frozen=True)
class Item:
    """A piece of a page: its line and its text (and for a link or footnote, its label)."""

    line: int
    text: str
    label: str = ""


@dataclass(frozen=True)
class Markdown:
    """The text of one page.

    `front_matter` is the YAML between the first two `---` lines, starting at line 2 (empty if there
    is none); `body` starts at `body_line`. `numbers` has the line of each line of `body` where they do
    not follow one another in their file.
    """

    front_matter: str
    body: str
    body_line: int
    numbers: tuple[int, ...] = ()

    @property
    def first_line(self) -> int:
        """The line in the file at which the text starts."""
        return self.numbers[0] if self.numbers else self.body_line

    @cached_property
    def prose(self) -> list[tuple[int, str]]:
        """The lines outside code fences and comments, with their numbers; inline code blanked."""
        return [
            (number, INLINE_CODE.sub(lambda code: "`" * len(code.group()), line))
            for number, line in self._outside_fences
        ]

    @cached_property
    def headings(self) -> list[Heading]:
        """The ATX headings."""
        headings = []
        for number, line in self._outside_fences:
            if not (match := HEADING.match(line)):
                continue
            text = match[2]
            identifier = HEADING_ID.search(text)
            plain = HEADING_ID.sub("", text).strip()
            headings.append(Heading(number, len(match[1]), plain, identifier[1] if identifier else None))
        return headings

    @cached_property
    def snippets(self) -> list[Item]:
        """The files pulled in by `--8<-- "file"` lines."""
        return [
            Item(number, match[1]) for number, line in self._outside_fences if (match := SNIPPET.match(line))
        ]

    @cached_property
    def footnotes(self) -> list[Item]:
        """The footnotes: label and text, continuation lines joined."""
        footnotes: list[Item] = []
        open_footnote = False
        for number, line in self.prose:
            if match := FOOTNOTE.match(line):
                footnotes.append(Item(number, match[2], match[1]))
                open_footnote = True
            elif open_footnote and line.startswith("    ") and line.strip():
                last = footnotes[-1]
                footnotes[-1] = Item(last.line, f"{last.text} {line.strip()}", last.label)
            else:
                open_footnote = False
        return footnotes

    @cached_property
    def footnote_uses(self) -> list[Item]:
        """The places that refer to a footnote."""
        return [
            Item(number, match[1], match[1])
            for number, line in self.prose
            for match in FOOTNOTE_USE.finditer(line)
        ]

    @cached_property
    def links(self) -> list[Item]:
        """The inline links (target as text, link text as label); images included, see `images`."""
        return [Item(line, match[3], match[2]) for line, match in self.matches(LINK)]

    @cached_property
    def images(self) -> list[Item]:
        """The inline images: target as text, alternative text as label."""
        return [Item(line, match[3], match[2]) for line, match in self.matches(LINK) if match[1]]

    @cached_property
    def tags(self) -> list[Item]:
        """The opening HTML tags: name as label, in lower case, and all that follows it as text."""
        return [Item(line, match[2], match[1].lower()) for line, match in self.matches(TAG)]

    @cached_property
    def attribute_lists(self) -> list[Item]:
        """What stands between the braces of `{ .class title="…" }`."""
        return [Item(line, match[1]) for line, match in self.matches(ATTRIBUTE_LIST)]

    @cached_property
    def fences(self) -> list[Item]:
        """The code fences: their languages, in lower case; empty for a fence without one."""
        return [
            Item(self._number(index), match[1].lower())
            for index, line, opens in _walk(self.body.split("\n"))
            if opens and (match := LANGUAGE.match(line))
        ]

    @cached_property
    def ids(self) -> list[Item]:
        """Every id written in the page: of headings, attribute lists and HTML tags."""
        ids = [Item(heading.line, heading.id) for heading in self.headings if heading.id]
        heading_lines = {heading.line for heading in self.headings}
        for number, line in self.prose:
            if number in heading_lines:
                continue
            for pattern in (ATTRIBUTE_ID, HTML_ID):
                ids.extend(Item(number, match[1]) for match in pattern.finditer(line))
        return ids

    @cached_property
    def _outside_fences(self) -> list[tuple[int, str]]:
        """The lines outside code fences and comments, with their numbers in the file."""
        return [(self._number(index), line) for index, line in outside_fences(self.body.split("\n"))]

    def _number(self, index: int) -> int:
        """The line in the file of a line of the body."""
        return self.numbers[index] if self.numbers else self.body_line + index

    @cached_property
    def _text(self) -> str:
        return "\n".join(line for _, line in self.prose)

    def matches(self, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
        """What a pattern finds in the prose, over line breaks: a paragraph is one text."""
        for match in pattern.finditer(self._text):
            yield self.prose[self._text.count("\n", 0, match.start())][0], match


def split(text: str) -> Markdown:
    """Split a page into front matter and body."""
    lines = text.split("\n")
    if not lines or lines[0].rstrip() != "---":
        return Markdown("", text, 1)
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            return Markdown("\n".join(lines[1:index]) + "\n", "\n".join(lines[index + 1 :]), index + 2)
    return Markdown("", text, 1)


def outside_fences(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The lines outside code fences and comments, with their indexes."""
    return ((index, line) for index, line, opens in _walk(lines) if not opens)


def _walk(lines: Sequence[str]) -> Iterator[tuple[int, str, bool]]:
    """The lines outside code fences and comments, and those that open a fence, for which the last is true."""
    fence = ""
    comment = False
    for index, line in enumerate(lines):
        match = FENCE.match(line)
        if fence:
            if match and match[1].startswith(fence) and line.strip() == match[1]:
                fence = ""
            continue
        if match:
            fence = match[1]
            yield index, line, True
            continue
        shown, comment = _outside_comments(line, comment)
        if shown.strip() or not line.strip():
            yield index, shown, False


def _outside_comments(line: str, inside: bool) -> tuple[str, bool]:
    """A line without the comments that begin or end in it, and whether one is still open behind it.

    A comment within code between backticks is code.
    """
    if not inside and "<!--" not in line:
        return line, False
    shown, rest = "", line
    while True:
        if inside:
            _, end, rest = rest.partition("-->")
            if not end:
                return shown, True
        code_blanked = INLINE_CODE.sub(lambda code: " " * len(code.group()), rest)
        start = code_blanked.find("<!--")
        if start < 0:
            return shown + rest, False
        shown, rest, inside = shown + rest[:start], rest[start:], True
