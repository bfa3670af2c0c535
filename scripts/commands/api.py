"""Run the entries of the API map; record what they show, or with --check compare it."""

import argparse
import sys
import time
from pathlib import Path

from scripts import dates, paths
from scripts.content import api_record, reader
from scripts.content.api_record import Shown
from scripts.content.json_record import NAMES
from scripts.content.tree import Content
from scripts.execute import api_map, api_notebook, confined, environment, notebooks
from scripts.execute.pairs import chosen
from scripts.problem import Problem

RULE = "api-record"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("names", nargs="*", metavar="family", help="the families to run; all if left out")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where a result differs")
    parser.add_argument(
        "--notebooks", action="store_true", help="run the notebooks of the families, not the entries"
    )
    parser.add_argument("--tenth", metavar="COMMIT", help="with --notebooks: a tenth chosen by the commit")
    parser.add_argument("--root", type=Path, default=paths.ROOT, help=argparse.SUPPRESS)
    parser.add_argument("--jobs", type=int, default=1, help=argparse.SUPPRESS)  # a process a framework


def run(options: argparse.Namespace) -> int:
    """Run all entries of the families in one process a framework. Returns 1 if one fails or differs."""
    if fault := confined.unable():
        print(fault, file=sys.stderr)
        return 2
    read, _ = reader.read(options.root)
    if options.notebooks:
        return _notebooks(read, options)
    unknown = [name for name in options.names if name not in read.families]
    if unknown:
        known = ", ".join(read.families)
        print(f"no family: {', '.join(unknown)}; known are {known}", file=sys.stderr)
        return 2
    start = time.monotonic()
    families = {name: read.families[name] for name in options.names or read.families}
    entries = [entry for _, family in families.values() for entry in family.entries]
    try:
        answers, versions = api_map.run(entries)
    except environment.ProgramError as error:
        print(error, file=sys.stderr)
        return 1
    problems: list[Problem] = []
    for name, (page, family) in families.items():
        found: list[Problem] = []
        shown: dict[str, Shown] = {}
        for index, entry in enumerate(family.entries):
            done, faults = api_map.judge(entry, answers)
            for one in faults:
                line = page.line_of("api", "entries", index, *one.key)
                found.append(Problem(page.path, line, f"{entry.id}: {one.fault}", one.remedy, RULE))
            if done:
                shown[entry.id] = done
        if not found and options.check:
            found += _differences(read.docs, name, page.path, shown)
        elif not found:
            file = api_record.write(read.docs, name, api_record.Run(shown, versions, dates.today()))
            api_notebook.write(read.docs, page)
            print(f"{name}: {file.relative_to(read.root).as_posix()}")
        problems += found
    if not options.names and not problems:
        problems += _names(read, versions, options.check)
    for problem in sorted(problems):
        print(problem, file=sys.stderr)
    took = time.monotonic() - start
    failed = len({problem.fault.partition(":")[0] for problem in problems})
    print(f"entries: {len(entries) - failed} passed, {failed} failed, {took:.0f} s")
    return 1 if problems else 0


def _notebooks(read: Content, options: argparse.Namespace) -> int:
    """Run the notebooks of families from top to bottom, as a reader does. Returns 1 if a cell fails."""
    names = list(options.names or read.families)
    if options.tenth:
        names = sorted(chosen.tenth(names, options.tenth))
    failed = 0
    for name in names:
        file = api_notebook.notebook_of(read.docs, name)
        if fault := notebooks.execute(file, check=True):
            failed += 1
            path = file.relative_to(read.root).as_posix()
            print(f"{path}:1: {fault}; correct the entry [{RULE}]", file=sys.stderr)
        else:
            print(f"{name}: its notebook runs", flush=True)
    print(f"notebooks of families: {len(names) - failed} passed, {failed} failed")
    return 1 if failed else 0


def _names(read: Content, versions: dict[str, str], check: bool) -> list[Problem]:
    """List the public names of the frameworks, and record them, or compare them with what is recorded."""
    path = f"{paths.DOCS}/{NAMES.name}"
    try:
        now = api_map.public_names(versions)
    except environment.ProgramError as error:
        return [Problem(path, 1, str(error), "look at the environment", RULE)]
    if not check:
        NAMES.write(read.docs, now)
        print(f"names: {path}")
        return []
    was = read.public_names
    if was and (was.modules, was.aliases, was.counted) == (now.modules, now.aliases, now.counted):
        return []
    fault = "the names of the frameworks are not the recorded ones"
    return [Problem(path, 1, fault, "run `python -m scripts api` and read the difference", RULE)]


def _differences(docs: Path, name: str, path: str, shown: dict[str, Shown]) -> list[Problem]:
    """Where a run shows something else than its record."""
    remedy = f"run `python -m scripts api {name}` and read the difference"
    record = api_record.read(docs, name)
    if record is None:
        return [Problem(path, 1, "the family has no record of a run that can be read", remedy, RULE)]
    problems = []
    for entry, now in shown.items():
        was = record.entries.get(entry)
        if was is None or was.entry != now.entry:
            problems.append(Problem(path, 1, f"{entry}: it changed after its record was made", remedy, RULE))
            continue
        for what in ("types", "parameters", "defaults", "warned"):
            before, after = getattr(was, what), getattr(now, what)
            if before != after:
                fault = f"{entry}: its {what} were {before} and are {after}"
                problems.append(Problem(path, 1, fault, remedy, RULE))
    return problems
