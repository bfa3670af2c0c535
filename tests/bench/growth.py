"""How build time and page weight grow with the content: the real rows and pairs, 1, 3 and 10 times.

Run with `make bench`; it prints a table and asserts nothing about time.
"""

import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from scripts import search
from scripts.paths import ROOT

FACTORS = (1, 3, 10)
# What is weighed: a prose page, a pair and the page of all rows.
PAGES = ("choose/use-cases", "examples/same-padding", "compare")


def multiplied(root: Path, factor: int) -> None:
    """Write each row and pair below `root` so many times, under ids of their own."""
    docs = root / "docs"
    rows = [file for file in docs.glob("compare/*.md") if file.stem != "index"]
    pairs = [file.parent for file in docs.glob("examples/*/index.md")]
    for number in range(1, factor):
        for row in rows:
            text = row.read_text(encoding="utf-8")
            text = re.sub(r"^title: (.*)$", rf"title: \1 {number}", text, count=1, flags=re.MULTILINE)
            text = re.sub(r"^  former_ids: .*$", "  former_ids: []", text, flags=re.MULTILINE)
            row.with_name(f"{row.stem}-{number}.md").write_text(text, encoding="utf-8")
        for pair in pairs:
            copy = pair.with_name(f"{pair.name}-{number}")
            shutil.copytree(pair, copy)
            (copy / f"{pair.name}.ipynb").rename(copy / f"{copy.name}.ipynb")
            page = copy / "index.md"
            text = page.read_text(encoding="utf-8").replace(f"pairs/{pair.name}/", f"pairs/{copy.name}/")
            text = re.sub(r"^  former_ids: .*$", "  former_ids: []", text, flags=re.MULTILINE)
            page.write_text(text, encoding="utf-8")


def main() -> None:
    """Print the table."""
    print(
        "| rows and pairs | pages | build s | s a page | KB gzip: " + " | ".join(PAGES) + " | search index |"
    )
    print("| --- | --- | --- | --- |" + " --- |" * (len(PAGES) + 1))
    for factor in FACTORS:
        with tempfile.TemporaryDirectory() as folder:
            root, site = Path(folder) / "root", Path(folder) / "site"
            root.mkdir()
            for name in ("docs", "overrides", "scripts"):
                shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
            shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
            multiplied(root, factor)
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(site)],
                cwd=root,
                env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
                check=True,
            )
            seconds = time.perf_counter() - start
            pages = len(list(site.rglob("index.html")))
            weights = [_weight(site / page / "index.html") for page in PAGES]
            weights.append(_weight(site / search.FILE))
            print(
                f"| {factor} × | {pages} | {seconds:.1f} | {seconds / pages:.3f} | "
                + " | ".join(f"{weight:.1f}" for weight in weights)
                + " |",
                flush=True,
            )


def _weight(file: Path) -> float:
    return len(gzip.compress(file.read_bytes(), 6)) / 1000


if __name__ == "__main__":
    main()
