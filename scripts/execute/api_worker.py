"""Runs one side of the entries of the API map, all in one process.

`api_worker.py REQUEST`, in the environment of the frameworks, with the standard library, NumPy and one
framework. REQUEST is the file that `api_map.py` makes. `answers.json` gets, for each entry: the result with
both seeds of the inputs, the mistake's, the names that its code was seen to use, the parameters of each name,
what it warned of, or why it failed.

Entries that change what others share run first, each in a fork, while this process has computed nothing yet.
"""

import ast
import contextlib
import importlib
import importlib.metadata
import importlib.util
import inspect
import json
import logging
import os
import platform
import re
import signal
import sys
import traceback
import types
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ANSWERS = "answers.json"
SEEDS = (0, 1)
RESULT = "y"

# What stands for an operator of a tensor, by the node that it is in the tree of a program.
OPERATORS: dict[type[ast.AST], str] = {
    ast.Subscript: "__getitem__", ast.MatMult: "__matmul__", ast.Add: "__add__", ast.Sub: "__sub__",
    ast.Mult: "__mul__", ast.Div: "__truediv__", ast.FloorDiv: "__floordiv__", ast.Mod: "__mod__",
    ast.Pow: "__pow__", ast.BitAnd: "__and__", ast.BitOr: "__or__", ast.BitXor: "__xor__",
    ast.Invert: "__invert__",
    ast.USub: "__neg__", ast.Eq: "__eq__", ast.NotEq: "__ne__", ast.Lt: "__lt__", ast.LtE: "__le__",
    ast.Gt: "__gt__", ast.GtE: "__ge__",
}  # fmt: skip

_RETRACED = "triggered tf.function retracing"
# A signature as the documentation of a function in C++ begins with it.
_DOCUMENTED = re.compile(r"^\s*(?:torch\.)?(?:\w+\.)*(\w+)\((.*)\)\s*->", re.MULTILINE)


def main(request_file: str) -> None:
    """Run all entries of the request."""
    request = json.loads(Path(request_file).read_text(encoding="utf-8"))
    for module in request["modules"]:
        importlib.import_module(module)
    for module in request["warning"]:
        with contextlib.suppress(ImportError):
            importlib.import_module(module)
    if request["side"] == "pytorch":  # else some warn once a process, whichever entry comes first
        sys.modules["torch"].set_warn_always(True)
    entries, leaves = request["entries"], _leaves_of(request["harness"])
    answers: dict[str, Any] = {}

    def store() -> None:
        Path(ANSWERS).write_text(
            json.dumps({"answers": answers, "versions": _versions(request["packages"])}), encoding="utf-8"
        )

    for entry in entries:
        if entry["alone"]:
            answers[entry["id"]] = _forked(entry, request, leaves)
    store()
    for entry in entries:
        if not entry["alone"]:
            # Should the process die of it, this is what is left.
            answers[entry["id"]] = {"failed": "ended the process", "line": 0}
            store()
            answers[entry["id"]] = _answer(entry, request, leaves)
    store()


def _forked(entry: dict[str, Any], request: dict[str, Any], leaves: Any) -> dict[str, Any]:
    """The answer of an entry that ran in a fork of this process."""
    result = Path(f"{entry['id']}.answer.json")
    child = os.fork()
    if not child:
        with contextlib.suppress(BaseException):
            result.write_text(json.dumps(_answer(entry, request, leaves)), encoding="utf-8")
        os._exit(0)
    os.waitpid(child, 0)
    if not result.exists():
        return {"failed": "ended the process", "line": 0}
    answer: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    return answer


