"""The site is a Material site: its parts are Material's, and nothing moves when its script comes."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import markdown
import pytest
import yaml
from playwright.sync_api import Browser, Page, Route, ViewportSize

from scripts import paths
from scripts.publish import markup
from tests.site.conftest import BASE, DESKTOP, ENVIRONMENT, PHONE, Site, here, until, watched
from tests.site.test_browser import KINDS, SCHEMES, wake

PAIR = "examples/same-padding/"

# What Material has, by what stands in a page of it: a pair, which stands in a group and has code and tabs.
PARTS = {
    "the header": '<header class="md-header',
    "the tabs of the sections": '<nav class="md-tabs"',
    "the current tab": "md-tabs__item--active",
    "the navigation": '<nav class="md-nav md-nav--primary',
    "the current page in it": "md-nav__link--active",
    "the table of contents": '<nav class="md-nav md-nav--secondary"',
    "the drawer": 'data-md-toggle="drawer"',
    "the search": 'data-md-component="search-query"',
    "the list of results": 'data-md-component="search-result"',
    "the switch of colours": 'data-md-component="palette"',
    "content tabs": 'class="tabbed-set tabbed-alternate"',
    "back to top": 'data-md-component="top"',
    "the footer": '<footer class="md-footer"',
    "previous and next": "md-footer__link--next",
    "the link to edit": 'class="md-content__button md-icon" rel="edit"',
    "the bundle": "assets/javascripts/bundle.",
}


def settings() -> dict[str, Any]:
    """The site's settings; tags of Python are read as nothing."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.add_multi_constructor("", lambda *_: None)
    found: dict[str, Any] = yaml.load(paths.ROOT.joinpath("mkdocs.yml").read_text("utf-8"), Loader)
    return found


# What it is made of -------------------------------------------------------------------------------


@pytest.mark.parametrize("part", PARTS)
def test_a_page_has_materials_own_parts(site: Site, part: str) -> None:
    assert PARTS[part] in site.pages[PAIR.strip("/")].text


