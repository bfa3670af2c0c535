"""Reads and writes what the newest releases changed."""

from pathlib import Path

from pydantic import ValidationError

from scripts import paths
from scripts.content import source, whole
from scripts.model.canary import Canary
from scripts.problem import Problem

NAME = "about/canary.json"
RULE = "canary-record"


def read(docs: Path) -> Canary | Problem | None:
    """The record; None if there was no run yet. A problem if it cannot be read."""
    file = docs / NAME
    if not file.exists():
        return None
    try:
        return Canary.model_validate_json(source.read(file))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        fault = f"no record of a canary: {f'`{where}`: ' if where else ''}{first['msg']}"
        return Problem(f"{paths.DOCS}/{NAME}", 1, fault, "restore the file, or run `make canary`", RULE)


def write(docs: Path, found: Canary) -> None:
    """Write the record, whole or not at all."""
    file = docs / NAME
    file.touch()
    whole.replace(file, (found.model_dump_json(indent=1) + "\n").encode())
