"""The comparison in a browser: every filter, the address, copying, the keyboard, a phone, no JavaScript."""

import csv
import gzip
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jsonschema
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from scripts.content import page_weight, reader
from scripts.content.tree import Content
from scripts.model.evidence import kinds_of
from scripts.model.row import EDGES, GROUPS, RATINGS, Row
from scripts.render import comparison
from tests.bench.compare_table import multiplied
from tests.reading import budgets
from tests.site.conftest import DESKTOP, PHONE, Site, here, until, watched


@pytest.fixture(scope="module")
def rows(found: Content) -> dict[str, Row]:
    return {page.id: row for page, row in found.rows}


@pytest.fixture
def page(site: Site, context: BrowserContext) -> Iterator[Page]:
    with watched(context, site) as opened:
        visit(opened, site)
        yield opened


def visit(page: Page, site: Site, query: str = "") -> None:
    page.goto(f"{site.address}compare/{query}")
    page.locator(".compare__controls:not([inert])").wait_for()


def shown(page: Page) -> list[str]:
    """The ids of the rows on the screen, in their order."""
    ids: list[str] = page.eval_on_selector_all(
        ".compare__row", "rows => rows.filter(row => row.checkVisibility()).map(row => row.id)"
    )
    return ids


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def choose(page: Page, name: str, value: str) -> None:
    """Choose as a reader does: open the menu that holds it, and press it."""
    if name == "preset":
        page.get_by_label("For a reader").select_option(value)
        return
    menu = page.locator(".compare__menu", has=page.locator(f'[name="{name}"]'))
    if not menu.locator(".compare__box").is_visible():
        menu.locator("[aria-expanded]").click()
    menu.locator(f'[name="{name}"][value="{value}"]').click()


def test_the_built_table_has_every_row(site: Site, page: Page, rows: dict[str, Row]) -> None:
    assert len(rows) >= 60
    assert set(shown(page)) == set(rows)
    assert page.locator(".compare__count").inner_text() == f"{len(rows)} of {len(rows)} rows"
    assert {row.group for row in rows.values()} == set(GROUPS)


@pytest.mark.parametrize("group", GROUPS)
def test_filter_by_group(page: Page, rows: dict[str, Row], group: str) -> None:
    choose(page, "group", group)
    assert set(shown(page)) == {name for name, row in rows.items() if row.group == group}
    assert query(page) == {"group": [group]}


@pytest.mark.parametrize("edge", EDGES)
def test_filter_by_edge(page: Page, rows: dict[str, Row], edge: str) -> None:
    choose(page, "edge", edge)
    assert set(shown(page)) == {name for name, row in rows.items() if row.edge == edge}


@pytest.mark.parametrize("kind", ["measured", "executed", "sourced", "judged"])
def test_filter_by_evidence(page: Page, rows: dict[str, Row], kind: str) -> None:
    choose(page, "evidence", kind)
    expected = {name for name, row in rows.items() if kind in {entry.kind for entry in row.evidence}}
    assert set(shown(page)) == expected


def test_only_where_they_differ_and_only_proven(page: Page, rows: dict[str, Row]) -> None:
    choose(page, "only", "differ")
    differ = {name for name, row in rows.items() if row.differs}
    assert set(shown(page)) == differ
    choose(page, "only", "proven")
    proven = {name for name, row in rows.items() if row.kind in {"measured", "executed"}}
    assert set(shown(page)) == differ & proven


def test_only_stale_rows_by_the_readers_clock(
    site: Site, context: BrowserContext, rows: dict[str, Row]
) -> None:
    page = context.new_page()
    page.clock.set_fixed_time("2027-03-01T12:00:00Z")
    visit(page, site, "?only=stale")
    assert set(shown(page)) == {
        name for name, row in rows.items() if row.recheck_by.isoformat() <= "2027-03-01"
    }
    assert "due for a new check" in page.locator(".compare__row:visible").first.inner_text()
    page.close()


def test_words_filter_as_one_types_and_the_count_is_announced(page: Page) -> None:
    with page.expect_response("**/comparison.json"):
        page.locator("#compare-q").focus()
    page.locator("#compare-q").press_sequentially("onnx export")
    ids = shown(page)
    assert "onnx-export" in ids
    assert len(ids) < 30
    status = page.locator(".compare__count")
    assert status.get_attribute("role") == "status"
    assert status.inner_text().startswith(f"{len(ids)} of ")
    page.locator("#compare-q").fill("no such words anywhere")
    assert shown(page) == []
    assert "loosen a filter" in status.inner_text()


