"""A page comes in two round trips: it weighs at most 22.5 KB as it is sent, or what is stated for it.

Its source alone lets expect its weight, to within a margin that is part of the message. What lies within the
margin, a build decides: it weighs what it has written.
"""

from collections.abc import Iterator

from scripts.content import page_weight
from scripts.content.tree import Content
from scripts.problem import Problem


def check(content: Content) -> Iterator[Problem]:
    """Find pages that will be too heavy, whatever the error of the estimate."""
    for page in content.pages:
        expected = page_weight.estimate(content, page)
        if expected and expected.size - expected.margin > page_weight.limit(page.url):
            size, margin = (page_weight.kilobytes(value) for value in (expected.size, expected.margin))
            yield page_weight.problem(page, f"a page of about {size} (give or take {margin})")
