"""Which attributes may stand in a page: one fault for each that may not."""

import pytest

from scripts.content import page_html


@pytest.mark.parametrize(
    "text",
    [
        'href="https://example.org/"',
        'href="../tools/one.md#use" title="See http://example.org"',
        'class="a" data-x="1" aria-label="A"',
        'src="mailto:a@example.org"',
        "open reversed",
        'title="onclick=x"',
    ],
)
def test_what_structure_needs_may_stand_there(text: str) -> None:
    assert list(page_html.attribute_faults(text)) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('href="HTTP://example.org/"', "without https"),
        ('cite="http://example.org/"', "without https"),
        ('action="javascript:x()"', "runs a script"),
        ('onclick="x()"', "the attribute onclick="),
        ('data-md-component="x"', "the attribute data-md-component="),
        ('datax="1"', "the attribute datax="),
    ],
)
def test_what_runs_or_asks_is_told(text: str, fault: str) -> None:
    (found,) = page_html.attribute_faults(text)
    assert fault in found[0]
