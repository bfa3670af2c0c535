"""`python -m tests.mutants [MODULE ...] [--record]`: how many faults in the code the tests notice.

Each module of `modules.yml` is broken in many small ways, one at a time, in a copy of the repository, and
the tests that concern it are run. `scores.yml` holds how many are killed, and each that survives, with the
reason. Each fault of `faults.yml` was made by hand, and every one must be noticed.

Exit status 1: a score is lower than the recorded one, an area is below 90 %, a fault was not noticed, or
tests fail before anything is broken. `--record` writes scores and survivors, and keeps the reasons.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts import paths
from tests.mutants import javascript, python, records
from tests.mutants.records import Score, Survivor
from tests.mutants.tree import Tree


@contextmanager
def copied() -> Iterator[Tree]:
    """A copy of the repository, for as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        yield Tree(paths.ROOT, Path(folder) / "tree")


def survivors(tree: Tree, module: str, tests: list[str], most: int) -> Score:
    """How many mutants of a module its tests kill, and which live.

    Raises ValueError where its tests fail before anything is broken.
    """
    if module.endswith(".js"):
        return javascript.survivors(tree, module, tests)
    seconds = tree.prepare(tests)
    if seconds is None:
        raise ValueError(f"{module}: its tests fail unbroken: {' '.join(tests)}\n{tree.log()}")
    found, total = python.mutants(tree.folder / module, most)
    alive = []
    quickly = tree.outcomes(tests, module, [mutant.text for mutant in found])
    for mutant, (outcome, called) in zip(found, quickly, strict=True):
        # What seems to live is imported anew, as a function may have been called by an import.
        if outcome in {"failed", "too slow"}:
            continue
        with tree.changed(module, mutant.text):
            # A loop that never ends is noticed by the clock.
            if tree.run(tests, 10 * seconds + 5, only=called) == "passed":
                alive.append(Survivor(was=mutant.was, now=mutant.now))
    return Score(killed=len(found) - len(alive), of=len(found), mutants=total, survivors=alive)


def noticed(tree: Tree, fault: records.Fault) -> bool:
    """Whether the tests of a fault fail when it is there."""
    text = (tree.folder / fault.file).read_text(encoding="utf-8")
    if text.count(fault.was) != 1:
        raise ValueError(
            f"tests/mutants/faults.yml: “{fault.says}”: {fault.file} no longer has it once; adapt it"
        )
    if tree.prepare(fault.tests) is None:
        raise ValueError(f"“{fault.says}”: its tests fail unbroken\n{tree.log()}")
    with tree.changed(fault.file, text.replace(fault.was, fault.now)):
        return tree.run(fault.tests, 600) != "passed"


def main() -> int:
    """Run what was asked for. Returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("modules", nargs="*", help="files or folders of them; all if none is named")
    parser.add_argument("--record", action="store_true", help="write what is found")
    parser.add_argument(
        "--most", type=int, help="sample of a module that has more mutants; as recorded if not given"
    )
    parser.add_argument("--only", choices=("modules", "faults"), help="run these alone")
    options = parser.parse_args()
    chosen = tuple(options.modules)
    before, found, problems = records.scores(), dict(records.scores()), []
    with copied() as tree:
        for area, module, tests in records.modules() if options.only != "faults" else ():
            if chosen and not module.startswith(chosen):
                continue
            began = time.monotonic()
            most = options.most or (
                before[module].of if module in before and before[module].sampled else python.MOST
            )
            score = found[module] = survivors(tree, module, tests, most).explained(before.get(module))
            print(f"{area}: {module}: {score.words}, {time.monotonic() - began:.0f} s", flush=True)
            for survivor in score.survivors:
                print(
                    f"    {survivor.was}\n  → {survivor.now}\n    {survivor.why or 'no reason yet'}",
                    flush=True,
                )
            if options.record:
                # Read anew: reasons are written by hand, also while this runs.
                found |= records.scores() | {module: score.explained(records.scores().get(module))}
                records.write(found)
            elif (known := before.get(module)) and score.share < known.share:
                problems.append(
                    f"{module}: {score.words}, and was {known.words}; test what survives, listed above"
                )
        for fault in records.faults() if options.only != "modules" else ():
            if chosen and not fault.file.startswith(chosen):
                continue
            seen = noticed(tree, fault)
            print(f"{'noticed' if seen else 'NOT NOTICED'}: {fault.says}", flush=True)
            if not seen:
                problems.append(f"{fault.file}: “{fault.says}” is not noticed by {' '.join(fault.tests)}")
    problems += records.problems(found)
    for problem in problems:
        print(f"error: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
