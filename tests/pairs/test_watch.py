"""What a program had a framework compute, by statement; stand-ins take the place of the frameworks."""

import ast
import contextlib
import sys
import types
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from scripts.execute.pairs.watch import CARRIES, Watch


def computed(watch: Watch, side: str = "pytorch", program: str = "a = 1\nb = 2\nc = 3\n") -> dict[int, Any]:
    """The operations of each statement of a program."""
    return {
        entry["line"]: entry["operations"]
        for entry in watch.report(types.ModuleType(side), ast.parse(program))
    }


# TensorFlow calls back ----------------------------------------------------------------------------


class Callbacks(types.ModuleType):
    """What TensorFlow calls for each operation."""

    def __init__(self) -> None:
        super().__init__("op_callbacks")
        self.given: list[Callable[..., Any]] = []
        self.added = 0

    def add_op_callback(self, callback: Callable[..., Any]) -> None:
        self.added += 1
        self.given.append(callback)

    def remove_op_callback(self, callback: Callable[..., Any]) -> None:
        self.given.remove(callback)

    def execute(self, name: bytes | str) -> None:
        for callback in self.given:
            callback(name, (), {}, ())


@pytest.fixture
def tensorflow(monkeypatch: pytest.MonkeyPatch) -> Callbacks:
    callbacks = Callbacks()
    framework = types.ModuleType("tensorflow.python.framework")
    monkeypatch.setattr(framework, "op_callbacks", callbacks, raising=False)
    for name in ("tensorflow", "tensorflow.python"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    monkeypatch.setitem(sys.modules, framework.__name__, framework)
    monkeypatch.setitem(sys.modules, f"{framework.__name__}.op_callbacks", callbacks)
    return callbacks


def test_tensorflows_operations_are_those_of_the_statement_that_runs(tensorflow: Callbacks) -> None:
    watch = Watch("tensorflow")
    with watch.at(1):
        tensorflow.execute(b"MatMul")
        tensorflow.execute("Relu")
        tensorflow.execute(b"MatMul")
    with watch.at(3):
        tensorflow.execute(b"AddV2")
        tensorflow.execute(b"Reshape")
    assert computed(watch) == {1: ["MatMul", "Relu"], 2: [], 3: ["AddV2"]}
    assert tensorflow.added == 1
    watch.end()
    tensorflow.execute(b"Sub")
    watch.end()
    assert computed(watch) == {1: ["MatMul", "Relu"], 2: [], 3: ["AddV2"]}


@pytest.mark.parametrize(
    "name", ["Const", "Identity", "VarIsInitializedOp", "aten::copy_", "aten::view", "detach"]
)
def test_what_moves_or_names_numbers_computes_nothing(tensorflow: Callbacks, name: str) -> None:
    watch = Watch("tensorflow")
    with watch.at(1):
        tensorflow.execute(name)
    assert computed(watch)[1] == []
    assert name in CARRIES


def test_what_a_statement_imports_is_watched_from_its_end_on_though_it_fails(
    tensorflow: Callbacks, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "tensorflow.python.framework.op_callbacks"
    monkeypatch.delitem(sys.modules, name)

    def statement() -> None:
        tensorflow.execute(b"Tanh")
        monkeypatch.setitem(sys.modules, name, tensorflow)
        raise LookupError

    watch = Watch("tensorflow")
    with pytest.raises(LookupError), watch.at(1):
        statement()
    tensorflow.execute(b"MatMul")
    assert computed(watch)[1] == ["MatMul"]


# PyTorch is asked by its profiler -----------------------------------------------------------------


class Event:
    """An event of the profiler: its name, when it starts, and how long it lasts."""

    def __init__(self, name: str, start: int, duration: int = 1) -> None:
        self._name, self._start, self._duration = name, start, duration

    def name(self) -> str:
        return self._name

    def start_ns(self) -> int:
        return self._start

    def duration_ns(self) -> int:
        return self._duration


class Profiler:
    """What PyTorch's profiler does: it tells of operators, and of parts that are named."""

    def __init__(self) -> None:
        self.clock = 10
        self.entered = self.left = 0
        self.found: list[Event] = []
        self.kineto_results = types.SimpleNamespace(events=lambda: list(reversed(self.found)))

    def __enter__(self) -> None:
        self.entered += 1

    def __exit__(self, *_: object) -> None:
        self.left += 1

    @contextlib.contextmanager
    def record(self, name: str) -> Iterator[None]:
        start = self.clock
        try:
            yield
        finally:
            self.found.append(Event(name, start, self.clock - start))
            self.clock += 10

    def execute(self, name: str) -> None:
        self.found.append(Event(name, self.clock))
        self.clock += 1


@pytest.fixture
def torch(monkeypatch: pytest.MonkeyPatch) -> Profiler:
    profiler = Profiler()
    asked: dict[str, bool] = {}

    def profile(**options: bool) -> Profiler:
        asked.update(options)
        assert asked == {"use_cpu": True}
        return profiler

    named = types.SimpleNamespace(profile=profile, record_function=profiler.record)
    module = types.ModuleType("torch")
    monkeypatch.setattr(module, "autograd", types.SimpleNamespace(profiler=named), raising=False)
    monkeypatch.setitem(sys.modules, "torch", module)
    return profiler


def test_pytorchs_operators_are_sorted_to_the_statements_in_which_they_ran(torch: Profiler) -> None:
    watch = Watch("pytorch")
    torch.execute("aten::before")
    with watch.at(1):
        torch.execute("aten::mm")
        torch.execute("aten::clone")
        torch.execute("aten::relu")
    torch.execute("aten::between")
    with watch.at(2):
        pass
    with watch.at(3):
        torch.execute("aten::add")
    torch.execute("aten::after")
    assert computed(watch) == {1: [], 2: [], 3: []}  # it is known at the end
    watch.end()
    assert computed(watch) == {1: ["aten::mm", "aten::relu"], 2: [], 3: ["aten::add"]}
    watch.end()
    assert (torch.entered, torch.left) == (1, 1)


def test_an_operator_that_starts_as_its_statement_ends_is_of_it(torch: Profiler) -> None:
    watch = Watch("pytorch")
    with watch.at(1):
        first = torch.clock
        torch.execute("aten::mm")
        last = torch.clock
    torch.found += [Event("aten::first", first), Event("aten::last", last), Event("aten::none", last + 1)]
    watch.end()
    assert computed(watch)[1] == ["aten::first", "aten::last", "aten::mm"]


def test_pytorch_that_is_only_half_imported_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    module = types.ModuleType("torch")
    monkeypatch.setitem(sys.modules, "torch", module)
    watch = Watch("pytorch")
    with watch.at(1):
        monkeypatch.setattr(module, "autograd", types.ModuleType("torch.autograd"), raising=False)
    with watch.at(2):
        pass
    watch.end()
    assert computed(watch) == {1: [], 2: [], 3: []}


# Runtimes are asked by the method that runs a model -----------------------------------------------


@pytest.mark.parametrize(
    ("place", "name", "method"),
    [
        ("onnxruntime", "InferenceSession", "run"),
        ("ai_edge_litert.interpreter", "Interpreter", "invoke"),
        ("ai_edge_litert.interpreter", "SignatureRunner", "__call__"),
        ("executorch.runtime", "Method", "execute"),
    ],
)
def test_a_runtime_is_noted_and_answers_as_before(
    monkeypatch: pytest.MonkeyPatch, place: str, name: str, method: str
) -> None:
    calls = []

    def run(_: object, *arguments: int, **named: int) -> tuple[Any, ...]:
        calls.append(arguments)
        return arguments, named

    owner = type(name, (), {method: run})
    module = types.ModuleType(place)
    monkeypatch.setattr(module, name, owner, raising=False)
    monkeypatch.setitem(sys.modules, place, module)
    watch = Watch("pytorch")
    for line in (1, 2):
        with watch.at(line):
            pass
    with watch.at(3):
        answer = getattr(owner(), method)(1, 2, more=3)
    assert answer == ((1, 2), {"more": 3})
    assert calls == [(1, 2)]
    assert computed(watch) == {1: [], 2: [], 3: [f"{name}.{method}"]}


# What a statement names ---------------------------------------------------------------------------


def of(module: str, name: str = "Thing") -> type:
    return type(name, (), {"__module__": module})


@pytest.mark.parametrize(
    ("side", "value", "own"),
    [
        ("pytorch", types.ModuleType("torch.nn"), True),
        ("pytorch", types.ModuleType("torchvision"), False),
        ("pytorch", types.ModuleType("tensorflow"), False),
        ("pytorch", types.ModuleType("onnxruntime"), True),
        ("tensorflow", types.ModuleType("onnxruntime"), True),
        ("tensorflow", types.ModuleType("keras.layers"), True),
        ("tensorflow", types.ModuleType("torch"), False),
        ("pytorch", of("torch.nn"), True),
        ("pytorch", of("torch.nn")(), True),
        ("pytorch", type("Mine", (of("torch.nn"),), {"__module__": "program"})(), True),
        ("pytorch", of("program")(), False),
        ("pytorch", 3, False),
        ("pytorch", None, False),
    ],
)
def test_a_statement_touches_a_framework_if_a_name_in_it_stands_for_something_of_it(
    side: str, value: object, own: bool
) -> None:
    module = types.ModuleType("program")
    vars(module)["thing"] = value
    tree = ast.parse("a = thing\nb = other\nthing = 1\n")
    touched = [entry["touches"] for entry in Watch(side).report(module, tree)]
    # A name that is only given another value stands for nothing.
    assert touched == [own, False, False]
