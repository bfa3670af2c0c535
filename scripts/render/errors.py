"""Error messages: what their pages pull in, and the list of all."""

import re
from dataclasses import dataclass

from scripts.content import error_files, source
from scripts.content.error_files import Run
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.model.error import PLACEHOLDER, RAISED_BY, ErrorMessage
from scripts.render import components, templates, wording

PARTS = ("message", *error_files.PARTS)
_MARKED = re.compile(r"([\\`*_\[\]])")
MOST_LINES = 12  # of a message; a longer one is folded
# Versions that a list leaves out where it has others.
LESSER = ("Python", "numpy")


@dataclass(frozen=True)
class Line:
    """A line of the list."""

    page: Page
    message: ErrorMessage
    versions: str


def part(content: Content, place: str, _: str = "") -> str:
    """A part of a message's page by its place: `<id>/message`, `<id>/wrong` or `<id>/right`."""
    name, _, wanted = place.partition("/")
    page, message = content.error_pages[name]
    if wanted == "message":
        return _message(content, page, message)
    return _program(content, name, "wrong" if wanted == "wrong" else "right")


def overview(content: Content) -> str:
    """The list of all messages by who raises them; shown on errors/ alone, so its links start there."""
    lines = [
        Line(page, message, _versions(message, content.error_runs[page.id]))
        for page, message in content.errors
    ]
    groups = components.grouped(RAISED_BY, lines, lambda line: line.message.raised_by)
    return templates.render("errors.html", groups=groups)


def _message(content: Content, page: Page, message: ErrorMessage) -> str:
    """The message as it was seen; then what it means, in one sentence; then its other forms."""
    assert page.meta
    ran = content.error_runs[page.id]
    text = ran.message if ran else _written(message.message[0])
    name = "" if message.type == "log" else f"{message.type}: "
    lines = f"{name}{text}".split("\n")
    return templates.render(
        "error-message.md",
        text="\n".join(lines[:MOST_LINES]),
        rest="\n".join(lines) if len(lines) > MOST_LINES else "",
        count=len(lines),
        # A description is text; `super().__init__()` in it is no bold type.
        meaning=_MARKED.sub(r"\\\1", page.meta.description),
        others=[_written(form) for form in message.message[1:]],
    )


def _program(content: Content, name: str, wanted: error_files.Part) -> str:
    """The part of the program that gets the message, or that is the cure, as a script."""
    file = error_files.program_of(content.docs, name)
    if not file.exists():
        return ""
    return templates.render(
        "error-program.md",
        title="It raises this" if wanted == "wrong" else "The cure",
        code=error_files.shown(source.read(file), wanted),
    )


def _written(form: str) -> str:
    """A form as a reader sees it, with what differs left open."""
    return PLACEHOLDER.sub("…", form)


def _versions(message: ErrorMessage, ran: Run | None) -> str:
    if ran:
        return _shown(ran.versions)
    return _shown({entry.package: entry.version for entry in message.seen}) or "Reports of others"


def _shown(versions: dict[str, str]) -> str:
    """The versions of what a reader asks for, by their names in sentences."""
    return wording.versions({name: version for name, version in versions.items() if name not in LESSER})
