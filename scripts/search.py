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
    "fsdp": "sharded training",
    "distributed": "data parallel sharded training",
    "autograd": "gradients gradienttape backward",
    "backprop": "gradients gradienttape backward",
    "ragged": "padded sequences variable length",
    "masking": "padded sequences mask",
    "convert": "port weights move",
    "migrate": "port move",
    "equivalent": "",
    "install": "installation footprint",
    "size": "footprint install memory",
    "memory": "peak memory",
    "license": "licence governance",
    "company": "governance google meta",
    "owner": "governance",
}
_STOP = (
    "a an and are as at be but by can do does for from has have how if in into is it its like my no "
    "not of on or our so than that the their them then there these they this to vs was we what when "
    "where which who why will with you your use using versus"
)
STOP = frozenset(_STOP.split())
_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[._][A-Za-z0-9]+)*|\d+[a-z]+")
_NAME = re.compile(r"[A-Za-z_]\w*(?:\.\w+)+|[A-Za-z]*[a-z][A-Z]\w*|[A-Z][a-z]+[A-Z0-9]\w*|[a-z]+_\w+")
_COMMON = 0.3  # a word that stands on more of all pages than this tells no page from another
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

    `url` is its address below the site's root, `html` its content, `framework` the one that it treats alone.
    """
    text = _Text(html)
    code = " ".join(text.code)
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
        words=frozenset(_words(prose) | _words(code)),
    )


def write(site: Path, documents: Sequence[Document]) -> Path:
    """Write the index below `site`. Returns the file."""
    file = site / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(index(documents), ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return file


def index(documents: Sequence[Document]) -> dict[str, object]:
    """The index: synonyms, and for each page its fields in the order of `Document`."""
    spread = Counter(word for entry in documents for word in entry.words)
    most = max(2, _COMMON * len(documents))
    pages = []
    for entry in sorted(documents, key=lambda entry: entry.url):
        named = {part for name in entry.names for part in _words(name)}
        shown = {*_words(entry.title), *_words(entry.description), *named}
        shown |= {word for _, heading in entry.headings for word in _words(heading)}
        rare = sorted(word for word in entry.words - shown if spread[word] <= most)
        pages.append(
            [
                entry.url, entry.title, entry.kind, entry.framework, entry.description,
                [part for heading in entry.headings for part in heading],
                " ".join(sorted(entry.names)), " ".join(rare),
            ]
        )  # fmt: skip
    return {"synonyms": SYNONYMS, "pages": pages}


def _words(text: str) -> set[str]:
    """The words of a text that can tell pages apart: lower case, no stop words, no single letters."""
    return {word for word in map(str.lower, _WORD.findall(text)) if len(word) > 1 and word not in STOP}
