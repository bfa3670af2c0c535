"""The API map as data: what the check says of its entries, their records, and the names that they hold."""

import datetime
import re
from dataclasses import replace

import pytest
from markupsafe import Markup
from pydantic import ValidationError

from scripts.content import api_record, due, edited
from scripts.content.api_record import Run, Shown
from scripts.execute import api_notebook
from scripts.model.api_map import IMPORTS, Entry, EntryCase, short
from scripts.render import api_map, components, fragments
from tests.conftest import Sample

PAGE = "api/a-family.md"
# Of the first entry below. Another one would make every record on the site an old one.
FINGERPRINT = "d406653d88caac6f"

FAMILY = """\
---
title: A family
description: A family of calls that says enough about itself to pass the check of descriptions.
api:
  order: 1
  recheck_days: 90
  entries:
    - id: first
      tensorflow: [tf.first, tf.math.first]
      pytorch: [torch.first, torch.Tensor.first]
      match: other-arguments
      arguments: {axis: dim}
      inputs: x = rng.normal(size=3)
      code:
        tensorflow: y = tf.first(x, axis=0)
        pytorch: y = torch.first(x, dim=0)
      rows: [a-row]
    - id: second
      tensorflow: [tf.second]
      match: none
      instead: Nobody needs it.
      code:
        tensorflow: y = tf.second(3)
---

# A family {#a-family}

It answers.

--8<-- "api/a-family.md"
"""


def recorded(sample: Sample, name: str = "a-family") -> None:
    """Record a run of the sample's entries, without running them."""
    page, family = sample.read().families[name]
    shown = {
        entry.id: Shown(
            api_record.fingerprint(entry),
            0.0 if len(entry.sides) == 2 else None,
            None,
            dict.fromkeys(entry.sides, "float32"),
            {name: "x, axis=None" for side in entry.sides for name in entry.names(side)},
            [["axis", "0", "dim", "1"]] if entry.id == "first" else [],
            {side: ["log: soon gone"] if side == "pytorch" else [] for side in entry.sides},
        )
        for entry in family.entries
    }
    run = Run(shown, {"Python": "3.11.7", "torch": "2.15.0"}, datetime.date(2026, 11, 22))
    api_record.write(sample.docs, page.id, run)
    api_notebook.write(sample.docs, page)


@pytest.fixture
def mapped(compared: Sample) -> Sample:
    """The sample with two rows and a family of two entries, which are recorded."""
    compared.write(PAGE, FAMILY)
    compared.change(".nav.yml", "nav:\n", "nav:\n  - API: api/*.md\n")
    recorded(compared)
    assert compared.problems() == []
    return compared


# What to replace by what in the family's page, the rule, the line, and a part of the message.
FAULTS = [
    ("- id: second", "- id: first", "api-relation", 18, "the id first is that of docs/api/a-family.md:8"),
    ("- id: second", "- id: a-family", "api-relation", 18, "is that of a heading of the page"),
    ("- id: second", "- id: Second", "front-matter", 18, "pattern"),
    ("rows: [a-row]", "rows: [b-row, a-rov]", "api-relation", 17, "did you mean “a-row”"),
    ("rows: [a-row]", "pairs: [a-row]", "api-relation", 17, "`pairs` names “a-row”, which does not exist"),
    ("rows: [a-row]", "errors: [a-row]", "api-relation", 17, "correct the id, or remove it"),
    ("axis=0", "axis=-1", "api-record", 8, "changed after it was run; run `python -m scripts api a-family`"),
    ("--8<--", "Nothing: --8<--", "api-record", 25, "the page does not show its entries"),
    ("match: other-arguments", "match: other", "front-matter", 11, "other-name"),
    ("tf.first,", "first,", "front-matter", 9, "pattern"),
    ("      instead: Nobody needs it.\n", "", "front-matter", 18, "`none` needs `instead`"),
    ("  order: 1\n", "", "front-matter", 4, "order"),
    ("recheck_days: 90", "recheck_days: 20", "front-matter", 6, "30"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "rule", "line", "words"), FAULTS)
def test_a_fault_of_a_family_is_found_at_its_line(  # noqa: PLR0913, PLR0917
    mapped: Sample, old: str, new: str, rule: str, line: int, words: str
) -> None:
    mapped.change(PAGE, old, new)
    found = [problem for problem in mapped.problems() if problem.path == f"docs/{PAGE}"]
    assert (rule, line) in {(problem.rule, problem.line) for problem in found}, found
    assert any(words in str(problem) for problem in found), found


