"""The two frameworks. Standard library alone: what measures them reads it, too."""

from typing import Literal

Framework = Literal["tensorflow", "pytorch"]

# What each is called, in the order in which they stand side by side. A table with more keys begins with
# `dict(FRAMEWORKS.items())`: the type of the keys of a dict does not widen by itself.
FRAMEWORKS: dict[Framework, str] = {"tensorflow": "TensorFlow", "pytorch": "PyTorch"}
OTHER: dict[Framework, Framework] = {"tensorflow": "pytorch", "pytorch": "tensorflow"}
