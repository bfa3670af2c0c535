"""The commands as a contributor uses them."""

import datetime
from pathlib import Path

import pytest

from scripts import paths, rules
from scripts.__main__ import main
from scripts.content import reader
from scripts.render import write
from tests.conftest import Sample, set_day


def test_check_prints_all_problems_and_fails(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    sample.change("index.md", " {#section}", "")
    sample.change("tools/one.md", "side: both", "side: neither")
    assert main(["check", "--root", str(sample.root)]) == 1
    printed = capsys.readouterr().err
    assert "docs/index.md:12:" in printed
    assert "docs/tools/one.md:6:" in printed
    assert "problem(s)" in printed


def test_check_counts_what_is_fine(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(sample.root)]) == 0
    assert capsys.readouterr().out == "2 pages, 1 tools, 1 claims of the article: no problem\n"


def test_a_new_page_tool_and_row_pass_the_check_but_for_what_is_to_be_filled(
    sample: Sample, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(paths, "ROOT", sample.root)
    assert main(["new", "tool", "my-tool"]) == 0
    assert main(["new", "page", "other/my-page"]) == 0
    assert main(["new", "row", "my-row"]) == 0
    assert main(["new", "row", "graph-capture"]) == 0
    assert capsys.readouterr().out.split() == [
        "docs/tools/my-tool.md",
        "docs/other/my-page.md",
        "docs/compare/my-row.md",
        "docs/compare/graph-capture.md",
    ]
    sample.change("compare/my-row.md", "rows: [a-row]", "rows: [graph-capture]")
    sample.change(".nav.yml", "  - index.md", "  - index.md\n  - other/my-page.md")
    found, problems = reader.read(sample.root)
    assert {problem.rule for problem in [*problems, *rules.check(found)]} == {"placeholder"}


def test_a_new_tool_and_row_take_month_and_versions_from_data(
    sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "ROOT", sample.root)
    monkeypatch.setattr(paths, "REQUIREMENTS", sample.root)
    (sample.root / "frameworks.txt").write_text("tensorflow_cpu==3.0.1\ntorch==4.1\n", encoding="utf-8")
    set_day(monkeypatch, datetime.date(2031, 5, 3))
    assert main(["new", "tool", "my-tool"]) == 0
    assert main(["new", "row", "my-row"]) == 0
    assert "## State in May 2031 {#state}" in (sample.docs / "tools/my-tool.md").read_text(encoding="utf-8")
    row = (sample.docs / "compare/my-row.md").read_text(encoding="utf-8")
    assert "true_for: TensorFlow 3.0.1, PyTorch 4.1\n" in row


def test_a_new_pair_is_a_folder_that_lacks_a_run_alone(
    compared: Sample, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(paths, "ROOT", compared.root)
    assert main(["new", "pair", "my-pair"]) == 0
    assert capsys.readouterr().out.split() == [
        f"docs/examples/my-pair/{name}"
        for name in ("index.md", "inputs.py", "with_tensorflow.py", "with_pytorch.py", "mistake.py")
    ]
    problems = [problem for problem in compared.problems() if problem.rule != "placeholder"]
    assert [problem.remedy for problem in problems] == ["run `python -m scripts run my-pair`"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["tool", "My Tool"], "not a readable id"),
        (["tool", "a/b"], "a tool has no folder"),
        (["page", "alone"], "a page has a folder"),
        (["tool", "one"], "exists already"),
    ],
)
def test_new_refuses_what_would_not_fit(
    sample: Sample,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.setattr(paths, "ROOT", sample.root)
    assert main(["new", *arguments]) == 2
    assert message in capsys.readouterr().err


def test_generate_writes_only_what_changed_and_removes_what_is_gone(sample: Sample) -> None:
    first = write.write(sample.read(), "https://example.org/repo")
    assert {file.name for file in first} >= {"article.md", "tools.md", "first-point.md", "one.md"}
    assert write.write(sample.read(), "https://example.org/repo") == []
    gone = sample.root / paths.GENERATED / "claims" / "gone.md"
    gone.write_text("x", encoding="utf-8")
    write.write(sample.read(), "https://example.org/repo")
    assert not gone.exists()


def test_prove_refuses_an_unknown_id(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["programs", "unknown"]) == 2
    assert "known are" in capsys.readouterr().err


def test_browser_takes_the_one_that_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "chromium"))
    assert main(["browser", "--find"]) == 0
    assert capsys.readouterr().out.strip() == str(tmp_path / "chromium")
