"""A key that was renamed is written with its new name; the old one is still read."""

import re
from collections.abc import Iterator
from typing import Any

from scripts import paths
from scripts.content import markdown, records, source
from scripts.content.tree import ARTICLE, DECISION, Content
from scripts.model.base import FORMER_KEYS
from scripts.problem import Edit, Problem

RULE = "former-key"


def check(content: Content) -> Iterator[Problem]:
    """Warn of former keys in front matter and in data files."""
    for page in content.pages:
        for key, line in _former(page.data):
            yield _problem(f"{paths.DOCS}/{page.source}", line + 2, key)
    for name in (ARTICLE, DECISION):
        file, path = content.docs / name, f"{paths.DOCS}/{name}"
        if file.is_file():
            data, _ = records.parse_yaml(source.read(file), path)
            for key, line in _former(data):
                yield _problem(path, line + 1, key)


def fix(text: str, path: str, _content: Content) -> Iterator[Edit]:
    """Rename the former keys of one file."""
    front, first_line = text, 1
    if path.endswith(".md"):
        front, first_line = markdown.split(text).front_matter, 2
    elif path not in {f"{paths.DOCS}/{ARTICLE}", f"{paths.DOCS}/{DECISION}"}:
        return
    data, _ = records.parse_yaml(front, path, first_line)
    lines = front.split("\n")
    for key, line in _former(data):
        renamed = re.sub(rf"(?<![\w-]){key}(?=:(?:\s|$))", FORMER_KEYS[key], lines[line], count=1)
        yield Edit(line + first_line, renamed, f"`{key}` is called `{FORMER_KEYS[key]}`")


def _former(data: Any) -> Iterator[tuple[str, int]]:
    """Former keys anywhere in data, each with its line, counted from 0."""
    if isinstance(data, records.Mapping):
        for key, value in data.items():
            if key in FORMER_KEYS:
                yield key, data.lines[key]
            yield from _former(value)
    elif isinstance(data, records.Items):
        for value in data:
            yield from _former(value)


def _problem(path: str, line: int, key: str) -> Problem:
    fault = f"`{key}` is called `{FORMER_KEYS[key]}` now, and is read for the time being"
    return Problem(path, line, fault, "run `python -m scripts check --fix`", RULE, "warning")
