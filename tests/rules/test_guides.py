"""Guides as data: what the check says of their sections, their programs and the records of those."""

from dataclasses import replace

import pytest

from scripts.__main__ import main
from scripts.content import edited, program_record
from scripts.execute import programs
from scripts.render import fragments
from tests.conftest import Sample

PAGE = "guides/a-guide.md"
PROGRAM = "guides/a-guide-cause-example.py"

GUIDE = """\
---
title: A guide
description: A guide that says enough about itself to pass the check of descriptions.
guide:
  sections:
    - id: cause
      rows: [a-row]
  checked: 2026-11-22
  recheck_days: 90
---

# A guide {#a-guide}

It answers in two lines.

## A cause {#cause}

--8<-- "programs/a-guide-cause.md"

## Another {#other}

It has no program.
"""


@pytest.fixture
def guided(compared: Sample) -> Sample:
    """The sample with two rows and a guide, whose program is recorded."""
    compared.write(PAGE, GUIDE)
    compared.write(PROGRAM, 'print("a-guide-cause")\n')
    compared.change(".nav.yml", "nav:\n", "nav:\n  - Guides: guides/*.md\n")
    compared.record("a-guide-cause")
    assert compared.problems() == []
    return compared


# File, what to replace by what, the rule, the line, and a part of the fault and the remedy.
FAULTS = [
    (PAGE, "  sections:", "  section:", "front-matter", 5, "correct its spelling"),
    (PAGE, "      rows:", "      row:", "front-matter", 7, "correct its spelling"),
    (
        PAGE,
        "  checked:",
        "  environment: framework\n  checked:",
        "front-matter",
        8,
        "did you mean “frameworks”",
    ),
    (PAGE, "- id: cause", "- id: a cause", "front-matter", 6, "pattern"),
    (PAGE, "  checked: 2026-11-22\n", "", "front-matter", 4, "checked"),
    (PAGE, "recheck_days: 90", "recheck_days: 900", "front-matter", 9, "365"),
    (PAGE, "checked: 2026-11-22", "checked: 2027-11-22", "checked-date", 8, "lies in the future"),
    (PAGE, "- id: cause", "- id: caus", "guide-relation", 6, "did you mean “cause”"),
    (PAGE, "rows: [a-row]", "rows: [b-row, c-row]", "guide-relation", 7, "correct the id"),
    (PAGE, "rows: [a-row]", "pairs: [a-row]", "guide-relation", 7, "correct the id"),
    (PAGE, "rows: [a-row]", "errors: [a-row]", "guide-relation", 7, "correct the id"),
    (PAGE, "rows: [a-row]", "rows: [a-row]\n    - id: cause", "guide-relation", 8, "one entry of both"),
    (
        PAGE,
        "rows: [a-row]",
        "rows: [a-row]\n  former_ids: [a-guide]",
        "guide-relation",
        8,
        "never given twice",
    ),
    (PROGRAM, ")", ") ", "program-form", 1, "python -m scripts programs a-guide-cause"),
    (PROGRAM, "a-guide-cause", "another", "executed-program", 1, "python -m scripts programs a-guide-cause"),
    (
        "guides/a-guide-cause-example.run.json",
        "3.11.7",
        "3.11.8",
        "record-integrity",
        1,
        "programs a-guide-cause",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "rule", "line", "words"), FAULTS)
def test_a_fault_of_a_guide_is_found_at_its_line(  # noqa: PLR0913, PLR0917
    guided: Sample, file: str, old: str, new: str, rule: str, line: int, words: str
) -> None:
    guided.change(file, old, new)
    found = [problem for problem in guided.problems() if problem.path == f"docs/{file}"]
    assert (rule, line) in {(problem.rule, problem.line) for problem in found}, found
    assert any(words in str(problem) for problem in found), found


# What becomes of the page, and a part of what is said of its program.
MISPLACED = [
    ("{#cause}", "{#causes}", "has no section with the id cause"),
    ('--8<-- "programs/a-guide-cause.md"', "Nothing.", "cause of docs/guides/a-guide.md does not show"),
    ('## A cause {#cause}\n\n', "## A cause {#cause}\n\nText.\n\n## Between {#between}\n\n", "does not show"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "fault"), MISPLACED)
def test_a_program_stands_in_its_section(guided: Sample, old: str, new: str, fault: str) -> None:
    guided.change(PAGE, old, new)
    found = [problem for problem in guided.problems() if problem.rule == "executed-program"]
    assert [problem.path for problem in found] == [f"docs/{PROGRAM}"]
    assert fault in found[0].fault


