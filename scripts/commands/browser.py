"""Find a Chromium for the tests, or install one; print its path."""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("--find", action="store_true", help="only look, install nothing")


def run(options: argparse.Namespace) -> int:
    """Print the path of a Chromium. 1 if there is none and none can be installed."""
    path = find() or (None if options.find else install())
    if path is None:
        print("no Chromium: install one, or set CHROMIUM to its path", file=sys.stderr)
        return 1
    print(path)
    return 0


def find() -> str | None:
    """An existing Chromium: $CHROMIUM, one on the PATH, or Playwright's."""
    if chosen := os.environ.get("CHROMIUM"):
        return chosen
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return _playwrights()


def install() -> str | None:
    """Install Playwright's Chromium; where that cannot be had, Debian's (as root)."""
    subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"], check=False, stdout=2, stderr=2
    )
    if path := _playwrights():
        return path
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-q"], check=False, stdout=2)
        subprocess.run(
            ["apt-get", "install", "-q", "-y", "--no-install-recommends", "chromium"],
            check=False,
            stdout=2,
        )
    return find()


def _playwrights() -> str | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None
