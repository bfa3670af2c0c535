"""Bytes of a framework and all it requires, as installed.

Counted by the lists of files which packages were installed with (`importlib.metadata`), at the files' own
length. Requirements are followed from package to package, with their markers evaluated and without extras;
a package counts once. Bytecode is left out, as only some installers write it.
"""

from collections.abc import Callable, Sequence
from functools import cache
from importlib import metadata
from pathlib import Path

from scripts.measure.case import Case, Subject, Variant

PACKAGES = {"tensorflow": "tensorflow-cpu", "pytorch": "torch"}
# How packages that serve a GPU alone are named; a build for processors requires none of them.
FOR_GPU = ("nvidia-", "cuda-", "triton")


def _required(package: str) -> set[str]:
    """The package and what it requires, directly and indirectly, by canonical name."""
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    found: set[str] = set()
    # A package is followed with its extras, for one may be required as `name[extra]`.
    queue: list[tuple[str, frozenset[str]]] = [(package, frozenset())]
    seen = set(queue)
    while queue:
        name, extras = queue.pop()
        found.add(canonicalize_name(name))
        for line in metadata.requires(name) or ():
            needed = Requirement(line)
            marker = needed.marker
            if marker and not any(marker.evaluate({"extra": extra}) for extra in ("", *extras)):
                continue
            entry = (str(canonicalize_name(needed.name)), frozenset(needed.extras))
            if entry not in seen:
                seen.add(entry)
                queue.append(entry)
    return found


@cache
def _files(package: str) -> dict[Path, int]:
    """The length of each file of a package; one that is listed but not there is left out."""
    listed = (file for file in metadata.files(package) or () if file.suffix != ".pyc")
    files = {Path(str(file.locate())).resolve() for file in listed}
    return {file: file.stat().st_size for file in files if file.is_file()}


def _bytes(packages: Sequence[str]) -> int:
    """The length of all files of these packages; a file that several list counts once."""
    return sum({file: size for package in packages for file, size in _files(package).items()}.values())


def _installed(side: str) -> Callable[[], Case]:
    def make() -> Case:
        own = PACKAGES[side]
        required = {name: _required(name) for name in PACKAGES.values()}
        others = required[own] - {own}
        facts = {
            "framework": _bytes([own]),
            "requirements": _bytes(sorted(name for name in others if not name.startswith(FOR_GPU))),
            "gpu_libraries": _bytes(sorted(name for name in others if name.startswith(FOR_GPU))),
            "total": _bytes(sorted(required[own])),
            "shared": _bytes(sorted(set.intersection(*required.values()))),
        }
        return Case(None, [0.0], {name: float(size) for name, size in facts.items()})

    return make


SUBJECT = Subject(
    id="install-size",
    title="What an installation takes on the disk",
    question="How large is a framework with all it requires?",
    group="size",
    unit="installation",
    within=0.0,
    reference="pytorch",
    variants=(
        Variant("tensorflow", "TensorFlow with Keras", "tensorflow", _installed("tensorflow")),
        Variant("pytorch", "PyTorch", "pytorch", _installed("pytorch")),
    ),
    says="What pip installs on Linux for tensorflow-cpu and for torch, without bytecode and without optional "
    "packages (NumPy is one for PyTorch, and required by TensorFlow). `gpu_libraries` are those of CUDA and "
    "Triton: none in a build for processors alone, which tensorflow-cpu is, and torch from PyTorch's own "
    "index. TensorFlow's build for GPUs is not covered. `shared` is the part that both require.",
    facts={
        "framework": "bytes",
        "requirements": "bytes",
        "gpu_libraries": "bytes",
        "total": "bytes",
        "shared": "bytes",
    },
)
