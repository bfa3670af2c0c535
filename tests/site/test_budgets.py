"""What a first visit costs stays within budgets.yml. Access, HTML and links have tests for all pages."""

import re

import pytest

from scripts.content import page_weight, reader
from scripts.content.tree import Content
from tests.reading import budgets
from tests.reading.probe import look
from tests.site.conftest import BASE, Site


@pytest.fixture(scope="module")
def content() -> Content:
    return reader.read()[0]


def test_every_kind_of_page_keeps_its_budget(site: Site) -> None:
    allowed = budgets.read()
    budgets.require(allowed, site.folder)
    seen = look(site.folder, f"/{BASE}/", [budget.page for budget in allowed], ["load"])
    over = []
    for budget in allowed:
        load = seen[budget.page].load
        assert load
        over += budgets.breaches(budget, load)
    assert over == []
    assert len({budget.kind for budget in allowed}) == 8


def test_a_page_with_its_style_comes_in_two_round_trips(site: Site, content: Content) -> None:
    """What the build itself says, so that none is missed here or there."""
    assert [*page_weight.over(content, site.folder)] == []


def test_what_a_page_may_weigh_beyond_the_rest_is_needed(site: Site, content: Content) -> None:
    pages = {page.url for page in content.pages}
    assert set(page_weight.OTHERS) <= pages
    assert [url for url in more() if weight(site, url) <= page_weight.MOST] == [], "take it from OTHERS"


def test_the_check_expects_of_each_page_what_it_weighs(site: Site, content: Content) -> None:
    """If not: `python -m tests.bench.page_weight site` fits it anew."""
    expected = {page.url: page_weight.estimate(content, page) for page in content.pages}
    wrong = {
        url: (weight(site, url), estimate)
        for url, estimate in expected.items()
        if estimate and abs(weight(site, url) - estimate.size) > estimate.margin
    }
    assert wrong == {}
    assert sum(estimate is not None for estimate in expected.values()) > len(expected) * 0.8


def more() -> list[str]:
    """The pages that may weigh more than the rest."""
    return [url for url, most in page_weight.OTHERS.items() if most > page_weight.MOST]


def weight(site: Site, url: str) -> int:
    return page_weight.compressed((site.folder / url / "index.html").read_bytes())


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
