"""One address has one title and one date everywhere, and was seen after it was written."""

from collections.abc import Iterator
from dataclasses import dataclass

from scripts import dates
from scripts.content.tree import Content
from scripts.model.evidence import Sourced
from scripts.problem import Problem
from scripts.rules import footnote_source

RULE = "source-agreement"


@dataclass(frozen=True)
class Citation:
    """One place that cites an address: where, under which title and date, and the date as written there."""

    path: str
    line: int
    url: str
    title: str
    dated: str
    words: str


def check(content: Content) -> Iterator[Problem]:
    """Find sources that are cited under two titles or with two dates."""
    first: dict[str, Citation] = {}
    for path, line, source in _sources(content):
        if source.dated != "undated" and source.dated > source.seen.isoformat():
            fault = f"the source is dated {source.dated} but was seen on {source.seen}"
            yield Problem(path, line, fault, "correct one of the two dates", RULE)
    for citation in _citations(content):
        known = first.setdefault(citation.url, citation)
        place = f"{known.path}:{known.line}"
        if known.title != citation.title:
            fault = f"{citation.url} is “{citation.title}” here and “{known.title}” in {place}"
            yield Problem(citation.path, citation.line, fault, "use one title", RULE)
        if known.dated != citation.dated:
            fault = f"{citation.url}: the date is {citation.words} here, {known.words} in {place}"
            remedy = "use the date of the newer look"
            yield Problem(citation.path, citation.line, fault, remedy, RULE)


def _citations(content: Content) -> Iterator[Citation]:
    """Every citation: of claims and tools first, then of footnotes."""
    for path, line, source in _sources(content):
        words = dates.source_date_in_words(source.dated)
        yield Citation(path, line, source.url, source.title, source.dated, words)
    for page in content.pages:
        for footnote in page.text.footnotes:
            if match := footnote_source.SHAPE.match(footnote.text):
                dated = dates.source_date(words := match["dated"])
                yield Citation(page.path, footnote.line, match["url"], match["title"], dated, words)


def _sources(content: Content) -> Iterator[tuple[str, int, Sourced]]:
    for path, line, entry in content.evidence:
        if isinstance(entry, Sourced):
            yield path, line, entry
