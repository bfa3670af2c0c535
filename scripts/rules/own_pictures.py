"""Pictures come from this site: no emoji, which would be drawn by another host, and no image of one."""

import re
from collections.abc import Iterator

from scripts.content import icons
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.problem import Problem
from scripts.rules.icon_name import SHORTCODE

RULE = "own-pictures"
FOREIGN = re.compile(r"^\s*(?:https?:)?//", re.IGNORECASE)
SHOWN_BY_REFERENCE = re.compile(r"!\[([^\]]*)\]\s?\[([^\]]*)\]")
REFERENCE = re.compile(r"^ {0,3}\[([^\]^][^\]]*)\]:\s*<?(\S+?)>?(?:\s|$)", re.MULTILINE)
MEDIA = frozenset({"img", "video", "audio", "source", "track", "picture", "image"})
ADDRESS = re.compile(r"""(?<![\w-])(?:src|srcset|poster|href)\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)
REMEDY = "save it beside the page, if its licence lets you, and name the file"


def check(content: Content) -> Iterator[Problem]:
    """Find emoji, and images, films and sounds of other hosts."""
    for page in content.pages:
        yield from _emoji(page)
        for line, address in _addresses(page):
            if FOREIGN.match(address):
                yield Problem(page.path, line, f"{address} would come from another host", REMEDY, RULE)


def _emoji(page: Page) -> Iterator[Problem]:
    for line, match in page.text.matches(SHORTCODE):
        if icons.is_icon(match[1]) or not icons.is_emoji(match[1]):
            continue
        fault = f"{match[0]} would become a picture from another host"
        yield Problem(page.path, line, fault, f"use an icon, such as :{_icon(match[1])}:, or a word", RULE)


def _icon(emoji: str) -> str:
    """An icon for an emoji: its own if there is one, else one that shows how icons are written."""
    own = f"material-{emoji.replace('_', '-')}"
    return own if icons.is_icon(own) else "material-check"


def _addresses(page: Page) -> Iterator[tuple[int, str]]:
    """The addresses of what a page shows, whichever way it is written."""
    yield from ((image.line, image.text) for image in page.text.images)
    known = {match[1].lower(): match[2] for _, match in page.text.matches(REFERENCE)}
    for line, match in page.text.matches(SHOWN_BY_REFERENCE):
        yield line, known.get((match[2] or match[1]).lower(), "")
    for tag in page.text.tags:
        if tag.label in MEDIA:
            yield from ((tag.line, address) for address in ADDRESS.findall(tag.text))
