"""A pair as one notebook, which Colab opens from the repository and a reader can download."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from scripts.content import imports, pair_files, pins
from scripts.content.page import Page
from scripts.execute import notebook_cells
from scripts.model.pair import SIDES, Pair, Side

_COMPARE = """\
import numpy as np


def leaves(value):
    if isinstance(value, dict):
        return [leaf for part in value.values() for leaf in leaves(part)]
    if isinstance(value, (list, tuple)):
        return [leaf for part in value for leaf in leaves(part)]
    if hasattr(value, "detach"):
        value = value.detach().float()
    return [np.asarray(value)]


for name, within in {values}.items():
    ours, theirs = leaves(in_tensorflow[name]), leaves(in_pytorch[name])
    for one, other in zip(ours, theirs, strict=True):
        if one.dtype.kind in "fc":
            difference = float(np.abs(one - other).max())
            print(f"{{name}}: {{difference:.1e}}, {{within:g}} is allowed")
            assert difference <= within
        else:
            print(f"{{name}}: equal")
            assert (one == other).all()
"""


# The names on PyPI of modules that are called otherwise.
_PACKAGES = {"tensorflow": "tensorflow", "sklearn": "scikit-learn", "PIL": "pillow"}

_INSTALL = """\
# Colab has both frameworks. What else the programs need is installed here, where it is missing.
import importlib.util

needed = {needed}
missing = [package for name, package in needed.items() if not importlib.util.find_spec(name)]
if missing:
    %pip install --quiet {{" ".join(missing)}}
"""

_COMPILER_FIRST = """
# Loaded after TensorFlow 2.21, the compiler in PyPI's PyTorch 2.15 for Linux ends the process.
import torch._dynamo
"""


def write(docs: Path, page: Page) -> None:
    """Write the notebook of a pair; remove it if the pair offers none."""
    file = pair_files.notebook_of(docs, page.id)
    if page.meta and page.meta.pair and page.meta.pair.no_notebook:
        file.unlink(missing_ok=True)
        return
    file.write_text(text(docs, page), encoding="utf-8")


def _install(docs: Path, pair: Pair, sources: Mapping[str, str]) -> str:
    """A cell that installs what is missing: what the programs import, and what they need besides."""
    pinned = pins.of(docs.parent, "frameworks")
    modules = {module for source in sources.values() for module in imports.modules(source)} | set(
        pair.installs
    )
    if "keras" in modules:
        modules.add("tensorflow")  # what it computes with
    needed = {}
    for module in sorted(modules - set(sys.stdlib_module_names) - {"inputs"}):
        package = _PACKAGES.get(module, module.replace("_", "-"))
        version = pinned.get(pins.normal(package)) or pinned.get(f"{package}-cpu")
        needed[module] = f"{package}=={version}" if version else package
    lines = "".join(f"    {json.dumps(name)}: {json.dumps(package)},\n" for name, package in needed.items())
    both = {"tensorflow", "torch"} <= needed.keys()
    return _INSTALL.format(needed=f"{{\n{lines}}}") + (_COMPILER_FIRST if both else "")


def text(docs: Path, page: Page) -> str:
    """The notebook, from the files that are run: inputs, both programs, the comparison, and the mistake."""
    assert page.meta
    assert page.meta.pair
    pair, folder = page.meta.pair, pair_files.folder_of(docs, page.id)
    sources = pair_files.sources(folder)
    cells = [
        notebook_cells.markdown(
            f"# {page.meta.title}\n\n{pair.question} Both frameworks, one after the other, and the "
            "assertion that they agree. Made from the programs of the page; change those, not this notebook."
        )
    ]
    cells.append(notebook_cells.code(_install(docs, pair, sources)))
    if pair_files.INPUTS in sources:
        cells.append(notebook_cells.code(f"%%writefile {pair_files.INPUTS}\n{sources[pair_files.INPUTS]}"))
    sides: tuple[Side, ...] = ("tensorflow", "pytorch")
    # The mistake continues one of the programs, so that one comes last.
    if pair.mistake.continues == "tensorflow":
        sides = ("pytorch", "tensorflow")
    for side in sides:
        names = ", ".join(f'"{value.name}": {value.name}' for value in pair.values)
        cells += [
            notebook_cells.markdown(f"## {SIDES[side]}"),
            *_program(pair_files.PROGRAMS[side], sources[pair_files.PROGRAMS[side]]),
            notebook_cells.code(f"in_{side} = {{{names}}}"),
        ]
    tolerances = "{" + ", ".join(f'"{value.name}": {value.within:g}' for value in pair.values) + "}"
    cells += [
        notebook_cells.markdown("## Are they equal?"),
        notebook_cells.code(_COMPARE.format(values=tolerances)),
        notebook_cells.markdown(f"## The usual mistake\n\n{pair.mistake.title}."),
        *_mistake(pair, sources),
    ]
    return notebook_cells.text(cells)


def _program(name: str, source: str) -> list[dict[str, Any]]:
    """A program as a cell. One that starts processes is written to a file, where they find it, and run."""
    if "__main__" not in source:
        return [notebook_cells.code(source)]
    return [notebook_cells.code(f"%%writefile {name}\n{source}"), notebook_cells.code(f"%run {name}")]


def _mistake(pair: Pair, sources: Mapping[str, str]) -> list[dict[str, Any]]:
    """The mistake. One that continues a program in a file becomes a file too, for the processes it starts."""
    source = _until_it_raises(sources[pair_files.MISTAKE], pair)
    program = sources[pair_files.PROGRAMS[pair.mistake.continues]]
    if "__main__" not in program:
        return [notebook_cells.code(source)]
    body = "".join(f"    {line}" if line.strip() else line for line in source.splitlines(keepends=True))
    both = f'{program}\nif __name__ == "__main__":\n{body}'
    return [
        notebook_cells.code(f"%%writefile {pair_files.MISTAKE}\n{both}"),
        notebook_cells.code(f"%run {pair_files.MISTAKE}"),
    ]


def _until_it_raises(source: str, pair: Pair) -> str:
    """The mistake; one that raises is caught, so that a run of all cells goes through."""
    if not pair.mistake.raises:
        return source
    body = "".join(f"    {line}" if line.strip() else line for line in source.splitlines(keepends=True))
    shown = "except Exception as error:\n    print(type(error).__name__, error, sep=': ')"
    return f"try:\n{body.rstrip()}\n{shown}\n"
