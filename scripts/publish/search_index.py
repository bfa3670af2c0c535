"""The index of the search: one document a page, fetched by a reader who opens the search.

It holds what queries are answered from, not the text itself: title, description, headings with their ids,
names from code, and the words of the text, each once, in the first section that has it. What readers say and
no page does stands in `docs/search.yml`. `docs/assets/js/search-core.js` reads the index.
"""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from scripts.content import error_files, error_message
from scripts.content.tree import Content
from scripts.model.error import RAISED_BY
from scripts.model.framework import FRAMEWORKS
from scripts.model.move import Move
from scripts.model.page import PageMeta
from scripts.model.row import EDGES
from scripts.model.search import Message, Search

FILE = "search/index.json"
# Where Material's script looks for its own index; what it gets is empty, as our worker brings its own.
STUB = "search/search_index.json"
STARTERS = "search/starters.json"
# What overrides/404.html looks for the nearest pages in: docs/assets/js/missing.js.
ADDRESSES = "search/addresses.json"

# What a reader sees beside a result, by the first folder of an address.
KINDS = {
    "compare": "Comparison",
    "examples": "Example",
    "notebooks": "Notebook",
    "errors": "Error message",
    "guides": "Guide",
    "api": "API map",
    "tools": "Tool",
    "decide": "Decision",
    "measurements": "Measurement",
    "about": "About",
}
_SIDES: dict[str, str] = {**dict(FRAMEWORKS.items()), "both": "both frameworks", "either": "either framework"}
_STOP = (
    "a an and are as at be but by can do does for from has have how if in into is it its like my no "
    "not of on or our so than that the their them then there these they this to vs was we what when "
    "i where which who why will with you your use using versus equivalent better best "
    "doesn didn don isn t s"
)
STOP = frozenset(_STOP.split())
_WORD = re.compile(r"c\+\+|[^\W_]+(?:[._][^\W_]+)*", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_BRITISH = re.compile(r"is(e[drs]?|ing|ations?)$")
_KEPT_S = ("ss", "us", "is", "js")
_LETTERS = re.compile(r"[^\W\d_]{2}|\+")
_NAME = re.compile(r"[A-Za-z_]\w*(?:\.\w+)+|[A-Za-z]*[a-z][A-Z]\w*|[A-Z][a-z]+[A-Z0-9]\w*|[a-z]+_\w+")
_COMMON = 0.2  # a word that stands on more of all pages than this tells no page from another
_HEADING = re.compile(r'(?=<h[23]\b[^>]*\bid=")')
_API = "api"
_SKIPPED = "nav, svg, script, style, button, footer, .headerlink, .md-content__button"


@dataclass(frozen=True)
class Document:
    """A page as the search sees it: headings as pairs of id and text; names from code; words of the text.

    `framework` is what `framework_of` says. `boost` is what the page's score is multiplied by: a page that
    names everything would come up for anything.
    """

    url: str
    title: str
    kind: str
    description: str
    headings: tuple[tuple[str, str], ...]
    names: frozenset[str]
    words: frozenset[str]
    framework: str = ""
    boost: float = 1
    # Names and words of the text before the first heading, then of each section.
    parts: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()


def _headings(tree: LexborHTMLParser) -> tuple[tuple[str, str], ...]:
    """The ids and texts of the sections."""
    return tuple(
        (node.attributes["id"] or "", " ".join(node.text().split())) for node in tree.css("h2[id], h3[id]")
    )


def _entries(tree: LexborHTMLParser) -> tuple[tuple[str, str], ...]:
    """The ids of the entries of the API map, each with all names of both sides."""
    return tuple(
        (node.attributes["id"] or "", " ".join(code.text() for code in node.css("code")))
        for node in tree.css("tr.entry[id]")
    )


def _code(tree: LexborHTMLParser) -> str:
    """The code of a text, which is taken out of it."""
    blocks = tree.css("code")
    found = " ".join(node.text() for node in blocks)
    for node in blocks:
        node.decompose()
    return found


@cache
def document(url: str, html: str, title: str, description: str) -> Document:
    """A page as the search sees it; `url` is its address below the site's root, `html` its content."""
    tree = LexborHTMLParser(html)
    for node in tree.css(_SKIPPED):
        node.decompose()
    folder = url.split("/", maxsplit=1)[0]
    headings = _headings(tree)
    parts = tuple(_part(text) for text in _HEADING.split((tree.root.html or "") if tree.root else ""))
    if folder == error_files.FOLDER and url != f"{folder}/":
        # It is found by the words of its message, which `with_errors` adds. Those of its cause and cure would
        # bring it up for questions that other pages answer, and take as many bytes again.
        headings, parts = (), ()
    if folder == _API and (entries := _entries(tree)):
        # Its sections are its entries, each found by its names: the words of what differs would find others.
        headings, parts = entries, ()
    return Document(
        url=url,
        title=title,
        kind=KINDS.get(folder, "Guide"),
        description=description,
        headings=headings,
        names=frozenset(name for names, _ in parts for name in names),
        words=frozenset(word for _, words in parts for word in words),
        parts=parts,
    )


def _part(html: str) -> tuple[frozenset[str], frozenset[str]]:
    """The names and the words of a part of a page."""
    tree = LexborHTMLParser(html)
    code = _code(tree)
    prose = tree.root.text(separator=" ") if tree.root else ""
    names = {*_NAME.findall(code), *_NAME.findall(prose)}
    return frozenset(names), frozenset(terms(prose) | terms(code))


def framework_of(meta: PageMeta) -> str:
    """Which framework a page treats, or who has the edge on it, as a result of the search says it."""
    if meta.row:
        edge = EDGES[meta.row.edge]
        return f"edge: {edge if meta.row.edge in _SIDES else edge.lower()}"
    if meta.pair or meta.notebook:
        return "both frameworks"
    if meta.error:
        return RAISED_BY[meta.error.raised_by]
    side: str = meta.tool.side if meta.tool else meta.outcome.side if meta.outcome else ""
    return _SIDES.get(side, "")


def with_errors(content: Content) -> Search:
    """What is known of readers' words, with the messages that have a page of their own."""
    messages = [
        # A form may be longer than what one writes into a file of messages.
        Message.model_construct(page=page.url, text=error_message.literal(form))
        for page, message in content.errors
        for form in message.message
    ]
    return content.search.model_copy(update={"messages": [*messages, *content.search.messages]})


def write(site: Path, documents: Sequence[Document], known: Search) -> Path:
    """Write the index below `site`, and what is offered before anything is typed. Returns the index."""
    file = site / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    data = index(documents, known)
    file.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    starters = [[starter.question, starter.page] for starter in known.starters]
    (site / STARTERS).write_text(json.dumps(starters, ensure_ascii=False), encoding="utf-8")
    stub = {"config": {"lang": ["en"], "separator": "[\\s\\-]+", "pipeline": []}, "docs": []}
    (site / STUB).write_text(json.dumps(stub), encoding="utf-8")
    return file


def write_addresses(site: Path, documents: Sequence[Document], moves: Sequence[Move]) -> Path:
    """Write what the page for missing addresses looks in: titles by address, and pages that moved."""
    file = site / ADDRESSES
    pages = {entry.url: entry.title for entry in sorted(documents, key=lambda entry: entry.url)}
    moved = {move.old: move.new for move in moves if "#" not in move.old}
    data = {"pages": pages, "moved": moved}
    file.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return file


def index(documents: Sequence[Document], known: Search | None = None) -> dict[str, object]:
    """The index: what `known` says of readers' words, lists, and for each page its fields.

    Those are the fields of `Document` in their order. Words that the engine gets from another field of the
    page are not written again; a name or a word stands in the first part of the page that has it, and `|`
    divides the parts.
    """
    known = known or Search()
    spread = Counter(word for entry in documents for word in entry.words)
    most = max(2, _COMMON * len(documents))
    pages = []
    for entry in sorted(documents, key=lambda entry: entry.url):
        headings = [heading for _, heading in entry.headings]
        shown = terms(" ".join([entry.title, entry.description, *headings, *entry.names]))
        names: list[list[str]] = []
        words: list[list[str]] = []
        for own_names, own_words in entry.parts or ((entry.names, entry.words),):
            names.append(sorted(own_names - {name for part in names for name in part}))
            # The words of a list of pages stand on those pages, too.
            rare = own_words - shown if entry.boost >= 1 else frozenset()
            shown = shown | rare
            words.append(sorted(word for word in rare if spread[word] <= most and _LETTERS.search(word)))
        pages.append(
            [
                entry.url, entry.title, entry.kind, entry.framework, entry.description,
                [part for heading in entry.headings for part in heading], _joined(names), _joined(words),
            ]
        )  # fmt: skip
    return {
        "synonyms": known.synonyms,
        "boosts": {entry.url: entry.boost for entry in documents if entry.boost != 1},
        "asked": [[message.page.partition("#")[0], message.text] for message in known.messages],
        "symptoms": [
            {"all": [known.words[name] for name in symptom.all], "pages": symptom.pages}
            for symptom in known.symptoms
        ],
        "pages": pages,
    }


def _joined(parts: Sequence[Sequence[str]]) -> str:
    return "|".join(" ".join(part) for part in parts).rstrip("|")


def terms(text: str) -> set[str]:
    """The words that the engine makes of a text, as `tokenize` and `term` of search-core.js do."""
    found: set[str] = set()
    for name in _WORD.findall(text):
        dotted = name.split(".")
        found |= {".".join(dotted[index:]) for index in range(len(dotted))}
        for part in dotted:
            for piece in (part, *part.split("_")):
                found |= {piece, *_HUMP.split(piece)}
    return {_term(word.lower()) for word in found if word.lower() not in STOP}


def _term(word: str) -> str:
    word = _BRITISH.sub(r"iz\1", word)
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(_KEPT_S) else word
