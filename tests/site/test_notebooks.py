"""Notebooks and measurements on the site: pages like all others, pictures with texts, figures with source."""

import json
import re
from html import escape

from scripts.content import measured_runs
from scripts.content.tree import Content
from scripts.measure import catalogue
from scripts.publish import search_index
from scripts.render import measurements
from tests.site.conftest import Site


def html(site: Site, url: str) -> str:
    return (site.folder / url / "index.html").read_text(encoding="utf-8")


def article(site: Site, url: str) -> str:
    """What stands in the article of a page, but for the text of code, which may speak of anything."""
    inside = html(site, url).partition("<article")[2].partition("</article>")[0]
    inside = re.sub(r'<a [^>]*class="md-content__button.*?</a>', "", inside, flags=re.DOTALL)
    return re.sub(r"<code>.*?</code>", "<code></code>", inside, flags=re.DOTALL)


def test_every_notebook_has_its_page(site: Site, found: Content) -> None:
    stored = {file.stem for file in (found.docs / "notebooks").glob("*.ipynb")}
    assert stored
    assert stored == {page.id for page, _ in found.notebooks}
    assert {f"notebooks/{name}" for name in stored} <= set(site.pages)


def test_a_notebook_is_shown_by_the_plugin_cell_by_cell(site: Site, found: Content) -> None:
    for page, _ in found.notebooks:
        assert page.notebook_file
        shown = article(site, page.url)
        assert shown.count('class="jp-Notebook"') == 1
        written = [cell for cell in page.notebook_file.cells if cell.cell_type != "raw" and cell.text.strip()]
        assert shown.count('<div class="jp-Cell ') == len(written), page.id


def test_a_notebook_costs_what_another_page_costs(site: Site, found: Content) -> None:
    for page, _ in found.notebooks:
        assert len(html(site, page.url)) < 200_000, page.id
        shown = article(site, page.url)
        for piece in ("<style", "<script", " style=", "data:", "<svg", "tabindex", "clipboard", "cell-id"):
            assert piece not in shown.lower(), (page.id, piece)


def test_headings_have_the_ids_that_the_check_knows_and_no_others(site: Site, found: Content) -> None:
    for page, _ in found.notebooks:
        headings = site.pages[page.url.strip("/")].headings
        known = [(f"h{heading.level}", heading.id) for heading in page.text.headings]
        assert headings[: len(known)] == known
        assert headings[len(known) :] == [("h2", "related")]


def test_ids_that_links_hold_are_still_there(site: Site) -> None:
    """Ids are made of the words of headings; who rewords one adds a line to docs/moves.yml."""
    held = {
        "feeding-the-model": ["two-ways-to-shuffle", "who-waits-for-whom", "the-last-batch"],
        "why-a-port-drifts": ["one-switch-at-a-time", "what-the-loss-shows-and-what-it-hides"],
        "to-compile-or-not": ["break-even", "new-shapes-start-the-account-again"],
        "int8-both-ways": ["what-an-int8-number-means", "the-wrong-calibration"],
    }
    for name, ids in held.items():
        assert {name, *ids, "what-to-take-away"} <= set(site.pages[f"notebooks/{name}"].ids)


def test_code_and_printed_text_are_blocks_like_on_every_page(site: Site, found: Content) -> None:
    for page, _ in found.notebooks:
        assert page.notebook_file
        text = html(site, page.url).partition("<article")[2]
        code = [cell for cell in page.notebook_file.cells if cell.cell_type == "code" and cell.text.strip()]
        assert text.count('<div class="language-python highlight"><pre>') == len(code)
        assert text.count("<pre>") == text.count('highlight"><pre>')
        assert '<span class="k">import</span>' in text


def test_each_plot_is_a_file_with_a_text_and_a_size(site: Site, found: Content) -> None:
    for name, book in found.notebook_files.items():
        shown = article(site, f"notebooks/{name}")
        assert shown.count("<img ") == len(book.pictures)
        for picture in book.pictures:
            assert (site.folder / "notebooks" / name / picture.name).read_bytes() == picture.data
            assert len(picture.alt) >= 30
            assert picture.size
            width, height = picture.size
            rest = f'src="{picture.name}" width="{width}" height="{height}" loading="lazy">'
            assert f'<img alt="{escape(picture.alt)}" {rest}' in shown


def test_a_notebook_can_be_fetched_as_stored_and_opened_elsewhere(site: Site, found: Content) -> None:
    for page, _ in found.notebooks:
        links = site.pages[page.url.strip("/")].links
        assert f"../{page.id}.ipynb" in links
        stored = (found.docs / page.source).read_bytes()
        assert (site.folder / "notebooks" / f"{page.id}.ipynb").read_bytes() == stored
        source = f"https://example.org/source/tensorflow-vs-pytorch/blob/main/docs/{page.source}"
        assert source in links
        assert any(link.startswith("https://colab.research.google.com/") for link in links)
        assert "Executed from top to bottom on" in html(site, page.url)


def test_the_edit_link_of_a_notebook_leads_to_the_notebook(site: Site, found: Content) -> None:
    for page, _ in found.notebooks:
        links = site.pages[page.url.strip("/")].links
        assert [link for link in links if "/edit/main/docs/" in link] == [
            f"https://example.org/source/tensorflow-vs-pytorch/edit/main/docs/notebooks/{page.id}.ipynb"
        ]


def test_the_markdown_edition_has_code_and_plots(site: Site, found: Content) -> None:
    for page, _ in found.notebooks:
        assert page.meta
        assert page.notebook_file
        text = (site.folder / page.url / "index.md").read_text(encoding="utf-8")
        assert text.startswith(f"# {page.meta.title}\n\n")
        assert "```python\n" in text
        assert text.count(f"](https://example.org/tensorflow-vs-pytorch/{page.url}plot-") == len(
            page.notebook_file.pictures
        )
        assert not re.search(r"\]\((?!https://)[^)]*\.(md|ipynb)[)#]", text)


def test_the_search_finds_headings_of_notebooks(site: Site, found: Content) -> None:
    index = json.loads((site.folder / search_index.FILE).read_text(encoding="utf-8"))
    pages = {entry[0]: entry for entry in index["pages"]}
    for page, _ in found.notebooks:
        url, title, kind, *_ = entry = pages[page.url]
        assert page.meta
        assert (title, kind) == (page.meta.title, "Notebook")
        assert [heading.id for heading in page.text.headings[1:]] == entry[5][::2][:-1], url


def test_every_subject_is_shown_with_its_newest_figures_and_raw_data(site: Site, found: Content) -> None:
    text = html(site, "measurements")
    runs = measured_runs.read(found.docs)
    for subject in catalogue.all_subjects():
        assert f'id="{subject.id}"' in text
        newest = measured_runs.of_subject(runs, subject.id)
        assert newest, subject.id
        assert f"results/{newest[0].file}" in text
        for variant in newest[0].subject.variants:
            figure = measured_runs.seconds(variant)
            if figure:
                # Once as a bar of the chart, once as a cell of the table.
                assert text.count(measurements.duration(figure.median)) >= 2, (subject.id, variant.id)
    for name, _ in runs:
        assert (site.folder / measured_runs.FOLDER / name).is_file()


def test_charts_have_a_name_and_no_styles_of_their_own(site: Site) -> None:
    charts = re.findall(r'<svg class="bars".*?</svg>', html(site, "measurements"), re.DOTALL)
    assert charts
    for chart in charts:
        assert 'role="img" aria-label="' in chart
        assert " style=" not in chart
        assert not re.search(r"#0[0-9]0[0-9]0[0-9]\b", chart)
