"""Every image has a text that stands for it."""

from collections.abc import Iterator

from scripts.content.tree import Content
from scripts.problem import Problem

RULE = "image-text"


def check(content: Content) -> Iterator[Problem]:
    """Find images without alternative text."""
    for page in content.pages:
        for image in page.text.images:
            if not image.label.strip():
                remedy = "say between the brackets what it shows: ![…](…)"
                yield Problem(page.path, image.line, f"the image {image.text} has no text", remedy, RULE)
