"""Writes docs/assets/js/vendor/minisearch.js from the pinned npm package: `python -m tests.search.vendor`."""

import json
import re
from pathlib import Path

from scripts import paths

PACKAGE = paths.ROOT / "tests" / "node_modules" / "minisearch"
FILE = paths.ROOT / "docs" / "assets" / "js" / "vendor" / "minisearch.js"
# Comments of a line or of several; the package has none within a line of code.
_COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)[ \t]*\n", re.DOTALL | re.MULTILINE)


def vendored() -> str:
    """The package's module without its comments, with its licence."""
    code = (PACKAGE / "dist" / "es" / "index.js").read_text(encoding="utf-8")
    version = json.loads((PACKAGE / "package.json").read_text(encoding="utf-8"))["version"]
    licence = "github.com/lucaong/minisearch. Copyright 2022 Luca Ongaro, MIT licence."
    return f"/* MiniSearch {version}, {licence} */\n" + re.sub(r"(?m)^ +", _tabs, _COMMENT.sub("", code))


def _tabs(found: re.Match[str]) -> str:
    return "\t" * (len(found[0]) // 4)


def main() -> Path:
    """Write the file. Returns it."""
    FILE.write_text(vendored(), encoding="utf-8")
    return FILE


if __name__ == "__main__":
    print(main().relative_to(paths.ROOT))
