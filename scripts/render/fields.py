"""Tables of the keys that front matter and data files may hold, made from the models: `fields/<kind>.md`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from scripts.content import schema
from scripts.model.api_map import Family
from scripts.model.article import Claim
from scripts.model.base import EXPECTED
from scripts.model.decision import Decision, Outcome, Question
from scripts.model.error import ErrorMessage
from scripts.model.evidence import RECORDS
from scripts.model.guide import Guide
from scripts.model.move import Move
from scripts.model.notebook import Notebook
from scripts.model.page import PageMeta
from scripts.model.pair import Pair
from scripts.model.preset import Preset
from scripts.model.row import Row
from scripts.model.tool import Tool

# What each table describes. Its name is its fragment's, and the id of its section on the page of all tables.
TABLES: dict[str, tuple[type[BaseModel], ...]] = {
    "page": (PageMeta,),
    "tool": (Tool,),
    "row": (Row,),
    "pair": (Pair,),
    "outcome": (Outcome,),
    "notebook": (Notebook,),
    "error": (ErrorMessage,),
    "guide": (Guide,),
    "api": (Family,),
    "claim": (Claim,),
    "evidence": RECORDS,
    "decision": (Decision,),
    "question": (Question,),
    "preset": (Preset,),
    "move": (Move,),
}
_SECTIONS = {model.__name__: name for name, models in TABLES.items() for model in models}
BELOW = "keys below"
_HEAD = "| Key | What it holds | Must | Limits |\n| --- | --- | --- | --- |\n"


@dataclass(frozen=True)
class Key:
    """A key, with a dot before each deeper level: what it holds, whether it must be there, and its limits."""

    name: str
    holds: str
    must: str
    limits: str


def table(name: str) -> str:
    """The table of a kind (a name of `TABLES`) as Markdown. Raises what `keys` does."""
    lines = (f"| `{key.name}` | {key.holds} | {key.must} | {key.limits} |\n" for key in keys(name))
    return _HEAD + "".join(lines)


def keys(name: str) -> list[Key]:
    """The keys of a kind, in the order of the model; of several records each key once.

    Raises:
        KeyError: there is no table of this name.
        ValueError: a model has a type for which there are no words yet.

    """
    models = TABLES[name]
    found: dict[str, list[tuple[str, Key]]] = {}
    for model in models:
        made = schema.of(model)
        for key in _keys(made, made.get("$defs", {})):
            found.setdefault(key.name, []).append((_kind(made), key))
    return [_one(entries, len(models)) for entries in found.values()]


def _one(entries: Sequence[tuple[str, Key]], models: int) -> Key:
    """One line for a key of several records: it must be there for the kinds that have it."""
    first = entries[0][1]
    if models == 1:
        return first
    holds = first.holds if len({key.holds for _, key in entries}) == 1 else _each(entries, "holds")
    must = "yes" if len(entries) == models else f"for {_or([kind for kind, _ in entries])}"
    limits = (
        first.limits
        if len({key.limits for _, key in entries}) == 1
        else _or([key.limits for _, key in entries])
    )
    return Key(first.name, holds, must, limits)


def _each(entries: Sequence[tuple[str, Key]], field: str) -> str:
    texts = [(kind, str(getattr(key, field))) for kind, key in entries]
    return "; ".join(f"{kind}: {text[:1].lower()}{text[1:]}" for kind, text in texts)


def _kind(made: dict[str, Any]) -> str:
    """The kind that a record states, as code; empty if it states none."""
    kind = made["properties"].get("kind", {}).get("const")
    return f"`{kind}`" if kind else ""


def _keys(record: dict[str, Any], defs: dict[str, Any], before: str = "") -> Iterator[Key]:
    required = record.get("required", ())
    for name, node in record["properties"].items():
        must = "yes" if name in required else "no"
        yield Key(f"{before}{name}", node.get("description", ""), must, _limits(node))
        inner = _record_in(node)
        if inner and inner not in _SECTIONS:
            yield from _keys(defs[inner], defs, f"{before}{name}.")


def _record_in(node: dict[str, Any]) -> str:
    """The name of the record that a key or each entry of its list holds; empty if it holds none."""
    for part in (node, node.get("items", {}), *node.get("anyOf", ())):
        if "$ref" in part:
            return str(part["$ref"]).rpartition("/")[2]
    return ""


def _limits(node: dict[str, Any]) -> str:
    words = _words(node)
    default = node.get("default")
    if default and default != node.get("const"):
        words += f"; {default} if left out"
    return words


def _words(node: dict[str, Any]) -> str:
    """What a value may be."""
    if "$ref" in node:
        return _record(node["$ref"])
    options = node.get("anyOf") or node.get("oneOf")
    if options and "patternErrorMessage" not in node:
        return _or(list(dict.fromkeys(_words(option) for option in options if option.get("type") != "null")))
    if "enum" in node or "const" in node:
        return _or([f"`{value}`" for value in node.get("enum") or [node["const"]]])
    match node.get("type", "string"):
        case "string":
            return _text(node)
        case "integer" | "number":
            return _number(node)
        case "boolean":
            return "`true` or `false`"
        case "array":
            return _list(node)
        case "object":
            names = _words(node.get("propertyNames", {"type": "string"}))
            # Keys of a form of their own stand under a pattern.
            values = node.get("additionalProperties") or next(iter(node["patternProperties"].values()))
            return f"{names}, each with {_words(values)}"
    raise ValueError(f"no words for {node}")


def _record(reference: str) -> str:
    name = reference.rpartition("/")[2]
    section = _SECTIONS.get(name)
    return f"[{section}](#{section})" if section else BELOW


def _text(node: dict[str, Any]) -> str:
    if node.get("format") == "date":
        return "a day such as 2026-11-22"
    form = str(node.get("patternErrorMessage", "")).removeprefix(EXPECTED)
    length = _range(node.get("minLength"), node.get("maxLength"))
    return "; ".join(part for part in (form, f"{length} characters" if length else "") if part) or "text"


def _number(node: dict[str, Any]) -> str:
    kind = "whole number" if node["type"] == "integer" else "number"
    least, most = node.get("minimum"), node.get("maximum")
    above, below = node.get("exclusiveMinimum"), node.get("exclusiveMaximum")
    parts = [
        kind,
        f"above {above:g}" if above is not None else "",
        _range(least, most),
        f"below {below:g}" if below is not None else "",
    ]
    return ", ".join(part for part in parts if part)


def _list(node: dict[str, Any]) -> str:
    count = _range(node.get("minItems"), node.get("maxItems"))
    inner = _words(node["items"])
    return f"list{f' of {count}' if count else ''}, {'with the ' if inner == BELOW else 'each: '}{inner}"


def _range(least: float | None, most: float | None) -> str:
    if least is not None and most is not None:
        return f"{least:g} to {most:g}"
    if least is not None:
        return f"at least {least:g}"
    return f"at most {most:g}" if most is not None else ""


def _or(words: Sequence[str]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
