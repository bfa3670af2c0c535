"""Error messages as data: what makes one invalid, and what the check says of its program and its record."""

import hashlib
import json

import pytest

from scripts.__main__ import main
from scripts.content import error_files
from tests.conftest import Sample

PAGE = "errors/an-error.md"
PROGRAM = "errors/an-error.py"

ERROR = """\
---
title: An error
description: A message that says enough about itself to pass the check of descriptions.
error:
  raised_by: other
  kind: error
  type: ValueError
  message:
    - "invalid literal for int() with base {number}: {text}"
  rows: [a-row]
  recheck_days: 90
---

# An error {#an-error}

--8<-- "errors/an-error/message.md"

## Cause {#cause}

--8<-- "errors/an-error/wrong.md"

## Cure {#cure}

--8<-- "errors/an-error/right.md"
"""

CODE = """\
text = "3.5"


def wrong():
    # a comment
    int(text)


def right():
    number = int(float(text))
    assert number == 3
"""


@pytest.fixture
def erring(compared: Sample, interpreter: None) -> Sample:
    """The sample with two rows and an error message, which is recorded."""
    compared.write(PAGE, ERROR)
    compared.write(PROGRAM, CODE)
    assert main(["errors", "--root", str(compared.root)]) == 0
    assert compared.problems() == []
    return compared


UNPRODUCED = "  unproduced: It needs a machine that we lack.\n"
# File, what to replace by what, the rule, and a part of the remedy.
FAULTS = [
    (PAGE, "raised_by: other", "raised_by: others", "front-matter", "did you mean “other”"),
    (PAGE, "type: ValueError", "type: value error", "front-matter", "should match pattern"),
    (
        PAGE,
        '"invalid literal for int() with base {number}: {text}"',
        "'{text} is {text} {name}'",
        "front-matter",
        "state more",
    ),
    (
        PAGE,
        "  rows: [a-row]\n",
        UNPRODUCED + "  rows: [a-row]\n",
        "front-matter",
        "give `sources`, `checked`",
    ),
    (
        PAGE,
        "  rows: [a-row]\n",
        "  rows: [a-row]\n  checked: 2026-11-22\n",
        "front-matter",
        "remove `checked`",
    ),
    (PAGE, "rows: [a-row]", "rows: [c-row]", "error-relation", "correct the id"),
    (PAGE, "rows: [a-row]", "tools: [two]", "error-relation", "correct the id"),
    (PAGE, "rows: [a-row]", "pairs: [a-pair]", "error-relation", "correct the id"),
    (PAGE, "rows: [a-row]", "errors: [an-error]", "error-relation", "correct the id"),
    (PAGE, "  rows: [a-row]\n", "", "error-relation", "name a row"),
    (PAGE, "rows: [a-row]", "rows: [a-row]\n  former_ids: [an-error]", "error-relation", "never given twice"),
    (PAGE, '--8<-- "errors/an-error/message.md"', "Nothing.", "error-record", "an-error/message.md"),
    (PAGE, '--8<-- "errors/an-error/right.md"', "Nothing.", "error-record", "an-error/right.md"),
    (PAGE, "type: ValueError", "type: TypeError", "error-record", "run `python -m scripts errors an-error`"),
    (
        PAGE,
        "type: ValueError",
        "type: ZeroDivisionError",
        "error-record",
        "run `python -m scripts errors an-error`",
    ),
    (PAGE, "invalid literal", "no valid literal", "error-record", "run `python -m scripts errors an-error`"),
    (PAGE, "## Cause {#cause}", "## Why {#why}", "page-shape", "{#cause}"),
    (PROGRAM, "3.5", "4.5", "error-record", "run `python -m scripts errors an-error`"),
    (PROGRAM, "def wrong():", "def wrongly():", "error-record", "write `def wrong():`"),
    (PROGRAM, "def right():", "def right(text):", "error-record", "take none"),
    (PROGRAM, "    assert number == 3\n", "", "error-record", "assert that the cure works"),
    (PROGRAM, "    int(text)\n", "    raise ValueError(text)\n", "error-record", "get it from the library"),
    (PROGRAM, "    int(text)\n", "    assert int(text)\n", "error-record", "remove `assert`"),
    (PROGRAM, "    int(text)\n", "    warnings.warn(text)\n", "error-record", "get it from the library"),
    (PROGRAM, "    int(text)\n", "    return int(text)\n", "error-record", "write it without"),
]


@pytest.mark.parametrize(("file", "old", "new", "rule", "remedy"), FAULTS)
def test_a_fault_of_a_message_is_found(  # noqa: PLR0913, PLR0917
    erring: Sample, file: str, old: str, new: str, rule: str, remedy: str
) -> None:
    erring.change(file, old, new)
    found = [problem for problem in erring.problems() if problem.path == f"docs/{file}"]
    assert rule in {problem.rule for problem in found}
    assert any(remedy in problem.remedy for problem in found), found


def test_a_function_within_may_return(erring: Sample) -> None:
    erring.change(
        PROGRAM, "    number = int", "    def least():\n        return 0\n\n    number = least() + int"
    )
    assert main(["errors", "--root", str(erring.root)]) == 0
    assert erring.problems() == []


def test_a_message_without_a_record_says_how_to_make_one(erring: Sample) -> None:
    error_files.record_of(erring.docs, "an-error").unlink()
    (problem,) = erring.problems()
    assert (problem.path, problem.line) == (f"docs/{PROGRAM}", 1)
    assert problem.remedy == "run `python -m scripts errors an-error`"


