"""Every internal link and anchor of the built files leads somewhere, under the sub-path."""

import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from tests.site.conftest import BASE, Site, document

LYCHEE = Path(sys.executable).parent / "lychee"


def lychee(root: Path) -> subprocess.CompletedProcess[str]:
    """Check all pages below `root`, offline."""
    command = [str(LYCHEE), "--offline", "--include-fragments", "--no-progress", "--format", "detailed"]
    command += ["--root-dir", str(root), "--index-files", "index.html,.", str(root)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def broken(site: Site) -> list[str]:
    """The internal links that lead to no file or no id, each with its page."""
    faults = []
    for file in site.files:
        here = f"/{BASE}/{file.relative_to(site.folder).as_posix().removesuffix('index.html')}"
        for link in document(file).links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = urlsplit(urljoin(here, link))
            path = unquote(target.path)
            if not path.startswith(f"/{BASE}/"):
                faults.append(f"{here}: {link} leaves the sub-path")
                continue
            found = site.folder / path.removeprefix(f"/{BASE}/")
            found = found / "index.html" if found.is_dir() else found
            if not found.is_file():
                faults.append(f"{here}: {link} leads to no file")
            elif found.suffix == ".html" and unquote(target.fragment) not in ["", *document(found).ids]:
                faults.append(f"{here}: {link} leads to no id")
    return faults


def test_no_link_is_broken(site: Site) -> None:
    assert broken(site) == []


def test_another_checker_agrees(site: Site) -> None:
    done = lychee(site.folder.parent)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("link", ["nowhere/", "../", "#nowhere", "/elsewhere/"])
def test_a_broken_link_is_found(site: Site, tmp_path: Path, link: str) -> None:
    page = tmp_path / BASE / "index.html"
    page.parent.mkdir()
    page.write_text(
        f'<!doctype html><html lang="en"><title>x</title><a href="{link}">x</a>', encoding="utf-8"
    )
    faults = broken(Site(page.parent, site.address))
    assert len(faults) == 1, faults


def test_every_page_is_two_clicks_from_the_start(site: Site) -> None:
    pages = site.pages
    reached = {""}
    for _ in range(2):
        for address in list(reached):
            for link in pages[address].links:
                parts = urlsplit(urljoin(f"/{address}/" if address else "/", link))
                if not parts.netloc and parts.path.strip("/") in pages:
                    reached.add(parts.path.strip("/"))
    assert set(pages) - reached == set()
