"""The sources of Starlight have the text and its pictures; its packages are pinned, and name no registry."""

import json
from pathlib import Path

import pytest

from tests.reading import peers

PAGE = """<html><head><title>T - Site</title><meta name="description" content="D: e."></head><body><article>
<h1>T</h1><p><img src="plot.png" alt="From [a] to &quot;b&quot; &lt; c_d" loading="lazy"></p>
<ul><li><img src="other.png" alt="e"></li></ul></article></body></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of one page with two pictures, of which one stands in a paragraph of its own."""
    folder = tmp_path / "site"
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "a" / "b" / "index.html").write_text(PAGE, encoding="utf-8")
    for name in ("plot.png", "other.png"):
        (folder / "a" / "b" / name).write_bytes(name.encode())
    return folder


def test_starlight_is_given_the_text_without_the_heading_that_it_writes(site: Path, tmp_path: Path) -> None:
    peers.write_starlight(site, ["a/b/"], tmp_path / "work")
    text = (tmp_path / "work/src/content/docs/a/b/index.md").read_text(encoding="utf-8")
    assert text.startswith('---\ntitle: "T"\ndescription: "D: e."\n---\n\n![')
    assert "# T" not in text


def test_starlight_is_given_pictures_as_markdown_or_as_they_are(site: Path, tmp_path: Path) -> None:
    peers.write_starlight(site, ["a/b/"], tmp_path / "work")
    text = (tmp_path / "work/src/content/docs/a/b/index.md").read_text(encoding="utf-8")
    assert '![From \\[a\\] to "b" &lt; c\\_d](./plot.png)' in text
    assert '<li><img src="other.png" alt="e"></li>' in text
    assert (tmp_path / "work/src/content/docs/a/b/plot.png").read_bytes() == b"plot.png"
    assert (tmp_path / "work/public/a/b/other.png").read_bytes() == b"other.png"


def test_starlight_is_given_its_settings_without_its_packages(site: Path, tmp_path: Path) -> None:
    peers.write_starlight(site, [], tmp_path / "work")
    found = {path.name for path in (tmp_path / "work").iterdir()}
    assert found == {".npmrc", "astro.config.mjs", "package.json", "package-lock.json", "public", "src"}


def test_a_starlight_that_is_not_installed_is_told(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peers, "STARLIGHT", tmp_path / "none")
    with pytest.raises(RuntimeError, match="no Starlight; run `make page-speed`, which installs it"):
        peers.build_starlight(site, ["a/b/"], tmp_path / "folder", tmp_path / "work")


@pytest.mark.parametrize("folder", [peers.STARLIGHT, peers.STARLIGHT.parents[1]], ids=["starlight", "tests"])
def test_packages_are_pinned_and_name_no_registry(folder: Path) -> None:
    asked = json.loads((folder / "package.json").read_text(encoding="utf-8"))["dependencies"]
    locked = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert asked == {name: locked[f"node_modules/{name}"]["version"] for name in asked}
    assert [name for name, package in locked.items() if "resolved" in package] == []
