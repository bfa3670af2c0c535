"""Writes the fragments below .generated/, where pages pull them in."""

from pathlib import Path

from scripts import paths
from scripts.content.tree import Content
from scripts.render import fragments


def write(content: Content, repository: str) -> list[Path]:
    """Write the fragments that differ from what is there, and remove those no longer made.

    An unchanged file keeps its time, so that `mkdocs serve` does not rebuild for nothing. `repository` is its
    address, without a final slash. Returns the files written.
    """
    folder = content.root / paths.GENERATED
    current = fragments.fragments(content, repository)
    written = []
    for name, text in current.items():
        file = folder / name
        if file.exists() and file.read_text(encoding="utf-8") == text:
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        written.append(file)
    for file in folder.rglob("*.md"):
        if file.relative_to(folder).as_posix() not in current:
            file.unlink()
    return written
