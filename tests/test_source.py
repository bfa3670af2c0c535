"""What editors put before a text is not seen, and what cannot be read is one message with a remedy."""

import json
from pathlib import Path

import pytest
from mkdocs.structure.files import File, Files

from scripts.__main__ import main
from scripts.build import Build
from scripts.content import program_record, source
from scripts.content.tree import Content
from scripts.rules import check
from tests.conftest import Sample
from tests.test_notebooks import FILE, booked

__all__ = ["booked"]  # a fixture

MARK = b"\xef\xbb\xbf"
CONFLICT = "<<<<<<< HEAD\n{one}\n=======\n{other}\n>>>>>>> change\n"


def put_mark(file: Path) -> None:
    file.write_bytes(MARK + file.read_bytes())


def test_a_mark_before_a_page_data_or_a_program_is_not_seen(paired: Sample) -> None:
    paired.record("one")
    for name in (
        "index.md", "tools/one.md", "tools/one-example.py", "tools/one-example.run.json", "about/article.yml",
        "moves.yml", ".nav.yml", "compare/presets.yml", "examples/a-pair/index.md",
        "examples/a-pair/with_pytorch.py", "examples/a-pair/mistake.py", "examples/a-pair/result.json",
    ):  # fmt: skip
        put_mark(paired.docs / name)
    found = paired.read()
    assert check(found) == []
    page = found.page("tools/one.md")
    assert page
    assert not page.text.body.startswith("\ufeff")
    assert page.text.front_matter.startswith("title:")


def test_a_mark_before_the_programs_of_a_pair_does_not_stop_its_run(paired: Sample) -> None:
    for name in ("inputs.py", "with_tensorflow.py", "with_pytorch.py", "mistake.py"):
        put_mark(paired.docs / "examples/a-pair" / name)
    assert main(["run", "--check", "--root", str(paired.root)]) == 0


def test_a_mark_before_a_notebook_is_not_seen(booked: Sample) -> None:
    put_mark(booked.docs / FILE)
    assert booked.problems() == []


@pytest.mark.parametrize(
    "file", ["index.md", "tools/one.md", "tools/one-example.py", "about/article.yml", ".nav.yml", "moves.yml"]
)
def test_a_file_that_is_not_utf_8_is_one_message(
    sample: Sample, capsys: pytest.CaptureFixture[str], file: str
) -> None:
    (sample.docs / file).write_bytes((sample.docs / file).read_bytes() + b"\n# caf\xe9\n")
    line = (sample.docs / file).read_bytes().count(b"\n")
    assert main(["check", "--root", str(sample.root)]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert lines[0].startswith(f"docs/{file}:{line}: the text is not UTF-8 (byte 0xe9); save it as UTF-8")
    assert [entry for entry in lines if entry.startswith("docs/")] == lines[:1]
    assert "The rest is checked as soon as these can be read." in lines


def test_every_unreadable_file_is_told_at_once(sample: Sample) -> None:
    for name in ("index.md", "tools/one.md"):
        (sample.docs / name).write_bytes("# Title\n".encode("utf-16"))
    assert [problem.path for problem in sample.problems()] == ["docs/index.md", "docs/tools/one.md"]


@pytest.mark.parametrize(
    ("file", "old", "other", "line"),
    [
        ("index.md", "It answers in two lines.", "It answers.", 10),
        ("about/article.yml", "  status: opinion", "  status: wrong", 4),
        ("tools/one-example.py", 'print("one")', 'print("two")', 1),
        (".nav.yml", "  - index.md", "  - home.md", 2),
    ],
)
def test_a_merge_conflict_is_one_message(sample: Sample, file: str, old: str, other: str, line: int) -> None:
    sample.change(file, f"{old}\n", CONFLICT.format(one=old, other=other))
    (problem,) = sample.problems()
    assert (problem.path, problem.line) == (f"docs/{file}", line)
    assert problem.fault == "a merge conflict is not resolved"
    assert "remove the lines with <<<<<<<" in problem.remedy


def test_a_merge_conflict_in_a_record_is_one_message(sample: Sample) -> None:
    file = program_record.record_of(sample.docs, "one")
    text = json.dumps(json.loads(file.read_text(encoding="utf-8")), indent=2)
    line = '  "recorded": "2026-11-22",\n'
    assert line in text
    file.write_text(text.replace(line, CONFLICT.format(one=line, other=line)), encoding="utf-8")
    (problem,) = sample.problems()
    assert problem.path == "docs/tools/one-example.run.json"
    assert problem.fault == "a merge conflict is not resolved"


@pytest.mark.parametrize("text", ["", "{", '{"program": "x"}', "[]"])
def test_a_record_that_is_none_is_one_message(sample: Sample, text: str) -> None:
    program_record.record_of(sample.docs, "one").write_text(text, encoding="utf-8")
    (problem,) = sample.problems()
    assert (problem.path, problem.rule) == ("docs/tools/one-example.py", "executed-program")
    assert "no record of a run that can be read" in problem.fault


def test_points_that_are_not_valid_are_no_faults_of_the_pages_that_show_them(sample: Sample) -> None:
    sample.change("about/article.yml", "status: opinion", "status: maybe")
    (problem,) = sample.problems()
    assert (problem.path, problem.line) == ("docs/about/article.yml", 4)


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        ("pages:\n  - index.md\n", 1, "there is no list `nav`"),
        ("", 1, "there is no list `nav`"),
        ("- index.md\n", 1, "there is no list `nav`"),
        ("nav: index.md\n", 1, "there is no list `nav`"),
        ("nav:\n  - index.md\n  - Tools:\n", 3, "“Tools” is neither a page nor a list"),
        ("nav:\n  - 5\n", 2, "“5” is neither a page nor a list"),
    ],
)
def test_a_navigation_that_is_none_is_one_message(sample: Sample, text: str, line: int, fault: str) -> None:
    sample.write(".nav.yml", text)
    (problem,) = sample.problems()
    assert (problem.path, problem.line, problem.rule) == ("docs/.nav.yml", line, "page-navigation")
    assert fault in problem.fault


def test_what_is_no_conflict_may_stand_in_a_text(sample: Sample) -> None:
    words = "```text\n=======\n```\n\nGit writes `<<<<<<< HEAD`, `=======` and `>>>>>>> change`."
    sample.change("index.md", "It answers in two lines.", words)
    assert list(source.faults(sample.docs)) == []


def test_a_marked_notebook_is_built_from_a_copy_without_the_mark(
    booked: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scripts.paths.ROOT", booked.root)
    file = booked.docs / FILE
    text = file.read_bytes()
    assert not source.is_marked(file)
    put_mark(file)
    found = Files([File(FILE, str(booked.docs), str(booked.root / "site"), True)])
    (shown,) = Build(Content(booked.root)).select_files(found, None)
    assert source.is_marked(file)
    assert Path(shown.abs_src_path).read_bytes() == text
