"""Parses YAML into validated records; every error becomes a problem with its line."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from scripts.content import yaml_errors
from scripts.problem import Problem, meant, nearest

RULE = "front-matter"
T = TypeVar("T", bound=BaseModel)

# What pydantic says, in the words of a contributor: error type -> (fault, remedy). `{}` is the field.
_WORDS = {
    "missing": ("`{}` is missing", "add it"),
    "extra_forbidden": ("`{}` is not a known key", "remove it or correct its spelling"),
    "model_type": ("`{}` has no keys", "write `key: value`, a line each"),
}


class Mapping(dict[str, Any]):
    """A mapping of a YAML file, with the line of each key, counted from 0."""

    lines: dict[str, int]


class Items(list[Any]):
    """A list of a YAML file, with the line of each item, counted from 0."""

    lines: list[int]


class _Loader(yaml.CSafeLoader):
    """libyaml with the scalars of YAML 1.2: `no` is a word, `1:30` is text, and a key stands once."""

    def __init__(self, stream: str) -> None:
        super().__init__(stream)
        self.seen: dict[int, yaml.Node] = {}

    def construct_document(self, node: yaml.Node) -> Any:
        return self._read(node)

    def _read(self, node: yaml.Node) -> Any:
        # What stands at two places has the lines of one, and a few of them can grow to very many.
        if id(node) in self.seen:
            raise yaml.MarkedYAMLError(problem=yaml_errors.ALIAS, problem_mark=node.start_mark)
        self.seen[id(node)] = node
        if isinstance(node, yaml.MappingNode):
            mapping = Mapping()
            mapping.lines = {}
            for key_node, value_node in node.value:
                key = self._read(key_node)
                if not isinstance(key, str):
                    raise yaml.MarkedYAMLError(problem=yaml_errors.KEY, problem_mark=key_node.start_mark)
                if key in mapping:
                    raise yaml.MarkedYAMLError(
                        problem=f"the key “{key}” stands twice", problem_mark=key_node.start_mark
                    )
                mapping.lines[key] = key_node.start_mark.line
                mapping[key] = self._read(value_node)
            return mapping
        if isinstance(node, yaml.SequenceNode):
            items = Items(map(self._read, node.value))
            items.lines = [entry.start_mark.line for entry in node.value]
            return items
        try:
            return self.construct_object(node)
        except ValueError as error:  # a day such as 2026-02-30
            kind = "number" if node.value.lstrip("+-").isdigit() else "day"
            fault = f"“{node.value[:40]}” is no {kind}: {str(error).partition(':')[0]}"
            raise yaml.MarkedYAMLError(problem=fault, problem_mark=node.start_mark) from error


_Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("timestamp", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "0123456789"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


# Half of the time in which a page is shown anew went into reading what had not changed.
@cache
def parse_yaml(text: str, path: str, first_line: int = 1) -> tuple[Any, list[Problem]]:
    """Parse `text`, keeping line numbers. Nobody changes what it returns: the same text gives the same.

    Returns the data (None if it cannot be parsed) and the problems. `first_line` is the line of
    `path` at which `text` starts.
    """
    try:
        return yaml.load(text, Loader=_Loader), []
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = (error.problem or str(error)).splitlines()[0]
        line, fault, remedy = yaml_errors.explain(text, mark.line if mark else 0, problem)
        return None, [Problem(path, first_line + line, fault, remedy, RULE)]
    except RecursionError:
        remedy = "write lists and keys one below the other"
        return None, [Problem(path, first_line, "nested too deeply", remedy, RULE)]
    except yaml.YAMLError as error:
        fault = str(error).splitlines()[0]
        problem_of_all = Problem(path, first_line, f"not valid YAML: {fault}", "correct the syntax", RULE)
        return None, [problem_of_all]


def line_of(data: Any, location: Sequence[str | int], first_line: int = 1) -> int:
    """The line of the value at `location` (keys and indexes), or of its nearest known parent."""
    line = first_line
    for step in location:
        if isinstance(data, Mapping) and step in data:
            line = first_line + data.lines[str(step)]
        elif isinstance(data, Items) and isinstance(step, int) and step < len(data):
            line = first_line + data.lines[step]
        elif isinstance(data, Mapping | Items):
            continue  # a discriminator in pydantic's location, such as `sourced`, is not in the data
        else:
            break
        data = data[step]
    return line


def validate(
    model: type[T],
    data: Any,
    path: str,
    first_line: int = 1,
    line: Callable[[Sequence[str | int]], int] | None = None,
) -> tuple[T | None, list[Problem]]:
    """Validate `data` against `model`. Returns the record (None if invalid) and all problems.

    `line` says in which line of `path` the value at a location stands, if the data does not know.
    """
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        problems = []
        for fault, key in _without_misspelt(error.errors()):
            location = fault["loc"]
            number = line(location) if line else line_of(data, location, first_line)
            problems.append(_in_words(fault, key, path, number))
        return None, problems


def _without_misspelt(errors: Sequence[ErrorDetails]) -> Iterator[tuple[ErrorDetails, str]]:
    """The errors, where a missing key and an unknown one spelt nearly so are one, with the right key."""
    unknown = [error["loc"] for error in errors if error["type"] == "extra_forbidden"]
    meaning: dict[tuple[int | str, ...], str] = {}
    for error in errors:
        if error["type"] == "missing":
            *parent, name = error["loc"]
            beside = {str(place[-1]): place for place in unknown if [*place[:-1]] == parent}
            if near := nearest(str(name), beside):
                meaning.setdefault(beside[near], str(name))
    found = {(*place[:-1], name) for place, name in meaning.items()}
    for error in errors:
        if error["type"] != "missing" or error["loc"] not in found:
            yield error, meaning.get(error["loc"], "")


def _in_words(error: ErrorDetails, key: str, path: str, line: int) -> Problem:
    """The problem of an error; `key` is what its key should be called, if that is known."""
    field = ".".join(str(step) for step in error["loc"]) or "the record"
    if key:
        return Problem(path, line, f"`{field}` is not a known key", f"write `{key}`", RULE)
    if error["type"] in _WORDS:
        fault, remedy = _WORDS[error["type"]]
        return Problem(path, line, fault.format(field), remedy, RULE)
    message = error["msg"].removeprefix("Value error, ")
    remedy = message[0].lower() + message[1:]
    if error["type"] == "literal_error":
        remedy += meant(str(error["input"]), re.findall(r"'([^']+)'", str(error["ctx"]["expected"])))
    return Problem(path, line, f"`{field}` is wrong", remedy, RULE)
