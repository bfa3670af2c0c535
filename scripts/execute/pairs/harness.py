"""Runs one program of an example pair, and after it the mistake, in a process of its own.

It is run by the interpreter of an environment of the frameworks, so it uses the standard library alone,
and NumPy through what the program computed. Usage: `harness.py REQUEST ANSWER`, two JSON files. The
request names the folder, the program, the mistake or null, the names to take, the modules whose presence
to report. The answer holds the values before and after the mistake, or the error, and the versions.
Standard output holds what the program printed, then SEPARATOR, then what the mistake printed.
"""

import ast
import importlib.metadata
import json
import platform
import sys
import traceback
import types
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
    answer: dict[str, Any] = {"network": [], "error": None, "values": {}, "mistake": None}
    sys.addaudithook(lambda event, arguments: _refuse_network(answer, event, arguments))
    sys.path.insert(0, request["folder"])
    sys.argv = [request["program"]]
    module = types.ModuleType("__main__")
    # A program that starts processes is found by its file again.
    module.__file__ = f"{request['folder']}/{request['program']}"
    sys.modules["__main__"] = module
    answer["error"] = _execute(module, module.__file__)
    if answer["error"] is None:
        answer["values"] = _take(module, request["names"])
        answer["present"] = [name for name in request["report"] if name in sys.modules]
        if request["mistake"]:
            sys.stdout.flush()
            sys.stdout.write(SEPARATOR)
            sys.stdout.flush()
            error = _execute(module, f"{request['folder']}/{request['mistake']}")
            answer["mistake"] = {"error": error, "values": {} if error else _take(module, request["names"])}
    answer["versions"] = _versions(module.__file__)
    sys.stdout.flush()
    with open(answer_file, "w", encoding="utf-8") as file:
        json.dump(answer, file)


def _execute(module: types.ModuleType, file: str) -> dict[str, Any] | None:
    """Run a file in the module. Returns None, or the error with the line where the file raised it."""
    with open(file, encoding="utf-8-sig") as source:
        text = source.read()
    try:
        exec(compile(text, file, "exec"), module.__dict__)
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


def _take(module: types.ModuleType, names: list[str]) -> dict[str, Any]:
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
    with open(file, encoding="utf-8-sig") as source:
        tree = ast.parse(source.read())
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
