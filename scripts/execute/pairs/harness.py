"""Runs one program of an example pair, after it the mistake, and then the program again with other inputs.

It is run by the interpreter of an environment of the frameworks, so it uses the standard library alone,
and NumPy through what the program computed. Usage: `harness.py REQUEST ANSWER`, two JSON files. The
request names the folder, the side, the program, the mistake or null, the names to take, the modules whose
presence to report, by how much each value must move when the inputs are others, those that are not fixed,
and, to run with other inputs alone, which change to make. The answer holds the values before and after the
mistake, or the error; what each statement had the framework compute; the values by each change of the inputs;
the versions. Standard output holds what the program printed, then SEPARATOR, then what the mistake printed;
what runs with other inputs print is thrown away.
"""

import ast
import contextlib
import importlib.metadata
import importlib.util
import json
import os
import platform
import sys
import tempfile
import traceback
import types
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

SEPARATOR = "\x1e"
MOST_NUMBERS = 20_000  # in one value; more says nothing more, and slows the comparison

# What a plain value of Python is called.
_WORDS = {bool: "bool", int: "int", float: "float", str: "text"}

LOOPBACK = ("127.", "localhost", "::1", "0.0.0.0", "::", "ip6-")


def main(request_file: str, answer_file: str) -> None:
    """Run what the request names; write the answer."""
    with open(request_file, encoding="utf-8") as file:
        request = json.load(file)
    answer: dict[str, Any] = {"network": [], "error": None, "values": {}, "mistake": None, "statements": []}
    sys.addaudithook(lambda event, arguments: _refuse_network(answer, event, arguments))
    sys.path.insert(0, request["folder"])
    sys.argv = [request["program"]]
    if request["change"]:
        with _silent():
            answer["changes"] = {request["change"]: _with_other_inputs(request, request["change"])}
    else:
        _with_own_inputs(request, answer)
    sys.stdout.flush()
    with open(answer_file, "w", encoding="utf-8") as file:
        json.dump(answer, file)


def _with_own_inputs(request: dict[str, Any], answer: dict[str, Any]) -> None:
    """Run the program as it stands, and the mistake; then with other inputs, until every value has moved."""
    watch = _beside("watch").Watch(request["side"])
    module = _main_module(request)
    answer["error"] = _execute(module, str(module.__file__), watch)
    watch.end()
    if answer["error"] is None:
        answer["statements"] = watch.report(module, _parsed(str(module.__file__)))
        answer["values"] = _take(module, request["names"])
        answer["present"] = [name for name in request["report"] if name in sys.modules]
        if request["mistake"]:
            sys.stdout.flush()
            sys.stdout.write(SEPARATOR)
            sys.stdout.flush()
            error = _execute(module, f"{request['folder']}/{request['mistake']}")
            answer["mistake"] = {"error": error, "values": {} if error else _take(module, request["names"])}
        answer["changes"] = {}
        still = set(request["still"])
        for change in _beside("inputs_changed").CHANGES if still else ():
            with _silent():
                other = _with_other_inputs(request, change)
            if other is None:
                continue
            answer["changes"][change] = other
            still -= set(moved(answer["values"], other["values"], request["must_move"]))
            if not still:
                break
    answer["versions"] = _versions(str(module.__file__))


def _main_module(request: dict[str, Any]) -> types.ModuleType:
    """A new module in which the program runs as the main one."""
    module = types.ModuleType("__main__")
    # A program that starts processes is found by its file again.
    module.__file__ = f"{request['folder']}/{request['program']}"
    sys.modules["__main__"] = module
    return module


def _with_other_inputs(request: dict[str, Any], change: str) -> dict[str, Any] | None:
    """The values of a run with other inputs, or its error; None if the change changes nothing."""
    place = Path(request["folder"]) / "inputs.py"
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        try:
            with _beside("inputs_changed").in_place(place, change) as others:
                if not others:
                    return None
                module = _main_module(request)
                failure = _execute(module, str(module.__file__))
                return {"error": failure, "values": {} if failure else _take(module, request["must_move"])}
        except Exception as error:  # of the inputs themselves
            return {"error": {"type": type(error).__name__, "message": str(error), "line": 1}, "values": {}}


def moved(before: dict[str, Any], after: dict[str, Any], least: dict[str, float]) -> list[str]:
    """The values of which a number moved by more than its least, or that are no longer of the same shape."""
    found = []
    for name, far in least.items():
        ours, theirs = before.get(name), after.get(name)
        if isinstance(ours, list) and isinstance(theirs, list) and _is_moved(ours, theirs, far):
            found.append(name)
    return found


def _is_moved(ours: list[dict[str, Any]], theirs: list[dict[str, Any]], far: float) -> bool:
    if [(leaf["place"], leaf["shape"]) for leaf in ours] != [
        (leaf["place"], leaf["shape"]) for leaf in theirs
    ]:
        return True
    one = [entry for leaf in ours for entry in leaf["data"]]
    other = [entry for leaf in theirs for entry in leaf["data"]]
    return any(
        abs(was - now) > far if isinstance(was, float) and isinstance(now, float) else was != now
        for was, now in zip(one, other, strict=True)
    )


