"""How wide text is and where its lines break, in the font that Pillow carries: the same on every machine."""

from collections.abc import Callable
from functools import cache

from PIL import ImageFont


@cache
def font(size: int) -> ImageFont.FreeTypeFont:
    """The font in a size in pixels."""
    loaded = ImageFont.load_default(size)
    assert isinstance(loaded, ImageFont.FreeTypeFont)  # Pillow's wheels have FreeType
    return loaded


def filled(text: str, fits: Callable[[str], bool]) -> list[str]:
    """A text in lines, each as long as `fits` allows; a word that is longer has a line to itself."""
    lines: list[str] = []
    for word in text.split():
        if lines and fits(f"{lines[-1]} {word}"):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
