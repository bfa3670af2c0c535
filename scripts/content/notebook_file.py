"""Reads notebooks: their front matter, their text for the checks, and their plots.

A notebook is a page: its first cell is raw and holds the front matter, as in Quarto and MyST. mkdocs-jupyter
renders it, and scripts/publish/notebook_html.py writes what it gives as this site shows it.
"""

import base64
import binascii
import datetime
import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Any

import nbformat

from scripts.content import json_lines, markdown, records, source
from scripts.content.json_lines import Place
from scripts.content.markdown import Markdown
from scripts.content.plot import Picture
from scripts.model.stored import Cell, Output, Stored
from scripts.problem import Problem

FOLDER = "notebooks"
ENDING = ".ipynb"
CELLS = ("raw", "markdown", "code")
START = "begin with a raw cell of front matter, as `python -m scripts new notebook <id>` writes it"

_TITLE = re.compile(r"\A\s*# (.+?)\s*(\n|\Z)")
_EMPHASIS = re.compile(r"(?<!\w)_([^_]+)_(?!\w)")
_NO_WORD = re.compile(r"[^\w\s-]")

# What a page of Markdown knows and Jupyter shows as it is written: pattern, name, remedy.
FOREIGN = (
    (re.compile(r"^\s*--8<--"), "a snippet", "write the text itself"),
    (re.compile(r"^\s*(!!!|\?\?\?\+?|===\+?!?) "), "an admonition or a tab", "write a paragraph"),
    (re.compile(r"\[\^[^\]]+\]"), "a footnote", "link to the source in the text"),
    (
        re.compile(r"\{:?\s*[#.][\w-][^}]*\}\s*$"),
        "an attribute list",
        "remove it; ids are made from headings",
    ),
)

# The forms of an output, the one that is shown first, as nbconvert has them; those without remedy are shown.
FORMS = (
    ("application/vnd.jupyter.widget-view+json", "show what it looks like as a plot"),
    ("application/javascript", "print its result, or draw a plot"),
    ("text/html", ""),
    ("text/markdown", "write a Markdown cell, or print it"),
    ("image/svg+xml", ""),
    ("text/vnd.mermaid", "draw it with matplotlib"),
    ("text/latex", "print it as text"),
    ("image/png", ""),
    ("image/jpeg", "show it as a PNG"),
    ("text/plain", ""),
)
PLOTS = {"image/png": "png", "image/svg+xml": "svg"}


@dataclass(frozen=True)
class Front:
    """The front matter of a notebook: its YAML, and for each line of its cell the line in the file."""

    yaml: str
    lines: tuple[int, ...]


@dataclass(frozen=True)
class NotebookFile:
    """A stored notebook, and where each part of it stands in its file."""

    id: str
    stored: Stored
    place: Place

    @property
    def cells(self) -> list[Cell]:
        """Its cells."""
        return self.stored.cells

    @property
    def title(self) -> str:
        """Its first heading; empty if it does not start with one."""
        heading = _TITLE.match(self.cells[self._first].text) if self._first is not None else None
        return heading[1] if heading else ""

    @property
    def recorded(self) -> datetime.date | None:
        """The day on which it was executed."""
        return self.stored.metadata.recorded

    @property
    def versions(self) -> dict[str, str]:
        """Versions of the packages that it was executed with, by name."""
        return self.stored.metadata.versions

    @cached_property
    def front(self) -> Front | None:
        """The front matter; None if the first cell holds none."""
        if self.cells[0].cell_type != "raw":
            return None
        text = markdown.split(self.cells[0].text)
        return Front(text.front_matter, tuple(self._lines(0))) if text.front_matter else None

    @cached_property
    def text(self) -> Markdown:
        """Its Markdown cells as the checks read a page: no code, and headings with the ids that they get."""
        lines = [(number, line) for number, line, _ in self.prose()]
        front = self.front.yaml if self.front else ""
        return Markdown(front, "\n".join(line for _, line in lines), 1, tuple(number for number, _ in lines))

    @cached_property
    def pictures(self) -> list[Picture]:
        """Its plots, in their order."""
        return [
            Picture(f"plot-{index}.{PLOTS[kind]}", plot_bytes(output, kind), cell.metadata.alt)
            for index, (cell, output, kind) in enumerate(self._plots(), start=1)
        ]

    @property
    def _first(self) -> int | None:
        """The index of the first Markdown cell."""
        return next((at for at, cell in enumerate(self.cells) if cell.cell_type == "markdown"), None)

    def _plots(self) -> Iterator[tuple[Cell, Output, str]]:
        for cell in self.cells:
            for output in cell.outputs:
                if (kind := form_of(output)) in PLOTS:
                    yield cell, output, kind

    def line(self, *steps: str | int) -> int:
        """The line in its file of what stands at some keys and indexes."""
        return self.place.at(*steps).line

    def _lines(self, at: int) -> list[int]:
        """The line in the file of each line of a cell's source."""
        lines: list[int] = []
        source = self.cells[at].source
        number = self.line("cells", at, "source")
        for index, part in enumerate(source):
            number = self.line("cells", at, "source", index)
            lines += [number] * part.count("\n")
        return [*lines, number]

    def prose(self) -> Iterator[tuple[int, str, str]]:
        """The lines of all Markdown cells outside of code: number in the file, text, and as it is written."""
        for at, cell in enumerate(self.cells):
            if cell.cell_type != "markdown":
                continue
            numbers = self._lines(at)
            for index, line in markdown.outside_fences(cell.text.split("\n")):
                yield numbers[index], self._as_on_a_page(line, at == self._first), line
            yield numbers[-1], "", ""

    def _as_on_a_page(self, line: str, first_cell: bool) -> str:
        """A line in the Markdown of this site: a heading has an id; what Jupyter ignores is left out."""
        if heading := markdown.HEADING.match(line):
            text = markdown.HEADING_ID.sub("", heading[2]).strip()
            name = self.id if first_cell and heading[1] == "#" else slug(text)
            return f"{heading[1]} {text} {{#{name}}}"
        plain = markdown.INLINE_CODE.sub("", line)
        return "" if any(pattern.search(plain) for pattern, _, _ in FOREIGN) else line


