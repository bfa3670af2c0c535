"""What the index of the search holds of a page: by what it is found, and what a result shows beside it."""

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from scripts.model.page import PageMeta
from scripts.model.search import Search
from scripts.publish import search_index
from scripts.publish.search_index import Document
from tests.conftest import Sample
from tests.test_moves import move

HTML = """<nav>Skipped words</nav><h1 id="a">Weights<a class="headerlink">¶</a></h1>
<p>Text before the sections names <code>torch.nn.Linear</code> and load_state_dict.</p>
<h2 id="one">First  <code>fit</code><a class="headerlink">¶</a></h2><p>Kernels are transposed.</p>
<script>hidden()</script><svg><text>drawn</text></svg><style>styled{}</style><button>Pressed</button>
<h3 id="two">Second</h3><p>Biases stay. Kernels again.</p><h4 id="three">Third</h4><footer>Last</footer>"""


def document(html: str = HTML, url: str = "tools/one/") -> Document:
    return search_index.document(url, html, "A title", "A description.")


def made(url: str, text: str = "", **fields: Any) -> Document:
    """A page as the search sees it, with these words in its text."""
    words = frozenset(text.split())
    empty: frozenset[str] = frozenset()
    plain = Document(url, url, "Guide", "", (), empty, words, parts=((empty, words),))
    return dataclasses.replace(plain, **fields)


# Words --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The weights of a layer", {"weight", "layer"}),
        ("", set()),
        ("the and of", set()),
        ("torch.nn.Linear", {"torch.nn.linear", "nn.linear", "linear", "torch", "nn"}),
        ("load_state_dict", {"load_state_dict", "load", "state", "dict"}),
        ("DataLoader", {"dataloader", "data", "loader"}),
        ("GRUCell", {"grucell"}),
        ("C++ and c", {"c++", "c"}),
        ("quantise quantised quantization", {"quantize", "quantized", "quantization"}),
        ("optimises optimising optimisation", {"optimize", "optimizing", "optimization"}),
        ("loss class bus axis js", {"loss", "class", "bus", "axis", "js"}),
        ("gas ops", {"gas", "ops"}),
        ("maps", {"map"}),
        ("isle wise", {"isle", "wize"}),
        ("2.21.0", {"2.21.0", "21.0", "0", "2", "21"}),
        ("naïve Gewicht", {"naïve", "gewicht"}),
    ],
)
def test_a_text_is_looked_up_by_its_words_in_one_form(text: str, terms: set[str]) -> None:
    assert search_index.terms(text) == terms


# Pages --------------------------------------------------------------------------------------------


def test_a_page_is_its_title_its_headings_and_the_words_of_each_section() -> None:
    found = document()
    assert (found.url, found.title, found.description) == ("tools/one/", "A title", "A description.")
    assert found.headings == (("one", "First fit"), ("two", "Second"))
    before, first, second = found.parts
    assert before[0] == {"torch.nn.Linear", "load_state_dict"}
    assert {"text", "before", "section", "linear", "load_state_dict"} <= before[1]
    assert {"kernel", "transposed", "fit"} <= first[1]
    assert {"biase", "stay", "kernel", "third"} <= second[1]
    assert "biase" not in first[1]
    assert found.names == {"torch.nn.Linear", "load_state_dict"}
    assert found.words == before[1] | first[1] | second[1]


@pytest.mark.parametrize("word", ["skipped", "hidden", "drawn", "styled", "pressed", "last", "¶"])
def test_what_is_not_the_pages_text_is_not_found(word: str) -> None:
    assert word not in document().words


def test_a_name_that_colours_divide_is_one_word() -> None:
    found = document(
        "<p>See <code>load<span>er</span></code>.</p><code><span>ab</span><span>cd</span></code>"
    )
    assert found.words == {"see", "loader", "abcd"}


