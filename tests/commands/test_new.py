"""A scaffold of each kind passes the check but for what its author must fill; bad input writes nothing."""

import importlib.util
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from scripts import paths
from scripts.__main__ import main
from scripts.commands import new
from scripts.content import records
from scripts.measure import catalogue
from scripts.measure.case import Subject
from scripts.problem import Problem
from tests.conftest import (
    ARTICLE,
    IDS,
    OUTCOME,
    PAIR,
    QUESTIONS,
    ROW,
    SIDE,
    TODAY,
    Sample,
    make_environment,
    set_day,
)
from tests.rules import test_api

# What the check says of a new one beside its placeholders: what only its author can do.
REST = {
    "page": ["page-navigation"],
    "tool": [],
    "row": [],
    "pair": ["pair-record"],
    "error": ["error-record"],
    "guide": ["executed-program", "page-navigation"],
    "outcome": ["decision-graph", "decision-ids"],
    "notebook": ["notebook-record"],
    "entry": ["api-record", "api-record"],
    "claim": ["claim-shown"],
    "subject": [],
}


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with something of every kind. Its pair is run once, as that takes a second."""
    folder = tmp_path_factory.mktemp("site")
    made = Sample(folder)
    made.write("compare/a-row.md", ROW)
    made.write("compare/b-row.md", ROW.replace("A row", "B row").replace("a-row", "b-row"))
    made.change("compare/b-row.md", "rows: [b-row]", "rows: [a-row]")
    made.write("examples/a-pair/index.md", PAIR)
    made.write("examples/a-pair/inputs.py", "numbers = [1.0, 2.0, 4.0]\n")
    for side, framework, kind in (("tensorflow", "tensorflow", "eager"), ("pytorch", "torch", "lazy")):
        made.write(f"examples/a-pair/with_{side}.py", SIDE.format(framework=framework, kind=kind))
    made.write("examples/a-pair/mistake.py", "total = sum(parts[1:]) - 0.5\nprint('total:', total)\n")
    made.write("api/maths.md", test_api.FAMILY.replace("a-family", "maths"))
    made.change(".nav.yml", "nav:\n", "nav:\n  - API: api/*.md\n")
    test_api.recorded(made, "maths")
    made.write("decide/questions.yml", QUESTIONS)
    made.write("decide/ids.txt", IDS)
    for name in ("one-end", "other-end"):
        made.write(f"decide/{name}.md", OUTCOME.format(id=name))
    environments = make_environment(tmp_path_factory.mktemp("environments"))
    with pytest.MonkeyPatch.context() as patch:
        set_day(patch, TODAY)
        patch.setattr(paths, "ENVIRONMENTS", environments)
        assert main(["run", "--root", str(folder)]) == 0
        assert made.problems() == []
    return folder


@pytest.fixture
def site(recorded: Path, sample: Sample, monkeypatch: pytest.MonkeyPatch) -> Sample:
    """A copy of it, as the root of the repository."""
    shutil.copytree(recorded, sample.root, dirs_exist_ok=True)
    monkeypatch.setattr(paths, "ROOT", sample.root)
    return sample


def contents(root: Path) -> dict[str, bytes | None]:
    """Every file with its bytes, and every folder."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else None
        for path in root.rglob("*")
    }


def made(site: Sample, kind: str, name: str, capsys: pytest.CaptureFixture[str]) -> list[Path]:
    """Make something new. Returns its files."""
    capsys.readouterr()
    assert main(["new", kind, name]) == 0
    return [site.root / line.partition(":")[0] for line in capsys.readouterr().out.splitlines()]


