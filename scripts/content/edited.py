"""What the current change edits: its author answers for that, not for what is due elsewhere."""

import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scripts import paths
from scripts.content import program_record, records, revision, source
from scripts.content.revision import RevisionError
from scripts.content.tree import ARTICLE, Content
from scripts.problem import Problem

CLAIMS = f"{paths.DOCS}/{ARTICLE}"

_PROGRAM = re.compile(r"-example(\.py|\.run\.json)$")
_BESIDE = re.compile(rf"^({paths.DOCS}/(?:errors|api)/[^/.]+)(\.py|\.run\.json)$")
_GUIDE = re.compile(rf"^{paths.DOCS}/{program_record.GUIDES}/([^/.]+)-example(?:\.py|\.run\.json)$")
_PAIR = re.compile(rf"^({paths.DOCS}/examples/[^/]+)/[^/]+$")


@dataclass(frozen=True)
class Edited:
    """The edited pages by their paths, and the edited claims of the article by their ids."""

    pages: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()

    def holds(self, problem: Problem, content: Content) -> bool:
        """Whether a problem is one of a page or a claim that is edited."""
        if problem.path != CLAIMS:
            return problem.path in self.pages
        return any(content.claim_lines.get(name) == problem.line for name in self.claims)


def named(files: Iterable[str], content: Content) -> Edited:
    """The pages that given paths belong to, as git prints them; the file of claims stands for all claims."""
    edited = {_relative(file, content.root) for file in files}
    claims = {claim.id for claim in content.claims} if CLAIMS in edited else set()
    return Edited(_pages_of(edited, content), frozenset(claims))


def since(name: str, content: Content) -> Edited:
    """What differs from the point at which this branch left a revision, changes without a commit included.

    Raises:
        RevisionError: git knows no such revision, or none from which both come.

    """
    root = content.root
    try:
        base = revision.merge_base(root, name)
    except RevisionError as error:
        raise RevisionError(f"--since {error}") from error
    differing = ("diff", "--name-only", "-z", "--no-renames", "--relative", base)
    changed = revision.git(root, *differing, "--", paths.DOCS)
    added = revision.git(root, "ls-files", "-z", "--others", "--exclude-standard", "--", paths.DOCS)
    files = {name for name in (changed + added).decode().split("\0") if name}
    claims = _changed_claims(content, base) if CLAIMS in files else set()
    return Edited(_pages_of(files, content), frozenset(claims))


def _changed_claims(content: Content, base: str) -> set[str]:
    """The claims whose records are not those at the base: one file holds them all."""
    try:
        before = _claims(revision.git(content.root, "show", f"{base}:./{CLAIMS}").decode())
    except subprocess.CalledProcessError:
        before = {}  # the file is new
    now = _claims(source.read(content.root / CLAIMS))
    return {name for name, claim in now.items() if before.get(name) != claim}


def _claims(text: str) -> dict[str, object]:
    data, _ = records.parse_yaml(text, CLAIMS)
    entries = data if isinstance(data, list) else []
    return {str(entry["id"]): entry for entry in entries if isinstance(entry, dict) and "id" in entry}


def _pages_of(files: Iterable[str], content: Content) -> frozenset[str]:
    """The pages that files belong to."""
    return frozenset(_page_of(file, content) for file in files)


def _page_of(path: str, content: Content) -> str:
    """The page that a file belongs to: the programs and records beside a page are part of it."""
    if guide := _GUIDE.match(path):
        page = content.programs.get(guide[1])
        return page.path if page else path
    if pair := _PAIR.match(path):
        return f"{pair[1]}/index.md"
    if beside := _BESIDE.match(path):
        return f"{beside[1]}.md"
    return _PROGRAM.sub(".md", path)


def _relative(file: str, root: Path) -> str:
    path = Path(file)
    if path.is_absolute() and path.is_relative_to(root):
        path = path.relative_to(root)
    return path.as_posix()