def test_a_heading_without_an_id_or_of_a_lower_level_is_no_section() -> None:
    found = document("<h2>No</h2><p>one</p><h4 id='x'>Lower</h4><p>two</p>")
    assert found.headings == ()
    assert len(found.parts) == 1


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("compare/x/", "Comparison"), ("examples/x/", "Example"), ("notebooks/x/", "Notebook"),
        ("tools/x/", "Tool"), ("decide/", "Decision"), ("measurements/", "Measurement"),
        ("about/x/", "About"),
        ("", "Guide"), ("overview/", "Guide"),
    ],
)  # fmt: skip
def test_a_result_says_what_kind_of_page_it_is(url: str, kind: str) -> None:
    assert document("<p>x</p>", url).kind == kind


@pytest.mark.parametrize(
    ("edge", "ratings", "says"),
    [
        ("pytorch", ("good", "strong"), "edge: PyTorch"),
        ("tensorflow", ("strong", "good"), "edge: TensorFlow"),
        ("even", ("good", "good"), "edge: even"),
        ("depends", ("good", "good"), "edge: depends"),
        ("unknown", ("unknown", "good"), "edge: unknown"),
    ],
)
def test_a_row_says_who_has_the_edge(
    compared: Sample, edge: str, ratings: tuple[str, str], says: str
) -> None:
    for old, new in (("strong", f"{ratings[1]} "), ("good", ratings[0])):
        compared.change("compare/a-row.md", f"rating: {old}", f"rating: {new}")
    compared.change("compare/a-row.md", "edge: pytorch", f"edge: {edge}")
    assert search_index.framework_of(meta(compared, "compare/a-row.md")) == says


@pytest.mark.parametrize(
    ("side", "says"),
    [
        ("tensorflow", "TensorFlow"),
        ("pytorch", "PyTorch"),
        ("both", "both frameworks"),
    ],
)
def test_a_tool_says_which_framework_it_is_for(sample: Sample, side: str, says: str) -> None:
    sample.change("tools/one.md", "side: both", f"side: {side}")
    assert search_index.framework_of(meta(sample, "tools/one.md")) == says


@pytest.mark.parametrize(
    ("side", "says"), [("tensorflow", "TensorFlow"), ("either", "either framework"), ("neither", "")]
)
def test_an_outcome_says_which_framework_it_takes(decided: Sample, side: str, says: str) -> None:
    decided.change("decide/one-end.md", "side: pytorch", f"side: {side}")
    assert search_index.framework_of(meta(decided, "decide/one-end.md")) == says


def test_a_pair_is_about_both_and_another_page_about_none(paired: Sample) -> None:
    assert search_index.framework_of(meta(paired, "examples/a-pair/index.md")) == "both frameworks"
    assert search_index.framework_of(meta(paired, "index.md")) == ""


def meta(sample: Sample, source: str) -> PageMeta:
    page = sample.read().page(source)
    assert page
    assert page.meta
    return page.meta


# The index ----------------------------------------------------------------------------------------


def pages(*documents: Document) -> dict[str, list[object]]:
    """The pages of an index by their addresses."""
    listed = search_index.index(documents)["pages"]
    assert isinstance(listed, list)
    return {page[0]: page for page in listed}


def test_a_page_in_the_index_has_all_that_a_result_shows() -> None:
    (page,) = pages(
        made(
            "a/",
            title="T",
            kind="Tool",
            framework="PyTorch",
            description="D",
            headings=(("one", "First"), ("two", "Second")),
        )
    ).values()
    assert page == ["a/", "T", "Tool", "PyTorch", "D", ["one", "First", "two", "Second"], "", ""]


def test_pages_are_in_the_order_of_their_addresses() -> None:
    assert list(pages(made("b/"), made("c/"), made("a/"))) == ["a/", "b/", "c/"]


def test_a_word_stands_in_the_first_section_that_has_it_and_only_there() -> None:
    parts = (
        (frozenset({"a_b"}), frozenset({"zeta", "alpha"})),
        (frozenset({"a_b", "c_d"}), frozenset({"alpha", "beta"})),
    )
    words = frozenset({"zeta", "alpha", "beta"})
    (page,) = pages(made("x/", parts=parts, words=words, names=frozenset({"a_b", "c_d"}))).values()
    assert page[6:] == ["a_b|c_d", "alpha zeta|beta"]


