"""Cards for shared links: right size, same bytes for the same page, no title cut off."""

import dataclasses
import itertools
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageColor

from scripts import paths
from scripts.content import due
from scripts.content.page import card_name
from scripts.publish import social_cards
from scripts.render import card_text, typesetting
from tests.conftest import Sample


def test_a_card_is_drawn_alike_each_time() -> None:
    first = social_cards.draw("A title", "What it says.", "Checked 22 November 2026")
    second = social_cards.draw("A title", "What it says.", "Checked 22 November 2026")
    assert first.size == (1200, 630)
    assert first.tobytes() == second.tobytes()


def test_a_card_has_the_colours_of_the_site() -> None:
    card = social_cards.draw("A title", "What it says.", "Checked 22 November 2026").convert("RGB")
    for name, x in (("tensorflow", 10), ("pytorch", 1190)):
        assert card.getpixel((x, 629)) == ImageColor.getrgb(social_cards._colour(name))
    with pytest.raises(ValueError, match=r"docs/assets/css/colours\.css: no `--mauve"):
        social_cards._colour("mauve")


# Where on a card what stands: from the left, the top, the right and the bottom edge.
MARK, NAME = (80, 80, 144, 144), (168, 80, 1200, 144)
TITLE, DESCRIPTION, FOOTER = (76, 200, 1200, 305), (76, 305, 1200, 360), (76, 550, 1200, 600)
BESIDE = ("A title", "What it says.", "Checked 22 November 2026")


def part(box: tuple[int, int, int, int], *texts: str) -> bytes:
    return social_cards.draw(*texts).crop(box).convert("RGB").tobytes()


def is_blank(box: tuple[int, int, int, int], *texts: str) -> bool:
    colours = social_cards.draw(*texts).crop(box).convert("RGB").getcolors()
    return colours is not None and len(colours) == 1


@pytest.mark.parametrize(
    ("place", "box"), [(0, TITLE), (1, DESCRIPTION), (2, FOOTER)], ids=["title", "description", "footer"]
)
def test_each_text_of_a_card_is_drawn_in_its_place_and_nowhere_else(
    place: int, box: tuple[int, int, int, int]
) -> None:
    texts = list(BESIDE)
    texts[place] = "Wm"
    pictures = [social_cards.draw(*given).convert("RGB") for given in (BESIDE, texts)]
    changed = ImageChops.difference(*pictures).getbbox()
    assert changed, "what the page says is not on its card"
    assert all(changed[edge] >= box[edge] for edge in (0, 1))
    assert all(changed[edge] <= box[edge] for edge in (2, 3))


def test_every_card_has_the_mark_and_the_name_of_the_site() -> None:
    assert not is_blank(MARK, "", "", "")
    assert not is_blank(NAME, "", "", "")
    assert part(MARK, *BESIDE) == part(MARK, "", "", "")
    card = social_cards.draw("", "", "").convert("RGB")
    # The mark: a bar of one framework at the left, half a disc of the other at the right.
    for name, x in (("tensorflow", 84), ("pytorch", 140)):
        assert card.getpixel((x, 112)) == ImageColor.getrgb(social_cards._colour(name))
    assert card.getpixel((142, 82)) == ImageColor.getrgb(social_cards._colour("background"))
    # Between both, and between the two bars at the lower edge, is the paper.
    assert card.getpixel((600, 629)) == ImageColor.getrgb(social_cards._colour("background"))
    assert card.getpixel((600, 300)) == ImageColor.getrgb(social_cards._colour("background"))
    for name, x in (("tensorflow", 590), ("pytorch", 610)):
        assert card.getpixel((x, 617)) == ImageColor.getrgb(social_cards._colour(name))
        assert card.getpixel((x, 614)) == ImageColor.getrgb(social_cards._colour("background"))


def inked(
    box: tuple[int, int, int, int], title: str = "", text: str = "", footer: str = ""
) -> tuple[int, int, int, int]:
    """The edges of what is drawn within a box that is otherwise paper."""
    card = social_cards.draw(title, text, footer).convert("RGB").crop(box)
    paper = Image.new("RGB", card.size, ImageColor.getrgb(social_cards._colour("background")))
    found = ImageChops.difference(card, paper).getbbox()
    assert found
    return found[0] + box[0], found[1] + box[1], found[2] + box[0], found[3] + box[1]


def test_the_mark_fills_its_square() -> None:
    assert inked((0, 0, 160, 200)) == MARK


def lines_of(image: Image.Image, top: int, bottom: int) -> list[tuple[int, int]]:
    """The lines of text between two heights: where each begins and ends."""
    grey = image.convert("L").crop((80, top, 1200, bottom))
    paper = grey.getpixel((1119, 0))
    inked = [
        any(value != paper for value in grey.crop((0, y, 1120, y + 1)).tobytes()) for y in range(bottom - top)
    ]
    starts = [top + y for y, on in enumerate(inked) if on and not (y and inked[y - 1])]
    ends = [top + y for y, on in enumerate(inked) if on and (y + 1 == len(inked) or not inked[y + 1])]
    return list(zip(starts, ends, strict=True))


