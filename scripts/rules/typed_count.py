"""How many rows, pairs or tools there are is counted, not typed: `{{ count.pairs }}` stands for it."""

import re
from collections.abc import Iterator

from scripts.content import counts
from scripts.content.markdown import INLINE_CODE
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.problem import Problem

RULE = "typed-count"
# A typed number is taken for ours if it is at most a third off; `five rows` of a table are not meant.
LEAST, MOST = 0.67, 1.34

_NOUNS = {noun: name for name, count in counts.COUNTS.items() for noun in count.nouns if name != "most_asked"}
_WORDS = "|".join(sorted(counts.NUMBERS, key=len, reverse=True))  # the longest first: sixty-one, then sixty
_TYPED = re.compile(rf"\b((?i:{_WORDS})|\d+) (?:[a-z]+ )?({'|'.join(_NOUNS)})\b")


def check(content: Content) -> Iterator[Problem]:
    """Find unknown placeholders everywhere, and typed numbers on pages that speak of the site itself."""
    ours = {name: count.of(content) for name, count in counts.COUNTS.items()}
    for page in content.pages:
        if page.is_notebook:
            continue
        for line, text in _lines(page):
            for match in counts.PLACEHOLDER.finditer(text):
                if not counts.is_known(match[1]):
                    remedy = (
                        f"use one of {', '.join(counts.names())}; for words `words.…`, at a start `Words.…`"
                    )
                    yield Problem(page.path, line, f"nothing is counted as “{match[1]}”", remedy, RULE)
            if page.meta and page.meta.kind:
                continue  # a row or a tool counts things of others
            for match in _TYPED.finditer(text):
                name = _NOUNS[match[2]]
                number = counts.number_of(match[1])
                if number and number > 4 and LEAST <= number / max(ours[name], 1) <= MOST:
                    form = "count" if match[1].isdigit() else "words" if match[1].islower() else "Words"
                    fault = f"“{match[0]}”: a number that the data know, which is {ours[name]} now"
                    yield Problem(page.path, line, fault, f"write `{{{{ {form}.{name} }}}}` for it", RULE)


def _lines(page: Page) -> Iterator[tuple[int, str]]:
    """The lines of a page with their numbers: its front matter, and its prose without code."""
    for number, line in enumerate(page.text.front_matter.split("\n"), start=2):
        yield number, INLINE_CODE.sub("", line)
    yield from page.text.prose