def test_filters_combine(page: Page, rows: dict[str, Row]) -> None:
    choose(page, "group", "deployment")
    choose(page, "group", "ecosystem")
    choose(page, "edge", "pytorch")
    choose(page, "only", "differ")
    assert set(shown(page)) == {
        name
        for name, row in rows.items()
        if row.group in {"deployment", "ecosystem"} and row.edge == "pytorch" and row.differs
    }
    assert urlsplit(page.url).query == "group=deployment,ecosystem&edge=pytorch&only=differ"


def test_every_reader_gets_their_rows(page: Page, found: Content) -> None:
    assert len(found.presets) == 8
    for preset in found.presets:
        choose(page, "preset", preset.id)
        assert set(shown(page)) == set(preset.rows)
    choose(page, "preset", "")
    assert "preset" not in query(page)


# What each column is sorted by: the best rating first, text whatever its case, days as days.
SORTED_BY: dict[str, Callable[[str, Row], object]] = {
    "criterion": lambda title, _: title.lower(),
    "tensorflow": lambda _, row: list(RATINGS).index(row.tensorflow.rating),
    "pytorch": lambda _, row: list(RATINGS).index(row.pytorch.rating),
    "edge": lambda _, row: EDGES[row.edge].lower(),
    "evidence": lambda _, row: ", ".join(kinds_of(row.evidence)),
    "checked": lambda _, row: row.checked,
}


@pytest.mark.parametrize("column", SORTED_BY)
def test_sort_both_ways_and_back(page: Page, found: Content, column: str) -> None:
    keys: dict[str, Any] = {
        entry.id: SORTED_BY[column](entry.meta.title, row) for entry, row in found.rows if entry.meta
    }
    before = shown(page)
    assert set(before) == set(keys)
    head = page.locator(f'th[data-column="{column}"]')
    for order, reverse in (("ascending", False), ("descending", True)):
        head.locator("button").click()
        assert head.get_attribute("aria-sort") == order
        # Rows that are equal stay as they are written, both ways.
        assert shown(page) == sorted(before, key=keys.__getitem__, reverse=reverse)
    head.locator("button").click()
    assert head.get_attribute("aria-sort") is None
    assert shown(page) == before


def test_columns_hide(page: Page) -> None:
    choose(page, "column", "checked")
    assert page.locator('td[data-column="checked"]:visible').count() == 0
    assert query(page) == {"hide": ["checked"]}


def test_the_address_restores_everything(site: Site, page: Page) -> None:
    visit(page, site, "?q=model&group=deployment&sort=-edge&hide=checked&pick=model-server&open=model-server")
    first = shown(page)
    assert first
    assert page.locator("#compare-q").input_value() == "model"
    assert page.locator("#model-server + tr details").get_attribute("open") is not None
    assert page.locator('#model-server [name="pick"]').is_checked()
    assert page.locator('th[data-column="edge"]').get_attribute("aria-sort") == "descending"
    page.reload()
    page.locator(".compare__controls:not([inert])").wait_for()
    assert shown(page) == first


def test_back_and_forward_step_through_the_states(page: Page, rows: dict[str, Row]) -> None:
    choose(page, "group", "install")
    one = shown(page)
    choose(page, "edge", "pytorch")
    two = shown(page)
    page.go_back()
    page.wait_for_url("**/compare/?group=install")
    until(page, f"document.querySelectorAll('.compare__row:not([hidden])').length === {len(one)}")
    assert shown(page) == one
    page.go_forward()
    page.wait_for_url("**edge=pytorch")
    until(page, f"document.querySelectorAll('.compare__row:not([hidden])').length === {len(two)}")
    assert shown(page) == two
    page.go_back()
    page.go_back()
    until(page, f"document.querySelectorAll('.compare__row:not([hidden])').length === {len(rows)}")