def test_without_materials_templates_there_is_no_site(tmp_path: Path) -> None:
    text = paths.ROOT.joinpath("mkdocs.yml").read_text(encoding="utf-8")
    bare = "theme:\n  name: null\n  custom_dir: overrides\nextra_css:"
    changed, count = re.subn(r"theme:\n.*?\nextra_css:", bare, text, flags=re.DOTALL)
    assert count == 1
    root = tmp_path / "copy"
    root.mkdir()
    for name in ("overrides", "scripts"):
        (root / name).symlink_to(paths.ROOT / name)
    (root / "docs").mkdir()
    (root / "docs/.nav.yml").write_text("nav:\n  - index.md\n", encoding="utf-8")
    (root / "docs/index.md").write_text("# Title {#title}\n\nText.\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(changed, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=root, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "base.html" in done.stderr


def test_the_template_extends_materials_and_each_overridden_partial_says_why() -> None:
    assert '{% extends "base.html" %}' in (paths.ROOT / "overrides/main.html").read_text(encoding="utf-8")
    theirs = markup.THEME / "partials"
    for file in (paths.ROOT / "overrides/partials").rglob("*.html"):
        assert (theirs / file.relative_to(paths.ROOT / "overrides/partials")).is_file(), (
            f"{file} overrides nothing"
        )
        text = file.read_text(encoding="utf-8")
        assert text.startswith("{#-"), f"{file} does not say why it is there"
        assert re.search(r"\bUntil\b", text.partition("-#}")[0]), f"{file} does not say until when"


def test_rows_pairs_outcomes_and_notebooks_stand_among_their_kind(site: Site) -> None:
    for address, beside in (
        ("compare/graph-capture", "../eager-default/"),
        (PAIR.strip("/"), "../dense-weights/"),
        ("decide/keras", "../litert/"),
        ("notebooks/int8-both-ways", "../feeding-the-model/"),
    ):
        navigation = site.pages[address].text.partition('<nav class="md-nav md-nav--primary')[2]
        navigation = navigation.partition('data-md-type="toc"')[0]
        assert f'href="{beside}"' in navigation, address
        assert 'class="md-nav__link md-nav__link--active"' in navigation, address


@pytest.mark.parametrize("feature", settings()["theme"]["features"])
def test_each_feature_that_is_switched_on_is_one_of_materials(feature: str) -> None:
    named = feature.encode()
    files = [*markup.THEME.rglob("*.html"), *markup.THEME.glob("assets/javascripts/bundle.*.min.js")]
    assert any(named in file.read_bytes() for file in files), f"Material knows no `{feature}`"


# Contracts: what rests on something that Material does not document. An upgrade that breaks one fails here.


def bundle() -> str:
    (file,) = markup.THEME.glob("assets/javascripts/bundle.*.min.js")
    return file.read_text(encoding="utf-8")


def test_contract_the_bundle_starts_with_the_event_domcontentloaded(site: Site, browser: Browser) -> None:
    """site.js dispatches that event after it has loaded the bundle, long after the browser did."""
    assert '"DOMContentLoaded"' in bundle()
    with watched(browser, site) as page:
        page.goto(site.address + PAIR)
        assert page.locator(".md-clipboard, .md-code__nav").count() == 0
        wake(page)
        page.locator(".md-code__nav").first.wait_for(state="attached")


def test_contract_the_search_worker_speaks_four_messages() -> None:
    """search-worker.js answers SETUP (0) with READY (1), and QUERY (2) with RESULT (3)."""
    text = bundle()
    for message in ("type:0,data:{config:", ".type===1", "{type:2,data:", ".type===3"):
        assert message in text, message
    worker = (paths.ROOT / "docs" / "assets/js/search-worker.js").read_text(encoding="utf-8")
    for constant in ("READY = 1", "QUERY = 2", "RESULT = 3"):
        assert constant in worker


def test_contract_storage_is_read_and_written_through_two_functions() -> None:
    """The first script of a page guards __md_get and __md_set against refused and broken storage."""
    base = (markup.THEME / "partials/javascripts/base.html").read_text(encoding="utf-8")
    assert "__md_get=" in base
    assert "__md_set=" in base


def test_contract_chosen_tabs_are_remembered_by_their_words() -> None:
    """tabs.js writes the same list, for a reader who goes on before Material has come."""
    for text in (bundle(), (markup.THEME / "partials/javascripts/content.html").read_text("utf-8")):
        assert '__md_get("__tabs")' in text


def test_contract_the_palette_keeps_an_index_and_hides_its_labels() -> None:
    """scheme-script.html shows the label of the chosen entry, and follows the system for the first."""
    palette = (markup.THEME / "partials/palette.html").read_text(encoding="utf-8")
    assert 'name="__palette"' in palette
    assert "hidden>" in palette
    assert '__md_set("__palette"' in bundle()


def test_contract_one_bundle_one_module_and_links_for_sheets(site: Site) -> None:
    """scripts/publish/markup.py moves the bundle's script and the links of style sheets into templates."""
    text = site.pages[PAIR.strip("/")].text
    late = text.partition('<template id="late-styles">')[2].partition("</template>")[0]
    assert re.findall(r'href="[^"]*/([\w-]+)\.[\w.]*css"', late) == ["main", "palette", "site"]
    assert text.count('<template id="late-scripts"><script src=') == 1
    assert text.count('type="module"') == 1


@pytest.mark.parametrize("entry", markup.CORRECTIONS, ids=lambda entry: entry.reason)
def test_contract_each_correction_of_materials_markup_is_still_needed(entry: markup.Correction) -> None:
    templates = [file.read_text(encoding="utf-8") for file in markup.THEME.rglob("*.html")]
    tasks = {"pymdownx.tasklist": {"custom_checkbox": True}}
    templates.append(markdown.markdown("- [ ] x", extensions=["pymdownx.tasklist"], extension_configs=tasks))
    wrong = entry.wrong if entry.wrong.strip() != 'tabindex=""' else 'tabindex="{{ tabindex }}"'
    assert any(wrong in text for text in templates), "Material has mended it: remove the correction"


# Nothing moves ------------------------------------------------------------------------------------

# Everything that a reader sees, where, and in which colours, but what Material adds: buttons on code, arrows
# of tabs. The columns beside the text get a scroll bar of their own; what is in them counts.
REMEMBER = """() => {
  const added = '.md-code__nav, .md-code__nav *, .tabbed-control, .tabbed-control *, .md-top, .md-top *,'
    + ' .md-search__output *, .md-header__topic, .md-header__topic *, .md-sidebar__scrollwrap, .md-dialog *';
  window.looks = (element) => {
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    return [box.x, box.y, box.width, box.height].map((value) => Math.round(value)).join(' ') + ' | '
      + [style.color, style.backgroundColor, style.fontSize, style.fontFamily, style.fontWeight,
         style.lineHeight, style.borderTopWidth, style.borderTopColor, style.textDecorationLine,
         style.opacity].join(' | ');
  };
  window.seen = [...document.body.querySelectorAll('*')]
    .filter((element) => !element.matches(added) && element.checkVisibility());
  window.before = window.seen.map(window.looks);
  return window.seen.length;
}"""
MOVED = """() => window.seen.flatMap((element, at) => {
  const now = element.isConnected ? window.looks(element) : 'gone';
  const before = window.before[at];
  return now === before ? [] : [`${element.outerHTML.slice(0, 90)}: ${before} -> ${now}`];
})"""


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
@pytest.mark.parametrize("scheme", SCHEMES)
def test_nothing_moves_or_changes_colour_when_material_comes(
    site: Site, browser: Browser, viewport: ViewportSize, scheme: Literal["light", "dark"]
) -> None:
    moved: list[str] = []
    context = browser.new_context(viewport=viewport, color_scheme=scheme)
    states = [f"{PAIR}?fw=both", "compare/?q=server&sort=-edge", "decide/?a=target.phone"]
    pages = [name if name.endswith(".html") or not name else f"{name}/" for name in KINDS]
    for address in [*pages, "measurements/", "notebooks/int8-both-ways/", *states]:
        page = context.new_page()
        page.goto(site.address + address)
        until(page, "!document.querySelector('form[inert], .decide__walk:empty')")
        page.wait_for_timeout(250)
        assert page.evaluate(REMEMBER) > 60
        wake(page)
        moved += [f"{address or 'home'}: {change}" for change in page.evaluate(MOVED)[:3]]
        page.close()
    context.close()
    assert moved == []


@pytest.mark.parametrize("last", ["main.*.css", "palette.*.css", "site.css"])
def test_nothing_moves_while_one_sheet_is_still_on_its_way(site: Site, browser: Browser, last: str) -> None:
    """A click is lost if what it aims at moves between the pointer's coming down and going up."""
    page = browser.new_page(viewport=DESKTOP)
    held: list[Route] = []
    page.route(f"**/{last}", lambda route: held.append(route))  # noqa: PLW0108  (it keeps data on a function)
    page.goto(f"{site.address}compare/")
    page.locator(".compare__controls:not([inert])").wait_for()
    page.evaluate(REMEMBER)
    page.evaluate("dispatchEvent(new Event('pointermove'))")
    page.wait_for_timeout(500)
    assert len(held) == 1
    assert page.evaluate(MOVED) == []
    held[0].continue_()
    wake(page)
    assert page.evaluate(MOVED) == []
    page.close()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """What `make serve` shows, with its own settings."""
    port = 20_000 + os.getpid() % 20_000
    command = [sys.executable, "-m", "mkdocs", "serve", "--no-livereload", "-a", f"127.0.0.1:{port}"]
    log = (tmp_path_factory.mktemp("serve") / "log").open("w")
    with subprocess.Popen(command, cwd=paths.ROOT, stdout=log, stderr=log, env=ENVIRONMENT) as server:
        yield f"http://127.0.0.1:{port}/{BASE}/"
        server.terminate()


def _opened(page: Page, address: str) -> None:
    for _ in range(600):
        try:
            page.goto(address)
            return
        except Exception:
            page.wait_for_timeout(200)
    raise AssertionError(f"{address} does not answer")


def test_what_serve_shows_looks_like_what_is_published(site: Site, browser: Browser, served: str) -> None:
    """`make serve` shows Material as its templates make it, without first style and templates that wait."""
    looks = []
    for root in (served, site.address):
        page = browser.new_page(viewport=DESKTOP)
        _opened(page, f"{root}compare/graph-capture/")
        assert (page.locator("#late-scripts").count() == 1) == (root == site.address)
        if root == site.address:
            wake(page)
        page.wait_for_timeout(600)
        page.evaluate(REMEMBER)
        # Published code has fewer spans, in the same colours.
        looks.append(page.evaluate("window.before.filter((_, at) => !window.seen[at].matches('code *'))"))
        page.close()
    assert looks[0] == looks[1]


# When it comes ------------------------------------------------------------------------------------


def test_before_a_gesture_a_page_asks_for_nothing_of_materials(site: Site, browser: Browser) -> None:
    asked: list[str] = []
    page = browser.new_page(viewport=DESKTOP)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.address + PAIR)
    page.wait_for_timeout(800)
    assert not [url for url in asked if "javascripts" in url or "stylesheets" in url or "search" in url]
    page.mouse.move(200, 300)
    until(page, "document.querySelector('.md-code__nav') !== null")
    assert [url for url in asked if "javascripts/bundle" in url]
    assert not [url for url in asked if "search/index.json" in url]
    page.close()


