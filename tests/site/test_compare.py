"""The comparison in a browser: every filter, the address, copying, the keyboard, a phone, no JavaScript."""

import csv
import io
import json
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import jsonschema
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from scripts import content
from scripts.content import Content
from scripts.model.row import EDGES, GROUPS, Row
from tests.site.conftest import Site, here, until
from tests.site.test_browser import DESKTOP, PHONE, watched


@pytest.fixture(scope="module")
def found() -> Content:
    return content.read()[0]


@pytest.fixture(scope="module")
def rows(found: Content) -> dict[str, Row]:
    return {page.id: row for page, row in found.rows}


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    yield made
    made.close()


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
    page.locator(f'.compare__controls [name="{name}"][value="{value}"]').click()


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


@pytest.mark.parametrize("column", ["criterion", "tensorflow", "pytorch", "edge", "evidence", "checked"])
def test_sort_both_ways_and_back(page: Page, rows: dict[str, Row], column: str) -> None:
    before = shown(page)
    head = page.locator(f'th[data-column="{column}"]')
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "ascending"
    up = shown(page)
    head.locator("button").click()
    assert head.get_attribute("aria-sort") == "descending"
    down = shown(page)
    assert set(up) == set(down) == set(rows)
    if column == "edge":
        edges = [EDGES[rows[name].edge] for name in up]
        assert edges == sorted(edges, key=str.lower)
        assert [EDGES[rows[name].edge] for name in down] == edges[::-1]
    if column == "criterion":
        assert down == up[::-1]
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


def test_picks_become_my_comparison(page: Page) -> None:
    page.locator('#model-server [name="pick"]').check()
    page.locator('#onnx-export [name="pick"]').check()
    page.get_by_role("button", name="Only my picks (2)").click()
    assert set(shown(page)) == {"model-server", "onnx-export"}
    assert query(page)["rows"] == ["model-server,onnx-export"]
    page.get_by_role("button", name="All rows again").click()
    assert len(shown(page)) >= 60


def test_a_row_opens_in_place_for_its_evidence(page: Page) -> None:
    details = page.locator("#model-server + tr details")
    details.locator("summary").click()
    assert details.locator(".evidence li").first.is_visible()
    page.wait_for_url("**open=model-server")


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
    assert len(markdown) == 4
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
    page.keyboard.press("Tab")  # the filters' summary
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.name") == "preset"
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


def test_without_javascript_all_rows_and_evidence_are_there(
    site: Site, browser: Browser, rows: dict[str, Row]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.address}compare/")
    assert page.locator(".compare__row:visible").count() == len(rows)
    assert not page.locator(".compare__controls").is_visible()
    page.locator("#model-server + tr summary").click()
    assert page.locator("#model-server + tr .evidence li").first.is_visible()
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


def test_every_page_has_its_markdown(site: Site) -> None:
    listed = (site.folder / "llms.txt").read_text(encoding="utf-8")
    for address in site.pages:
        assert (site.folder / address / "index.md").is_file()
        assert f"/tensorflow-vs-pytorch/{address + '/' if address else ''}index.md)" in listed
