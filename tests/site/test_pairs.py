"""Example pairs on the site: the list, the tabs, the address, what is shown is what was run."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from scripts.content import pair_files, pins
from scripts.content.tree import Content
from scripts.model.pair import GROUPS
from scripts.render import wording
from tests import reader
from tests.site.conftest import DESKTOP, PHONE, Site, here, shifted, until, visitor

PAIR = "examples/dense-weights/"
OTHER = "examples/conv2d-channel-order/"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who was never here: nothing is remembered from another test."""
    with visitor(browser) as stranger:
        yield stranger


def words(site: Site, url: str) -> str:
    """The text of a page without tags and white space."""
    return "".join(unescape(re.sub(r"<[^>]+>", "", site.pages[url.strip("/")].text)).split())


def visit(page: Page, site: Site, address: str = PAIR) -> None:
    page.goto(site.address + address)
    page.locator(".tabs-both").first.wait_for(state="attached")


def shown(page: Page) -> list[str]:
    """The programs on the screen."""
    names: list[str] = page.eval_on_selector_all(
        ".tabbed-block .filename",
        "names => names.filter(name => name.checkVisibility() && name.textContent.endsWith('.py'))"
        ".map(name => name.textContent)",
    )
    return names


BOTH = ["with_tensorflow.py", "with_pytorch.py"]
# One pixel less than two programs need.
TABS: ViewportSize = {"width": 1279, "height": 900}
TOPS = """names => names.filter(name => name.textContent.endsWith('.py'))
  .map(name => Math.round(name.getBoundingClientRect().top))"""

# Content ------------------------------------------------------------------------------------------


def test_every_pair_is_listed_with_its_state(site: Site, found: Content) -> None:
    listing = (site.folder / "examples/index.html").read_text(encoding="utf-8")
    for page, _ in found.pairs:
        assert f'id="{page.id}"' in listing
        assert f'href="{page.id}/"' in listing
    assert listing.count('class="status status--holds"') == sum(
        result is not None for result in found.results.values()
    )


def test_every_group_has_pairs_and_every_pair_is_proven(found: Content) -> None:
    assert {pair.group for _, pair in found.pairs} == set(GROUPS)
    assert len(found.results) >= 50
    assert [name for name, result in found.results.items() if result is None] == []


def test_a_page_shows_the_files_that_are_run(site: Site, found: Content) -> None:
    for page, _ in found.pairs:
        squeezed = words(site, page.url)
        for name, source in pair_files.sources(pair_files.folder_of(found.docs, page.id)).items():
            assert "".join(source.split()) in squeezed, (page.id, name)


def test_a_page_shows_what_was_printed_and_measured(site: Site, found: Content) -> None:
    for page, _ in found.pairs:
        result = found.results[page.id]
        assert result
        squeezed = words(site, page.url)
        for text in (result.tensorflow.printed, result.pytorch.printed, result.mistake.printed):
            assert "".join(text.split()) in squeezed, page.id
        if result.mistake.difference is not None:
            assert f"offby{wording.number(result.mistake.difference)}" in squeezed


def test_programs_and_notebook_can_be_fetched(site: Site, found: Content) -> None:
    for page, pair in found.pairs:
        links = site.pages[page.url.strip("/")].links
        path = f"blob/main/docs/{pair_files.FOLDER}/{page.id}"
        repository = "https://example.org/source/tensorflow-vs-pytorch"
        for name in pair_files.PROGRAMS.values():
            assert (site.folder / page.url / name).read_bytes() == (
                found.docs / pair_files.FOLDER / page.id / name
            ).read_bytes()
            assert name in links
            assert f"{repository}/{path}/{name}" in links
        colab = any(
            link.startswith("https://colab.research.google.com/") and link.endswith(f"{page.id}.ipynb")
            for link in links
        )
        assert colab is (pair.no_notebook is None)
        if pair.no_notebook:
            assert "".join(f"No notebook: {pair.no_notebook}".split()) in words(site, page.url)
            continue
        book = json.loads((site.folder / page.url / f"{page.id}.ipynb").read_text(encoding="utf-8"))
        assert book["nbformat"] == 4


