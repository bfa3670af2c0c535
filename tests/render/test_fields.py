"""The tables of fields hold every key with its limits, and a page shows each of them."""

import re

import pytest

from scripts import paths
from scripts.render import fields, fragments
from tests.conftest import Sample

PAGE = paths.ROOT / paths.DOCS / "about/fields.md"
CELLS = re.compile(r"^\| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$")

# A table, a key, what it holds begins with, whether it must be there, and its limits.
KEYS = [
    ("page", "title", "Title in", "yes", "3 to 70 characters"),
    ("page", "description", "One or two", "yes", 'a text without `<`, `>` and `"`; 50 to 160 characters'),
    ("page", "checked", "Day on which", "no", "a day such as 2026-11-22"),
    ("page", "recheck_days", "For how many days", "no", "whole number, 30 to 365"),
    ("page", "tool", "Data of a tool", "no", "[tool](#tool)"),
    ("page", "hide", "Parts", "no",
     "list, each: `navigation`, `toc`, `path`, `tags`, `footer` or `feedback`"),
    ("page", "search", "How the search", "no", "keys below"),
    ("page", "search.exclude", "`true` leaves", "no", "`true` or `false`"),
    ("page", "search.boost", "Multiplies", "no", "number, above 0, at most 10; 1 if left out"),
    ("tool", "replaced_by", "What replaced", "yes", "list, with the keys below"),
    ("tool", "replaced_by.page", "Id of its page", "no", "lower-case words joined by hyphens"),
    ("tool", "newest.month", "Month in which", "yes", "a month such as 2026-11"),
    ("tool", "environment", "Environment", "no", "`frameworks`"),
    ("tool", "evidence", "How we know", "yes", "list of at least 1, each: [evidence](#evidence)"),
    ("row", "rows", "Ids of related", "yes", "list of 1 to 4, each: lower-case words joined by hyphens"),
    ("pair", "level", "1 for", "yes", "`1`, `2` or `3`"),
    ("pair", "values.within", "Greatest", "yes", "number, at least 0, below 1"),
    ("pair", "differ.pytorch", "What it must", "yes", "`true` or `false`, whole number, number or text"),
    ("pair", "transfers.to_pytorch.rule", "How the weights", "yes", "5 to 160 characters"),
    ("pair", "environments", "Environment of a side", "no",
     "`tensorflow` or `pytorch`, each with `frameworks`, `executorch`, `litert-torch` or `tf-keras`"),
    ("evidence", "kind", "`sourced`: somebody", "yes", "`sourced`, `executed`, `measured` or `judged`"),
    ("evidence", "dated", "The source's own", "for `sourced`", "2026, 2026-03, 2026-03-11 or `undated`"),
    ("evidence", "program", "Id of", "for `executed`", "lower-case words joined by hyphens"),
    ("evidence", "says", "`sourced`: what", "yes", "a sentence, with its full stop; 10 to 600 characters"),
    ("decision", "questions", "All", "yes", "list of at least 1, each: [question](#question)"),
    ("decision", "former.now", "Step that", "yes", "a question and its answer, such as `target.phone`"),
    ("question", "answers.rows", "Ids", "yes", "list of 1 to 4, each: lower-case words joined by hyphens"),
    ("move", "from", "Address", "yes", "an address without the site's own, such as `tools/litert/#state`"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "name", "holds", "must", "limits"), KEYS)
def test_a_key_stands_in_its_table(table: str, name: str, holds: str, must: str, limits: str) -> None:
    (key,) = [key for key in fields.keys(table) if key.name == name]
    assert key.holds.startswith(holds)
    assert (key.must, key.limits) == (must, limits)


@pytest.mark.parametrize("name", list(fields.TABLES))
def test_every_key_of_a_model_is_a_line_of_four_cells(name: str) -> None:
    head, rule, *lines = fields.table(name).splitlines()
    assert (head, rule) == ("| Key | What it holds | Must | Limits |", "| --- | --- | --- | --- |")
    found = [CELLS.match(line) for line in lines]
    assert None not in found
    assert all(line.count("|") == 5 for line in lines)
    names = [match[1].strip("`") for match in found if match]
    assert len(names) == len(set(names))
    for model in fields.TABLES[name]:
        assert {entry.alias or key for key, entry in model.model_fields.items()} <= set(names)


def test_a_table_leads_to_tables_that_exist() -> None:
    text = "".join(map(fields.table, fields.TABLES))
    targets = set(re.findall(r"\]\(#([\w-]+)\)", text))
    assert {
        "tool",
        "row",
        "pair",
        "outcome",
        "notebook",
        "error",
        "guide",
        "api",
        "evidence",
        "question",
    } == targets
    assert targets <= fields.TABLES.keys()


def test_each_table_is_a_fragment(sample: Sample) -> None:
    made = fragments.fragments(sample.read(), "https://example.org/repo")
    assert {name: made[f"fields/{name}.md"] for name in fields.TABLES} == {
        name: fields.table(name) for name in fields.TABLES
    }


def test_one_page_shows_them_all_under_the_ids_that_they_name() -> None:
    text = PAGE.read_text(encoding="utf-8")
    for name in fields.TABLES:
        section = text.partition(f" {{#{name}}}\n")[2].partition("\n## ")[0]
        assert f'--8<-- "fields/{name}.md"\n' in section, name
