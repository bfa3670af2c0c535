"""A link within the site names an existing file and an existing id; a link out of it uses https."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from scripts.content import markdown, notes
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.model.evidence import Sourced
from scripts.problem import Edit, Problem

RULE = "link-target"
PAGES = (".md", ".ipynb")
SECURE = "https://"
_INSECURE_LINK = re.compile(r"\]\(http://([^)\s]+)")


def check(content: Content) -> Iterator[Problem]:
    """Find links that lead nowhere."""
    ids = {page.source: _ids(page, content) for page in content.pages}
    for page in content.pages:
        for link in page.text.links:
            if link.text.startswith(SECURE):
                continue
            if ":" in link.text.partition("/")[0]:
                remedy = "use the https address"
                yield Problem(page.path, link.line, f"the link to {link.text} is not https", remedy, RULE)
                continue
            yield from _internal(page, link.line, link.text, ids, content)


def fix(text: str, path: str, content: Content) -> Iterator[Edit]:
    """Use https in a link whose very address is cited with https elsewhere on the site."""
    if not path.endswith(".md"):
        return
    lines = text.split("\n")
    known: set[str] | None = None
    for number, prose in markdown.split(text).prose:
        for link in reversed(list(_INSECURE_LINK.finditer(prose))):
            known = _cited(content) if known is None else known
            if link[1] in known:
                start, line = link.start() + len("]("), lines[number - 1]
                lines[number - 1] = f"{line[:start]}{SECURE}{line[link.start(1) :]}"
                yield Edit(number, lines[number - 1], f"the link is to {SECURE}{link[1]}")


def _cited(content: Content) -> set[str]:
    """The addresses, without `https://`, that links and evidence of the site name."""
    cited = {link.text for page in content.pages for link in page.text.links}
    cited |= {entry.url for _, _, entry in content.evidence if isinstance(entry, Sourced)}
    return {address.removeprefix(SECURE) for address in cited if address.startswith(SECURE)}


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
    if source not in ids and (content.docs / source).is_file():
        return
    if source not in ids and not source.endswith(PAGES):
        remedy = "name an existing file; for a page, its .md or .ipynb file"
        yield Problem(page.path, line, f"the link to {target} leads to no file", remedy, RULE)
    elif source not in ids:
        near = [known for known in ids if PurePosixPath(known).stem == PurePosixPath(source).stem]
        remedy = f"did you mean {near[0]}" if near else "name an existing page"
        yield Problem(page.path, line, f"the link to {target} leads to no page", remedy, RULE)
    elif anchor and anchor not in ids[source] and not _is_unreadable(source, content):
        remedy = f"use an id of docs/{source}: {', '.join(sorted(ids[source])[:8])}"
        yield Problem(page.path, line, f"the link to {target} leads to no id", remedy, RULE)


def _is_unreadable(source: str, content: Content) -> bool:
    """Whether another message says already why nothing is known of a page."""
    page = content.page(source)
    return page is not None and page.is_unreadable


def _ids(page: Page, content: Content) -> set[str]:
    """The ids of a page: those written in it, those of its notes, and those of the claims that it shows."""
    ids = {item.text for item in page.text.ids}
    if not page.is_notebook:
        ids |= {note.id for note in notes.notes(page.text)}
    for snippet in page.text.snippets:
        folder, _, name = snippet.text.partition("/")
        if folder == "claims":
            ids.add(f"point-{name.removesuffix('.md')}")
        if snippet.text == "article.md":
            ids |= {claim.id for claim in content.claims}
    return ids
