"""Which HTML and SVG of a notebook a page may show: every spelling of what could run is refused."""

import pytest

from scripts.content import embedded_html


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p>a <b>b</b> <a href='x'>c</a></p><table><tr><td colspan=2>d</td></tr></table>", []),
        ("text &lt;script&gt;", []),
        ("<style>p{}</style><p>a</p>", []),  # a table of pandas brings one; it is left out
        ("", []),
        ("<script>x()</script>", ["the element <script>"]),
        ("<SCRIPT SRC=a.js></SCRIPT>", ["the element <script>"]),
        ("<p>a<script\n>x()</script\n>", ["the element <script>"]),
        ("<script>a</script><script>b</script>", ["the element <script>"]),
        ("<IFrame src=a></iframe><object>", ["the element <iframe>", "the element <object>"]),
        ("<form><input></form>", ["the element <form>", "the element <input>"]),
        ("<svg></svg>", ["the element <svg>"]),
        ("<p onclick=x()>", ["the event handler `onclick`"]),
        ("<p ONCLICK='x()'>", ["the event handler `onclick`"]),
        ("<p class=onclick title='on'>", []),
        ("<a href='javascript:x()'>", ["an address that begins with `javascript:`"]),
        ("<a href=' JavaScript:x()'>", ["an address that begins with `JavaScript:`"]),
        ("<a href='data:text/html,x'>", ["an address that begins with `data:`"]),
        ("<a href='https://a.org'><a href='mailto:a@b'><a href='#a'><a href='a:b' title='c'>",
         ["an address that begins with `a:`"]),
        ("<b><i onload=a></i></b><u onblur=b>", ["the event handler `onload`", "the event handler `onblur`"]),
    ],
)  # fmt: skip
def test_what_could_run_or_ask_for_something_is_refused(html: str, said: list[str]) -> None:
    assert list(embedded_html.refused(html, output=True)) == said
    assert list(embedded_html.refused(html, output=False)) == said


@pytest.mark.parametrize("html", ["<img src='a.png' alt='b'>", "<h2>a</h2>", "<H6>a</H6>"])
def test_pictures_and_headings_are_the_authors_affair_and_not_a_cells(html: str) -> None:
    assert list(embedded_html.refused(html, output=False)) == []
    assert len(list(embedded_html.refused(html, output=True))) == 1


@pytest.mark.parametrize(
    ("svg", "said"),
    [
        ("<svg viewBox='0 0 1 1'><style>a{}</style><path d='M0 0'/><a href='https://a.org'>b</a></svg>", []),
        ("<svg><script>x()</script></svg>", ["the element <script>"]),
        ("<svg><SCRIPT>x()</SCRIPT></svg>", ["the element <script>"]),
        ("<svg><foreignObject><p>a</p></foreignObject></svg>", ["the element <foreignObject>"]),
        ("<svg><animate/><set/></svg>", ["the element <animate>", "the element <set>"]),
        ("<svg onload='x()'></svg>", ["the event handler `onload`"]),
        ("<svg><path OnClick='x()'/></svg>", ["the event handler `onclick`"]),
        ("<svg><a xlink:href='\n jAvAsCrIpT:x()'>b</a></svg>", ["an address that begins with `javascript:`"]),
        ("<svg><a href='javascript'>b</a><use href='#a'/></svg>", []),
    ],
)
def test_a_plot_that_could_run_code_is_refused(svg: str, said: list[str]) -> None:
    assert list(embedded_html.active(svg)) == said


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("", True), ("a.md", True), ("../a/b#c", True), ("#a:b", True), ("https://a.org", True),
        ("HTTP://a.org", True), ("mailto:a@b.org", True), ("//a.org", True), ("a/b:c", True),
        ("javascript:x", False), ("\tJavascript:x", False), ("data:x", False), ("file:///a", False),
        ("vbscript:x", False), ("x-y+z.1:x", False),
    ],
)  # fmt: skip
def test_an_address_is_relative_or_of_a_known_scheme(address: str, safe: bool) -> None:
    assert embedded_html.is_safe(address) is safe


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p class=on title='onclick' id=a>a <a href='../b/#c'>d</a> <img src='data.png' alt=''></p>", []),
        ("<svg viewBox='0 0 1 1'><use href='#a'/></svg><a href='mailto:a@b'>c</a>", []),
        ("<script>x()</script>", ["the element <script>"]),
        ("<style>a{}</style><Link rel=x>", ["the element <style>", "the element <link>"]),
        ("<p onclick=x()>", ["the attribute `onclick`"]),
        ("<p srcdoc='x'>", ["the attribute `srcdoc`"]),
        ("<p title='javascript:x()' data-x='javascript:'>", []),
        ("<a href=' JavaScript:x()'>", ["an address that begins with `JavaScript:`"]),
        ("<a xlink:href='data:text/html,x'>", ["an address that begins with `data:`"]),
        ("<a href>", []),
        ("", []),
    ],
)
def test_what_of_a_finished_page_could_run_load_or_style_is_told(html: str, said: list[str]) -> None:
    assert list(embedded_html.running(html)) == said


def test_of_a_drawing_only_addresses_that_run_are_refused() -> None:
    for scheme in ("https", "mailto", "zoom", "data"):
        assert list(embedded_html.active(f"<svg><a href='{scheme}:x'>b</a></svg>")) == []
