"""A family of the API map as one notebook, which Colab opens from the repository."""

import ast
import json
import re
from pathlib import Path

from scripts.content import api_record, pins
from scripts.content.page import Page
from scripts.execute import notebook_cells
from scripts.model.api_map import IMPORTS, RESULT, Entry
from scripts.model.framework import FRAMEWORKS, Framework

_START = """\
# Colab has both frameworks; without them, this installs the releases that the page was made with.
import importlib.util

needed = {needed}
missing = [package for name, package in needed.items() if not importlib.util.find_spec(name)]
if missing:
    %pip install --quiet {{" ".join(missing)}}

# Loaded after TensorFlow 2.21, the compiler in PyPI's PyTorch 2.15 for Linux ends the process.
import torch._dynamo
{imports}


def tensors(arrays, tensor):
    # Arrays of float64 become tensors of float32; lists of arrays become lists of tensors.
    if isinstance(arrays, (list, tuple)) and arrays and all(isinstance(part, np.ndarray) for part in arrays):
        return type(arrays)(tensors(part, tensor) for part in arrays)
    if not isinstance(arrays, np.ndarray):
        return arrays
    return tensor(arrays.astype("float32") if arrays.dtype == "float64" else arrays)


def leaves(value):
    if isinstance(value, dict):
        return [leaf for part in value.values() for leaf in leaves(part)]
    if isinstance(value, (list, tuple)):
        return [leaf for part in value for leaf in leaves(part)]
    if hasattr(value, "detach"):
        value = value.detach().cpu()
    return [np.asarray(value)]


def compare(ours, theirs, within):
    for one, other in zip(leaves(ours), leaves(theirs), strict=True):
        assert one.shape == other.shape, (one.shape, other.shape)
        if one.dtype.kind not in "fc":
            assert (one.astype(str) == other.astype(str)).all() or (one == other).all()
            continue
        assert np.allclose(one, other, rtol=within, atol=within, equal_nan=True), np.abs(one - other).max()
    print("equal")
"""


def notebook_of(docs: Path, family: str) -> Path:
    """The notebook of a family."""
    return docs / api_record.FOLDER / f"{family}.ipynb"


def write(docs: Path, page: Page) -> Path:
    """Write the notebook of a family. Returns the file."""
    file = notebook_of(docs, page.id)
    file.write_text(text(docs, page), encoding="utf-8")
    return file


def text(docs: Path, page: Page) -> str:
    """The notebook: a cell that prepares both frameworks, then a cell an entry.

    Entries that change what others share are left out, as a notebook is one process, and those of one side.
    """
    assert page.meta
    assert page.meta.api
    pinned = pins.of(docs.parent, "frameworks")
    needed = {
        "tensorflow": f"tensorflow=={pinned.get('tensorflow-cpu', '')}",
        "torch": f"torch=={pinned.get('torch', '')}",
        "torchvision": f"torchvision=={pinned.get('torchvision', '')}",
    }
    listed = "".join(f"    {json.dumps(name)}: {json.dumps(package)},\n" for name, package in needed.items())
    lines = "\n".join(code for entry in page.meta.api.entries for code in entry.code.values())
    imports = sorted(
        {
            line
            for side in FRAMEWORKS
            for line in IMPORTS[side].split("\n")
            # It takes seconds to import, and most families have no use for it.
            if "torchvision" not in line or re.search(r"\b(torchvision|v2)\.", lines)
        }
    )
    cells = [
        notebook_cells.markdown(
            f"# {page.meta.title}\n\nEach entry with both sides, and the assertion that they agree. "
            "Made from the page; change that, not this notebook.",
        ),
        notebook_cells.code(_START.format(needed=f"{{\n{listed}}}", imports="\n".join(imports))),
    ]
    for entry in page.meta.api.entries:
        if not entry.alone and len(entry.sides) == len(FRAMEWORKS):
            title = " and ".join(f"`{entry.names(side)[0]}`" for side in FRAMEWORKS if entry.names(side))
            cells += [notebook_cells.markdown(f"## {title}"), notebook_cells.code(_code(entry))]
    return notebook_cells.text(cells)


def _code(entry: Entry) -> str:
    """The cell of an entry: its inputs, each side's lines with them as its tensors, and the comparison."""
    inputs = (entry.inputs or "").strip()
    lines = ["rng = np.random.default_rng(0)", inputs] if inputs else []
    names = [] if entry.arrays else assigned(inputs)
    if names:
        lines.append(f"arrays = {', '.join(names)}{',' * (len(names) == 1)}")
    made: dict[Framework, str] = {"tensorflow": "tf.constant", "pytorch": "torch.tensor"}
    for side, title in FRAMEWORKS.items():
        lines += ["", f"# {title}"]
        if names:
            targets = f"{', '.join(names)}{',' * (len(names) == 1)}"
            lines.append(f"{targets} = (tensors(array, {made[side]}) for array in arrays)")
        lines += [entry.code[side].strip(), f"in_{side} = {RESULT}"]
    within = entry.random or entry.within
    return "\n".join([*lines, "", f"compare(in_tensorflow, in_pytorch, {within:g})"])


def assigned(code: str) -> list[str]:
    """The names that lines assign at their outermost level, each once."""
    return list(
        dict.fromkeys(
            name.id
            for node in ast.parse(code).body
            if isinstance(node, ast.Assign)
            for target in node.targets
            for name in ast.walk(target)
            if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)
        )
    )
