"""The plain words of an outcome are one short sentence each, without code, numbers of versions or jargon."""

import re
from collections.abc import Iterator

from scripts.content.tree import Content
from scripts.problem import Problem

RULE = "plain-summary"
MOST_WORDS = 30
_CODE = re.compile(r"[`\[\]*_]|https?:|\.py\b")
_VERSION = re.compile(r"\b\d+\.\d+")
_SECOND = re.compile(r"[.!?] +[A-Z]")
# Words that somebody who writes no code would have to look up, with their plurals.
JARGON = (
    "API", "backend", "batch", "checkpoint", "container", "dataset", "epsilon", "GPU", "inference", "int8",
    "kernel", "operator", "opset", "quantization", "repository", "runtime", "SDK", "stack", "tensor",
    "tokenizer",
)  # fmt: skip
_JARGON = re.compile(rf"\b({'|'.join(JARGON)})s?\b", re.IGNORECASE)


def check(content: Content) -> Iterator[Problem]:
    """Find sentences that are long, are several, or that only a programmer understands."""
    for page, outcome in content.outcomes.values():
        for name, sentence in outcome.plain:
            line = page.line_of("outcome", "plain", name)
            for fault, remedy in _faults(sentence):
                yield Problem(page.path, line, f"`{name}` {fault}", remedy, RULE)


def _faults(sentence: str) -> Iterator[tuple[str, str]]:
    words = len(sentence.split())
    if words > MOST_WORDS:
        yield f"has {words} words", f"say it in at most {MOST_WORDS}"
    if _SECOND.search(sentence):
        yield "is more than one sentence", "join them with a comma or a semicolon, or leave one out"
    if _CODE.search(sentence):
        yield "holds code or a link", "name the thing as a manager would; code and links stand in the reasons"
    if found := _VERSION.search(sentence):
        yield f"names version {found[0]}", "say “the newest release” or a date; versions stand in the reasons"
    for term in _JARGON.finditer(sentence):
        yield f"says “{term[0]}”", "use a word that needs no key"
