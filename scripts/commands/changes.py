"""Read from the history what has changed for readers, and record it for the feed and the pages."""

import argparse
import datetime
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts import paths
from scripts.content import difference, reader, revision
from scripts.content.difference import Difference
from scripts.content.json_record import CHANGES
from scripts.content.revision import RevisionError
from scripts.model.change import Change, Changes, settled
from scripts.problem import Problem


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("--since", metavar="REV", help="where to begin, if nothing is recorded yet")
    parser.add_argument("--root", type=Path, default=paths.ROOT, help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Read each commit since the last that was read. Returns 1 where the record or the history is missing."""
    read, _ = reader.read(options.root)
    recorded = CHANGES.read(read.docs)
    if isinstance(recorded, Problem):
        print(recorded, file=sys.stderr)
        return 1
    since = recorded.upto if recorded else options.since
    if not since:
        print("nothing is recorded yet; say where to begin with --since <revision>", file=sys.stderr)
        return 1
    try:
        commits = revision.commits(options.root, since)
        found = list(_changes(options.root, commits))
    except RevisionError as error:
        print(error, file=sys.stderr)
        return 1
    older = recorded.changes if recorded else []
    newest = commits[-1][0]
    CHANGES.write(read.docs, Changes(upto=newest, changes=settled([*reversed(found), *older])))
    print(f"{len(commits) - 1} commit(s) read, {len(found)} change(s) for readers")
    return 0


def _changes(root: Path, commits: list[tuple[str, datetime.date]]) -> Iterator[Change]:
    """What each commit changed, the oldest first; the first commit is where it begins."""
    before = revision.content_at(root, commits[0][0])
    for commit, day in commits[1:]:
        now = revision.content_at(root, commit)
        yield from of(difference.between(before, now), day)
        before = now


def of(found: Difference, day: datetime.date) -> Iterator[Change]:
    """A difference as changes of a day: what matters least first, as the newest stand first in the end."""
    for entry in found.removed:
        yield Change(day=day, kind="removed", url=entry.url, title=entry.title, what=entry.kind)
    for entry in found.added:
        yield Change(day=day, kind="added", url=entry.url, title=entry.title, what=entry.kind)
    for changed in reversed(found.facts):
        yield _change(day, "fact", changed)
    for changed in reversed(found.verdicts):
        yield _change(day, "verdict", changed)


def _change(day: datetime.date, kind: str, changed: difference.Changed) -> Change:
    return Change.model_validate(
        {
            "day": day,
            "kind": kind,
            "url": changed.page.url,
            "title": changed.title,
            "what": changed.what,
            "old": changed.old,
            "new": changed.new,
        }
    )
