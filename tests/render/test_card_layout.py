"""Where on a social card each part stands, in pixels: who moves one on purpose changes it here."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageColor, ImageDraw

from scripts import paths
from scripts.publish import social_cards
from scripts.render import card_text, typesetting
from tests.conftest import Sample

Box = tuple[int, int, int, int]
# A letter without curves, so that each of its edges is one.
TITLE, TEXT, FOOTER = "HHHHH " * 6, "HHHHHHHH " * 20, "HHH"


def colour(name: str) -> tuple[int, ...]:
    return ImageColor.getrgb(social_cards._colour(name))


@pytest.fixture(scope="module")
def card() -> Image.Image:
    return social_cards.draw(TITLE, TEXT, FOOTER).convert("RGB")


def inked(card: Image.Image, left: int, top: int, right: int, bottom: int) -> Box | None:
    """The edges of what is drawn within a box that is otherwise paper."""
    part = card.crop((left, top, right, bottom))
    box = ImageChops.difference(part, Image.new("RGB", part.size, colour("background"))).getbbox()
    return box and (box[0] + left, box[1] + top, box[2] + left, box[3] + top)


PLACES = {
    "the mark": ((0, 0, 150, 200), (80, 80, 144, 144)),
    "the name of the site": ((150, 0, 1200, 200), (169, 100, 549, 135)),
    "the bar of TensorFlow": ((0, 600, 600, 630), (0, 616, 598, 630)),
    "the bar of PyTorch": ((600, 600, 1200, 630), (603, 616, 1200, 630)),
}


@pytest.mark.parametrize("name", PLACES)
def test_each_part_has_its_place(card: Image.Image, name: str) -> None:
    around, place = PLACES[name]
    assert inked(card, *around) == place


def test_lines_are_evenly_spaced_from_the_title_to_the_foot(card: Image.Image) -> None:
    rows = [y for y in range(200, 600) if inked(card, 0, y, 1200, y + 1)]
    starts = [y for y in rows if y - 1 not in rows]
    ends = [y + 1 for y in rows if y + 1 not in rows]
    assert starts == [226, 316, 412, 460, 508, 561]
    heights = [end - start for start, end in zip(starts, ends, strict=True)]
    assert heights == [54, 54, 24, 24, 24, 19]  # of the title, the description, the foot


def test_the_mark_is_a_bar_and_half_a_disc_beside_it(card: Image.Image) -> None:
    sides = {"tensorflow": [80, 108], "pytorch": [116, 144]}
    row = [card.getpixel((x, 112)) for x in range(80, 144)]
    for name, (start, end) in sides.items():
        xs = [80 + x for x, pixel in enumerate(row) if pixel == colour(name)]
        assert abs(xs[0] - start) <= 1
        assert abs(xs[-1] + 1 - end) <= 1
    # The disc is as high as the mark at its straight edge, and leaves the corners to the paper.
    assert card.getpixel((117, 82)) == card.getpixel((117, 141)) == colour("pytorch")
    assert card.getpixel((112, 112)) == colour("background")
    assert card.getpixel((142, 81)) == card.getpixel((142, 142)) == colour("background")


def test_shades_lead_evenly_from_each_colour_to_the_paper() -> None:
    palette = social_cards.draw("", "", "").getpalette()
    assert palette
    shades = [tuple(palette[start : start + 3]) for start in range(0, 65 * 3, 3)]
    paper = shades[0]
    assert paper == colour("background")
    for index, name in enumerate(social_cards.USED[1:]):
        own = shades[1 + 16 * index : 17 + 16 * index]
        assert own[-1] == colour(name)
        for step, shade in enumerate(own, start=1):
            for was, now, end in zip(paper, shade, colour(name), strict=True):
                assert abs(now - (was + (end - was) * step / 16)) <= 0.5


def test_a_font_is_loaded_once_for_each_size() -> None:
    assert typesetting.font(28) is typesetting.font(28)
    assert typesetting.font(28) is not typesetting.font(36)


def test_cards_are_kept_apart_by_what_they_say(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "ROOT", sample.root)
    content = sample.read()
    written = [social_cards.write(page, None, sample.root / "out") for page in content.pages]
    assert len({file.read_bytes() for file in written if file}) == len(content.pages) == 2
    kept = list((sample.root / paths.GENERATED / "cards").glob("*.png"))
    assert sorted(len(file.stem) for file in kept) == [20, 20]


def test_what_all_cards_share_is_made_once(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "ROOT", sample.root)
    first, second = sample.read().pages
    social_cards.write(first, None, sample.root / "out")
    drawn: list[tuple[int, int]] = []
    draw = ImageDraw.Draw

    def pen(image: Image.Image) -> ImageDraw.ImageDraw:
        drawn.append(image.size)
        return draw(image)

    monkeypatch.setattr(ImageDraw, "Draw", pen)
    monkeypatch.setattr(social_cards, "ImageColor", None)  # no colour is looked up for the palette
    monkeypatch.setattr(Path, "read_text", None)  # no source of what draws is read
    social_cards.write(second, None, sample.root / "out")
    assert drawn == [(1200, 630)]  # and not the mark


def test_a_line_may_reach_the_margin_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    class Font:
        def getlength(self, text: str) -> float:
            return {"a": 100.0, "a b": 1040.0, "a b c": 1041.0}.get(text, 50.0)

    monkeypatch.setattr(typesetting, "font", lambda _: Font())
    assert card_text.lines("a b c", 34) == ["a b", "c"]


@pytest.mark.parametrize(("size", "most"), [(76, 1040), (44, 1040), (34, 1040)])
def test_a_line_reaches_from_margin_to_margin(size: int, most: int) -> None:
    font = typesetting.font(size)
    letters = next(count for count in range(1, 400) if font.getlength("i" * count + " i") > most)
    assert len(card_text.lines("i" * letters + " i", size)) == 2
    assert len(card_text.lines("i" * (letters - 1) + " i", size)) == 1
