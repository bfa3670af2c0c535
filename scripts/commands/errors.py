"""Run the programs that produce error messages; record what they raise, or with --check compare it."""

import argparse
import sys
import time
from pathlib import Path

from scripts import paths
from scripts.content import error_files, reader
from scripts.execute import confined, environment, errors


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("names", nargs="*", metavar="id", help="the messages to produce; all if left out")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the message differs")
    parser.add_argument("--root", type=Path, default=paths.ROOT, help=argparse.SUPPRESS)
    parser.add_argument("--jobs", type=int, default=1, help=argparse.SUPPRESS)  # programs share processes


def run(options: argparse.Namespace) -> int:
    """Run each program in a fork of its own. Returns 1 if one fails or, with --check, differs."""
    if fault := confined.unable():
        print(fault, file=sys.stderr)
        return 2
    read, _ = reader.read(options.root)
    produced = {page.id: message for page, message in read.errors if not message.unproduced}
    unknown = [name for name in options.names if name not in produced]
    if unknown:
        known = ", ".join(sorted(produced))
        print(f"no message with a program: {', '.join(unknown)}; known are {known}", file=sys.stderr)
        return 2
    chosen = {name: produced[name] for name in options.names or produced}
    chosen = {name: entry for name, entry in chosen.items() if _has_program(read.docs, name)}
    start, failed = time.monotonic(), 0
    for name, done in errors.results(read.docs, chosen, with_versions=not options.check):
        try:
            if isinstance(done, environment.ProgramError):
                raise done
            if options.check:
                errors.compare(read.docs, name, done)
                said = "raises what is recorded"
            else:
                said = error_files.write_record(read.docs, name, done).relative_to(read.root).as_posix()
        except environment.ProgramError as error:
            failed += 1
            program = error_files.program_of(read.docs, name).relative_to(read.root).as_posix()
            print(f"{program}:1: {error} [error-record]", file=sys.stderr)
            continue
        print(f"{name}: {said}", flush=True)
    took = time.monotonic() - start
    print(f"error messages: {len(chosen) - failed} passed, {failed} failed, {took:.0f} s")
    return 1 if failed else 0


def _has_program(docs: Path, name: str) -> bool:
    """Whether there is one; that it is missing, the check tells."""
    return error_files.program_of(docs, name).exists()
