"""What the workflows run, and in which order."""

import os
import subprocess
from pathlib import Path
from typing import Any

import yaml

from scripts import paths


def loaded(workflow: str) -> Any:
    """A workflow's data."""
    return yaml.safe_load((paths.ROOT / ".github" / "workflows" / workflow).read_text(encoding="utf-8"))


def commands(workflow: str, job: str) -> list[str]:
    """The commands of a job, in their order."""
    steps: list[dict[str, Any]] = loaded(workflow)["jobs"][job]["steps"]
    return [step["run"] for step in steps if "run" in step]


def test_nothing_is_published_that_the_check_refuses() -> None:
    assert commands("deploy.yml", "build") == ["make check", "make changes", "make build"]


def test_a_pull_request_answers_for_what_it_edits() -> None:
    text = (paths.ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8")
    assert commands("check.yml", "content")[0] == 'make check SINCE="$BASE"'
    assert "BASE: ${{ github.event.pull_request.base.sha || github.event.merge_group.base_sha }}" in text
    makefile = (paths.ROOT / "Makefile").read_text(encoding="utf-8")
    assert '$(SITE) -m scripts check $(if $(SINCE),--since "$(SINCE)")' in makefile


def test_a_pull_requests_code_finds_nothing_to_steal_or_to_change() -> None:
    workflow = loaded("check.yml")
    assert set(workflow[True]) == {"pull_request", "merge_group", "workflow_dispatch"}  # YAML reads `on` so
    assert workflow["permissions"] == {"contents": "read"}
    text = (paths.ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8")
    assert "secrets." not in text
    assert "github.token" not in text
    assert "cache" not in "\n".join(line.partition("#")[0] for line in text.splitlines())
    for job in workflow["jobs"].values():
        assert "permissions" not in job
        checkouts = [step for step in job["steps"] if step.get("uses", "").startswith("actions/checkout@")]
        assert [step["with"]["persist-credentials"] for step in checkouts] == [False]


def test_what_may_comment_runs_nothing_of_the_pull_request() -> None:
    (job,) = loaded("comment.yml")["jobs"].values()
    checkout, download, post = job["steps"]
    assert "ref" not in checkout["with"]  # what `workflow_run` checks out is the default branch
    assert download["with"]["path"] == "report"
    assert post["run"] == "python3 -I .github/scripts/comment.py report/report.md"
    assert "${{" not in post["run"]


def test_everything_runs_before_a_merge_and_for_changed_code() -> None:
    job = loaded("check.yml")["jobs"]["everything"]
    assert job["if"] == "github.event_name != 'pull_request' || needs.content.outputs.code == 'true'"
    assert job["steps"][-1]["run"] == "bash .ci/run"


GH = """\
#!/usr/bin/env bash
echo "gh $*" >> "$CALLS"
case "$1 $2" in
  "pr list") echo "$PULL" ;;
esac
"""


def told(folder: Path, found: dict[str, str], pull: str = "") -> list[str]:
    """What the weekly workflow's last job asks of GitHub, and of a repository of its own to push to."""
    (folder / "bin").mkdir()
    gh = folder / "bin" / "gh"
    gh.write_text(GH, encoding="utf-8")
    gh.chmod(0o755)
    (folder / "found").mkdir()
    for name, text in found.items():
        (folder / "found" / name).write_text(text, encoding="utf-8")
    origin, tree = folder / "origin.git", folder / "tree"
    for words in (["init", "--bare", str(origin)], ["clone", str(origin), str(tree)]):
        subprocess.run(["git", *words], check=True, capture_output=True)
    (tree / "docs" / "about").mkdir(parents=True)
    (tree / "docs" / "about" / "freshness.json").write_text("old", encoding="utf-8")
    (tree / "docs" / "about" / "canary.json").write_text("old", encoding="utf-8")
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for words in (["add", "--all"], [*identity, "commit", "--message", "before"], ["push", "origin", "HEAD"]):
        subprocess.run(["git", *words], cwd=tree, check=True, capture_output=True)
    calls = folder / "calls"
    calls.touch()
    variables = os.environ | {
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "CALLS": str(calls),
        "PULL": pull,
    }
    command = ["bash", str(paths.ROOT / ".github/scripts/tell.sh"), str(folder / "found")]
    subprocess.run(command, cwd=tree, env=variables, check=True, capture_output=True)
    pushed = subprocess.run(
        ["git", "show", "weekly-looks:docs/about/freshness.json"],
        cwd=origin,
        capture_output=True,
        text=True,
        check=False,
    )
    return [*calls.read_text(encoding="utf-8").splitlines(), f"pushed {pushed.stdout}".strip()]


def test_the_first_finding_opens_a_pull_request(tmp_path: Path) -> None:
    calls = told(tmp_path, {"freshness.json": "new"})
    assert [call.split(" --")[0] for call in calls] == ["gh pr list", "gh pr create", "pushed new"]


def test_later_findings_update_it_in_place(tmp_path: Path) -> None:
    calls = told(tmp_path, {"freshness.json": "new"}, pull="13")
    assert [call.split(" --")[0] for call in calls] == ["gh pr list", "pushed new"]


def test_what_one_weekly_job_found_cannot_stand_for_what_another_did() -> None:
    """The newest releases are code of others, whose job could write any file as its own."""
    (*_, download, take, pull, issues) = loaded("weekly.yml")["jobs"]["tell"]["steps"]
    assert "merge-multiple" not in download["with"]
    assert "found-look/freshness.json found-newest/canary.json" in take["run"]
    assert pull["run"] == "bash .github/scripts/tell.sh found"
    assert issues["run"] == "python3 -I .github/scripts/issues.py artifacts/found-look/issues.json"


def test_records_as_they_were_change_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, {"freshness.json": "old"}) == ["pushed"]


def test_all_notebooks_of_pairs_are_run_every_week_and_a_part_of_them_in_every_test() -> None:
    assert commands("evidence.yml", "evidence") == ["make check-pair-notebooks ALL=1", "make check-recording"]
    assert "\n  schedule:\n" in (paths.ROOT / ".github/workflows/evidence.yml").read_text(encoding="utf-8")
    makefile = (paths.ROOT / "Makefile").read_text(encoding="utf-8")
    (everything,) = [line for line in makefile.splitlines() if line.startswith("test: ")]
    assert {"check-pair-notebooks", "check-recording"} <= set(everything.split())
    assert 'run --notebooks $(if $(ALL),,--tenth "$$(git rev-parse HEAD)"' in makefile
