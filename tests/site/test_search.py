"""The search as a reader uses it: opened by hand or key, answered while typing, left by key."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize

from tests.site.conftest import Site
from tests.site.test_browser import AXE, DESKTOP, PHONE, SCHEMES, ready, watched


@pytest.fixture
def page(site: Site, browser: Browser) -> Iterator[Page]:
    with watched(browser, site, viewport=DESKTOP) as opened:
        opened.goto(f"{site.address}tools/litert/")
        yield opened


def type_in(page: Page, query: str) -> None:
    page.locator("dialog.search input").fill(query)
    page.locator("dialog.search [role=option]").first.wait_for()


@pytest.mark.parametrize("key", ["/", "Control+k"])
def test_a_key_opens_it_and_escape_leads_back(page: Page, key: str) -> None:
    page.locator("main a").first.focus()
    before = page.evaluate("document.activeElement.outerHTML")
    page.keyboard.press(key)
    page.locator("dialog.search input:focus").wait_for()
    page.keyboard.press("Escape")
    assert not page.locator("dialog.search").is_visible()
    assert page.evaluate("document.activeElement.outerHTML") == before


def test_the_keyboard_goes_through_the_results_and_to_a_section(page: Page, site: Site) -> None:
    page.get_by_role("link", name="Search").click()
    type_in(page, "padding same mistake")
    first = page.locator("[role=option][aria-selected=true]")
    assert page.locator("dialog.search input").get_attribute("aria-activedescendant") == first.get_attribute(
        "id"
    )
    start = first.get_attribute("id")
    page.keyboard.press("ArrowDown")
    assert page.locator("[role=option][aria-selected=true]").get_attribute("id") != start
    page.keyboard.press("ArrowUp")
    assert page.locator("[role=option][aria-selected=true]").get_attribute("id") == start
    assert "found" not in page.locator(".search__status").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.address}examples/same-padding/**")


def test_a_result_says_its_kind_and_framework_and_marks_words(page: Page) -> None:
    page.keyboard.press("/")
    type_in(page, "torch.export")
    option = page.locator("[role=option][href*='tools/torch-export/']")
    assert option.locator(".search__labels").inner_text() == "Tool · PyTorch"
    assert option.locator("mark").count() > 0


def test_a_hit_in_a_hidden_tab_shows_that_tab(page: Page, site: Site) -> None:
    page.keyboard.press("/")
    type_in(page, "state_dict load_state_dict torch.save")
    page.locator("[role=option][href*='examples/save-load-weights/']").first.click()
    page.wait_for_url("**/examples/save-load-weights/**")
    page.locator(".filename:text-is('with_pytorch.py')").wait_for(state="visible")


def test_no_result_says_what_to_try(page: Page) -> None:
    page.keyboard.press("/")
    page.locator("dialog.search input").fill("qqqqzzzz")
    page.get_by_text("No page found. Try one word of it").wait_for()
    page.get_by_role("link", name="All pages").click()
    page.wait_for_url("**/all/")


def test_nothing_of_it_is_loaded_before_it_is_opened(site: Site, browser: Browser) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.address}choose/")
    page.wait_for_timeout(600)
    assert not [url for url in asked if "search" in url]
    page.close()


def test_an_index_that_does_not_come_is_said_and_tried_again(site: Site, browser: Browser) -> None:
    page = browser.new_page()
    page.route("**/search/index.json", lambda route: route.abort())
    page.goto(f"{site.address}choose/")
    page.keyboard.press("/")
    page.get_by_text("cannot be loaded now").wait_for()
    page.unroute("**/search/index.json")
    page.get_by_role("button", name="Try again").click()
    page.get_by_role("button", name="Try again").wait_for(state="hidden")
    assert page.locator("dialog.search input:focus").count() == 1
    type_in(page, "relu")
    page.close()


def test_it_opens_before_a_slow_index_is_there(site: Site, browser: Browser) -> None:
    page = browser.new_page()
    held: list[Route] = []
    # Playwright cannot wrap a method of a built-in type.
    page.route("**/search/index.json", lambda route: held.append(route))  # noqa: PLW0108
    page.goto(f"{site.address}choose/")
    page.keyboard.press("/")
    page.get_by_text("Loading the index").wait_for()
    page.locator("dialog.search input").fill("relu")
    held[0].continue_()
    page.locator("dialog.search [role=option]").first.wait_for()
    assert "Loading" not in page.locator(".search__status").inner_text()
    page.close()


def test_a_click_beside_it_closes_it_and_one_in_its_margin_does_not(page: Page) -> None:
    page.keyboard.press("/")
    type_in(page, "relu")
    box = page.locator(".search__status").bounding_box()
    assert box
    page.mouse.click(box["x"] - 4, box["y"] + 4)
    assert page.locator("dialog.search").is_visible()
    page.mouse.click(10, 500)
    assert not page.locator("dialog.search").is_visible()


def test_without_its_script_the_button_leads_to_all_pages(site: Site, browser: Browser) -> None:
    page = browser.new_page()
    page.route("**/assets/js/search.js", lambda route: route.abort())
    page.goto(f"{site.address}choose/")
    page.get_by_role("link", name="Search").click()
    page.wait_for_url("**/all/")
    assert page.locator("main li a").count() > 150
    page.close()


def test_a_link_can_hold_a_query(site: Site, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{site.address}all/?q=gradient+tape")
    page.locator("[role=option][href*='first-gradient']").wait_for()
    page.close()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_while_it_and_the_menus_are_open(
    site: Site, browser: Browser, viewport: ViewportSize, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(viewport=viewport, color_scheme=scheme)
    context.add_init_script(Path(AXE).read_text(encoding="utf-8"))
    page = context.new_page()
    check = (
        "axe.run(document, {resultTypes: ['violations']})"
        ".then(result => result.violations.map(v => `${v.id}: ${v.nodes[0].html.slice(0, 160)}`))"
    )
    page.goto(f"{site.address}tools/litert/")
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    ready(page)  # widths are looked at when the parts are shown
    assert page.evaluate(check) == []
    page.keyboard.press("/")
    type_in(page, "relu")
    assert page.evaluate(check) == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    context.close()
