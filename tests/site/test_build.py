"""The build is strict, and repeats byte for byte."""

import hashlib
import json
from pathlib import Path

import pytest

from scripts import paths
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


BROKEN = {
    "a file": "notebooks/int8-both-ways.ipynb' contains a link '../nowhere.md', but there is no such file",
    "an id of its own": "contains a link '#nowhere', but there is no such anchor on this page",
    "an id of another page": "the doc 'index.md' does not contain an anchor '#elsewhere'",
    "an id of a notebook": "the doc 'notebooks/int8-both-ways.ipynb' does not contain an anchor '#never'",
}


def test_a_broken_link_in_a_notebook_or_to_one_fails_the_build(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    name = "notebooks/int8-both-ways.ipynb"
    book = json.loads((paths.ROOT / "docs" / name).read_text(encoding="utf-8"))
    book["cells"][1]["source"] += ["\n\n[a](../nowhere.md), [b](#nowhere), [c](../index.md#elsewhere)."]
    root = _copy_with_a_broken_link(tmp_path)
    (root / "docs" / "notebooks").mkdir()
    (root / "docs" / name).write_text(json.dumps(book), encoding="utf-8")
    (root / "docs" / "index.md").write_text(f"# Title {{#title}}\n\n[x]({name}#never)\n", encoding="utf-8")
    monkeypatch.setattr("tests.site.conftest.paths.ROOT", root)
    with pytest.raises(AssertionError) as error:
        build(tmp_path / "site")
    for what, message in BROKEN.items():
        assert message in str(error.value), what


def _copy_with_a_broken_link(folder: Path) -> Path:
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


def test_nothing_of_the_scripts_is_published(site: Site) -> None:
    endings = {file.suffix for file in site.folder.rglob("*") if file.is_file()}
    assert not endings & {".yml", ".toml"}
    assert {file.name for file in site.folder.rglob("*.md")} == {"index.md"}  # pages as plain Markdown
    assert not list(site.folder.rglob("*.run.json"))
