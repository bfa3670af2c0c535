"""Reads text files as UTF-8, with or without a byte-order mark.

What cannot be read as it is meant is found first, file by file, so that nothing is said of its content.
"""

import codecs
import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

from scripts import paths
from scripts.problem import Problem

RULE = "readable-text"
# Control characters but for tab and line ends, and those that turn the direction of a text: they hide code.
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
ENDINGS = {".md", ".yml", ".ipynb", ".py", ".json", ".txt", ".css", ".js", ".svg", ".toml"}

# The three marks that git leaves where two changes meet, each at the start of a line and in this order.
_CONFLICT = re.compile(rb"^<{7} .*?^={7}\r?$.*?^>{7} ", re.MULTILINE | re.DOTALL)


def read(file: Path) -> str:
    """The text of a file, without a byte-order mark. Invalid UTF-8 is replaced; `faults` reports it.

    Empty for what is no file or cannot be read, which scripts/content/files.py reports.
    """
    try:
        return file.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return ""


def is_marked(file: Path) -> bool:
    """Whether a byte-order mark precedes the text of a file."""
    with file.open("rb") as stream:
        return stream.read(3) == codecs.BOM_UTF8


def faults(docs: Path) -> Iterator[Problem]:
    """Files that are not UTF-8, or hold a merge conflict or an unseen character: one problem each."""
    for file in sorted(docs.rglob("*")):
        if file.suffix not in ENDINGS or not file.is_file() or file.is_symlink():
            continue
        with contextlib.suppress(OSError):
            path = f"{paths.DOCS}/{file.relative_to(docs).as_posix()}"
            if problem := fault_of(path, file.read_bytes()):
                yield problem


def fault_of(path: str, data: bytes) -> Problem | None:
    """Why a file of these bytes, which `path` names in messages, cannot be read; None if it can."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        fault = f"the text is not UTF-8 (byte {data[error.start]:#04x})"
        remedy = "save it as UTF-8: a setting of your editor, called encoding"
        return Problem(path, data.count(b"\n", 0, error.start) + 1, fault, remedy, RULE)
    if conflict := _CONFLICT.search(data):
        remedy = "keep one side, or both, and remove the lines with <<<<<<<, ======= and >>>>>>>"
        line = data.count(b"\n", 0, conflict.start()) + 1
        return Problem(path, line, "a merge conflict is not resolved", remedy, RULE)
    if unseen := _UNSEEN.search(text):
        fault = f"a character that nobody sees stands here, U+{ord(unseen[0]):04X}"
        return Problem(path, text.count("\n", 0, unseen.start()) + 1, fault, "delete it", RULE)
    return None
