"""Reads notebooks: as Markdown with pictures for their pages, and what is wrong with what they store.

A notebook becomes Markdown, and so a page like every other: its links and anchors are checked, its code is
highlighted, copied and searched as elsewhere, and it needs no style or script of its own.
"""

import base64
import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = "notebooks"
RECORDED = "recorded"  # the key of the notebook's metadata that holds the day of its last execution
VERSIONS = "versions"

_TITLE = re.compile(r"\A# (.+?)\s*\n")
_ANSI = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Picture:
    """A plot: its file name below the notebook's folder, its bytes, and the text that stands for it."""

    name: str
    data: bytes
    alt: str


@dataclass(frozen=True)
class Fault:
    """Something wrong with a stored notebook: the number of the cell from 1, what, and what to do."""

    cell: int
    fault: str
    remedy: str


@dataclass(frozen=True)
class Book:
    """A stored notebook."""

    id: str
    data: dict[str, Any]

    @property
    def cells(self) -> list[dict[str, Any]]:
        """Its cells."""
        cells: list[dict[str, Any]] = self.data["cells"]
        return cells

    @property
    def title(self) -> str:
        """Its first heading; empty if it has none."""
        found = _TITLE.match(_source(self.cells[0])) if self.cells else None
        return found[1] if found else ""

    @property
    def recorded(self) -> datetime.date | None:
        """The day on which it was executed."""
        day = self.data["metadata"].get(RECORDED)
        return datetime.date.fromisoformat(day) if day else None

    @property
    def versions(self) -> dict[str, str]:
        """With which versions."""
        versions: dict[str, str] = self.data["metadata"].get(VERSIONS, {})
        return versions

    @property
    def pictures(self) -> list[Picture]:
        """Its plots, in their order."""
        return [
            Picture(f"plot-{index}.png", base64.b64decode(data), alt)
            for index, (data, alt) in enumerate(self._plots(), start=1)
        ]

    def markdown(self) -> str:
        """Its cells as Markdown, without the title."""
        parts: list[str] = []
        plot = 0
        for index, cell in enumerate(self.cells):
            source = _source(cell)
            if cell["cell_type"] == "markdown":
                parts.append(_TITLE.sub("", source) if index == 0 else source)
                continue
            if cell["cell_type"] != "code" or not source.strip():
                continue
            parts.append(_fence("python", source))
            for output in cell["outputs"]:
                if _png(output):
                    plot += 1
                    parts.append(f"![{self.pictures[plot - 1].alt}]({self.id}/plot-{plot}.png)")
                elif text := _text(output):
                    parts.append(_fence("text", text))
        return "\n\n".join(part.strip("\n") for part in parts) + "\n"

    def faults(self) -> Iterator[Fault]:
        """What is missing in what it stores."""
        if not self.title:
            yield Fault(1, "it does not start with a title", "write `# Title` into the first cell")
        if self.recorded is None:
            yield Fault(1, "it has no record of an execution", f"run `python -m scripts notebooks {self.id}`")
        counts = [cell.get("execution_count") for cell in self.cells if cell["cell_type"] == "code"]
        if counts != list(range(1, len(counts) + 1)):
            fault = "its cells were not executed from top to bottom"
            yield Fault(1, fault, f"run `python -m scripts notebooks {self.id}`")
        if not any("assert " in _source(cell) for cell in self.cells):
            yield Fault(
                1, "it asserts nothing, so a result that changes goes unseen", "assert what it states"
            )
        for number, cell in enumerate(self.cells, start=1):
            yield from _cell_faults(number, cell)

    def _plots(self) -> Iterator[tuple[str, str]]:
        for cell in self.cells:
            for output in cell.get("outputs", ()):
                if data := _png(output):
                    yield data, cell["metadata"].get("alt", "")


def read(docs: Path, name: str) -> Book | None:
    """A notebook by its id; None if there is none that can be read."""
    file = docs / FOLDER / f"{name}.ipynb"
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, json.JSONDecodeError):
        return None
    return Book(name, data)


def _cell_faults(number: int, cell: dict[str, Any]) -> Iterator[Fault]:
    outputs = cell.get("outputs", [])
    alt = cell["metadata"].get("alt", "")
    if any(map(_png, outputs)) and not 30 <= len(alt) <= 300:
        remedy = "say in its metadata, under `alt`, what one sees, in 30 to 300 characters"
        yield Fault(number, "its plot has no text that stands for it", remedy)
    for output in outputs:
        if output["output_type"] == "error":
            yield Fault(number, f"it stores the error {output.get('ename')}", "correct the cell")
        if output.get("name") == "stderr":
            yield Fault(number, "it stores a warning", "remove its cause")


def _source(cell: dict[str, Any]) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def _png(output: dict[str, Any]) -> str:
    data = output.get("data", {}).get("image/png", "")
    return data if isinstance(data, str) else "".join(data)


def _text(output: dict[str, Any]) -> str:
    text = output.get("text") or output.get("data", {}).get("text/plain", "")
    text = text if isinstance(text, str) else "".join(text)
    return _ANSI.sub("", text).rstrip()


def _fence(language: str, text: str) -> str:
    ticks = "```"
    while ticks in text:
        ticks += "`"
    return f"{ticks}{language}\n{text.rstrip()}\n{ticks}"
