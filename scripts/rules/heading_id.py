"""Every heading carries a hand-written id, unique on its page; rewording keeps the address."""

import re
from collections.abc import Iterator

from scripts.content import Content
from scripts.problem import Problem

RULE = "heading-id"
READABLE = re.compile(r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")


def check(content: Content) -> Iterator[Problem]:
    """Find headings without an id, ids that are not readable, and ids used twice."""
    for page in content.pages:
        for heading in page.text.headings:
            if heading.id is None:
                fault = f"the heading “{heading.text}” has no id"
                remedy = f"end it with {{#{_suggestion(heading.text)}}}"
                yield Problem(page.path, heading.line, fault, remedy, RULE)
        seen: dict[str, int] = {}
        for found in page.text.ids:
            if not READABLE.match(found.text):
                remedy = "use lower-case words joined by hyphens"
                yield Problem(page.path, found.line, f"the id “{found.text}” is not readable", remedy, RULE)
            if found.text in seen:
                fault = f"the id “{found.text}” is used before, in line {seen[found.text]}"
                yield Problem(page.path, found.line, fault, "choose another one", RULE)
            seen.setdefault(found.text, found.line)


def _suggestion(text: str) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-").split("-")
    return "-".join(words[:4]) or "id"
