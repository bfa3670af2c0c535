"""The last work on a page: corrections; for a published one its first style, its policy, late Material."""

import base64
import hashlib
import re
from pathlib import Path

import pytest

from scripts.publish import csp, css, markup

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>x</title>
<link rel="stylesheet" href="../assets/css/site.css">
<script>let first = 1;</script></head>
<body data-md-color-scheme="default"><p class="known">Text</p>
<script src="../assets/javascripts/bundle.0.min.js"></script>
<script src="../assets/js/site.js" type="module"></script>
</body></html>"""


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    for folder in ("css", "js"):
        (tmp_path / "assets" / folder).mkdir(parents=True)
    (tmp_path / "assets/css/site.css").write_text("", encoding="utf-8")
    script = 'element.className = "made"; document.createElement("aside");'
    (tmp_path / "assets/js/site.js").write_text(script, encoding="utf-8")
    return tmp_path


def styled(docs: Path, rules: str, html: str = PAGE) -> str:
    sheet = docs / "assets/css/site.css"
    sheet.write_text(rules, encoding="utf-8")
    return css.of_page(html, [sheet], docs / "assets/js").replace(";}", "}")


@pytest.mark.parametrize(
    "kept",
    [
        ".known{color:red}",
        "body>p.known{color:red}",
        'p::before{content:attr(x) "a: , b"}',
        ".made{color:red}",
        "aside{color:red}",
        ".no-js .known{color:red}",
        ".js .known{color:red}",
        "html:not(.x) p{color:red}",
        "@media print{p{color:red}}",
        "@page{margin:13mm}",
        ".known:not([data-x]):is(a,p){color:red}",
        '[data-md-color-scheme="slate"] p{color:red}',
        ".md-skip:focus{top:0}",
        "p:checked~p{color:red}",
        "body:has(.made) .known{color:red}",
        "p:is(#x,.known){color:red}",
        "p:is(.known:not(.x),.y){color:red}",
    ],
)
def test_a_rule_that_may_meet_something_is_kept(docs: Path, kept: str) -> None:
    html = PAGE.replace("<p ", '<a class="md-skip"></a><p></p><p ')
    assert styled(docs, kept, html) == kept.replace("@page{", "@page {")


@pytest.mark.parametrize(
    "dropped",
    [
        ".other{color:red}",
        "p .other{color:red}",
        "p .known{color:red}",
        "nav{color:red}",
        "#x{color:red}",
        ":is(a,b) .known{color:red}",
        '[data-md-color-primary="indigo"] p{color:red}',
        "@media print{nav{a:b}}",
        "p:nth-child(20){color:red}",
        "body:has(.other) .known{color:red}",
        "body:is(.x,.known){color:red}",
        "p.known>:checked{color:red}",
    ],
)
def test_a_rule_that_meets_nothing_is_left_out(docs: Path, dropped: str) -> None:
    assert styled(docs, dropped) == ""


@pytest.mark.parametrize(
    "later",
    [
        "p:hover{color:red}",
        "p:focus{color:red}",
        "p{transition:color 1s}",
        "@keyframes x{from{top:0}}",
        "p{cursor:help}",
    ],
)
def test_what_shows_after_a_gesture_alone_comes_with_the_sheets(docs: Path, later: str) -> None:
    assert styled(docs, later) == ""


def test_of_a_list_of_selectors_those_that_meet_something_stay(docs: Path) -> None:
    assert styled(docs, ".other, .known, nav { color: red; }") == ".known{color:red}"


def test_a_class_is_found_in_a_module_that_another_imports(docs: Path) -> None:
    (docs / "assets/js/compare.js").write_text('import {\n  x,\n} from "./shared.js";\n', encoding="utf-8")
    (docs / "assets/js/shared.js").write_text('x.className = "deep";', encoding="utf-8")
    html = PAGE.replace('class="known"', 'class="compare"')
    assert styled(docs, ".deep{color:red}", html) == ".deep{color:red}"
    assert styled(docs, ".deep{color:red}") == ""


def test_a_variable_that_nothing_uses_is_left_out_with_those_that_only_it_uses(docs: Path) -> None:
    css = "html{--a:#111111;--b:var(--c);--c:#222222}p{color:var(--a)}"
    assert styled(docs, css, PAGE) == "html{--a:#111111}p{color:var(--a)}"


def test_an_unused_variable_goes_wherever_it_stands(docs: Path) -> None:
    for first, second in (("--a:#111111", "--b:#222222"), ("--b:#222222", "--a:#111111")):
        assert styled(docs, f"html{{{first};{second}}}p{{color:var(--a)}}") == (
            "html{--a:#111111}p{color:var(--a)}"
        )


def test_a_variable_may_hold_a_quoted_address_with_semicolons(docs: Path) -> None:
    icon = 'url("data:image/svg+xml;charset=utf-8,<svg>;</svg>")'
    assert (
        styled(docs, f":root{{--i:{icon};--j:{icon}}}p{{mask:var(--i)}}")
        == f":root{{--i:{icon}}}p{{mask:var(--i)}}"
    )


def test_a_colour_that_a_drawing_is_painted_with_stays(docs: Path) -> None:
    drawn = PAGE.replace("<p ", '<svg><path fill="var(--b)"/></svg><p ')
    assert styled(docs, ":root{--a:#111111;--b:#222222}", drawn) == ":root{--b:#222222}"


def test_materials_colours_give_way_to_ours_for_both_schemes(docs: Path) -> None:
    theirs = (
        ":root,[data-md-color-scheme=default]{--a:red}@media screen{[data-md-color-scheme=slate]{--a:blue}}"
    )
    ours = '[data-md-color-scheme="default"],[data-md-color-scheme="slate"]{--a:green}'
    assert styled(docs, f"{theirs}{ours}p{{color:var(--a)}}") == f"{ours}p{{color:var(--a)}}"


def test_a_sheet_that_is_edited_is_read_again(docs: Path) -> None:
    assert styled(docs, "p{color:red}") == "p{color:red}"
    assert styled(docs, "p{color:green;top:0}") == "p{color:green;top:0}"


def test_a_broken_sheet_is_refused_with_its_name_and_line(docs: Path) -> None:
    with pytest.raises(ValueError, match=r"site\.css, line 4"):
        styled(docs, "/* Two\nlines. */\np{color:red}\n}")


def test_a_published_page_has_its_style_a_policy_and_material_in_waiting(docs: Path) -> None:
    (docs / "assets/css/site.css").write_text("p{color:red}", encoding="utf-8")
    html = markup.tune(PAGE, docs)
    link = '<link rel="stylesheet" href="../assets/css/site.css">'
    assert f'<style>p{{color:red}}</style><template id="late-styles">{link}</template>' in html
    assert f"<noscript>{link}</noscript>" in html
    assert html.count(link) == 2
    assert (
        '<template id="late-scripts"><script src="../assets/javascripts/bundle.0.min.js"></script></template>'
        in html
    )
    assert re.search(r'<script src="../assets/js/site.js" type="module"></script>\n</head>', html)
    digest = base64.b64encode(hashlib.sha256(b"p{color:red}").digest()).decode()
    assert f"style-src 'self' 'sha256-{digest}'" in html
    assert html.index("Content-Security-Policy") < html.index("<script>")


def test_of_all_our_sheets_a_published_page_asks_for_one(docs: Path) -> None:
    (docs / "assets/css/text.css").write_text("p{top:1px}", encoding="utf-8")
    (docs / "assets/css/print.css").write_text("p{left:1px}", encoding="utf-8")
    (theirs,) = (file.name for file in markup.THEME.glob("assets/stylesheets/main.*.min.css"))
    sheets = [f"../assets/stylesheets/{theirs}", "../assets/css/text.css", "../assets/css/print.css"]
    links = "".join(f'<link rel="stylesheet" href="{address}">' for address in sheets)
    html = markup.tune(PAGE.replace('<link rel="stylesheet" href="../assets/css/site.css">', links), docs)
    assert "p{top:1px}p{left:1px}</style>" in html  # of all of them
    # Late, and for who has no script.
    assert re.findall(r'href="(.*?\.css)"', html) == [sheets[0], "../assets/css/site.css"] * 2


def test_a_sheet_that_is_not_there_is_named(docs: Path) -> None:
    with pytest.raises(
        ValueError, match=r"mkdocs\.yml: assets/css/lost\.css is listed under extra_css, and docs/"
    ):
        markup.tune(PAGE.replace("site.css", "lost.css"), docs)


def test_a_page_without_materials_bundle_is_refused(docs: Path) -> None:
    with pytest.raises(ValueError, match="bundle"):
        markup.tune(PAGE.replace("bundle.", "other."), docs)


def test_the_policy_knows_no_unsafe_word() -> None:
    rules = csp.of_page(PAGE)
    assert "unsafe" not in rules
    assert rules.startswith("default-src 'none'; script-src 'self' 'sha256-")


def test_code_keeps_its_text_and_loses_spans_without_a_colour(docs: Path) -> None:
    code = (
        '<pre><span></span><code><span class="kn">import</span> <span class="nn">os</span>\n'
        '<span class="s1">&#39;a&#39;</span><span class="s2">&quot;b&quot;</span>'
        '<span class="p">)</span></code></pre>'
    )
    html = markup.tune(PAGE.replace("<p ", f"{code}<p "), docs)
    assert (
        '<code><span class="k">import</span> os\n<span class="s1">&#39;a&#39;&quot;b&quot;</span>)</code>'
        in html
    )


def test_the_indents_of_templates_go_and_those_of_programs_stay(docs: Path) -> None:
    html = markup.tune(PAGE.replace("<p ", "<pre>a\n    b</pre>\n\n      <p "), docs)
    assert "<pre>a\n    b</pre>\n<p " in html


def test_a_table_can_scroll_in_the_wrapper_that_material_would_make() -> None:
    html = markup.correct(PAGE.replace("<p ", "<table></table><p "))
    assert (
        '<div class="md-typeset__scrollwrap"><div class="md-typeset__table"><table></table></div></div>'
        in html
    )
