"""The picture that stands for a page where its link is shared: 1200 by 630 pixels, from its front matter.

Drawn with Pillow and the font that Pillow carries, so that no font is fetched or looked for, and the
same page gives the same bytes. Colours are the light ones of the site's own style sheet.
"""

import hashlib
from functools import cache
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw

from scripts import dates, paths
from scripts.content.due import Dates
from scripts.content.page import Page, card_name
from scripts.render import card_text, colours, typesetting
from scripts.render.card_text import DESCRIPTION_SIZE, MARGIN, MOST_DESCRIPTION_LINES, SIZE
from scripts.render.typesetting import font

PAPER, INK, SOFT, TENSORFLOW, PYTORCH = USED = ("background", "ink", "ink-2", "tensorflow", "pytorch")
# Of each colour towards the paper: enough for smooth edges, in a third of the bytes of true colour.
SHADES = 16


def write(page: Page, shown: Dates | None, folder: Path) -> Path | None:
    """Write the card of a page with its dates into `folder`. Returns the file; None without front matter."""
    if page.meta is None:
        return None
    footer = f"Checked {dates.in_words(shown.checked)}" if shown else "Evidence and dates on every page"
    key = hashlib.sha256("\0".join((_drawing(), page.meta.title, page.meta.description, footer)).encode())
    cached = paths.ROOT / paths.GENERATED / "cards" / f"{key.hexdigest()[:20]}.png"
    if not cached.exists():
        cached.parent.mkdir(parents=True, exist_ok=True)
        draw(page.meta.title, page.meta.description, footer).save(cached)
    file = folder / card_name(page.url)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(cached.read_bytes())
    return file


def draw(title: str, text: str, footer: str) -> Image.Image:
    """Draw a card: the mark and the site's name, the title, what the page says, and its date."""
    image = Image.new("RGB", SIZE, _colour(PAPER))
    pen = ImageDraw.Draw(image)
    image.paste(_mark(64), (MARGIN, MARGIN))
    pen.text((MARGIN + 88, MARGIN + 12), "TensorFlow vs PyTorch", _colour(INK), font(36))
    y = 205
    size, lines = card_text.title(title)
    for line in lines:
        pen.text((MARGIN, y), line, _colour(INK), font(size), stroke_width=1)
        y += round(size * 1.18)
    y += 18
    for line in card_text.lines(text, DESCRIPTION_SIZE)[:MOST_DESCRIPTION_LINES]:
        pen.text((MARGIN, y), line, _colour(SOFT), font(DESCRIPTION_SIZE))
        y += 48
    pen.rectangle((0, SIZE[1] - 14, SIZE[0] // 2 - 3, SIZE[1]), _colour(TENSORFLOW))
    pen.rectangle((SIZE[0] // 2 + 3, SIZE[1] - 14, SIZE[0], SIZE[1]), _colour(PYTORCH))
    pen.text((MARGIN, SIZE[1] - 78), footer, _colour(SOFT), font(28))
    return image.quantize(palette=_palette(), dither=Image.Dither.NONE)


def _colour(name: str) -> str:
    return colours.of(name).light


@cache
def _drawing() -> str:
    """How a card is drawn: a card that was drawn otherwise is drawn anew."""
    sources = map(Path, (__file__, card_text.__file__, typesetting.__file__))
    return "\0".join((*(file.read_text(encoding="utf-8") for file in sources), *map(_colour, USED)))


@cache
def _palette() -> Image.Image:
    """All colours of a card. One for all is found several times as fast as one for each."""
    paper, *others = (ImageColor.getrgb(_colour(name)) for name in USED)
    shades = [
        round(paper[channel] + (colour[channel] - paper[channel]) * step / SHADES)
        for colour in others
        for step in range(1, SHADES + 1)
        for channel in range(3)
    ]
    palette = Image.new("P", (1, 1))
    palette.putpalette([*paper, *shades])
    return palette


@cache
def _mark(size: int) -> Image.Image:
    """The site's mark, drawn large and made small so that its round edge is smooth."""
    large = size * 4
    half = round(large * 0.44)
    mark = Image.new("RGB", (large, large), _colour(PAPER))
    pen = ImageDraw.Draw(mark)
    pen.rectangle((0, 0, half, large), _colour(TENSORFLOW))
    pen.pieslice((large - 2 * half, 0, large, large), -90, 90, _colour(PYTORCH))
    return mark.resize((size, size), Image.Resampling.LANCZOS)
