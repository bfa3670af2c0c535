"""The schemas accept what is published here, refuse what the check refuses, and are found by editors."""

import datetime
import functools
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from scripts import paths
from scripts.__main__ import main
from scripts.content import reader, records, schema, source
from scripts.content.tree import Content
from tests.conftest import ARTICLE, OUTCOME, PAGE, PAIR, QUESTIONS, ROW, TOOL

MODELINE = re.compile(r"^# yaml-language-server: \$schema=(\S+)\n")
FIRST_KIND = re.compile(r"---\n(.*?)---\n", re.DOTALL)


def as_json(value: Any) -> Any:
    """Data of a YAML file as an editor sees it: YAML 1.2 has no days, they are texts."""
    if isinstance(value, dict):
        return {key: as_json(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [as_json(entry) for entry in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


@functools.cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(schema.files()[f"schema/{name}.schema.json"]))


def faults(name: str, data: Any) -> list[str]:
    """What a schema says of some data."""
    return [error.message for error in validator(name).iter_errors(as_json(data))]


def parsed(text: str) -> Any:
    data, problems = records.parse_yaml(text, "x")
    assert problems == []
    return data


@pytest.fixture(scope="module")
def published() -> Content:
    found, problems = reader.read()
    assert problems == []
    return found


def test_each_schema_is_a_valid_one() -> None:
    for text in schema.files().values():
        jsonschema.Draft202012Validator.check_schema(json.loads(text))


def test_every_front_matter_of_the_site_fits_the_schema_of_pages(published: Content) -> None:
    assert len(published.pages) > 100
    assert {page.path: found for page in published.pages if (found := faults("page", page.data))} == {}


@pytest.mark.parametrize("name", [name for name, entry in schema.SCHEMAS.items() if entry.file])
def test_each_data_file_of_the_site_fits_its_schema(name: str) -> None:
    text = source.read(paths.ROOT / paths.DOCS / schema.SCHEMAS[name].file)
    assert faults(name, parsed(text)) == []


def test_a_year_that_yaml_reads_as_a_number_fits() -> None:
    text = (
        ARTICLE + "    - {kind: sourced, url: https://a.org, title: Title, dated: 2026, seen: 2026-11-22,\n"
    )
    text += "       quality: primary, says: It says so.}\n"
    assert faults("article", parsed(text)) == []
    assert faults("article", parsed(text.replace("dated: 2026", "dated: 26"))) != []


# Schema, valid text, what to replace by what.
FAULTS = [
    ("page", PAGE, "title: A page", "titel: A page"),
    ("page", PAGE, "title: A page", "title: A"),
    ("page", PAGE, "description: A page that says enough", "description: A <b>page</b> that says enough"),
    ("page", PAGE, "recheck_days: 90", "recheck_days: 9"),
    ("page", PAGE, "recheck_days: 90", "recheck_days: ninety"),
    ("page", PAGE, "recheck_days: 90", "hide: [everything]"),
    ("page", TOOL, "side: both", "side: neither"),
    ("page", TOOL, "  job: Does what a tool does\n", ""),
    ("page", TOOL, "url: https://example.org/tool", "url: http://example.org/tool"),
    ("page", TOOL, 'dated: "2026-11"', 'dated: "November"'),
    ("page", TOOL, "kind: sourced", "kind: heard"),
    ("page", TOOL, 'month: "2026-11"', 'month: "11/2026"'),
    ("page", TOOL, 'version: "1.0"', "version: 1.0"),
    ("page", ROW, "rating: good", "rating: great"),
    ("page", ROW, "  question: How do the two differ on this?", "  question: How the two differ."),
    ("page", ROW, "rows: [b-row]", "rows: []"),
    ("page", PAIR, "within: 1e-6", "within: 1"),
    ("page", PAIR, "name: total", "name: Total"),
    ("page", OUTCOME.format(id="x"), "first: [Begin with it., Go on with it.]", "first: [Begin with it.]"),
    ("article", ARTICLE, "status: opinion", "status: maybe"),
    ("article", ARTICLE, "id: first-point", "id: First point"),
    ("article", ARTICLE, "- id: first-point", "- colour: red\n  id: first-point"),
    ("questions", QUESTIONS, "start: first\n", ""),
    ("questions", QUESTIONS, "was: first.some", "was: first"),
    ("presets", "- {id: me, title: For me, rows: [a, b, c]}\n", "[a, b, c]", "[a, b]"),
    ("moves", "- {from: a/, to: b/, since: 2026-11-22}\n", "from: a/", "from: /a/"),
    ("search", "messages:\n  - {text: Out of memory, page: a/}\n", "page: a/", "page: /a/"),
]


@pytest.mark.parametrize(("name", "text", "old", "new"), FAULTS)
def test_what_the_check_refuses_the_schema_refuses(name: str, text: str, old: str, new: str) -> None:
    front = FIRST_KIND.match(text)
    good = front[1] if front else text
    assert old in good
    bad = good.replace(old, new, 1)
    model = schema.SCHEMAS[name].model
    assert faults(name, parsed(good)) == []
    assert records.validate(model, parsed(good), "x")[1] == []
    assert faults(name, parsed(bad)) != []
    assert records.validate(model, parsed(bad), "x")[1] != []


def test_descriptions_of_the_fields_reach_the_schema() -> None:
    tool = schema.of(schema.SCHEMAS["page"].model)["$defs"]["Tool"]["properties"]
    assert tool["job"]["description"].startswith("What it does")
    assert tool["licence"]["patternErrorMessage"].startswith("Expected: an SPDX expression")
    assert "default" not in tool["use_note"]
    # A key may be called `title`, but no title of pydantic's is left.
    assert (
        schema.of(schema.SCHEMAS["presets"].model)["$defs"]["Preset"]["properties"]["title"]["maxLength"]
        == 40
    )
    assert '"title": "Recheck Days"' not in "".join(schema.files().values())


def test_the_schemas_in_the_repository_are_those_of_the_models(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "--check"]) == 0, capsys.readouterr().err


def test_the_command_writes_what_differs_and_removes_what_is_gone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ["--root", str(tmp_path)]
    assert main(["schema", *root]) == 0
    assert capsys.readouterr().out.split() == [f"docs/{name}" for name in schema.files()]
    assert main(["schema", *root]) == 0
    assert capsys.readouterr().out == ""
    (tmp_path / "docs/schema/moves.schema.json").write_text("{}\n", encoding="utf-8")
    (tmp_path / "docs/schema/old.schema.json").write_text("{}\n", encoding="utf-8")
    assert main(["schema", "--check", *root]) == 1
    assert [line.partition(":")[0] for line in capsys.readouterr().err.splitlines()] == [
        "docs/schema/moves.schema.json",
        "docs/schema/old.schema.json",
    ]
    assert main(["schema", *root]) == 0
    assert capsys.readouterr().out == "docs/schema/moves.schema.json\ndocs/schema/old.schema.json: removed\n"
    assert main(["schema", "--check", *root]) == 0


def test_editors_find_the_schema_of_each_data_file() -> None:
    docs = paths.ROOT / paths.DOCS
    text = (paths.ROOT / ".vscode/settings.json").read_text(encoding="utf-8")
    settings = json.loads(re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE))["yaml.schemas"]
    expected = {
        f"docs/{schema.FOLDER}/{name}{schema.ENDING}": f"docs/{entry.file}"
        for name, entry in schema.SCHEMAS.items()
        if entry.file
    }
    assert settings == expected
    for place, file in expected.items():
        found = MODELINE.match((paths.ROOT / file).read_text(encoding="utf-8"))
        assert found, file
        assert ((paths.ROOT / file).parent / found[1]).resolve() == (docs.parent / place).resolve()
