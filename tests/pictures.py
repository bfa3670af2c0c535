"""Takes pictures of the pages that a change edits, before and after it.

`python -m tests.pictures BASE SITE FOLDER`. SITE is the built site. The site as it was is built from the
revision, in a work tree of its own. FOLDER gets the pictures, and an `index.html` with them side by side.
"""

import functools
import html
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize, sync_playwright

from scripts import paths
from scripts.commands.browser import find
from scripts.content import difference, reader, revision

SCREENS: dict[str, ViewportSize] = {
    "phone": {"width": 390, "height": 844},
    "desktop": {"width": 1280, "height": 900},
}
MOST = 12  # pages; a change of more is seen in the built site
MOST_HEIGHT = 6000  # pixels of a page


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (its name there)
        pass


def main(base: str, site: str, folder: str) -> int:
    """Take the pictures. Returns 0, or 2 for a revision with which nothing can be compared."""
    try:
        before = revision.read(paths.ROOT, base)
        commit = revision.merge_base(paths.ROOT, base)
    except revision.RevisionError as error:
        print(error, file=sys.stderr)
        return 2
    now, _ = reader.read(paths.ROOT)
    pages = [page.url for page in difference.between(before, now).edited]
    goal = Path(folder)
    goal.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        try:
            sites = {"before": _site_of(commit, Path(scratch)), "after": Path(site)}
            taken = _take(sites, goal, pages[:MOST])
        finally:
            _remove_worktree(Path(scratch))
    left = len(pages) - MOST
    (goal / "index.html").write_text(_page(taken, left), encoding="utf-8")
    print(f"{len(taken)} page(s) in {goal}/index.html{f'; {left} more have changed' if left > 0 else ''}")
    return 0


def _site_of(commit: str, scratch: Path) -> Path:
    """The site of a commit, built there with the environment of today."""
    tree = scratch / "tree"
    subprocess.run(
        ["git", "-C", str(paths.ROOT), "worktree", "add", "--detach", str(tree), commit], check=True
    )
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(scratch / "site")]
    subprocess.run(command, cwd=tree, check=True)
    return scratch / "site"


def _remove_worktree(scratch: Path) -> None:
    command = ["git", "-C", str(paths.ROOT), "worktree", "remove", "--force", str(scratch / "tree")]
    subprocess.run(command, check=False)


def _take(sites: dict[str, Path], goal: Path, urls: list[str]) -> list[tuple[str, dict[str, str]]]:
    """Pictures of pages in both sites on each screen: each address, with the files by their looks."""
    taken: list[tuple[str, dict[str, str]]] = [(url, {}) for url in urls]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=["--no-sandbox"])
        for when, site in sites.items():
            with _served(site) as address:
                for url, files in taken:
                    if not (site / url / "index.html").is_file():
                        continue
                    for screen, size in SCREENS.items():
                        name = f"{url.strip('/').replace('/', '-') or 'start'}-{screen}-{when}.png"
                        _photograph(browser, address + url, size, goal / name)
                        files[f"{screen} {when}"] = name
        browser.close()
    return taken


@contextmanager
def _served(site: Path) -> Iterator[str]:
    """Serve a site; give its address, with a final slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()


def _photograph(browser: Browser, address: str, size: ViewportSize, file: Path) -> None:
    page = browser.new_page(viewport=size)
    page.goto(address, wait_until="load")
    height = min(page.evaluate("document.documentElement.scrollHeight"), MOST_HEIGHT)
    page.screenshot(
        path=file, full_page=True, clip={"x": 0, "y": 0, "width": size["width"], "height": height}
    )
    page.close()


def _page(taken: list[tuple[str, dict[str, str]]], left: int) -> str:
    """The page that shows the pictures side by side."""
    parts = ["<!doctype html><meta charset=utf-8><title>Pages before and after</title>"]
    parts.append("<style>img{width:100%;border:1px solid}td,th{vertical-align:top;width:25%}</style>")
    for url, files in taken:
        looks = [f"{screen} {when}" for screen in SCREENS for when in ("before", "after")]
        heads = "".join(f"<th>{look}</th>" for look in looks)
        cells = "".join(
            f'<td><img src="{html.escape(files[look])}" alt="{look}">'
            if look in files
            else "<td>no such page"
            for look in looks
        )
        parts.append(f"<h2>{html.escape(url or 'start')}</h2><table><tr>{heads}<tr>{cells}</table>")
    if not taken:
        parts.append("<p>No page has changed.")
    if left > 0:
        parts.append(f"<p>{left} more pages have changed; see the built site.")
    return "\n".join(parts)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