def test_two_entries_of_the_same_names_are_one(mapped: Sample) -> None:
    text = (mapped.docs / PAGE).read_text(encoding="utf-8")
    first = text[text.index("    - id: first") : text.index("    - id: second")]
    mapped.change(PAGE, "    - id: second", first.replace("id: first", "id: third") + "    - id: second")
    faults = {problem.fault for problem in mapped.problems() if problem.rule == "api-relation"}
    assert faults == {"both names are those of docs/api/a-family.md:8"}


def test_entries_that_share_a_name_on_one_side_alone_are_two(mapped: Sample) -> None:
    text = (mapped.docs / PAGE).read_text(encoding="utf-8")
    first = text[text.index("    - id: first") : text.index("    - id: second")]
    second = text[text.index("    - id: second") : text.index("---\n\n#")]
    for old, new in (("tf.first, tf.math", "tf.other, tf.math"), ("[torch.first, ", "[torch.other, ")):
        another = first.replace("id: first", "id: third").replace(old, new)
        mapped.write(PAGE, text.replace("    - id: second", another + "    - id: second"))
        assert [problem for problem in mapped.problems() if problem.rule == "api-relation"] == []
    mapped.write(PAGE, text.replace("---\n\n#", second.replace("id: second", "id: zero") + "---\n\n#"))
    faults = [problem for problem in mapped.problems() if problem.rule == "api-relation"]
    assert [(problem.line, problem.fault) for problem in faults] == [
        (24, "both names are those of docs/api/a-family.md:18")
    ]


def test_what_repeats_an_entry_of_another_family_is_told_where_it_stands(mapped: Sample) -> None:
    again = (
        FAMILY.replace("a-family", "0-family")
        .replace("A family", "An earlier one")
        .replace("order: 1", "order: 2")
    )
    mapped.write("api/0-family.md", again.replace("description: A", "description: Another"))
    recorded(mapped, "0-family")
    faults = {
        (problem.path, problem.line, problem.fault)
        for problem in mapped.problems()
        if problem.rule == "api-relation"
    }
    assert faults == {
        ("docs/api/0-family.md", 8, "the id first is that of docs/api/a-family.md:8"),
        ("docs/api/0-family.md", 8, "both names are those of docs/api/a-family.md:8"),
        ("docs/api/0-family.md", 18, "the id second is that of docs/api/a-family.md:18"),
        ("docs/api/0-family.md", 18, "both names are those of docs/api/a-family.md:18"),
    }


@pytest.mark.parametrize("within", ["0.001", "0.002", "0.003", "0.004", "0.005", "0.006"])
def test_whatever_is_executed_is_in_the_fingerprint(mapped: Sample, within: str) -> None:
    mapped.change(PAGE, "      rows: [a-row]", f"      within: {within}\n      rows: [a-row]")
    faults = [
        (problem.line, problem.fault) for problem in mapped.problems() if problem.path == f"docs/{PAGE}"
    ]
    assert faults == [(8, "the entry first changed after it was run")]


@pytest.mark.parametrize("change", ["", "a", "z", "~"])
def test_a_notebook_that_is_not_made_from_the_entries_is_told(mapped: Sample, change: str) -> None:
    file = mapped.docs / "api/a-family.ipynb"
    file.write_text(change + file.read_text(encoding="utf-8")[1:], encoding="utf-8")
    (problem,) = mapped.problems()
    assert (problem.path, problem.line) == ("docs/api/a-family.ipynb", 1)
    assert problem.fault == "the notebook is not made from these entries"
    file.unlink()
    assert [problem.path for problem in mapped.problems()] == ["docs/api/a-family.ipynb"]


def test_a_fingerprint_is_the_same_in_each_release(mapped: Sample) -> None:
    entry = mapped.read().entries["first"][1]
    assert api_record.fingerprint(entry) == FINGERPRINT


def test_an_entry_that_was_not_run_is_told_and_so_is_one_that_is_gone(mapped: Sample) -> None:
    mapped.change(PAGE, "- id: second", "- id: other")
    found = {(problem.path, problem.line, problem.fault) for problem in mapped.problems()}
    assert found == {
        ("docs/api/a-family.md", 18, "the entry other has not been run"),
        ("docs/api/a-family.run.json", 1, "the record has an entry second, and the page has none"),
    }


