"""The page of a notebook for MkDocs: its contents, its ids, and where its links lead."""

import json
import logging
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from scripts.content import notebook_file
from scripts.content.page import Page
from scripts.publish import notebook_page
from tests.test_jupyter import cell
from tests.test_notebooks import book, raw, text

SOURCE = "notebooks/a-notebook.ipynb"
TITLES = '<h1>A notebook</h1><h2>One</h2><h3>Two</h3><h4 id="x">Three</h4>'


@pytest.fixture
def known(tmp_path: Path) -> Page:
    file = tmp_path / "a-notebook.ipynb"
    words = text("# A notebook\n\n## One\n\n### Two\n\n#### Three\n")
    file.write_text(json.dumps(book(raw(), words)), encoding="utf-8")
    read, problems = notebook_file.read(file, f"docs/{SOURCE}")
    assert read, problems
    return Page(SOURCE, read.text, None, None, read)


class Site:
    """What MkDocs knows of a site with three files, and of the page of one of them."""

    def __init__(self) -> None:
        # mkdocs-jupyter gives a notebook the address of a page.
        own = File(SOURCE, "docs", "site", True, dest_uri="notebooks/a-notebook/index.html")
        others = [File(name, "docs", "site", True) for name in ("index.md", "tools/one.md")]
        self.files = Files([own, *others])
        self.page: Any = SimpleNamespace(file=self.files.get_file_from_path(SOURCE))

    def article(self, known: Page, html: str) -> str:
        return notebook_page.article(cell(html), known, self.page, self.files)

    @property
    def anchors(self) -> dict[str, dict[str, str]]:
        """The sections that the page links to, by file, as MkDocs checks them."""
        return {file.src_uri: found for file, found in self.page.links_to_anchors.items()}


def test_mkdocs_is_told_contents_to_the_third_level_and_all_ids(known: Page) -> None:
    site = Site()
    html = site.article(known, TITLES)
    (top,) = site.page.toc
    assert (top.id, top.title) == ("a-notebook", "A notebook")
    assert [(entry.id, [below.id for below in entry.children]) for entry in top.children] == [
        ("one", ["two"])
    ]
    assert top.children[0].children[0].children == []
    assert site.page.present_anchor_ids == {"a-notebook", "one", "two", "three"}
    assert '<h4 id="three">' in html


@pytest.mark.parametrize(
    ("target", "address", "anchors"),
    [
        ("../tools/one.md", "../../tools/one/", {}),
        (
            "../tools/one.md#use",
            "../../tools/one/#use",
            {"tools/one.md": {"use": "../tools/one.md#use"}},
        ),
        ("../index.md", "../../", {}),
        ("#one", "#one", {SOURCE: {"one": "#one"}}),
        ("https://example.org/a.md#b", "https://example.org/a.md#b", {}),
    ],
)
def test_a_link_leads_to_the_address_of_its_file(
    known: Page, target: str, address: str, anchors: dict[str, dict[str, str]]
) -> None:
    site = Site()
    assert f'<a href="{address}">a</a>' in site.article(known, f'{TITLES}<p><a href="{target}">a</a></p>')
    assert site.anchors == anchors


def test_two_sections_of_a_file_are_both_checked(known: Page) -> None:
    site = Site()
    links = "".join(f'<a href="../tools/one.md#{name}">a</a>' for name in ("use", "end"))
    site.article(known, f"{TITLES}<p>{links}</p>")
    assert list(site.anchors["tools/one.md"]) == ["use", "end"]


def test_a_link_to_no_file_is_warned_of_by_its_page(known: Page, caplog: pytest.LogCaptureFixture) -> None:
    site = Site()
    with caplog.at_level(logging.WARNING):
        html = site.article(known, f'{TITLES}<p><a href="none.md#x">a</a></p>')
    assert '<a href="none.md#x">a</a>' in html
    assert site.anchors == {}
    (record,) = caplog.records
    # A strict build counts the warnings of MkDocs' own loggers.
    assert (record.name, record.levelname) == ("mkdocs.hooks", "WARNING")
    assert SOURCE in record.getMessage()
    assert "none.md#x" in record.getMessage()


def test_markup_that_is_not_known_stops_the_build_and_names_the_page(known: Page) -> None:
    with pytest.raises(PluginError, match=rf"^docs/{SOURCE}: .*shows 1 headings, and has 4"):
        Site().article(known, "<h1>A notebook</h1>")
