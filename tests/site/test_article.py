"""Every point of the article is on the annotated page, and on the page that treats it."""

import pytest

from scripts import content
from scripts.content import Content
from tests.site.conftest import Site


@pytest.fixture(scope="module")
def found() -> Content:
    return content.read()[0]


def test_no_point_lacks_a_landing_place_or_a_source(site: Site, found: Content) -> None:
    annotated = site.pages["about/article"]
    assert len(found.points) >= 67
    for point in found.points:
        assert point.evidence
        assert point.id in annotated.ids
        pages = found.treated_on[point.id]
        assert pages
        for page in pages:
            assert f"point-{point.id}" in site.pages[page.url.strip("/")].ids
            assert f"../../{page.url}#point-{point.id}" in annotated.links


def test_each_card_leads_back_to_the_annotated_article(site: Site, found: Content) -> None:
    for address, page in site.pages.items():
        if address == "about/article":
            continue
        for identifier in page.ids:
            if identifier.startswith("point-") and not identifier.endswith("-said"):
                point = identifier.removeprefix("point-")
                assert any(link.endswith(f"about/article/#{point}") for link in page.links), (address, point)


def test_every_system_the_article_names_has_a_page(site: Site) -> None:
    named = {
        "tensorflow-serving", "tensorflow-lite", "litert", "tensorflow-js", "tfx", "tensorflow-hub",
        "kaggle-models", "tensorboard", "keras", "tf-eager-execution", "torchscript", "torch-export",
        "torch-compile", "onnx", "onnx-runtime", "pytorch-mobile", "executorch", "torchserve", "wandb",
        "lightning", "numpy", "cuda",
    }  # fmt: skip
    pages = site.pages
    assert {name for name in named if f"tools/{name}" not in pages} == set()
    assert named <= set(pages["tools"].ids)
