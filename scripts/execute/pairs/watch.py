"""Watches a program from inside its process: which of its statements had a framework compute something.

It is loaded by the harness, in an environment of the frameworks, so it uses the standard library alone and
the frameworks that the program itself imports. What is watched are operations as the frameworks execute them,
not the text of the program: PyTorch tells its profiler of each operator, compiled ones and those of autograd
included; TensorFlow calls back for each operation, eager or put into a graph; the runtimes of exported files
are asked by way of the method that runs a model.
"""

import ast
import contextlib
import sys
import types
from collections.abc import Callable, Iterator
from typing import Any

# Operations that move, copy, name or fill numbers, and compute none from others.
_ATEN = (
    *("lift_fresh", "detach", "detach_", "to", "_to_copy", "copy_", "clone", "alias", "empty"),
    *("empty_strided", "empty_like", "fill_", "zero_", "zeros", "ones", "full", "zeros_like", "ones_like"),
    *("item", "_local_scalar_dense", "is_nonzero", "numpy_T", "resolve_conj", "resolve_neg", "view"),
    *("as_strided", "result_type", "set_", "resize_", "contiguous", "reshape", "unsqueeze", "squeeze"),
)
CARRIES = frozenset(
    (
        *(f"aten::{name}" for name in _ATEN),
        *("detach", "detach_", "Const", "Identity", "Placeholder", "VarHandleOp", "AssignVariableOp"),
        *("ReadVariableOp", "NoOp", "Fill", "ZerosLike", "OnesLike", "Reshape", "ExpandDims", "Squeeze"),
        "VarIsInitializedOp",
    )
)

# What each side may compute with, by the first part of a module's name.
_BOTH = ("ai_edge_litert", "onnxruntime", "tensorboard")
ROOTS = {
    "tensorflow": ("tensorflow", "keras", "tf_keras", *_BOTH),
    "pytorch": ("torch", "executorch", "litert_torch", "torchao", *_BOTH),
}

# The methods by which a runtime runs an exported model: module, class, method.
RUNTIMES = (
    ("onnxruntime", "InferenceSession", "run"),
    ("ai_edge_litert.interpreter", "Interpreter", "invoke"),
    ("ai_edge_litert.interpreter", "SignatureRunner", "__call__"),
    ("executorch.runtime", "Method", "execute"),
)

_MARK = "statement of the program "


class Watch:
    """The operations of each statement of a program, counted while it runs."""

    def __init__(self, side: str) -> None:
        self.side = side
        self.operations: dict[int, set[str]] = {}
        self.statement = 0
        self._profiler: Any = None
        self._callback: Any = None
        self._asked: set[str] = set()

    @contextlib.contextmanager
    def at(self, line: int) -> Iterator[None]:
        """A statement runs: what is computed meanwhile is noted under its line."""
        self.statement = line
        self._join()
        with self._mark(line):
            try:
                yield
            finally:
                # What the statement imported is watched from the next one on.
                self._join()

    def end(self) -> None:
        """Watch no longer, and sort what PyTorch's profiler saw to the statements."""
        if self._callback:
            from tensorflow.python.framework import op_callbacks

            op_callbacks.remove_op_callback(self._callback)
            self._callback = None
        if self._profiler:
            self._profiler.__exit__(None, None, None)
            events = self._profiler.kineto_results.events()
            self._profiler = None
            spans = sorted(
                (event.start_ns(), event.start_ns() + event.duration_ns(), int(event.name()[len(_MARK) :]))
                for event in events
                if event.name().startswith(_MARK)
            )
            own = sorted((event.start_ns(), event.name()) for event in events)
            at = 0
            for start, name in own:
                while at < len(spans) and spans[at][1] < start:
                    at += 1
                if at == len(spans):
                    break
                if spans[at][0] <= start and not name.startswith(_MARK):
                    self._note(spans[at][2], name)

    def report(self, module: types.ModuleType, tree: ast.Module) -> list[dict[str, Any]]:
        """Each statement by its line: the operations it had computed, and whether it names the framework."""
        return [
            {
                "line": statement.lineno,
                "operations": sorted(self.operations.get(statement.lineno, ())),
                "touches": self._touches(module, statement),
            }
            for statement in tree.body
        ]

    def _join(self) -> None:
        """Watch what has been imported since."""
        torch: Any = sys.modules.get("torch")
        if self._profiler is None and hasattr(torch, "autograd") and hasattr(torch.autograd, "profiler"):
            self._profiler = torch.autograd.profiler.profile(use_cpu=True)
            self._profiler.__enter__()
        if self._callback is None and "tensorflow.python.framework.op_callbacks" in sys.modules:
            from tensorflow.python.framework import op_callbacks

            self._callback = self._tensorflow
            op_callbacks.add_op_callback(self._callback)
        for place, name, method in RUNTIMES:
            owner = getattr(sys.modules.get(place), name, None)
            if owner and f"{place}.{name}" not in self._asked:
                self._asked.add(f"{place}.{name}")
                setattr(owner, method, self._wrapped(f"{name}.{method}", getattr(owner, method)))

    def _mark(self, line: int) -> Any:
        if self._profiler is None:
            return contextlib.nullcontext()
        torch: Any = sys.modules["torch"]
        return torch.autograd.profiler.record_function(f"{_MARK}{line}")

    def _tensorflow(self, op_type: Any, *_: Any, **__: Any) -> None:
        self._note(self.statement, op_type.decode() if isinstance(op_type, bytes) else str(op_type))

    def _wrapped(self, name: str, run: Callable[..., Any]) -> Callable[..., Any]:
        def wrapper(*arguments: Any, **named: Any) -> Any:
            self._note(self.statement, name)
            return run(*arguments, **named)

        return wrapper

    def _note(self, line: int, operation: str) -> None:
        if operation not in CARRIES:
            self.operations.setdefault(line, set()).add(operation)

    def _touches(self, module: types.ModuleType, statement: ast.stmt) -> bool:
        """Whether a name in it stands for something of the framework: a module, function, class or object."""
        return any(
            self._is_own(vars(module).get(part.id))
            for part in ast.walk(statement)
            if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load)
        )

    def _is_own(self, value: Any) -> bool:
        if isinstance(value, types.ModuleType):
            place = value.__name__
        else:
            place = getattr(value, "__module__", None) or type(value).__module__
        kinds = [place, *(base.__module__ for base in type(value).__mro__)]
        return any(isinstance(kind, str) and kind.partition(".")[0] in ROOTS[self.side] for kind in kinds)
