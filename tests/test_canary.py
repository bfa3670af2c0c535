"""What a check's messages become on the page Newest releases, and which environment they come from."""

import datetime
import json
from pathlib import Path

import pytest

from scripts import paths
from scripts.commands import canary
from scripts.content.json_record import CANARY
from scripts.execute import environment
from scripts.model.canary import Canary, Deviation
from scripts.render import canary as rendered
from tests.conftest import Sample

LINES = [
    "weights-across: equal to 0.0e+00, as recorded (3.1 s)",
    "docs/examples/dtypes/index.md:15: `mean` is 'A' in PyTorch, and 'B' is stated; correct it [pair-run]",
    "docs/examples/dtypes/with_pytorch.py:1: it warns: a; b is old; use what replaces it [pair-run]",
    "docs/tools/onnx-example.py:1: it prints something else; read the difference [executed-program]",
    "docs/examples/gone/index.md:1: no page; add one [pair-run]",
    "pairs: 1 passed, 3 failed, 9 s",
]


def test_each_problem_is_a_deviation_of_its_page_without_its_remedy() -> None:
    assert [(entry.id, entry.says) for entry in canary.found_in(LINES, "pairs", {"dtypes"})] == [
        ("dtypes", "`mean` is 'A' in PyTorch, and 'B' is stated"),
        ("dtypes", "it warns: a; b is old"),
    ]
    assert [(entry.kind, entry.id) for entry in canary.found_in(LINES, "programs", {"onnx"})] == [
        ("programs", "onnx")
    ]


def test_a_notebook_is_named_by_its_file() -> None:
    line = "docs/notebooks/int8.ipynb:1: cell 3: AssertionError; correct the notebook [notebook-record]"
    (entry,) = canary.found_in([line], "notebooks", {"int8"})
    assert (entry.id, entry.says) == ("int8", "cell 3: AssertionError")


def test_another_environment_stands_in_for_the_frameworks_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "ENVIRONMENTS", tmp_path)
    for name in ("frameworks", "canary", "tf-keras"):
        (tmp_path / name / "bin").mkdir(parents=True)
        (tmp_path / name / "bin" / "python").touch()
    assert environment.interpreter("frameworks").parts[-3] == "frameworks"
    monkeypatch.setenv(environment.REPLACES, "canary")
    assert environment.interpreter("frameworks").parts[-3] == "canary"
    assert environment.interpreter("tf-keras").parts[-3] == "tf-keras"


def record(ids: list[str]) -> Canary:
    """A run of one pair and one program, of which some differ."""
    return Canary(
        day=datetime.date(2026, 11, 22),
        versions={"torch": "9.9.9"},
        ran={"pairs": 1, "programs": 1},
        deviations=[Deviation(kind="pairs", id=name, says="`total` is <b>2</b>") for name in ids],
    )


def test_the_page_names_what_differs_and_how(paired: Sample) -> None:
    assert rendered.overview(paired.read()).strip() == "No run yet."
    CANARY.write(paired.docs, record(["a-pair"]))
    text = rendered.overview(paired.read())
    assert "**1 of 2** differs: that many were run on 22 November 2026" in text
    assert "with torch 9.9.9." in text
    assert "- [A pair](/examples/a-pair/index.md) (example pair)\n    - `total` is &lt;b>2&lt;/b>" in text
    CANARY.write(paired.docs, record([]))
    assert "**None of 2** differ" in rendered.overview(paired.read())


def test_code_that_is_cut_off_opens_nothing(paired: Sample) -> None:
    cut = Deviation(kind="pairs", id="a-pair", says="use `tf.add` or `tf.ex")
    CANARY.write(paired.docs, record([]).model_copy(update={"deviations": [cut]}))
    assert "    - use `tf.add` or tf.ex …\n" in rendered.overview(paired.read())


def test_a_damaged_record_is_told(paired: Sample) -> None:
    fields = json.loads(record([]).model_dump_json()) | {"day": "soon"}
    paired.write("about/canary.json", json.dumps(fields))
    problems = [problem for problem in paired.problems() if problem.rule == "canary-record"]
    assert len(problems) == 1
    assert str(problems[0]).startswith("docs/about/canary.json:1: no record of a canary: `day`: ")
