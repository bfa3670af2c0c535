"""The entries of the API map are run, both sides in one process each; each way to be wrong is told.

The frameworks are stubs of lists, as a test of a comparison needs no tensor.
"""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from scripts import paths
from scripts.__main__ import main
from scripts.content import api_record
from scripts.execute import api_map, api_names
from scripts.model.api_map import Entry
from tests.conftest import Sample, make_environment, packages_of

TENSOR = '''\
"""A tensor that is a list of numbers."""
class Tensor:
    def __init__(self, data, dtype="float32"):
        self.data, self.dtype = list(data), dtype

    def __array__(self, *_):
        import numpy
        return numpy.array(self.data, self.dtype)

    def double(self):
        return type(self)([2 * number for number in self.data], self.dtype)

    def __add__(self, other):
        return type(self)([number + other for number in self.data], self.dtype)


def double(x, axis=0, scale=1.0):
    return type(x)([2 * number for number in x.data], x.dtype)


def double_from_one(x, dim=1, scale=2.0):
    return type(x)([2 * number + 1e-3 for number in x.data], x.dtype)


def as_integers(x):
    return type(x)([round(2 * number) for number in x.data], "int64")


def old(x):
    import warnings
    warnings.warn("old is deprecated; use double", FutureWarning)
    return double(x)


def draw(size):
    return Tensor([0.1 * size] * 3)


class Doubler:
    def __init__(self, scale=1.0):
        self.scale = scale

    def __call__(self, x):
        return double(x)
'''

NUMPY = """\
float64, float32 = "float64", "float32"


class ndarray:
    def __init__(self, data, dtype="float64"):
        self.numbers, self.dtype = list(data), Kind(dtype)
        self.shape, self.size = (len(self.numbers),), len(self.numbers)

    def astype(self, dtype):
        return ndarray(self.numbers, dtype)

    def ravel(self):
        return self

    def tolist(self):
        return self.numbers

    def __iter__(self):
        return iter(self.numbers)

    def __array__(self):
        return self


class Kind(str):
    @property
    def name(self):
        return str(self)

    kind = property(lambda self: self[0])


def array(data, dtype="float64"):
    return ndarray(data, dtype)


def asarray(value):
    return value.__array__() if hasattr(value, "__array__") else ndarray(value)


class random:
    @staticmethod
    def default_rng(seed):
        return Generator(seed)


class Generator:
    def __init__(self, seed):
        self.seed = seed

    def normal(self, size):
        return ndarray([self.seed + index for index in range(size)])
"""

# Warns as PyTorch's own code does: once a process, unless it is asked to warn always.
BETA = """\
ALWAYS, SAID = [], []


def set_warn_always(always):
    ALWAYS.append(always)


def beta(x):
    import warnings
    if ALWAYS or not SAID:
        warnings.warn("beta may change")
    SAID.append(x)
    return double(x)
"""

FILES = {
    "numpy/__init__.py": NUMPY,
    "tensorflow/__init__.py": f"{TENSOR}\n\ndef constant(value):\n"
    "    return Tensor(value, str(value.dtype))\n",
    "keras/__init__.py": "class utils:\n    @staticmethod\n    def set_random_seed(seed):\n        pass\n",
    "torch/__init__.py": f"{TENSOR}\n\ndef tensor(value):\n    return Tensor(value, str(value.dtype))\n\n\n"
    f"{BETA}\n\ndef manual_seed(seed):\n    pass\n\n\nclass _C:\n    @staticmethod\n"
    "    def _jit_get_schemas_for_operator(name):\n        return []\n",
    "torch/nn/__init__.py": "",
    "torch/nn/functional.py": "",
    "torchvision/__init__.py": "",
    "torchvision/transforms/__init__.py": "",
    "torchvision/transforms/v2.py": "",
}