@contextlib.contextmanager
def _silent() -> Iterator[None]:
    """Throw away what is printed meanwhile, whoever prints it."""
    sys.stdout.flush()
    sys.stderr.flush()
    kept = os.dup(1), os.dup(2)
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)
    try:
        yield
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os.dup2(kept[0], 1)
        os.dup2(kept[1], 2)
        for number in (nothing, *kept):
            os.close(number)


def _beside(name: str) -> Any:
    """A module beside this file, under a name that no program imports."""
    known = f"harness of pairs, {name}"
    if known not in sys.modules:
        spec = importlib.util.spec_from_file_location(known, Path(__file__).with_name(f"{name}.py"))
        assert spec
        assert spec.loader
        sys.modules[known] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[known])
    return sys.modules[known]


def _parsed(file: str) -> ast.Module:
    with open(file, encoding="utf-8-sig") as source:
        return ast.parse(source.read(), file)


def _execute(module: types.ModuleType, file: str, watch: Any = None) -> dict[str, Any] | None:
    """Run a file in the module, statement by statement if it is watched.

    Returns None, or the error with the line where the file raised it.
    """
    try:
        tree = _parsed(file)
        if watch is None:
            exec(compile(tree, file, "exec"), module.__dict__)
            return None
        for statement in tree.body:
            code = compile(ast.Module([statement], []), file, "exec")
            with watch.at(statement.lineno):
                exec(code, module.__dict__)
    except SystemExit as stop:
        if stop.code:
            return {"type": "SystemExit", "message": str(stop.code), "line": 1}
    except BaseException as error:
        lines = [
            frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file
        ]
        line = lines[-1] if lines else getattr(error, "lineno", None) or 1
        return {"type": type(error).__name__, "message": str(error), "line": line}
    return None


def _take(module: types.ModuleType, names: Iterable[str]) -> dict[str, Any]:
    """The values of these names. Missing names are left out; values that cannot be stored become text."""
    taken: dict[str, Any] = {}
    for name in names:
        if hasattr(module, name):
            try:
                taken[name] = _leaves(getattr(module, name))
            except TypeError as error:
                taken[name] = f"`{name}`: {error}"
    return taken


def _leaves(value: Any, name: str = "") -> list[dict[str, Any]]:
    """A value as a flat list of leaves: arrays, numbers and texts, each with its place in the value."""
    if isinstance(value, dict):
        return [leaf for key in value for leaf in _leaves(value[key], f"{name}[{key!r}]")]
    if isinstance(value, (list, tuple)) and not all(isinstance(part, (int, float, str)) for part in value):
        return [leaf for index, part in enumerate(value) for leaf in _leaves(part, f"{name}[{index}]")]
    if value is None:
        return [{"place": name, "dtype": "None", "shape": [], "data": ["None"]}]
    if type(value) in _WORDS:  # a number of NumPy is a float too, and goes its own way below
        return [{"place": name, "dtype": _WORDS[type(value)], "shape": [], "data": [value]}]
    if not hasattr(value, "__array__") and not isinstance(value, list | tuple):
        raise TypeError(f"a {type(value).__name__} cannot be compared; keep an array, a number or a text")
    import numpy

    if hasattr(value, "detach"):  # a tensor of PyTorch; NumPy knows no bfloat16
        value = value.detach().cpu()
        value = value.float() if str(value.dtype) == "torch.bfloat16" else value
    array = numpy.asarray(value)
    if array.dtype.name == "bfloat16":
        array = array.astype("float32")
    if array.dtype.kind not in "biufUSO":
        raise TypeError(f"a {type(value).__name__} cannot be compared; keep an array, a number or a text")
    if array.size > MOST_NUMBERS:
        raise TypeError(f"it has {array.size} numbers; keep at most {MOST_NUMBERS}")
    data = array.ravel().tolist()
    data = [entry.decode() if isinstance(entry, bytes) else entry for entry in data]
    dtype = "text" if array.dtype.kind in "USO" else array.dtype.name
    return [{"place": name, "dtype": dtype, "shape": list(array.shape), "data": data}]


def _refuse_network(answer: dict[str, Any], event: str, arguments: tuple[Any, ...]) -> None:
    """Fail an example that uses the network, even if it catches the exception."""
    if event == "socket.getaddrinfo":
        place = arguments[0]
    elif event in ("socket.connect", "socket.sendto"):
        place = arguments[1][0] if isinstance(arguments[1], tuple) else "localhost"
    else:
        return
    place = place.decode() if isinstance(place, bytes) else str(place or "localhost")
    if place.startswith(LOOPBACK) or place == platform.node():
        return
    if place not in answer["network"]:
        answer["network"].append(place)
    raise PermissionError(f"an example may not use the network, and this one asks {place}")


def _versions(file: str) -> dict[str, str]:
    """The versions of the distributions that the program imports, of the frameworks, and of Python."""
    owners = importlib.metadata.packages_distributions()
    tree = _parsed(file)
    modules = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules.add(node.module.partition(".")[0])
    modules |= {name for name in ("tensorflow", "torch") if name in sys.modules}
    names = {owner.replace("_", "-") for module in modules for owner in owners.get(module, [])}
    versions = {
        # A local part such as `+cpu` tells where a package came from, not what it is.
        name: importlib.metadata.version(name).partition("+")[0]
        for name in sorted(names, key=str.lower)
    }
    return {"Python": platform.python_version(), **versions}


if __name__ == "__main__":
    main(*sys.argv[1:])