def test_rows_and_tools_link_to_pairs_and_back(site: Site, found: Content) -> None:
    for page, pair in found.pairs:
        for folder, names in (("compare", pair.rows), ("tools", pair.tools)):
            for name in names:
                assert f"../../{page.url}" in site.pages[f"{folder}/{name}"].links, (page.id, name)
                assert f"../../{folder}/{name}/" in site.pages[page.url.strip("/")].links


def test_weights_across_has_every_layer_in_both_directions(site: Site, found: Content) -> None:
    transfers = sum(len(pair.transfers) for _, pair in found.pairs)
    assert transfers >= 10
    assert site.pages["examples/weights-across"].text.count("measured:") == 2 * transfers


# Tabs ---------------------------------------------------------------------------------------------


def test_a_choice_is_put_into_the_address_and_kept_on_other_pages(site: Site, page: Page) -> None:
    visit(page, site)
    assert shown(page) == BOTH
    page.locator('label[for="code-pytorch"]').click()
    assert shown(page) == BOTH[1:]
    lines = page.eval_on_selector_all(
        ".tabbed-labels > label", "labels => labels.map(label => getComputedStyle(label).borderBottomColor)"
    )
    assert lines[0] == "rgba(0, 0, 0, 0)" != lines[1]
    assert here(page).endswith(f"{PAIR}?fw=pytorch")
    visit(page, site, OTHER)
    assert shown(page) == BOTH[1:]
    assert here(page).endswith(OTHER)


def test_the_choice_is_kept_on_the_next_pair(site: Site, page: Page) -> None:
    visit(page, site)
    page.locator('label[for="code-pytorch"]').click()
    page.locator(".md-footer__link--next").click()
    page.locator(".tabs-both").wait_for()
    until(page, "document.querySelector('#code-pytorch').checked")
    assert shown(page) == BOTH[1:]


@pytest.mark.parametrize("address", ["?fw=pytorch", "?fw=PyTorch", "?fw=pytorch#notice", "#code-pytorch"])
def test_a_link_to_a_tab_opens_it(site: Site, page: Page, address: str) -> None:
    page.set_viewport_size(TABS)
    visit(page, site, PAIR + address)
    assert shown(page) == BOTH[1:]
    assert here(page).endswith(address)


@pytest.mark.parametrize("address", ["?fw=pytorch", "#code-pytorch"])
def test_a_link_to_a_tab_marks_its_side_where_both_are_shown(site: Site, page: Page, address: str) -> None:
    visit(page, site, PAIR + address)
    assert shown(page) == BOTH
    colours = page.eval_on_selector_all(
        ".tabbed-labels > label", "labels => labels.map(label => getComputedStyle(label).backgroundColor)"
    )
    assert colours[0] == "rgba(0, 0, 0, 0)" != colours[1]


def test_both_programs_stand_side_by_side_where_there_is_room(site: Site, page: Page) -> None:
    for width, side_by_side in ((1920, True), (1280, True), (1279, False), (390, False)):
        page.set_viewport_size({"width": width, "height": 900})
        visit(page, site)
        assert shown(page) == (BOTH if side_by_side else BOTH[:1]), width
        if side_by_side:
            assert len({*page.eval_on_selector_all(".tabbed-block .filename", TOPS)}) == 1
        if width >= 1220:  # where Material shows the contents
            assert page.locator('.md-nav--secondary [href="#mistake"]:visible').count() == 1, width
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("kept", ["", "one", "both"])
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_moves_when_the_tabs_come_to_life(
    site: Site, context: BrowserContext, viewport: ViewportSize, kept: str
) -> None:
    context.add_init_script(f"localStorage.setItem('fw', '{kept}')" if kept else "")
    opened = context.new_page()
    opened.set_viewport_size(viewport)
    visit(opened, site)
    opened.mouse.move(5, 5)
    opened.locator(".tabbed-labels--linked").wait_for()
    far, moved = shifted(opened)
    assert far == pytest.approx(0, abs=0.001), moved


def test_one_side_stays_chosen_until_both_are_asked_for(site: Site, page: Page) -> None:
    visit(page, site)
    both = page.get_by_role("button", name="Both")
    assert both.get_attribute("aria-pressed") == "true"
    both.click()
    assert shown(page) == BOTH[:1]
    visit(page, site, f"{OTHER}?fw=pytorch")
    assert shown(page) == BOTH[1:]
    assert both.get_attribute("aria-pressed") == "false"
    both.click()
    assert shown(page) == BOTH
    page.set_viewport_size(TABS)
    until(page, "document.querySelector('.tabs-both').getAttribute('aria-pressed') === 'false'")
    visit(page, site)
    assert shown(page) == BOTH[:1]


