"""Run the programs of tool pages; record what they print, or with --check compare it."""

import argparse
import difflib
import sys
from pathlib import Path

from scripts import content, jobs, paths, proof


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("names", nargs="*", metavar="id", help="the tools to run; all if left out")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the output differs")
    jobs.add_argument(parser, "programs")


def run(options: argparse.Namespace) -> int:
    """Run each program in its own process. 1 if one fails or, with --check, differs."""
    read, _ = content.read()
    environments = {
        name: page.meta.record.environment
        for name, page in read.proofs.items()
        if page.meta and page.meta.record
    }
    unknown = [name for name in options.names if name not in environments]
    if unknown:
        known = ", ".join(sorted(environments))
        print(f"no page with a program: {', '.join(unknown)}; known are {known}", file=sys.stderr)
        return 2
    failed = 0
    chosen = options.names or sorted(environments)
    for name, result in jobs.in_order(
        chosen, lambda name: proof.run(read.docs, name, environments[name], not options.check), options.jobs
    ):
        try:
            done, seconds = result()
            if options.check:
                _compare(read.docs, name, done)
                said = "prints what is recorded"
            else:
                said = proof.write_record(read.docs, name, done).relative_to(paths.ROOT).as_posix()
        except proof.ProofError as error:
            failed += 1
            program = proof.program_of(read.docs, name).relative_to(read.root).as_posix()
            print(f"{program}:1: {error} [executed-proof]", file=sys.stderr)
            continue
        print(f"{name}: {said} ({seconds:.1f} s)", flush=True)
    passed = len(chosen) - failed
    print(f"proofs: {passed} passed, {failed} failed")
    return 1 if failed else 0


def _compare(docs: Path, name: str, done: proof.Run) -> None:
    record = proof.read_record(docs, name)
    remedy = f"run `python -m scripts prove {name}` and read the difference"
    if record is None:
        raise proof.ProofError(f"it has no record; {remedy}")
    if record.printed != done.printed:
        lines = difflib.unified_diff(
            record.printed.splitlines(),
            done.printed.splitlines(),
            "recorded",
            "printed now",
            lineterm="",
        )
        raise proof.ProofError(f"it prints something else than recorded; {remedy}\n" + "\n".join(lines))
    if record.program != done.program:
        raise proof.ProofError(f"it changed after its record was made; {remedy}")
