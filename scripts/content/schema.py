"""The JSON Schema of what people write, made from the models: front matter of pages, and the data files.

The files stand in `docs/schema/`, where an editor finds them without a build, and are published from there as
they are. `python -m scripts schema` writes them.
"""

import json
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from scripts.content.tree import ARTICLE, DECISION, MOVES, PRESETS, SEARCH
from scripts.model.article import Article
from scripts.model.decision import Decision
from scripts.model.move import Moves
from scripts.model.page import PageMeta
from scripts.model.preset import Presets
from scripts.model.search import Search

FOLDER = "schema"
ENDING = ".schema.json"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
WARNING = "Written by `python -m scripts schema` from scripts/model/; do not edit."


@dataclass(frozen=True)
class Schema:
    """What a schema describes: its model, title, and data file below docs/ (empty for front matter)."""

    model: type[BaseModel]
    title: str
    file: str = ""


SCHEMAS = {
    "page": Schema(PageMeta, "Front matter of a page"),
    "article": Schema(Article, "Claims of the article", ARTICLE),
    "questions": Schema(Decision, "Questions of the decision", DECISION),
    "presets": Schema(Presets, "Readers and their rows", PRESETS),
    "moves": Schema(Moves, "Moved addresses", MOVES),
    "search": Schema(Search, "Readers' words for the search", SEARCH),
}


def of(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of what a model accepts, with the descriptions of its fields."""
    schema: dict[str, Any] = _tidied(model.model_json_schema())
    return schema


def files() -> dict[str, str]:
    """The text of each schema, by its path below docs/."""
    return {f"{FOLDER}/{name}{ENDING}": _text(schema) for name, schema in SCHEMAS.items()}


def _text(schema: Schema) -> str:
    head = {"$schema": DIALECT, "$comment": WARNING, "title": schema.title}
    return json.dumps(head | of(schema.model), indent=2, ensure_ascii=False) + "\n"


def _tidied(node: Any) -> Any:
    """A schema without what pydantic adds and no editor needs.

    That is titles that repeat the names of keys, defaults that say nothing, and keywords of OpenAPI.
    """
    if isinstance(node, list):
        return [_tidied(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    tidied = {}
    for key, value in node.items():
        if key in ("properties", "$defs"):  # the keys of these are names, which may be `title`
            tidied[key] = {name: _tidied(entry) for name, entry in value.items()}
        elif key not in ("title", "discriminator") and not (key == "default" and value is None):
            tidied[key] = _tidied(value)
    return tidied
