"""The theme's faults are corrected, and a correction that is no longer needed is told."""

from pathlib import Path

import material  # type: ignore[import-untyped]

from scripts import markup


def test_every_correction_still_meets_its_fault_in_the_theme() -> None:
    templates = Path(material.__file__).parent / "templates"
    text = "\n".join(file.read_text(encoding="utf-8") for file in templates.rglob("*.html"))
    # Where the template computes the value, the fault shows in built pages alone.
    computed = {' tabindex=""'}
    unused = {entry.wrong for entry in markup.unused([text])} - computed
    assert unused == set(), "remove these corrections from scripts/markup.py"


def test_a_part_of_the_navigation_is_named_by_its_title() -> None:
    html = (
        '<nav class="md-nav" data-md-level="1" aria-labelledby="__nav_2_label" aria-expanded="false">\n'
        '  <label class="md-nav__title" for="__nav_2">'
    )
    corrected = markup.correct(html)
    assert 'aria-labelledby="__nav_2_title"' in corrected
    assert '<label class="md-nav__title" id="__nav_2_title" for="__nav_2">' in corrected


def test_the_label_of_the_contents_keeps_its_control_where_there_is_one() -> None:
    label = '<label class="md-nav__title" for="__toc">'
    assert markup.correct(label) == '<label class="md-nav__title">'
    assert label in markup.correct(f'<input id="__toc">{label}')
