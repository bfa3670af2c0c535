"""The API map on the site: entries that are read and filtered, and the page that reads a reader's code."""

import json
import re
from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from scripts.content import api_coverage
from scripts.content.tree import Content
from scripts.model.framework import FRAMEWORKS
from tests.site.conftest import DESKTOP, PHONE, Site, visitor

FAMILY = "api/reductions/"
TRANSLATE = "api/translate/"
RESULTS = ".translate__result"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who was never here: nothing is remembered from another test."""
    with visitor(browser) as stranger:
        yield stranger


# Content ------------------------------------------------------------------------------------------


def test_every_entry_stands_on_its_page_with_both_sides(site: Site, found: Content) -> None:
    for page, family in found.families.values():
        text = site.pages[page.url.strip("/")].text
        for entry in family.entries:
            _, _, after = text.partition(f'id="{entry.id}"')
            row = after.partition('class="compare__row entry"')[0]
            assert row, f"{page.url}#{entry.id}"
            for side in entry.sides:
                _, _, block = row.partition(f"entry__side--{side}")
                code = re.sub(r"<[^>]+>", "", block.partition("<code>")[2].partition("</code>")[0])
                assert (
                    code.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").replace("&#39;", "'")
                    .replace("&#34;", '"').replace("&quot;", '"') == entry.code[side].strip()
                )  # fmt: skip


def test_the_map_is_published_whole_and_found_by_its_names(site: Site, found: Content) -> None:
    data = json.loads((site.folder / "api/v1/map.json").read_text(encoding="utf-8"))
    assert [entry["id"] for entry in data["entries"]] == list(found.entries)
    for entry in data["entries"]:
        place, _, name = (
            entry["url"].removeprefix("https://example.org/tensorflow-vs-pytorch/").partition("#")
        )
        assert f'id="{name}"' in site.pages[place.strip("/")].text
    assert set(data["aliases"].values()) <= {
        name for entry in data["entries"] for name in (*entry["tensorflow"], *entry["pytorch"])
    }


def test_the_map_covers_what_public_code_uses(found: Content) -> None:
    assert len(found.entries) >= LEAST_ENTRIES
    for side in FRAMEWORKS:
        assert len(api_coverage.most_used(found, side)) == api_coverage.MOST_USED
        assert api_coverage.share(found, side) >= LEAST_SHARE, side


LEAST_ENTRIES = 1000
LEAST_SHARE = 0.95


# Behaviour ----------------------------------------------------------------------------------------


def test_a_reader_filters_entries_and_shares_what_is_left(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    page.goto(site.address + FAMILY + "?match=other-result")
    rows = page.locator(".entry:visible")
    expect(page.locator(".compare__count")).to_contain_text("entries")
    assert set(rows.evaluate_all("rows => rows.map(row => row.dataset.match)")) == {"other-result"}
    # What belongs to a hidden entry is hidden as well.
    assert page.locator(".entry__more:visible").count() == rows.count()
    page.fill("[name=q]", "reduce_std")
    expect(rows).to_have_count(1)
    expect(page).to_have_url(re.compile("q=reduce_std"))
    page.click("text=Show all")
    expect(page.locator(".entry[hidden]")).to_have_count(0)


def test_a_link_to_an_entry_leads_there_without_a_script(browser: Browser, site: Site) -> None:
    stranger = browser.new_context(java_script_enabled=False, viewport=DESKTOP)
    page = stranger.new_page()
    page.goto(f"{site.address}{FAMILY}#reduce-std")
    expect(page.locator("#reduce-std")).to_be_in_viewport()
    expect(page.locator("#reduce-std + .entry__more")).to_be_visible()
    stranger.close()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_a_pasted_file_is_listed_call_by_call(context: BrowserContext, site: Site, viewport: object) -> None:
    page = context.new_page()
    page.set_viewport_size(viewport)  # type: ignore[arg-type]
    page.goto(site.address + TRANSLATE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.fill(
        "textarea",
        "import tensorflow as tf\nfrom torch.nn import functional as G\n\n"
        "y = tf.reduce_sum(x, axis=1)\nz = tf.math.reduce_std(x)\nw = tf.frobnicate(x)\n",
    )
    page.locator(RESULTS).nth(2).wait_for()
    names = page.locator(".translate__name").all_inner_texts()
    assert names == ["tf.math.reduce_std", "tf.reduce_sum", "tf.frobnicate"]
    assert "torch.std" in page.locator(RESULTS).first.inner_text()
    assert "axis is dim" in page.locator(RESULTS).nth(1).inner_text()
    assert "nor among the listed names" in page.locator(RESULTS).nth(2).inner_text()
    assert "1 to look at first, 1 with a plain counterpart, 1 not in the map." in page.inner_text(
        ".translate__count"
    )
    # The parser, the map and the names come from this site; the code goes nowhere.
    assert all(address.startswith(site.address) and "reduce" not in address for address in asked)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_short_text_is_kept_in_the_address_and_read_from_it(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    page.goto(f"{site.address}{TRANSLATE}?code={quote('torch.std(x, dim=1)')}")
    page.locator(RESULTS).first.wait_for()
    assert page.input_value("textarea") == "torch.std(x, dim=1)"
    assert "tf.math.reduce_std" in page.locator(RESULTS).first.inner_text()
    page.fill("textarea", "torch.abs(x)")
    expect(page).to_have_url(re.compile("torch.abs"))
    page.fill("textarea", "x = 1\n" * 400)
    expect(page).not_to_have_url(re.compile("code="))
    expect(page.locator(".translate__count")).to_contain_text("No call of TensorFlow, Keras or PyTorch")


def test_too_much_text_and_a_missing_map_are_said(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    page.route("**/map.json", lambda route: route.abort())
    page.goto(site.address + TRANSLATE)
    page.fill("textarea", "tf.abs(x)")
    expect(page.locator(".translate__count")).to_contain_text("could not be loaded")
    page.unroute("**/map.json")
    page.fill("textarea", "tf.abs(y)")
    page.locator(RESULTS).first.wait_for()
    page.fill("textarea", "x" * 200_001)
    expect(page.locator(".translate__count")).to_contain_text("200,001 characters, and 200,000 can be read")
    assert page.locator(RESULTS).count() == 0


def test_what_people_paste_is_read_as_python(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    page.goto(site.address + TRANSLATE)
    lines = ["%matplotlib inline\n", "import tensorflow as tf\n", "y = tf.math.reduce_std(x)"]
    cells = [
        {"cell_type": "markdown", "source": ["tf.abs(x)"]},
        {"cell_type": "code", "source": lines, "outputs": [{"data": {"image/png": "A" * 300_000}}]},
    ]
    page.fill("textarea", json.dumps({"nbformat": 4, "cells": cells}))
    page.locator(RESULTS).first.wait_for()
    assert page.locator(RESULTS).count() == 1
    assert "cell 1, line 3" in page.locator(RESULTS).first.inner_text()
    page.fill("textarea", ">>> import torch\n>>> torch.std(x)\ntensor(1.0)\n>>> y = torch.frobnicate(x)\n")
    expect(page.locator(".translate__lines").first).to_have_text("line 2")
    page.fill("textarea", "tf.reduce_summ(x)")
    expect(page.locator(".translate__unknown")).to_contain_text("Did you mean tf.reduce_sum")
    page.fill("textarea", "x = 1\n)\ntf.abs(x)\n")
    expect(page.locator(".translate__count")).to_contain_text("was skipped, first at line 2.")
    page.fill("textarea", "tf.rsqrt(x)")
    expect(page.locator(RESULTS).first).to_contain_text("Read as tf.math.rsqrt, its name today.")
    page.fill("textarea", "Conv2D")
    expect(page.locator(RESULTS).first).to_contain_text("If it is keras.layers.Conv2D")


def test_arguments_that_differ_together_are_told(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    page.goto(site.address + TRANSLATE)
    for line, told in (
        ('keras.layers.Conv2D(64, 3, strides=2, padding="same")', True),
        ('keras.layers.Conv2D(64, 3, 2, "same")', True),
        ('keras.layers.Conv2D(64, 3, padding="same")', False),
    ):
        page.fill("textarea", line)
        result = page.locator(RESULTS).first
        expect(result).to_contain_text("Conv2d")
        text = 'padding="same" with strides above 1: PyTorch refuses the two together'
        expect(result).to_contain_text(text) if told else expect(result).not_to_contain_text(text)
    # A call that means one of several entries gets it first, and the others in a line.
    page.fill("textarea", "torch.nn.Conv2d(8, 8, 3, groups=8)")
    expect(page.locator(".translate__to").first).to_contain_text("DepthwiseConv2D")
    expect(page.locator(".translate__to").nth(1)).to_contain_text("or → keras.layers.Conv2D")


def test_nothing_of_the_parser_is_loaded_before_it_is_used(context: BrowserContext, site: Site) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site.address + TRANSLATE)
    page.wait_for_timeout(500)
    assert not [address for address in asked if "lezer" in address or "map.json" in address]
