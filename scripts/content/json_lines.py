"""Finds the line of each value in a JSON text, so that messages can point to it."""

import json
import re
from dataclasses import dataclass, field

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s\[\]{}:,"]+')


@dataclass(frozen=True)
class Place:
    """A value: its line from 1, and the places of its parts by key or index."""

    line: int
    parts: "dict[str | int, Place]" = field(default_factory=dict)

    def at(self, *steps: str | int) -> "Place":
        """The place of a part, or of the nearest one around it that is there."""
        place = self
        for step in steps:
            if step not in place.parts:
                break
            place = place.parts[step]
        return place


def of(text: str) -> Place:
    """The places of all values of a text that is valid JSON."""
    around = Place(1)
    opened = [around]
    names: list[str | int | None] = [
        ""
    ]  # what the next value is called in each container; None: by a key to come
    line, seen = 1, 0
    for match in _TOKEN.finditer(text):
        token = match[0]
        line += text.count("\n", seen, match.start())
        seen = match.start()
        if token in "}]":
            opened.pop()
            names.pop()
        elif token == ",":
            name = names[-1]
            names[-1] = name + 1 if isinstance(name, int) else None
        elif token == ":":
            continue
        elif names[-1] is None:
            names[-1] = str(json.loads(token))
        else:
            place = Place(line)
            opened[-1].parts[names[-1]] = place
            if token in "{[":
                opened.append(place)
                names.append(None if token == "{" else 0)
    return around.parts[""]
