"""The text of a page without all that makes it ours: as bare HTML, and as Markdown for a stock theme."""

import json
import re
from html import escape
from html.parser import HTMLParser
from pathlib import Path

# What carries meaning, with the attributes that do. All other elements give way to what they hold.
KEPT: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "dl", "dt", "dd"), ()),
    **dict.fromkeys(("table", "caption", "thead", "tbody", "tr", "pre", "code", "em", "strong", "b"), ()),
    **dict.fromkeys(("sub", "sup", "br", "hr", "details", "summary", "blockquote", "kbd", "abbr"), ()),
    "a": ("href",),
    "img": ("src", "alt", "width", "height", "loading"),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan", "scope"),
    "time": ("datetime",),
}
# Drawings and controls are left out with all that they hold.
DROPPED = frozenset({"svg", "form", "button", "label", "script", "style", "template", "dialog"})
VOID = frozenset({"br", "hr", "img", "input", "wbr"})
INLINE = frozenset({"a", "abbr", "b", "code", "em", "img", "kbd", "strong", "sub", "sup", "time"})
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SPACE = re.compile(r"\s+")
H1 = re.compile(r"^# .*$", re.MULTILINE)
MARKS = re.compile(r"([\\`*_\[\]#])")


class Bare(HTMLParser):
    """The article of a page as bare HTML, in `text`; its title, h1 and description; addresses of pictures."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.title = ""
        self.heading = ""
        self.description = ""
        self.pictures: list[str] = []
        self.parts: list[str] = []
        self.open: list[str] = []
        self.dropped = 0
        self.within = ""
        self.feed(page)

    @property
    def text(self) -> str:
        """What was kept."""
        return "".join(self.parts).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta" and values.get("name") == "description":
            self.description = values["content"]
        if tag in {"title", "article"} and not self.within:
            self.within = tag
        if self.within != "article":
            return
        hidden = tag in DROPPED or "hidden" in values or "headerlink" in values.get("class", "")
        if self.dropped or hidden:
            self.dropped += tag not in VOID
            return
        if tag == "img":
            self.pictures.append(values["src"])
        if tag in KEPT:
            kept = "".join(f' {name}="{escape(values[name])}"' for name in KEPT[tag] if name in values)
            self.start(tag, kept)
            if tag not in VOID:
                self.open.append(tag)
        elif tag == "span":
            self.start_span()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:  # as in drawings
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag == self.within:
            self.within = ""
        if self.within != "article" or tag in VOID:
            return
        if self.dropped:
            self.dropped -= 1
        elif tag in KEPT:
            self.open.pop()
            self.end(tag)

    def handle_data(self, data: str) -> None:
        if self.within == "title":
            self.title += data
        elif self.within == "article" and not self.dropped:
            if self.open[:1] == ["h1"]:
                self.heading += data
            self.data(data)

    def start(self, tag: str, attributes: str) -> None:
        """Write the beginning of an element."""
        self.parts.append(f"<{tag}{attributes}>")

    def start_span(self) -> None:
        """Take note of a span, which is not kept."""

    def end(self, tag: str) -> None:
        """Write the end of an element."""
        self.parts.append(f"</{tag}>")

    def data(self, text: str) -> None:
        """Write text."""
        self.parts.append(escape(text, quote=False))


class Marked(Bare):
    """The article as Markdown: headings and programs as an author writes them, the rest as HTML between."""

    def __init__(self, page: str) -> None:
        self.code: list[str] | None = None
        self.coloured = False
        super().__init__(page)

    def start(self, tag: str, attributes: str) -> None:
        if self.code is not None:
            return
        if not self.open and tag in HEADINGS:
            self.parts.append(f"\n\n{'#' * int(tag[1])} ")
        elif not self.open and tag == "pre":
            self.code, self.coloured = [], False
        else:
            self._part(tag)
            super().start(tag, attributes)

    def start_span(self) -> None:
        self.coloured = True  # tokens of a program; what a program prints has none

    def end(self, tag: str) -> None:
        if self.code is not None:
            if tag == "pre":
                language = "python" if self.coloured else "text"
                self.parts.append(f"\n\n````{language}\n{''.join(self.code).strip()}\n````\n\n")
                self.code = None
        elif not self.open and tag in HEADINGS:
            self.parts.append("\n\n")
        else:
            super().end(tag)
            self._part(tag)

    def data(self, text: str) -> None:
        if self.code is not None:
            self.code.append(text)
        elif self.open and self.open[0] not in HEADINGS:
            super().data(text)
            if "pre" in self.open:  # a blank line would end the HTML
                self.parts[-1] = self.parts[-1].replace("\n", "&#10;")
        else:
            text = SPACE.sub(" ", text)
            # Spaces around what was left out add up, and four of them would begin a program.
            if not self.parts or self.parts[-1][-1].isspace():
                text = text.lstrip()
            if text:
                super().data(MARKS.sub(r"\\\1", text))

    def _part(self, tag: str) -> None:
        """Blank lines part a block from what stands around it."""
        if not self.open and tag not in INLINE:
            self.parts.append("\n\n")


def bare(site: Path, page: str) -> Bare:
    """A page of a built site as bare HTML."""
    return Bare((site / page / "index.html").read_text(encoding="utf-8"))


def marked(site: Path, page: str, *, headed: bool = True) -> str:
    """A page of a built site as a file of Markdown.

    A theme that writes each page's title as its h1 takes it not `headed`: the h1 is then the title.
    """
    found = Marked((site / page / "index.html").read_text(encoding="utf-8"))
    title, text = found.title, found.text
    if not headed:
        title, text = SPACE.sub(" ", found.heading).strip(), H1.sub("", text, count=1).strip()
    # JSON is YAML, and needs no care about colons and quotes.
    head = f"title: {json.dumps(title)}\ndescription: {json.dumps(found.description)}"
    return f"---\n{head}\n---\n\n{text}\n"
