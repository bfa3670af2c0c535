"""Example pairs as data: what makes one invalid, and what the message says."""

import pytest

from scripts.content import pair_record as records_of_pairs
from scripts.rules import pair_record
from tests.conftest import Sample

INDEX = "examples/a-pair/index.md"

FAULTS = [
    ("level: 1", "level: 4", "front-matter", "1, 2 or 3"),
    ("within: 1e-6, says: the sum", "within: 1e-3, says: the sum", "front-matter", "say why in `because`"),
    ("value: total", "value: sum", "front-matter", "not among `values`"),
    ("    off_by: 0.5\n", "", "front-matter", "`value` with `off_by`, or `raises`"),
    ("pytorch: lazy", "pytorch: eager", "front-matter", "compare it under `values`"),
    ("{name: parts,", "{name: total,", "front-matter", "stands twice"),
    ("  values:\n", "  values: []\n  other:\n", "front-matter", "at least 1"),
    ("rows: [a-row]", "rows: [c-row]", "pair-relation", "correct the id"),
    ("tools: [one]", "tools: [two]", "pair-relation", "correct the id"),
    ("tools: [one]", "tools: [one]\n  former_ids: [a-pair]", "pair-relation", "never given twice"),
    ('--8<-- "pairs/a-pair/mistake.md"', "Nothing.", "pair-record", "pairs/a-pair/mistake.md"),
]


def test_a_pair_is_valid_and_needs_no_entry_in_the_navigation(paired: Sample) -> None:
    assert paired.problems() == []


@pytest.mark.parametrize(("old", "new", "rule", "remedy"), FAULTS)
def test_a_fault_of_a_pair_is_found(paired: Sample, old: str, new: str, rule: str, remedy: str) -> None:
    paired.change(INDEX, old, new)
    found = [problem for problem in paired.problems() if problem.path == f"docs/{INDEX}"]
    assert rule in {problem.rule for problem in found}
    assert any(remedy in problem.remedy for problem in found), found


def test_a_record_that_does_not_fit_the_page_is_found(paired: Sample) -> None:
    paired.change(
        INDEX,
        "{name: parts, within: 1e-6, says: the parts themselves}",
        "{name: kinds, within: 0, says: kinds}",
    )
    assert "the record has other values than the page" in {problem.fault for problem in paired.problems()}


def test_a_record_that_differs_more_than_the_page_allows_is_found(paired: Sample) -> None:
    paired.change("examples/a-pair/result.json", '"difference": 0.0', '"difference": 0.1')
    (problem,) = [each for each in paired.problems() if each.rule == "pair-record"]
    assert problem.fault == "`total` was recorded as differing by 0.1"


def test_a_record_is_written_as_people_and_git_read_it(paired: Sample) -> None:
    result = records_of_pairs.read(paired.docs, "a-pair")
    assert result
    file = records_of_pairs.write(
        paired.docs, "a-pair", result.model_copy(update={"programs": {"ü.py": "0"}})
    )
    text = file.read_text(encoding="utf-8")
    assert text.startswith('{\n  "recorded": "2026-11-22",\n  "programs": {\n    "ü.py": "0"')
    assert text.endswith('"\n}\n')


def test_a_record_that_is_none_is_no_result(paired: Sample) -> None:
    paired.write("examples/a-pair/result.json", "{}")
    assert records_of_pairs.read(paired.docs, "a-pair") is None
    assert records_of_pairs.read(paired.docs, "no-pair") is None


def test_a_pair_without_a_record_says_how_to_make_one(paired: Sample) -> None:
    (paired.docs / "examples/a-pair/result.json").unlink()
    (problem,) = paired.problems()
    assert problem.remedy == "run `python -m scripts run a-pair`"


def test_programs_without_a_page_are_found(paired: Sample) -> None:
    paired.write("examples/b-pair/with_pytorch.py", "print(1)\n")
    (problem,) = paired.problems()
    assert problem.path == "docs/examples/b-pair/index.md"


def test_a_pair_with_the_id_of_a_row_is_refused(paired: Sample) -> None:
    (paired.docs / "examples/a-pair").rename(paired.docs / "examples/a-row")
    assert any("rename the folder" in problem.remedy for problem in paired.problems())


def test_a_row_may_rest_on_a_pair(paired: Sample) -> None:
    paired.change("compare/a-row.md", "program: one", "program: a-pair")
    assert paired.problems() == []


def test_few_values_may_stay_the_same(paired: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    reason = ", fixed: It is a setting of both.}"
    paired.change(INDEX, "says: the sum of all parts}", f"says: the sum of all parts{reason}")
    assert paired.problems() == []  # two values are too few to speak of a part
    monkeypatch.setattr(pair_record, "FEW", 2)
    (problem,) = paired.problems()
    assert problem.path == "docs/examples/index.md"
    assert problem.fault == "1 of 2 values have a `fixed` or `unseen`, and at most 1 in 4 may"
    monkeypatch.setattr(pair_record, "PART", 2)
    assert paired.problems() == []
