"""Runs `inputs.py` with other numbers, so that what is computed from them is seen to change.

It is loaded by the harness, in an environment of the frameworks. Each change keeps what the file promises:
sizes, types, and as far as possible ranges, so that a program that is right for these inputs runs with those.
"""

import contextlib
import copy
import importlib
import sys
import tempfile
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# In the order in which they are tried: a generator of another seed; the same numbers in the opposite order;
# the last one in place of the first, too; numbers half as large again, truth values aside.
CHANGES = ("seed", "order", "repeat", "scale")

SEEDS_APART = 1


# Found in place of `inputs.py`, by the program and by the processes that it starts.
_IN_PLACE = """\
import importlib.util

spec = importlib.util.spec_from_file_location("inputs_changed", {own!r})
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
globals().update(vars(module.changed(module.Path({file!r}), {change!r})))
"""


@contextlib.contextmanager
def in_place(file: Path, change: str) -> Iterator[bool]:
    """Make the changed inputs what `import inputs` gives. False if the change leaves them as they are."""
    sys.modules.pop("inputs", None)
    if changed(file, change) is None:
        yield False
        return
    with tempfile.TemporaryDirectory() as folder:
        text = _IN_PLACE.format(own=__file__, file=str(file), change=change)
        (Path(folder) / "inputs.py").write_text(text, encoding="utf-8")
        sys.path.insert(0, folder)
        importlib.invalidate_caches()
        try:
            yield True
        finally:
            sys.path.remove(folder)
            sys.modules.pop("inputs", None)


def changed(file: Path, change: str) -> types.ModuleType | None:
    """The inputs with other numbers; None if the change leaves them as they are."""
    if not file.exists():
        return None
    before = _run(file, reseeded=False)
    own = copy.deepcopy(_data(before))
    if change == "seed":
        module = _run(file, reseeded=True)
    else:
        module = before
        turn = {"order": _reversed, "repeat": _repeated, "scale": _scaled}[change]
        for name, value in _data(module).items():
            vars(module)[name] = turn(value)
    if all(_same(value, own.get(name)) for name, value in _data(module).items()):
        return None
    return module


def _run(file: Path, reseeded: bool) -> types.ModuleType:
    """The file as a module; `reseeded` gives each generator that it makes another seed."""
    module = types.ModuleType("inputs")
    module.__file__ = str(file)
    random: Any = None
    if reseeded:
        import numpy

        random, own = numpy.random, numpy.random.default_rng
        random.default_rng = lambda seed=0, *rest: own(seed + SEEDS_APART, *rest)
    try:
        exec(compile(file.read_text(encoding="utf-8-sig"), str(file), "exec"), module.__dict__)
    finally:
        if random:
            random.default_rng = own
    return module


def _data(module: types.ModuleType) -> dict[str, Any]:
    """The arrays and lists of the inputs, by name; not numbers alone, which are sizes."""
    return {
        name: value
        for name, value in vars(module).items()
        if name[0] != "_" and (isinstance(value, list | tuple | dict) or hasattr(value, "__array__"))
    }


def _reversed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _reversed(part) for key, part in value.items()}
    if hasattr(value, "__array__"):
        return value[::-1].copy() if value.ndim else value
    if isinstance(value, list) and all(isinstance(part, int | float | list) for part in value):
        return value[::-1]
    if isinstance(value, list | tuple):
        return type(value)(map(_reversed, value))
    return value


def _repeated(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _repeated(part) for key, part in value.items()}
    if hasattr(value, "__array__"):
        if not value.ndim or not len(value):
            return value
        value = value.copy()
        value[0] = value[-1]
        return value
    if isinstance(value, list) and value and all(isinstance(part, int | float | list) for part in value):
        return [value[-1], *value[1:]]
    if isinstance(value, list | tuple):
        return type(value)(map(_repeated, value))
    return value


def _scaled(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _scaled(part) for key, part in value.items()}
    if hasattr(value, "__array__"):
        return (value * 1.5).astype(value.dtype) if value.dtype.kind in "fiu" else value
    if isinstance(value, list | tuple):
        return type(value)(map(_scaled, value))
    return value * 1.5 if isinstance(value, float) else value


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, dict):
        return isinstance(other, dict) and all(_same(one[key], other.get(key)) for key in one)
    if hasattr(one, "__array__"):
        return one.shape == other.shape and bool((one == other).all())
    if isinstance(one, list | tuple) and isinstance(other, list | tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    return bool(one == other)
