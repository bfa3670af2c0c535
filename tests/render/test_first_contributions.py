"""The list of first contributions: each entry is made from the data, and gone as soon as it is done."""

import datetime

import pytest

from scripts.render import first_contributions
from tests.conftest import TODAY, TOOL, Sample, set_day

REPOSITORY = "https://example.org/us/site"


def listing(sample: Sample, repository: str = REPOSITORY) -> str:
    return first_contributions.listing(sample.read(), repository)


def part(text: str, name: str) -> str:
    """What stands below the heading with this id; empty without one."""
    _, _, after = text.partition(f"{{#{name}}}")
    return after.partition("\n## ")[0]


def test_an_unknown_rating_opens_its_file_or_a_form_for_it(compared: Sample) -> None:
    assert part(listing(compared), "unknown") == ""
    compared.change("compare/a-row.md", "rating: good", "rating: unknown")
    compared.change("compare/a-row.md", "edge: pytorch", "edge: unknown")
    entry = part(listing(compared), "unknown")
    assert "- [A row](/compare/a-row.md): the rating of TensorFlow (" in entry
    assert f"[edit]({REPOSITORY}/edit/main/docs/compare/a-row.md)" in entry
    assert f"[send evidence]({REPOSITORY}/issues/new?template=evidence.yml&row=a-row)" in entry


def test_an_unknown_edge_alone_is_told(compared: Sample) -> None:
    compared.change("compare/a-row.md", "edge: pytorch", "edge: unknown")
    assert "[A row](/compare/a-row.md): who is ahead (" in part(listing(compared), "unknown")


@pytest.mark.parametrize(
    ("side", "counterpart", "asked"),
    [("both", "", ""), ("tensorflow", "", "PyTorch"), ("pytorch", "", "TensorFlow"), ("pytorch", "two", "")],
)
def test_a_tool_of_one_side_asks_for_its_counterpart(
    compared: Sample, side: str, counterpart: str, asked: str
) -> None:
    another = TOOL.replace("title: A tool", "title: Another").replace(
        "use: executed", "use: shown\n  use_note: No."
    )
    compared.write("tools/two.md", another)
    line = f"\n  counterpart: {counterpart}" if counterpart else ""
    compared.change("tools/one.md", "side: both", f"side: {side}{line}")
    entry = part(listing(compared), "counterparts")
    assert (f"[A tool](/tools/one.md): what for {asked}?" in entry) is bool(asked)
    if asked:
        assert f"template=addition.yml&missing=What+does+for+{asked}+what+A+tool+does%3F" in entry


def test_what_is_due_within_a_month_is_listed_by_its_day(
    compared: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert part(listing(compared), "due") == ""
    set_day(monkeypatch, TODAY + datetime.timedelta(days=61))
    entry = part(listing(compared), "due")
    assert (
        f"| 2027-02-20 | [A row](/compare/a-row.md) | [Edit]({REPOSITORY}/edit/main/docs/compare/a-row.md) |"
        in entry
    )


def test_a_row_without_a_program_is_listed_until_it_has_one(compared: Sample) -> None:
    assert "a-row" not in part(listing(compared), "programs")
    text = (compared.docs / "compare/a-row.md").read_text(encoding="utf-8")
    executed = "    - kind: executed\n      program: one\n      says: The program prints what it should.\n"
    compared.write("compare/a-row.md", text.replace(executed, ""))
    assert "- [A row](/compare/a-row.md) ([edit](" in part(listing(compared), "programs")


def test_an_unknown_rating_beside_a_known_edge_is_told(compared: Sample) -> None:
    compared.change("compare/a-row.md", "rating: good", "rating: unknown")
    compared.change("compare/a-row.md", "edge: pytorch", "edge: depends")
    assert "[A row](/compare/a-row.md): the rating of TensorFlow (" in part(listing(compared), "unknown")


@pytest.mark.parametrize(
    ("use", "status", "listed"),
    [
        ("shown\n  use_note: It needs a GPU.", "active", True),
        ("shown\n  use_note: It needs a GPU.", "archived", False),
        ("executed", "active", False),
    ],
)
def test_a_tool_whose_program_is_not_run_is_listed_with_the_reason(
    compared: Sample, use: str, status: str, listed: bool
) -> None:
    compared.change("tools/one.md", "use: executed", f"use: {use}")
    if status == "archived":
        compared.change(
            "tools/one.md",
            "status: active\n  status_note: It has had a release in November 2026.\n  replaced_by: []",
            "status: archived\n  status_note: It ended in November 2026.\n  replaced_by: [{name: Two, url: https://a.org}]",
        )
    entry = part(listing(compared), "shown")
    assert ("- [A tool](/tools/one.md) ([edit](" in entry and "): It needs a GPU." in entry) is listed


def test_a_pair_without_a_notebook_is_listed_with_the_reason(paired: Sample) -> None:
    assert part(listing(paired), "notebooks") == ""
    paired.change(
        "examples/a-pair/index.md", "  rows: [", "  no_notebook: It starts two processes.\n  rows: ["
    )
    entry = part(listing(paired), "notebooks")
    assert "It starts two processes." in entry
    assert "(/examples/a-pair/index.md)" in entry


def test_without_a_repository_there_are_no_links_to_it(compared: Sample) -> None:
    compared.change("compare/a-row.md", "edge: pytorch", "edge: unknown")
    text = listing(compared, "")
    assert "- [A row](/compare/a-row.md): who is ahead\n" in text
    assert "edit" not in text


def test_where_nothing_is_missing_the_page_says_so(sample: Sample) -> None:
    assert listing(sample).strip() == "Nothing of this kind is missing today."
