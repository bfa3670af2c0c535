"""What every page carries: title, description, picture, address, headings with ids, edit link, dates."""

import datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser

from scripts import paths
from scripts.content.tree import Content
from scripts.rules.checked_date import WITHOUT
from tests.site.conftest import Site, visitor


def test_every_source_has_its_page(site: Site, found: Content) -> None:
    assert set(site.pages) == {page.url.strip("/") for page in found.pages}


def test_titles_and_descriptions_are_there_and_distinct(site: Site) -> None:
    pages = site.pages
    assert all(page.meta.get("description") for page in pages.values())
    assert len({page.title for page in pages.values()}) == len(pages)
    assert len({page.meta["description"] for page in pages.values()}) == len(pages)


def test_a_shared_link_unfurls(site: Site) -> None:
    for address, page in site.pages.items():
        url = f"https://example.org/tensorflow-vs-pytorch/{address}/".replace("pytorch//", "pytorch/")
        assert page.link_rel["canonical"] == page.meta["og:url"] == url
        assert page.meta["og:title"]
        assert page.meta["og:description"] == page.meta["description"]
        image = page.meta["og:image"].removeprefix("https://example.org/tensorflow-vs-pytorch/")
        assert (site.folder / image).is_file(), image


def test_ids_are_unique_and_headings_have_them(site: Site) -> None:
    for address, page in site.pages.items():
        assert len(page.ids) == len(set(page.ids)), address
        assert [tag for tag, _ in page.headings].count("h1") == 1, address
        assert all(identifier for _, identifier in page.headings), address


def test_headings_carry_a_permalink(site: Site) -> None:
    for address, page in site.pages.items():
        for tag, identifier in page.headings:
            if tag in {"h2", "h3"}:
                assert f"#{identifier}" in page.links, (address, identifier)


def test_the_edit_link_leads_to_the_file_that_made_the_page(site: Site, found: Content) -> None:
    for page in found.pages:
        links = site.pages[page.url.strip("/")].links
        root = "https://example.org/source/tensorflow-vs-pytorch/edit/main/docs"
        assert f"{root}/{page.source}" in links
        if page.meta and page.meta.data:
            assert f"{root}/{page.meta.data}" in links
            assert (found.docs / page.meta.data).is_file()


def test_dates_stand_on_every_page_that_states_facts(site: Site, found: Content) -> None:
    for page in found.pages:
        if page.source not in WITHOUT:
            text = site.pages[page.url.strip("/")].text
            assert "to be checked again by" in text, page.source


def test_no_page_asks_a_third_party(site: Site) -> None:
    for file in site.files:
        text = file.read_text(encoding="utf-8")
        for foreign in ("fonts.googleapis", "api.github.com", "unpkg.com", "cdn.jsdelivr"):
            assert foreign not in text


def test_a_row_leads_to_its_file_and_to_a_form_that_names_it(site: Site) -> None:
    links = site.pages["compare/onnx-export"].links
    assert len([link for link in links if link.endswith("/edit/main/docs/compare/onnx-export.md")]) == 2
    assert [link for link in links if link.endswith("/issues/new?template=evidence.yml&row=onnx-export")]


def test_each_first_contribution_opens_a_file_that_is_there(site: Site) -> None:
    """Or a form that is there, for what is not written yet."""
    links = site.pages["about/first-contributions"].links
    edits = [link.partition("/edit/main/")[2] for link in links if "/edit/main/" in link]
    assert len(edits) > 10
    assert [path for path in edits if not (paths.ROOT / path).is_file()] == []
    forms = {parse_qs(urlsplit(link).query)["template"][0] for link in links if "/issues/new?" in link}
    assert {"evidence.yml", "addition.yml"} <= forms
    assert [name for name in forms if not (paths.ROOT / ".github/ISSUE_TEMPLATE" / name).is_file()] == []


def test_every_row_says_how_its_verdict_is_disputed(site: Site, found: Content) -> None:
    target = "about/method/#verdicts"
    assert [
        page.url for page, _ in found.rows if f"../../{target}" not in site.pages[page.url.strip("/")].links
    ] == []
    assert "verdicts" in site.pages["about/method"].ids


@pytest.mark.parametrize(("days", "said"), [(-1, False), (0, True), (400, True)])
def test_a_page_says_that_it_is_due_by_the_readers_clock(
    site: Site, browser: Browser, days: int, said: bool
) -> None:
    with visitor(browser) as stranger:
        page = stranger.new_page()
        page.goto(f"{site.address}compare/onnx-export/")
        by = datetime.date.fromisoformat(page.locator("[data-by]").get_attribute("data-by") or "")
        noon = datetime.datetime.combine(by + datetime.timedelta(days), datetime.time(12), datetime.UTC)
        page.clock.set_fixed_time(noon)
        page.reload()
        page.wait_for_timeout(400)
        due = page.locator("[data-by]").get_by_text("That day has come: it is due.")
        assert due.count() == int(said)