def test_picks_are_compared_with_their_evidence_at_a_short_address(page: Page) -> None:
    page.locator('#onnx-export [name="pick"]').check()
    page.locator('#model-server [name="pick"]').check()
    page.get_by_role("button", name="Compare 2").click()
    assert shown(page) == ["onnx-export", "model-server"]  # as they were picked
    assert urlsplit(page.url).query == "rows=onnx-export,model-server"
    for name in ("onnx-export", "model-server"):
        page.locator(f"#{name} + tr .evidence li").first.wait_for()
    markdown = copied(page, "markdown")
    assert "### Official model server" in markdown
    assert "- **Sourced** [TensorFlow Serving README, RELEASE.md, tags](https://github.com/" in markdown
    page.get_by_role("button", name="Show all").click()
    assert len(shown(page)) >= 60
    assert page.locator('#model-server [name="pick"]').is_checked()


def test_evidence_that_was_opened_may_be_closed_while_rows_are_compared(site: Site, page: Page) -> None:
    visit(page, site, "?rows=model-server,onnx-export")
    details = page.locator("#model-server + tr details")
    details.locator(".evidence li").first.wait_for()
    details.locator("summary").click()
    assert details.get_attribute("open") is None
    page.locator('th[data-column="edge"] button').click()
    assert details.get_attribute("open") is None
    assert page.locator("#onnx-export + tr details").get_attribute("open") is not None


def test_a_row_opens_in_place_for_its_evidence(site: Site, page: Page, rows: dict[str, Row]) -> None:
    details = page.locator("#model-server + tr details")
    details.locator("summary").click()
    details.locator(".evidence li").first.wait_for()
    assert details.locator(".evidence li").count() == len(rows["model-server"].evidence)
    page.wait_for_url("**open=model-server")
    links = details.locator("a").evaluate_all("links => links.map(link => link.href)")
    assert f"{site.address}tools/tensorflow-serving/#use" in links
    details.locator("summary").click()
    assert details.get_attribute("open") is None
    assert "open" not in query(page)


def test_evidence_that_cannot_be_fetched_is_a_link(site: Site, browser: Browser) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.route("**/compare/model-server/", lambda route: route.abort())
    visit(page, site, "?open=model-server")
    details = page.locator("#model-server + tr details")
    details.get_by_role("link", name="How we know").wait_for()
    assert details.locator(".evidence").count() == 0
    page.close()


def test_words_of_the_evidence_find_their_row(site: Site, page: Page) -> None:
    visit(page, site, "?q=ossfunded+interview+foundation+director")
    assert shown(page) == []
    visit(page, site, "?q=interview+foundation+director")
    until(page, "document.querySelector('.compare__count').textContent.startsWith('1 of')")
    assert shown(page) == ["model-server"]


