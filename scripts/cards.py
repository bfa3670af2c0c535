"""The picture that stands for a page where its link is shared: 1200 by 630 pixels, from its front matter.

Drawn with Pillow and the font that Pillow carries, so that no font is fetched or looked for, and the
same page gives the same bytes.
"""

import hashlib
from functools import cache
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

from scripts import clock, paths
from scripts.content import Page

SIZE = (1200, 630)
MARGIN = 80
PAPER, INK, SOFT = "#ffffff", "#1a1e26", "#505a69"
TENSORFLOW, PYTORCH = "#c2570c", "#6d3fd1"
# Of each colour towards the paper: enough for smooth edges, in a third of the bytes of true colour.
SHADES = 16
VERSION = "2"  # raise it when the drawing changes, so that cached cards are drawn anew


def name_of(page_url: str) -> str:
    """The card's file name for a page's address: `tools/onnx/` gives `tools-onnx.png`."""
    return (page_url.strip("/").replace("/", "-") or "home") + ".png"


def write(page: Page, folder: Path) -> Path | None:
    """Write the card of a page into `folder`. Returns the file; None for a page without front matter."""
    if page.meta is None:
        return None
    checked = page.meta.tool.checked if page.meta.tool else page.meta.checked
    footer = f"Checked {clock.in_words(checked)}" if checked else "Evidence and dates on every page"
    key = hashlib.sha256("\0".join((VERSION, page.meta.title, page.meta.description, footer)).encode())
    cached = paths.ROOT / paths.GENERATED / "cards" / f"{key.hexdigest()[:20]}.png"
    if not cached.exists():
        cached.parent.mkdir(parents=True, exist_ok=True)
        draw(page.meta.title, page.meta.description, footer).save(cached)
    file = folder / name_of(page.url)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(cached.read_bytes())
    return file


def draw(title: str, text: str, footer: str) -> Image.Image:
    """Draw a card: the mark and the site's name, the title, what the page says, and its date."""
    image = Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    image.paste(_mark(64), (MARGIN, MARGIN))
    pen.text((MARGIN + 88, MARGIN + 12), "TensorFlow vs PyTorch", INK, _font(36))
    y = 205
    size = next(size for size in (76, 64, 54, 44) if len(_lines(pen, title, size)) <= 2 or size == 44)
    for line in _lines(pen, title, size):
        pen.text((MARGIN, y), line, INK, _font(size), stroke_width=1)
        y += round(size * 1.18)
    y += 18
    for line in _lines(pen, text, 34)[:3]:
        pen.text((MARGIN, y), line, SOFT, _font(34))
        y += 48
    pen.rectangle((0, SIZE[1] - 14, SIZE[0] // 2 - 3, SIZE[1]), TENSORFLOW)
    pen.rectangle((SIZE[0] // 2 + 3, SIZE[1] - 14, SIZE[0], SIZE[1]), PYTORCH)
    pen.text((MARGIN, SIZE[1] - 78), footer, SOFT, _font(28))
    return image.quantize(palette=_palette(), dither=Image.Dither.NONE)


@cache
def _palette() -> Image.Image:
    """All colours of a card. One for all is found several times as fast as one for each."""
    paper = ImageColor.getrgb(PAPER)
    shades = [
        round(paper[channel] + (ImageColor.getrgb(colour)[channel] - paper[channel]) * step / SHADES)
        for colour in (INK, SOFT, TENSORFLOW, PYTORCH)
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
    mark = Image.new("RGB", (large, large), PAPER)
    pen = ImageDraw.Draw(mark)
    pen.rectangle((0, 0, half, large), TENSORFLOW)
    pen.pieslice((large - 2 * half, 0, large, large), -90, 90, PYTORCH)
    return mark.resize((size, size), Image.Resampling.LANCZOS)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont)  # Pillow's wheels have FreeType
    return font


def _lines(pen: ImageDraw.ImageDraw, text: str, size: int) -> list[str]:
    """Break a text into lines that fit between the margins."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if pen.textlength(longer, _font(size)) <= SIZE[0] - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
