"""What the workflows run, and in which order."""

from typing import Any

import yaml

from scripts import paths


def commands(workflow: str, job: str) -> list[str]:
    """The commands of a job, in their order."""
    file = paths.ROOT / ".github" / "workflows" / workflow
    steps: list[dict[str, Any]] = yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"][job]["steps"]
    return [step["run"] for step in steps if "run" in step]


def test_nothing_is_published_that_the_check_refuses() -> None:
    assert commands("deploy.yml", "build") == ["make check", "make build"]


def test_a_pull_request_answers_for_what_it_edits() -> None:
    text = (paths.ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8")
    assert commands("check.yml", "content") == ["make check build"]
    assert "SINCE: ${{ github.event.pull_request.base.sha }}" in text
    assert "fetch-depth: 0" in text
    makefile = (paths.ROOT / "Makefile").read_text(encoding="utf-8")
    assert '$(SITE) -m scripts check $(if $(SINCE),--since "$(SINCE)")' in makefile


def test_all_notebooks_of_pairs_are_run_every_week_and_a_part_of_them_in_every_test() -> None:
    assert commands("evidence.yml", "evidence") == ["make check-pair-notebooks ALL=1", "make check-recording"]
    assert "\n  schedule:\n" in (paths.ROOT / ".github/workflows/evidence.yml").read_text(encoding="utf-8")
    makefile = (paths.ROOT / "Makefile").read_text(encoding="utf-8")
    (everything,) = [line for line in makefile.splitlines() if line.startswith("test: ")]
    assert {"check-pair-notebooks", "check-recording"} <= set(everything.split())
    assert 'run --notebooks $(if $(ALL),,--tenth "$$(git rev-parse HEAD)"' in makefile