def read(file: Path, path: str) -> tuple[NotebookFile | None, list[Problem]]:
    """A notebook, which `path` names in messages; None and the reason if it cannot be read."""
    try:
        text = source.read(file)
        data = json.loads(text)
    except json.JSONDecodeError as error:
        fault = f"not JSON: {error.msg[0].lower()}{error.msg[1:]}"
        remedy = "correct the syntax, or save it again from Jupyter"
        return None, [Problem(path, error.lineno, fault, remedy, records.RULE)]
    except ValueError:
        return None, [
            Problem(path, 1, "not JSON: a number of too many digits", "save it again", records.RULE)
        ]
    except RecursionError:
        return None, [Problem(path, 1, "nested too deeply", "save it again from Jupyter", records.RULE)]
    place = json_lines.of(text)
    if not isinstance(data, dict) or data.get("nbformat") != 4:
        version = data.get("nbformat") if isinstance(data, dict) else None
        fault = "no notebook of nbformat 4" + (f", but of {version}" if version else "")
        line = place.at("nbformat").line
        return None, [Problem(path, line, fault, "save it again from a Jupyter of today", records.RULE)]
    if not data.get("cells"):
        line = place.at("cells").line
        return None, [Problem(path, line, "the notebook has no cells", START, records.RULE)]
    if invalid := _invalid(data):
        steps, fault = invalid
        fault = f"not a valid notebook: {fault}"
        return None, [Problem(path, place.at(*steps).line, fault, "save it again from Jupyter", records.RULE)]
    stored, problems = records.validate(Stored, data, path, line=lambda steps: place.at(*steps).line)
    return (NotebookFile(file.stem, stored, place) if stored else None), problems


def _invalid(data: dict[str, Any]) -> tuple[list[str | int], str] | None:
    """Where a notebook first breaks the schema of nbformat, and what that says; None if it is valid."""
    cells, minor = data["cells"], data.get("nbformat_minor", 0)
    if not isinstance(cells, list):
        return ["cells"], "`cells` is no list"
    if not isinstance(minor, int):
        return ["nbformat_minor"], "`nbformat_minor` is no number"
    # Part by part, as the schema's message on the whole says less of the place.
    parts: list[tuple[list[str | int], Any, str | None]] = [([], {**data, "cells": []}, None)]
    for index, cell in enumerate(cells):
        kind = cell.get("cell_type") if isinstance(cell, dict) else None
        if kind not in CELLS:
            return ["cells", index], f"cell {index + 1} is none of {', '.join(CELLS)}"
        parts.append((["cells", index], cell, f"{kind}_cell"))
    for steps, part, name in parts:
        try:
            nbformat.validate(part, ref=name, version=4, version_minor=minor)
        except nbformat.ValidationError as error:
            message = " ".join(str(error.message).split())
            shown = message if len(message) < 130 else f"{message[:60]} … {message[-60:]}"
            return [*steps, *error.absolute_path], shown
    return None


def missing_front(notebook: NotebookFile, path: str) -> Problem:
    """The problem of a notebook without front matter."""
    raw = notebook.cells[0].cell_type == "raw"
    fault = "its first cell is raw, but holds no front matter" if raw else "its first cell is no raw cell"
    return Problem(path, notebook.place.at("cells", 0).line, fault, START, records.RULE)


def slug(text: str) -> str:
    """The id that a heading gets from its Markdown, as Python-Markdown makes it from what is shown."""
    shown = _EMPHASIS.sub(r"\1", unescape(markdown.LINK.sub(lambda link: link[2], text)))
    ascii_only = unicodedata.normalize("NFKD", shown).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", _NO_WORD.sub("", ascii_only).strip().lower())


def form_of(output: Output) -> str:
    """The form in which an output is shown; empty if it has none that is known."""
    return next((kind for kind, _ in FORMS if kind in output.data), "")


def plot_bytes(output: Output, kind: str) -> bytes:
    """The file that a plot is; empty if it cannot be one."""
    form = output.form(kind)
    if kind == "image/svg+xml":
        return form.encode()
    try:
        return base64.b64decode(form)
    except binascii.Error:
        return b""
