"""What is due stops nobody but who edits it; readers and maintainers are told."""

import datetime
import subprocess

import pytest

from scripts import paths
from scripts.__main__ import main
from scripts.content import due
from scripts.render import templates
from tests.conftest import PAGE, Sample, set_day

# The day on which the sample's page and tool become due: 90 days after their check.
DUE = datetime.date(2027, 2, 20)
WARNING = "docs/index.md:4: warning: A page is due for a new check since 2027-02-20;"


@pytest.fixture
def late(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> Sample:
    """The sample on the day on which all of it is due."""
    set_day(monkeypatch, DUE)
    return sample


def check(sample: Sample, *options: str) -> int:
    return main(["check", "--root", str(sample.root), *options])


@pytest.mark.parametrize("day", ["2026-12-22", "2027-02-15", "2099-01-01"])
def test_the_content_passes_the_check_on_any_later_day(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], day: str
) -> None:
    set_day(monkeypatch, datetime.date.fromisoformat(day))
    assert main(["check"]) == 0
    found = capsys.readouterr()
    assert all(": warning: " in line for line in found.err.splitlines())
    assert "no error, " in found.out


def test_what_is_due_is_a_warning(late: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(late) == 0
    found = capsys.readouterr()
    assert WARNING in found.err
    assert "docs/tools/one.md:18: warning: A tool is due" in found.err
    assert "docs/about/article.yml:1: warning: the claim “first-point” is due" in found.err
    assert "no error, 3 warning(s)" in found.out


def test_warnings_are_told_after_errors(late: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    late.change("tools/one.md", " {#purpose}", "")
    assert check(late) == 1
    lines = capsys.readouterr().err.splitlines()
    assert "[page-shape]" in lines[0]
    assert [": warning: " in line for line in lines if line.startswith("docs/")] == [False] * 2 + [True] * 3
    assert "2 problem(s)" in lines[-1]


def test_nothing_is_due_a_day_before(
    sample: Sample, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    set_day(monkeypatch, DUE - datetime.timedelta(days=1))
    assert check(sample) == 0
    found = capsys.readouterr()
    assert found.err == ""
    assert "note: 3 more due within 14 days; `python -m scripts check --due` lists them" in found.out


def test_what_is_due_is_an_error_on_a_page_that_is_edited(
    late: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(late, "--edited", "docs/index.md", "scripts/content/due.py") == 1
    found = capsys.readouterr().err
    assert WARNING.replace("warning: ", "") in found
    assert found.count(": warning: ") == 2
    assert check(late, "--edited", str(late.docs / "tools/one-example.py")) == 1
    assert "docs/tools/one.md:18: A tool is due" in capsys.readouterr().err
    assert check(late, "--edited", "docs/moves.yml") == 0


def test_a_pair_is_edited_by_any_file_of_its_folder(
    paired: Sample, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    set_day(monkeypatch, DUE)
    capsys.readouterr()
    assert check(paired, "--edited", "docs/examples/a-pair/mistake.py") == 1
    found = capsys.readouterr().err
    assert "docs/examples/a-pair/index.md:20: A pair is due" in found
    assert "run `python -m scripts run a-pair`" in found


def git(sample: Sample, *arguments: str) -> None:
    settings = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(sample.root), *settings, *arguments], check=True, capture_output=True)


@pytest.fixture
def branch(late: Sample) -> Sample:
    """The sample in a repository: `main` has gone on since this branch left it."""
    claim = (late.docs / "about/article.yml").read_text(encoding="utf-8")
    late.write("about/article.yml", claim + claim.replace("first-point", "second-point"))
    late.change("tools/one.md", "## What to use", '--8<-- "claims/second-point.md"\n\n## What to use')
    git(late, "init", "-b", "main")
    git(late, "add", ".")
    git(late, "commit", "-m", "Begin")
    git(late, "checkout", "-b", "change")
    git(late, "checkout", "main")
    late.change("index.md", "two lines", "a line")
    git(late, "commit", "-am", "Go on")
    git(late, "checkout", "change")
    return late


def test_a_branch_answers_for_what_it_changed_alone(
    branch: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(branch, "--since", "main") == 0
    branch.change("tools/one.md", "What it is,", "This is what it is,")
    assert check(branch, "--since", "main") == 1  # not committed yet
    git(branch, "commit", "-am", "Change")
    capsys.readouterr()
    assert check(branch, "--since", "main") == 1
    errors = [
        line for line in capsys.readouterr().err.splitlines() if ".md:" in line and "warning" not in line
    ]
    assert len(errors) == 1
    assert errors[0].startswith("docs/tools/one.md:18: A tool is due")


def test_a_new_page_is_edited_before_git_knows_it(branch: Sample) -> None:
    branch.write("tools/new.md", PAGE.replace('--8<-- "claims/first-point.md"', ""))
    branch.change(".nav.yml", "tools/*.md", "tools/one.md")
    assert check(branch, "--since", "main") == 1


def test_of_the_articles_points_the_changed_one_is_edited(
    branch: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    branch.change("about/article.yml", "The one is as good", "The one is quite as good")
    assert check(branch, "--since", "main") == 1
    found = capsys.readouterr().err
    assert "docs/about/article.yml:1: the claim “first-point” is due" in found
    assert "warning: the claim “second-point” is due" in found


def test_an_unknown_revision_is_told(branch: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(branch, "--since", "nowhere") == 2
    found = capsys.readouterr().err
    assert found.startswith("--since nowhere: ")
    assert "git fetch origin main" in found


def test_what_is_due_soon_is_listed_by_day(
    sample: Sample, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    sample.change("index.md", "recheck_days: 90", "recheck_days: 80")
    set_day(monkeypatch, datetime.date(2027, 2, 12))
    assert check(sample, "--due") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(":")[0] for line in lines] == [
        "2027-02-10 docs/index.md",
        "2027-02-20 docs/about/article.yml",
        "2027-02-20 docs/tools/one.md",
        "2027-02-12",
    ]
    assert lines[-1] == "2027-02-12: 1 due, 2 more within 14 days"
    assert check(sample, "--due", "3") == 0
    assert "2027-02-20" not in capsys.readouterr().out


def test_a_page_says_that_it_is_due_by_the_builds_clock(
    sample: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = sample.read()
    page = found.page("tools/one.md")
    assert page
    set_day(monkeypatch, DUE, build=DUE - datetime.timedelta(days=1))
    dates = due.of(found, page)
    assert dates
    checked = templates.ENVIRONMENT.get_template("macros/dates.html").module.checked  # type: ignore[attr-defined]
    assert checked(dates.checked, dates.by).endswith("to be checked again by 20 February 2027.")
    set_day(monkeypatch, DUE, build=DUE)
    shown = checked(dates.checked, dates.by)
    assert shown == "Checked 22 November 2026; <strong>due since 20 February 2027</strong>."


def test_every_page_shows_its_dates() -> None:
    panel = (paths.ROOT / "overrides" / "panels" / "page-dates.html").read_text(encoding="utf-8")
    assert "{{ checked(dates.checked, dates.by) }}" in panel
