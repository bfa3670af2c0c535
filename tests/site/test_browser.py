"""The site in a browser: no error, no foreign request, phone and desktop, with and without JavaScript."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, ViewportSize

from tests.site.conftest import Site, until

AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
PHONE: ViewportSize = {"width": 320, "height": 640}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}

SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")


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


def ready(page: Page) -> None:
    """Wait until the script has seen to the page: buttons that copy, and names for what scrolls."""
    until(
        page,
        "document.querySelectorAll('pre > code').length === document.querySelectorAll('pre > .copy').length",
    )
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


# One page of each kind, looked at in all four looks; each other page light and dark, on phone and desktop.
KINDS = [
    "",
    "choose/use-cases",
    "compare",
    "compare/model-server",
    "differences/performance",
    "tools",
    "tools/numpy",
    "about/article",
    "decide",
    "decide/litert",
    "examples",
    "examples/dense-weights",
    "examples/defaults-that-differ",
    "examples/weights-across",
    "404.html",
]


# The first two, or the last two, show a page light and dark, on a phone and on a desktop.
LOOKS: list[tuple[ViewportSize, Literal["light", "dark"]]] = [
    (PHONE, "light"),
    (DESKTOP, "dark"),
    (PHONE, "dark"),
    (DESKTOP, "light"),
]


@pytest.mark.parametrize(
    "turn", range(len(LOOKS)), ids=["phone-light", "desktop-dark", "phone-dark", "desktop-light"]
)
def test_pages_load_clean_fit_the_screen_and_pass_axe(site: Site, browser: Browser, turn: int) -> None:
    viewport, scheme = LOOKS[turn]
    found: list[str] = []
    context = browser.new_context(viewport=viewport, color_scheme=scheme)
    context.add_init_script(AXE.read_text(encoding="utf-8"))
    others = [address for address in site.pages if address not in KINDS]
    page = context.new_page()
    faults = watch(page, site)
    for address in [*KINDS, *others[turn // 2 :: 2]]:
        faults.clear()
        page.goto(site.address + (address if address.endswith(".html") or not address else f"{address}/"))
        page.wait_for_timeout(150)
        ready(page)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            faults.append("scrolls sideways")
        violations = page.evaluate(
            "axe.run(document, {resultTypes: ['violations']})"
            ".then(result => result.violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 120)}`))"
        )
        found += [f"{address or 'home'}: {fault}" for fault in [*faults, *violations]]
    context.close()
    assert found == []


def test_everything_reads_without_javascript(site: Site, browser: Browser) -> None:
    backgrounds = {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 23, 28)"}
    for scheme in SCHEMES:
        context = browser.new_context(java_script_enabled=False, color_scheme=scheme)
        page = context.new_page()
        page.goto(f"{site.address}differences/deployment/")
        assert page.locator("article").inner_text().count("Today:") >= 7
        assert (
            page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
            == backgrounds[scheme]
        )
        page.locator("details.known summary").first.click()
        assert page.locator("details.known .evidence").first.is_visible()
        context.close()


def test_a_point_is_two_clicks_away_and_its_evidence_opens(site: Site, browser: Browser) -> None:
    page = browser.new_page(viewport=DESKTOP)
    faults = watch(page, site)
    page.goto(site.address)
    page.get_by_role("link", name="The annotated article").click()
    page.wait_for_url("**/about/article/")
    section = page.locator("section:has(#tf-edge-distributed)")
    section.get_by_role("link", name="Performance and speed").click()
    page.wait_for_url("**/differences/performance/#point-tf-edge-distributed")
    card = page.locator("#point-tf-edge-distributed")
    assert "Wrong" in card.inner_text()
    card.locator("summary").click()
    assert card.locator(".evidence li").first.is_visible()
    assert faults == []
    page.close()


def test_a_link_into_folded_text_opens_it(site: Site, browser: Browser) -> None:
    page = browser.new_page()
    html = (site.folder / "about/article/index.html").read_text(encoding="utf-8")
    html = html.replace("<li><span", '<li id="inside"><span', 1)
    page.route("**/about/article/", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{site.address}about/article/#inside")
    page.locator("#inside").wait_for(state="visible")
    page.close()


def test_search_finds_a_tool_by_its_old_name(site: Site, browser: Browser) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.goto(site.address)
    page.keyboard.press("/")
    page.locator("dialog.search input").fill("tflite")
    result = page.locator("dialog.search a[href*='tools/']").first
    result.wait_for()
    page.close()


def test_an_address_that_leads_nowhere_shows_ways_on(site: Site, browser: Browser) -> None:
    page = browser.new_page()
    response = page.goto(f"{site.address}no/such/page/")
    assert response
    assert response.status == 404
    page.get_by_role("link", name="Tools", exact=True).last.click()
    page.wait_for_url("**/tensorflow-vs-pytorch/tools/")
    page.close()


def test_the_keyboard_reaches_the_content_first(site: Site, browser: Browser) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.goto(f"{site.address}tools/litert/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text().strip() == "Skip to content"
    assert (skip.get_attribute("href") or "").endswith("#litert")
    page.close()


def test_the_choice_of_colours_is_kept(site: Site, browser: Browser) -> None:
    context = browser.new_context(viewport=DESKTOP, color_scheme="light")
    page = context.new_page()
    page.goto(site.address)
    page.get_by_title("Use light colours").first.click()
    page.get_by_title("Use dark colours").first.click()
    assert page.locator("html").get_attribute("data-scheme") == "dark"
    page.goto(f"{site.address}tools/")
    assert page.locator("html").get_attribute("data-scheme") == "dark"
    assert (
        page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor") == "rgb(20, 23, 28)"
    )
    context.close()
