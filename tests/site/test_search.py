"""The search as a reader uses it: Material's field and list, with our engine behind them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

from tests.site.conftest import DESKTOP, PHONE, Site, watched
from tests.site.test_browser import AXE, SCHEMES, VIOLATIONS, ready, wake

FIELD = "[data-md-component=search-query]"
RESULT = ".md-search-result__link"
# Material lists the results of each pause in typing anew, and the focus of one that goes is lost.
SETTLED = """selector => new Promise(done => {
  const later = () => setTimeout(done, 500);
  let timer = later();
  new MutationObserver(() => { clearTimeout(timer); timer = later(); })
    .observe(document.querySelector(selector), {childList: true, subtree: true});
})"""


@pytest.fixture
def page(site: Site, browser: Browser) -> Iterator[Page]:
    with watched(browser, site, viewport=DESKTOP) as opened:
        opened.goto(f"{site.address}tools/litert/")
        yield opened


def ask(page: Page, query: str) -> None:
    """Open the search by key and type; wait until the results of the last letter are there."""
    page.keyboard.press("/")
    page.locator(f"{FIELD}:focus").wait_for()
    page.keyboard.type(query)
    page.locator(RESULT).first.wait_for()
    page.evaluate(SETTLED, ".md-search-result__list")


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_materials_keys_open_it_as_the_very_first_gesture(page: Page, key: str) -> None:
    page.keyboard.press(key)
    page.locator(f"{FIELD}:focus").wait_for()
    assert page.locator(FIELD).input_value() == ""
    page.wait_for_timeout(600)  # Material is there by now
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()


def test_what_is_typed_before_material_is_there_is_answered(site: Site, browser: Browser) -> None:
    page = browser.new_page(viewport=DESKTOP)
    held: list[Route] = []
    page.route("**/bundle.*.js", lambda route: held.append(route))  # noqa: PLW0108
    page.goto(f"{site.address}choose/")
    page.keyboard.press("/")
    page.locator(f"{FIELD}:focus").wait_for()
    page.keyboard.type("tflite")
    page.wait_for_timeout(200)
    held[0].continue_()
    page.locator(f"{RESULT}[href*='tools/']").first.wait_for()
    page.close()


def test_the_keyboard_goes_through_the_results_and_to_a_section(page: Page, site: Site) -> None:
    ask(page, "padding same valid mistake")
    page.keyboard.press("ArrowDown")
    assert page.locator(f"{RESULT}:focus").count() == 1
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site.address}examples/same-padding/**")


def test_a_result_says_its_kind_and_framework_and_marks_words(page: Page) -> None:
    ask(page, "torch.export")
    result = page.locator(f"{RESULT}[href*='tools/torch-export/']").first
    assert "Tool · PyTorch: " in result.inner_text()
    assert result.locator("mark").count() > 0


def test_a_section_stands_below_its_page(page: Page) -> None:
    ask(page, "migrating from tensorflow lite what to use today")
    assert page.locator(".md-search-result__item details, .md-search-result__item a + a, h2").count() > 0


def test_what_a_page_holds_is_shown_as_text(page: Page) -> None:
    ask(page, "relu")
    assert page.locator(".md-search-result__list :is(script, img)").count() == 0


def test_the_words_are_highlighted_on_the_page_that_was_found(page: Page) -> None:
    ask(page, "state_dict load_state_dict torch.save")
    page.locator(f"{RESULT}[href*='examples/save-load-weights/']").first.click()
    page.wait_for_url("**/examples/save-load-weights/?h=**")
    page.locator("mark[data-md-highlight]").first.wait_for(state="attached")


def test_a_hit_in_a_hidden_tab_shows_that_tab(page: Page) -> None:
    ask(page, "state_dict load_state_dict torch.save")
    page.locator(f"{RESULT}[href*='examples/save-load-weights/']").first.click()
    # Its name may hold the mark of a found word by now.
    page.locator(".filename", has_text="with_pytorch.py").wait_for(state="visible")


def test_an_empty_search_offers_questions_that_the_keyboard_reaches(page: Page, site: Site) -> None:
    page.keyboard.press("/")
    offered = page.locator(".search-help a")
    expect(offered.first).to_be_visible()
    assert offered.count() >= 4
    page.wait_for_timeout(600)  # Material is there by now, and leads the keyboard through the list
    page.keyboard.press("ArrowDown")
    expect(offered.first).to_be_focused()
    address = offered.first.get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(address)
    assert address.startswith(site.address)


def test_questions_go_when_one_types_and_come_back(page: Page) -> None:
    ask(page, "relu")
    expect(page.locator(".search-help")).to_have_count(0)
    page.locator(FIELD).fill("")
    expect(page.locator(".search-help")).to_be_visible()


def test_a_word_that_no_page_has_is_told_above_the_results(page: Page) -> None:
    ask(page, "convolutoin")
    note = page.locator(".search-note[role=status]")
    expect(note).to_have_text("No page has “convolutoin”. Showing “convolution”.")
    page.locator(FIELD).fill("conv2d")
    page.keyboard.press("End")
    expect(note).to_be_hidden()


def test_a_result_says_which_word_it_lacks(page: Page) -> None:
    ask(page, "gru onnx")
    expect(page.locator(".md-search-result__terms del").first).to_be_visible()


def test_no_result_is_said(page: Page) -> None:
    page.keyboard.press("/")
    page.locator(f"{FIELD}:focus").wait_for()
    page.keyboard.type("qqqqzzzz")
    page.get_by_text("No matching documents").wait_for()


def test_nothing_of_it_is_loaded_before_it_is_opened(site: Site, browser: Browser) -> None:
    page = browser.new_page(viewport=DESKTOP)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site.address}choose/")
    wake(page)
    page.wait_for_timeout(400)
    assert not [url for url in asked if "search/index.json" in url or "minisearch" in url]
    empty = [url for url in asked if "search_index.json" in url]
    assert len(empty) == 1
    assert len((site.folder / "search/search_index.json").read_bytes()) < 200
    page.close()


def test_an_index_that_does_not_come_is_said_and_tried_again(site: Site, browser: Browser) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.route("**/search/index.json", lambda route: route.abort())
    page.goto(f"{site.address}choose/")
    ask(page, "relu")
    assert "cannot be loaded now" in page.locator(RESULT).first.inner_text()
    assert (page.locator(RESULT).first.get_attribute("href") or "").startswith(f"{site.address}all/")
    page.unroute("**/search/index.json")
    page.keyboard.type(" keras")
    page.locator(f"{RESULT} mark").first.wait_for()
    page.close()


def test_a_link_can_hold_a_query(site: Site, browser: Browser) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.goto(f"{site.address}all/?q=gradient+tape")
    page.locator(f"{RESULT}[href*='first-gradient']").wait_for()
    page.close()


def test_a_page_that_is_excluded_is_not_in_the_index(site: Site) -> None:
    assert '"404.html"' not in (site.folder / "search/index.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_axe_finds_nothing_while_it_the_drawer_and_the_folded_parts_are_open(
    site: Site, browser: Browser, viewport: ViewportSize, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(viewport=viewport, color_scheme=scheme)
    context.add_init_script(Path(AXE).read_text(encoding="utf-8"))
    page = context.new_page()
    page.goto(f"{site.address}tools/litert/")
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    ready(page)  # widths are looked at when the parts are shown
    assert page.evaluate(VIOLATIONS) == []
    wake(page)
    if viewport == PHONE:
        page.locator("label.md-header__button[for=__drawer]").click()
        page.wait_for_timeout(400)
        assert page.evaluate(VIOLATIONS) == []
        page.evaluate("document.getElementById('__drawer').click()")
        page.wait_for_timeout(400)
    ask(page, "relu")
    page.wait_for_timeout(300)
    assert page.evaluate(VIOLATIONS) == []
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    context.close()
