"""What a page may weigh, in bytes of its file as a server sends it (gzip), and what its source lets expect.

The limits stand here alone: the check compares an estimate with them, a build what it has written, and the
tests every page of the site.
"""

import gzip
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts.content import error_files, pair_files, program_record, source
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.problem import Problem

RULE = "page-weight"
# What a server sends before it waits for an answer a second time: ten packets of 1,460 bytes, then twenty
# more (RFC 6928). A page of Material with its first style fits into the two, with room for the text.
MOST = 22_500
# Pages that list all of something, or show all that Material has; and pages that stand for their kind in
# tests/reading/budgets.yml, which are held to less.
OTHERS = {
    "": 15_000,
    "choose/use-cases/": 19_000,
    "tools/litert/": 18_000,
    "compare/graph-capture/": 18_300,
    "examples/same-padding/": 21_000,
    "notebooks/port-a-cnn-layer-by-layer/": 21_000,
    "compare/": 64_000,
    "about/article/": 42_000,
    "measurements/": 33_000,
    "about/writing/": 30_000,
    "about/omitted/": 26_000,
    "about/asked/": 27_000,
    "about/fields/": 24_000,
    "errors/": 26_000,
    "examples/": 34_000,
    "all/": 24_500,
    "about/changes/": 24_000,
    "guides/different-results/": 31_000,
    "guides/move-a-model/": 30_000,
    "guides/ship-it/": 24_000,
    "examples/defaults-that-differ/": 26_500,
    "decide/": 26_000,
    "differences/deployment/": 24_000,
}
# A family of the API map: up to 45 entries, each with its lines on both sides.
FAMILY = 40_000
REMEDY = "shorten it, or split it into pages, each with one subject"
# Pages of which a source lets expect nothing: one shows most of its text twice, as source and as result; one
# is a table of two hundred addresses, which are alike and weigh little.
UNLIKE = ("about/writing/", "about/asked/")


@dataclass(frozen=True)
class Weight:
    """How the bytes of a kind of page follow from those of its source: linear in each part, compressed alone.

    `page` is all that surrounds the text: head, first style, menu, panel. `out` is by how much the
    estimate of any page was wrong.
    """

    page: float
    text: float
    program: float = 0
    claims: float = 0
    menu: float = 0
    out: int = 0


# Fitted to every page of the site on 28 November 2026 by `python -m tests.bench.page_weight site`, which
# prints these lines anew. A test holds each page's estimate to its true bytes.
WEIGHTS: Mapping[str, Weight] = {
    "": Weight(page=12_207, text=1.32, claims=1.40, out=663),
    "api": Weight(page=15_825, text=1.48, out=660),
    "row": Weight(page=13_782, text=1.14, program=2.14, out=1433),
    "outcome": Weight(page=15_583, text=1.49, out=235),
    "error": Weight(page=13_167, text=1.24, program=2.40, menu=1.17, out=1518),
    "pair": Weight(page=17_030, text=1.47, program=1.20, out=888),
    "guide": Weight(page=13_654, text=1.20, program=1.38, out=1500),
    "tool": Weight(page=13_276, text=1.19, program=2.87, out=2568),
}
# By how much more an estimate may be wrong before that test asks for a new fit: menus grow. What the check
# refuses, a build refuses as well; what an estimate leaves open, the build decides.
SPARE = 500


def limit(url: str) -> int:
    """The most bytes of a page, by its address."""
    return OTHERS.get(url, FAMILY if url.startswith("api/") else MOST)


def compressed(data: bytes) -> int:
    """The bytes of a file as a server sends it."""
    return len(gzip.compress(data, 6, mtime=0))


@dataclass(frozen=True)
class Parts:
    """The bytes of the parts of a page's source, each compressed."""

    text: int
    program: int
    claims: int
    menu: int  # the titles beside its own in the menu, where their number differs much


def parts(content: Content, page: Page) -> Parts | None:
    """What a page is made of; None where most of it is generated, or was printed by a notebook."""
    if page.is_notebook or page.meta is None or page.url in UNLIKE:
        return None
    named = {snippet.text.removesuffix(".md") for snippet in page.text.snippets}
    claims = [claim for claim in content.claims if f"claims/{claim.id}" in named]
    if page.meta.kind == "" and len(claims) < len(named):
        return None
    return Parts(
        _size(page.text.front_matter + page.text.body),
        _size(_programs(content, page)),
        _size("".join(claim.model_dump_json() for claim in claims)),
        _size("".join(_beside(content, page))),
    )


def _beside(content: Content, page: Page) -> list[str]:
    """The titles of the messages that the menu lists with this one: PyTorch has fifty, ONNX three."""
    if page.meta is None or page.meta.error is None:
        return []
    group = page.meta.error.raised_by
    return [
        f"{other.id} {other.meta.title}\n"
        for other, error in content.errors
        if error.raised_by == group and other.meta
    ]


def _programs(content: Content, page: Page) -> str:
    """The programs that a page shows, one after another."""
    if page.meta and page.meta.pair:
        return "".join(pair_files.sources(pair_files.folder_of(content.docs, page.id)).values())
    if page.meta and page.meta.error:
        program = error_files.program_of(content.docs, page.id)
        return source.read(program) if program.exists() else ""
    if page.meta and page.meta.guide:
        names = [name for name, shown_on in content.programs.items() if shown_on is page]
        return "".join(source.read(program_record.program_of(content.docs, name)) for name in names)
    program = program_record.program_of(content.docs, page.id)
    return source.read(program) if page.shows_program and program.exists() else ""


@dataclass(frozen=True)
class Estimate:
    """About how many bytes a page will have, and by how much that may be wrong."""

    size: int
    margin: int


def estimate(content: Content, page: Page) -> Estimate | None:
    """What a page will weigh; None where its source does not say."""
    made = parts(content, page)
    if made is None or page.meta is None:
        return None
    weight = WEIGHTS.get(page.meta.kind)
    if weight is None:
        return None  # its front matter is of another kind of file, of which a rule tells
    expected = weight.page + weight.text * made.text + weight.program * made.program
    expected += weight.claims * made.claims + weight.menu * made.menu
    return Estimate(round(expected), weight.out + SPARE)


def over(content: Content, site: Path) -> Iterator[Problem]:
    """The pages of a built site that are heavier than they may be, with their true bytes."""
    for page in content.pages:
        file = site / page.url / "index.html"
        if file.is_file() and (size := compressed(file.read_bytes())) > limit(page.url):
            yield problem(page, f"a page of {kilobytes(size)}")


def problem(page: Page, what: str) -> Problem:
    """A page that is, or will be, too heavy: `what` says how heavy."""
    fault = f"{what} as it is sent (gzip), and {kilobytes(limit(page.url))} are allowed"
    return Problem(page.path, 1, fault, REMEDY, RULE)


def kilobytes(size: int) -> str:
    """Bytes in words."""
    return f"{size / 1000:.1f} KB"


def _size(text: str) -> int:
    return compressed(text.encode()) if text else 0
