"""Find every error in the content, in seconds and without any framework; --fix corrects what is safe to."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from scripts import dates, paths, rules
from scripts.content import due, edited, reader, whole
from scripts.content.edited import Edited
from scripts.content.revision import RevisionError
from scripts.content.tree import Content
from scripts.problem import Problem, failed


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("--root", type=Path, default=paths.ROOT, help="the folder that holds docs/")
    parser.add_argument(
        "--format",
        choices=["text", "github"],
        default="text",
        help="as lines alone, or as annotations of GitHub, too",
    )
    change = parser.add_mutually_exclusive_group()
    change.add_argument(
        "--edited", nargs="+", metavar="PATH", default=[], help="files that you edit: there, due is an error"
    )
    change.add_argument("--since", metavar="REV", help="the same for all files that differ from a revision")
    task = parser.add_mutually_exclusive_group()
    task.add_argument("--fix", action="store_true", help="first correct what can mean nothing else")
    task.add_argument(
        "--due", nargs="?", type=int, const=due.SOON, metavar="DAYS",
        help=f"list what is due within some days ({due.SOON} if left out), and check nothing",
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    """Print all problems, errors first, and with --fix before them what was corrected.

    Returns 1 if there are errors or a file cannot be written, 2 for a revision that git does not know.
    """
    try:
        return _run(options)
    except Exception as error:
        _show([failed(error, paths.ROOT)], options.format)
        return 1


def _run(options: argparse.Namespace) -> int:
    read, problems = reader.read(options.root)
    unwritten = options.fix and _fix(read)
    if options.fix:
        read, problems = reader.read(options.root)
    if options.due is not None:
        return _list(read, options.due)
    try:
        change = edited.since(options.since, read) if options.since else edited.named(options.edited, read)
    except RevisionError as error:
        print(error, file=sys.stderr)
        return 2
    problems = [_with_level(problem, change, read) for problem in [*problems, *rules.check(read)]]
    errors = sorted(problem for problem in problems if problem.level == "error")
    warnings = sorted(problem for problem in problems if problem.level == "warning")
    _show(errors + warnings, options.format)
    if read.unread:
        print("\nThe rest is checked as soon as these can be read.", file=sys.stderr)
    if errors:
        print(
            f"\n{len(errors)} problem(s). Each rule is explained in .github/CONTRIBUTING.md.",
            file=sys.stderr,
        )
        return 1
    if unwritten:
        return 1
    said = f"no error, {len(warnings)} warning(s)" if warnings else "no problem"
    tools = sum(1 for _ in read.tools)
    print(f"{len(read.pages)} pages, {tools} tools, {len(read.claims)} claims of the article: {said}")
    if soon := len(due.within(read, due.SOON)) - len(due.within(read, 0)):
        print(f"note: {soon} more due within {due.SOON} days; `python -m scripts check --due` lists them")
    return 0


def _show(problems: Sequence[Problem], form: str) -> None:
    """Print problems to people, and if asked to GitHub, which reads standard output."""
    for problem in problems:
        print(problem, file=sys.stderr)
        if form == "github":
            print(problem.annotation)


def _fix(read: Content) -> bool:
    """Correct what the rules can, each file whole or not at all; print what. Returns whether one failed."""
    failed = False
    for file in sorted(read.docs.rglob("*")):
        if file.suffix not in rules.FIXABLE or not file.is_file() or file.is_symlink():
            continue
        path, data = file.relative_to(read.root).as_posix(), file.read_bytes()
        new, done = rules.corrected(data, path, read)
        if not done:
            continue
        try:
            whole.replace(file, new)
        except OSError as error:
            failed = True
            print(f"{path}:1: cannot be written: {error.strerror or error}", file=sys.stderr)
            continue
        for entry in done:
            print(entry)
    return failed


def _with_level(problem: Problem, change: Edited, read: Content) -> Problem:
    """A warning becomes an error where the change at hand edits what it warns of."""
    if problem.level == "warning" and change.holds(problem, read):
        return replace(problem, level="error")
    return problem


def _list(read: Content, days: int) -> int:
    """Print what is due within some days, the longest due first."""
    for entry in due.within(read, days):
        print(f"{entry.by} {entry.path}:{entry.line}: {entry.title}; {entry.remedy}")
    now = len(due.within(read, 0))
    print(f"{dates.current()}: {now} due, {len(due.within(read, days)) - now} more within {days} days")
    return 0
