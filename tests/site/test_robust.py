"""Pages keep working with odd addresses, refused storage, missing scripts, no network, a new deployment."""

import functools
import itertools
import json
import re
import threading
import time

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.site.conftest import BASE, DESKTOP, PHONE, Handler, Server, Site, until, watch
from tests.site.test_browser import KINDS, wake

# What page kinds read of their address, each with what it cannot know.
ODD = [
    "?x=1&utm_source=mail&constructor=1&__proto__=2",
    f"?q={'a' * 6000}",
    "?fw=javascript:alert(1)&q=javascript:alert(1)&a=javascript:alert(1)",
    "?a=../../evil,%00,<script>alert(1)</script>",
    "?fw=%3Cimg%20src=x%20onerror=alert(1)%3E&h=%E0%A4%A",
    "#%E0%A4%A",
    "#javascript:alert(1)",
]
PAGES = ["", "compare/", "decide/", "examples/", "examples/same-padding/", "tools/litert/"]
BROKEN = (
    "for (const key of ['fw', '/tensorflow-vs-pytorch/.__palette', '/tensorflow-vs-pytorch/.__tabs'])"
    " localStorage.setItem(key, '\"}{<b>')"
)
REFUSED = (
    "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
)


def works(page: Page) -> None:
    """The text is there, and the switch of colours does something: Material's script came and has run."""
    assert page.locator("main h1").is_visible()
    if page.locator("#__search").is_checked():  # by `?q=`
        page.keyboard.press("Escape")
    shown = page.locator(".md-header__button[for^=__palette]:visible")
    before = shown.get_attribute("for")
    assert before
    shown.click()
    until(page, f"document.querySelector('.md-header__button[for={before}]').hidden")
    assert shown.get_attribute("for") != before


@pytest.mark.parametrize("address", PAGES)
def test_odd_addresses_do_no_harm(site: Site, browser: Browser, address: str) -> None:
    for odd in ODD:
        page = browser.new_page()
        faults = watch(page, site)
        page.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))  # noqa: B023
        page.goto(site.address + address + odd)
        page.wait_for_timeout(150)
        works(page)
        assert faults == [], odd
        page.close()


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize(
    "storage",
    [REFUSED, BROKEN],
    ids=["refused", "broken"],
)
def test_storage_may_be_refused_or_broken(site: Site, browser: Browser, address: str, storage: str) -> None:
    context = browser.new_context()
    context.add_init_script(storage)
    page = context.new_page()
    faults = watch(page, site)
    page.goto(site.address + address)
    works(page)
    assert faults == []
    context.close()


@pytest.mark.parametrize("blocked", ["site.js", "compare.js", "tabs.js", "pairs.js", "decide.js"])
def test_a_script_that_does_not_come_leaves_a_page_that_reads(
    site: Site, browser: Browser, blocked: str
) -> None:
    """As it is behind a filter, and in an old tab when a new version no longer has the file."""
    context = browser.new_context()
    page = context.new_page()
    page.route(f"**/assets/js/{blocked}", lambda route: route.fulfill(status=404))
    for address in PAGES:
        page.goto(site.address + address)
        page.wait_for_timeout(100)
        assert page.locator("main h1").is_visible()
        text = page.locator("main").inner_text()
        assert len(text) > 300, address
        if blocked != "site.js":  # what stays dead goes away
            dead = page.locator(".compare__controls[inert]:visible, .decide__walk:empty:visible")
            expect(dead).to_have_count(0)
    context.close()


def test_without_the_script_both_tabs_of_a_pair_can_be_reached(site: Site, browser: Browser) -> None:
    page = browser.new_page()
    page.route("**/assets/js/*.js", lambda route: route.abort())
    page.goto(f"{site.address}examples/same-padding/")
    page.locator('label[for="code-pytorch"]').click()
    assert page.locator(".filename:text-is('with_pytorch.py')").is_visible()
    page.close()


