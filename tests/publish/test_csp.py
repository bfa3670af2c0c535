"""The policy allows the inline code of the template, and none that came in with a page."""

from types import SimpleNamespace

import pytest

from scripts.build import Build, ContentError
from scripts.content import embedded_html
from scripts.publish import csp
from tests.conftest import Sample

TEMPLATE = '<meta charset="utf-8"><script>ours()</script><style>p{}</style>'


def page(content: str) -> str:
    return f"{TEMPLATE}<article>{content}</article>"


@pytest.mark.parametrize(
    "content",
    [
        "<script>theirs()</script>",
        "</article><script>theirs()</script><article>",
        "<style>*{}</style>",
        "<script type=module>theirs()</script>",
    ],
)
def test_code_of_the_content_is_not_allowed(content: str) -> None:
    assert csp.of_page(page(content), content) == csp.of_page(page(""))
    if "<script>" in content or "<style>" in content:
        assert csp.of_page(page(content)) != csp.of_page(page(""))  # it would be, if it were the template's


def test_what_stands_in_both_counts_once() -> None:
    content = "<script>ours()</script>"
    assert csp.of_page(page(content), content) == csp.of_page(page(""))


RUNNING = [
    "<script>a()</script>",
    "<SCRIPT src=a.js></SCRIPT>",
    '<p onclick="a()">a</p>',
    "<style>p{}</style>",
    '<iframe src="https://example.org"></iframe>',
    '<object data="a"></object>',
    '<meta http-equiv="refresh" content="0">',
    '<base href="https://example.org">',
    '<link rel="stylesheet" href="a.css">',
    '<a href="javascript:a()">a</a>',
    '<a href="JaVaScRiPt:a()">a</a>',
    '<svg><a xlink:href="javascript:a()"></a></svg>',
    "<svg><foreignObject></foreignObject></svg>",
    '<div data-x="1"><b onmouseover=a()>a</b></div>',
]


@pytest.mark.parametrize("html", RUNNING)
def test_what_runs_is_no_content_of_a_finished_page(sample: Sample, html: str) -> None:
    """Whatever the check misses ends the build, with the page's name."""
    build = Build(sample.read())
    built = SimpleNamespace(file=SimpleNamespace(src_uri="index.md"), url="")
    with pytest.raises(ContentError, match=r"docs/index\.md:1: it would publish "):
        build.article(f"<p>a</p>{html}", built, None)


def test_text_structure_and_drawings_are_content(sample: Sample) -> None:
    html = (
        '<p>a <a href="../b/">b</a></p><svg viewBox="0 0 1 1"><path d="M0 0"/></svg><pre>&lt;script&gt;</pre>'
    )
    assert list(embedded_html.running(html)) == []
