"""The API map for programs: what is published of each entry, which names are known, and its schema."""

import json
from pathlib import Path

import jsonschema
import pytest

from scripts.content import api_coverage
from scripts.content.json_record import NAMES, USES
from scripts.model.api_names import PublicNames, Repository, Uses
from scripts.publish import api_map, search_index
from scripts.render import fragments
from tests.conftest import TODAY, Sample
from tests.rules.test_api import mapped  # noqa: F401  (a fixture)
from tests.translate.vendor import FILE, vendored

SITE = "https://example.org/s/"


@pytest.fixture
def named(mapped: Sample) -> Sample:  # noqa: F811
    names = PublicNames(
        recorded=TODAY,
        versions={"torch": "2.15.0"},
        counted={"tensorflow": ["tf"], "pytorch": ["torch"]},
        modules={"tf": ["first", "third"], "tf.math": ["first", "uno"], "torch": ["first", "one", "premier"]},
        aliases={"tf.math.uno": "tf.first", "torch.premier": "torch.one", "torch.first": "torch.one"},
    )
    NAMES.write(mapped.docs, names)
    return mapped


def test_an_entry_is_published_with_what_its_run_showed(named: Sample) -> None:
    first, second = api_map.of(named.read(), SITE).entries
    assert first.model_dump() == {
        "id": "first",
        "family": "a-family",
        "url": f"{SITE}api/a-family/#first",
        "tensorflow": ["tf.first", "tf.math.first"],
        "pytorch": ["torch.first", "torch.Tensor.first"],
        "match": "other-arguments",
        "arguments": {"axis": "dim"},
        "defaults": [["axis", "0", "dim", "1"]],
        "notes": {},
        "when": {},
        "cases": [],
        "parameters": {},
        "differs": [],
        "instead": "",
        "inputs": "x = rng.normal(size=3)",
        "code": {"tensorflow": "y = tf.first(x, axis=0)", "pytorch": "y = torch.first(x, dim=0)"},
        "difference": 0.0,
    }
    assert (second.instead, second.difference) == ("Nobody needs it.", None)


def test_an_entry_is_published_with_its_cases_and_the_order_of_its_arguments(named: Sample) -> None:
    case = (
        "      when: {pytorch: {dim: any}}\n      cases:\n        - side: pytorch\n"
        '          given: {dim: "> 0"}\n'
        '          note: It is another axis.\n          code: {pytorch: "y = torch.first(x, dim=1)"}\n'
        "          wrong: y = tf.first(x)\n"
    )
    named.change("api/a-family.md", "      rows: [a-row]\n", f"      rows: [a-row]\n{case}")
    first, _ = api_map.of(named.read(), SITE).entries
    assert first.when == {"pytorch": {"dim": "any"}}
    assert [one.model_dump() for one in first.cases] == [
        {
            "side": "pytorch", "given": {"dim": "> 0"}, "condition": "`dim` above 0",
            "note": "It is another axis.",
            "code": {"pytorch": "y = torch.first(x, dim=1)"}, "wrong": "y = tf.first(x)",
        }
    ]  # fmt: skip
    assert first.parameters["tf.first"] == ["x", "axis"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("x, size=(3, 3), mode='a, b', *, last=None", ["x", "size", "mode"]),
        ("a, b=[1, (2, 3)], **rest", ["a", "b"]),
        ("*inputs, axis=1", []),
        ("", []),
        (", ".join("abcdefghijk"), list("abcdefgh")),
    ],
)
def test_arguments_are_known_by_their_place(named: Sample, text: str, names: list[str]) -> None:
    assert api_map.by_place(text) == names


def test_other_names_of_the_same_object_lead_to_the_entry(named: Sample) -> None:
    found = api_map.of(named.read(), SITE)
    assert found.aliases == {
        "tf.math.uno": "tf.first",
        "torch.one": "torch.first",
        "torch.premier": "torch.first",
    }
    (family,) = found.families
    assert (family.recorded, family.url) == ("2026-11-22", f"{SITE}api/a-family/")


def test_the_files_fit_the_schema_and_each_field_is_described(named: Sample, tmp_path: Path) -> None:
    files = {file.name: json.loads(file.read_text(encoding="utf-8"))
             for file in api_map.write(named.read(), tmp_path, SITE)}  # fmt: skip
    assert set(files) == {"map.json", "map.schema.json", "names.json"}
    jsonschema.validate(files["map.json"], files["map.schema.json"])
    assert files["names.json"]["modules"]["torch"] == ["first", "one", "premier"]
    broken = {**files["map.json"], "entries": [{"id": "a"}]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, files["map.schema.json"])


def test_coverage_counts_names_by_their_objects(named: Sample) -> None:
    text = fragments.fragments(named.read(), "")["api-coverage.md"]
    assert "| `tf` | 1 | 2 |" in text
    assert "| `torch` | 3 | 3 |" in text


def test_the_share_of_uses_is_that_of_the_most_used_names(named: Sample) -> None:
    assert api_coverage.MOST_USED == 100
    assert api_coverage.share(named.read(), "tensorflow") == 0
    names = {f"tf.n{index}": 0.001 for index in range(99)}
    shares = {"tf.math.uno": 0.3, **names, "tf.first": 0.0009}
    repository = Repository(name="a/b", commit="0" * 40, files=1)
    uses = Uses(
        counted=TODAY,
        repositories={"tensorflow": [repository], "pytorch": []},
        shares={"tensorflow": shares, "pytorch": {}},
    )
    USES.write(named.docs, uses)
    content = named.read()
    # Of the 101 names the last, which an entry has, is none of the hundred.
    assert api_coverage.share(content, "tensorflow") == pytest.approx(0.3 / (0.3 + 0.099))
    assert api_coverage.most_used(content, "tensorflow")[:2] == [
        ("tf.math.uno", 0.3, True),
        ("tf.n0", 0.001, False),
    ]
    assert api_coverage.share(content, "pytorch") == 0


def test_without_a_list_of_names_each_is_known_by_itself(mapped: Sample) -> None:  # noqa: F811
    content = mapped.read()
    assert api_coverage.covered(content) == {
        "tf.first",
        "tf.math.first",
        "torch.first",
        "torch.Tensor.first",
        "tf.second",
    }
    assert list(api_coverage.modules(content)) == []
    assert api_map.of(content, SITE).aliases == {}


def test_letters_of_other_languages_are_published_as_they_are(named: Sample, tmp_path: Path) -> None:
    named.change("api/a-family.md", "Nobody needs it.", "Nobody needs “it”.")
    file = api_map.write(named.read(), tmp_path, SITE)[0]
    assert "“it”" in file.read_text(encoding="utf-8")
    (family,) = api_map.of(named.read(), SITE).families
    assert family.versions == {"Python": "3.11.7", "torch": "2.15.0"}
    names = json.loads((tmp_path / "api/v1/names.json").read_text(encoding="utf-8"))
    assert names["versions"] == {"torch": "2.15.0"}


def test_the_search_has_each_entry_by_all_its_names(named: Sample) -> None:
    html = fragments.fragments(named.read(), "")["api/a-family.md"]
    found = search_index.document("api/a-family/", f"<article>{html}</article>", "A family", "It is.")
    assert found.headings == (
        ("first", "tf.first tf.math.first torch.first torch.Tensor.first"),
        ("second", "tf.second"),
    )
    assert found.words == frozenset()


@pytest.mark.node
def test_the_parser_is_that_of_the_pinned_packages() -> None:
    assert FILE.read_text(encoding="utf-8") == vendored(), "run `python -m tests.translate.vendor`"
