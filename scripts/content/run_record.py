"""The record of a program's run, in a file beside the program: how it is read, written and told apart."""

import datetime
import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from scripts.content import fingerprint as fingerprints
from scripts.content import source

Run = TypeVar("Run")


def fingerprint(program: Path) -> str:
    """The SHA-256 of a program, the same whatever the line endings of the checkout."""
    return hashlib.sha256(source.read(program).encode()).hexdigest()


def read(file: Path, run: Callable[..., Run]) -> Run | None:
    """The record in a file, made by `run` from its fields, or None if there is none that can be read."""
    if not file.exists():
        return None
    try:
        fields = json.loads(source.read(file))
        fields.pop(fingerprints.KEY, None)  # the rule `record-integrity` looks at it
        return run(**{**fields, "recorded": datetime.date.fromisoformat(fields["recorded"])})
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def write(file: Path, fields: Mapping[str, Any]) -> Path:
    """Write a record with these fields, of which `recorded` is the day. Returns the file."""
    stamped = fingerprints.stamped({**fields, "recorded": fields["recorded"].isoformat()})
    file.write_text(json.dumps(stamped, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return file
