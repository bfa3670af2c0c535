"""What `make mutants` is told fits the code of today, so that the monthly run does not stop at a name."""

from scripts import paths
from tests.mutants import records

# Each module in these folders is tested by mutants; what only names others is not.
FOLDERS = (
    "scripts/rules",
    "scripts/model",
    "scripts/content",
    "scripts/publish",
    "scripts/execute",
    "scripts/execute/pairs",
    "scripts/measure",
)
NOTHING_TO_BREAK = {
    "scripts/model/framework.py",  # two names
    "scripts/model/move.py",  # patterns, which the check of addresses tests
    "scripts/publish/api_schema.py",  # the published form, compared with its versions in tests/publish/
    # What is measured needs both frameworks; `make check-benchmarks` compares what all variants compute.
    "scripts/measure/frameworks.py",
    "scripts/measure/small_cnn.py",
    "scripts/measure/training.py",
}

# Listed, and not measured yet: `python -m tests.mutants --only modules --record --most 20 <module>`.
NOT_YET = {
    "scripts/model/api_names.py",
    "scripts/content/imports.py",
    "scripts/execute/pairs/chosen.py",
    "scripts/execute/pairs/harness.py",
    "scripts/execute/pairs/notebook.py",
    "scripts/execute/pairs/observed.py",
    "scripts/execute/pairs/outcome.py",
    "scripts/execute/pairs/side.py",
    "scripts/execute/api_map.py",
    "scripts/execute/api_names.py",
    "scripts/execute/api_notebook.py",
    "scripts/execute/api_worker.py",
    "scripts/execute/confined.py",
    "scripts/execute/confined_start.py",
    "scripts/execute/environment.py",
    "scripts/execute/error_worker.py",
    "scripts/execute/errors.py",
    "scripts/execute/jobs.py",
    "scripts/execute/notebook_cells.py",
    "scripts/execute/notebook_worker.py",
    "scripts/execute/notebooks.py",
    "scripts/execute/programs.py",
    "scripts/measure/worker.py",
}


def test_every_module_of_the_areas_is_listed_with_tests_that_exist() -> None:
    listed = {module: tests for _, module, tests in records.modules()}
    assert [name for tests in listed.values() for name in tests if not (paths.ROOT / name).is_file()] == []
    assert [name for name in listed if not (paths.ROOT / name).is_file()] == []
    files = {
        file.relative_to(paths.ROOT).as_posix()
        for folder in FOLDERS
        for file in (paths.ROOT / folder).glob("*.py")
        if len(file.read_text(encoding="utf-8").splitlines()) > 1
    }
    assert files - listed.keys() == NOTHING_TO_BREAK


def test_each_fault_can_be_made_and_has_its_tests() -> None:
    faults = records.faults()
    assert len({fault.says for fault in faults}) == len(faults) > 40
    for fault in faults:
        text = (paths.ROOT / fault.file).read_text(encoding="utf-8")
        assert text.count(fault.was) == 1, f"“{fault.says}”: {fault.file} no longer has it once; adapt it"
        assert fault.now not in {fault.was, text}
        assert [name for name in fault.tests if not (paths.ROOT / name).is_file()] == []


def test_every_listed_module_has_a_score() -> None:
    assert {module for _, module, _ in records.modules()} - records.scores().keys() == NOT_YET


def test_recorded_scores_are_of_listed_modules_and_count_their_survivors() -> None:
    listed = {module for _, module, _ in records.modules()}
    for module, score in records.scores().items():
        assert module in listed
        assert score.killed + len(score.survivors) == score.of <= score.mutants, module
        assert [entry.now for entry in score.survivors if not entry.why] == [], module
