"""An icon that a page names exists; the name of any other would stay in the text, colons and all."""

import re
from collections.abc import Iterator

from scripts.content import icons
from scripts.content.tree import Content
from scripts.problem import Problem

RULE = "icon-name"
SHORTCODE = re.compile(r":([+\-\w]+):")
SEARCH = "https://squidfunk.github.io/mkdocs-material/reference/icons-emojis/#search"


def check(content: Content) -> Iterator[Problem]:
    """Find names of icons that do not exist."""
    for page in content.pages:
        for line, match in page.text.matches(SHORTCODE):
            name = match[1]
            if not icons.looks_like_icon(name) or icons.is_icon(name):
                continue
            near = icons.nearest(name)
            remedy = f"did you mean :{near}:?" if near else f"choose one that exists: {SEARCH}"
            yield Problem(page.path, line, f"there is no icon :{name}:", remedy, RULE)
