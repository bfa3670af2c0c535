"""Messages with placeholders: what they match, and what of them is the same in every case."""

import re
from collections.abc import Mapping
from functools import cache

from scripts.model.error import PLACEHOLDER, PLACEHOLDERS

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
# What differs between two runs of one program, and what stands for it.
_VARYING = (
    (re.compile(r"0x[0-9a-fA-F]+"), "0x…"),
    (re.compile(r"('shared_object_id': )\d+"), r"\1…"),
    (re.compile(r"(\bid=)\d{6,}"), r"\1…"),  # an address, not in hexadecimal
    # What a logger of C++ writes first: level, time, process, place.
    (re.compile(r"^[IWEF]\d{4} [\d:.]+\s+\d+ \S+\] ", re.MULTILINE), ""),
    (re.compile(r"^\[?\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.,]\d+[^\s\]]*\]?:? ?", re.MULTILINE), ""),
    (re.compile(r"(?:/[^\s/'\"]+)*/site-packages/"), ""),
    # The program by its name, wherever the repository lies; what runs it is no reader's code.
    (re.compile(r"(?:[\w.~-]*/)*docs/errors/([\w-]+\.py)"), r"\1"),
    (re.compile(r"^.*scripts/execute/error_worker\.py.*\n?", re.MULTILINE), ""),
)
# Placeholders of which the search, that looks at no numbers, sees nothing.
_NUMBERS = ("number", "shape", "address")


@cache
def pattern(form: str) -> re.Pattern[str]:
    """What matches a message of this form. White space is compared as one space: use `flat` on a text."""
    pieces = PLACEHOLDER.split(flat(form))  # text and names of placeholders, by turns
    return re.compile(
        "".join(PLACEHOLDERS[piece] if odd % 2 else re.escape(piece) for odd, piece in enumerate(pieces))
    )


def matches(form: str, text: str) -> bool:
    """Whether a text holds a message of this form."""
    return pattern(form).search(flat(text)) is not None


def literal(form: str) -> str:
    """What of a form is the same in every case, with `…` for the rest; of numbers there is no sign."""
    return flat(PLACEHOLDER.sub(lambda match: " " if match[1] in _NUMBERS else " … ", form))


def filled(form: str, values: Mapping[str, str]) -> str:
    """A message of this form with a value for each placeholder by its name."""
    return PLACEHOLDER.sub(lambda match: values[match[1]], form)


def flat(text: str) -> str:
    """A text in one line, without the signs that colour it in a terminal."""
    return " ".join(_COLOUR.sub("", text).split())


def settled(text: str, folder: str = "") -> str:
    """A message without what differs from run to run: addresses, times, places of this machine's files.

    `folder` is that in which the program ran; what lies in it is shown by its name alone.
    """
    text = _COLOUR.sub("", text)
    if folder:
        text = text.replace(f"{folder}/", "")
    for varying, instead in _VARYING:
        text = varying.sub(instead, text)
    return "\n".join(line.rstrip() for line in text.strip().splitlines())
