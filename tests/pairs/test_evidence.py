"""Evidence of a pair cannot be made up: the framework computes each value, and from the inputs."""

import math
from pathlib import Path
from typing import Any

import pytest

from scripts.__main__ import main
from scripts.content import pair_files, pair_record
from scripts.execute.pairs import compare, harness, inputs_changed, provenance
from scripts.execute.pairs.observed import Leaf, Statement
from tests.conftest import Sample

HERE = "examples/a-pair"
PAGE = f"{HERE}/index.md"
TENSORFLOW, PYTORCH = (f"{HERE}/{name}" for name in pair_files.PROGRAMS.values())
ALONE = "import torch\n\n\ndef compute(value):\n    return value\n"


def run(sample: Sample, *options: str) -> int:
    return main(["run", "--root", str(sample.root), "--time-limit", "20", *options])


def faults(sample: Sample, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """What a run says is wrong."""
    capsys.readouterr()
    assert run(sample) == 1
    return capsys.readouterr().err.splitlines()


def test_a_side_without_its_framework_is_refused(paired: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    paired.change(PYTORCH, "from torch import compute\n", ALONE)
    said = faults(paired, capsys)
    place = f"docs/{PYTORCH}"
    assert f"{place}:9: `total` is computed without PyTorch; compute it with PyTorch [pair-run]" in said
    assert f"{place}:8: `parts` is computed without PyTorch; compute it with PyTorch [pair-run]" in said
    assert f"{place}:10: `kind` is computed without PyTorch; compute it with PyTorch [pair-run]" in said
    assert len(said) == 3
    paired.change(PYTORCH, ALONE, "from torch import compute\n")
    paired.change(TENSORFLOW, "from tensorflow import compute\n", ALONE.replace("torch", "tensorflow"))
    assert len([line for line in faults(paired, capsys) if "is computed without TensorFlow" in line]) == 3


def test_a_framework_that_only_holds_a_value_did_not_compute_it(
    paired: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    paired.change(PYTORCH, "import compute", "import carry as compute")
    said = faults(paired, capsys)
    assert [line for line in said if "`total` is computed without PyTorch" in line]
    reason = ", unseen: It is a conversion and nothing else.}"
    for name, says in (("total", "the sum of all parts}"), ("parts", "the parts themselves}")):
        paired.change(PAGE, says, says.removesuffix("}") + reason)
        assert name in (paired.docs / PAGE).read_text(encoding="utf-8")
    assert run(paired) == 0


@pytest.mark.parametrize(
    ("old", "new", "name", "line"),
    [
        ("compute(sum(parts))", "sum(numbers) / 3", "total", 5),
        ('compute("lazy".lower())', '"lazy".lower()', "kind", 6),
        ('compute("lazy".lower())', '"lazy"', "kind", 6),
    ],
)
def test_one_value_without_the_framework_is_named_though_the_others_have_it(  # noqa: PLR0913, PLR0917
    paired: Sample, capsys: pytest.CaptureFixture[str], old: str, new: str, name: str, line: int
) -> None:
    paired.change(PYTORCH, old, new)
    assert faults(paired, capsys) == [
        f"docs/{PYTORCH}:{line}: `{name}` is computed without PyTorch; compute it with PyTorch [pair-run]"
    ]


def test_a_number_written_into_both_sides_proves_nothing(
    paired: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    for program in (TENSORFLOW, PYTORCH):
        paired.change(program, "compute(sum(parts))", "float('0.5')")
    said = faults(paired, capsys)
    for program, title in ((TENSORFLOW, "TensorFlow"), (PYTORCH, "PyTorch")):
        fault = f"`total` is computed without {title}; compute it with {title} [pair-run]"
        assert f"docs/{program}:5: {fault}" in said
    still = "`total` stays the same in TensorFlow and in PyTorch when the inputs are others"
    remedy = "compare a value that depends on them, or say in `fixed` why it does not"
    assert f"docs/{PAGE}:9: {still}; {remedy} [pair-run]" in said


def test_a_value_stays_the_same_for_a_reason_or_not_at_all(
    paired: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    reason = ", fixed: It is a setting of both frameworks.}"
    paired.change(PAGE, "says: the parts themselves}", f"says: the parts themselves{reason}")
    assert faults(paired, capsys) == [
        f"docs/{PAGE}:10: `parts` changes with the inputs, and `fixed` says that it does not; "
        "remove `fixed` [pair-run]"
    ]
    paired.change(PAGE, f"says: the parts themselves{reason}", "says: the parts themselves}")
    paired.change(PAGE, "says: the sum of all parts}", f"says: the sum of all parts{reason}")
    for program in (TENSORFLOW, PYTORCH):
        paired.change(program, "sum(parts)", "0.5")
    assert run(paired) == 0


def test_one_side_that_ignores_the_inputs_is_found(
    paired: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    paired.change(PYTORCH, "sum(parts)", "7.0 / 3")
    (said,) = faults(paired, capsys)
    assert said.startswith(f"docs/{PAGE}:9: `total` stays the same in PyTorch when the inputs are others; ")


def test_a_side_that_is_right_for_its_own_inputs_alone_is_found(
    paired: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    """The sum of other numbers is another one: 7 is that of those in the pair."""
    paired.change(PYTORCH, "sum(parts)", "7.0 / 3 + (sum(numbers) - 7.0)")
    assert faults(paired, capsys) == [
        f"docs/{PAGE}:9: with other inputs (repeat) `total` differs by 2, and 1e-06 is allowed; "
        "correct the program that is right for the inputs as they are, and for no others [pair-run]"
    ]
    paired.change(PYTORCH, "7.0 / 3 + (sum(numbers) - 7.0)", "sum(parts[: len(set(numbers))])")
    (told,) = faults(paired, capsys)
    assert "with other inputs (repeat) `total` differs by 1.3," in told


def test_a_side_that_runs_with_its_own_inputs_alone_is_found(
    paired: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    paired.change(PYTORCH, "parts =", "assert numbers[0] == 1.0, 'begin with one'\nparts =")
    told = faults(paired, capsys)
    assert (
        f"docs/{PYTORCH}:4: with other inputs (order) it stops with AssertionError: begin with one; "
        "let it run with them, as the one with TensorFlow does [pair-run]"
    ) in told


def test_a_setting_is_read_from_the_framework(paired: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    paired.change(PAGE, "tensorflow: eager, pytorch: lazy", "tensorflow: 0.99, pytorch: 0.1")
    for program, module in ((TENSORFLOW, "tensorflow"), (PYTORCH, "torch")):
        text = (paired.docs / program).read_text(encoding="utf-8")
        kind = next(line for line in text.splitlines() if line.startswith("kind"))
        paired.change(program, kind, f"import {module} as both\nkind = both.momentum")
    assert run(paired) == 0
    paired.change(PYTORCH, "both.momentum", "len('a') / 10")
    assert any("`kind` is computed without PyTorch" in line for line in faults(paired, capsys))


def test_a_wide_tolerance_needs_a_cause_and_is_narrow_all_the_same(
    paired: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    before = "{name: total, within: 1e-6, says: the sum of all parts"
    wide = "{name: total, within: 0.9, because: It is so for a good reason., says: the sum of all parts"
    paired.change(PAGE, before, wide)
    (said,) = faults(paired, capsys)
    assert "docs/examples/a-pair/index.md:4: `pair` is wrong; `total` may differ by 0.9" in said
    assert "name the `cause`" in said
    paired.change(PAGE, "within: 0.9,", "within: 0.9, cause: int8,")
    said = "\n".join(faults(paired, capsys))
    assert (
        f"docs/{PAGE}:9: `total` may differ by 0.9, and its numbers are of size 2.3, of which the cause int8 "
        "accounts for 0.05; narrow `within` to at most 0.1 [pair-run]"
    ) in said
    paired.change(PAGE, "within: 0.9,", "within: 0.1,")
    assert run(paired) == 0


def test_a_program_that_can_run_once_in_a_process_gets_another(paired: Sample) -> None:
    once = "import sys\n\nassert not hasattr(sys, 'ran')\nsys.ran = True\n"
    paired.change(PYTORCH, "from torch import compute\n", f"from torch import compute\n{once}")
    assert run(paired) == 0


def test_what_runs_with_other_inputs_print_is_not_recorded(paired: Sample) -> None:
    paired.change(PYTORCH, "print(", "import os\nos.write(1, b'also ')\nprint(")
    paired.change(TENSORFLOW, "print(", "import os\nos.write(1, b'also ')\nprint(")
    assert run(paired) == 0
    result = pair_record.read(paired.docs, "a-pair")
    assert result
    assert result.pytorch.printed.count("total") == result.pytorch.printed.count("also") == 1


# Where a value comes from -------------------------------------------------------------------------


def origin(program: str, name: str, **operations: str) -> provenance.Origin:
    """The origin of a value in a program of which some lines (`l3`) had an operation done."""
    lines = [Statement(int(line[1:]), (done,), True) for line, done in operations.items()]
    return provenance.origins(program, [name], lines)[name]


def test_what_computes_another_value_is_no_origin() -> None:
    program = "import torch\na = 1\nb = torch.f(a)\n"
    assert origin(program, "b", l3="mul").operations == {"mul"}
    assert origin(program, "a", l3="mul").operations == frozenset()


def test_what_changes_an_object_in_place_is_an_origin() -> None:
    program = "import torch\nlosses = []\nfor _ in range(3):\n    losses.append(torch.f())\n"
    assert origin(program, "losses", l3="mul").operations == {"mul"}
    program = "import torch\nmodel = torch.m()\nmodel.fit()\nweight = model.weight\n"
    assert origin(program, "weight", l3="mul").operations == {"mul"}


def test_what_is_printed_is_no_origin() -> None:
    program = "import torch\na = 1\nprint(a, torch.f(a))\n"
    assert origin(program, "a", l3="mul").operations == frozenset()


def test_what_a_called_function_changes_is_an_origin() -> None:
    program = "import torch\nseen = []\ndef look():\n    seen.append(torch.f())\ndef step():\n    look()\n"
    assert origin(program + "all = [step()]\nlast = seen[-1]\n", "last", l7="mul").operations == {"mul"}


def test_inputs_are_not_changed_by_what_uses_them() -> None:
    program = "from inputs import x\nimport torch\ny = torch.f(x)\nz = x.sum()\n"
    assert origin(program, "z", l3="mul").operations == frozenset()


def test_a_function_brings_what_it_uses() -> None:
    program = "import torch\nw = torch.f()\ndef g():\n    return w\nv = g()\n"
    assert origin(program, "v", l2="mul").lines == (1, 2, 3, 5)


# Other inputs -------------------------------------------------------------------------------------

INPUTS = """\
import numpy as np

rng = np.random.default_rng(0)
drawn = rng.normal(size=3)
written = np.array([1, 2, 4])
nested = [[5, 0], [3]]
size = (2, 3)
units = 4
"""


@pytest.mark.parametrize(
    ("change", "written", "nested"),
    [
        ("seed", [1, 2, 4], [[5, 0], [3]]),
        ("order", [4, 2, 1], [[3], [5, 0]]),
        ("repeat", [4, 2, 4], [[3], [3]]),
        ("scale", [1, 3, 6], [[5, 0], [3]]),
    ],
)
def test_a_change_keeps_sizes(
    tmp_path: Path, change: str, written: list[int], nested: list[list[int]]
) -> None:
    pytest.importorskip("numpy")
    file = tmp_path / "inputs.py"
    file.write_text(INPUTS, encoding="utf-8")
    changed = inputs_changed.changed(file, change)
    assert changed
    first = vars(changed)
    assert (first["written"].tolist(), first["nested"]) == (written, nested)
    assert (first["size"], first["units"]) == ((2, 3), 4)
    own: dict[str, object] = {}
    exec(INPUTS, own)
    assert (first["drawn"] != own["drawn"]).any()


def test_inputs_without_a_generator_have_no_other_seed(tmp_path: Path) -> None:
    pytest.importorskip("numpy")
    (tmp_path / "inputs.py").write_text("numbers = [1.0, 2.0]\n", encoding="utf-8")
    assert inputs_changed.changed(tmp_path / "inputs.py", "seed") is None
    assert inputs_changed.changed(tmp_path / "none.py", "order") is None


def raw(*data: float | str, place: str = "") -> list[dict[str, Any]]:
    """A value as the harness stores it."""
    return [{"place": place, "shape": [len(data)], "data": list(data)}]


@pytest.mark.parametrize(
    ("now", "far", "moves"),
    [
        (raw(1.0, 2.0), 0.0, False),
        (raw(1.0, 2.1), 0.0, True),
        (raw(1.0, 1.9), 0.05, True),
        (raw(1.0, 2.1), 0.2, False),
        (raw(1.0), 0.2, True),
        (raw(1.0, 2.0, place="[1]"), 0.2, True),
        (raw(1.0, "2.0"), 0.2, True),
        ("it cannot be kept", 0.2, False),
    ],
)
def test_a_value_moves_by_more_than_it_may_differ(now: object, far: float, moves: bool) -> None:
    assert harness.moved({"x": raw(1.0, 2.0)}, {"x": now}, {"x": far}) == (["x"] if moves else [])


def test_whole_numbers_move_however_wide_the_tolerance() -> None:
    assert harness.moved({"x": raw(1, 2)}, {"x": raw(1, 3)}, {"x": 5.0}) == ["x"]


def test_every_change_is_tried() -> None:
    assert set(inputs_changed.CHANGES) == {"seed", "order", "repeat", "scale"}


# How far apart two values are ---------------------------------------------------------------------


def leaf(*data: float | str) -> list[Leaf]:
    return [Leaf("", "float64", (len(data),), data)]


@pytest.mark.parametrize(
    ("ours", "theirs", "apart"),
    [
        ((1.0, 2.0), (1.0, 5.0), 3.0),
        ((1.0, 5.0), (1.0, 2.0), 3.0),
        ((-1.0,), (1.0,), 2.0),
        ((math.nan,), (1.0,), math.inf),
        ((1.0,), (math.nan,), math.inf),
        ((math.nan,), (math.nan,), 0.0),
        ((math.inf,), (math.inf,), 0.0),
        ((math.inf,), (-math.inf,), math.inf),
        (("a",), ("a",), 0.0),
        (("a",), ("b",), math.inf),
        (("1",), (1.0,), math.inf),
    ],
)
def test_the_difference_has_no_sign_and_is_never_nothing(
    ours: tuple[float | str, ...], theirs: tuple[float | str, ...], apart: float
) -> None:
    assert compare._difference(leaf(*ours), leaf(*theirs)) == apart


@pytest.mark.parametrize(
    ("data", "size"),
    [((1.0, 3.0), 2.0), ((100.0, 101.0), 100.5), ((-2.0,), 2.0), ((0.0, 0.0), 0.0), (("a",), 0.0)],
)
def test_the_size_of_numbers(data: tuple[float | str, ...], size: float) -> None:
    assert compare._size(leaf(*data)) == size
