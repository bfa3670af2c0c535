"""What our pages are compared with: the same text as a plain page, and as Material and Starlight come."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from html import escape, unescape
from pathlib import Path

from tests.reading.article import MARKS, bare, marked
from tests.reading.serve import NODE

# Without the first line, phones show the page as a desktop would; with it, a reader can read.
HEAD = '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
STYLE = (
    "<style>body{max-width:40rem;margin:0 auto;padding:1rem;font:1rem/1.6 sans-serif;overflow-wrap:anywhere}"
    "pre{white-space:pre-wrap}img{max-width:100%}</style>"
)
# Material as its own guide sets it up: its search, and what it says to add for programs in a text.
SETTINGS = """\
site_name: Material
site_url: https://example.org/
theme:
  name: material
plugins:
  - search
markdown_extensions:
  - pymdownx.highlight
  - pymdownx.superfences
"""
# The settings and the packages of Starlight.
STARLIGHT = Path(__file__).with_name("starlight")
# A picture in a paragraph of its own, as the Markdown of our pages gives it.
PICTURE = re.compile(r'<p><img src="([^":]+)" alt="([^"]*)"[^>]*></p>')


def write_plain(site: Path, pages: Sequence[str], folder: Path) -> None:
    """Write each page of `site` as HTML without script and with three rules of style: the floor."""
    for page in pages:
        found = bare(site, page)
        _copy(found.pictures, site / page, folder / page)
        (folder / page / "index.html").write_text(
            f'<!doctype html>\n<html lang="en">\n<head>{HEAD}<title>{escape(found.title)}</title>'
            f'<meta name="description" content="{escape(found.description)}">'
            f'<link rel="icon" href="data:,">{STYLE}</head>\n'
            f"<body><main>{found.text}</main></body>\n</html>\n",
            encoding="utf-8",
        )


def build_material(site: Path, pages: Sequence[str], folder: Path, work: Path) -> None:
    """Build the same text with Material for MkDocs as it comes, into `folder`; its sources go to `work`.

    Raises:
        subprocess.CalledProcessError: MkDocs refuses the text.

    """
    for page in pages:
        _copy(bare(site, page).pictures, site / page, work / "docs" / page)
        (work / "docs" / page / "index.md").write_text(marked(site, page), encoding="utf-8")
    (work / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=work, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)


def build_starlight(site: Path, pages: Sequence[str], folder: Path, work: Path) -> None:
    """Build the same text with Starlight as it comes, into `folder`; its sources go to `work`.

    Raises:
        RuntimeError: Starlight is not installed.
        subprocess.CalledProcessError: Astro refuses the text; it has said why on standard error.

    """
    packages = STARLIGHT / "node_modules"
    if not packages.is_dir():
        raise RuntimeError("no Starlight; run `make page-speed`, which installs it")
    write_starlight(site, pages, work)
    # Not as a link: Astro fails on packages outside its project, and keeps what it made of texts among them.
    shutil.copytree(packages, work / "node_modules", symlinks=True)
    astro = work / "node_modules" / "astro" / "bin" / "astro.mjs"
    command = [str(NODE), str(astro), "build", "--silent", "--outDir", str(folder)]
    environment = {**os.environ, "ASTRO_TELEMETRY_DISABLED": "1"}
    subprocess.run(command, cwd=work, env=environment, check=True)


def write_starlight(site: Path, pages: Sequence[str], work: Path) -> None:
    """Write the sources of a site of Starlight, without its packages."""
    shutil.copytree(STARLIGHT, work, ignore=shutil.ignore_patterns("node_modules"))
    for page in pages:
        source = work / "src" / "content" / "docs" / page
        pictures = bare(site, page).pictures
        _copy(pictures, site / page, source)
        _copy(pictures, site / page, work / "public" / page)  # for those that stay HTML
        text = PICTURE.sub(_as_markdown, marked(site, page, headed=False))
        (source / "index.md").write_text(text, encoding="utf-8")


def _as_markdown(picture: re.Match[str]) -> str:
    """A picture as Starlight's authors write it, of which Astro makes a smaller one."""
    alternative = escape(MARKS.sub(r"\\\1", unescape(picture[2])), quote=False)
    return f"![{alternative}](./{picture[1]})"


def _copy(pictures: Sequence[str], source: Path, target: Path) -> None:
    """Make the folder of a page, with the pictures that stand beside it."""
    target.mkdir(parents=True, exist_ok=True)
    for name in pictures:
        shutil.copyfile(source / name, target / name)
