"""Run what a change touches, before everything runs: its programs, pairs, calls, messages and notebooks."""

import argparse
import subprocess
import sys
from pathlib import Path

from scripts import paths
from scripts.content import edited, reader
from scripts.content.edited import Edited
from scripts.content.revision import RevisionError
from scripts.content.tree import Content

# The command that runs each kind.
COMMANDS = {
    "programs": "programs",
    "pairs": "run",
    "errors": "errors",
    "api": "api",
    "notebooks": "notebooks",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("base", help="the revision to compare with, such as origin/main")
    parser.add_argument("--root", type=Path, default=paths.ROOT, help=argparse.SUPPRESS)
    parser.add_argument("--list", action="store_true", help="only name them, one kind a line")


def run(options: argparse.Namespace) -> int:
    """Run them. Returns 1 if one fails, 2 where it cannot be told what the change touches."""
    read, _ = reader.read(options.root)
    try:
        change = edited.since(options.base, read)
    except RevisionError as error:
        print(error, file=sys.stderr)
        return 2
    failed = False
    for kind, names in touched(read, change).items():
        print(f"{kind} touched: {', '.join(names) or 'none'}", flush=True)
        if names and not options.list:
            command = [sys.executable, "-m", "scripts", COMMANDS[kind], *names, "--check"]
            failed |= bool(subprocess.run(command, cwd=options.root, check=False).returncode)
    return int(failed)


def touched(content: Content, change: Edited) -> dict[str, list[str]]:
    """The ids of what a change edits and can be run, by kind, as `COMMANDS` has them."""
    return {
        "programs": sorted(name for name, page in content.programs.items() if page.path in change.pages),
        "pairs": [name for name, page in content.pair_pages.items() if page.path in change.pages],
        "errors": [
            page.id
            for page, message in content.errors
            if page.path in change.pages and not message.unproduced
        ],
        "api": [name for name, (page, _) in content.families.items() if page.path in change.pages],
        "notebooks": [page.id for page, _ in content.notebooks if page.path in change.pages],
    }
