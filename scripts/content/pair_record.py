"""Reads and writes the recorded result of an example pair."""

import json
from pathlib import Path

from pydantic import ValidationError

from scripts.content import fingerprint, pair_files, source
from scripts.model.result import Result


def read(docs: Path, name: str) -> Result | None:
    """The recorded result of a pair, or None if there is none that can be read."""
    file = pair_files.folder_of(docs, name) / pair_files.RECORD
    if not file.exists():
        return None
    try:
        return Result.model_validate_json(source.read(file))
    except ValidationError:
        return None


def write(docs: Path, name: str, result: Result) -> Path:
    """Write the result into the pair's folder. Returns the file."""
    file = pair_files.folder_of(docs, name) / pair_files.RECORD
    fields = fingerprint.stamped(result.model_dump(mode="json"))
    file.write_text(json.dumps(fields, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return file