def test_a_record_that_cannot_be_read_or_was_edited_is_told(mapped: Sample) -> None:
    mapped.change("api/a-family.run.json", "soon gone", "never gone")
    assert [problem.rule for problem in mapped.problems()] == ["record-integrity"]
    (mapped.docs / "api/a-family.run.json").unlink()
    (problem,) = mapped.problems()
    assert (problem.line, problem.fault) == (4, "no record of a run can be read")


def test_words_may_be_edited_without_another_run(mapped: Sample) -> None:
    mapped.change(PAGE, "Nobody needs it.", "Everybody does without it.")
    assert mapped.problems() == []


def test_a_family_is_due_after_its_run(mapped: Sample) -> None:
    content = mapped.read()
    page = content.families["a-family"][0]
    dates = due.of(content, page)
    assert dates
    assert (dates.checked.isoformat(), dates.by.isoformat()) == ("2026-11-22", "2027-02-20")
    (entry,) = [entry for entry in due.entries(content) if entry.path == page.path]
    assert (entry.line, entry.remedy) == (6, "run `python -m scripts api a-family`")


def test_the_record_beside_a_family_is_part_of_it(mapped: Sample) -> None:
    found = edited.named(["docs/api/a-family.run.json"], mapped.read())
    assert found.pages == frozenset({"docs/api/a-family.md"})


def test_the_page_shows_both_names_both_sides_and_what_differs(mapped: Sample) -> None:
    html = fragments.fragments(mapped.read(), "")["api/a-family.md"]
    first, second = html.split('<tr class="compare__row entry"')[1:]
    assert ' id="first" data-match="other-arguments"' in first
    heads = re.findall(r'data-column="(\w+)".*?<code>([\w.]+)</code>', first)
    assert heads == [("tensorflow", "tf.first"), ("pytorch", "torch.first")]
    assert "<code>tf.math.first</code>" in first
    sides = re.findall(r'entry__side--(\w+)"><code>(.*?)</code></pre>', first)
    plain = [(side, re.sub(r"<[^>]+>", "", code)) for side, code in sides]
    assert plain == [("tensorflow", "y = tf.first(x, axis=0)"), ("pytorch", "y = torch.first(x, dim=0)")]
    assert "<p><code>axis</code> is <code>dim</code>.</p>" in first
    assert "<code>axis</code> is 0 in TensorFlow and <code>dim</code> 1 in PyTorch." in first
    assert "<b>PyTorch warns:</b> log: soon gone" in first
    assert "Equal exactly, with <code>x = rng.normal(size=3)</code>" in first
    assert '<a href="../../compare/a-row/">A row</a>' in first
    assert ' id="second" data-match="none"' in second
    assert "nothing alike" in second
    assert "<p>Nobody needs it.</p>" in second


def test_families_are_listed_with_their_entries_and_classes_counted(mapped: Sample) -> None:
    content = mapped.read()
    assert "| [A family](/api/a-family.md) | 2 | `tf.first`, `tf.second` |" in api_map.overview(content)
    classes = api_map.classes(content)
    assert "| Other argument names | an argument has another name | 1 |" in classes
    assert "| A few lines | no single call does it; a few lines do | 0 |" in classes


ENTRY = {
    "id": "a", "tensorflow": ["tf.a"], "pytorch": ["torch.a"], "match": "same",
    "code": {"tensorflow": "y = tf.a(1)", "pytorch": "y = torch.a(1)"},
}  # fmt: skip

CASE_OF_A: dict[str, object] = {
    "side": "tensorflow", "given": {"b": "> 0"}, "note": "It is more.",
    "code": {"tensorflow": "y = tf.a(b=1)"}, "wrong": "y = torch.a(1)",
}  # fmt: skip

