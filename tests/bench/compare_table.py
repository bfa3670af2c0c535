"""A benchmark of the comparison: bytes of the page, and how long a filter takes, at 60 and at 600 rows.

Run with `make page-bytes`; it prints a table and asserts nothing about time. The page of 600 rows is made
from the real rows, each ten times under another id.
"""

import dataclasses
import gzip
import re
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from scripts.commands.browser import find
from scripts.content import reader
from scripts.content.tree import Content
from scripts.paths import DOCS, ROOT
from scripts.publish import javascript, stylesheet
from scripts.render import comparison

ROUNDS = 30
QUERIES = ("model", "onnx export", "gpu", "zzz", "")
MEASURE = """async ([query, rounds]) => {
  const input = document.querySelector('#compare-q');
  const times = [];
  for (let round = 0; round < rounds; round++) {
    input.value = round % 2 ? query : query + ' ';
    const start = performance.now();
    input.dispatchEvent(new Event('input', {bubbles: true}));
    document.body.offsetHeight;  // layout counts too
    times.push(performance.now() - start);
  }
  return times;
}"""


def multiplied(found: Content, times: int) -> Content:
    """The content with each row `times` times."""
    pages = [
        dataclasses.replace(
            page, source=page.source.replace(".md", f"-{number}.md") if number else page.source
        )
        for page, _ in found.rows
        for number in range(times)
    ]
    others = [page for page in found.pages if not (page.meta and page.meta.row)]
    return dataclasses.replace(found, pages=(*others, *pages))


def document(table: str) -> str:
    """A page that holds the table and its script, without the theme."""
    sheets = sorted((ROOT / DOCS / stylesheet.FOLDER).glob("*.css"))
    css = "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    script = javascript.bundled(ROOT / DOCS / javascript.FOLDER / "compare.js")
    start = "start(document.querySelector('.compare'));"
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>x</title><style>{css}</style>"
        f'<body class="md-typeset">{table}<script type=module>{script}\n{start}</script>'
    )


def main() -> None:
    """Print the table."""
    found, _ = reader.read()
    print("| rows | table KB | gzip KB | elements | filter ms, median | 95th percentile |")
    print("| --- | --- | --- | --- | --- | --- |")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox", "--disable-gpu"])
        for times in (1, 10):
            table = comparison.table(multiplied(found, times))
            file = Path(folder) / "index.html"
            file.write_text(document(table), encoding="utf-8")
            page = browser.new_page(viewport={"width": 1280, "height": 900})
            page.goto(file.as_uri())
            page.locator(".compare__controls:not([inert])").wait_for()
            samples = [time for query in QUERIES for time in page.evaluate(MEASURE, [query, ROUNDS])]
            elements = page.evaluate("document.querySelectorAll('*').length")
            rows = len(re.findall('class="compare__row"', table))
            data = table.encode()
            print(
                f"| {rows} | {len(data) / 1000:.0f} | {len(gzip.compress(data, 6)) / 1000:.0f} | {elements} "
                f"| {statistics.median(samples):.1f} | {statistics.quantiles(samples, n=20)[-1]:.1f} |"
            )
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
