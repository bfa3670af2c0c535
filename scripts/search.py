"""The index of the search: one document a page, fetched by a reader who opens the search.

It holds what queries are answered from, not the text itself: title, description, headings with their ids,
names from code, and the words of the text, each once. `docs/assets/js/search-core.js` reads it.
"""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from scripts.model.page import PageMeta
from scripts.model.row import EDGES

FILE = "search/index.json"

# What a reader sees beside a result, by the first folder of an address.
KINDS = {
    "compare": "Comparison",
    "examples": "Example",
    "notebooks": "Notebook",
    "tools": "Tool",
    "decide": "Decision",
    "measurements": "Measurement",
    "about": "About",
}
FRAMEWORKS = {
    "tensorflow": "TensorFlow",
    "pytorch": "PyTorch",
    "both": "both frameworks",
    "either": "either framework",
}
# Words that readers use for what the pages name otherwise. Both sides are searched, ours with less weight.
SYNONYMS = {
    "tflite": "litert tensorflow lite",
    "tfjs": "tensorflow.js browser",
    "tb": "tensorboard",
    "faster": "speed performance step time",
    "speed": "performance step time latency",
    "slow": "speed performance compile",
    "jobs": "industry employers use",
    "career": "industry use",
    "popular": "industry research use downloads",
    "popularity": "industry research use downloads",
    "android": "phone litert executorch",
    "ios": "phone litert executorch",
    "iphone": "phone ios litert executorch",
    "mobile": "phone litert executorch",
    "raspberry": "phone microcontroller litert",
    "arduino": "microcontroller",
    "mac": "apple silicon",
    "m1": "apple silicon",
    "mps": "apple silicon",
    "rocm": "amd accelerators windows",
    "amd": "accelerators windows rocm",
    "npu": "accelerators",
    "tpu": "accelerators jax",
    "wsl": "windows gpu",
    "serving": "server serve",
    "deploy": "server runtime shipping serve production",
    "checkpoint": "save load weights",
    "pickle": "load safety weights",
    "dataset": "data pipeline batches",
    "amp": "mixed precision bf16",
    "fp16": "mixed precision",
    "bfloat16": "mixed precision bf16",
    "seed": "determinism seeds",
    "reproducible": "determinism seeds",
    "debugger": "breakpoint debugging",
    "ddp": "data parallel",
    "multigpu": "data parallel sharded training",
    "tf1": "tensorflow 1 session",
    "easier": "learning ease",
    "fsdp": "sharded training",
    "distributed": "data parallel sharded training",
    "autograd": "gradients gradienttape backward",
    "backprop": "gradients gradienttape backward",
    "ragged": "padded sequences variable length",
    "masking": "padded sequences mask",
    "convert": "converter port weights move",
    "migrate": "port move",
    "batchnorm": "batch normalisation",
    "batchnorm2d": "batch normalisation",
    "conv2d": "convolution channel order",
    "upsample": "resize interpolate",
    "assignment": "slice write assigning",
    "state_dict": "save load weights",
    "huggingface": "hugging face pretrained models",
    "cpp": "c++ languages",
    "equivalent": "",
    "install": "installation footprint",
    "size": "footprint install memory",
    "memory": "peak memory",
    "license": "licence governance",
    "company": "governance google meta",
    "owner": "governance",
}
# Pages that name everything would come up for anything: their share of a score. Their words stand elsewhere.
LISTS = {
    "": 0.6,
    "all/": 0.2,
    "about/article/": 0.45,
    "compare/": 0.5,
    "examples/": 0.6,
    "examples/programs/": 0.4,
    "tools/": 0.6,
}
_STOP = (
    "a an and are as at be but by can do does for from has have how if in into is it its like my no "
    "not of on or our so than that the their them then there these they this to vs was we what when "
    "i where which who why will with you your use using versus equivalent better best"
)
STOP = frozenset(_STOP.split())
_WORD = re.compile(r"c\+\+|[^\W_]+(?:[._][^\W_]+)*", re.IGNORECASE)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_BRITISH = re.compile(r"is(e[drs]?|ing|ations?)$")
_KEPT_S = ("ss", "us", "is", "js")
_LETTERS = re.compile(r"[^\W\d_]{2}|\+")
_NAME = re.compile(r"[A-Za-z_]\w*(?:\.\w+)+|[A-Za-z]*[a-z][A-Z]\w*|[A-Z][a-z]+[A-Z0-9]\w*|[a-z]+_\w+")
_COMMON = 0.2  # a word that stands on more of all pages than this tells no page from another
_SKIPPED = frozenset({"nav", "svg", "script", "style", "button", "footer"})