def test_a_former_id_is_that_of_one_guide_alone(guided: Sample) -> None:
    guided.change(PAGE, "rows: [a-row]", "rows: [a-row]\n  former_ids: [old, older]")
    other = GUIDE.replace("a-guide", "b-guide").replace("A guide", "B guide")
    guided.write("guides/b-guide.md", other.replace('--8<-- "programs/b-guide-cause.md"', "Text."))
    guided.change("guides/b-guide.md", "rows: [a-row]", "rows: [a-row]\n  former_ids: [ancient]")
    assert [problem for problem in guided.problems() if problem.rule == "guide-relation"] == []
    guided.change("guides/b-guide.md", "[ancient]", "[older]")
    (problem,) = [problem for problem in guided.problems() if problem.rule == "guide-relation"]
    assert (problem.path, problem.line) == ("docs/guides/b-guide.md", 8)
    assert problem.fault == "the former id “older” belongs to another guide"


def test_a_program_without_a_record_says_how_to_make_one(guided: Sample) -> None:
    program_record.record_of(guided.docs, "a-guide-cause").unlink()
    (problem,) = guided.problems()
    assert (problem.path, problem.rule) == (f"docs/{PROGRAM}", "executed-program")
    assert problem.remedy == "run `python -m scripts programs a-guide-cause`"


def test_a_program_of_no_guide_is_found(guided: Sample) -> None:
    guided.write("guides/a-guid-cause-example.py", "print(1)\n")
    (problem,) = guided.problems()
    assert (problem.path, problem.fault) == (
        "docs/guides/a-guid-cause-example.py",
        "the program belongs to no guide",
    )


def test_of_two_guides_the_longer_id_has_the_program(guided: Sample) -> None:
    found = program_record.of_guides(guided.docs, ["a", "a-guide", "a-guide-cause"])
    assert found == {"a-guide-cause": "a-guide"}


def test_a_program_leads_to_its_section_and_its_page(guided: Sample) -> None:
    content = guided.read()
    assert content.program_address("a-guide-cause") == "guides/a-guide/#cause"
    for file in (PROGRAM, PROGRAM.replace(".py", ".run.json")):
        assert edited.named([f"docs/{file}"], content).pages == {f"docs/{PAGE}"}
    shown = fragments.fragments(content, "https://example.org/here")
    assert "(/guides/a-guide-cause-example.py)" in shown["programs/a-guide-cause.md"]
    assert "| A cause |" in shown["programs.md"]
    assert "| [A guide](/guides/a-guide.md) |" in shown["guides.md"]
    assert shown["guides.md"].rstrip().endswith("| 1 |")


def test_the_pages_that_a_section_names_lead_to_it(guided: Sample) -> None:
    ((page, heading),) = guided.read().guide_sections["rows", "a-row"]
    assert (page.url, heading.id, heading.text) == ("guides/a-guide/", "cause", "A cause")


def test_the_program_of_a_guide_is_run_and_compared(
    guided: Sample, interpreter: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["programs", "a-guide-cause", "--check", "--root", str(guided.root)]) == 0
    guided.change(PROGRAM, 'print("a-guide-cause")', "assert 1 > 2, 'no more'")
    assert main(["programs", "a-guide-cause", "--check", "--root", str(guided.root)]) == 1
    assert f"docs/{PROGRAM}:1: it failed with exit code 1: AssertionError: no more" in capsys.readouterr().err


# A program that says so in each way that Python has, and one that another of them needs in turn.
@pytest.mark.parametrize(
    "line",
    ["from a_guide_cause import VALUE", "import a_guide_cause", "def load():\n    import a_guide_cause"],
)
def test_a_program_names_the_programs_of_its_guide_that_it_imports(guided: Sample, line: str) -> None:
    guided.write("guides/a-guide-other-example.py", f"import json\n{line}\n")
    guided.write("guides/a-guide-third-example.py", "import a_guide_other\n")
    docs = guided.docs
    cause, other = docs / PROGRAM, docs / "guides/a-guide-other-example.py"
    assert program_record.imported(docs, "a-guide-cause") == {}
    assert program_record.imported(docs, "a-guide-other") == {"a_guide_cause": cause}
    assert program_record.imported(docs, "a-guide-third") == {"a_guide_cause": cause, "a_guide_other": other}


