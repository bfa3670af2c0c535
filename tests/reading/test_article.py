"""The text of a page is taken out of it whole, without what makes it ours."""

from pathlib import Path

from tests.reading.article import Bare, Marked, marked

PAGE = """<html><head><title>A &amp; B</title><meta name="description" content="What it is."></head>
<body><nav>Menu</nav><article class="x">
<h1 id="a">A <code>b_c</code><a class="headerlink" href="#a">¶</a></h1>
<div class="box"><p id="p">One <span>two</span> <a href="../c/" class="y">three</a> &lt;4</p></div>
<svg><g><rect/><text>drawn</text></g></svg><form><input><label>typed</label></form><p hidden>unseen<br>too</p>
<div class="highlight"><span>file.py</span><pre><code><span>if</span> a &lt; b:
    pass
</code></pre><pre><code>out</code></pre></div>
<ul><li>five<pre><code>inner</code></pre></li></ul><img src="plot.png" alt="Six" class="z"></article>
<footer>Foot</footer></body></html>"""


def test_bare_html_keeps_the_text_and_the_elements_that_mean_something() -> None:
    found = Bare(PAGE)
    assert (found.title, found.description, found.pictures) == ("A & B", "What it is.", ["plot.png"])
    assert found.text.startswith("<h1>A <code>b_c</code></h1>")
    assert '<p>One two <a href="../c/">three</a> &lt;4</p>' in found.text
    assert "<pre><code>if a &lt; b:\n    pass\n</code></pre>" in found.text
    assert found.text.endswith('<img src="plot.png" alt="Six">')
    for left in ("Menu", "drawn", "typed", "unseen", "too", "¶", "Foot", "class", "<span", "<div"):
        assert left not in found.text


def test_markdown_has_headings_and_programs_as_an_author_writes_them() -> None:
    text = Marked(PAGE).text
    assert text.startswith("# A <code>b\\_c</code>\n")
    assert "\n````python\nif a < b:\n    pass\n````\n" in text
    assert "\n````text\nout\n````\n" in text
    assert "<ul><li>five<pre><code>inner</code></pre></li></ul>" in text


def test_what_is_left_out_makes_no_program_of_a_line() -> None:
    text = Marked("<article><p>a</p> <i> </i> <svg></svg> <i> b</i></article>").text
    assert text == "<p>a</p>\n\nb"


def test_a_blank_line_of_a_program_within_html_does_not_end_it() -> None:
    text = Marked("<article><ul><li><pre>a\n\nb &lt;</pre></li></ul></article>").text
    assert text == "<ul><li><pre>a&#10;&#10;b &lt;</pre></li></ul>"


def test_the_h1_is_the_title_where_a_theme_writes_it(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text(PAGE, encoding="utf-8")
    assert marked(tmp_path, "a").startswith(
        '---\ntitle: "A & B"\ndescription: "What it is."\n---\n\n# A <code>'
    )
    assert marked(tmp_path, "a", headed=False).startswith(
        '---\ntitle: "A b_c"\ndescription: "What it is."\n---\n\n<p>One two '
    )
