"""Write the fragments that pages pull in, below .generated/."""

import argparse
import sys
from pathlib import Path

from scripts import content, paths, render


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("--repository", default="", help="the address of the repository")


def run(options: argparse.Namespace) -> int:
    """Write what changed, and say what."""
    read, problems = content.read()
    for problem in problems:
        print(problem, file=sys.stderr)
    for file in write(read, options.repository):
        print(file.relative_to(paths.ROOT).as_posix())
    return 1 if problems else 0


def write(read: content.Content, repository: str) -> list[Path]:
    """Write the fragments that differ from what is there, and remove those no longer made.

    An unchanged file keeps its time, so that `mkdocs serve` does not rebuild for nothing.
    Returns the files written.
    """
    folder = read.root / paths.GENERATED
    made = render.fragments(read, repository)
    written = []
    for name, text in made.items():
        file = folder / name
        if file.exists() and file.read_text(encoding="utf-8") == text:
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        written.append(file)
    for file in folder.rglob("*.md"):
        if file.relative_to(folder).as_posix() not in made:
            file.unlink()
    return written
