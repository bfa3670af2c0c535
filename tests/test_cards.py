"""Cards for shared links: right size, same bytes for the same page, no title cut off."""

from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from scripts import cards, content, paths
from tests.conftest import Sample


def test_a_card_is_drawn_alike_each_time() -> None:
    first = cards.draw("A title", "What it says.", "Checked 22 November 2026")
    second = cards.draw("A title", "What it says.", "Checked 22 November 2026")
    assert first.size == (1200, 630)
    assert first.tobytes() == second.tobytes()


def test_a_card_is_named_by_its_address() -> None:
    assert cards.name_of("tools/onnx/") == "tools-onnx.png"
    assert cards.name_of("") == "home.png"


def test_writing_a_card_uses_what_is_drawn_already(
    sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "ROOT", tmp_path)
    page = sample.read().pages[0]
    file = cards.write(page, tmp_path / "out")
    assert file == tmp_path / "out" / "home.png"
    monkeypatch.setattr(cards, "draw", None)
    assert cards.write(page, tmp_path / "again") is not None


def test_no_title_or_description_of_the_site_runs_out_of_its_card() -> None:
    found, _ = content.read()
    pen = ImageDraw.Draw(Image.new("RGB", cards.SIZE))
    for page in found.pages:
        assert page.meta
        assert len(cards._lines(pen, page.meta.title, 44)) <= 2, page.path
        assert len(cards._lines(pen, page.meta.description, 34)) <= 3, page.path
