"""The site's colours, read from the one style sheet that defines them."""

import re
from functools import cache
from typing import NamedTuple

from scripts import paths

SHEET = paths.ROOT / paths.DOCS / "assets/css/colours.css"


class Colour(NamedTuple):
    """A colour in both schemes, such as `#1a1e26` and `#e7eaf0`."""

    light: str
    dark: str


@cache
def of(name: str) -> Colour:
    """The colour of a custom property; `ink` is `--ink`.

    Raises:
        ValueError: the sheet does not define it as `light-dark(#......, #......)`.

    """
    line = re.compile(rf"^ *--{name}: light-dark\((#[0-9a-f]{{6}}), (#[0-9a-f]{{6}})\);", re.MULTILINE)
    match = line.search(SHEET.read_text(encoding="utf-8"))
    if not match:
        raise ValueError(
            f"docs/assets/css/{SHEET.name}: no `--{name}: light-dark(#..., #...)`, which the build draws with"
        )
    return Colour(match[1], match[2])