@dataclass(frozen=True)
class Document:
    """A page as the search sees it: headings as pairs of id and text; names from code; words of the text."""

    url: str
    title: str
    kind: str
    framework: str
    description: str
    headings: tuple[tuple[str, str], ...]
    names: frozenset[str]
    words: frozenset[str]


class _Text(HTMLParser):
    """The headings, the code and the words of a page's content."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.headings: list[tuple[str, str]] = []
        self.code: list[str] = []
        self.text: list[str] = []
        self._skip = 0
        self._code = 0
        self._heading = ""
        self._title: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in _SKIPPED or (values.get("class") or "") == "headerlink" or self._skip:
            self._skip += tag not in {"img", "br", "hr", "input"}
        elif tag == "code":
            self._code += 1
        elif tag in {"h2", "h3"} and values.get("id"):
            self._heading, self._title = values["id"] or "", []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass  # `<path/>` has no text, and no end of its own

    def handle_endtag(self, tag: str) -> None:
        if self._skip:
            self._skip -= 1
        elif tag == "code":
            self._code -= 1
            self.code.append(" ")
        elif tag in {"h2", "h3"} and self._heading:
            self.headings.append((self._heading, " ".join("".join(self._title).split())))
            self._heading = ""

    def handle_data(self, data: str) -> None:
        if self._skip:
            return
        (self.code if self._code else self.text).append(data)
        if self._heading:
            self._title.append(data)


@cache
def document(url: str, html: str, title: str, description: str, framework: str = "") -> Document:
    """A page as the search sees it.

    `url` is its address below the site's root, `html` its content, `framework` what `framework_of` says.
    """
    text = _Text(html)
    code = "".join(text.code)  # a highlighter has taken names apart: each piece a span
    prose = " ".join(text.text)
    folder = url.split("/", maxsplit=1)[0]
    names = {*_NAME.findall(code), *_NAME.findall(prose)}
    return Document(
        url=url,
        title=title,
        kind=KINDS.get(folder, "Guide"),
        framework=framework,
        description=description,
        headings=tuple(text.headings),
        names=frozenset(names),
        words=frozenset(terms(prose) | terms(code)),
    )


def framework_of(meta: PageMeta) -> str:
    """Which framework a page treats, or who has the edge on it, as a result of the search says it."""
    if meta.row:
        edge = EDGES[meta.row.edge]
        return f"edge: {edge if meta.row.edge in FRAMEWORKS else edge.lower()}"
    if meta.pair or meta.notebook:
        return "both frameworks"
    side: str = meta.tool.side if meta.tool else meta.outcome.side if meta.outcome else ""
    return FRAMEWORKS.get(side, "")


def write(site: Path, documents: Sequence[Document]) -> Path:
    """Write the index below `site`. Returns the file."""
    file = site / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(index(documents), ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return file


def index(documents: Sequence[Document]) -> dict[str, object]:
    """The index: synonyms, lists, and for each page its fields in the order of `Document`.

    Words that the engine gets from another field of the page are not written again.
    """
    spread = Counter(word for entry in documents for word in entry.words)
    most = max(2, _COMMON * len(documents))
    pages = []
    for entry in sorted(documents, key=lambda entry: entry.url):
        headings = [heading for _, heading in entry.headings]
        shown = terms(" ".join([entry.title, entry.description, *headings, *entry.names]))
        words = frozenset() if entry.url in LISTS else entry.words
        rare = sorted(word for word in words - shown if spread[word] <= most and _LETTERS.search(word))
        pages.append(
            [
                entry.url, entry.title, entry.kind, entry.framework, entry.description,
                [part for heading in entry.headings for part in heading],
                " ".join(sorted(entry.names)), " ".join(rare),
            ]
        )  # fmt: skip
    return {"synonyms": SYNONYMS, "lists": LISTS, "pages": pages}


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
