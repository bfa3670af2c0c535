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


# What a server sends before it waits for an answer a second time: ten packets of 1,460 bytes, then twenty
# more (RFC 6928). A page of Material with its first style fits into the two, with room for the text.
MOST = 22_000
# Pages that list all of something, or show all that Material has, and what they may be, compressed.
LISTS = {
    "compare": 65_000,
    "about/article": 42_000,
    "measurements": 30_000,
    "about/writing": 30_000,
    "about/omitted": 26_000,
    "errors": 26_000,
    "examples/defaults-that-differ": 26_000,
    "decide": 25_000,
    "differences/deployment": 24_000,
}


def test_a_page_with_its_style_comes_in_two_round_trips(site: Site) -> None:
    sent = {address: html_bytes(site.folder, address) for address in site.pages}
    over = {address: size for address, size in sent.items() if size > LISTS.get(address, MOST)}
    assert over == {}
    assert not [address for address in LISTS if sent[address] <= MOST], "take it from LISTS"


def test_nothing_in_a_page_holds_up_its_first_paint(site: Site) -> None:
    for file in site.files:
        head = file.read_text(encoding="utf-8").partition("</head>")[0]
        waiting = re.sub(r"<(template|noscript)\b.*?</\1>", "", head, flags=re.DOTALL)
        assert 'rel="stylesheet"' not in waiting, file
        assert not re.search(r'<script(?![^>]*type="module")[^>]* src=', waiting), file


def test_every_colour_of_ours_that_a_page_names_is_in_it(site: Site) -> None:
    """Of Material's variables some are set by its script alone."""
    for file in site.files:
        text = file.read_text(encoding="utf-8")
        named = {name for name in re.findall(r"var\((--[\w-]+)", text) if not name.startswith("--md-")}
        given = set(re.findall(r"[{;](--[\w-]+):", text))
        assert named <= given, (file, named - given)
