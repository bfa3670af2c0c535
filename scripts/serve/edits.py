"""What `make serve` builds anew after an edit: one page if its text alone has changed, else everything.

The front matter of a page shows on other pages, and so may any other file; the text of a page does not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts import paths
from scripts.content.tree import Content


@dataclass(frozen=True)
class Seen:
    """What a build has seen: the text of each page by its source, and all else as one mark."""

    texts: dict[str, str]
    rest: tuple[tuple[str, int], ...]


def see(content: Content) -> Seen:
    """What there is to build from, without reading what is not a page."""
    pages = {content.docs / page.source for page in content.pages}
    front = [(page.path, hash(page.text.front_matter)) for page in content.pages]
    files = [(str(file), file.stat().st_mtime_ns) for file in _files(content.root) if file not in pages]
    return Seen({page.source: page.text.body for page in content.pages}, (*front, *sorted(files)))


def edited(before: Seen | None, now: Seen) -> frozenset[str] | None:
    """The pages whose text alone differs; None if everything must be built."""
    if before is None or before.rest != now.rest or before.texts.keys() != now.texts.keys():
        return None
    return frozenset(source for source, text in now.texts.items() if text != before.texts[source])


def _files(root: Path) -> Iterator[Path]:
    for name in (paths.DOCS, "overrides", "scripts"):
        yield from (file for file in (root / name).rglob("*") if file.is_file() and file.suffix != ".pyc")
    yield root / "mkdocs.yml"
