"""Count how often public code uses each name of the frameworks, and record it."""

import argparse
import subprocess
import sys
from collections import Counter
from pathlib import Path

from scripts import dates, paths
from scripts.content import reader
from scripts.content.json_record import USES
from scripts.model.api_map import ROOTS
from scripts.model.api_names import Repository, Uses
from scripts.model.framework import FRAMEWORKS, Framework
from scripts.outside import uses

LEAST = 5e-5  # a smaller share of all uses is not recorded


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument(
        "clones",
        nargs="+",
        metavar="side:owner/name=folder",
        help="clones of git; side: tensorflow or pytorch",
    )
    parser.add_argument("--root", type=Path, default=paths.ROOT, help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Count the clones and write the record. Returns 2 if one cannot be read or no names are listed yet."""
    read, _ = reader.read(options.root)
    if read.public_names is None:
        print("no names are listed yet; run `python -m scripts api`", file=sys.stderr)
        return 2
    known = {f"{module}.{name}" for module, names in read.public_names.modules.items() for name in names}
    known |= read.public_names.modules.keys()
    repositories: dict[Framework, list[Repository]] = {side: [] for side in FRAMEWORKS}
    counted: dict[Framework, list[Counter[str]]] = {side: [] for side in FRAMEWORKS}
    for word in options.clones:
        side, _, rest = word.partition(":")
        name, _, folder = rest.partition("=")
        if side not in FRAMEWORKS or not folder:
            print(
                f"{word}: write side:owner/name=folder, side being {' or '.join(FRAMEWORKS)}", file=sys.stderr
            )
            return 2
        try:
            commit, files, found = uses.of_repository(Path(folder))
        except (OSError, subprocess.CalledProcessError):
            print(f"{folder}: no clone of git; clone {name} there", file=sys.stderr)
            return 2
        own = Counter({full: count for full, count in found.items() if full in known})
        repositories[side].append(Repository(name=name, commit=commit, files=files))
        counted[side].append(own)
        print(f"{name}: {own.total()} uses of {len(own)} names in {files} files", flush=True)
    shares = {
        side: {
            name: round(share, 6) for name, share in uses.shares(counted[side], ROOTS[side]).items()
            if share >= LEAST
        }
        for side in FRAMEWORKS
    }  # fmt: skip
    USES.write(read.docs, Uses(counted=dates.current(), repositories=repositories, shares=shares))
    print(f"uses: {paths.DOCS}/{USES.name}")
    return 0
