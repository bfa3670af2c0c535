"""The programs on pages of tools and rows, and the records of their runs.

A program is `docs/tools/<id>-example.py` or `docs/compare/<id>-example.py`; a name such as `numpy.py` would
hide the package of that name. Its record, `<id>-example.run.json`, is written by `python -m scripts programs`
alone: what it printed, with which versions, on which day, and a fingerprint of the program, which shows an
outdated record without running anything.
"""

import datetime
import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from scripts.content import fingerprint as fingerprints
from scripts.content import source


@dataclass(frozen=True)
class Run:
    """A recorded run: fingerprint of the program, printed text, versions by name, and day."""

    program: str
    printed: str
    versions: dict[str, str]
    recorded: datetime.date


def fingerprint(docs: Path, name: str) -> str:
    """The SHA-256 of the program, the same whatever the line endings of the checkout."""
    text = source.read(program_of(docs, name))
    return hashlib.sha256(text.encode()).hexdigest()


def read_record(docs: Path, name: str) -> Run | None:
    """The record of a program, or None if there is none that can be read."""
    file = record_of(docs, name)
    if not file.exists():
        return None
    try:
        fields = json.loads(source.read(file))
        fields.pop(fingerprints.KEY, None)  # the rule `record-integrity` looks at it
        return Run(**{**fields, "recorded": datetime.date.fromisoformat(fields["recorded"])})
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def write_record(docs: Path, name: str, run: Run) -> Path:
    """Write the record beside the program. Returns the file."""
    file = record_of(docs, name)
    fields = fingerprints.stamped({**asdict(run), "recorded": run.recorded.isoformat()})
    file.write_text(json.dumps(fields, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return file


def program_of(docs: Path, name: str) -> Path:
    """The program of a tool or row; below docs/tools/ where there is none."""
    row = docs / "compare" / f"{name}-example.py"
    return row if row.exists() else docs / "tools" / f"{name}-example.py"


def record_of(docs: Path, name: str) -> Path:
    """The record of its run."""
    return program_of(docs, name).with_suffix(".run.json")
