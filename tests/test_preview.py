"""What `make serve` builds anew after an edit."""

from collections.abc import Callable

import pytest

from scripts.serve import edits
from tests.conftest import PAGE, Sample

EDITS: dict[str, tuple[Callable[[Sample], None], frozenset[str] | None]] = {
    "nothing": (lambda _: None, frozenset()),
    "a text": (
        lambda sample: sample.change("index.md", "It answers", "It says"),
        frozenset({"index.md"}),
    ),
    "a title": (lambda sample: sample.change("index.md", "title: A page", "title: Another page"), None),
    "a program": (lambda sample: sample.write("tools/one-example.py", "print(1)  # longer\n"), None),
    "a template": (
        lambda sample: sample.write("../overrides/main.html", "{% extends 'base.html' %}"),
        None,
    ),
    "a new page": (lambda sample: sample.write("new.md", PAGE), None),
}


@pytest.mark.parametrize("edit", EDITS)
def test_the_text_of_a_page_is_its_own_and_all_else_shows_elsewhere(sample: Sample, edit: str) -> None:
    (sample.root / "mkdocs.yml").touch()
    before = edits.see(sample.read())
    change, expected = EDITS[edit]
    change(sample)
    assert edits.edited(before, edits.see(sample.read())) == expected


def test_the_first_build_makes_everything(sample: Sample) -> None:
    (sample.root / "mkdocs.yml").touch()
    assert edits.edited(None, edits.see(sample.read())) is None
