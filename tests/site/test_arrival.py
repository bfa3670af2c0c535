"""A page that arrives bit by bit, as over a slow network: what is there already stays where it is."""

import functools
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.site.conftest import BASE, DESKTOP, Handler, Server, Site, shifted

PHONE: ViewportSize = {"width": 390, "height": 844}
PIECE = 3_000  # bytes of HTML between two pauses
PAUSE = 0.03  # seconds; a browser paints in between

PAGES = [
    "",
    "api/layers/",
    "compare/",
    "compare/training-memory/",
    "decide/",
    "errors/",
    "examples/",
    "examples/dense-weights/",
    "guides/move-a-model/",
    "tools/",
]


class Slow(Handler):
    """Sends HTML piece by piece."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        if not str(source.name).endswith(".html"):
            super().copyfile(source, outputfile)
            return
        while piece := source.read(PIECE):
            outputfile.write(piece)
            outputfile.flush()
            time.sleep(PAUSE)


@pytest.fixture(scope="module")
def slow(site: Site) -> Iterator[str]:
    """The address of the site behind a slow network."""
    handler = functools.partial(Slow, directory=str(site.folder.parent))
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{BASE}/"
        server.shutdown()


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("address", PAGES, ids=[address.strip("/") or "home" for address in PAGES])
def test_nothing_moves_while_a_page_arrives(
    slow: str, site: Site, browser: Browser, address: str, viewport: ViewportSize
) -> None:
    assert (site.folder / address / "index.html").exists()
    page = browser.new_page(viewport=viewport)
    page.goto(slow + address)
    page.mouse.move(5, 5)
    page.wait_for_timeout(500)
    far, moved = shifted(page)
    page.close()
    assert far < 0.005, moved