def test_a_word_that_another_field_of_the_page_has_is_not_written_again() -> None:
    found = made(
        "x/",
        "gradient tape vanish explode here",
        title="Gradients",
        headings=(("t", "The tape"),),
        description="They vanish.",
        names=frozenset({"explode"}),
    )
    (page,) = pages(found).values()
    assert page[7] == "here"


def test_a_word_without_letters_is_left_to_the_title() -> None:
    (page,) = pages(made("x/", "2 a 2.5 ab c++ x1 v2x")).values()
    assert page[7] == "ab c++"


def test_a_word_that_stands_on_more_than_a_fifth_of_all_pages_tells_none_apart() -> None:
    def written(having: int, total: int) -> bool:
        listed = [made(f"{index:02}/", "shared" if index < having else "") for index in range(total)]
        return pages(*listed)["00/"][7] == "shared"

    assert written(2, 3)  # two pages may always share a word
    assert not written(3, 3)
    assert written(3, 15)
    assert not written(3, 14)


def test_the_words_of_a_list_stand_on_the_pages_that_it_lists() -> None:
    found = pages(
        made("list/", "gradient", boost=0.5), made("page/", "gradient"), made("first/", "x-tape", boost=2)
    )
    assert found["list/"][7] == ""
    assert found["page/"][7] == "gradient"
    assert found["first/"][7] == "x-tape"


KNOWN = Search.model_validate(
    {
        "starters": [{"question": "Which one – this or that?", "page": "decide/"}],
        "synonyms": {"net": "network"},
        "words": {"slow": ["slow", "lag*"], "gpu": ["gpu", "cuda"], "other": ["other"]},
        "symptoms": [{"all": ["gpu", "slow"], "pages": ["b/#x", "a/"], "like": ["one", "two", "three"]}],
        "messages": [{"text": "CUDA error: no kernel image", "page": "a/#one"}],
    }
)


def test_an_index_says_what_is_known_of_readers_words() -> None:
    found = search_index.index([made("a/"), made("b/")], KNOWN)
    assert found["synonyms"] == {"net": "network"}
    # A message is answered by a page, whose section the search finds by itself.
    assert found["asked"] == [["a/", "CUDA error: no kernel image"]]
    # A symptom needs a word of each of its groups, in their order.
    assert found["symptoms"] == [{"all": [["gpu", "cuda"], ["slow", "lag*"]], "pages": ["b/#x", "a/"]}]


def test_an_index_without_readers_words_says_so() -> None:
    found = search_index.index([made("a/", boost=0.5), made("b/"), made("c/", boost=2)])
    assert {name: found[name] for name in ("synonyms", "boosts", "asked", "symptoms")} == {
        "synonyms": {},
        "boosts": {"a/": 0.5, "c/": 2},
        "asked": [],
        "symptoms": [],
    }


def test_what_is_written_is_read_by_the_search_and_the_page_of_missing_addresses(tmp_path: Path) -> None:
    documents = [made("b/", title="Über B"), made("a/", title="A")]
    file = search_index.write(tmp_path / "site", documents, KNOWN)
    assert file == tmp_path / "site/search/index.json"
    text = file.read_text(encoding="utf-8")
    assert "Über" in text
    assert [page[0] for page in json.loads(text)["pages"]] == ["a/", "b/"]
    offered = (tmp_path / "site/search/starters.json").read_text(encoding="utf-8")
    assert "–" in offered  # a reader loads these files: a letter costs no more than itself
    assert json.loads(offered) == [["Which one – this or that?", "decide/"]]
    stub = json.loads((tmp_path / "site/search/search_index.json").read_text(encoding="utf-8"))
    assert stub["docs"] == []
    assert search_index.write(tmp_path / "site", documents, KNOWN) == file  # again, as a rebuild does
    moves = [move("old/", "a/"), move("a/#x", "a/#y")]
    addresses = search_index.write_addresses(tmp_path / "site", documents, moves)
    text = addresses.read_text(encoding="utf-8")
    assert "Über" in text
    assert json.loads(text) == {
        "pages": {"a/": "A", "b/": "Über B"},
        "moved": {"old/": "a/"},
    }
