"""A plot of a notebook, as a file."""

import re
import struct
from dataclasses import dataclass


@dataclass(frozen=True)
class Picture:
    """A plot: its file name below the notebook's folder, its bytes, and the text that stands for it."""

    name: str
    data: bytes
    alt: str

    @property
    def size(self) -> tuple[int, int] | None:
        """Width and height in pixels from the file's header; None if they are not there."""
        return _size_of_svg(self.data) if self.name.endswith(".svg") else _size_of_png(self.data)


def _size_of_png(data: bytes) -> tuple[int, int] | None:
    if len(data) < 24 or not data.startswith(b"\x89PNG"):
        return None
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _size_of_svg(data: bytes) -> tuple[int, int] | None:
    root = re.search(rb"<svg\b[^>]*>", data)
    if root is None:
        return None
    box = re.search(rb'viewBox="[-\d.]+[ ,]+[-\d.]+[ ,]+([\d.]+)[ ,]+([\d.]+)"', root[0])
    return (round(float(box[1])), round(float(box[2]))) if box else None
