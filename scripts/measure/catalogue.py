"""The subjects of measurement, found by their files."""

import hashlib
import importlib
import pkgutil
from pathlib import Path

from scripts.measure import subjects
from scripts.measure.case import Subject

# Groups in the order of the page.
GROUPS = {
    "operations": "Single operations",
    "training": "Training steps",
    "inference": "Inference",
    "compiling": "What compiling costs",
    "input": "Feeding data",
    "size": "Size, memory and loading",
}


def fingerprint(name: str) -> str | None:
    """The SHA-256 of a subject's file, the same whatever the line endings; None if there is no such file."""
    file = Path(subjects.__path__[0]) / f"{name.replace('-', '_')}.py"
    if not file.exists():
        return None
    return hashlib.sha256(file.read_text(encoding="utf-8").encode()).hexdigest()


def all_subjects() -> list[Subject]:
    """Every subject, by group and then by id. None of them imports a framework before it is made ready."""
    entries = []
    for module in pkgutil.iter_modules(subjects.__path__):
        entries.append(importlib.import_module(f"{subjects.__name__}.{module.name}").SUBJECT)
    groups = list(GROUPS)
    return sorted(entries, key=lambda subject: (groups.index(subject.group), subject.id))
