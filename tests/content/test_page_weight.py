"""What a page may weigh, what its source lets expect, and what a build says of one that is too heavy."""

import gzip
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from scripts import paths
from scripts.build import Build
from scripts.content import code_style, page_weight, reader
from scripts.content.page import Page
from scripts.content.tree import Content
from tests.conftest import Sample


@pytest.fixture(scope="module")
def real() -> Content:
    """The content of this repository."""
    return reader.read(paths.ROOT)[0]


def written(folder: Path, url: str, size: int) -> None:
    """A page of a built site that weighs about as much as is said: noise does not get smaller."""
    file = folder / url / "index.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    noise, state = bytearray(), 1
    while len(noise) < size:
        state = state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407 & (1 << 64) - 1
        noise.append(state >> 56)
    file.write_bytes(noise)


def test_a_page_is_weighed_as_a_server_sends_it() -> None:
    assert page_weight.compressed(b"a" * 100_000) < 300
    assert gzip.decompress(gzip.compress(b"a")) == b"a"
    assert page_weight.compressed(b"") < 30


def test_a_build_says_which_pages_are_too_heavy_by_how_much(sample: Sample, tmp_path: Path) -> None:
    content, site = sample.read(), tmp_path / "site"
    written(site, "", 14_000)
    written(site, "tools/one", 23_000)
    written(site, "tools/gone", 90_000)
    (problem,) = Build(content).too_heavy(site)
    assert (problem.path, problem.line, problem.rule) == ("docs/tools/one.md", 1, "page-weight")
    assert problem.fault == "a page of 23.0 KB as it is sent (gzip), and 22.5 KB are allowed"
    assert Build(content, serving=True).too_heavy(site) == []
    written(site, "", 15_100)
    assert [problem.path for problem in Build(content).too_heavy(site)] == [
        "docs/index.md",
        "docs/tools/one.md",
    ]


@pytest.mark.parametrize(("more", "told"), [(0, False), (1, True)])
def test_the_check_refuses_what_is_surely_too_heavy(
    sample: Sample, monkeypatch: pytest.MonkeyPatch, more: int, told: bool
) -> None:
    estimate = page_weight.Estimate(page_weight.MOST + 1000 + more, 1000)
    monkeypatch.setattr(
        page_weight, "estimate", lambda _, page: estimate if page.url == "tools/one/" else None
    )
    found = [problem.path for problem in sample.problems() if problem.rule == "page-weight"]
    assert found == ["docs/tools/one.md"] * told


def test_a_page_that_may_weigh_more_or_less_is_held_to_that() -> None:
    assert page_weight.limit("tools/keras/") == page_weight.MOST
    assert page_weight.limit("compare/") > page_weight.MOST > page_weight.limit("")


def test_a_limit_is_said_as_it_is() -> None:
    for limit in {page_weight.MOST, *page_weight.OTHERS.values()}:
        assert float(page_weight.kilobytes(limit).removesuffix(" KB")) * 1000 == limit


