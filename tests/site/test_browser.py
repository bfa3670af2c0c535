"""The site in a browser: no error, no foreign request, phone and desktop, with and without JavaScript."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.site.conftest import BASE, DESKTOP, PHONE, Site, until, watch

AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"

SCHEMES: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")


def ready(page: Page) -> None:
    """Wait until the script has seen to the page: names for what scrolls."""
    page.evaluate("new Promise(done => setTimeout(() => requestAnimationFrame(() => setTimeout(done)), 50))")


def wake(page: Page) -> None:
    """Bring Material's sheets and script, as a reader's first gesture does, and wait until all is done."""
    page.evaluate(
        "async () => { dispatchEvent(new Event('pointermove'));"
        f" await (await import('/{BASE}/assets/js/site.js')).wake(); }}"
    )
    # Each block of code gets its buttons as soon as it is seen.
    page.wait_for_timeout(350)


VIOLATIONS = (
    "axe.run(document, {resultTypes: ['violations']})"
    ".then(result => result.violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 120)}`))"
)

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


LOOKS: list[tuple[ViewportSize, Literal["light", "dark"]]] = [
    (PHONE, "light"),
    (DESKTOP, "dark"),
    (PHONE, "dark"),
    (DESKTOP, "light"),
]
# What other colours or another width can break; the rest of a page is the same in every look.
OF_THE_LOOK = VIOLATIONS.replace(
    "{", "{runOnly: ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable'], ", 1
)

PARTS = 12  # of all other pages: small enough that no core waits long for the last one

# Colours are looked at when none is on its way to another. A change starts its transitions with the next
# frame only, and one that ends may start the next.
STILL = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  for (let turn = 0; turn < 20; turn++) {
    await frame();
    const moving = document.getAnimations().filter((animation) => animation.playState !== "finished");
    if (moving.length === 0) break;
    for (const animation of moving) animation.finish();
  }
}"""


def faults_of(page: Page, rules: str) -> list[str]:
    """What axe finds on a page as it stands, and whether it scrolls sideways."""
    found: list[str] = page.evaluate(rules)
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("scrolls sideways")
    return found


@pytest.mark.parametrize(
    ("viewport", "scheme"), LOOKS, ids=["phone-light", "desktop-dark", "phone-dark", "desktop-light"]
)
def test_each_kind_of_page_loads_clean_fits_the_screen_and_passes_axe(
    site: Site, browser: Browser, viewport: ViewportSize, scheme: Literal["light", "dark"]
) -> None:
    found: list[str] = []
    context = browser.new_context(viewport=viewport, color_scheme=scheme)
    context.add_init_script(AXE.read_text(encoding="utf-8"))
    page = context.new_page()
    faults = watch(page, site)
    for address in KINDS:
        faults.clear()
        page.goto(site.address + (address if address.endswith(".html") or not address else f"{address}/"))
        ready(page)
        violations = faults_of(page, VIOLATIONS)
        wake(page)
        violations += faults_of(page, VIOLATIONS)  # as Material's script leaves the page
        found += [f"{address or 'home'}: {fault}" for fault in [*faults, *violations]]
    context.close()
    assert found == []


@pytest.mark.parametrize("part", range(PARTS))
def test_every_other_page_does_so_light_and_dark_narrow_and_wide(
    site: Site, browser: Browser, part: int
) -> None:
    first, second = (PHONE, DESKTOP) if part % 2 else (DESKTOP, PHONE)
    found: list[str] = []
    context = browser.new_context(viewport=first, color_scheme="light")
    context.add_init_script(AXE.read_text(encoding="utf-8"))
    page = context.new_page()
    faults = watch(page, site)
    for address in [address for address in site.pages if address not in KINDS][part::PARTS]:
        faults.clear()
        page.set_viewport_size(first)
        page.goto(f"{site.address}{address}/")
        ready(page)
        violations = faults_of(page, VIOLATIONS)
        page.set_viewport_size(second)
        page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
        ready(page)
        page.evaluate(STILL)
        violations += faults_of(page, OF_THE_LOOK)
        found += [f"{address}: {fault}" for fault in [*faults, *violations]]
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
    page.locator("[data-md-component=search-query]").press_sequentially("tflite")
    page.locator(".md-search-result__link[href*='tools/']").first.wait_for()
    page.close()


def test_an_address_that_leads_nowhere_shows_ways_on(site: Site, browser: Browser) -> None:
    page = browser.new_page()
    response = page.goto(f"{site.address}no/such/page/")
    assert response
    assert response.status == 404
    page.locator("main").get_by_role("link", name="Tools", exact=True).click()
    page.wait_for_url("**/tensorflow-vs-pytorch/tools/")
    page.close()


def test_the_keyboard_reaches_the_content_first(site: Site, browser: Browser) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.goto(f"{site.address}tools/litert/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text().strip() == "Skip to content"
    box = skip.bounding_box()
    assert box
    assert box["height"] > 10  # it is seen
    assert (skip.get_attribute("href") or "").endswith("#litert")
    page.close()


def test_the_choice_of_colours_is_kept(site: Site, browser: Browser) -> None:
    context = browser.new_context(viewport=DESKTOP, color_scheme="light")
    page = context.new_page()
    page.goto(site.address)
    # Material makes a tooltip of the title, so the label is found by what it switches to.
    page.locator("label[for=__palette_1]").click()
    page.locator("label[for=__palette_2]:visible").click()
    until(page, "document.body.dataset.mdColorScheme === 'slate'")
    until(page, "__md_get('__palette')?.index === 2")
    page.goto(f"{site.address}tools/")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    assert page.get_by_title("Follow the system's colours").first.is_visible()
    ground = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert ground == "rgb(20, 23, 28)"
    context.close()
