"""Errors of HTML that the Nu checker finds, by page."""

from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote

from tests.site.test_html import errors


def invalid(folder: Path, pages: Sequence[str]) -> dict[str, list[str]]:
    """The errors of each page, as `line: message`.

    Errors in CSS are left out: the checker knows less of it than browsers do.
    """
    files = {page: (folder / page / "index.html").resolve() for page in pages}
    found = [unquote(error) for error in errors(list(files.values()))]
    return {
        page: [
            error.removeprefix(f"file:{file}:")
            for error in found
            if error.startswith(f"file:{file}:") and ": CSS: " not in error
        ]
        for page, file in files.items()
    }
