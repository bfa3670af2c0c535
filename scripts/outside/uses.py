"""How often public code uses each name of the two frameworks: what the API map must cover first.

Files of Python are parsed. A use is a name that their imports lead to: `F.relu` after
`import torch.nn.functional as F` is one of `torch.nn.functional.relu`. What is called on an object, such as
`x.view(2)`, is not counted, as the text alone does not say what the object is.
"""

import ast
import subprocess
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

# Where imports lead, as the map writes names; the longest beginning counts.
WRITTEN = {
    "tensorflow.keras": "keras",
    "tensorflow.compat.v2": "tf",
    "tensorflow": "tf",
    "tf.keras": "keras",
    "tf.compat.v2": "tf",
    "tf_keras": "keras",
    "keras": "keras",
    "torch": "torch",
    "torchvision": "torchvision",
}
FIRST = ("tensorflow", "keras", "tf_keras", "torch", "torchvision")
MOST_BYTES = 1_000_000  # of a file; a longer one was written by a program


def written(name: str) -> str:
    """A dotted name as the map writes it: `tensorflow.keras.layers.Dense` is `keras.layers.Dense`."""
    while True:
        for beginning in sorted(WRITTEN, key=len, reverse=True):
            if name == beginning or name.startswith(f"{beginning}."):
                changed = WRITTEN[beginning] + name[len(beginning) :]
                break
        else:
            return name
        if changed == name:
            return name
        name = changed


def uses(text: str) -> Counter[str]:
    """How often a file uses each name, without those of its imports. Raises SyntaxError, ValueError."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(text)
    imported: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] in FIRST:
                    bound = alias.asname or alias.name.split(".")[0]
                    imported[bound] = alias.name if alias.asname else bound
        elif isinstance(node, ast.ImportFrom) and not node.level:
            module = node.module or ""
            if module.split(".")[0] in FIRST:
                imported |= {alias.asname or alias.name: f"{module}.{alias.name}" for alias in node.names}
    return Counter(written(name) for name in _names(tree, imported))


def _names(node: ast.AST, imported: dict[str, str]) -> Iterator[str]:
    """The full name of each longest chain of attributes that begins with an imported name."""
    parts: list[str] = []
    inner = node
    while isinstance(inner, ast.Attribute):
        parts.append(inner.attr)
        inner = inner.value
    if isinstance(inner, ast.Name) and (parts or isinstance(node, ast.Name)):
        if inner.id in imported:
            yield ".".join([imported[inner.id], *reversed(parts)])
        return
    for child in ast.iter_child_nodes(inner):
        yield from _names(child, imported)


def of_repository(folder: Path) -> tuple[str, int, Counter[str]]:
    """The commit of a clone of git, how many of its files of Python use a framework, and its uses."""
    commit = _git(folder, "rev-parse", "HEAD").decode().strip()
    found: Counter[str] = Counter()
    files = 0
    for name in (
        _git(folder, "ls-tree", "-r", "--name-only", "-z", "HEAD").decode("utf-8", "replace").split("\0")
    ):
        if not name.endswith(".py"):
            continue
        try:
            data = _git(folder, "show", f"HEAD:{name}")
            counted = uses(data.decode()) if len(data) < MOST_BYTES else Counter()
        except (SyntaxError, ValueError, RecursionError, subprocess.CalledProcessError):
            continue  # Python 2, another encoding, or a file that the clone lacks
        files += bool(counted)
        found += counted
    return commit, files, found


def _git(folder: Path, *arguments: str) -> bytes:
    return subprocess.run(["git", "-C", folder, *arguments], capture_output=True, check=True).stdout


def shares(counted: Iterable[Counter[str]], roots: tuple[str, ...]) -> dict[str, float]:
    """The share of each name in the uses of a side, the largest first; each repository counts alike."""
    found: dict[str, float] = {}
    own = [
        Counter({name: count for name, count in uses.items() if name.split(".")[0] in roots})
        for uses in counted
    ]
    own = [uses for uses in own if uses]
    for uses in own:
        for name, count in uses.items():
            found[name] = found.get(name, 0) + count / uses.total() / len(own)
    return dict(sorted(found.items(), key=lambda entry: (-entry[1], entry[0])))
