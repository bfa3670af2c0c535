"""The API map for programs, and for the page Translate: `api/v1/map.json`, described by a JSON Schema."""

import itertools
import json
import re
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field

from scripts import paths
from scripts.content.api_record import Shown
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.model.api_map import MATCHES, Entry
from scripts.publish.api_schema import Published

FILE = "map.json"
SCHEMA = "map.schema.json"
NAMES = "names.json"


class MapClass(Published):
    """A class of difference."""

    id: str
    title: str
    meaning: str


class MapFamily(Published):
    """A family of entries, and the run that its results are of."""

    id: str
    title: str
    url: str
    recorded: str = Field(description="Day of the run; empty before the first.")
    versions: dict[str, str]


class MapCase(Published):
    """What to know where a call of a side gives certain arguments together."""

    side: str
    given: dict[str, str] = Field(
        description="Arguments, each with `any`, `absent`, `number`, `> 1`, or values with ` | ` between."
    )
    condition: str = Field(description="The same in words, or empty where it always holds.")
    note: str
    code: dict[str, str] = Field(description="Lines that give the same result, by framework.")
    wrong: str = Field(description="Lines of the other side that give another result, or empty.")


class MapEntry(Published):
    """An entry. Texts are Markdown (inline code and links alone)."""

    id: str
    family: str
    url: str
    tensorflow: list[str] = Field(description="Full names in TensorFlow and Keras, the usual one first.")
    pytorch: list[str] = Field(description="Full names in PyTorch, the usual one first.")
    match: str
    arguments: dict[str, str] = Field(description="Arguments of other names: TensorFlow's, and PyTorch's.")
    defaults: list[list[str]] = Field(
        description="Defaults that differ: TensorFlow's argument and its default, PyTorch's and its default."
    )
    notes: dict[str, str] = Field(description="What to know where a call gives an argument.")
    when: dict[str, dict[str, str]] = Field(
        description="By framework, arguments by which a call means this one of several entries of its name."
    )
    cases: list[MapCase]
    parameters: dict[str, list[str]] = Field(
        description="The first arguments of a name, in their order, where what a call gives tells something."
    )
    differs: list[str]
    instead: str
    inputs: str = Field(description="Lines of NumPy that make the inputs of both sides.")
    code: dict[str, str] = Field(description="Lines that assign `y`, by framework.")
    difference: float | None = Field(description="Greatest difference of both results; null for one side.")


class ApiMap(Published):
    """The whole map."""

    version: Literal["1.1"]
    site: str
    licence: str
    classes: list[MapClass]
    families: list[MapFamily]
    entries: list[MapEntry]
    aliases: dict[str, str] = Field(
        description="Names of the installed releases that stand for the object of another name."
    )


class ApiNames(Published):
    """The public names of the installed releases, by module."""

    versions: dict[str, str]
    modules: dict[str, list[str]]


def of(content: Content, site_url: str) -> ApiMap:
    """The map as it is published; `site_url` ends with a slash."""
    return ApiMap(
        version="1.1",
        site=site_url,
        licence="CC-BY-4.0",
        classes=[
            MapClass(id=name, title=title, meaning=meaning) for name, (title, meaning) in MATCHES.items()
        ],
        families=[_family(content, page, site_url) for page, _ in content.families.values()],
        entries=[_entry(content, page, entry, site_url) for page, entry in content.entries.values()],
        aliases=_aliases(content),
    )


def write(content: Content, site: Path, site_url: str) -> list[Path]:
    """Write the map, its schema and the names of the releases below `site`. Returns the files."""
    names = content.public_names
    published = ApiNames(versions=names.versions if names else {}, modules=names.modules if names else {})
    files: dict[str, object] = {
        FILE: {"$schema": SCHEMA, **of(content, site_url).model_dump(mode="json")},
        SCHEMA: schema(),
        NAMES: published.model_dump(mode="json"),
    }
    written = []
    for name, data in files.items():
        file = site / paths.API / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
        written.append(file)
    return written


def schema() -> dict[str, object]:
    """The JSON Schema of the map."""
    model: type[BaseModel] = ApiMap
    generated = model.model_json_schema(mode="serialization")
    properties = {"$schema": {"type": "string"}, **generated["properties"]}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **generated, "properties": properties}


def _family(content: Content, page: Page, site_url: str) -> MapFamily:
    run = content.api_runs[page.id]
    assert page.meta
    return MapFamily(
        id=page.id,
        title=page.meta.title,
        url=f"{site_url}{page.url}",
        recorded=run.recorded.isoformat() if run else "",
        versions=run.versions if run else {},
    )


def _entry(content: Content, page: Page, entry: Entry, site_url: str) -> MapEntry:
    run = content.api_runs[page.id]
    shown = run.entries.get(entry.id) if run else None
    return MapEntry(
        id=entry.id,
        family=page.id,
        url=f"{site_url}{page.url}#{entry.id}",
        tensorflow=entry.tensorflow,
        pytorch=entry.pytorch,
        match=entry.match,
        arguments=entry.arguments,
        defaults=shown.defaults if shown else [],
        notes=entry.notes,
        when={side: dict(given) for side, given in entry.when.items()},
        cases=[
            MapCase(
                side=case.side,
                given=case.given,
                condition=case.condition,
                note=case.note,
                code={side: text.strip() for side, text in case.code.items()},
                wrong=(case.wrong or "").strip(),
            )
            for case in entry.cases
        ],
        parameters=_parameters(entry, shown),
        differs=entry.differs,
        instead=entry.instead or "",
        inputs=(entry.inputs or "").strip(),
        code={side: text.strip() for side, text in entry.code.items()},
        difference=shown.difference if shown else None,
    )


# More arguments than this are given by name.
_BY_PLACE = 8


def _parameters(entry: Entry, shown: Shown | None) -> dict[str, list[str]]:
    """The first parameters of each name, where the entry says something of an argument."""
    if not shown or not (entry.notes or entry.cases or entry.when):
        return {}
    found = {name: by_place(text) for name, text in shown.parameters.items()}
    return {name: names for name, names in found.items() if names}


def by_place(parameters: str) -> list[str]:
    """The first arguments of a call that can be given by their place, from its parameters as text."""
    plain = parameters
    while (simpler := re.sub(r"\([^()]*\)|\[[^\[\]]*\]|'[^']*'", "", plain)) != plain:
        plain = simpler
    names = [part.partition("=")[0] for part in plain.split(", ")]
    return list(itertools.takewhile(lambda one: one and not one.startswith("*"), names))[:_BY_PLACE]


def _aliases(content: Content) -> dict[str, str]:
    """The names that are no entry's, and stand for the object of a name that is one's."""
    if content.public_names is None:
        return {}
    own = [name for _, entry in content.entries.values() for name in (*entry.tensorflow, *entry.pytorch)]
    by_object = {content.public_names.first(name): name for name in reversed(own)}
    return {
        name: by_object[first]
        for name, first in sorted(
            {**content.public_names.aliases, **{first: first for first in by_object}}.items()
        )
        if first in by_object and name not in own
    }
