"""Lists the public names of both frameworks: what the API map is measured against.

`api_names.py SIDE`, in the environment of the frameworks, with the standard library alone. Prints, as JSON,
the names of each module, and for each name that stands for the object of an earlier one, that earlier one.
"""

import importlib
import inspect
import json
import sys
from typing import Any

# The modules whose names are counted, by side; then others, whose names are known, too.
COUNTED: dict[str, tuple[str, ...]] = {
    "tensorflow": (
        *("tf", "tf.nn", "tf.math", "tf.data", "tf.data.Dataset"),
        *("keras.layers", "keras.losses", "keras.metrics", "keras.optimizers", "keras.ops"),
    ),
    "pytorch": ("torch", "torch.nn", "torch.nn.functional", "torch.optim", "torch.utils.data"),
}
KNOWN: dict[str, tuple[str, ...]] = {
    "tensorflow": (
        *("tf.linalg", "tf.random", "tf.image", "tf.signal", "tf.strings", "tf.io", "tf.lookup", "tf.sparse"),
        *(
            "tf.ragged",
            "tf.train",
            "tf.debugging",
            "tf.config",
            "tf.distribute",
            "tf.saved_model",
            "tf.dtypes",
        ),
        *("tf.summary", "tf.bitwise", "tf.sets", "tf.autograph", "tf.profiler", "tf.lite", "tf.errors"),
        *("keras", "keras.activations", "keras.callbacks", "keras.initializers", "keras.regularizers"),
        *("keras.constraints", "keras.utils", "keras.models", "keras.applications", "keras.datasets"),
        *("keras.backend", "keras.random", "keras.saving", "keras.mixed_precision", "keras.preprocessing"),
        *(
            "keras.config",
            "keras.optimizers.schedules",
            "keras.Model",
            "keras.Layer",
            "tf.Tensor",
            "tf.Variable",
        ),
    ),
    "pytorch": (
        *("torch.linalg", "torch.fft", "torch.special", "torch.nn.init", "torch.nn.utils", "torch.sparse"),
        *("torch.nn.utils.rnn", "torch.nn.utils.parametrizations", "torch.optim.lr_scheduler", "torch.func"),
        *("torch.optim.swa_utils", "torch.autograd", "torch.autograd.functional", "torch.cuda", "torch.amp"),
        *("torch.backends.cudnn", "torch.distributed", "torch.distributions", "torch.jit", "torch.onnx"),
        *("torch.profiler", "torch.random", "torch.utils.checkpoint", "torch.utils.tensorboard"),
        *(
            "torch.nn.attention",
            "torch.nn.parallel",
            "torch.utils",
            "torch.hub",
            "torch.export",
            "torch.compiler",
        ),
        *("torch.nn.utils.prune", "torch.nn.utils.parametrize", "torch.Tensor", "torch.nn.Module"),
        *("torch.optim.Optimizer", "torchvision.transforms", "torchvision.transforms.functional"),
        *("torchvision.transforms.v2", "torchvision.models", "torchvision.datasets", "torchvision.ops"),
    ),
}
# Modules of TensorFlow 1's names.
OLD = ("tf.compat.v1", "tf.compat.v1.math", "tf.compat.v1.nn", "tf.compat.v1.image", "tf.compat.v1.train")
_MODULES = {"tensorflow": ("tensorflow", "keras"), "pytorch": ("torch", "torchvision")}
_ROOTS = {"tensorflow": ("tensorflow", "keras"), "pytorch": ("torch", "torchvision")}


def main(side: str) -> None:
    """Print the names of a side."""
    for module in _MODULES[side]:
        importlib.import_module(module)
    modules: dict[str, list[str]] = {}
    aliases: dict[str, str] = {}
    first: dict[int, str] = {}
    kept: list[Any] = []  # an object that is gone leaves its number to another
    for path in (*COUNTED[side], *KNOWN[side]):
        owner = _found(path)
        if owner is None:
            continue
        modules[path] = []
        for name in _public(owner, _ROOTS[side]):
            value = getattr(owner, name)
            kept.append(value)
            full = f"{path}.{name}"
            modules[path].append(name)
            if callable(value) and (earlier := first.setdefault(id(value), full)) != full:
                aliases[full] = earlier
    if side == "tensorflow":
        aliases |= of_version_1(
            first, {f"{path}.{name}" for path, names in modules.items() for name in names}
        )
    print(json.dumps({"modules": modules, "aliases": aliases}))


def of_version_1(first: dict[int, str], known: set[str]) -> dict[str, str]:
    """The names of TensorFlow 1 whose objects TensorFlow 2 has under another name alone, with that name."""
    aliases = {}
    for path in OLD:
        owner = _found(path)
        for name in dir(owner):
            now = f"{path.replace('.compat.v1', '')}.{name}"
            value = getattr(owner, name, None)
            if not name.startswith("_") and callable(value) and now not in known and id(value) in first:
                aliases[f"{path}.{name}"] = first[id(value)]
    return aliases


def _found(path: str) -> Any:
    """A module or class by its path; None if there is none in this release."""
    first, *rest = path.split(".")
    full = "tensorflow" if first == "tf" else first
    owner: Any = sys.modules[full]
    for part in rest:
        full = f"{full}.{part}"
        try:
            owner = getattr(owner, part)
        except AttributeError:
            try:  # a module that nothing has imported yet
                owner = importlib.import_module(full)
            except ImportError:
                return None
    return owner


def _public(owner: Any, roots: tuple[str, ...]) -> list[str]:
    """The public names of a module, or the public methods and properties of a class; no modules in it."""
    names = list(getattr(owner, "__all__", ())) or dir(owner)
    found = []
    for name in sorted(set(names)):
        value = getattr(owner, name, None)
        if name.startswith("_") or value is None or inspect.ismodule(value):
            continue
        place = getattr(value, "__module__", None)
        if isinstance(place, str) and place.split(".")[0] not in {*roots, "builtins"}:
            continue  # what a module has imported for itself
        if place == "torch._C" and inspect.isclass(value):
            continue  # of the compiler's own, which no page of the documentation has
        found.append(name)
    return found


if __name__ == "__main__":
    main(sys.argv[1])
