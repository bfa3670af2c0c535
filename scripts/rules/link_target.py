"""A link within the site names an existing file and an existing id; a link out of it uses https."""

import posixpath
from collections.abc import Iterator

from scripts.content import Content, Page
from scripts.problem import Problem

RULE = "link-target"


def check(content: Content) -> Iterator[Problem]:
    """Find links that lead nowhere."""
    ids = {page.source: _ids(page, content) for page in content.pages}
    for page in content.pages:
        for link in page.text.links:
            if link.text.startswith("https://"):
                continue
            if ":" in link.text.partition("/")[0]:
                remedy = "use the https address"
                yield Problem(page.path, link.line, f"the link to {link.text} is not https", remedy, RULE)
                continue
            yield from _internal(page, link.line, link.text, ids, content)


def _internal(
    page: Page, line: int, target: str, ids: dict[str, set[str]], content: Content
) -> Iterator[Problem]:
    address, _, anchor = target.partition("#")
    if address.startswith("/"):
        remedy = "write it relative to this file, such as ../tools/onnx.md"
        yield Problem(page.path, line, f"the link to {target} is absolute", remedy, RULE)
        return
    source = posixpath.normpath(posixpath.join(posixpath.dirname(page.source), address))
    source = source if address else page.source
    if not source.endswith(".md"):
        if not (content.docs / source).is_file():
            remedy = "name an existing file; for a page, its .md file"
            yield Problem(page.path, line, f"the link to {target} leads to no file", remedy, RULE)
        return
    if source not in ids:
        near = [known for known in ids if posixpath.basename(known) == posixpath.basename(source)]
        remedy = f"did you mean {near[0]}" if near else "name an existing page"
        yield Problem(page.path, line, f"the link to {target} leads to no page", remedy, RULE)
    elif anchor and anchor not in ids[source]:
        remedy = f"use an id of docs/{source}: {', '.join(sorted(ids[source])[:8])}"
        yield Problem(page.path, line, f"the link to {target} leads to no id", remedy, RULE)


def _ids(page: Page, content: Content) -> set[str]:
    """The ids of a page: those written in it, and those of the points that it shows."""
    ids = {found.text for found in page.text.ids}
    for snippet in page.text.snippets:
        folder, _, name = snippet.text.partition("/")
        if folder == "points":
            ids.add(f"point-{name.removesuffix('.md')}")
        if snippet.text == "article.md":
            ids |= {point.id for point in content.points}
    return ids
