"""Inputs of a pair made others: their numbers change, their sizes and types stay."""

import importlib
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts.execute.pairs import inputs_changed

# Inputs, and what each change makes of them; what is not named stays as it is.
CHANGED: list[tuple[str, str, dict[str, Any]]] = [
    ("x = [1.0, 2.0, 4.0]", "order", {"x": [4.0, 2.0, 1.0]}),
    ("x = [1.0, 2.0, 4.0]", "repeat", {"x": [4.0, 2.0, 4.0]}),
    ("x = [1.0, 2.0, 4.0]", "scale", {"x": [1.5, 3.0, 6.0]}),
    ("x = (1.0, 2.0, 4.0)", "scale", {"x": (1.5, 3.0, 6.0)}),
    ("x = [[1, 2], [3]]", "order", {"x": [[3], [1, 2]]}),
    ("x = [[1, 2], [3]]", "repeat", {"x": [[3], [3]]}),
    ("x = ([1, 2], [3, 4])", "order", {"x": ([2, 1], [4, 3])}),
    ("x = ([1, 2], [3, 4])", "repeat", {"x": ([2, 2], [4, 4])}),
    ("x = ['a', [1, 2]]", "order", {"x": ["a", [2, 1]]}),
    ("x = ['a', [1, 2]]", "repeat", {"x": ["a", [2, 2]]}),
    ("x = {'a': [1, 2], 'b': 'c'}", "order", {"x": {"a": [2, 1], "b": "c"}}),
    ("x = {'a': [1, 2], 'b': 'c'}", "repeat", {"x": {"a": [2, 2], "b": "c"}}),
    ("x = {'a': 2.0, 'b': 'c', 'd': [1, 2.0]}", "scale", {"x": {"a": 3.0, "b": "c", "d": [1, 3.0]}}),
    ("x = [3, 4]\nsize = 4\nname = 'a'\n_own = [1, 2]", "order", {"x": [4, 3], "_own": [1, 2], "size": 4}),
    ("x = [3, 4]\nshape = (2, 3)", "order", {"x": [4, 3], "shape": (2, 3)}),
    ("x_ = [3, 4]", "order", {"x_": [4, 3]}),
    ("empty = []\nx = [3, 4]", "repeat", {"empty": [], "x": [4, 4]}),
]


def changed(folder: Path, text: str, change: str) -> dict[str, Any] | None:
    file = folder / "inputs.py"
    file.write_text(text + "\n", encoding="utf-8")
    module = inputs_changed.changed(file, change)
    return None if module is None else vars(module)


@pytest.mark.parametrize(("text", "change", "now"), CHANGED)
def test_a_change_makes_other_numbers_of_the_same_form(
    tmp_path: Path, text: str, change: str, now: dict[str, Any]
) -> None:
    found = changed(tmp_path, text, change)
    assert found
    assert {name: found[name] for name in now} == now
    assert {name: type(found[name]) for name in now} == {name: type(value) for name, value in now.items()}


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("x = [1.0, 1.0]", "order"),
        ("x = [1.0, 2.0, 1.0]", "repeat"),
        ("x = [1, 2]", "scale"),
        ("x = [0.0]", "scale"),
        ("x = ['a', 'b']", "order"),
        ("x = {'a': 'b'}", "order"),
        ("x = {'a': [1, 1], 'b': [2, 2]}", "order"),
        ("x = ()", "repeat"),
        ("size = 4.0", "scale"),
        ("_own = [1, 2]", "order"),
        ("x = [1.0, 2.0]", "seed"),
        ("import numpy\nx = numpy.array([1.0, 1.0])", "order"),
        ("import numpy\nx = numpy.zeros(3)", "scale"),
        ("import numpy\nx = {'a': numpy.zeros(3)}", "scale"),
    ],
)
def test_inputs_that_a_change_leaves_as_they_are_are_none(tmp_path: Path, text: str, change: str) -> None:
    if change == "seed" or "numpy" in text:
        pytest.importorskip("numpy")
    assert changed(tmp_path, text, change) is None


