"""Reads and writes what the last looks at other places found."""

from pathlib import Path

from pydantic import ValidationError

from scripts import paths
from scripts.content import source, whole
from scripts.model.freshness import Freshness
from scripts.problem import Problem

NAME = "about/freshness.json"
UNREACHABLE = "about/unreachable.yml"
RULE = "freshness-record"


def read(docs: Path) -> Freshness | Problem:
    """What was found last; nothing at all if there was no look yet. A problem if it cannot be read."""
    file = docs / NAME
    if not file.exists():
        return Freshness()
    try:
        return Freshness.model_validate_json(source.read(file))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"]))
        fault = f"no record of looks: {f'`{where}`: ' if where else ''}{first['msg']}"
        return Problem(
            f"{paths.DOCS}/{NAME}", 1, fault, "restore the file, or run `python -m scripts fresh`", RULE
        )


def write(docs: Path, found: Freshness) -> None:
    """Write what was found, whole or not at all."""
    file = docs / NAME
    file.touch()
    whole.replace(file, (found.model_dump_json(indent=1) + "\n").encode())
