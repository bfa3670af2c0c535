"""The site, built once for all tests of it, and served under its sub-path as GitHub Pages would."""

import functools
import http.server
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, sync_playwright

from scripts import paths
from scripts.commands.browser import find
from tests.site.document import Document

BASE = "tensorflow-vs-pytorch"


def build(folder: Path) -> None:
    """Build the site into a folder; a warning fails (not with --quiet, which hides it from --strict)."""
    environment = {
        **os.environ,
        "SITE_URL": f"https://example.org/{BASE}/",
        "REPO_URL": f"https://example.org/source/{BASE}",
        "SOURCE_DATE_EPOCH": "1795305600",
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(
        command, cwd=paths.ROOT, env=environment, capture_output=True, text=True, check=False
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


def here(page: Page) -> str:
    """The address of a page, as the page knows it; what Playwright knows of it may be a moment old."""
    address: str = page.evaluate("location.href")
    return address


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
        yield Site(root / BASE, f"http://127.0.0.1:{server.server_port}/{BASE}/")
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