def test_programs_that_import_each_other_end(guided: Sample) -> None:
    guided.write("guides/a-guide-other-example.py", "import a_guide_cause\n")
    guided.write(PROGRAM, "import a_guide_other\n")
    assert list(program_record.imported(guided.docs, "a-guide-cause")) == ["a_guide_cause", "a_guide_other"]


IMPORTING = """\
import os

from a_guide_cause import VALUE

print(VALUE, __name__, sorted(os.listdir()))
"""


def test_a_section_may_name_another_environment(guided: Sample) -> None:
    assert guided.read().program_environment("a-guide-cause") == "frameworks"
    guided.change(PAGE, "  checked:", "  environment: tf-keras\n  checked:")
    assert guided.read().program_environment("a-guide-cause") == "tf-keras"
    guided.change(PAGE, "rows: [a-row]", "rows: [a-row]\n      environment: executorch")
    content = guided.read()
    assert content.program_environment("a-guide-cause") == "executorch"
    assert content.guides["a-guide"][1].environment_of("other") == "tf-keras"


def test_a_record_is_held_to_the_pins_of_the_environment_of_its_section(guided: Sample) -> None:
    pins = guided.root / "requirements"
    pins.mkdir(exist_ok=True)
    (pins / "frameworks.txt").write_text("torch==2.15.0\n", encoding="utf-8")
    (pins / "executorch.txt").write_text("torch==2.13.0\n", encoding="utf-8")
    file = program_record.record_of(guided.docs, "a-guide-cause")
    run = program_record.read_record(guided.docs, "a-guide-cause")
    assert run
    program_record.write_record(guided.docs, "a-guide-cause", replace(run, versions={"torch": "2.13.0"}))
    (problem,) = guided.problems()
    assert problem.path.endswith(file.name)
    assert problem.fault == "it was recorded with torch 2.13.0, and 2.15.0 is pinned"
    guided.change(PAGE, "rows: [a-row]", "rows: [a-row]\n      environment: executorch")
    assert guided.problems() == []


def test_the_program_of_a_section_runs_in_the_environment_that_it_names(
    guided: Sample, interpreter: None, capsys: pytest.CaptureFixture[str]
) -> None:
    guided.change(PAGE, "rows: [a-row]", "rows: [a-row]\n      environment: executorch")
    assert main(["programs", "a-guide-cause", "--check", "--root", str(guided.root)]) == 1
    assert "the environment “executorch” is missing" in capsys.readouterr().err


@pytest.fixture
def importing(guided: Sample) -> Sample:
    """The guide with a second program, which imports the first one."""
    guided.write(PROGRAM, 'VALUE = 3\nif __name__ == "__main__":\n    print("a-guide-cause")\n')
    guided.write("guides/a-guide-other-example.py", IMPORTING)
    guided.change(PAGE, "It has no program.", '--8<-- "programs/a-guide-other.md"')
    for name in ("a-guide-cause", "a-guide-other"):
        guided.record(name)
    assert guided.problems() == []
    return guided


def test_a_program_imports_another_and_sees_no_other_file(importing: Sample, interpreter: None) -> None:
    run = programs.run(importing.docs, "a-guide-other", "frameworks")
    assert run.printed == "3 __main__ ['a-guide-other-example.py', 'a_guide_cause.py']\n"


def test_the_versions_are_those_of_the_imported_programs_too(importing: Sample, interpreter: None) -> None:
    importing.change(PROGRAM, "VALUE", "import pytest\n\nVALUE")
    run = programs.run(importing.docs, "a-guide-other", "frameworks")
    assert list(run.versions) == ["Python", "pytest"]


def test_a_record_ends_with_the_program_that_is_imported(importing: Sample) -> None:
    importing.change(PROGRAM, "VALUE = 3", "VALUE = 4")
    found = [problem for problem in importing.problems() if problem.rule == "executed-program"]
    assert {problem.path for problem in found} == {f"docs/{PROGRAM}", "docs/guides/a-guide-other-example.py"}
    assert {problem.fault for problem in found} == {"the program changed after its record was made"}


def test_a_page_offers_the_imported_program_under_its_name(importing: Sample) -> None:
    shown = fragments.fragments(importing.read(), "https://example.org/here")
    link = '[a_guide_cause.py](/guides/a-guide-cause-example.py){: download="a_guide_cause.py" }'
    assert f"with {link}, which it imports</p>" in shown["programs/a-guide-other.md"]
    assert "which it imports" not in shown["programs/a-guide-cause.md"]