def test_lines_of_a_card_follow_each_other_without_touching() -> None:
    long = "HHHH " * 60
    (first, second), three = (
        lines_of(social_cards.draw("HHHHH HHHHH HHHHH HHHHH HHHHH", "", ""), 200, 450),
        lines_of(social_cards.draw("H", long, ""), 290, 540),
    )
    assert 205 <= first[0] < first[1] < second[0] - 5
    assert len(three) == 3  # of a longer description the start
    assert {three[1][0] - three[0][0], three[2][0] - three[1][0]} == {48}


@pytest.mark.parametrize(
    ("title", "size", "lines"),
    [
        ("A title", 76, 1),
        ("HHHHHHHHHHHHHHHHH HHHHHHHHHHHHHHHHH", 76, 2),
        ("HHHHH " * 6, 76, 2),
        ("HHHHH " * 7, 64, 2),
        ("HHHHH " * 9, 54, 2),
        ("HHHHH " * 12, 44, 2),
        ("HHHHH " * 13, 44, 3),  # too long: the check says so
    ],
)
def test_a_title_is_as_large_as_leaves_it_in_two_lines(title: str, size: int, lines: int) -> None:
    found = card_text.title(title)
    assert (found[0], len(found[1])) == (size, lines)
    assert " ".join(found[1]) == " ".join(title.split())


def test_a_line_ends_where_the_next_word_would_meet_the_margin() -> None:
    font = typesetting.font(34)
    for text in ("word " * 200, "i " * 400, "WWWWWWWW " * 20):
        lines = card_text.lines(text, 34)
        words = text.split()
        assert " ".join(lines) == " ".join(words)
        for line, following in itertools.pairwise(lines):
            assert font.getlength(line) <= 1040
            assert font.getlength(f"{line} {following.split()[0]}") > 1040


def test_a_line_may_reach_the_margin_itself() -> None:
    fits = {"a", "a b"}
    assert typesetting.filled("a b c", fits.__contains__) == ["a b", "c"]
    assert typesetting.filled("longer than fits", lambda _: False) == ["longer", "than", "fits"]
    assert typesetting.filled("", lambda _: True) == []


def test_a_card_has_few_colours_and_smooth_edges() -> None:
    card = social_cards.draw(*BESIDE)
    assert card.mode == "P"
    colours = card.convert("RGB").getcolors(256)
    assert colours
    found = {colour for _, colour in colours}
    assert 10 < len(found) <= 65
    for name in social_cards.USED:
        assert ImageColor.getrgb(social_cards._colour(name)) in found


def test_a_page_without_front_matter_has_no_card(
    sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    page = dataclasses.replace(sample.read().pages[0], meta=None)
    assert social_cards.write(page, None, tmp_path / "out") is None
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("changed", ["title: A page", "description: A page", "checked: 2026-11-22"])
def test_a_card_is_drawn_anew_when_what_it_says_changes(
    sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, changed: str
) -> None:
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    drawn = []

    def draw(*texts: str) -> Image.Image:
        drawn.append(texts)
        return Image.new("P", (1, 1))

    monkeypatch.setattr(social_cards, "draw", draw)
    for replacement in (changed, changed, changed.replace("A page", "Another").replace("-22", "-21")):
        sample.change("index.md", changed, replacement)
        content = sample.read()
        page = content.page("index.md")
        assert page
        social_cards.write(page, due.of(content, page), tmp_path / "a" / "b")
    first, second = drawn
    assert first[:2] == ("A page", "A page that says enough about itself to pass the check of descriptions.")
    assert first[2] == "Checked 22 November 2026"
    assert sum(one != other for one, other in zip(first, second, strict=True)) == 1


def test_a_page_without_a_date_says_where_dates_are(
    sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    drawn = []

    def draw(_title: str, _text: str, footer: str) -> Image.Image:
        drawn.append(footer)
        return Image.new("P", (1, 1))

    monkeypatch.setattr(social_cards, "draw", draw)
    social_cards.write(sample.read().pages[0], None, tmp_path / "out")
    assert drawn == ["Evidence and dates on every page"]


def test_a_card_is_named_by_its_address() -> None:
    assert card_name("tools/onnx/") == "tools-onnx.png"
    assert card_name("") == "home.png"


def test_writing_a_card_uses_what_is_drawn_already(
    sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    page = sample.read().pages[0]
    file = social_cards.write(page, None, tmp_path / "out")
    assert file == tmp_path / "out" / "home.png"
    monkeypatch.setattr(social_cards, "draw", None)
    assert social_cards.write(page, None, tmp_path / "again") is not None


def test_a_card_says_when_its_page_was_checked(
    compared: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    compared.change("compare/a-row.md", "checked: 2026-11-22", "checked: 2026-11-21")
    content, footers = compared.read(), []

    def drawn(_title: str, _text: str, footer: str) -> Image.Image:
        footers.append(footer)
        return Image.new("P", (1, 1))

    monkeypatch.setattr(social_cards, "draw", drawn)
    for source in ("compare/a-row.md", "tools/one.md"):
        page = content.page(source)
        assert page
        social_cards.write(page, due.of(content, page), tmp_path / "out")
    assert footers == ["Checked 21 November 2026", "Checked 22 November 2026"]
