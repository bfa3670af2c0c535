"""Write the fragments that pages pull in, below .generated/."""

import argparse
import sys

from scripts import paths
from scripts.content import reader
from scripts.render import write


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("--repository", default="", help="the address of the repository")


def run(options: argparse.Namespace) -> int:
    """Write what changed, and say what."""
    read, problems = reader.read()
    for problem in problems:
        print(problem, file=sys.stderr)
    for file in write.write(read, options.repository):
        print(file.relative_to(paths.ROOT).as_posix())
    return 1 if problems else 0
