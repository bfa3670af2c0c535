"""The build is strict, and repeats byte for byte."""

import hashlib
from pathlib import Path

import pytest

from tests.site.conftest import Site, build


def fingerprints(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_two_builds_are_the_same(site: Site, tmp_path: Path) -> None:
    build(tmp_path / "again")
    first, second = fingerprints(site.folder), fingerprints(tmp_path / "again")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_a_warning_fails_the_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # Material warns of its own end of life unless told not to; any setting that is not known warns too.
    monkeypatch.setattr("tests.site.conftest.paths.ROOT", _copy_with_a_broken_link(tmp_path))
    with pytest.raises(AssertionError, match="nowhere"):
        build(tmp_path / "site")


def _copy_with_a_broken_link(folder: Path) -> Path:
    from scripts import paths  # noqa: PLC0415  (the real root, before the test replaces it)

    root = folder / "copy"
    root.mkdir()
    for name in ("mkdocs.yml", "overrides", "scripts"):
        (root / name).symlink_to(paths.ROOT / name)
    docs = root / "docs"
    docs.mkdir()
    (docs / "assets").symlink_to(paths.ROOT / "docs" / "assets")
    (docs / ".nav.yml").write_text("nav:\n  - index.md\n", encoding="utf-8")
    (docs / "index.md").write_text("# Title {#title}\n\n[x](nowhere.md)\n", encoding="utf-8")
    return root


def test_nothing_of_the_workshop_is_published(site: Site) -> None:
    endings = {file.suffix for file in site.folder.rglob("*") if file.is_file()}
    assert not endings & {".yml", ".toml"}
    assert {file.name for file in site.folder.rglob("*.md")} == {"index.md"}  # pages as plain Markdown
    assert not list(site.folder.rglob("*.run.json"))