@pytest.mark.parametrize("viewport", [PHONE, TABS, DESKTOP], ids=["phone", "tabs", "desktop"])
def test_tabs_stay_in_reach_inside_a_long_program(site: Site, page: Page, viewport: ViewportSize) -> None:
    page.set_viewport_size(viewport)
    visit(page, site, "examples/optimizer-steps/")
    page.mouse.move(5, 5)
    page.locator(".tabbed-labels--linked").wait_for()
    middle = "set => { const box = set.getBoundingClientRect(); return box.top + scrollY + box.height / 2; }"
    page.evaluate("top => scrollTo({top, behavior: 'instant'})", page.eval_on_selector(".tabbed-set", middle))
    label, header = page.locator('label[for="code-pytorch"]'), page.locator(".md-header")
    until(page, "document.querySelector('.tabbed-labels').getBoundingClientRect().top < 100")
    (box, above) = (label.bounding_box(), header.bounding_box())
    assert box
    assert above
    assert above["y"] + above["height"] - 1 <= box["y"] < above["y"] + above["height"] + 20
    label.click()
    assert shown(page) == BOTH[1:]
    page.locator("#mistake").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('#mistake').scrollIntoView()")
    until(page, "document.querySelector('.tabbed-labels').getBoundingClientRect().bottom < 48")


def test_a_link_to_a_heading_shows_it(site: Site, page: Page) -> None:
    visit(page, site, f"{PAIR}#mistake")
    assert page.locator("#mistake").evaluate("heading => heading.getBoundingClientRect().top") < 300


def test_a_link_into_a_hidden_tab_opens_it(site: Site, page: Page) -> None:
    page.set_viewport_size(TABS)
    html = (site.folder / PAIR / "index.html").read_text(encoding="utf-8")
    first, _, second = html.rpartition('<p class="ran"')
    before, _, after = first.rpartition('<p class="ran"')
    html = f'{before}<p id="inside" class="ran"{after}<p class="ran"{second}'
    page.route(f"**/{PAIR}", lambda route: route.fulfill(body=html, content_type="text/html"))
    visit(page, site, f"{PAIR}#inside")
    page.locator("#inside").wait_for(state="visible")
    assert shown(page) == BOTH[1:]


def test_a_word_found_in_a_hidden_tab_is_shown(site: Site, page: Page) -> None:
    page.set_viewport_size(TABS)
    visit(page, site, f"{PAIR}?h=load_state_dict#code")
    until(page, "document.querySelector('#code-pytorch').checked")
    assert shown(page) == BOTH[1:]


def test_both_programs_stand_side_by_side_on_request(site: Site, page: Page) -> None:
    page.set_viewport_size(TABS)
    visit(page, site)
    page.get_by_role("button", name="Both").click()
    assert shown(page) == BOTH
    assert here(page).endswith("?fw=both")
    tops = page.eval_on_selector_all(".tabbed-block .filename", TOPS)
    assert tops[0] == tops[1]
    visit(page, site, OTHER)
    assert shown(page) == BOTH
    page.locator('label[for="code-tensorflow"]').click()
    assert shown(page) == BOTH[:1]


def test_the_keyboard_moves_between_tabs(site: Site, page: Page) -> None:
    visit(page, site)
    page.locator("#code-tensorflow").focus()
    page.keyboard.press("ArrowRight")
    assert shown(page) == BOTH[1:]
    assert here(page).endswith("?fw=pytorch")
    page.keyboard.press("ArrowLeft")
    assert shown(page) == BOTH[:1]


@pytest.mark.parametrize(
    "query", ["?fw=jax", "?fw=%3Cscript%3E", f"?fw={'x' * 3000}", "?fw=javascript:1", "?fw"]
)
def test_an_unknown_choice_shows_the_first(site: Site, page: Page, query: str) -> None:
    page.set_viewport_size(TABS)
    visit(page, site, PAIR + query)
    assert shown(page) == BOTH[:1]


