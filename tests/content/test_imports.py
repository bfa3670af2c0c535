"""The modules that a program imports, wherever and however it says so."""

import pytest

from scripts.content import imports


@pytest.mark.parametrize(
    ("program", "modules"),
    [
        ("import keras", {"keras"}),
        ("import torch._dynamo  # first\nimport torch", {"torch"}),
        ("import keras, numpy as np", {"keras", "numpy"}),
        ("from keras.src import layers", {"keras"}),
        ("from . import inputs\nfrom .inputs import x", {"inputs"}),
        ("def f():\n    import onnx\n    from torch import nn", {"onnx", "torch"}),
        ("text = 'import keras'", set()),
        ("import keras\nthis is no Python", set()),
        ("import keras\0", set()),
    ],
)
def test_the_outermost_names_of_imported_modules_are_found(program: str, modules: set[str]) -> None:
    assert imports.modules(program) == modules