def test_on_a_slow_network_the_text_comes_before_the_scripts(site: Site, browser: Browser) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/assets/js/*.js", hold)
    page.goto(f"{site.address}choose/use-cases/", wait_until="commit")
    page.locator("main h1").wait_for()
    colour = page.locator("main h1").evaluate("title => getComputedStyle(title).fontFamily")
    assert "charter" in colour  # with its style
    assert held
    context.close()


def test_what_was_read_can_be_read_without_a_network(site: Site, browser: Browser) -> None:
    context = browser.new_context(viewport=DESKTOP, service_workers="allow")
    page = context.new_page()
    page.goto(f"{site.address}examples/same-padding/")
    until(page, "navigator.serviceWorker.ready.then(() => Boolean(navigator.serviceWorker.controller))")
    page.goto(f"{site.address}tools/litert/")
    wake(page)
    page.wait_for_timeout(300)
    context.set_offline(True)
    page.goto(f"{site.address}tools/litert/?from=memory")
    works(page)
    page.goto(f"{site.address}examples/same-padding/?fw=both")
    page.locator(".sides-both .tabbed-set").wait_for()
    page.goto(f"{site.address}tools/onnx/")
    assert "not read yet" in page.locator("h1").inner_text()
    context.set_offline(False)
    page.goto(f"{site.address}tools/onnx/")
    assert page.locator("main h1").inner_text().startswith("ONNX")
    context.close()


def test_what_was_read_is_shown_after_two_seconds_where_the_network_hangs(
    site: Site, browser: Browser
) -> None:
    """As in a train: the network is there, and answers nothing."""
    through = threading.Event()
    through.set()
    asked: list[str] = []

    class Hanging(Handler):
        def do_GET(self) -> None:  # noqa: N802  (its name there)
            asked.append(self.path)
            through.wait()
            super().do_GET()

    handler = functools.partial(Hanging, directory=str(site.folder.parent))
    context = browser.new_context(viewport=DESKTOP, service_workers="allow")
    with Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{server.server_port}/{BASE}/"
        page = context.new_page()
        page.goto(f"{root}examples/same-padding/")
        until(page, "navigator.serviceWorker.ready.then(() => Boolean(navigator.serviceWorker.controller))")
        page.goto(f"{root}tools/litert/")
        page.goto(f"{root}examples/same-padding/")
        page.wait_for_load_state("networkidle")
        through.clear()
        # With a query that the browser's own store does not know.
        for address, most in (("tools/litert/?from=a", 4.0), ("examples/same-padding/?fw=both", 1.5)):
            start = time.monotonic()
            page.goto(root + address, wait_until="commit")
            page.locator("main h1").wait_for()
            # The first page waits two seconds; what follows does not wait as long again, file after file.
            assert time.monotonic() - start < most, address
        page.locator(".sides-both .tabbed-set").wait_for()
        before = len(asked)
        through.set()
        page.goto(f"{root}tools/onnx/")  # not read yet: the network is waited for, and there again
        assert page.locator("main h1").inner_text().startswith("ONNX")
        assert len(asked) > before
        server.shutdown()
    context.close()


def test_a_new_version_is_seen_at_once(site: Site, browser: Browser) -> None:
    context = browser.new_context(service_workers="allow")
    page = context.new_page()
    page.goto(f"{site.address}tools/litert/")
    until(page, "navigator.serviceWorker.ready.then(() => Boolean(navigator.serviceWorker.controller))")
    file = site.folder / "tools/litert/index.html"
    old = file.read_text(encoding="utf-8")
    file.write_text(old.replace('id="litert">', 'id="litert">New: '), encoding="utf-8")
    try:
        page.reload()
        assert page.locator("main h1").inner_text().startswith("New: ")
    finally:
        file.write_text(old, encoding="utf-8")
    context.close()


def test_no_page_breaks_its_policy(site: Site, browser: Browser) -> None:
    """Each kind of page, used a little; the policy itself allows nothing inline but what it names."""
    context = browser.new_context(viewport=DESKTOP, service_workers="allow")
    context.add_init_script(
        "addEventListener('securitypolicyviolation',"
        " event => console.error(`policy: ${event.violatedDirective}`))"
    )
    for address in [*KINDS, "examples/same-padding", "notebooks/port-a-cnn-layer-by-layer", "measurements"]:
        page = context.new_page()
        faults = watch(page, site)
        page.goto(site.address + (address if address.endswith(".html") or not address else f"{address}/"))
        page.keyboard.press("/")
        page.wait_for_timeout(200)
        assert faults == [], address
        page.close()
    for file in site.files:
        found = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', file.read_text("utf-8"))
        assert found, file
        assert "unsafe" not in found[1]
    context.close()


@pytest.mark.parametrize("address", PAGES)
def test_paper_has_the_text_and_the_addresses_of_links(site: Site, browser: Browser, address: str) -> None:
    page = browser.new_page(color_scheme="dark")
    page.goto(site.address + address)
    page.emulate_media(media="print")
    for scheme in ("default", "slate"):
        page.evaluate("scheme => (document.body.dataset.mdColorScheme = scheme)", scheme)
        ink = page.locator("main").evaluate("main => getComputedStyle(main).color")
        assert ink == "rgb(26, 30, 38)", scheme
    for part in (
        ".md-header",
        ".md-tabs",
        ".md-sidebar",
        ".md-footer",
        ".md-clipboard",
        ".md-content__button",
    ):
        assert page.locator(f"{part}:visible").count() == 0, part
    assert page.locator("main h1").is_visible()
    # The decision prints its flowchart alone, on one sheet; what is printed is not folded.
    folded = page.locator("main :not(td, form) > details:visible > :not(summary)")
    assert all(folded.nth(index).is_visible() for index in range(folded.count()))
    link = page.locator("li > a[href^=http]:visible, p > a[href^=http]:visible").first
    if link.count():
        shown = link.evaluate("link => getComputedStyle(link, '::after').content")
        assert (link.get_attribute("href") or "-") in shown
    page.close()


@pytest.mark.parametrize("address", PAGES)
def test_more_contrast_and_forced_colours_leave_a_page_that_works(
    site: Site, browser: Browser, address: str
) -> None:
    page = browser.new_page(forced_colors="active", contrast="more", reduced_motion="reduce")
    faults = watch(page, site)
    page.goto(site.address + address)
    page.wait_for_timeout(100)
    works(page)
    line = page.locator("html").evaluate("root => getComputedStyle(root).getPropertyValue('--ink')")
    assert "#000000" in line
    assert faults == []
    page.close()


def test_the_keyboard_goes_through_a_page_in_its_order_and_is_never_caught(
    site: Site, browser: Browser
) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.goto(f"{site.address}choose/use-cases/")
    page.wait_for_timeout(200)
    tops: list[float] = []
    for _ in range(200):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            "(() => { const at = document.activeElement; const style = getComputedStyle(at);"
            " return [at.tagName, at.closest('main') ? at.getBoundingClientRect().top + scrollY : -1,"
            " style.outlineStyle] })()"
        )
        if seen[0] == "BODY":
            break
        assert seen[2] != "none", seen  # where one is can be seen
        if seen[1] >= 0:
            tops.append(seen[1])
    else:
        pytest.fail("200 presses of Tab do not lead through the page")
    assert len(tops) > 20
    assert all(later >= earlier - 400 for earlier, later in itertools.pairwise(tops))


def test_no_cookie_and_nothing_stored_but_the_readers_choices(site: Site, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1000, "height": 800})  # one side at a time
    page = context.new_page()
    for address in PAGES:
        page.goto(site.address + address)
        page.wait_for_timeout(100)
    assert context.cookies() == []
    assert page.evaluate("Object.keys(localStorage)") == []
    works(page)
    page.goto(f"{site.address}examples/same-padding/")
    page.locator('label[for="code-pytorch"]').click()
    kept = ["/tensorflow-vs-pytorch/.__palette", "/tensorflow-vs-pytorch/.__tabs"]
    until(
        page,
        f"Object.keys(localStorage).sort().join() === {json.dumps(','.join(kept))}",
    )
    page.get_by_role("button", name="Both").click()
    assert sorted(page.evaluate("Object.keys(localStorage)")) == [*kept, "fw"]
    context.close()
