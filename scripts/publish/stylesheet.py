"""Our style sheets as they are published: one file, so that a page asks for one, without comments."""

import re
from collections.abc import Sequence
from pathlib import Path

try:
    import minify
except ImportError:  # There is no wheel for Apple silicon; sheets work as they are, they are only larger.
    minify = None

FOLDER = "assets/css"
FILE = f"{FOLDER}/site.css"

_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)


def write(site: Path, sheets: Sequence[str]) -> Path:
    """Make one file of our sheets in the built `site`, in the order given, and return it.

    `sheets` are addresses below the site's root, as `extra_css` in mkdocs.yml lists them; they are gone then.
    They stand in the folder that the file stands in, so that a `url()` means what it meant.

    Raises:
        ValueError: a sheet is missing, stands elsewhere, imports another one, or leaves a brace open; the
            message names it.

    """
    text = "".join(_published(site, sheet) for sheet in sheets)
    for sheet in sheets:
        (site / sheet).unlink()
    file = site / FILE
    file.write_text(text, encoding="utf-8")
    return file


def missing(sheet: str) -> ValueError:
    """The message for a style sheet that is listed and missing."""
    return ValueError(f"mkdocs.yml: {sheet} is listed under extra_css, and docs/{sheet} does not exist")


def _published(site: Path, sheet: str) -> str:
    if Path(sheet).parent.as_posix() != FOLDER:
        raise ValueError(f"mkdocs.yml: {sheet} is listed under extra_css; move it into docs/{FOLDER}/")
    if not (site / sheet).is_file():
        raise missing(sheet)
    text = _COMMENT.sub("", (site / sheet).read_text(encoding="utf-8"))
    if "@import" in text:
        raise ValueError(f"docs/{sheet}: `@import` is lost where sheets become one; list it in mkdocs.yml")
    if text.count("{") != text.count("}"):
        raise ValueError(f"docs/{sheet}: not as many `{{` as `}}`; the next sheet would be lost, too")
    try:
        return str(minify.string("text/css", text)) if minify else text
    except ValueError as error:
        raise ValueError(f"docs/{sheet}: cannot be minified: {error}; make a file of a `data:`") from error
