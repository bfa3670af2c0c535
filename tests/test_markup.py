"""The last work on a page: fewer spans, its own style, its own policy."""

import base64
import hashlib
from pathlib import Path

import pytest

from scripts import markup, policy, style

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>x</title><script>let first = 1;</script></head>
<body><p class="known">Text</p></body></html>"""


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    (tmp_path / "css").mkdir()
    (tmp_path / "js").mkdir()
    (tmp_path / "js" / "site.js").write_text('element.className = "made";', encoding="utf-8")
    (tmp_path / "css" / "site.css").write_text("", encoding="utf-8")
    return tmp_path


def styled(assets: Path, css: str, html: str = PAGE) -> str:
    (assets / "css" / "base.css").write_text(css, encoding="utf-8")
    return style.of_page(html, assets)


@pytest.mark.parametrize(
    "kept",
    [
        ".known{color:red}",
        "p.known:hover{color:red}",
        'p::before{content:attr(x) "a: , b"}',
        ".made{color:red}",
        ".no-js .known{color:red}",
        "html:not(.x) p{color:red}",
        "@media print{p{color:red}}",
        "@page{margin:13mm}",
        ".known[data-x]:is(a,p){color:red}",
    ],
)
def test_a_rule_that_may_meet_something_is_kept(assets: Path, kept: str) -> None:
    assert styled(assets, kept) == kept.replace("@page{", "@page {")


@pytest.mark.parametrize(
    "dropped",
    [".other{color:red}", "p .other{color:red}", "nav{color:red}", "#x{color:red}", "@media print{nav{a:b}}"],
)
def test_a_rule_that_meets_nothing_is_left_out(assets: Path, dropped: str) -> None:
    assert styled(assets, dropped) == ""


def test_of_a_list_of_selectors_those_that_meet_something_stay(assets: Path) -> None:
    assert styled(assets, ".other, .known, nav { color: red; }") == ".known{color:red}"


def test_a_colour_that_nothing_is_painted_with_is_left_out(assets: Path) -> None:
    found = styled(assets, ":root{--a:#111111;--b:#222222}p{color:var(--a)}")
    assert "--a:#111111" in found
    assert "--b" not in found


def test_a_colour_that_a_drawing_is_painted_with_stays(assets: Path) -> None:
    drawn = PAGE.replace("<p ", '<svg><path fill="var(--b)"/></svg><p ')
    assert "--b:#222222" in styled(assets, ":root{--a:#111111;--b:#222222}", drawn)


def test_a_sheet_that_is_edited_is_read_again(assets: Path) -> None:
    assert styled(assets, "p{color:red}") == "p{color:red}"
    assert styled(assets, "p{color:green;top:0}") == "p{color:green;top:0}"


def test_a_broken_sheet_is_refused_with_its_line(assets: Path) -> None:
    with pytest.raises(ValueError, match="line 2"):
        styled(assets, "p{color:red}\n}")


def test_a_page_gets_its_style_and_a_policy_that_allows_it_alone(assets: Path) -> None:
    (assets / "css" / "base.css").write_text("p{color:red}", encoding="utf-8")
    html = markup.finish(PAGE, assets)
    assert "<style>p{color:red}</style></head>" in html
    digest = base64.b64encode(hashlib.sha256(b"p{color:red}").digest()).decode()
    assert f"style-src 'self' 'sha256-{digest}'" in html
    assert html.index("Content-Security-Policy") < html.index("<script>")


def test_the_policy_knows_no_unsafe_word() -> None:
    rules = policy.of_page(PAGE)
    assert "unsafe" not in rules
    assert rules.startswith("default-src 'none'; script-src 'self' 'sha256-")


def test_code_keeps_its_text_and_loses_spans_without_a_colour(assets: Path) -> None:
    (assets / "css" / "base.css").write_text("", encoding="utf-8")
    code = (
        '<pre><span></span><code><span class="kn">import</span> <span class="nn">os</span>\n'
        '<span class="s1">&#39;a&#39;</span><span class="s2">&quot;b&quot;</span>'
        '<span class="p">)</span></code></pre>'
    )
    html = markup.finish(PAGE.replace("<p ", f"{code}<p "), assets)
    assert (
        '<code><span class="k">import</span> os\n<span class="s1">&#39;a&#39;&quot;b&quot;</span>)</code>'
        in html
    )


def test_a_plain_table_can_scroll(assets: Path) -> None:
    (assets / "css" / "base.css").write_text("", encoding="utf-8")
    html = markup.finish(PAGE.replace("<p ", "<table></table><p "), assets)
    assert '<div class="md-typeset__scrollwrap"><table></table></div>' in html
