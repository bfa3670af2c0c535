"""What a first visit costs stays within budgets.yml. Access, HTML and links have tests for all pages."""

import re

from tests.reading import budgets
from tests.reading.__main__ import html_bytes
from tests.reading.probe import look
from tests.site.conftest import BASE, Site


def test_every_kind_of_page_keeps_its_budget(site: Site) -> None:
    allowed = budgets.read()
    budgets.require(allowed, site.folder)
    seen = look(site.folder, f"/{BASE}/", [budget.page for budget in allowed], ["load"])
    over = []
    for budget in allowed:
        load = seen[budget.page].load
        assert load
        over += budgets.breaches(budget, load, html_bytes(site.folder, budget.page))
    assert over == []
    assert len({budget.kind for budget in allowed}) == 8


# What a server sends before it waits for an answer: ten packets of 1,460 bytes (RFC 6928).
FIRST_ROUND = 14_600
# Pages that list all of something, and what they may be, compressed.
LISTS = {"compare": 56_000, "about/article": 34_000, "measurements": 22_000, "about/omitted": 16_500}


def test_a_page_with_its_style_comes_in_the_first_round_trip(site: Site) -> None:
    sent = {address: html_bytes(site.folder, address) for address in site.pages}
    over = {address: size for address, size in sent.items() if size > LISTS.get(address, FIRST_ROUND)}
    assert over == {}
    assert not [address for address in LISTS if sent[address] <= FIRST_ROUND], "take it from LISTS"


def test_nothing_in_a_page_holds_up_its_first_paint(site: Site) -> None:
    for file in site.files:
        head = file.read_text(encoding="utf-8").partition("</head>")[0]
        assert 'rel="stylesheet"' not in head, file
        assert "<script src=" not in head, file


def test_every_colour_that_a_page_names_is_in_it(site: Site) -> None:
    for file in site.files:
        text = file.read_text(encoding="utf-8")
        named, given = set(re.findall(r"var\((--[\w-]+)", text)), set(re.findall(r"[{;](--[\w-]+):", text))
        assert named <= given, (file, named - given)
