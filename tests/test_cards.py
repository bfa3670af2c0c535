"""Cards for shared links: right size, same bytes for the same page, no title cut off."""

from pathlib import Path

import pytest
from PIL import Image, ImageColor

from scripts import paths
from scripts.content import due
from scripts.content.page import card_name
from scripts.publish import social_cards
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