@pytest.mark.parametrize("missing", ["**/bundle.*.js", "**/main.*.css"], ids=["script", "sheet"])
def test_what_fails_to_load_is_tried_again_at_the_next_gesture(
    site: Site, browser: Browser, missing: str
) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.route(missing, lambda route: route.abort())
    page.goto(site.address + PAIR)
    with page.expect_event("requestfailed"):
        page.mouse.move(200, 300)
    page.wait_for_timeout(200)
    assert page.locator(".md-code__nav").count() == 0
    page.unroute(missing)
    page.mouse.move(240, 340)
    until(page, "document.querySelector('.md-code__nav') !== null")
    page.close()


def test_the_drawer_opens_with_the_very_first_tap(site: Site, browser: Browser) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(site.address + PAIR)
    page.locator("label.md-header__button[for=__drawer]").click()
    page.locator(".md-nav--primary .md-nav__link--active").first.wait_for()
    page.close()


def test_the_first_click_on_a_tab_is_linked_and_remembered_by_material(site: Site, browser: Browser) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.goto(site.address + PAIR)
    page.locator('label[for="code-pytorch"]').click()
    until(page, "(__md_get('__tabs') || [])[0] === 'PyTorch'")
    assert here(page).endswith("?fw=pytorch")
    page.goto(f"{site.address}examples/dense-weights/")
    assert page.locator("#code-pytorch").is_checked()
    page.close()


def test_a_dark_reader_sees_dark_from_the_first_paint(site: Site, browser: Browser) -> None:
    page = browser.new_page(color_scheme="dark")
    page.route("**/*.js", lambda route: route.abort())
    page.goto(site.address)
    ground = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")
    assert ground == "rgb(20, 23, 28)"
    page.close()
