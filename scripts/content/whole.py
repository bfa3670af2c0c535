"""Writes files whole or not at all: a fault in between leaves everything as it was."""

import shutil
from collections.abc import Mapping
from pathlib import Path


def create(files: Mapping[Path, str]) -> None:
    """Write new files in UTF-8, with the folders that they need: all of them, or none.

    Raises:
        FileExistsError: one of them is there already; it stays as it is.
        OSError: one cannot be written.

    """
    created: list[Path] = []
    try:
        for file, text in files.items():
            for folder in reversed([parent for parent in file.parents if not parent.exists()]):
                folder.mkdir()
                created.append(folder)
            with file.open("x", encoding="utf-8", newline="\n") as stream:
                created.append(file)
                stream.write(text)
    except BaseException:
        for path in reversed(created):
            path.rmdir() if path.is_dir() else path.unlink()
        raise


def replace(file: Path, data: bytes) -> None:
    """Put `data` in the place of a file that exists, which keeps its permissions.

    Raises:
        OSError: it cannot be written; then it is as it was.

    """
    new = file.with_name(f".{file.name}.new")
    try:
        new.write_bytes(data)
        shutil.copymode(file, new)
        new.replace(file)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
