"""The versions that an environment pins, from `requirements/<environment>.txt`."""

import re
from pathlib import Path

from scripts.content import source

_PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;+]+)", re.MULTILINE)


def of(root: Path, environment: str) -> dict[str, str]:
    """The pinned versions by normal names, without a local part; none where the file is missing."""
    file = root / "requirements" / f"{environment}.txt"
    if not file.exists():
        return {}
    return {normal(name): version for name, version in _PIN.findall(source.read(file))}


def normal(package: str) -> str:
    """The name of a package as PyPI compares names."""
    return re.sub(r"[-_.]+", "-", package).lower()
