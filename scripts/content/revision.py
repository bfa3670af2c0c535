"""The content as it was at a revision of git, read from there and not from the work tree."""

import datetime
import io
import subprocess
import tarfile
import tempfile
from pathlib import Path

from scripts import paths
from scripts.content import reader
from scripts.content.tree import Content


class RevisionError(Exception):
    """A revision with which nothing can be compared."""


def read(root: Path, revision: str) -> Content:
    """The valid content at the point where this branch left `revision`.

    What was not valid there is left out: it is not this change's to answer for.

    Raises:
        RevisionError: git knows no such revision, or none from which both come.

    """
    return content_at(root, merge_base(root, revision))


def content_at(root: Path, commit: str) -> Content:
    """The valid content of a commit.

    Raises:
        RevisionError: git knows no such commit, or it has no content.

    """
    try:
        packed = git(root, "archive", "--format=tar", commit, paths.DOCS)
    except subprocess.CalledProcessError as error:
        raise _unknown(commit, error) from error
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        content, _ = reader.read(Path(folder))
        _ = content.results  # read from files, which are gone when this returns
    return content


def merge_base(root: Path, revision: str) -> str:
    """The commit at which this branch left `revision`.

    Raises:
        RevisionError: git knows no such revision, or none from which both come.

    """
    try:
        return git(root, "merge-base", "--end-of-options", revision, "HEAD").decode().strip()
    except subprocess.CalledProcessError as error:
        raise _unknown(revision, error) from error


def commits(root: Path, since: str) -> list[tuple[str, datetime.date]]:
    """The commits of the main line that changed the content, with their days: `since`, then those after it.

    Raises:
        RevisionError: git knows no such revision, or the history is not there.

    """
    try:
        first = git(root, "log", "-1", "--format=%H %cs", "--end-of-options", since).decode()
        rest = git(
            root,
            "log",
            "--reverse",
            "--first-parent",
            "--format=%H %cs",
            f"{first.split()[0]}..HEAD",
            "--",
            paths.DOCS,
        ).decode()
    except subprocess.CalledProcessError as error:
        raise _unknown(since, error) from error
    lines = [line.split() for line in (first + rest).splitlines()]
    return [(commit, datetime.date.fromisoformat(day)) for commit, day in lines]


def _unknown(revision: str, error: subprocess.CalledProcessError) -> RevisionError:
    # The first line says what is wrong; what may follow is how to call git.
    said = (error.stderr.decode(errors="replace").strip().splitlines() or ["no common ancestor"])[0]
    remedy = "fetch it with its history: `git fetch origin main`"
    return RevisionError(f"{revision}: cannot be compared with ({said}); {remedy}")


def git(root: Path, *arguments: str) -> bytes:
    """What git prints.

    Raises:
        CalledProcessError: git refuses.

    """
    return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True).stdout