@pytest.mark.parametrize(
    "hostile",
    [
        "?group=nonsense&edge=pytorch",
        "?rows=__proto__,constructor&edge=pytorch",
        "?preset=javascript:alert(1)&edge=pytorch",
        "?q=" + "x" * 5000,
        "?%E0%A4%A&sort=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&edge=pytorch",
    ],
)
def test_what_the_table_does_not_know_is_ignored_with_a_note(site: Site, page: Page, hostile: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    visit(page, site, hostile)
    if "edge=pytorch" in hostile:
        assert page.locator(".compare__note").is_visible()
        assert set(shown(page)) == set(
            page.eval_on_selector_all(".compare__row[data-edge=pytorch]", "rows => rows.map(row => row.id)")
        )
    else:
        assert len(page.locator("#compare-q").input_value()) == 100


def copied(page: Page, what: str) -> str:
    choose(page, "copy", what)
    until(page, "document.querySelector('.compare__count').textContent.includes('copied')")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_copies_hold_what_is_shown(site: Site, page: Page) -> None:
    visit(page, site, "?rows=model-server,onnx-export&hide=checked,evidence")
    link = copied(page, "link")
    visit(page, site, link.partition("compare/")[2])
    assert set(shown(page)) == {"model-server", "onnx-export"}
    markdown = copied(page, "markdown").splitlines()
    assert markdown[0] == "| Criterion | TensorFlow | PyTorch | Edge |"
    assert len(markdown[: markdown.index("")]) == 4
    assert [line for line in markdown if line.startswith("### ")] == [
        "### Official model server", "### Export to ONNX",
    ]  # fmt: skip
    assert f"({site.address}compare/model-server/)" in "".join(markdown)
    table = list(csv.reader(io.StringIO(copied(page, "csv"))))
    assert table[0] == ["Criterion", "TensorFlow", "PyTorch", "Edge", "Address"]
    assert len(table) == 3


def test_a_cell_that_a_spreadsheet_would_run_is_text(page: Page) -> None:
    module = page.evaluate(
        """async () => {
          const {toCsv, toMarkdown} = await import('/tensorflow-vs-pytorch/assets/js/compare.js');
          const rows = [{id: 'a', title: '=1+1', cells: {edge: 'a|b "c"'}}];
          return [toCsv(rows, ['criterion', 'edge'], '/x/'), toMarkdown(rows, ['criterion', 'edge'], '/x/')];
        }"""
    )
    assert '\'=1+1,"a|b ""c""",/x/a/' in module[0]
    assert "[=1+1](/x/a/) | a\\|b" in module[1]


def test_the_keyboard_reaches_and_works_everything(page: Page) -> None:
    page.locator("#compare-q").focus()
    page.keyboard.type("server")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "preset"
    page.keyboard.press("Tab")  # the button of the filters
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert "group=programming" in here(page)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.name") == "menu"
    assert not page.locator('[name="group"]').first.is_visible()
    page.locator(".compare__chip").focus()
    page.keyboard.press("Enter")
    assert "group" not in here(page)
    assert page.evaluate("document.activeElement.name") == "menu"
    page.locator('th[data-column="edge"] button').focus()
    page.keyboard.press("Enter")
    assert "sort=edge" in here(page)
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline != "none"


def test_a_phone_shows_cards_without_sideways_scroll(site: Site, browser: Browser) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    visit(page, site)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    row = page.locator("#model-server")
    heights = [row.locator(f'[data-column="{side}"]').bounding_box() for side in ("tensorflow", "pytorch")]
    assert heights[0]
    assert heights[1]
    assert heights[1]["y"] > heights[0]["y"]
    context.close()


# At first glance ----------------------------------------------------------------------------------

GLANCE: list[ViewportSize] = [{"width": 390, "height": 844}, {"width": 768, "height": 1024}, DESKTOP]
LISTS = ["compare/", "examples/"]


def sized(browser: Browser, site: Site, address: str, viewport: ViewportSize) -> Page:
    page = browser.new_page(viewport=viewport)
    page.goto(site.address + address)
    page.locator(".compare__controls:not([inert])").wait_for()
    return page


def box(page: Page, selector: str) -> dict[str, float]:
    found: dict[str, float] = page.locator(selector).first.evaluate(
        "element => element.getBoundingClientRect().toJSON()"
    )
    return found


@pytest.mark.parametrize("viewport", GLANCE, ids=lambda size: str(size["width"]))
@pytest.mark.parametrize("address", LISTS)
def test_the_first_rows_are_on_the_first_screen(
    site: Site, browser: Browser, address: str, viewport: ViewportSize
) -> None:
    page = sized(browser, site, address, viewport)
    ends = page.locator(".compare__row").evaluate_all(
        "rows => rows.map(row => row.getBoundingClientRect().bottom)"
    )
    seen = [end for end in ends if end <= viewport["height"]]
    assert len(seen) >= (1 if viewport["width"] < 700 else 3)
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.close()


@pytest.mark.parametrize("viewport", [PHONE, *GLANCE], ids=lambda size: str(size["width"]))
@pytest.mark.parametrize(
    "address", ["compare/?group=deployment,ecosystem&edge=pytorch,even&pick=onnx-export", "examples/?level=1"]
)
def test_the_toolbar_stays_in_one_line_below_the_header(
    site: Site, browser: Browser, address: str, viewport: ViewportSize
) -> None:
    page = sized(browser, site, address, viewport)
    page.locator(".compare__row:visible").nth(8).evaluate("row => row.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(100)
    field, count, header = (box(page, name) for name in ("[name=q]", ".compare__count", ".md-header"))
    assert header["bottom"] <= field["top"] < header["bottom"] + 20
    assert abs((field["top"] + field["bottom"]) - (count["top"] + count["bottom"])) < 8
    bar = box(page, ".compare__controls")
    assert bar["bottom"] - header["bottom"] < 50
    assert count["right"] <= viewport["width"]
    if viewport == DESKTOP:
        heads = box(page, "thead th")
        assert abs(heads["top"] - bar["bottom"]) < 2
        title = page.evaluate(
            f"document.elementFromPoint(60, {heads['bottom'] + 15}).closest('.compare__group')?.textContent"
        )
        assert title
    page.close()


@pytest.mark.parametrize("viewport", GLANCE, ids=lambda size: str(size["width"]))
def test_nothing_that_stays_covers_a_linked_row_or_the_focus(
    site: Site, browser: Browser, viewport: ViewportSize
) -> None:
    """What is seen at the middle of its box is the thing itself."""
    covered = (
        "element => { const {x, y, width, height} = element.getBoundingClientRect();"
        " return !element.contains(document.elementFromPoint(x + Math.min(width / 2, 20), y + height / 2)); }"
    )
    for address in (
        "compare/#onnx-export",
        "compare/?open=onnx-export",
        "compare/?hide=edge#group-ecosystem",
    ):
        page = sized(browser, site, address, viewport)
        name = "#group-ecosystem" if "ecosystem" in address else "#onnx-export th a"
        page.locator(name).wait_for()
        until(page, f"({covered})(document.querySelector('{name}')) === false")
        assert 0 < box(page, name)["top"] < viewport["height"]
        page.close()
    page = sized(browser, site, "compare/", viewport)
    page.locator("#onnx-export th a").focus()
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        assert not page.evaluate(f"({covered})(document.activeElement)"), page.evaluate(
            "document.activeElement.outerHTML"
        )
    page.close()


@pytest.mark.parametrize("group", GROUPS)
def test_each_part_of_a_groups_picture_is_a_filter(page: Page, rows: dict[str, Row], group: str) -> None:
    for edge in EDGES:
        expected = {name for name, row in rows.items() if row.group == group and row.edge == edge}
        part = page.locator(f'.spread svg a[href^="?group={group}&edge={edge}#"]')
        assert part.count() == bool(expected)
        if not expected:
            continue
        assert part.locator("text").text_content() == str(len(expected))
        part.click()
        assert set(shown(page)) == expected
        assert part.get_attribute("aria-current") == "true"
        part.click()
        assert len(shown(page)) == len(rows)
    assert "winner" not in page.locator(".spread").inner_text()


def test_filters_are_chips_that_can_be_removed(page: Page, rows: dict[str, Row]) -> None:
    choose(page, "group", "deployment")
    choose(page, "edge", "tensorflow")
    choose(page, "column", "checked")
    page.keyboard.press("Escape")
    choose(page, "preset", "server")
    chips = page.locator(".compare__chip")
    assert chips.all_inner_texts() == [
        "Topic: Shipping a model", "Edge: TensorFlow", "I run a service", "Without Checked",
    ]  # fmt: skip
    assert page.locator(".compare__number").inner_text() == "3"
    page.get_by_role("button", name="Remove I run a service").click()
    page.get_by_role("button", name="Remove Topic: Shipping a model").click()
    assert set(shown(page)) == {name for name, row in rows.items() if row.edge == "tensorflow"}
    assert urlsplit(page.url).query == "edge=tensorflow&hide=checked"
    page.get_by_role("button", name="Show all").click()
    assert not page.locator(".compare__chips").is_visible()
    assert not page.locator(".compare__number").is_visible()
    assert not page.get_by_role("button", name="Show all").is_visible()
    assert urlsplit(page.url).query == ""


def test_a_reader_gets_the_rows_in_the_order_that_matters_to_them(page: Page, found: Content) -> None:
    for preset in found.presets[:3]:
        choose(page, "preset", preset.id)
        assert shown(page) == list(preset.rows)
    page.locator('th[data-column="criterion"] button').click()
    assert shown(page) != list(found.presets[2].rows)


def test_what_a_filter_leaves_is_in_sight_wherever_one_was(page: Page) -> None:
    page.locator(".compare__row").last.scroll_into_view_if_needed()
    page.locator("#compare-q").fill("server")
    assert 0 < box(page, ".compare__row:not([hidden])")["top"] < DESKTOP["height"] / 2


@pytest.mark.parametrize("address", LISTS)
def test_rows_of_one_line_are_remembered_and_drawn_at_once(
    site: Site, browser: Browser, address: str
) -> None:
    context = browser.new_context(viewport=DESKTOP)
    page = context.new_page()
    page.goto(site.address + address)
    page.locator(".compare__controls:not([inert])").wait_for()
    before = box(page, ".compare__row")["height"]
    button = page.get_by_role("button", name="Compact")
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    assert button.get_attribute("aria-pressed") == "true"
    assert box(page, ".compare__row")["height"] < min(before, 40)
    page.route("**/site.js", lambda route: route.abort())
    page.reload()
    assert box(page, ".compare__row")["height"] < min(before, 40)
    page.unroute("**/site.js")
    page.reload()
    page.locator(".compare__controls:not([inert])").wait_for()
    button.click()
    page.reload()
    assert box(page, ".compare__row")["height"] == before
    context.close()


def test_boxes_to_pick_appear_when_they_are_used(page: Page) -> None:
    opacity = "pick => getComputedStyle(pick).opacity"
    pick = page.locator("#model-server .compare__pick")
    assert pick.evaluate(opacity) == "0"
    page.locator("#model-server").hover()
    assert pick.evaluate(opacity) == "1"
    page.mouse.move(0, 0)
    pick.locator("input").focus()
    assert pick.evaluate(opacity) == "1"
    page.locator("#compare-q").focus()
    page.get_by_role("button", name="Pick rows").click()
    assert set(page.locator(".compare__pick").evaluate_all(f"picks => picks.map({opacity})")) == {"1"}


def test_both_lists_have_the_same_toolbar(site: Site, browser: Browser) -> None:
    parts = []
    for address in LISTS:
        page = sized(browser, site, address, DESKTOP)
        bar = page.locator(".compare__controls")
        names = bar.locator("> *").evaluate_all("all => all.map(one => one.name || one.className)")
        parts.append([name for name in names if name not in {"preset", "mine"}])
        page.close()
    assert parts[0] == parts[1]
    assert len(parts[0]) == 6


def test_with_twice_the_rows_the_page_keeps_its_budget(site: Site) -> None:
    """The table is what grows; the rest of the page is there once."""
    html = (site.folder / "compare/index.html").read_text(encoding="utf-8")
    found, _ = reader.read()
    once, twice = (comparison.table(multiplied(found, times)) for times in (1, 2))
    size = len(gzip.compress(html.encode(), 6)) + len(gzip.compress(twice.encode(), 6))
    size -= len(gzip.compress(once.encode(), 6))
    budget = next(one for one in budgets.read() if one.page == "compare/")
    assert size < page_weight.limit("compare/")
    tags = [len(re.findall("<[a-z]", text)) for text in (html, once, twice)]
    elements = tags[0] - tags[1] + tags[2]
    assert elements < budget.elements


def test_without_javascript_all_rows_and_evidence_are_there(
    site: Site, browser: Browser, rows: dict[str, Row]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}compare/")
    assert page.locator(".compare__row:visible").count() == len(rows)
    assert not page.locator(".compare__controls").is_visible()
    assert page.locator(".compare__more details").count() == len(rows)
    page.locator("#model-server + tr summary").click()
    assert page.get_by_text(rows["model-server"].why).is_visible()
    page.locator("#model-server + tr").get_by_role("link", name="How we know").click()
    page.wait_for_url("**/compare/model-server/#how-we-know")
    assert page.locator(".evidence li").count() == len(rows["model-server"].evidence)
    page.go_back()
    page.locator(".spread svg a[href*='deployment&edge=tensorflow']").click()
    assert page.locator("#group-deployment").evaluate("head => head.getBoundingClientRect().top") < 300
    context.close()


def test_the_table_comes_to_life_when_one_comes_from_another_page(
    site: Site, context: BrowserContext
) -> None:
    page = context.new_page()
    page.goto(site.address)
    page.get_by_role("link", name="Compare", exact=True).first.click()
    page.locator(".compare__controls:not([inert])").wait_for()
    choose(page, "edge", "even")
    assert "edge=even" in here(page)
    page.close()


def test_print_shows_the_full_table(page: Page, rows: dict[str, Row]) -> None:
    page.emulate_media(media="print")
    assert page.locator(".compare__row:visible").count() == len(rows)
    assert not page.locator(".compare__controls").is_visible()


def test_the_data_are_published_and_valid(site: Site, rows: dict[str, Row]) -> None:
    folder = site.folder / "api" / "v1"
    published = json.loads((folder / "comparison.json").read_text(encoding="utf-8"))
    schema = json.loads((folder / "comparison.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(published, schema)
    assert {row["id"] for row in published["rows"]} == set(rows)
    for row in published["rows"]:
        alone = json.loads((folder / "rows" / f"{row['id']}.json").read_text(encoding="utf-8"))
        assert alone == row
        jsonschema.validate(alone, {"$ref": "#/$defs/ApiRow", "$defs": schema["$defs"]})
    table = list(csv.DictReader((folder / "comparison.csv").read_text(encoding="utf-8").splitlines()))
    assert len(table) == len(rows)
