"""What our pages are compared with: the same text as a plain page, and as a page of Material as it comes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from html import escape
from pathlib import Path

from tests.reading.article import bare, marked

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


def _copy(pictures: Sequence[str], source: Path, target: Path) -> None:
    """Make the folder of a page, with the pictures that stand beside it."""
    target.mkdir(parents=True, exist_ok=True)
    for name in pictures:
        shutil.copyfile(source / name, target / name)
