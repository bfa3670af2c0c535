"""The environments that programs run in: their interpreters, variables and versions."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts import paths

# The variable that names an environment with other releases, to be used in place of `frameworks`.
REPLACES = "FRAMEWORKS_ENVIRONMENT"
# The variables of this machine that a program gets: where programs and libraries are found, how text and time
# are written, how the libraries of linear algebra know the processor. It sees no other, a token above all.
PASSED = (
    *("PATH", "LANG", "LANGUAGE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TZ", "CC", "CXX"),
    *("SSL_CERT_FILE", "SSL_CERT_DIR"),
    *("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT"),  # without these Windows starts nothing
)
PASSED_BEGINNINGS = ("LC_", "OPENBLAS_", "MKL_")

_VERSIONS = """
import importlib.metadata as m, json, platform, sys
held = {found.metadata["Name"].lower().replace("_", "-") for found in m.distributions()}
version = lambda name: m.version(f"{name}-nightly" if f"{name}-nightly" in held else name).partition("+")[0]
print(json.dumps({"Python": platform.python_version(), **{name: version(name) for name in sys.argv[1:]}}))
"""


def settings(folder: str) -> dict[str, str]:
    """The environment variables of a program that runs in a temporary `folder`: all that it sees.

    One thread and a fixed hash seed, so that the output is the same each time; caches and logs go into
    the folder, so that a run neither leaves nor finds anything.
    """
    return {
        **{
            name: value for name, value in os.environ.items()
            if name in PASSED or name.startswith(PASSED_BEGINNINGS)
        },
        "USER": "program",
        "OMP_NUM_THREADS": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "",
        "WANDB_MODE": "offline",
        "PYTHONHASHSEED": "0",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": folder,
        "TMPDIR": folder,
    }  # fmt: skip


def versions_of(environment: str, packages: Sequence[str]) -> dict[str, str]:
    """The versions of packages in an environment, and of Python; a local part such as `+cpu` left out.

    A nightly build has a package of its own on PyPI and the files of the other, so its version is meant: a
    candidate of TensorFlow brings `keras-nightly`.
    """
    command = [str(interpreter(environment)), "-c", _VERSIONS, *packages]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    versions: dict[str, str] = json.loads(done.stdout)
    return versions


def interpreter(environment: str) -> Path:
    """The interpreter of an environment; where REPLACES names another, that one's in place of `frameworks`.

    Raises:
        ProgramError: the environment is not installed.

    """
    if environment == "frameworks":
        environment = os.environ.get(REPLACES, environment)
    folder = paths.ENVIRONMENTS / environment
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        raise ProgramError(f"the environment “{environment}” is missing; run `make {environment}`")
    return python


class ProgramError(Exception):
    """A program that cannot be run, fails, or prints something else than recorded."""
