"""How build time and page weight grow with the content: the real rows and pairs, 1, 2, 5 and 10 times.

Run with `make page-bytes`, or `python -m tests.bench.growth 1 10` for other sizes; it prints two tables, and
asserts nothing about time. Copies have ids of their own, and relate to each other as the real ones do.
"""

import argparse
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.paths import ROOT
from scripts.publish import search_index

FACTORS = (1, 2, 5, 10)
# What is weighed: a start page, a prose page, a pair, a tool that rows name, the list of pairs, all rows.
PAGES = ("", "choose/use-cases/", "examples/same-padding/", "tools/keras/", "examples/", "compare/")
EDITED = "docs/choose/use-cases.md"
BUILD_PARTS = ("docs", "overrides", "scripts")

# Two builds in one process, as `mkdocs serve` does them: the first, and the one after an edit. They are told
# that they are for publishing, so that pages weigh what a reader gets.
_BUILDS = """
import json, sys, time
from mkdocs.commands.build import build
from mkdocs.config import load_config

def seconds():
    start = time.perf_counter(), time.process_time()
    config = load_config(site_dir=sys.argv[1])
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    return time.perf_counter() - start[0], time.process_time() - start[1]

first = seconds()
with open(sys.argv[2], "a", encoding="utf-8") as page:
    page.write("\\nOne more sentence.\\n")
print(json.dumps([first, seconds()]))
"""


@dataclass(frozen=True)
class Measured:
    """One size: how many pages, and the bytes of files, raw and gzip.

    Of a build and of one after an edit: seconds, and seconds of the processor.
    """

    factor: int
    pages: int
    build: tuple[float, float]
    again: tuple[float, float]
    weights: dict[str, tuple[int, int]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.growth", description=__doc__)
    parser.add_argument("factors", nargs="*", type=int, default=FACTORS, help="sizes (default: 1 2 5 10)")
    options = parser.parse_args(arguments)
    found = []
    for factor in options.factors:
        print(f"building {factor} times the rows and pairs", file=sys.stderr)
        found.append(measured(factor))
    print(times(found))
    print()
    print(weights(found))


def measured(factor: int) -> Measured:
    """Build the site with so many times the rows and pairs, and weigh what came out.

    Raises:
        subprocess.CalledProcessError: the build fails.

    """
    with tempfile.TemporaryDirectory() as folder:
        root, site = Path(folder) / "root", Path(folder) / "site"
        copied(root, factor)
        done = subprocess.run(
            [sys.executable, "-c", _BUILDS, str(site), EDITED],
            cwd=root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=subprocess.PIPE,
            check=True,
        )
        first, again = json.loads(done.stdout)
        pages = len(list(site.rglob("index.html")))
        files = {f"/{page}": site / page / "index.html" for page in PAGES}
        files[search_index.FILE] = site / search_index.FILE
        return Measured(
            factor, pages, tuple(first), tuple(again), {name: _weight(file) for name, file in files.items()}
        )


def copied(root: Path, factor: int) -> None:
    """Copy into `root` what a build needs, with each row and each pair `factor` times."""
    for name in BUILD_PARTS:
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    rows = [file for file in (root / "docs/compare").glob("*.md") if file.stem != "index"]
    pairs = [file.parent for file in (root / "docs/examples").glob("*/index.md")]
    names = {row.stem for row in rows} | {pair.name for pair in pairs}
    for number in range(1, factor):
        for row in rows:
            _copy_row(row, names, number)
        for pair in pairs:
            _copy_pair(pair, names, number)


def _copy_row(row: Path, names: set[str], number: int) -> None:
    name = f"{row.stem}-{number}"
    row.with_name(f"{name}.md").write_text(_renumbered(row, row.stem, names, number), encoding="utf-8")
    for ending in ("-example.py", "-example.run.json"):
        program = row.with_name(f"{row.stem}{ending}")
        if program.exists():
            shutil.copyfile(program, row.with_name(f"{name}{ending}"))


def _copy_pair(pair: Path, names: set[str], number: int) -> None:
    folder = pair.with_name(f"{pair.name}-{number}")
    shutil.copytree(pair, folder)
    (folder / f"{pair.name}.ipynb").rename(folder / f"{folder.name}.ipynb")
    text = _renumbered(pair / "index.md", pair.name, names, number)
    (folder / "index.md").write_text(text, encoding="utf-8")


def _renumbered(file: Path, own: str, names: set[str], number: int) -> str:
    """The text of a page with a title of its own, and with the rows and programs of the same number."""

    def renamed(found: re.Match[str]) -> str:
        ids = re.sub(
            r"[a-z0-9-]+", lambda name: f"{name[0]}-{number}" if name[0] in names else name[0], found[2]
        )
        return f"{found[1]}{ids}"

    text = file.read_text(encoding="utf-8")
    text = re.sub(r'^title: "?(.*?)"?$', rf'title: "\1, {number}"', text, count=1, flags=re.MULTILINE)
    text = re.sub(r"^(  former_ids: )\[[^]]*\]", r"\1[]", text, flags=re.MULTILINE)
    text = re.sub(r"^(  rows: )(\[[^]]*\])", renamed, text, flags=re.MULTILINE)
    text = re.sub(r"^(    (?:- |  )program: )(.*)$", renamed, text, flags=re.MULTILINE)
    text = re.sub(r'^(--8<-- "(?:programs|pairs)/)(.*)$', renamed, text, flags=re.MULTILINE)
    return text.replace(f"{{#{own}}}", f"{{#{own}-{number}}}")


def times(found: Sequence[Measured]) -> str:
    """Build times as a table; a growth above 1 means that more pages make each page cost more."""
    build = "s | processor s | ms a page | growth"
    lines = [
        f"| Rows and pairs | Pages | Build {build} | After an edit {build} |",
        f"| --- | --- |{' --- |' * 8}",
    ]
    for entry in found:
        cells = [f"{entry.factor} ×", str(entry.pages)]
        for now, then in ((entry.build, found[0].build), (entry.again, found[0].again)):
            # A busy machine takes time from a build; what its processor spent is the fairer number.
            each, first = now[1] / entry.pages, then[1] / found[0].pages
            cells += [f"{now[0]:.1f}", f"{now[1]:.1f}", f"{each * 1000:.0f}", f"{each / first:.2f}"]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def weights(found: Sequence[Measured]) -> str:
    """Bytes of pages as a table: raw KB, gzip KB, and gzip as a multiple of the first size."""
    lines = [
        f"| File | {' | '.join(f'{entry.factor} ×' for entry in found)} |",
        f"| --- |{' --- |' * len(found)}",
    ]
    for name in found[0].weights:
        cells = []
        for entry in found:
            raw, sent = entry.weights[name]
            cells.append(f"{raw / 1000:.1f}, {sent / 1000:.1f} ({sent / found[0].weights[name][1]:.2f})")
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join([*lines, "", "KB of the file, KB with gzip, and those as a multiple of the first size."])


def _weight(file: Path) -> tuple[int, int]:
    data = file.read_bytes()
    return len(data), len(gzip.compress(data, 6))


if __name__ == "__main__":
    main()
