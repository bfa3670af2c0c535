"""Reads YAML into records, and turns every fault into a problem with its line."""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from scripts.problem import Problem

RULE = "front-matter"
T = TypeVar("T", bound=BaseModel)

# What pydantic says, in the words of a contributor: error type -> (fault, remedy). `{}` is the field.
_WORDS = {
    "missing": ("`{}` is missing", "add it"),
    "extra_forbidden": ("`{}` is not a known key", "remove it or correct its spelling"),
}


# Half of the time in which a page is shown anew went into reading what had not changed.
@cache
def parse_yaml(text: str, path: str, first_line: int = 1) -> tuple[Any, list[Problem]]:
    """Parse `text`, keeping line numbers. Nobody changes what it returns: the same text gives the same.

    Returns the data (None if it cannot be parsed) and the problems. `first_line` is the line of
    `path` at which `text` starts.
    """
    try:
        return YAML(typ="rt").load(text), []
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        fault = (error.problem or str(error)).splitlines()[0]
        return None, [Problem(path, line, f"not valid YAML: {fault}", "correct the syntax", RULE)]
    except YAMLError as error:
        fault = str(error).splitlines()[0]
        problem = Problem(path, first_line, f"not valid YAML: {fault}", "correct the syntax", RULE)
        return None, [problem]


def line_of(data: Any, location: Sequence[str | int], first_line: int = 1) -> int:
    """The line of the value at `location` (keys and indexes), or of its nearest known parent."""
    line = first_line
    for step in location:
        if isinstance(data, CommentedMap) and step in data:
            line = first_line + int(data.lc.key(step)[0])
        elif isinstance(data, CommentedSeq) and isinstance(step, int) and step < len(data):
            line = first_line + int(data.lc.item(step)[0])
        elif isinstance(data, CommentedMap | CommentedSeq):
            continue  # a discriminator in pydantic's location, such as `sourced`, is not in the data
        else:
            break
        data = data[step]
    return line


def validate(model: type[T], data: Any, path: str, first_line: int = 1) -> tuple[T | None, list[Problem]]:
    """Validate `data` against `model`. Returns the record (None if invalid) and all problems."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        problems = []
        for fault in error.errors():
            location = fault["loc"]
            line = line_of(data, location, first_line)
            problems.append(_in_words(fault["type"], location, fault["msg"], path, line))
        return None, problems


def _in_words(kind: str, location: Sequence[str | int], message: str, path: str, line: int) -> Problem:
    field = ".".join(str(step) for step in location) or "the record"
    if kind in _WORDS:
        fault, remedy = _WORDS[kind]
        return Problem(path, line, fault.format(field), remedy, RULE)
    message = message.removeprefix("Value error, ")
    return Problem(path, line, f"`{field}` is wrong", message[0].lower() + message[1:], RULE)
