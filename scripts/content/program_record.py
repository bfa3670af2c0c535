"""The programs on pages of tools, rows and guides, and the records of their runs.

A program is `docs/tools/<id>-example.py`, `docs/compare/<id>-example.py` or, as a guide has several,
`docs/guides/<id>-<section>-example.py`; a name such as `numpy.py` would hide the package of that name. Its
record, with `.run.json` in place of `.py`, is written by `python -m scripts programs` alone: what it printed,
with which versions, on which day, and a fingerprint of the program, which shows an outdated record without
running anything.

A program of a guide may import another one by its name with underscores: `from a_guide_model import Net`
reads `docs/guides/a-guide-model-example.py`. So one section shows what the others build on.
"""

import datetime
import hashlib
from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path

from scripts.content import imports, run_record, source

GUIDES = "guides"
_FOLDERS = ("compare", GUIDES)
_ENDING = "-example.py"


@dataclass(frozen=True)
class Run:
    """A recorded run: fingerprint of the program, printed text, versions by name, and day."""

    program: str
    printed: str
    versions: dict[str, str]
    recorded: datetime.date


def fingerprint(docs: Path, name: str) -> str:
    """The SHA-256 of the program and of those that it imports, the same whatever the line endings."""
    own = run_record.fingerprint(program_of(docs, name))
    others = [run_record.fingerprint(file) for file in imported(docs, name).values()]
    return hashlib.sha256("".join([own, *others]).encode()).hexdigest() if others else own


def imported(docs: Path, name: str) -> dict[str, Path]:
    """The programs of guides that a program imports, and those that they import, by module, in order."""
    found: dict[str, Path] = {}
    waiting = [program_of(docs, name)]
    while waiting:
        for module in sorted(imports.modules(source.read(waiting.pop()))):
            file = docs / GUIDES / f"{module.replace('_', '-')}{_ENDING}"
            if module not in found and file.exists():
                found[module] = file
                waiting.append(file)
    return dict(sorted(found.items()))


def read_record(docs: Path, name: str) -> Run | None:
    """The record of a program, or None if there is none that can be read."""
    return run_record.read(record_of(docs, name), Run)


def write_record(docs: Path, name: str, run: Run) -> Path:
    """Write the record beside the program. Returns the file."""
    return run_record.write(record_of(docs, name), asdict(run))


def program_of(docs: Path, name: str) -> Path:
    """The program of a tool, a row or a section of a guide; below docs/tools/ where there is none."""
    files = [docs / folder / f"{name}{_ENDING}" for folder in _FOLDERS]
    return next((file for file in files if file.exists()), docs / "tools" / f"{name}{_ENDING}")


def record_of(docs: Path, name: str) -> Path:
    """The record of its run."""
    return program_of(docs, name).with_suffix(".run.json")


def of_guides(docs: Path, guides: Collection[str]) -> dict[str, str]:
    """The programs of guides by their names, in order, each with the id of its guide.

    A name is `<guide>-<section>`; where the id of a guide begins with that of another, the longer one counts.
    A file that belongs to none is left out.
    """
    found: dict[str, str] = {}
    for file in sorted((docs / GUIDES).glob(f"*{_ENDING}")):
        name = file.name.removesuffix(_ENDING)
        if owners := [guide for guide in guides if name.startswith(f"{guide}-")]:
            found[name] = max(owners, key=len)
    return found