def test_an_edited_program_asks_for_a_new_record(erring: Sample) -> None:
    code = (erring.docs / PROGRAM).read_text(encoding="utf-8")
    edits = [code.replace("# a comment", f"# comment {number}") for number in range(30)]
    edits.sort(key=lambda edit: hashlib.sha256(edit.encode()).digest())
    for edit in (edits[0], edits[-1]):  # with a fingerprint before the recorded one, and behind it
        erring.write(PROGRAM, edit)
        (problem,) = erring.problems()
        assert (problem.path, problem.line) == (f"docs/{PROGRAM}", 1)
        assert problem.fault == "the program changed after its record was made"


def test_a_message_without_a_program_is_found(erring: Sample) -> None:
    (erring.docs / PROGRAM).unlink()
    (problem,) = erring.problems()
    assert problem.fault == f"no program produces the message: there is no docs/{PROGRAM}"
    assert problem.line == 4


def test_a_program_without_a_page_is_found(erring: Sample) -> None:
    erring.write("errors/another.py", CODE)
    (problem,) = erring.problems()
    assert (problem.path, problem.line, problem.rule) == ("docs/errors/another.py", 1, "error-record")


def second(erring: Sample, name: str, page: str = ERROR) -> None:
    """Another message, recorded, whose page is like the first."""
    erring.write(f"errors/{name}.md", page.replace("an-error", name).replace("An error", name))
    erring.write(f"errors/{name}.py", CODE)
    assert main(["errors", "--root", str(erring.root)]) == 0


def test_a_message_may_have_the_id_of_its_row(erring: Sample) -> None:
    second(erring, "a-row")
    relations = [problem for problem in erring.problems() if problem.rule == "error-relation"]
    assert relations == []


def test_a_former_id_belongs_to_one_message(erring: Sample) -> None:
    former = "rows: [a-row]\n  former_ids: [old-error]"
    erring.change(PAGE, "rows: [a-row]", former)
    assert erring.problems() == []
    second(erring, "b-error", ERROR.replace("rows: [a-row]", former))
    (problem,) = (problem for problem in erring.problems() if problem.rule == "error-relation")
    assert (problem.path, problem.fault) == (
        "docs/errors/b-error.md",
        "the former id “old-error” belongs to another message",
    )


def test_a_record_that_was_edited_is_found(erring: Sample) -> None:
    erring.change("errors/an-error.run.json", "base 10", "base 12")
    (problem,) = erring.problems()
    assert (problem.rule, problem.fault) == ("record-integrity", "the record was edited after it was written")


SOURCED = """\
  unproduced: It needs a machine that we lack.
  checked: 2026-11-22
  sources:
    - kind: sourced
      url: https://example.org/report
      title: A report
      dated: 2025
      seen: 2026-11-22
      quality: secondary
      says: Somebody met it.
"""


def test_a_message_may_rest_on_sources(erring: Sample) -> None:
    for name in (PROGRAM, "errors/an-error.run.json"):
        (erring.docs / name).unlink()
    erring.change(PAGE, "  rows: [a-row]\n", f"{SOURCED}  rows: [a-row]\n")
    for part in ("wrong", "right"):
        erring.change(PAGE, f'--8<-- "errors/an-error/{part}.md"', "It is so.")
    assert erring.problems() == []
    erring.change(PAGE, "checked: 2026-11-22", "checked: 2026-11-21")
    (problem,) = erring.problems()
    assert (problem.rule, problem.remedy) == ("checked-date", "set `checked` to the later day")
    erring.change(PAGE, "checked: 2026-11-21", "checked: 2026-11-23")
    assert {problem.fault for problem in erring.problems()} == {"`checked` lies in the future"}


def test_a_page_shows_each_part_as_a_script(erring: Sample) -> None:
    code = (erring.docs / PROGRAM).read_text(encoding="utf-8")
    assert error_files.shown(code, "wrong") == 'text = "3.5"\n\n# a comment\nint(text)'
    assert error_files.shown(code, "right") == (
        'text = "3.5"\n\nnumber = int(float(text))\nassert number == 3'
    )
    assert error_files.shown("def wrong():\n    a()\n", "wrong") == "a()"
    shared = (
        "import a\nfrom b import c\n\nn = a.one()\nprint(n)\n\n\nclass D(c):\n    pass\n\n\nm = D()\n\n\n"
    )
    both = f"{shared}def wrong():\n    a.two()\n\n\ndef right():\n    m()\n"
    assert error_files.shown(both, "wrong") == "import a\n\nn = a.one()\nprint(n)\n\na.two()"
    assert error_files.shown(both, "right") == f"{shared.strip()}\n\nm()"
    assert error_files.shown("a = 1\n", "wrong") == ""
    assert error_files.shown("def wrong(): a()\n", "wrong") == "def wrong(): a()"
    assert error_files.shown("def wrong():\n    a()\n    b()\n", "wrong") == "a()\nb()"


def test_a_program_without_its_functions_is_told_which_are_missing() -> None:
    said = [(1, f"it has no function `{name}`", f"write `def {name}():`, which {what}")
            for name, what in (("wrong", "gets the message"), ("right", "is the cure"))]  # fmt: skip
    assert list(error_files.faults("a = 1\n")) == said


def test_a_record_is_read_as_it_was_written(erring: Sample) -> None:
    record = error_files.read_record(erring.docs, "an-error")
    assert record
    assert record.message == "invalid literal for int() with base 10: '3.5'"
    assert (record.type, record.recorded.isoformat()) == ("ValueError", "2026-11-22")
    file = error_files.record_of(erring.docs, "an-error")
    before = file.read_bytes()
    error_files.write_record(erring.docs, "an-error", record)
    assert file.read_bytes() == before
    file.write_text(json.dumps({"type": "ValueError"}), encoding="utf-8")
    assert error_files.read_record(erring.docs, "an-error") is None
