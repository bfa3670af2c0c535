"""The title and the description of a page fit the card that is shown where its link is shared."""

from collections.abc import Iterator

from scripts.content.tree import Content
from scripts.problem import Problem
from scripts.render import card_text

RULE = "card-text"


def check(content: Content) -> Iterator[Problem]:
    """Find titles and descriptions that would be cut off."""
    for page in content.pages:
        if page.meta is None:
            continue
        description = card_text.lines(page.meta.description, card_text.DESCRIPTION_SIZE)
        for field, lines, most in (
            (
                "title",
                card_text.lines(page.meta.title, card_text.TITLE_SIZES[-1]),
                card_text.MOST_TITLE_LINES,
            ),
            ("description", description, card_text.MOST_DESCRIPTION_LINES),
        ):
            if len(lines) > most:
                cut = " ".join(lines[most:])
                fault = f"the {field} does not fit the {most} lines of the page's card: “{cut}” is left over"
                yield Problem(page.path, page.line_of(field), fault, "make it shorter", RULE)
