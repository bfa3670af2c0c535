"""Reads and writes the changes that the history of the content holds."""

from pathlib import Path

from pydantic import ValidationError

from scripts import paths
from scripts.content import source, whole
from scripts.model.change import Changes
from scripts.problem import Problem

NAME = "about/changes.json"
RULE = "change-record"


def read(docs: Path) -> Changes | Problem | None:
    """The record; None if there is none yet. A problem if it cannot be read."""
    file = docs / NAME
    if not file.exists():
        return None
    try:
        return Changes.model_validate_json(source.read(file))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        fault = f"no record of changes: {f'`{where}`: ' if where else ''}{first['msg']}"
        return Problem(
            f"{paths.DOCS}/{NAME}", 1, fault, "restore the file, or run `python -m scripts changes`", RULE
        )


def write(docs: Path, found: Changes) -> None:
    """Write the record, whole or not at all."""
    file = docs / NAME
    file.touch()
    whole.replace(file, (found.model_dump_json(indent=1, exclude_defaults=True) + "\n").encode())
