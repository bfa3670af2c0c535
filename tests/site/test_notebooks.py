"""Notebooks and measurements on the site: pages like all others, pictures with texts, figures with source."""

import re

import pytest

from scripts import content
from scripts.content import Content
from scripts.measure import catalogue, results
from scripts.render import measurements
from tests.site.conftest import Site


@pytest.fixture(scope="module")
def found() -> Content:
    return content.read()[0]


def html(site: Site, url: str) -> str:
    return (site.folder / url / "index.html").read_text(encoding="utf-8")


def test_a_notebook_costs_what_another_page_costs(site: Site, found: Content) -> None:
    for page, _ in found.notebooks:
        text = html(site, page.url)
        assert len(text) < 200_000, page.id
        assert "<style" not in text.partition("<article")[2], page.id
        assert "jupyter" not in text.partition("<article")[2].lower().replace("jupyter notebook", "")


def test_each_plot_is_a_file_with_a_text_that_stands_for_it(site: Site, found: Content) -> None:
    for name, book in found.books.items():
        assert book
        text = html(site, f"notebooks/{name}")
        for picture in book.pictures:
            file = site.folder / "notebooks" / name / picture.name
            assert file.read_bytes() == picture.data
            assert f'{name}/{picture.name}"' in text or f'"{picture.name}"' in text
            assert len(picture.alt) >= 30
        assert text.count("/plot-") + text.count('"plot-') >= len(book.pictures)


def test_a_notebook_can_be_fetched_and_opened_elsewhere(site: Site, found: Content) -> None:
    for page, _ in found.notebooks:
        links = site.pages[page.url.strip("/")].links
        assert f"../{page.id}.ipynb" in links
        assert (site.folder / "notebooks" / f"{page.id}.ipynb").is_file()
        assert any(link.startswith("https://colab.research.google.com/") for link in links)


def test_every_subject_is_shown_with_its_newest_figures_and_raw_data(site: Site, found: Content) -> None:
    text = html(site, "measurements")
    runs = results.read(found.docs)
    for subject in catalogue.all_subjects():
        assert f'id="{subject.id}"' in text
        newest = results.found(runs, subject.id)
        assert newest, subject.id
        assert f"results/{newest[0].file}" in text
        for variant in newest[0].subject.variants:
            figure = results.seconds(variant)
            if figure:
                # Once as a bar of the chart, once as a cell of the table.
                assert text.count(measurements.duration(figure.median)) >= 2, (subject.id, variant.id)
    for name, _ in runs:
        assert (site.folder / results.FOLDER / name).is_file()


def test_charts_have_a_name_and_no_styles_of_their_own(site: Site) -> None:
    charts = re.findall(r'<svg class="bars".*?</svg>', html(site, "measurements"), re.DOTALL)
    assert charts
    for chart in charts:
        assert 'role="img" aria-label="' in chart
        assert " style=" not in chart
        assert not re.search(r"#0[0-9]0[0-9]0[0-9]\b", chart)