def test_tabs_work_where_storage_is_refused(site: Site, context: BrowserContext) -> None:
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " {get() { throw new DOMException('no', 'SecurityError') }})"
    )
    opened = context.new_page()
    visit(opened, site, f"{PAIR}?fw=both")
    assert shown(opened) == BOTH
    opened.locator('label[for="code-pytorch"]').click()
    assert shown(opened) == BOTH[1:]


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_without_javascript_both_programs_are_read(
    site: Site, browser: Browser, viewport: ViewportSize
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=viewport)
    opened = context.new_page()
    opened.goto(site.address + PAIR)
    for name in BOTH:
        assert opened.locator(f".tabbed-block .filename:text-is('{name}')").is_visible()
    # They switch nothing; where there is room they are the heads of the two columns.
    assert opened.locator(".tabbed-labels").is_visible() == (viewport == DESKTOP)
    context.close()


@pytest.mark.parametrize("choose", [False, True])
def test_paper_has_both_programs(site: Site, page: Page, choose: bool) -> None:
    visit(page, site)
    if choose:
        page.locator('label[for="code-pytorch"]').click()
    page.emulate_media(media="print")
    assert shown(page) == BOTH
    assert not page.locator(".tabbed-labels").is_visible()


def test_a_program_is_copied_as_it_is(site: Site, page: Page, found: Content) -> None:
    visit(page, site)
    page.locator(".tabbed-block .filename").first.hover()
    page.locator(".tabbed-block").first.locator("[data-md-type=copy]").first.click()
    page.get_by_text("Copied to clipboard").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    source = (found.docs / PAIR / "with_tensorflow.py").read_text(encoding="utf-8")
    assert copied.strip() == source.strip()


# Words --------------------------------------------------------------------------------------------


def test_results_are_said_in_words_that_need_no_key(site: Site, found: Content) -> None:
    for page, _ in found.pairs:
        result = found.results[page.id]
        assert result
        text = site.pages[page.url.strip("/")].text
        assert f">Both agree {wording.agreement(result.greatest)}</span>" in text
        assert '/about/method/#versions">why not newer</a>' in text
    listing = (site.folder / "examples/index.html").read_text(encoding="utf-8")
    assert not re.search(r'data-column="equal">[^/]*\de-\d', listing)


def test_a_tool_whose_newest_release_did_not_run_says_which_did(site: Site, found: Content) -> None:
    ran = pins.of(found.root, "frameworks")
    newest = {page.id: tool.newest.version for page, tool in found.tools}
    said = re.compile(r'/about/method/#versions">our examples ran on ([^<]*)</a>')
    assert newest["numpy"] != ran["numpy"]
    assert said.findall(site.pages["tools/numpy"].text) == [ran["numpy"]]
    assert newest["keras"] == ran["keras"]
    assert said.findall(site.pages["tools/keras"].text) == []
    assert ran["torch"] in site.pages["about/method"].text


# The list -----------------------------------------------------------------------------------------


def listed(page: Page) -> list[str]:
    ids: list[str] = page.eval_on_selector_all(
        ".compare__row", "rows => rows.filter(row => row.checkVisibility()).map(row => row.id)"
    )
    return ids


def open_list(page: Page, site: Site, query: str = "") -> None:
    page.goto(f"{site.address}examples/{query}")
    page.locator(".compare__controls:not([inert])").wait_for()


def test_the_list_is_filtered_by_words_level_and_group(site: Site, page: Page, found: Content) -> None:
    pairs = {entry.id: pair for entry, pair in found.pairs}
    open_list(page, site)
    assert listed(page) == list(pairs)
    page.get_by_role("button", name="Filters").click()
    page.get_by_label("First week").check()
    assert listed(page) == [name for name, pair in pairs.items() if pair.level == 1]
    page.get_by_label("Layers and their weights").check()
    assert listed(page) == [
        name for name, pair in pairs.items() if pair.level == 1 and pair.group == "layers"
    ]
    page.get_by_label("Filter by words").fill("DENSE linear")
    assert "dense-weights" in listed(page)
    # While Material starts, the words are kept out of the address.
    until(page, "location.search === '?q=DENSE+linear&level=1&group=layers'")
    assert page.locator(".compare__count").inner_text().endswith(f"of {len(pairs)} pairs")
    page.get_by_label("Filter by words").fill("nothing has this word")
    assert "loosen a filter" in page.locator(".compare__count").inner_text()
    page.get_by_role("button", name="Show all").click()
    assert listed(page) == list(pairs)