def _answer(entry: dict[str, Any], request: dict[str, Any], leaves: Any) -> dict[str, Any]:
    """Run an entry with each seed, then its mistake and its cases; look up its names."""
    names = {name: _resolved(name) for name in entry["names"]}
    answer: dict[str, Any] = {
        "missing": [name for name, found in names.items() if found is None],
        "parameters": {name: _parameters(found[1]) for name, found in names.items() if found},
        "values": [], "mistake": None, "others": {}, "cases": {}, "used": [], "warned": [], "failed": "",
        "line": 0,
    }  # fmt: skip
    if answer["missing"]:
        return answer
    seen = _Seen({name: found for name, found in names.items() if found})
    said: list[str] = []
    with _listening(said):
        for seed in SEEDS:
            value, failed, line = _taken(entry["code"], entry, request, seed, seen, leaves)
            if failed:
                answer["failed"], answer["line"] = failed, line
                break
            answer["values"].append(value)
        for name, code in entry["others"].items() if not answer["failed"] else ():
            own = _Seen(seen.names)
            value, failed, _ = (
                _taken(code, entry, request, SEEDS[0], own, leaves) if code else ([], "no lines use it", 0)
            )
            if not failed and name not in own.used:
                value, failed = [], "its lines do not use it"
            answer["others"][name] = {"failed": failed, "value": value}
        if entry["mistake"] and not answer["failed"]:
            value, failed, _ = _taken(entry["mistake"], entry, request, SEEDS[0], seen, leaves)
            answer["mistake"] = {"failed": failed, "value": value}
        for number, code in entry["cases"].items() if not answer["failed"] else ():
            value, failed, line = _taken(code, entry, request, SEEDS[0], seen, leaves)
            answer["cases"][number] = {"failed": failed, "value": value, "line": line}
    answer["used"] = sorted(seen.used)
    answer["warned"] = list(dict.fromkeys(said))
    return answer


def _taken(  # noqa: PLR0913, PLR0917  (what a run needs, and how its result is taken apart)
    code: str,
    entry: dict[str, Any],
    request: dict[str, Any],
    seed: int,
    seen: "_Seen",
    leaves: Any,
) -> tuple[list[Any], str, int]:
    """The leaves of the result of lines; or why there are none, and the line."""
    value, failed, line = _run(code, entry, request, seed, seen)
    if not failed:
        try:
            return leaves(value), "", 0
        except Exception as error:
            failed, line = f"`{RESULT}`: {error}", 0
    return [], failed, line


def _run(
    code: str, entry: dict[str, Any], request: dict[str, Any], seed: int, seen: "_Seen"
) -> tuple[Any, str, int]:
    """The result of lines with the inputs of a seed; or why there is none, and the line."""
    # AutoGraph asks a function for its module.
    sys.modules["entry"] = types.ModuleType("entry")
    scope: dict[str, Any] = sys.modules["entry"].__dict__
    scope |= seen.hooks
    # AutoGraph reads the source of functions from their file, and keeps what it makes of it by file and line.
    file = f"{entry['id']}-{seed}-{abs(hash(code))}.py"
    Path(file).write_text(code, encoding="utf-8")
    part = "inputs"
    signal.alarm(request["seconds"])
    try:
        exec(request["imports"], scope)
        scope["rng"] = scope["np"].random.default_rng(seed)
        _seeded(request["side"])
        exec(compile(entry["inputs"], part, "exec"), scope)
        for name in entry["tensors"]:
            scope[name] = _as_tensor(scope[name], request["side"])
        part = file
        exec(compile(seen.watched(ast.parse(code, file)), file, "exec"), scope)
        if RESULT not in scope:
            return None, f"its code assigns no `{RESULT}`", 1
        return scope[RESULT], "", 0
    except BaseException as error:
        lines = [
            frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == part
        ]
        said = (str(error).strip().splitlines() or [""])[0][:300]
        where = "code" if part == file else part
        return None, f"its {where} stops with {type(error).__name__}: {said}", (lines or [1])[-1] or 1
    finally:
        signal.alarm(0)


def _seeded(side: str) -> None:
    """The same random numbers whichever entries ran before."""
    if side == "pytorch":
        sys.modules["torch"].manual_seed(0)
    else:
        sys.modules["keras"].utils.set_random_seed(0)


