"""How the text of a social card is laid out: how large, and in how many lines."""

from scripts.render import typesetting

SIZE = (1200, 630)
MARGIN = 80
# Pixels. A title is set as large as leaves it in two lines.
TITLE_SIZES = (76, 64, 54, 44)
DESCRIPTION_SIZE = 34
MOST_TITLE_LINES = 2
MOST_DESCRIPTION_LINES = 3


def lines(text: str, size: int) -> list[str]:
    """A text in lines that fit between the margins."""
    return typesetting.filled(
        text, lambda line: typesetting.font(size).getlength(line) <= SIZE[0] - 2 * MARGIN
    )


def title(text: str) -> tuple[int, list[str]]:
    """The size of a title and its lines; more than `MOST_TITLE_LINES` if it does not fit."""
    for size in TITLE_SIZES:
        broken = lines(text, size)
        if len(broken) <= MOST_TITLE_LINES:
            break
    return size, broken