def test_a_change_of_one_value_is_enough(tmp_path: Path) -> None:
    for text in ("x = [1, 1]\ny = [1, 2]", "x = [1, 2]\ny = [1, 1]", "x = {'a': [1, 1], 'b': [1, 2]}"):
        assert changed(tmp_path, text, "order")


ARRAYS = """\
import numpy as np

x = np.array([[1.0, 2.0], [3.0, 4.0]], dtype="float32")
whole = np.array([2, 5, 7], dtype="int16")
bytes_ = np.array([1, 2], dtype="uint8")
names = np.array(["a", "b"])
true = np.array([True, False])
one = np.array(3.0)
empty = np.zeros((0, 2))
"""


@pytest.mark.parametrize(
    ("change", "now"),
    [
        ("order", {"x": [[3.0, 4.0], [1.0, 2.0]], "whole": [7, 5, 2], "names": ["b", "a"], "one": 3.0}),
        ("repeat", {"x": [[3.0, 4.0], [3.0, 4.0]], "whole": [7, 5, 7], "names": ["b", "b"], "one": 3.0}),
        (
            "scale",
            {
                "x": [[1.5, 3.0], [4.5, 6.0]],
                "whole": [3, 7, 10],
                "bytes_": [1, 3],
                "names": ["a", "b"],
                "true": [True, False],
                "one": 4.5,
            },
        ),
    ],
)
def test_arrays_keep_their_shapes_and_types(tmp_path: Path, change: str, now: dict[str, Any]) -> None:
    pytest.importorskip("numpy")
    found = changed(tmp_path, ARRAYS, change)
    own: dict[str, Any] = {}
    exec(ARRAYS, own)
    assert found
    assert {name: found[name].tolist() for name in now} == now
    for name in ("x", "whole", "bytes_", "names", "true", "one", "empty"):
        assert (found[name].shape, found[name].dtype) == (own[name].shape, own[name].dtype)


def test_each_generator_has_another_seed_and_the_library_is_left_as_it_was(tmp_path: Path) -> None:
    numpy = pytest.importorskip("numpy")
    own = numpy.random.default_rng
    text = "import numpy as np\nx = np.random.default_rng(3).normal(size=4)\ny = np.random.default_rng"
    for rest, seed in (("(7).normal(size=2)", 8), ("().normal(size=2)", 1)):
        found = changed(tmp_path, text + rest, "seed")
        assert found
        assert found["x"].tolist() == own(4).normal(size=4).tolist()
        assert found["y"].tolist() == own(seed).normal(size=2).tolist()
        assert numpy.random.default_rng is own
    with pytest.raises(ZeroDivisionError):
        changed(tmp_path, "1 / 0", "seed")
    assert numpy.random.default_rng is own


def test_a_program_and_its_processes_import_the_changed_inputs(tmp_path: Path) -> None:
    (tmp_path / "inputs.py").write_text("x = [1, 2]\n", encoding="utf-8")
    code = "import sys; sys.path[:0] = sys.argv[1:]; import inputs; print(inputs.x)"
    path = list(sys.path)
    with inputs_changed.in_place(tmp_path / "inputs.py", "order") as changes:
        assert changes is True
        assert importlib.import_module("inputs").x == [2, 1]
        done = subprocess.run(
            [sys.executable, "-c", code, sys.path[0]], capture_output=True, text=True, check=True
        )
        assert done.stdout == "[2, 1]\n"
    assert "inputs" not in sys.modules
    assert sys.path == path
    with inputs_changed.in_place(tmp_path / "inputs.py", "scale") as changes:
        assert changes is False
        assert sys.path == path
    with inputs_changed.in_place(tmp_path / "none.py", "order") as changes:
        assert changes is False
