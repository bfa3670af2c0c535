"""Write the JSON Schemas that editors complete from, into docs/schema/; --check only compares."""

import argparse
import sys
from pathlib import Path

from scripts import paths
from scripts.content import schema


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail where a file is out of date"
    )
    parser.add_argument("--root", type=Path, default=paths.ROOT, help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Write the files that differ from the models, and say which. 1 with --check if there are any."""
    docs = options.root / paths.DOCS
    wanted = schema.files()
    old = [name for name, text in wanted.items() if _read(docs / name) != text]
    gone = [
        name
        for file in sorted((docs / schema.FOLDER).glob(f"*{schema.ENDING}"))
        if (name := file.relative_to(docs).as_posix()) not in wanted
    ]
    for name in [*old, *gone]:
        path = f"{paths.DOCS}/{name}"
        if options.check:
            print(f"{path}:1: not as scripts/model/ says; run `python -m scripts schema`", file=sys.stderr)
            continue
        if name in gone:
            (docs / name).unlink()
            print(f"{path}: removed")
            continue
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(wanted[name], encoding="utf-8", newline="\n")
        print(path)
    return 1 if options.check and (old or gone) else 0


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""