def refused(site: Sample, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """The one message with which it is refused, and nothing is written."""
    capsys.readouterr()
    before = contents(site.root)
    assert main(["new", *arguments]) == 2
    assert contents(site.root) == before
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    return err


def rest(problems: list[Problem]) -> list[str]:
    return sorted(problem.rule for problem in problems if problem.rule != "placeholder")


@pytest.mark.parametrize("kind", new.KINDS)
def test_the_check_names_each_line_to_be_filled_and_little_else(
    site: Sample, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    files = made(
        site, kind, {"page": "other/my-page", "entry": "maths/new-thing"}.get(kind, "my-thing"), capsys
    )
    problems = site.problems()
    assert rest(problems) == REST[kind]
    marked = {
        (file.relative_to(site.root).as_posix(), number)
        for file in files
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if "TODO" in line
    }
    assert len(marked) > 3
    named = {(problem.path, problem.line) for problem in problems if problem.rule == "placeholder"}
    assert named == marked
    for file in files:
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("TODO ", "").replace("TODO", "x"), encoding="utf-8")
    assert rest(site.problems()) == REST[kind]
    # Who deletes the mark alone has not done what it asks.
    left = {(problem.path, problem.line) for problem in site.problems() if problem.rule == "placeholder"}
    assert left
    assert left <= marked


@pytest.mark.parametrize("kind", new.KINDS)
def test_each_template_is_a_file_of_one_kind(kind: str) -> None:
    everywhere = [template for entry in new.KINDS.values() for template in entry.files]
    files = [file for file in new.TEMPLATES.rglob("*") if file.is_file() and file.suffix != ".pyc"]
    assert sorted(everywhere) == sorted(file.relative_to(new.TEMPLATES).as_posix() for file in files)
    assert all(
        "TODO" in (new.TEMPLATES / template).read_text(encoding="utf-8") for template in new.KINDS[kind].files
    )


@pytest.mark.parametrize(
    ("kind", "file", "text"),
    [
        (
            "tool",
            "docs/tools/my-thing.md",
            "# TODO choose authoring, export, serving, device, pipeline or tracking\n",
        ),
        ("tool", "docs/tools/my-thing.md", "    seen: 2026-11-22\n"),
        ("tool", "docs/tools/my-thing.md", "# My thing {#my-thing}\n"),
        ("row", "docs/compare/my-thing.md", "  rows: [a-row]  # TODO"),
        ("pair", "docs/examples/my-thing/index.md", "  level: 1  # TODO 1 for the first week, 2 for"),
        ("pair", "docs/examples/my-thing/index.md", '--8<-- "pairs/my-thing/code.md"\n'),
        ("error", "docs/errors/my-thing.md", "  kind: error  # TODO choose error or warning\n"),
        ("error", "docs/errors/my-thing.py", "def wrong():\n"),
        ("guide", "docs/guides/my-thing.md", "      pairs: [a-pair]  # TODO the pairs"),
        ("guide", "docs/guides/my-thing.md", '--8<-- "programs/my-thing-first-cause.md"\n'),
        ("outcome", "docs/decide/my-thing.md", "  rows: [a-row, b-row]  # TODO"),
        ("notebook", "docs/notebooks/my-thing.ipynb", '"  examples: [a-pair]  # TODO'),
        (
            "claim",
            "docs/about/article.yml",
            "\n- id: my-thing\n  part: introduction  # TODO choose introduction, o",
        ),
        ("subject", "scripts/measure/subjects/my_thing.py", '    id="my-thing",\n'),
    ],
)
def test_a_scaffold_says_what_can_be_chosen_and_names_what_exists(
    site: Sample, capsys: pytest.CaptureFixture[str], kind: str, file: str, text: str
) -> None:
    assert site.root / file in made(site, kind, "my-thing", capsys)
    assert text in (site.root / file).read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", ["tool", "row", "pair", "outcome", "notebook"])
@pytest.mark.parametrize("name", ["null", "true"])
def test_a_title_that_yaml_would_not_read_as_text_is_quoted(
    site: Sample, capsys: pytest.CaptureFixture[str], kind: str, name: str
) -> None:
    made(site, kind, name, capsys)
    assert rest(site.problems()) == REST[kind]


def test_a_new_notebook_is_stored_as_jupyter_does(site: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    (file,) = made(site, "notebook", "-".join(["long"] * 20), capsys)
    text = file.read_text(encoding="utf-8")
    book: dict[str, Any] = json.loads(text)
    assert text == json.dumps(book, indent=1, ensure_ascii=False, sort_keys=True) + "\n"
    assert max(len(cell["id"]) for cell in book["cells"]) <= 64


def test_a_new_subject_can_be_imported_without_a_framework(
    site: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    (file,) = made(site, "subject", "my-thing", capsys)
    spec = importlib.util.spec_from_file_location("my_thing", file)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    subject: Subject = module.SUBJECT
    assert (subject.id, subject.group in catalogue.GROUPS) == ("my-thing", True)
    assert subject.reference in {variant.id for variant in subject.variants}


# Arguments, and what the message says.
BAD = [
    (
        ["colour", "red"],
        "colour: no such kind; use one of page, tool, row, pair, error, guide, outcome, notebook, entry,"
        " claim, subject",
    ),
    (["tool", "My Tool"], "not a readable id; use lower-case words joined by hyphens"),
    (["tool", "onnx\n"], "'onnx\\n': not a readable id"),
    (["tool", ""], "not a readable id"),
    (["tool", "a--b"], "not a readable id"),
    (["tool", "2a"], "not a readable id"),
    (["tool", "früh"], "not a readable id"),
    (["page", "../up"], "not a readable id"),
    (["page", "/etc/passwd"], "not a readable id"),
    (["tool", "a/b"], "a tool has no folder; use `new tool b`"),
    (["entry", "reduce-sum"], "an entry has a family; use `new entry maths/reduce-sum`"),
    (["entry", "colours/red"], "docs/api/colours.md: no such family; known are maths"),
    (["entry", "maths/first"], "first: the id of an entry of docs/api/maths.md; choose another id"),
    (["claim", "a/b"], "a claim has no folder; use `new claim b`"),
    (["page", "alone"], "a page has a folder; use `new page about/alone`"),
    (["page", "tools/extra"], "each page in docs/tools/ is a tool; use `new tool extra`"),
    (["page", "compare/sub/extra"], "each page in docs/compare/ is a row; use `new row extra`"),
    (["page", "decide/one-end"], "docs/decide/one-end.md: exists already; edit it"),
    (["tool", "one"], "docs/tools/one.md: exists already"),
    (["row", "a-row"], "docs/compare/a-row.md: exists already"),
    (["pair", "a-pair"], "docs/examples/a-pair/index.md: exists already"),
    (["outcome", "one-end"], "docs/decide/one-end.md: exists already"),
    (["row", "one"], "one: the id of docs/tools/one.md; choose another id"),
    (["tool", "a-pair"], "a-pair: the id of docs/examples/a-pair/index.md"),
    (["pair", "b-row"], "b-row: the id of docs/compare/b-row.md"),
    (["outcome", "second"], "second: the id of a question of the decision"),
    (["claim", "first-point"], "first-point: the id of docs/about/article.yml:1; choose another id"),
    (["subject", "matmul"], "matmul: the id of a subject of the measurements"),
]


@pytest.mark.parametrize(("arguments", "message"), BAD)
def test_bad_input_is_one_message_and_writes_nothing(
    site: Sample, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert message in refused(site, arguments, capsys)


@pytest.mark.parametrize(
    ("kind", "file", "old"),
    [
        ("row", "compare/a-row.md", "  former_ids: []\n"),
        ("pair", "examples/a-pair/index.md", "  tools: [one]\n"),
        ("outcome", "decide/one-end.md", "  examples: []\n"),
    ],
)
def test_a_former_id_is_never_given_again(
    site: Sample, capsys: pytest.CaptureFixture[str], kind: str, file: str, old: str
) -> None:
    site.change(file, old, old.replace("  former_ids: []\n", "") + "  former_ids: [old-name]\n")
    assert f"old-name: a former id of docs/{file}" in refused(site, [kind, "old-name"], capsys)


def test_a_program_that_is_there_already_is_not_written_over(
    site: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    site.write("examples/my-pair/mistake.py", "mine = 1\n")
    message = refused(site, ["pair", "my-pair"], capsys)
    assert message.startswith("docs/examples/my-pair/mistake.py: exists already")
    site.write("examples/your-pair/inputs.py", "numbers = [1]\n")
    message = refused(site, ["pair", "your-pair"], capsys)
    assert message.startswith("docs/examples/your-pair/inputs.py: exists already")


def test_a_folder_that_is_a_file_is_one_message(site: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    site.write("notebooks", "no folder\n")
    message = refused(site, ["notebook", "my-thing"], capsys)
    assert message.startswith("docs/notebooks/my-thing.ipynb: cannot be written: ")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only_is_one_message(site: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    (site.docs / "tools").chmod(0o500)
    message = refused(site, ["tool", "my-thing"], capsys)
    assert message == "docs/tools/my-thing.md: cannot be written: Permission denied\n"


@pytest.mark.parametrize("fails_at", ["with_pytorch.py", "mistake.py"])
def test_a_fault_in_between_leaves_nothing_half_written(
    site: Sample, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], fails_at: str
) -> None:
    really = Path.open

    def fail(self: Path, *arguments: Any, **options: Any) -> Any:
        if self.name == fails_at and "x" in arguments:
            raise PermissionError(13, "Permission denied", str(self))
        return really(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", fail)
    message = refused(site, ["pair", "my-pair"], capsys)
    assert message == "docs/examples/my-pair/index.md: cannot be written: Permission denied\n"


@pytest.mark.parametrize(
    ("before", "line"),
    [
        (ARTICLE.encode(), 13),
        (b"\xef\xbb\xbf# A comment.\n\n" + ARTICLE.encode(), 15),
        (ARTICLE.encode().replace(b"\n", b"\r\n"), 13),
        (ARTICLE.encode().rstrip(b"\n"), 13),
        (ARTICLE.encode() + b"\n# The end.\n\n", 16),
        (b"# Nothing yet.\n", 3),
        (b"", 1),
    ],
)
def test_a_claim_is_appended_and_the_rest_stays_byte_for_byte(
    site: Sample, capsys: pytest.CaptureFixture[str], before: bytes, line: int
) -> None:
    file = site.docs / "about/article.yml"
    file.write_bytes(before)
    file.chmod(0o640)
    assert main(["new", "claim", "my-claim"]) == 0
    assert capsys.readouterr().out == f"docs/about/article.yml:{line}\n"
    after = file.read_bytes()
    assert after.startswith(before)
    assert file.stat().st_mode & 0o777 == 0o640
    assert after.splitlines()[line - 1].startswith(b"- id: my-claim")
    assert (b"\r\n" in after) == (b"\r\n" in before)
    assert after.count(b"\r\n") in (0, after.count(b"\n"))
    data, problems = records.parse_yaml(after.decode("utf-8-sig"), "x")
    assert problems == []
    assert data[-1]["id"] == "my-claim"
    assert list(file.parent.glob(".*")) == []


@pytest.mark.parametrize(
    ("before", "message"),
    [
        (b"[]\n", "not valid YAML"),
        (b"start: first\n", "docs/about/article.yml:"),
        (ARTICLE.encode() + b"# caf\xe9\n", "docs/about/article.yml:12: the text is not UTF-8"),
        (b"<<<<<<< HEAD\n[]\n=======\n[]\n>>>>>>> change\n", "a merge conflict is not resolved"),
        (ARTICLE.replace("opinion", "maybe").encode(), "docs/about/article.yml:4: `0.status` is wrong"),
    ],
)
def test_a_claim_is_not_appended_to_what_cannot_be_read(
    site: Sample, capsys: pytest.CaptureFixture[str], before: bytes, message: str
) -> None:
    (site.docs / "about/article.yml").write_bytes(before)
    assert message in refused(site, ["claim", "my-claim"], capsys)


def test_a_claim_that_cannot_be_written_leaves_the_file_as_it_was(
    site: Sample, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(self: Path, target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "replace", fail)
    message = refused(site, ["claim", "my-claim"], capsys)
    assert message == "docs/about/article.yml: cannot be written: Permission denied\n"


def test_a_site_without_rows_gets_a_row_whose_faults_are_named(
    sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "ROOT", sample.root)
    assert main(["new", "row", "my-row"]) == 0
    (problem,) = [problem for problem in sample.problems() if problem.rule != "placeholder"]
    assert (problem.rule, problem.path) == ("row-relation", "docs/compare/my-row.md")
    sample.write("compare/a-row.md", ROW.replace("[b-row]", "[my-row]"))
    assert rest(sample.problems()) == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_an_entry_is_added_at_the_end_of_its_family_and_the_rest_stays(
    site: Sample, capsys: pytest.CaptureFixture[str], end: str
) -> None:
    file = site.docs / "api/maths.md"
    before = file.read_bytes().replace(b"\n", end.encode())
    file.write_bytes(before)
    capsys.readouterr()
    assert main(["new", "entry", "maths/third"]) == 0
    assert capsys.readouterr().out == "docs/api/maths.md:24\n"
    after = file.read_bytes()
    lines, added = before.split(end.encode()), after.split(end.encode())
    assert (added[:23], added[32:]) == (lines[:23], lines[23:])
    assert added[23] == b"    - id: third"
    assert [entry.id for entry in site.read().families["maths"][1].entries] == ["first", "second", "third"]


def test_an_entry_is_added_before_a_key_that_follows_the_entries(
    site: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    site.change("api/maths.md", "\n---\n\n#", "\nsearch: {boost: 0.5}\n---\n\n#")
    assert main(["new", "entry", "maths/third"]) == 0
    assert capsys.readouterr().out == "docs/api/maths.md:24\n"
    assert len(site.read().families["maths"][1].entries) == 3


def test_an_entry_is_not_added_to_what_cannot_be_read(
    site: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    site.change("api/maths.md", "match: none", "match: nothing")
    message = refused(site, ["entry", "maths/third"], capsys)
    assert message.startswith("docs/api/maths.md:20: `api.entries.1.match` is wrong")