def _as_tensor(value: Any, side: str) -> Any:
    """An array as a tensor of the framework, of float32 if it is float64; lists of arrays likewise."""
    numpy: Any = sys.modules["numpy"]
    if isinstance(value, (list, tuple)) and value and all(isinstance(part, numpy.ndarray) for part in value):
        return type(value)(_as_tensor(part, side) for part in value)
    if not isinstance(value, numpy.ndarray):
        return value
    if value.dtype == numpy.float64:
        value = value.astype(numpy.float32)
    if side == "pytorch":
        return sys.modules["torch"].tensor(value)
    return sys.modules["tensorflow"].constant(value)


class _Seen:
    """Notes which names code really uses while it runs: each attribute and operator that it asks for."""

    def __init__(self, names: dict[str, tuple[Any, Any, str]]) -> None:
        self.names = names
        self.used: set[str] = set()
        self.hooks = {
            "__attribute__": self._attribute,
            "__operator__": self._operator,
            "__name_of__": self._name,
        }

    def watched(self, tree: ast.Module) -> ast.Module:
        """The tree with hooks where it asks for attributes and operators."""
        hooked: ast.Module = _Hooked().visit(tree)
        return ast.fix_missing_locations(hooked)

    def _attribute(self, owner: Any, attribute: str) -> Any:
        value = getattr(owner, attribute)
        for name, (parent, found, last) in self.names.items():
            if _is(found, value) or (last == attribute and _belongs(owner, parent)):
                self.used.add(name)
        return value

    def _name(self, value: Any) -> Any:
        for name, (_, found, _) in self.names.items():
            if _is(found, value):
                self.used.add(name)
        return value

    def _operator(self, operand: Any, operator: str) -> Any:
        for name, (parent, _, last) in self.names.items():
            if last == operator and _belongs(operand, parent):
                self.used.add(name)
        return operand


def _is(found: Any, value: Any) -> bool:
    """Whether a value is what a name stands for; small values are many things, and prove nothing."""
    return value is found and not isinstance(value, (bool, int, float, str, type(None), tuple))


def _belongs(owner: Any, parent: Any) -> bool:
    """Whether an object is of the class that a name belongs to, or is the module itself."""
    return owner is parent or (
        inspect.isclass(parent)
        and (isinstance(owner, parent) or (inspect.isclass(owner) and issubclass(owner, parent)))
    )


