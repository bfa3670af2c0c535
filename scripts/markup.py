"""Faults in the theme's markup, corrected in each page after it is made.

Each entry names the fault in Material 9.8.1 that it corrects. `tests/site/test_html.py` tells when one
is missing; `unused` tells when one is no longer needed.
"""

import re
from dataclasses import dataclass

# A part of the navigation is named by a label that holds an icon alone; its title has the text.
PART = re.compile(r"""aria-labelledby="(__nav_\d+)_label"([^>]*>\s*)<label class="md-nav__title" for="\1">""")
NAMED_PART = r"""aria-labelledby="\1_title"\2<label class="md-nav__title" id="\1_title" for="\1">"""

# Our script must listen to Back and Forward before the theme's does, and neither must hold up the page.
BUNDLE = re.compile(
    r"""(<script src="[^"]*/bundle\.[^"]*\.js")(></script>)(.*?)"""
    r"""(<script src="[^"]*/site\.js" type="module"></script>)""",
    re.DOTALL,
)
OURS_FIRST = r"""\4\1 defer\2\3"""


@dataclass(frozen=True)
class Correction:
    """Markup of the theme, what it should be, and why; not applied to a page that holds `unless`."""

    wrong: str
    right: str
    reason: str
    unless: str | None = None


CORRECTIONS = (
    Correction(
        'id="__drawer" autocomplete="off"',
        'id="__drawer" aria-label="Navigation"',
        "a checkbox takes no `autocomplete`, and this one has no name",
    ),
    Correction(
        'id="__search" autocomplete="off"',
        'id="__search" aria-label="Search"',
        "a checkbox takes no `autocomplete`, and this one has no name",
    ),
    Correction(' tabindex=""', "", "an empty `tabindex` is not a number"),
    Correction(
        'data-md-component="search" role="dialog"',
        'data-md-component="search" role="dialog" aria-label="Search"',
        "the search dialog has no name",
    ),
    Correction(
        '<label class="md-nav__title" for="__toc">',
        '<label class="md-nav__title">',
        "the label names a control that only some pages have",
        unless='id="__toc"',
    ),
)


def correct(html: str) -> str:
    """A page with the theme's faults corrected."""
    for entry in CORRECTIONS:
        if entry.unless is None or entry.unless not in html:
            html = html.replace(entry.wrong, entry.right)
    return BUNDLE.sub(OURS_FIRST, PART.sub(NAMED_PART, html))


def unused(pages: list[str]) -> list[Correction]:
    """The corrections that change none of the pages (as the theme made them)."""
    return [entry for entry in CORRECTIONS if not any(entry.wrong in page for page in pages)]