# What is changed in an entry, and a part of what is said; empty where it is fine.
FORMS = [
    ({}, ""),
    ({"match": "other-result"}, "needs a `mistake`"),
    ({"match": "other-defaults"}, "needs `differs`"),
    ({"match": "other-forms", "differs": ["It is another form."]}, ""),
    ({"match": "none"}, "`none` needs `instead`"),
    ({"match": "none", "instead": "Do without it."}, "names on one side alone"),
    ({"instead": "Do without it."}, "`instead` is for entries without a counterpart"),
    ({"code": {"tensorflow": "y = 1"}}, "PyTorch has no code"),
    ({"code": {"pytorch": "y = 1"}}, "TensorFlow has no code"),
    ({"pytorch": []}, "without a single call on it the class is `lines`"),
    ({"pytorch": [], "match": "lines"}, ""),
    ({"tensorflow": [], "pytorch": [], "match": "lines"}, "it has no name"),
    ({"tensorflow": ["torch.a"]}, "“torch.a” is no name of TensorFlow"),
    ({"pytorch": ["keras.a"]}, "“keras.a” is no name of PyTorch"),
    ({"code": {"tensorflow": "y = 1\n" * 4, "pytorch": "y = 1"}}, ""),
    ({"code": {"tensorflow": "y = 1\n" * 5, "pytorch": "y = 1"}}, "TensorFlow has more than 4 lines"),
    ({"also": {"tf.b": "y = tf.b(1)"}}, "“tf.b”, which is not one of its other names"),
    ({"also": {"tf.a": "y = tf.a(1)"}}, "“tf.a”, which is not one of its other names"),
    ({"tensorflow": ["tf.a", "tf.b"], "also": {"tf.b": "y = tf.b(1)"}}, ""),
    ({"cases": [CASE_OF_A]}, ""),
    ({"match": "other-forms", "cases": [CASE_OF_A]}, ""),
    ({"cases": [CASE_OF_A | {"side": "pytorch"}]}, "`code` has no lines of PyTorch, whose call it is of"),
    ({"cases": [CASE_OF_A | {"wrong": None}]}, "nothing is compared"),
    ({"cases": [CASE_OF_A | {"given": {"c": "same"}}]}, "its lines of TensorFlow do not give `c`"),
    ({"cases": [CASE_OF_A | {"given": {"b": "absent"}}]}, ""),
    ({"cases": [CASE_OF_A | {"given": {"b": "> x"}}]}, "pattern"),
    ({"cases": [CASE_OF_A | {"code": {"tensorflow": "y = tf.a(b=1)\n" * 5}}]}, "more than 4 lines"),
    ({"when": {"pytorch": {"*": "dtype | torch.int", "b": "any"}}}, ""),
    ({"when": {"pytorch": {"b c": "any"}}}, "pattern"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "message"), FORMS)
def test_an_entry_agrees_with_its_class(change: dict[str, object], message: str) -> None:
    if not message:
        Entry.model_validate(ENTRY | change)
        return
    with pytest.raises(ValidationError, match=re.escape(message)):
        Entry.model_validate(ENTRY | change)


# The first name and its lines, another name, and the lines with it; None if they cannot be made.
LINES = [
    ("torch.sum", "y = torch.sum(x, dim=1)", "torch.Tensor.sum", "y = x.sum(dim=1)"),
    ("torch.abs", "y = torch.abs(x)", "torch.Tensor.abs", "y = x.abs()"),
    ("torch.abs", "y = torch.abs(x + 1)", "torch.Tensor.abs", None),
    ("torch.abs", "y = 1", "torch.absolute", None),
    ("torch.abs", "y = torch.abs(x)", "torch.absolute", "y = torch.absolute(x)"),
    ("torch.nn.functional.relu", "y = F.relu(x)", "torch.relu", "y = torch.relu(x)"),
    ("torch.nn.ReLU", "y = nn.ReLU()(x)", "torch.nn.modules.ReLU", "y = nn.modules.ReLU()(x)"),
]


@pytest.mark.parametrize(("first", "code", "other", "lines"), LINES)
def test_another_name_is_put_into_the_lines(first: str, code: str, other: str, lines: str | None) -> None:
    data = {"pytorch": [first, other], "code": {"tensorflow": "y = tf.a(1)", "pytorch": code}}
    assert Entry.model_validate(ENTRY | data).lines_with("pytorch", other) == lines
    own = Entry.model_validate(ENTRY | data | {"also": {other: "y = 2"}})
    assert own.lines_with("pytorch", other) == "y = 2"


def test_names_are_written_as_they_are_imported() -> None:
    names = [
        *("torch.nn.functional.relu", "torch.nn.Linear", "torch.sum", "tf.nn.relu", "keras.ops.sum"),
        *("torchvision.transforms.v2.Resize", "torchvision.transforms.Resize"),
    ]
    assert [short(name) for name in names] == [
        "F.relu",
        "nn.Linear",
        "torch.sum",
        "tf.nn.relu",
        "keras.ops.sum",
        "v2.Resize",
        "torchvision.transforms.Resize",
    ]
    assert "import torch.nn.functional as F" in IMPORTS["pytorch"]
    assert "from torchvision.transforms import v2" in IMPORTS["pytorch"]


