"""The search finds what readers type; its index is small; its engine is the pinned package."""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from scripts import search
from tests.search.ask import ask, terms
from tests.search.vendor import FILE, vendored
from tests.site.conftest import Site

QUERIES = Path(__file__).parents[1] / "search" / "queries.yml"
LEAST = 57  # of 60 have a page that answers them among the first three results
MOST_BYTES = 100_000


@dataclass(frozen=True)
class Query:
    text: str
    pages: list[str]
    typo: bool


def queries() -> list[Query]:
    entries = YAML(typ="safe").load(QUERIES.read_text(encoding="utf-8"))
    return [Query(entry["query"], entry["pages"], entry.get("typo", False)) for entry in entries]


def test_what_readers_type_finds_its_page_among_the_first_three(site: Site) -> None:
    asked = queries()
    answers = ask(site.folder, [query.text for query in asked])["answers"]
    missed = []
    for query, answer in zip(asked, answers, strict=True):
        first = [result["url"].partition("#")[0] for result in answer["results"][:3]]
        if not set(first) & set(query.pages):
            missed.append(f"{query.text}: {first}")
    assert len(asked) - len(missed) >= LEAST, missed


def test_the_queries_are_many_and_name_pages_that_exist(site: Site) -> None:
    asked = queries()
    assert len({query.text for query in asked}) >= 60
    assert sum(query.typo for query in asked) >= 12
    for query in asked:
        assert len(query.pages) <= 2, query
        for page in query.pages:
            assert (site.folder / page / "index.html").is_file(), (query.text, page)


def test_a_result_leads_to_a_section_that_exists(site: Site) -> None:
    answers = ask(site.folder, [query.text for query in queries()])["answers"]
    found = [result["url"] for answer in answers for result in answer["results"] if "#" in result["url"]]
    assert len(found) > 20
    for url in found:
        page, _, anchor = url.partition("#")
        assert anchor in site.pages[page.strip("/")].ids, url


def test_odd_queries_are_answered_too(site: Site) -> None:
    odd = [
        "",
        " ",
        "a",
        "<img src=x>",
        "constructor __proto__",
        "ü" * 500,
        "()[]*+?\\",
        "the of and",
        "x" * 3000,
    ]
    answers = ask(site.folder, odd)["answers"]
    assert [len(answer["results"]) for answer in answers[:2]] == [0, 0]


def test_the_index_is_small_and_holds_every_page_once(site: Site) -> None:
    data = (site.folder / search.FILE).read_bytes()
    assert len(gzip.compress(data, 6)) <= MOST_BYTES
    urls = [page[0] for page in json.loads(data)["pages"]]
    assert sorted(urls) == sorted(f"{address}/" if address else "" for address in site.pages)


def test_the_index_and_the_engine_take_texts_apart_alike(site: Site) -> None:
    pages = json.loads((site.folder / search.FILE).read_bytes())["pages"]
    texts = [" ".join([page[1], page[4], *page[5], page[6]]) for page in pages]
    texts += [
        "nn.ReLU LeakyReLU torch.utils.data.DataLoader load_state_dict C++ normalisation biases class 1e-3"
    ]
    for text, found in zip(texts, terms(site.folder, texts), strict=True):
        assert sorted(search.terms(text)) == found


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("nn.ReLU", "relu"),
        ("nn.LeakyReLU", "relu"),
        ("torch.utils.data.DataLoader", "dataloader"),
        ("tf.GradientTape", "gradienttape"),
        ("keras.layers.Dense", "dense"),
        ("torch.nn.Conv2d", "nn.conv2d"),
        ("torch.compile", "torch.compile"),
        ("model.load_state_dict", "load_state_dict"),
        ("LibTorch for C++", "c++"),
        ("quantisation", "quantization"),
    ],
)
def test_a_name_is_found_by_its_part(name: str, word: str) -> None:
    assert word in search.terms(name)


def test_the_engine_is_the_pinned_package_without_its_comments() -> None:
    assert FILE.read_text(encoding="utf-8") == vendored(), "run `python -m tests.search.vendor`"


HTML = """<article><h1 id="t">Title</h1><p>Some <b>text</b> with <code>tf.nn.relu(x)</code>.</p>
<nav><a href="x">Menu</a></nav><h2 id="part">A part<a class="headerlink" href="#part">¶</a></h2>
<svg><path d="M0"/><text>drawn</text></svg><p>After <br> it</p></article>"""


def test_a_page_is_taken_apart() -> None:
    found = search.document("tools/x/", HTML, "Title", "What it is.", "PyTorch")
    assert found.kind == "Tool"
    assert found.headings == (("part", "A part"),)
    assert "tf.nn.relu" in found.names
    assert {"text", "after"} <= found.words
    assert not {"menu", "drawn", "the"} & found.words


def test_a_name_that_is_highlighted_stays_whole() -> None:
    code = "<code><span>torch</span><span>.</span><span>compile</span>(f)</code><code>tf.nn</code>"
    names = search.document("tools/x/", code, "Title", "About.").names
    assert {"torch.compile", "tf.nn"} <= names


def test_a_list_of_everything_keeps_its_words_to_itself() -> None:
    pages = [search.document(url, "<p>seldom</p>", "Title", "About.") for url in ("compare/", "compare/x/")]
    found = search.index(pages)["pages"]
    assert isinstance(found, list)
    assert [page[-1] for page in found] == ["", "seldom"]


def test_words_that_are_everywhere_tell_nothing() -> None:
    pages = [
        search.document(f"p{number}/", f"<p>common rare{number}</p>", "Title", "About.")
        for number in range(10)
    ]
    found = search.index(pages)["pages"]
    assert isinstance(found, list)
    assert all("common" not in page[-1] for page in found)
    assert found[0][-1] == "rare0"
