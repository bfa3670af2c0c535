"""A `--8<-- "file"` line names a fragment that the build makes, or a file below docs/."""

from collections.abc import Iterator
from difflib import get_close_matches

from scripts.content.tree import Content
from scripts.problem import Problem
from scripts.render import fragments

RULE = "snippet-target"


def check(content: Content) -> Iterator[Problem]:
    """Find lines that would pull in nothing."""
    known = set(fragments.fragment_names(content))
    for page in content.pages:
        for snippet in page.text.snippets:
            file = content.docs / snippet.text
            if snippet.text in known or (
                file.is_file() and file.resolve().is_relative_to(content.docs.resolve())
            ):
                continue
            folder = snippet.text.partition("/")[0]
            near = sorted(name for name in known if name.startswith(f"{folder}/"))
            near = get_close_matches(snippet.text, near, 6, 0.0) or sorted(known)[:6]
            remedy = f"use one of {', '.join(near)} …"
            fault = f"“{snippet.text}” is no fragment and no file below docs/"
            about = snippet.text.partition("/")[2].partition("/")[0].removesuffix(".md")
            yield Problem(page.path, snippet.line, fault, remedy, RULE, about=about)