class _Hooked(ast.NodeTransformer):
    """Puts the hooks in, but not into functions, which the frameworks compile from their source."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        node.decorator_list = [self.visit(decorator) for decorator in node.decorator_list]
        return node

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.bases = [self.visit(base) for base in node.bases]
        for method in node.body:
            if isinstance(method, ast.FunctionDef):
                method.body = [self.visit(statement) for statement in method.body]
        return node

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        if not isinstance(node.ctx, ast.Load):
            return node
        return _call("__attribute__", node.value, ast.Constant(node.attr), at=node)

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return _call("__name_of__", node, at=node) if isinstance(node.ctx, ast.Load) else node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        name = "__getitem__" if isinstance(node.ctx, ast.Load) else "__setitem__"
        node.value = _call("__operator__", node.value, ast.Constant(name), at=node)
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        self.generic_visit(node)
        if name := OPERATORS.get(type(node.op)):
            node.left = _call("__operator__", node.left, ast.Constant(name), at=node)
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        self.generic_visit(node)
        if name := OPERATORS.get(type(node.op)):
            node.operand = _call("__operator__", node.operand, ast.Constant(name), at=node)
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        self.generic_visit(node)
        if name := OPERATORS.get(type(node.ops[0])):
            node.left = _call("__operator__", node.left, ast.Constant(name), at=node)
        return node


def _call(hook: str, *arguments: ast.expr, at: ast.AST) -> ast.expr:
    return ast.copy_location(ast.Call(ast.Name(hook, ast.Load()), list(arguments), []), at)


def _resolved(name: str) -> tuple[Any, Any, str] | None:
    """What a full name belongs to, stands for, and its last part; None if there is no such name."""
    first, *rest = name.split(".")
    owner: Any = sys.modules.get({"tf": "tensorflow"}.get(first, first))
    parent, path = owner, first
    for part in rest:
        path = f"{path}.{part}"
        parent = owner
        try:
            owner = getattr(parent, part)
        except AttributeError:
            try:  # a module that nothing has imported yet
                owner = importlib.import_module(path)
            except ImportError:
                return None
    return parent, owner, rest[-1]


def _parameters(value: Any) -> list[list[str]]:
    """The parameters of a function or class, each with its default as text, empty if it must be given."""
    try:
        found = inspect.signature(value)
    except (TypeError, ValueError):
        return _documented(value)
    return [
        [("*" * (entry.kind == entry.VAR_POSITIONAL) + "**" * (entry.kind == entry.VAR_KEYWORD)) + entry.name,
         "" if entry.default is entry.empty else _default(entry.default)]
        for entry in found.parameters.values()
        if entry.name not in {"self", "cls"}
    ]  # fmt: skip


def _default(value: Any) -> str:
    """A default as it is written; where an object lies, in memory or on this machine, says nothing."""
    if inspect.isclass(value) or inspect.isfunction(value) or inspect.ismodule(value):
        return str(value.__name__)
    if type(value).__name__ == "DType":
        return str(value.name)
    return re.sub(r" at 0x[0-9a-f]+", "", repr(value))


def _documented(value: Any) -> list[list[str]]:
    """The parameters of a function in C++: of every signature in its documentation, and in its schemas."""
    name = getattr(value, "__name__", "")
    found: dict[str, str] = {}
    for match in _DOCUMENTED.finditer(getattr(value, "__doc__", None) or ""):
        if match[1] == name:
            for part in re.split(r",\s*(?![^\[(]*[\])])", match[2]):
                argument, _, default = part.partition("=")
                argument = argument.strip().split(":")[0]
                if re.fullmatch(r"\*{0,2}[A-Za-z_]\w*", argument) and argument != "self":
                    found[argument] = found.get(argument) or default.strip()
    torch: Any = sys.modules.get("torch")
    if torch and name:
        for schema in torch._C._jit_get_schemas_for_operator(f"aten::{name}"):
            for argument in schema.arguments:
                if argument.name not in found and argument.name != "self":
                    has = argument.has_default_value()
                    found[argument.name] = repr(argument.default_value) if has else ""
    return [[argument, default] for argument, default in found.items()]


@contextlib.contextmanager
def _listening(said: list[str]) -> Iterator[None]:
    """Collect what warnings and loggers say."""
    listener = _Listener(said)
    loggers = [logging.getLogger(), *(logging.getLogger(name) for name in ("tensorflow", "torch", "absl"))]
    for logger in loggers:
        logger.addHandler(listener)
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        try:
            yield
        finally:
            for logger in loggers:
                logger.removeHandler(listener)
            said += [f"{entry.category.__name__}: {_first(str(entry.message))}" for entry in warned]
            # How often others were traced before is nothing that this entry shows.
            said[:] = [text for text in said if _RETRACED not in text]


class _Listener(logging.Handler):
    def __init__(self, said: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.said = said

    def emit(self, record: logging.LogRecord) -> None:
        with contextlib.suppress(Exception):
            self.said.append(f"log: {_first(record.getMessage())}")


def _first(text: str) -> str:
    """The first lines of a message on one line, without a place in a file of this machine."""
    text = re.sub(r"(?<![:/\w.])/(?:[^\s/:]+/)+", "", " ".join(text.split()))
    # A traceback leads through this file, whose lines move with every edit.
    text = re.sub(r" at 0x[0-9a-f]+| Traceback .*", "", text)
    return text[:300]


def _leaves_of(harness: str) -> Any:
    """How the harness of pairs takes a value apart."""
    spec = importlib.util.spec_from_file_location("harness of pairs", harness)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module._leaves


def _versions(packages: list[str]) -> dict[str, str]:
    return {
        "Python": platform.python_version(),
        **{name: importlib.metadata.version(name).partition("+")[0] for name in packages},
    }


if __name__ == "__main__":
    main(sys.argv[1])
