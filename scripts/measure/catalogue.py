"""The subjects of measurement, found by their files."""

import importlib
import pkgutil

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


def all_subjects() -> list[Subject]:
    """Every subject, by group and then by id. None of them imports a framework before it is made ready."""
    entries = []
    for module in pkgutil.iter_modules(subjects.__path__):
        entries.append(importlib.import_module(f"{subjects.__name__}.{module.name}").SUBJECT)
    groups = list(GROUPS)
    return sorted(entries, key=lambda subject: (groups.index(subject.group), subject.id))
