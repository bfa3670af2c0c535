"""Every claim of the article is on the annotated page, and on the page that treats it."""

import re

from scripts.content.tree import Content
from tests.site.conftest import Site


def test_no_point_lacks_a_landing_place_or_a_source(site: Site, found: Content) -> None:
    annotated = site.pages["about/article"]
    assert len(found.claims) >= 67
    for claim in found.claims:
        assert claim.evidence
        assert claim.id in annotated.ids
        pages = found.treated_on[claim.id]
        assert pages
        for page in pages:
            assert f"point-{claim.id}" in site.pages[page.url.strip("/")].ids
            assert f"../../{page.url}#point-{claim.id}" in annotated.links


def test_each_card_leads_back_to_the_annotated_article(site: Site, found: Content) -> None:
    for address, page in site.pages.items():
        if address == "about/article":
            continue
        for identifier in page.ids:
            if identifier.startswith("point-") and not identifier.endswith("-said"):
                claim = identifier.removeprefix("point-")
                assert any(link.endswith(f"about/article/#{claim}") for link in page.links), (address, claim)


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


def test_a_page_that_speaks_of_the_article_says_at_once_which(site: Site) -> None:
    speaking = 0
    for address, page in site.pages.items():
        if address.startswith("about"):
            continue
        text = page.text[page.text.index("<article") : page.text.index("</article>")]
        text = re.sub(r"<(script|form)\b.*?</\1>", "", text, flags=re.DOTALL)
        said = re.search(r"\bthe article\b", text, re.IGNORECASE)
        if not said:
            continue
        speaking += 1
        named = re.search(r'href="[^"]*about/article/"', text)
        assert named, address
        assert named.start() < said.end() + 200, address
    assert speaking > 100


def test_the_article_is_no_label_of_its_own_name(site: Site) -> None:
    for address, page in site.pages.items():
        text = re.sub(r"<[^>]+>", "", page.text)
        assert not re.search(r"[Tt]he article:\s+[Tt]he article", text), address