def test_a_page_may_weigh_as_much_as_its_limit(
    sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = sample.read()
    written(tmp_path, "", 3_000)
    size = page_weight.compressed((tmp_path / "index.html").read_bytes())
    for limit, expected in ((size, []), (size - 1, ["docs/index.md"])):
        monkeypatch.setitem(page_weight.OTHERS, "", limit)
        assert [problem.path for problem in page_weight.over(content, tmp_path)] == expected


def test_a_message_is_weighed_with_the_menu_of_its_group(real: Content) -> None:
    groups: dict[str, list[int]] = {}
    for page, error in real.errors:
        made = page_weight.parts(real, page)
        assert made
        groups.setdefault(error.raised_by, []).append(made.menu)
    assert all(len(set(menus)) == 1 for menus in groups.values())
    by_size = sorted(groups.values(), key=len)
    assert by_size[0][0] < by_size[-1][0] / 2
    rows = [page_weight.parts(real, page) for page, _ in real.rows]
    assert {made.menu for made in rows if made} == {0}


def test_a_program_is_weighed_where_a_page_shows_it(real: Content) -> None:
    def programs(pages: Iterable[Page]) -> set[bool]:
        return {made.program > 0 for page in pages if (made := page_weight.parts(real, page))}

    assert programs(page for page, _ in real.pairs) == {True}
    tools = [page for page, _ in real.tools]
    assert programs(page for page in tools if page.shows_program) == {True}
    assert programs(page for page in tools if not page.shows_program) == {False}
    assert programs(page for page, error in real.errors if error.unproduced) == {False}
    assert programs(page for page, error in real.errors if not error.unproduced) == {True}


def test_more_text_more_program_and_more_claims_weigh_more(sample: Sample) -> None:
    def size(url: str) -> int:
        content = sample.read()
        page = next(page for page in content.pages if page.url == url)
        expected = page_weight.estimate(content, page)
        assert expected
        return expected.size

    before, of_tool = size(""), size("tools/one/")
    assert before > 12_000
    sample.change("index.md", '--8<-- "claims/first-point.md"\n', "A few more words here.\n")
    assert size("") < before
    sample.change("index.md", "A few", "".join(f"{number * number} " for number in range(400)))
    assert size("") > before
    sample.write("tools/one-example.py", "".join(f"print({number * number})\n" for number in range(200)))
    assert size("tools/one/") > of_tool + 500


def test_nothing_is_expected_of_what_the_source_does_not_say(real: Content) -> None:
    """Generated tables and lists, outputs of notebooks, and the page that shows its source."""
    silent = {page.url for page in real.pages if page_weight.estimate(real, page) is None}
    assert {"compare/", "about/writing/", "about/freshness/", "examples/"} <= silent
    assert {page.url for page, _ in real.notebooks} <= silent
    assert not {page.url for page, _ in (*real.rows, *real.tools, *real.pairs)} & silent


def test_the_check_refuses_only_what_is_surely_too_heavy(real: Content) -> None:
    """An estimate within its margin of the limit is left to the build."""
    from scripts.rules import page_weight as rule  # noqa: PLC0415  (the module of the same name)

    assert list(rule.check(real)) == []
    heavy = [page for page in real.pages if page.url == "differences/community/"]
    expected = page_weight.estimate(real, heavy[0])
    assert expected
    longer = replace(heavy[0].text, body=heavy[0].text.body + noise(3_000))
    (problem,) = rule.check(replace(real, pages=(replace(heavy[0], text=longer),)))
    assert problem.fault.startswith("a page of about 2")
    assert expected.margin < 2_000


def noise(size: int) -> str:
    """Words that are all different."""
    return " ".join(f"{number * 2_654_435_761 % 4_294_967_291:08x}" for number in range(size // 4))


def test_nothing_is_asked_of_ruff_where_no_settings_are(sample: Sample) -> None:
    sample.write("tools/one-example.py", "print( 1 )\n")
    assert code_style.findings(sample.root) == []


def test_each_file_is_told_once_at_its_first_place_with_how_many_there_are(sample: Sample) -> None:
    sample.write(".ruff.toml", 'line-length = 80\nlint.select = ["E", "F"]\n')
    gap = "".join(f"print({number})\n" for number in range(20))
    sample.write("tools/one-example.py", f"print(1)\nprint( 2 )\n{gap}print( 3 )\n")
    sample.write("tools/two-example.py", "import os\n\nif True: print(2)\n")
    found = [
        (entry.path, entry.line, entry.places) for entry in code_style.findings(sample.root) if not entry.rule
    ]
    assert found == [("docs/tools/one-example.py", 2, 2), ("docs/tools/two-example.py", 3, 1)]
    linted = [
        (entry.path, entry.line, entry.rule) for entry in code_style.findings(sample.root) if entry.rule
    ]
    assert linted == [("docs/tools/two-example.py", 1, "F401"), ("docs/tools/two-example.py", 3, "E701")]
