"""Addresses as people really open them: decorated, half right, typed by hand, moved, and copied on."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from scripts.content import due, notes, reader
from tests.site.conftest import BASE, DESKTOP, PHONE, Site, here, until, watched

# What chats, mails, campaigns and counters have added to links, and what nobody has thought of yet.
DECORATIONS = [
    "fbclid=IwAR0abc", "gclid=EAIa", "gbraid=0AAA", "wbraid=1", "dclid=2", "msclkid=3", "yclid=4", "ttclid=5",
    "twclid=6", "li_fat_id=7", "igshid=8", "igsh=9", "mc_cid=10&mc_eid=11", "_ga=2.3&_gl=1*abc", "ref=hn",
    "ref_src=twsrc", "referrer=mail", "source=rss", "src=x", "share=1", "si=abc", "s=20&t=abc", "trk=feed",
    "utm_source=news&utm_id=1", "mkt_tok=1", "_hsenc=p2&_hsmi=3", "vero_id=1", "pk_campaign=a", "cmpid=b",
    "xtor=RSS-1", "spm=1", "from=singlemessage&isappinstalled=0", "guccounter=1", "amp=1", "v=2",
    "trafficSource=x", "zz9=plural", "fw=pytorch", "h=word", "timestamp=1764230400", "=", "%F0%9F%94%A5=1",
]  # fmt: skip
INSIDE = """element => { const box = element.getBoundingClientRect();
  return box.top >= 0 && box.top < innerHeight - 40; }"""


@pytest.fixture
def page(site: Site, browser: Browser) -> Iterator[Page]:
    with watched(browser, site, viewport=DESKTOP) as opened:
        yield opened


def in_sight(page: Page, selector: str) -> None:
    """Wait until the top of an element is on the screen."""
    until(page, f"({INSIDE})(document.querySelector({selector!r}))")


def test_decorations_change_nothing_and_alarm_nobody(site: Site, page: Page) -> None:
    for address in ("compare/", "examples/"):
        page.goto(site.address + address)
        expect(page.locator(".compare__count")).not_to_be_empty()
        plain = page.locator(".compare__count").inner_text()
        for decoration in DECORATIONS:
            page.goto(f"{site.address}{address}?{decoration}")
            expect(page.locator(".compare__count")).to_have_text(plain)
            assert page.locator(".compare__note").is_hidden(), decoration


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("egde=pytorch", "Did you mean edge?"),
        ("group=deploymnt", "Did you mean deployment?"),
        ("edge=pytroch", "Did you mean pytorch?"),
        ("evidance=measured", "Did you mean evidence?"),
        ("group=style", "group=style"),
    ],
)
def test_a_near_miss_of_our_words_is_told_with_the_right_one(
    site: Site, page: Page, query: str, said: str
) -> None:
    page.goto(f"{site.address}compare/?{query}")
    expect(page.locator(".compare__note")).to_contain_text(said)


def test_our_words_are_known_in_any_case(site: Site, page: Page) -> None:
    page.goto(f"{site.address}compare/?Edge=PyTorch")
    shown = page.locator(".compare__row:visible")
    expect(shown.first).to_have_attribute("data-edge", "pytorch")
    edges = shown.evaluate_all("rows => [...new Set(rows.map(row => row.dataset.edge))]")
    assert edges == ["pytorch"]
    assert page.locator(".compare__note").is_hidden()


@pytest.mark.parametrize(("address", "row"), [("compare/", "onnx-export"), ("examples/", "same-padding")])
def test_a_row_that_is_filtered_away_leaves_the_address(
    site: Site, page: Page, address: str, row: str
) -> None:
    page.goto(f"{site.address}{address}#{row}")
    in_sight(page, f"#{row}")
    groups = page.locator("form [name=group]").evaluate_all("inputs => inputs.map(input => input.value)")
    own = page.locator(f"tbody:has(> #{row})").get_attribute("data-group")
    other = next(group for group in groups if group and group != own)
    page.evaluate(
        "group => { const input = document.querySelector(`form [name=group][value=${group}]`);"
        " input.checked = true; input.dispatchEvent(new Event('change', {bubbles: true})); }",
        other,
    )
    until(page, f"location.search === '?group={other}'")
    assert page.evaluate("location.hash") == ""
    copied = here(page)
    page.goto("about:blank")
    page.goto(copied)
    expect(page.locator(f"tbody:not([data-group={other}]) .compare__row:visible")).to_have_count(0)
    page.go_back()
    page.goto(f"{copied}#{row}")  # as such links stand in chats since
    in_sight(page, f"#{row}")
    expect(page.locator(".compare__note")).to_contain_text("they are taken off: group")
    assert page.evaluate("location.search") == ""


def test_a_filter_that_keeps_the_row_stays(site: Site, page: Page) -> None:
    page.goto(f"{site.address}compare/?group=performance&q=onnx#onnx-export")
    expect(page.locator(".compare__note")).to_contain_text("they are taken off: group.")
    # While Material starts, the words are held back.
    until(page, "location.search + location.hash === '?q=onnx#onnx-export'")


def test_an_end_that_leads_out_of_the_table_stays(site: Site, page: Page) -> None:
    page.goto(f"{site.address}compare/#__skip")
    page.evaluate("document.querySelector('main h1').id = 'top'; location.hash = '#top'")
    page.locator("form [name=q]").fill("onnx")
    until(page, "location.search === '?q=onnx'")
    assert page.evaluate("location.hash") == "#top"


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
@pytest.mark.parametrize("query", ["edge=pytorch&open=python-versions", "pick=python-versions"])
def test_the_row_that_a_link_is_for_is_in_sight(
    site: Site, browser: Browser, viewport: ViewportSize, query: str
) -> None:
    with watched(browser, site, viewport=viewport) as page:
        page.goto(f"{site.address}compare/?{query}")
        in_sight(page, "#python-versions")


@pytest.mark.parametrize(
    ("end", "lands"),
    [
        ("State", "state"), ("STATE", "state"), ("state.", "state"), ("state)", "state"), ("stat", "state"),
        ("%22state%22", "state"), ("sate", "state"), ("state-2019", "state"), ("User_State", None),
        ("_=_", None), ("xtor=RSS-1", None), ("Echobox=1764", None), ("%E0%A4%A", None),
    ],
)  # fmt: skip
def test_a_section_is_found_however_its_id_is_written(
    site: Site, page: Page, end: str, lands: str | None
) -> None:
    page.goto(f"{site.address}tools/onnx/#{end}")
    if lands:
        until(page, f"location.hash === '#{lands}'")
        in_sight(page, f"#{lands}")
    else:
        page.wait_for_load_state("networkidle")
        assert page.evaluate("scrollY") == 0
        assert page.evaluate("location.hash") == f"#{end}"


@pytest.mark.parametrize("end", ["#all", "#All"])
def test_a_moved_section_leads_on(site: Site, page: Page, end: str) -> None:
    page.goto(f"{site.address}examples/?fw=pytorch{end}")
    page.wait_for_url(f"{site.address}examples/programs/?fw=pytorch#all")


@pytest.mark.parametrize("written", ["fw=PyTorch", "fw=torch", "fw=PT", "FW=pytorch", "fw=pytorch%20"])
def test_pytorch_is_known_by_its_names(site: Site, page: Page, written: str) -> None:
    page.goto(f"{site.address}examples/same-padding/?{written}")
    expect(page.locator("#code-pytorch")).to_be_checked()


@pytest.mark.parametrize("written", ["fw=tf", "fw=TensorFlow", "fw=Keras"])
def test_tensorflow_is_known_by_its_names(site: Site, page: Page, written: str) -> None:
    page.goto(f"{site.address}examples/same-padding/?fw=pytorch")
    expect(page.locator("#code-pytorch")).to_be_checked()
    page.goto(f"{site.address}examples/same-padding/?{written}")
    expect(page.locator("#code-tensorflow")).to_be_checked()


def test_a_framework_with_a_typing_error_is_told(site: Site, page: Page) -> None:
    page.goto(f"{site.address}examples/same-padding/?fw=pytroch")
    expect(page.get_by_role("status").filter(has_text="Did you mean PyTorch?")).to_be_visible()
    page.get_by_role("link", name="PyTorch", exact=True).and_(page.locator("[href*='fw=pytorch']")).click()
    expect(page.locator("#code-pytorch")).to_be_checked()
    page.goto(f"{site.address}examples/same-padding/?fw=reader")
    page.wait_for_load_state("networkidle")
    assert page.get_by_text("Did you mean").count() == 0


@pytest.mark.parametrize(
    "asked",
    [
        "Tools/ONNX/", "tools/onnx.html", "tools/onnx/index.html/", "tools/ONNX", "tools/onnx.md/",
        "tools/onnx).", "tools/onnx/INDEX.HTM", "tools/%6Fnnx.htm",
    ],
)  # fmt: skip
def test_an_address_that_can_mean_one_page_alone_opens_it(site: Site, browser: Browser, asked: str) -> None:
    page = browser.new_page()
    page.goto(f"{site.address}{asked}?fw=pytorch#State")
    page.wait_for_url(f"{site.address}tools/onnx/?fw=pytorch#state")
    page.close()


@pytest.mark.parametrize(
    ("asked", "nearest"),
    [
        ("tools/onxx/", "tools/onnx/"),
        ("onnx/", "tools/onnx/"),
        ("tools/lite-rt/", "tools/litert/"),
        ("examples/padding-same/", "examples/same-padding/"),
        ("en/latest/tools/keras.html", "tools/keras/"),
    ],
)
def test_an_address_that_leads_nowhere_shows_the_nearest_pages(
    site: Site, browser: Browser, asked: str, nearest: str
) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(site.address + asked)
    link = page.locator(f".missing a[href='{site.address}{nearest}']")
    expect(link).to_be_visible()
    assert page.locator(".missing a").count() <= 5
    assert page.locator(".missing a").first.get_attribute("href") == f"{site.address}{nearest}"
    assert page.locator("meta[name=robots][content=noindex]").count() == 1
    page.get_by_role("button", name="Search for").click()
    page.locator(f".md-search-result__link[href*='{nearest}']").first.wait_for()
    page.close()


def test_an_address_like_none_of_ours_has_no_guess_and_no_error(site: Site, browser: Browser) -> None:
    page = browser.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    for odd in ("qqqqqqqqqqqqqqqqqqqq/", "%E0%A4%A", "constructor/", "__proto__/", "%3Cb%3E/"):
        page.goto(site.address + odd)
        page.wait_for_load_state("networkidle")
        assert page.locator("h1").inner_text() == "This address leads to no page"
        assert page.locator("main li a").count() > 4
    assert faults == []
    page.close()


def test_the_missing_page_reads_without_javascript(site: Site, browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{site.address}tools/onxx/")
    assert page.locator(".missing").is_hidden()
    assert page.locator("main li a:visible").count() > 4
    page.close()


def test_printing_leaves_the_address_alone(site: Site, page: Page) -> None:
    page.goto(f"{site.address}compare/?edge=pytorch")
    expect(page.locator(".compare__count")).not_to_be_empty()
    before = here(page)
    seen = page.evaluate(
        """async () => {
          const seen = [];
          const wait = () => new Promise(done => setTimeout(done, 100));
          dispatchEvent(new Event("beforeprint"));
          await wait();
          seen.push(location.href, document.querySelectorAll("main details:not([open])").length);
          dispatchEvent(new Event("afterprint"));
          await wait();
          seen.push(location.href);
          return seen;
        }"""
    )
    assert seen == [before, 0, before]
    page.locator(".compare__row:visible + tr summary").first.click()
    until(page, "location.search.includes('open=')")  # a reader's own opening is still told


def test_the_sign_beside_a_heading_copies_its_link_and_says_so(site: Site, browser: Browser) -> None:
    context = browser.new_context(viewport=DESKTOP, permissions=["clipboard-read", "clipboard-write"])
    with watched(context, site) as page:
        page.goto(f"{site.address}tools/onnx/?fbclid=x&fw=pytorch")
        page.locator("#state .headerlink").click()
        expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
        assert (
            page.evaluate("navigator.clipboard.readText()") == f"{site.address}tools/onnx/?fw=pytorch#state"
        )
        assert page.evaluate("location.hash") == "#state"
        expect(page.locator(".md-dialog")).not_to_have_class(re.compile("active"))
    context.close()


def test_every_note_has_an_address_of_its_own(site: Site) -> None:
    content, _ = reader.read()
    count = 0
    for authored in content.pages:
        if authored.is_notebook:
            continue
        ids = site.pages[authored.url.strip("/")].ids
        for note in notes.notes(authored.text):
            assert ids.count(note.id) == 1, (authored.path, note.id)
            count += 1
    assert count > 500
    assert not any('class="note"' in page.text for page in site.pages.values())


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_sign_beside_a_note_copies_its_link_and_says_so(
    site: Site, browser: Browser, viewport: ViewportSize
) -> None:
    context = browser.new_context(viewport=viewport, permissions=["clipboard-read", "clipboard-write"])
    with watched(context, site) as page:
        page.goto(f"{site.address}examples/optimizer-steps/?fw=pytorch&utm_source=x")
        note = page.locator("#notice-the-schedule-sits-in")
        before = note.bounding_box()
        page.keyboard.press("Shift")  # the first gesture brings what readers do something with
        sign = note.locator(".headerlink")
        sign.wait_for(state="attached")
        assert note.bounding_box() == before
        assert sign.evaluate("sign => getComputedStyle(sign).opacity") == "0"
        sign.focus()
        until(page, "getComputedStyle(document.activeElement).opacity === '1'")
        box = sign.bounding_box()
        assert box
        assert box["x"] >= 0
        page.keyboard.press("Enter")
        expect(page.get_by_role("status").filter(has_text="Link copied")).to_be_visible()
        address = f"{site.address}examples/optimizer-steps/?fw=pytorch#{note.get_attribute('id')}"
        assert page.evaluate("navigator.clipboard.readText()") == address
        in_sight(page, "#notice-the-schedule-sits-in")
    context.close()


def test_a_link_to_a_note_works_without_javascript(site: Site, browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False, viewport=DESKTOP)
    page.goto(f"{site.address}examples/optimizer-steps/#notice-the-schedule-sits-in")
    box = page.locator("#notice-the-schedule-sits-in").bounding_box()
    assert box
    assert 0 <= box["y"] < DESKTOP["height"]
    page.close()


def test_a_link_to_a_note_that_was_reworded_leads_to_its_section(site: Site, page: Page) -> None:
    page.goto(f"{site.address}examples/optimizer-steps/#notice-quite-other-words-than-today")
    until(page, "location.hash === '#notice'")


def test_every_part_of_the_menu_opens_its_own_first_page(site: Site) -> None:
    for address, document in site.pages.items():
        opened = re.findall(r'<a href="([^"]*)" class="md-tabs__link">\s*([^<]*?)\s*</a>', document.text)
        assert opened, address
        base = "../" * (address.count("/") + 1 if address else 0)
        wanted = {"Home": base or ".", "Choose": "choose/", "Compare": "compare/", "Understand": "overview/",
                  "Examples": "examples/", "Guides": "guides/", "API map": "api/", "Errors": "errors/",
                  "Tools": "tools/", "About": "about/"}  # fmt: skip
        for link, name in opened:
            if address and not address.startswith(wanted[name].strip("/")) and name != "Home":
                assert link == base + wanted[name], (address, name)


def test_the_sitemap_has_each_pages_own_date(site: Site) -> None:
    content, _ = reader.read()
    root = ElementTree.parse(site.folder / "sitemap.xml").getroot()
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = {
        entry.findtext("s:loc", "", space).partition(f"{BASE}/")[2]: entry.findtext("s:lastmod", None, space)
        for entry in root.findall("s:url", space)
    }
    assert len(found) == len(site.pages)
    own = {page.url: day.checked.isoformat() for page in content.pages if (day := due.of(content, page))}
    assert len({*own.values()}) > 3
    lists = {"all/", *(url for url in own if url.count("/") == 1)}
    assert {url: found[url] for url in own.keys() - lists} == {url: own[url] for url in own.keys() - lists}
    for url in lists:
        folder = "" if url == "all/" else url
        assert found[url] == max(day for place, day in own.items() if place.startswith(folder)), url
    assert found["about/licence/"] is None  # nothing dates it