def test_a_notebook_imports_torchvision_where_its_lines_use_it(mapped: Sample) -> None:
    page, _ = mapped.read().families["a-family"]
    assert "from torchvision" not in api_notebook.text(mapped.docs, page)
    mapped.change(PAGE, "y = torch.first(x, dim=0)", "y = v2.functional.first(x, dim=0)")
    page, _ = mapped.read().families["a-family"]
    text = api_notebook.text(mapped.docs, page)
    assert "import torchvision\\n" in text
    assert "from torchvision.transforms import v2" in text


def test_a_page_that_entries_name_leads_to_them(mapped: Sample) -> None:
    content = mapped.read()
    assert [entry.id for _, entry in content.entries_naming[("rows", "a-row")]] == ["first"]
    assert ("pairs", "a-row") not in content.entries_naming


def test_what_a_mistake_stops_with_is_said_without_the_name_of_a_node(mapped: Sample) -> None:
    entry = mapped.read().entries["first"][1]
    said = "InvalidArgumentError: {{function_node __wrapped__Squeeze_device_/job:localhost}} Can not squeeze"
    shown = Shown("", None, said, {}, {}, [], {})
    assert api_map.Line(entry, {}, Markup(), [], shown).wrong == "InvalidArgumentError: Can not squeeze"
    assert api_map.Line(entry, {}, Markup(), [], replace(shown, mistake=0.5)).wrong == 0.5
    assert api_map.Line(entry, {}, Markup(), [], None).wrong is None


CASE = """\
      cases:
        - side: tensorflow
          given: {axis: "> 1", mode: same, big: any}
          note: It is `other`.
          code:
            tensorflow: y = tf.first(x, axis=2, mode="same", big=True)
            pytorch: y = torch.other(x)
          wrong: y = torch.first(x, dim=2)
        - side: pytorch
          note: It always holds.
          code:
            pytorch: y = torch.first(x, dim=1)
          wrong: y = tf.first(x)
"""


def test_a_case_stands_on_the_page_with_when_it_holds_and_by_how_much_its_lines_are_wrong(
    mapped: Sample,
) -> None:
    mapped.change(PAGE, "      rows: [a-row]\n", f"      rows: [a-row]\n{CASE}")
    recorded(mapped)
    run = api_record.read(mapped.docs, "a-family")
    assert run
    shown = replace(run.entries["first"], cases=[0.25, "ValueError: {{node a}} no"])
    api_record.write(mapped.docs, "a-family", replace(run, entries=run.entries | {"first": shown}))
    html = fragments.fragments(mapped.read(), "")["api/a-family.md"]
    first = re.sub(r"</?(span|b)[^>]*>", "", html.split('<tr class="compare__row entry"')[1])
    assert (
        '<p class="entry__case"><code>axis</code> above 1 with <code>mode="same"</code> '
        "with <code>big</code>: It is <code>other</code>." in first
    )
    assert "Instead: <code>y = torch.other(x)</code>" in first
    assert "Not the same: <code>y = torch.first(x, dim=2)</code> (off by 0.25)" in first
    assert ">It always holds." in first
    assert "<code>y = tf.first(x)</code> (ValueError: no)" in first
    assert mapped.problems() == []


def test_a_case_changed_in_its_words_alone_needs_no_other_run(mapped: Sample) -> None:
    mapped.change(PAGE, "      rows: [a-row]\n", f"      rows: [a-row]\n{CASE}")
    recorded(mapped)
    mapped.change(PAGE, "It always holds.", "It holds whatever is given.")
    assert mapped.problems() == []
    mapped.change(PAGE, "y = torch.other(x)", "y = torch.another(x)")
    assert "the entry first changed after it was run" in {problem.fault for problem in mapped.problems()}


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("any", "<code>a</code>"),
        ("absent", "no <code>a</code>"),
        ("number", "a number as <code>a</code>"),
        ("> 0.5", "<code>a</code> above 0.5"),
        ("same", '<code>a="same"</code>'),
        ("True", "<code>a=True</code>"),
        ("int32 | -1", '<code>a="int32"</code> or <code>a=-1</code>'),
    ],
)
def test_when_a_case_holds_is_said_in_words(value: str, words: str) -> None:
    code = {"tensorflow": "y = tf.a(a=1)"}
    case = EntryCase(side="tensorflow", given={"a": value}, note="It is other.", code=code, wrong="y = 1")
    assert components.inline(case.condition) == words
