"""Find every error in the content, in seconds and without any framework installed."""

import argparse
import sys
from pathlib import Path

from scripts import content, paths, rules


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("--root", type=Path, default=paths.ROOT, help="the folder that holds docs/")


def run(options: argparse.Namespace) -> int:
    """Print all problems; 1 if there are any."""
    read, problems = content.read(options.root)
    problems = sorted([*problems, *rules.check(read)])
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(
            f"\n{len(problems)} problem(s). Each rule is explained in .github/CONTRIBUTING.md.",
            file=sys.stderr,
        )
        return 1
    tools = sum(1 for _ in read.tools)
    print(f"{len(read.pages)} pages, {tools} tools, {len(read.points)} points of the article: no problem")
    return 0
