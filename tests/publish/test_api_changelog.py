"""The changelog of the data names every field that is published, and nothing that was taken away."""

import re
from collections.abc import Iterator
from typing import Any, get_args, get_origin

import pytest
from pydantic import BaseModel

from scripts import paths
from scripts.publish.api import CSV_FIELDS
from scripts.publish.api_map import ApiMap, ApiNames
from scripts.publish.api_schema import ApiComparison, ApiDecision

CHANGELOG = (paths.ROOT / "docs/about/data.md").read_text(encoding="utf-8").partition("{#changes}")[2]
NUMBERED: dict[str, type[BaseModel]] = {"comparison.json": ApiComparison, "decision.json": ApiDecision}
FILES = NUMBERED | {"map.json": ApiMap, "names.json": ApiNames}
# A part of a file, and the fields that a version has or adds there.
LINE = re.compile(r"^\| `(?P<place>[^`]+)`(?: \((?P<kind>\w+)\))? \| (?P<fields>.+) \|$", re.MULTILINE)
VERSION = re.compile(r"^### (\d+\.\d+), \S+ \d{4} \{#v\d+-\d+\}$", re.MULTILINE)


def parts(place: str, model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    """Each field of a record and of the records in it, with the place it stands at."""
    kind = model.model_fields.get("kind")
    mark = f" ({get_args(kind.annotation)[0]})" if kind and get_origin(kind.annotation) else ""
    for name, field in model.model_fields.items():
        yield f"{place}{mark}", field.serialization_alias or name
        yield from inner(f"{place}.{name}", field.annotation)


def inner(place: str, annotation: Any) -> Iterator[tuple[str, str]]:
    """The same for what a field holds: a record, several, or one of several kinds."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from parts(place, annotation)
    origin = get_origin(annotation)
    mark = "[]" if origin is list else "{}" if origin is dict else ""
    for part in get_args(annotation):
        yield from inner(f"{place}{mark}", part)


def published() -> set[tuple[str, str]]:
    found = {("comparison.csv", name) for name in CSV_FIELDS}
    for file, model in FILES.items():
        found |= {*parts(file.removesuffix(".json"), model)}
    return found


def documented() -> set[tuple[str, str]]:
    return {
        (f"{line['place']} ({line['kind']})" if line["kind"] else line["place"], name)
        for line in LINE.finditer(CHANGELOG)
        for name in re.findall(r"`([^`]+)`", line["fields"])
    }


def test_every_field_that_is_published_is_in_the_changelog() -> None:
    assert sorted(published() - documented()) == [], (
        "raise the version, and add the field to docs/about/data.md"
    )


def test_no_field_of_the_changelog_was_taken_away() -> None:
    assert sorted(documented() - published()) == [], "within version 1 nothing is renamed or removed"


@pytest.mark.parametrize("model", NUMBERED.values(), ids=NUMBERED)
def test_the_newest_version_is_the_published_one(model: type[BaseModel]) -> None:
    newest = VERSION.findall(CHANGELOG)[0]
    assert get_args(model.model_fields["version"].annotation) == (newest,)


def test_the_map_has_a_number_of_its_own() -> None:
    newest = re.findall(r"^### The API map (\d+\.\d+), \S+ \d{4} \{#map-\d+-\d+\}$", CHANGELOG, re.MULTILINE)[
        0
    ]
    assert get_args(ApiMap.model_fields["version"].annotation) == (newest,)
