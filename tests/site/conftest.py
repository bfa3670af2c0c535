"""The site, built once for all tests of it, and served under its sub-path as GitHub Pages would."""

import functools
import http.server
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize, sync_playwright

from scripts import paths
from scripts.commands.browser import find
from scripts.content import reader
from scripts.content.tree import Content
from scripts.model.decision import Decision
from tests.site.document import Document

BASE = "tensorflow-vs-pytorch"
PHONE: ViewportSize = {"width": 320, "height": 640}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}


# What every build of the tests is given: all write the same fragments, whichever run at one time.
ENVIRONMENT = {
    **os.environ,
    "SITE_URL": f"https://example.org/{BASE}/",
    "REPO_URL": f"https://example.org/source/{BASE}",
    "SOURCE_DATE_EPOCH": "1795305600",
    "NO_MKDOCS_2_WARNING": "1",
}


def build(folder: Path) -> None:
    """Build the site into a folder; a warning fails (not with --quiet, which hides it from --strict)."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(
        command, cwd=paths.ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@dataclass(frozen=True)
class Site:
    """The built site: its folder, and where it is served (with the sub-path and a final slash)."""

    folder: Path
    address: str

    @property
    def files(self) -> list[Path]:
        """All HTML files."""
        return sorted(self.folder.rglob("*.html"))

    @property
    def pages(self) -> dict[str, Document]:
        """Every page by its address below the site's root."""
        return {
            file.parent.relative_to(self.folder).as_posix().replace(".", "", 1).strip("/"): document(file)
            for file in self.files
            if file.name == "index.html"
        }


@functools.cache
def document(file: Path) -> Document:
    """A parsed page."""
    return Document(file.read_text(encoding="utf-8"))


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves files, and 404.html for what is missing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != 404:
            super().send_error(code, message, explain)
            return
        body = (Path(self.directory) / BASE / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (its name there)
        pass


class Server(http.server.ThreadingHTTPServer):
    """Says nothing of a page that was left before it had all it asked for."""

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def until(page: Page, expression: str, seconds: float = 15) -> None:
    """Wait until an expression, or what it promises, is true in a page.

    Playwright's own `wait_for_function` looks again with `eval`, which the site's policy forbids.
    """
    end = time.monotonic() + seconds
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"never true: {expression}"
        page.wait_for_timeout(50)


# How far parts of the page have moved since it came, in the measure of browsers, and what moved farthest.
SHIFTS = """() => new Promise(done => {
  new PerformanceObserver(list => done(list.getEntries().map(({value, sources}) => ({
    value,
    moved: sources.map(({node, previousRect: was, currentRect: is}) => {
      const what = (node?.outerHTML ?? node?.textContent ?? "").trim().slice(0, 60);
      return `${what}: ${was.x},${was.y} to ${is.x},${is.y}`;
    }),
  })))).observe({type: "layout-shift", buffered: true});
  setTimeout(() => done([]), 300);
})"""


def shifted(page: Page) -> tuple[float, list[str]]:
    """How far parts of a page have moved since it came, as browsers measure it; which, and from where."""
    found = page.evaluate(SHIFTS)
    return sum(shift["value"] for shift in found), [line for shift in found for line in shift["moved"]]


def here(page: Page) -> str:
    """The address of a page, as the page knows it; what Playwright knows of it may be a moment old."""
    address: str = page.evaluate("location.href")
    return address


def watch(page: Page, site: Site) -> list[str]:
    """Collect what goes wrong in a page: errors, and requests that leave the site."""
    faults: list[str] = []
    page.on("console", lambda entry: faults.append(entry.text) if entry.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))

    def foreign(request: Request) -> None:
        if not request.url.startswith((site.address, "data:", "blob:")):
            faults.append(f"request to {request.url}")

    page.on("request", foreign)

    def failed(request: Request) -> None:
        # Leaving a page ends what it still asks for.
        if request.failure != "net::ERR_ABORTED":
            faults.append(f"failed: {request.url}")

    page.on("requestfailed", failed)
    return faults


@contextmanager
def watched(context: Browser | BrowserContext, site: Site, **options: Any) -> Iterator[Page]:
    """A new page, in which nothing may go wrong until it is left."""
    page = context.new_page(**options)
    faults = watch(page, site)
    yield page
    page.close()
    assert faults == []


@contextmanager
def visitor(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who was never here, on a desktop, and lets the site copy."""
    context = browser.new_context(viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    yield context
    context.close()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run a test in the browser once more if it fails: on a busy machine a wait may be too short.

    What fails twice fails. The summary lists what was run again, so that it can be looked into.
    """
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Iterator[Site]:
    """The site, built by whichever process of the tests comes first, and served by each."""
    own = tmp_path_factory.getbasetemp()
    root = (own if worker_id == "master" else own.parent) / "www"
    with FileLock(root.with_suffix(".lock")):
        if not (root / "built").exists():
            build(root / BASE)
            (root / "built").touch()
    handler = functools.partial(Handler, directory=str(root))
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        built = Site(root / BASE, f"http://127.0.0.1:{server.server_port}/{BASE}/")
        # Many tests go through all pages: where there are none, they would find no fault.
        assert len(built.pages) > 100
        yield built
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, which sees no network but this machine."""
    path = find()
    assert path, "no Chromium: run `make pytest`, which installs one"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=path,
            args=[
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
            ],
        )
        # A service worker's requests are seen by no route of a test; the tests of it allow it.
        for name in ("new_context", "new_page"):
            setattr(chromium, name, functools.partial(getattr(chromium, name), service_workers="block"))
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader of the pages that one module tests."""
    with visitor(browser) as reader_of_all:
        yield reader_of_all


@pytest.fixture
def page(site: Site, context: BrowserContext) -> Iterator[Page]:
    """A page in which nothing may go wrong."""
    with watched(context, site) as opened:
        yield opened


@pytest.fixture(scope="session")
def found() -> Content:
    """What stands below docs/, all of it valid."""
    read, problems = reader.read()
    assert problems == []
    kinds = ("rows", "tools", "pairs", "notebooks", "outcomes", "claims", "runs")
    # Tests go through all of a kind: where there is none, they would find no fault.
    assert [kind for kind in kinds if not list(getattr(read, kind))] == []
    return read


@pytest.fixture(scope="session")
def asked(found: Content) -> Decision:
    """The decision."""
    assert found.decision
    return found.decision
