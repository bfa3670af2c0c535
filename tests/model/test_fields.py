"""Every field says what it holds, and every pattern says in words what it asks for."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, RootModel

from scripts import model
from scripts.content import schema
from scripts.model.base import EXPECTED


def models() -> list[type[BaseModel]]:
    """Every model of the package, each once."""
    modules = [
        importlib.import_module(f"{model.__name__}.{entry.name}")
        for entry in pkgutil.iter_modules(model.__path__)
    ]
    found = {value for module in modules for value in vars(module).values() if isinstance(value, type)}
    ours = [
        entry
        for entry in found
        if issubclass(entry, BaseModel) and entry.__module__.startswith(model.__name__)
    ]
    return sorted(ours, key=lambda entry: entry.__name__)


def nodes(schema: Any) -> Iterator[dict[str, Any]]:
    """Every part of a JSON Schema."""
    if isinstance(schema, dict):
        yield schema
    for part in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from nodes(part)


def test_the_models_are_found() -> None:
    names = {entry.__name__ for entry in models()}
    assert names >= {"PageMeta", "Tool", "Sourced", "Claim", "Decision", "Result", "MeasuredRun", "Stored"}


@pytest.mark.parametrize("entry", models(), ids=lambda entry: entry.__name__)
def test_no_field_is_without_a_description(entry: type[BaseModel]) -> None:
    if issubclass(entry, RootModel):
        return
    descriptions = {name: field.description or "" for name, field in entry.model_fields.items()}
    assert [name for name, text in descriptions.items() if len(text) < 6] == []
    # A few words for a cell of a table and a line of an editor, as all of them: no full stop, no line break.
    assert [
        text for text in descriptions.values() if text.endswith(".") or "\n" in text or len(text) > 110
    ] == []
    assert [text for text in descriptions.values() if not (text[0].isupper() or text[0] in "`1")] == []


@pytest.mark.parametrize("name", list(schema.SCHEMAS))
def test_no_pattern_is_without_words(name: str) -> None:
    patterns = [
        part for part in nodes(schema.of(schema.SCHEMAS[name].model)) if isinstance(part.get("pattern"), str)
    ]
    assert patterns
    for part in patterns:
        assert part["patternErrorMessage"].startswith(EXPECTED), part
