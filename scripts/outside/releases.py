"""Looks for the newest releases of what tool pages and pins name: on PyPI and npm."""

import datetime
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts import paths
from scripts.content.tree import Content
from scripts.model.freshness import ReleaseState
from scripts.outside.fetch import Fetcher

# Where a registry says what is newest.
REGISTRIES = {"PyPI": "https://pypi.org/pypi/{}/json", "npm": "https://registry.npmjs.org/{}"}
ENVIRONMENTS = ("frameworks", "executorch", "litert-torch", "tf-keras")

_OF = re.compile(r"(?:.* )?(\S+) on (PyPI|npm)$")
_PIN = re.compile(r"^([A-Za-z0-9_.-]+)==([^\s;]+)")


class ReleaseError(Exception):
    """A registry that does not say what is newest."""


@dataclass(frozen=True)
class Named:
    """A release that a file names: the package, the registry, the version, and the file."""

    package: str
    registry: str
    version: str
    where: str


def named(content: Content, requirements: Path = paths.REQUIREMENTS) -> Iterator[Named]:
    """The releases that tool pages name, then those that programs run with."""
    for page, tool in content.tools:
        if match := _OF.match(tool.newest.of):
            yield Named(match[1], match[2], tool.newest.version, page.path)
    for environment in ENVIRONMENTS:
        file = requirements / f"{environment}.in"
        for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
            if match := _PIN.match(line):
                yield Named(match[1], "PyPI", match[2], f"requirements/{file.name}")


def look(entries: Iterator[Named], fetcher: Fetcher) -> list[ReleaseState]:
    """Each with its newest release.

    Raises:
        ReleaseError: a registry does not answer, or with something else.

    """
    newest: dict[tuple[str, str], tuple[str, datetime.date]] = {}
    found = []
    for entry in entries:
        key = (entry.package, entry.registry)
        if key not in newest:
            newest[key] = _newest(*key, fetcher)
        version, released = newest[key]
        found.append(
            ReleaseState(
                name=f"{entry.package} on {entry.registry}",
                where=entry.where,
                said=entry.version,
                newest=version,
                released=released,
            )
        )
    return found


def _newest(package: str, registry: str, fetcher: Fetcher) -> tuple[str, datetime.date]:
    url = REGISTRIES[registry].format(package)
    answer = fetcher.get(url)
    try:
        data = json.loads(answer.text) if answer.status == 200 else None
        version, moment = (_from_pypi if registry == "PyPI" else _from_npm)(data)
    except (ValueError, KeyError, TypeError, IndexError) as error:
        said = answer.failure or f"{type(error).__name__}: {error}"
        raise ReleaseError(f"{url}: does not say what is newest ({said})") from error
    return version, datetime.date.fromisoformat(moment[:10])


def _from_pypi(data: Any) -> tuple[str, str]:
    """PyPI's own `info.version` leaves out pre-releases; `urls` are its files."""
    return data["info"]["version"], min(file["upload_time"] for file in data["urls"])


def _from_npm(data: Any) -> tuple[str, str]:
    version = data["dist-tags"]["latest"]
    return version, data["time"][version]
