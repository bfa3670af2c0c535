"""What the workflows run, and in which order."""

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
    assert commands("deploy.yml", "build") == ["make check", "make build"]


def test_a_pull_request_answers_for_what_it_edits() -> None:
    text = (paths.ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8")
    assert commands("check.yml", "content")[0] == 'make check SINCE="$BASE" FORMAT=github'
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
