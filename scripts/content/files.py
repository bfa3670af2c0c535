"""Which files may lie below docs/, and how large they may be: looked at before any of them is read.

What lies there is published as it is. So links are refused, which could show any file of the machine that
builds, and so is a kind of file that a browser would run.
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from scripts import paths
from scripts.content import embedded_html, source
from scripts.problem import Problem

KIND = "file-kind"
SIZE = "file-size"
IMAGES = (".png", ".jpg", ".jpeg", ".webp", ".gif")
SMALLER = "scale it down to 1,400 pixels, or save it as WebP"
MOST_PIXELS = 4096  # of an image, in either direction


@dataclass(frozen=True)
class Limit:
    """The greatest size of a kind of file, in KB of 1,000 bytes; its name, and what makes it smaller."""

    name: str
    kilobytes: int
    remedy: str


# About twice the largest that there is, where one is there.
LIMITS = {
    ".md": Limit("a page", 60, "split it into pages, each with one subject"),
    ".ipynb": Limit("a notebook", 600, "draw fewer points, print less, or split it"),
    ".py": Limit("a program", 12, "show less; a reader has a phone"),
    ".yml": Limit("a data file", 250, "split it"),
    ".json": Limit("a record", 300, "print or measure less"),
    ".txt": Limit("a text", 60, "split it"),
    ".css": Limit("a style sheet", 30, "split it by component"),
    ".js": Limit("a script", 100, "split it into modules"),
    ".svg": Limit("a drawing", 60, "simplify its paths, or draw less"),
    **{ending: Limit("an image", 200, SMALLER) for ending in IMAGES},
    ".toml": Limit("a settings file", 10, "remove what is not needed"),
}
# What others rest on, so that little can be said of them while it cannot be read.
READ = (".md", ".ipynb", ".py", ".yml", ".json", ".txt")
# Where a browser's own files lie, and how those are asked for.
OWN = {".css": "assets/css/", ".js": "assets/js/"}
WORKER = "sw.js"  # it rules the folder that it lies in
ASKING = ("mkdocs.yml", "overrides/**/*.html", "docs/assets/js/**/*.js", "scripts/publish/*.py")
INSTEAD = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), "write a page in Markdown"),
    ".jpe": "save it as .jpg", ".yaml": "call it .yml", ".markdown": "call it .md",
    ".csv": "show what it says as a table, and link to where it is kept",
}  # fmt: skip
_NAME = re.compile(r"[\w./-]+\Z", re.ASCII)


def links(docs: Path) -> Iterator[Problem]:
    """Symbolic links below docs/, files and folders alike: one problem each."""
    for folder, folders, names in os.walk(docs, followlinks=False):
        for name in sorted([*folders, *names]):
            file = Path(folder, name)
            if file.is_symlink():
                remedy = "put the file itself there; a link could publish what lies elsewhere on a machine"
                yield Problem(path_of(file, docs), 1, "it is a symbolic link", remedy, KIND)


def faults(docs: Path) -> Iterator[Problem]:
    """Folders called as files, files of a kind that is not published, and those that are too large."""
    asking = _asking(docs.parent)
    for folder, folders, names in os.walk(docs, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__pycache__")))
        for name in folders:
            if Path(name).suffix in LIMITS:
                file = Path(folder, name)
                yield Problem(path_of(file, docs), 1, "a folder is called as a file is", "rename it", KIND)
        for name in sorted(names):
            yield from _faults(Path(folder, name), docs, asking)


def path_of(file: Path, docs: Path) -> str:
    """The path of a file below docs/ in messages."""
    return f"{paths.DOCS}/{file.relative_to(docs).as_posix()}"


def _faults(file: Path, docs: Path, asking: Mapping[Path, str]) -> Iterator[Problem]:
    path, ending = path_of(file, docs), file.suffix.lower()
    limit = LIMITS.get(file.suffix)
    if file.name.startswith(".") and ending not in {".yml", ".toml"}:
        return  # MkDocs publishes none, and editors leave some
    if limit is None:
        remedy = INSTEAD.get(ending, f"use one of {', '.join(LIMITS)}")
        yield Problem(
            path, 1, f"a file of the kind “{file.suffix or file.name}” is not published", remedy, KIND
        )
        return
    if not _NAME.match(path):
        remedy = "rename it: letters, digits, hyphens"
        yield Problem(path, 1, "its name would be escaped in an address", remedy, KIND)
    try:
        size = file.stat().st_size
        with file.open("rb"):
            pass
    except OSError as error:
        yield Problem(path, 1, f"it cannot be read: {error.strerror}", "let everybody read it", KIND)
        return
    if size > limit.kilobytes * 1000:
        fault = f"{limit.name} of {size / 1000:,.0f} KB, and {limit.kilobytes} KB are allowed"
        yield Problem(path, 1, fault, limit.remedy, SIZE)
    elif ending in OWN:
        yield from _unasked(file, docs, path, asking)
    elif ending in IMAGES:
        yield from _image(file, path)
    elif ending == ".svg":
        for what in embedded_html.active(file.read_bytes().decode("utf-8", "replace")):
            yield Problem(path, 1, f"the drawing holds {what}", "remove it: a drawing runs nothing", KIND)


def _image(file: Path, path: str) -> Iterator[Problem]:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415  (it takes longer than all other checks)

    remedy = "save it again from the program that drew it"
    kinds = {".jpg": "JPEG", ".jpeg": "JPEG"}
    kind = kinds.get(file.suffix, file.suffix[1:].upper())
    try:
        with Image.open(file, formats=[kind]) as image:
            width, height = image.size
            image.verify()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        yield Problem(path, 1, f"it cannot be read as {kind}", remedy, KIND)
        return
    if max(width, height) > MOST_PIXELS:
        fault = f"an image of {width} by {height} pixels, and {MOST_PIXELS} are allowed"
        yield Problem(path, 1, fault, "scale it down to 1,400 pixels", SIZE)


def _unasked(file: Path, docs: Path, path: str, asking: Mapping[Path, str]) -> Iterator[Problem]:
    """A style sheet or script that nothing asks for, or that lies elsewhere."""
    place = OWN[file.suffix]
    name = file.relative_to(docs).as_posix()
    if name != WORKER and not name.startswith(place):
        remedy = f"move it to docs/{place}, or remove it"
        yield Problem(path, 1, "code for the browser beside pages", remedy, KIND)
        return
    asked = re.compile(rf"(?<![\w-]){re.escape(file.name)}\b")
    if not any(asked.search(text) for other, text in asking.items() if other != file):
        remedy = "remove it; a sheet is named in mkdocs.yml, a module in the one that imports it"
        yield Problem(path, 1, "nothing asks for it", remedy, KIND)


def _asking(root: Path) -> dict[Path, str]:
    """The texts that may ask for a style sheet or a script."""
    found = (
        file for pattern in ASKING for file in root.glob(pattern) if file.is_file() and not file.is_symlink()
    )
    return {file: source.read(file) for file in found}