@pytest.fixture(scope="module")
def environments(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with stubs of both frameworks and of NumPy."""
    root = tmp_path_factory.mktemp("environments")
    folder = make_environment(root)
    packages = packages_of(root)
    for name, text in FILES.items():
        file = packages / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for name, version in (("keras", "3.0"), ("numpy", "2.0"), ("tensorflow_cpu", "2.0"), ("torch", "2.0"),
                          ("torchvision", "0.1")):  # fmt: skip
        meta = packages / f"{name}-{version}.dist-info" / "METADATA"
        meta.parent.mkdir()
        meta.write_text(
            f"Metadata-Version: 2.1\nName: {name.replace('_', '-')}\nVersion: {version}\n", encoding="utf-8"
        )
    return folder


@pytest.fixture(autouse=True)
def interpreter(environments: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "ENVIRONMENTS", environments)


BASE: dict[str, Any] = {
    "id": "double", "tensorflow": ["tf.double"], "pytorch": ["torch.double"], "match": "same",
    "inputs": "x = rng.normal(size=3)",
    "code": {"tensorflow": "y = tf.double(x)", "pytorch": "y = torch.double(x)"},
}  # fmt: skip


def code(tensorflow: str = "y = tf.double(x)", pytorch: str = "y = torch.double(x)") -> dict[str, Any]:
    return {"code": {"tensorflow": tensorflow, "pytorch": pytorch}}


FORM = {"match": "other-forms", "differs": ["It is another form."]}
RESULT = {"match": "other-result", "differs": ["It is another result."]}

CASE: dict[str, Any] = {
    "side": "tensorflow", "given": {"axis": "any"}, "note": "It is another axis.",
    "code": {"tensorflow": "y = tf.double(x, axis=1)", "pytorch": "y = torch.double(x)"},
    "wrong": "y = torch.double(x) + 1",
}  # fmt: skip

# What is changed in the entry, and the faults that its run has: parts of them, in their order.
RUNS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, []),
    ({"tensorflow": ["tf.nothing"]}, ["there is no tf.nothing in the pinned TensorFlow"]),
    (code(tensorflow="y = x + 0"), ["its lines of TensorFlow do not use tf.double"]),
    (code(pytorch="y = x.double()"), ["its lines of PyTorch do not use torch.double"]),
    ({"pytorch": ["torch.Tensor.double"], **code(pytorch="y = x.double()")}, []),
    (
        {"pytorch": ["torch.Tensor.__add__"], "within": 0.01, **FORM, **code(pytorch="y = x + 0")},
        ["results differ by"],
    ),
    (code(tensorflow="tf.double(x)"), ["its code assigns no `y` (line 1 of TensorFlow's)"]),
    (
        code(pytorch="torch.double(x)\ny = 1 / 0"),
        ["stops with ZeroDivisionError: division by zero (line 2 of"],
    ),
    ({"inputs": "x = z"}, ["its inputs stops with NameError"] * 2),
    (
        {"inputs": "x = np.array([1.0, 2.0])"},
        ["stays the same in TensorFlow when", "stays the same in PyTorch when"],
    ),
    ({"inputs": "x = np.array([1.0, 2.0])", "fixed": True}, []),
    ({"fixed": True}, ["its result changes with the inputs"] * 2),
    (code(pytorch="y = torch.double(x) + 1"), ["its results differ by 1, and 1e-06 is allowed"]),
    (
        code(pytorch="y = torch.double(x).data[:2]"),
        ["its result is of shape [3] in TensorFlow and [2] in PyTorch"],
    ),
    (
        {"pytorch": ["torch.as_integers"], **FORM, **code(pytorch="y = torch.as_integers(x)")},
        ["its result is float32 in TensorFlow and int64 in PyTorch"],
    ),
    (
        {
            "pytorch": ["torch.as_integers"],
            "other_type": True,
            **FORM,
            **code(pytorch="y = torch.as_integers(x)"),
        },
        [],
    ),
    ({"other_type": True, **FORM}, ["its result is float32 in TensorFlow and float32 in PyTorch"]),
    (
        {
            "pytorch": ["torch.double", "torch.as_integers"],
            "also": {"torch.as_integers": "y = torch.as_integers(x)"},
        },
        [],
    ),
    (
        {"pytorch": ["torch.double", "torch.double_from_one"]},
        ["torch.double_from_one gives another result than"],
    ),
    ({"pytorch": ["torch.double", "torch.Tensor.double"]}, []),
    (
        {
            "pytorch": ["torch.double", "torch.Tensor.double"],
            "also": {"torch.Tensor.double": "y = torch.double(x)"},
        },
        ["with torch.Tensor.double, its lines do not use it"],
    ),
    ({"match": "other-name"}, []),
    (
        {
            "pytorch": ["torch.double_from_one"],
            "within": 0.01,
            **code(pytorch="y = torch.double_from_one(x)"),
        },
        [
            "its names differ, and `same` says that they do not",
            "defaults differ: scale is 1.0, and scale is 2.0",
        ],
    ),
    (
        {
            "pytorch": ["torch.double_from_one"],
            "within": 0.01,
            "match": "other-defaults",
            "arguments": {"axis": "dim"},
            "differs": ["It scales."],
            **code(pytorch="y = torch.double_from_one(x)"),
        },
        [],
    ),
    (
        {"arguments": {"axis": "axis"}},
        ["`axis` has the same name in both", "arguments differ, and `same` says no"],
    ),
    (
        {"arguments": {"axes": "dim"}},
        ["tf.double has no argument `axes`", "torch.double has no argument `dim`", "arguments differ"],
    ),
    (  # linear algebra has arguments of one capital
        {"arguments": {"axis": "A"}},
        ["torch.double has no argument `A`", "arguments differ"],
    ),
    ({"match": "other-arguments"}, ["no argument but the first differs"]),
    ({"match": "other-arguments", "arguments": {"x": "scale"}}, ["no argument but the first differs"]),
    ({"match": "other-defaults", "differs": ["It is another one."]}, ["no default is seen to differ"]),
    (
        {**RESULT, "mistake": {"side": "pytorch", "code": "y = torch.double(x)"}},
        ["its mistake differs by 0 alone"],
    ),
    ({**RESULT, "mistake": {"side": "pytorch", "code": "y = torch.double_from_one(x)"}}, []),
    ({**RESULT, "mistake": {"side": "tensorflow", "code": "y = tf.gone(x)"}}, []),
    (
        {
            "random": 0.2,
            "inputs": None,
            **FORM,
            "tensorflow": ["tf.draw"],
            "pytorch": ["torch.draw"],
            **code("y = tf.draw(3)", "y = torch.draw(4)"),
        },
        [],
    ),
    (
        {
            "random": 0.05,
            "inputs": None,
            **FORM,
            "tensorflow": ["tf.draw"],
            "pytorch": ["torch.draw"],
            **code("y = tf.draw(3)", "y = torch.draw(4)"),
        },
        ["its results differ by 0.1, and 0.05 is allowed"],
    ),
    *(
        ({"cases": [{**CASE, **change}]}, parts)
        for change, parts in (
            ({}, []),
            ({"wrong": "y = torch.double(x)"}, ["case 1: its wrong lines differ by 0 alone"]),
            ({"wrong": "y = torch.gone(x)"}, []),
            ({"code": {"tensorflow": "y = tf.double(x, axis=1)"}}, []),
            (
                {"code": {"tensorflow": "y = tf.double(x, axis=1)", "pytorch": "y = torch.double(x) + 1"}},
                ["case 1: its results differ by"],
            ),
            (
                {"code": {"tensorflow": "y = 1 / 0  # axis=1", "pytorch": "y = torch.double(x)"}},
                ["case 1: its code stops with ZeroDivisionError: division by zero (line 1 of TensorFlow's)"],
            ),
            (
                {"given": {"none": "absent"}},
                ["no argument `none`, of which a case speaks; correct it; it has axis, scale, x"],
            ),
        )
    ),
    ({"alone": True}, []),
    (code(pytorch="y = torch.double(x)\n__import__('os')._exit(3)"), ["ended the process"]),
    (
        {"alone": True, **code(pytorch="y = torch.double(x)\n__import__('os')._exit(3)")},
        ["ended the process"],
    ),
]


def test_each_way_to_be_wrong_is_told() -> None:
    """All entries in one run, as they are run on the site; the one that ends the process comes last."""
    entries = [Entry.model_validate(BASE | change | {"id": f"e{at}"}) for at, (change, _) in enumerate(RUNS)]
    ending = [entry for entry in entries if "_exit" in entry.code.get("pytorch", "") and not entry.alone]
    answers, versions = api_map.run([entry for entry in entries if entry not in ending] + ending)
    assert versions["torch"] == "2.0"
    for entry, (change, parts) in zip(entries, RUNS, strict=True):
        shown, faults = api_map.judge(entry, answers)
        said = [f"{fault.fault}; {fault.remedy}" for fault in faults]
        assert len(said) == len(parts), (change, said)
        for text, part in zip(said, parts, strict=True):
            assert part in text, (change, said)
        assert (shown is None) is bool(faults)


def shown_of(change: dict[str, Any]) -> api_record.Shown:
    entry = Entry.model_validate(BASE | change)
    shown, faults = api_map.judge(entry, api_map.run([entry])[0])
    assert faults == []
    assert shown
    return shown


def test_a_run_shows_by_how_much_the_wrong_lines_of_each_case_are() -> None:
    cases = [CASE, CASE | {"wrong": "y = torch.gone(x)"}, {key: CASE[key] for key in CASE if key != "wrong"}]
    off, stops, none = shown_of({"cases": cases}).cases
    assert isinstance(off, float)
    assert 0 < off <= 1
    assert stops == "AttributeError: module 'torch' has no attribute 'gone'"
    assert none is None


def test_a_run_shows_parameters_defaults_types_warnings_and_the_mistake() -> None:
    shown = shown_of(
        {
            "pytorch": ["torch.double_from_one"], "within": 0.01, "match": "other-defaults",
            "arguments": {"axis": "dim"}, "differs": ["It scales."],
            "code": {"tensorflow": "y = tf.double(x)\ntf.old(x)", "pytorch": "y = torch.double_from_one(x)"},
            "mistake": {"side": "pytorch", "code": "y = torch.gone(x)"},
        }
    )  # fmt: skip
    assert shown.parameters == {
        "tf.double": "x, axis=0, scale=1.0",
        "torch.double_from_one": "x, dim=1, scale=2.0",
    }
    assert sorted(shown.defaults) == [["axis", "0", "dim", "1"], ["scale", "1.0", "scale", "2.0"]]
    assert shown.types == {"tensorflow": "float32", "pytorch": "float32"}
    assert shown.warned == {"tensorflow": ["FutureWarning: old is deprecated; use double"], "pytorch": []}
    assert shown.mistake == "AttributeError: module 'torch' has no attribute 'gone'"
    assert shown.difference is not None
    assert 0 < shown.difference <= 1e-3


def test_a_warning_shows_with_each_entry_that_gives_it() -> None:
    change = {"pytorch": ["torch.beta"], "match": "other-name"}
    code = {"code": {"tensorflow": "y = tf.double(x)", "pytorch": "y = torch.beta(x)"}}
    entries = [Entry.model_validate(BASE | change | code | {"id": name}) for name in ("first", "second")]
    answers, _ = api_map.run(entries)
    for entry in entries:
        shown, _ = api_map.judge(entry, answers)
        assert shown
        assert shown.warned["pytorch"] == ["UserWarning: beta may change"]


def test_a_name_of_tensorflow_1_leads_to_the_name_that_its_object_has_today(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old = SimpleNamespace(rsqrt=min, abs=abs, session=max, version="1")
    monkeypatch.setattr(api_names, "_found", lambda path: old if path == "tf.compat.v1" else None)
    first = {id(min): "tf.math.rsqrt", id(abs): "tf.abs"}
    assert api_names.of_version_1(first, {"tf.abs"}) == {"tf.compat.v1.rsqrt": "tf.math.rsqrt"}


PAGE = "api/a-family.md"
FAMILY = """\
---
title: A family
description: A family of calls that says enough about itself to pass the check of descriptions.
api:
  order: 1
  recheck_days: 90
  entries:
    - id: double
      tensorflow: [tf.double]
      pytorch: [torch.double]
      match: same
      inputs: x = rng.normal(size=3)
      code:
        tensorflow: y = tf.double(x)
        pytorch: y = torch.double(x)
---

# A family {#a-family}

--8<-- "api/a-family.md"
"""


def test_the_command_records_compares_and_says_where_it_differs(
    sample: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    root = ("--root", str(sample.root))
    sample.write(PAGE, FAMILY)
    assert main(["api", "--check", *root]) == 1
    assert (
        "no record of a run that can be read; run `python -m scripts api a-family`" in capsys.readouterr().err
    )
    assert main(["api", *root]) == 0
    said = capsys.readouterr().out
    assert "a-family: docs/api/a-family.run.json\nnames: docs/api/names.json\nentries: 1 passed, 0" in said
    assert main(["api", "a-family", "--check", *root]) == 0
    assert main(["api", "b-family", *root]) == 2
    assert "no family: b-family; known are a-family" in capsys.readouterr().err
    before = (sample.docs / "api/a-family.run.json").read_bytes()
    sample.change(PAGE, "y = torch.double(x)", "y = torch.old(x)\n          ; y = torch.double(x)")
    sample.change(PAGE, "y = torch.old(x)\n          ; ", "torch.old(x); ")
    assert main(["api", "--check", *root]) == 1
    assert f"docs/{PAGE}:1: double: it changed after its record was made" in capsys.readouterr().err
    sample.change(PAGE, "torch.old(x); y = torch.double(x)", "y = torch.double(x) + 1")
    assert main(["api", *root]) == 1
    failed = capsys.readouterr()
    assert f"docs/{PAGE}:13: double: its results differ by 1, and 1e-06 is allowed; correct" in failed.err
    assert "entries: 0 passed, 1 failed" in failed.out
    assert (sample.docs / "api/a-family.run.json").read_bytes() == before
