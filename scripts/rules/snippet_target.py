"""A `--8<-- "file"` line names a fragment that the build makes, or a file below docs/."""

from collections.abc import Iterator

from scripts import render
from scripts.content import Content
from scripts.problem import Problem

RULE = "snippet-target"


def check(content: Content) -> Iterator[Problem]:
    """Find lines that would pull in nothing."""
    fragments = set(render.fragment_names(content))
    for page in content.pages:
        for snippet in page.text.snippets:
            if snippet.text in fragments or (content.docs / snippet.text).is_file():
                continue
            folder = snippet.text.partition("/")[0]
            near = sorted(name for name in fragments if name.startswith(f"{folder}/"))
            remedy = f"use one of {', '.join(near[:6] or sorted(fragments)[:6])} …"
            fault = f"“{snippet.text}” is no fragment and no file below docs/"
            yield Problem(page.path, snippet.line, fault, remedy, RULE)
