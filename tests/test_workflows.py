"""What the workflows run, and in which order."""

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
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


def told(folder: Path, made: dict[str, str], *paths_of: str, pull: str = "") -> list[str]:
    """What a workflow asks of GitHub, and of a repository of its own to push to, for files that it made.

    Last in the list is what was pushed: each file that differs from main.
    """
    (folder / "bin").mkdir()
    gh = folder / "bin" / "gh"
    gh.write_text(GH, encoding="utf-8")
    gh.chmod(0o755)
    origin, tree = folder / "origin.git", folder / "tree"
    for words in (["init", "--bare", str(origin)], ["clone", str(origin), str(tree)]):
        subprocess.run(["git", *words], check=True, capture_output=True)
    (tree / "docs").mkdir()
    for name in ("docs/old.json", "README.md"):
        (tree / name).write_text("old", encoding="utf-8")
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for words in (
        ["add", "--all"],
        [*identity, "commit", "--message", "before"],
        ["push", "origin", "HEAD:main"],
    ):
        subprocess.run(["git", *words], cwd=tree, check=True, capture_output=True)
    for name, text in made.items():
        (tree / name).write_text(text, encoding="utf-8")
    calls = folder / "calls"
    calls.touch()
    variables = os.environ | {
        "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        "CALLS": str(calls),
        "PULL": pull,
    }
    script = str(paths.ROOT / ".github/scripts/pull.sh")
    command = ["bash", script, "a-branch", "A subject", "A body.", *(paths_of or ("docs",))]
    subprocess.run(command, cwd=tree, env=variables, check=True, capture_output=True)
    pushed = subprocess.run(
        ["git", "diff", "--name-only", "main", "a-branch"],
        cwd=origin,
        capture_output=True,
        text=True,
        check=False,
    )
    return [
        *calls.read_text(encoding="utf-8").splitlines(),
        f"pushed {' '.join(pushed.stdout.split())}".strip(),
    ]


def test_the_first_finding_opens_a_pull_request(tmp_path: Path) -> None:
    calls = told(tmp_path, {"docs/old.json": "new"})
    assert calls[0].startswith("gh pr list --head a-branch")
    assert calls[1].startswith("gh pr create --head a-branch --title A subject --body A body.")
    assert "close it and open it again" in " ".join(calls)
    assert calls[-1] == "pushed docs/old.json"


def test_later_findings_update_it_in_place(tmp_path: Path) -> None:
    calls = told(tmp_path, {"docs/old.json": "new"}, pull="13")
    assert [call.split(" --")[0] for call in calls] == ["gh pr list", "pushed docs/old.json"]


def test_new_files_are_proposed_and_others_than_named_are_not(tmp_path: Path) -> None:
    made = {"docs/2026.json": "a result", "README.md": "changed by what ran"}
    assert told(tmp_path, made)[-1] == "pushed docs/2026.json"


def test_files_as_they_were_change_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, {"docs/old.json": "old"}) == ["pushed"]


def test_what_one_weekly_job_found_cannot_stand_for_what_another_did() -> None:
    """The newest releases are code of others, whose job could write any file as its own."""
    (*_, download, take, pull, issues) = loaded("weekly.yml")["jobs"]["tell"]["steps"]
    assert "merge-multiple" not in download["with"]
    assert "found-look/freshness.json found-newest/canary.json" in take["run"]
    assert pull["run"].startswith("bash .github/scripts/pull.sh weekly-looks ")
    assert pull["run"].endswith(" docs/about/freshness.json docs/about/canary.json")
    assert issues["run"] == "python3 -I .github/scripts/issues.py artifacts/found-look/issues.json"


def test_measurements_and_pins_are_proposed_once_a_month() -> None:
    workflow = loaded("monthly.yml")
    assert "make benchmarks MACHINE=github-runner" in commands("monthly.yml", "measure")
    assert "make lock" in commands("monthly.yml", "pins")
    makefile = (paths.ROOT / "Makefile").read_text(encoding="utf-8")
    assert '-m scripts measure $(if $(MACHINE),--machine "$(MACHINE)")' in makefile
    crons = [loaded(f"{name}.yml")[True]["schedule"][0]["cron"].split() for name in ("monthly", "mutants")]
    assert [(day, month, weekday) for _, _, day, month, weekday in crons] == [
        ("6", "*", "*"),
        ("5", "*", "*"),
    ]
    for name, job in workflow["jobs"].items():
        runs_others = any(step.get("run", "").startswith("make ") for step in job["steps"])
        assert runs_others is (name != "propose")
        assert ("write" in job["permissions"].values()) is (name == "propose")


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("2026-12-06-0241-github-runner.json", True),
        ("2026-12-06-0241-amd-epyc.json", False),
        ("x-github-runner.json", False),
        ("2026-12-06-0241-github-runner.json.html", False),
    ],
)
def test_of_a_months_results_only_files_of_the_runner_are_taken(
    tmp_path: Path, name: str, taken: bool
) -> None:
    """The measured frameworks are code of others, and could write any file."""
    steps = loaded("monthly.yml")["jobs"]["propose"]["steps"]
    (step,) = [step for step in steps if step.get("name") == "Propose the results"]
    for folder in ("artifacts/made-results", "docs/measurements/results", ".github/scripts"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "artifacts/made-results" / name).write_text("new", encoding="utf-8")
    (tmp_path / ".github/scripts/pull.sh").write_text("exit 0\n", encoding="utf-8")
    subprocess.run(["bash", "-e", "-c", step["run"]], cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "docs/measurements/results" / name).exists() is taken


def test_all_notebooks_of_pairs_are_run_every_week_and_a_part_of_them_in_every_test() -> None:
    assert commands("evidence.yml", "evidence") == ["make check-pair-notebooks ALL=1", "make check-recording"]
    assert "\n  schedule:\n" in (paths.ROOT / ".github/workflows/evidence.yml").read_text(encoding="utf-8")
    makefile = (paths.ROOT / "Makefile").read_text(encoding="utf-8")
    (everything,) = [line for line in makefile.splitlines() if line.startswith("test: ")]
    assert {"check-pair-notebooks", "check-recording"} <= set(everything.split())
    assert 'run --notebooks $(if $(ALL),,--tenth "$$(git rev-parse HEAD)"' in makefile
