"""Run the programs of tools, rows and guides; record what they print, or with --check compare it."""

import argparse
import sys
from pathlib import Path

from scripts import paths
from scripts.content import program_record, reader
from scripts.execute import confined, environment, jobs, programs


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("names", nargs="*", metavar="id", help="the programs to run; all if left out")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the output differs")
    jobs.add_argument(parser, "programs")
    parser.add_argument("--root", type=Path, default=paths.ROOT, help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Run each program in a process of its own. Returns 1 if one fails or, with --check, differs."""
    if fault := confined.unable():
        print(fault, file=sys.stderr)
        return 2
    read, _ = reader.read(options.root)
    environments = {name: read.program_environment(name) for name, page in read.programs.items() if page.meta}
    unknown = [name for name in options.names if name not in environments]
    if unknown:
        known = ", ".join(sorted(environments))
        print(f"no page with a program: {', '.join(unknown)}; known are {known}", file=sys.stderr)
        return 2
    failed = 0
    chosen = options.names or sorted(environments)
    for name, result in jobs.in_order(
        chosen,
        lambda name: programs.run(read.docs, name, environments[name], not options.check),
        options.jobs,
    ):
        try:
            done, seconds = result()
            if options.check:
                programs.compare(read.docs, name, done)
                said = "prints what is recorded"
            else:
                said = program_record.write_record(read.docs, name, done).relative_to(read.root).as_posix()
        except environment.ProgramError as error:
            failed += 1
            program = program_record.program_of(read.docs, name).relative_to(read.root).as_posix()
            print(f"{program}:1: {error} [executed-program]", file=sys.stderr)
            continue
        print(f"{name}: {said} ({seconds:.1f} s)", flush=True)
    passed = len(chosen) - failed
    print(f"programs: {passed} passed, {failed} failed")
    return 1 if failed else 0