def test_a_link_restores_the_list_and_back_goes_through_its_states(site: Site, page: Page) -> None:
    open_list(page, site, "?level=3&sort=-pair")
    before = listed(page)
    titles = [page.locator(f"#{name} th a").inner_text().lower() for name in before]
    assert titles == sorted(titles, reverse=True)
    page.get_by_role("button", name="Filters").click()
    page.get_by_label("First week").check()
    assert len(listed(page)) > len(before)
    page.go_back()
    until(page, "!document.querySelector('[name=level][value=\"1\"]').checked")
    assert listed(page) == before


@pytest.mark.parametrize("column", ["pair", "level", "equal", "mistake", "run"])
def test_every_column_sorts_both_ways(site: Site, page: Page, found: Content, column: str) -> None:
    open_list(page, site)
    start = listed(page)
    cells = reader.table(reader.parsed(site.pages["examples"].text), "Pair", "Level")
    keys: dict[str, Any] = {}
    for (entry, pair), cell in zip(found.pairs, cells, strict=True):
        result = found.results[entry.id]
        assert entry.meta
        assert result
        keys[entry.id] = {
            "pair": entry.meta.title.lower(),
            "level": pair.level,
            "equal": result.greatest,
            "mistake": cell["The usual mistake"].lower(),
            "run": result.recorded,
        }[column]
    button = page.locator(f'th[data-column="{column}"] button')
    for order, reverse in (("ascending", False), ("descending", True)):
        button.click()
        assert page.locator(f'th[data-column="{column}"]').get_attribute("aria-sort") == order
        # Pairs that are equal stay as they are written, both ways.
        assert listed(page) == sorted(start, key=keys.__getitem__, reverse=reverse)
    button.click()
    assert listed(page) == start


def test_a_cell_may_say_what_it_is_sorted_by(site: Site, page: Page) -> None:
    """As a number if it is one: 10 comes after 9, and 2e-7 before both."""
    html = (site.folder / "examples/index.html").read_text(encoding="utf-8")
    cells = re.findall(r'<td[^>]* data-column="level">', html)
    keys = ["10", "9", "2e-7", *("11" for _ in cells[3:])]
    parts = re.split(r'(<td[^>]* data-column="level">)', html)
    for at, key in enumerate(keys):
        parts[2 * at + 1] = parts[2 * at + 1].replace("<td", f'<td data-sort="{key}"')
    page.route("**/examples/", lambda route: route.fulfill(body="".join(parts), content_type="text/html"))
    open_list(page, site)
    start = listed(page)
    page.locator('th[data-column="level"] button').click()
    assert listed(page) == [start[2], start[1], start[0], *start[3:]]


def test_the_list_complains_of_what_it_does_not_know_and_shows_the_rest(site: Site, page: Page) -> None:
    open_list(page, site, "?level=1,9&group=none&x=%3Cimg%20src=x%20onerror=alert(1)%3E")
    note = page.locator(".compare__note").inner_text()
    assert "level=9" in note
    assert "group=none" in note
    assert page.locator(".compare__note img").count() == 0
    assert listed(page)


def test_the_list_is_copied_as_link_and_as_markdown(site: Site, page: Page) -> None:
    open_list(page, site, "?q=dense-weights")
    open_list(page, site, "?group=data")
    page.get_by_role("button", name="Copy", exact=True).click()
    page.get_by_role("button", name="Copy link").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site.address}examples/?group=data"
    page.get_by_role("button", name="Copy", exact=True).click()
    page.get_by_role("button", name="Copy as Markdown").click()
    lines = page.evaluate("navigator.clipboard.readText()").splitlines()
    assert len(lines) == len(listed(page))
    assert all(line.startswith("- [") and f"]({site.address}examples/" in line for line in lines)


def test_the_list_reads_without_javascript(site: Site, browser: Browser, found: Content) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(f"{site.address}examples/")
    assert opened.locator(".compare__row").count() == len(found.results)
    assert not opened.locator(".compare__controls").is_visible()
    context.close()


def test_search_finds_a_pair_by_the_name_of_a_layer(site: Site, page: Page) -> None:
    page.goto(site.address)
    page.keyboard.press("/")
    page.locator("[data-md-component=search-query]").press_sequentially("GRU gate order")
    page.locator(".md-search-result__link[href*='gru']").first.wait_for()
