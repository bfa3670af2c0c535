"""The Jinja environment of fragments, and what it shares with MkDocs' own, in which panels are rendered.

Templates are in overrides/: MkDocs renders panels/, this module fragments/, and both use macros/. Templates
of HTML escape what they are given, so that a title is text whatever it holds; a value that is HTML already
is `Markup`. Templates of Markdown do not escape: what they write is read as Markdown.
"""

import traceback
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2

from scripts import dates, paths
from scripts.content import notes
from scripts.model import article, decision, error, pair, row, tool
from scripts.model.evidence import kinds_of
from scripts.render import components, wording

FOLDER = paths.ROOT / "overrides"
OWN = ("fragments/", "macros/", "panels/")

FILTERS = {
    "agreement": wording.agreement,
    "after_article": components.after_article,
    "date": dates.in_words,
    "fence": components.fence,
    "inline": components.inline,
    "kinds": kinds_of,
    "note_id": notes.id_of,
    "number": wording.number,
    "source_date": dates.source_date_in_words,
    "versions": wording.versions,
}
TESTS = {"due": lambda day: day <= dates.today()}
GLOBALS = {
    # The words of the model: `words.row.EDGES`. All statuses, of claims and of tools, are in one table.
    "words": SimpleNamespace(
        decision=decision, error=error, pair=pair, row=row, tool=tool, article=article,
        statuses={**article.STATUSES, **tool.STATUSES},
    ),
    # The id of a Markdown heading; as it stands, `{#` would begin a comment of Jinja's.
    "anchor": "{{#{}}}".format,
}  # fmt: skip


class TemplateError(Exception):
    """A template that cannot be rendered; its text has the file, the line, and what is wrong."""


def escapes(name: str | None) -> bool:
    """Whether a template of this name escapes: ours of HTML do, Material's expect that nothing does."""
    return name is not None and name.startswith(OWN) and name.endswith(".html")


def equip(environment: jinja2.Environment) -> jinja2.Environment:
    """Give an environment what our templates expect: escaping, filters, tests and words."""
    environment.autoescape = escapes
    environment.filters.update(FILTERS)
    environment.tests.update(TESTS)
    environment.globals.update(GLOBALS)
    return environment


ENVIRONMENT = equip(
    jinja2.Environment(
        loader=jinja2.FileSystemLoader(FOLDER),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=True,  # `make serve` renders again in the same process
    )
)


def render(name: str, /, **data: Any) -> str:
    """A template of overrides/fragments/, by its file's name, with the values that it asks for.

    Raises:
        TemplateError: it is not valid, or uses a name that is not defined.

    """
    try:
        return ENVIRONMENT.get_template(f"fragments/{name}").render(data)
    except jinja2.TemplateError as error:
        raise TemplateError(f"{_place(error) or name}: {error.message}") from error


def _place(error: jinja2.TemplateError) -> str:
    """Where in our templates an error arose, `overrides/macros/dates.html:3`; empty if that is unknown."""
    if isinstance(error, jinja2.TemplateSyntaxError) and error.filename:
        return f"{_relative(error.filename)}:{error.lineno}"
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_ours(frame.filename)]
    return f"{_relative(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""


def _is_ours(file: str) -> bool:
    return Path(file).is_relative_to(FOLDER)


def _relative(file: str) -> str:
    return f"{FOLDER.name}/{Path(file).relative_to(FOLDER).as_posix()}"
