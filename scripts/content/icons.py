"""The names between colons: which are icons that Material draws, and which are emoji."""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path

import material

FOLDER = Path(material.__file__).parent / "templates" / ".icons"
SETS = ("fontawesome", "material", "octicons", "simple")


def is_icon(name: str) -> bool:
    """Whether Material has an icon of this name, such as `fontawesome-brands-github`."""
    return any(file.is_file() for file in _files(FOLDER, name))


def is_emoji(name: str) -> bool:
    """Whether a name is that of an emoji, such as `rocket` or `+1`."""
    from pymdownx import twemoji_db  # noqa: PLC0415  (a third of a second, and pages have no emoji)

    shortcode = f":{name}:"
    return shortcode in twemoji_db.emoji or shortcode in twemoji_db.aliases


def looks_like_icon(name: str) -> bool:
    """Whether a name starts like that of an icon, or nearly so: `materal-check`."""
    first, hyphen, rest = name.partition("-")
    return bool(hyphen and rest and get_close_matches(first, SETS, n=1, cutoff=0.8))


def nearest(name: str) -> str | None:
    """The icon that was probably meant; None if none is near."""
    near = get_close_matches(name.lower().replace("_", "-"), _names(), n=1, cutoff=0.7)
    return near[0] if near else None


def _files(folder: Path, name: str) -> Iterator[Path]:
    """The files that a name may mean: a hyphen in it parts words, or folders."""
    yield folder / f"{name}.svg"
    for place, letter in enumerate(name):
        if letter == "-" and (inner := folder / name[:place]).is_dir():
            yield from _files(inner, name[place + 1 :])


@cache
def _names() -> tuple[str, ...]:
    files = sorted(FOLDER.rglob("*.svg"))
    return tuple("-".join(file.relative_to(FOLDER).with_suffix("").parts) for file in files)
