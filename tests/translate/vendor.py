"""Writes docs/assets/js/vendor/lezer-python.js from npm packages: `python -m tests.translate.vendor`."""

import json
import subprocess
from pathlib import Path

from scripts import paths
from tests.search.ask import NODE

MODULES = paths.ROOT / "tests" / "node_modules"
ENTRY = Path(__file__).with_name("parser.js")
FILE = paths.ROOT / "docs" / "assets" / "js" / "vendor" / "lezer-python.js"
PACKAGES = ("@lezer/python", "@lezer/lr", "@lezer/common", "@lezer/highlight")


def vendored() -> str:
    """Lezer's parser of Python in one module, with its licence."""
    esbuild = MODULES / "esbuild" / "bin" / "esbuild"
    options = ("--bundle", "--format=esm", "--minify", "--target=es2022", "--legal-comments=none")
    done = subprocess.run([NODE, esbuild, ENTRY, *options], capture_output=True, text=True, check=True)
    versions = [
        f"{name} {json.loads((MODULES / name / 'package.json').read_text(encoding='utf-8'))['version']}"
        for name in PACKAGES
    ]
    said = f"{', '.join(versions)}; github.com/lezer-parser. Copyright 2018 Marijn Haverbeke, MIT licence."
    return f"/* {said} */\n{done.stdout}"


def main() -> Path:
    """Write the file. Returns it."""
    FILE.write_text(vendored(), encoding="utf-8")
    return FILE


if __name__ == "__main__":
    print(main().relative_to(paths.ROOT))
