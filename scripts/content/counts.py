"""How many of a thing there are, for sentences: `{{ count.pairs }}` is 51, `{{ words.pairs }}` fifty-one.

`{{ Words.pairs }}` begins a sentence: Fifty-one. They stand in the text and the description of a page of
Markdown, and are left alone in code.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scripts.content import decision_paths
from scripts.content.markdown import INLINE_CODE, outside_fences

if TYPE_CHECKING:  # which imports this module, to fill the descriptions of its pages
    from scripts.content.tree import Content

PLACEHOLDER = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_CODE_OR_PLACEHOLDER = re.compile(f"{INLINE_CODE.pattern}|{PLACEHOLDER.pattern}")
_ONES = (
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


@dataclass(frozen=True)
class Count:
    """One number: how it is counted, and what the things are called in sentences, without the number."""

    of: Callable[["Content"], int]
    nouns: tuple[str, ...]


def _measured(content: "Content") -> int:
    """How many subjects any run has measured."""
    return len({subject.id for _, run in content.runs for subject in run.subjects})


COUNTS = {
    "rows": Count(lambda content: len(list(content.rows)), ("rows", "criteria")),
    "pairs": Count(lambda content: len(content.pairs), ("pairs", "example pairs", "tasks")),
    "errors": Count(lambda content: len(content.errors), ("error messages", "messages")),
    "entries": Count(lambda content: len(content.entries), ("entries", "calls")),
    "notebooks": Count(lambda content: len(content.notebooks), ("notebooks",)),
    "tools": Count(lambda content: len(list(content.tools)), ("tools",)),
    "claims": Count(lambda content: len(content.claims), ("claims", "points")),
    "subjects": Count(_measured, ("subjects", "measurements")),
    "questions": Count(
        lambda content: len(content.decision.questions) if content.decision else 0, ("questions",)
    ),
    "outcomes": Count(lambda content: len(content.outcomes), ("outcomes", "answers")),
    # The most questions that one reader answers.
    "most_asked": Count(
        lambda content: decision_paths.longest(content.decision) if content.decision else 0, ("questions",)
    ),
}
NUMBERS = {word: number for number, word in enumerate(_ONES)} | {
    f"{ten}{f'-{_ONES[one]}' if one else ''}": 20 + 10 * place + one
    for place, ten in enumerate(_TENS)
    for one in range(10)
}


def in_words(number: int) -> str:
    """A number as a sentence says it: up to ninety-nine in words."""
    return next((word for word, known in NUMBERS.items() if known == number), str(number))


FORMS: dict[str, Callable[[int], str]] = {
    "count": str,
    "words": in_words,
    "Words": lambda number: in_words(number).capitalize(),
}


def number_of(text: str) -> int | None:
    """The number that a word or digits say; None for other words."""
    return int(text) if text.isdigit() else NUMBERS.get(text.lower())


def is_known(name: str) -> bool:
    """Whether a placeholder of this name can be filled."""
    form, _, of = name.partition(".")
    return form in FORMS and of in COUNTS


def names() -> Iterator[str]:
    """What can stand in a placeholder, in one of its forms."""
    return (f"count.{name}" for name in COUNTS)


def filled(text: str, content: "Content") -> str:
    """A text with its numbers; unknown placeholders stay, for a rule to find."""
    if "{{" not in text:
        return text
    lines = text.split("\n")
    for index, line in outside_fences(lines):
        lines[index] = _CODE_OR_PLACEHOLDER.sub(lambda match: _number(match, content), line)
    return "\n".join(lines)


def _number(match: re.Match[str], content: "Content") -> str:
    name = match[2]
    if name is None or not is_known(name):
        return match[0]
    form, _, of = name.partition(".")
    return FORMS[form](COUNTS[of].of(content))
