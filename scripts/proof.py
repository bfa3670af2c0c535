"""The programs on pages of tools and rows: run in their environment, and recorded beside them.

A proof is `docs/tools/<id>-example.py` or `docs/compare/<id>-example.py`; a name such as `numpy.py`
would hide the package of that name. Its record, `<id>-example.run.json`, is written by
`python -m scripts prove` alone: what it printed, with which versions, on which day, and a
fingerprint of the program, by which an old record is found out without running anything.
"""

import ast
import datetime
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from scripts import clock, paths

TIME_LIMIT = 180  # seconds; the slowest proof needs well under a minute on two cores

# Run in the environment: the distributions behind the imports, and the version of Python.
_VERSIONS = """
import importlib.metadata as metadata, json, platform, sys
owners = metadata.packages_distributions()
names = {owner for module in sys.argv[1:] for owner in owners.get(module, [])}
versions = {name.replace("_", "-"): metadata.version(name) for name in sorted(names, key=str.lower)}
print(json.dumps({"Python": platform.python_version(), **versions}))
"""


@dataclass(frozen=True)
class Run:
    """A recorded run: fingerprint of the program, printed text, versions by name, and day."""

    program: str
    printed: str
    versions: dict[str, str]
    recorded: datetime.date


class ProofError(Exception):
    """A proof that cannot be run, fails, or prints something else than recorded."""


def fingerprint(docs: Path, name: str) -> str:
    """The SHA-256 of the program, the same whatever the line endings of the checkout."""
    text = program_of(docs, name).read_text(encoding="utf-8")
    return hashlib.sha256(text.encode()).hexdigest()


def read_record(docs: Path, name: str) -> Run | None:
    """The record of a proof, or None if there is none."""
    file = record_of(docs, name)
    if not file.exists():
        return None
    fields = json.loads(file.read_text(encoding="utf-8"))
    return Run(**{**fields, "recorded": datetime.date.fromisoformat(fields["recorded"])})


def write_record(docs: Path, name: str, run: Run) -> Path:
    """Write the record beside the program. Returns the file."""
    file = record_of(docs, name)
    fields = {**asdict(run), "recorded": run.recorded.isoformat()}
    file.write_text(json.dumps(fields, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return file


def run(docs: Path, name: str, environment: str, with_versions: bool = True) -> Run:
    """Run a proof in a new folder and process; its versions are looked up if a record needs them.

    Raises:
        ProofError: the environment is missing, the program fails or takes longer than TIME_LIMIT.

    """
    python = interpreter(environment)
    program = program_of(docs, name)
    with tempfile.TemporaryDirectory() as folder:
        try:
            done = subprocess.run(
                [python, "-P", program], cwd=folder, env=settings(folder), timeout=TIME_LIMIT,
                capture_output=True, text=True, encoding="utf-8", check=False,
            )  # fmt: skip
        except subprocess.TimeoutExpired:
            raise ProofError(f"it ran longer than {TIME_LIMIT} s; make it smaller") from None
    if done.returncode:
        last = (done.stderr.strip().splitlines() or ["nothing on stderr"])[-1]
        raise ProofError(f"it failed with exit code {done.returncode}: {last}")
    if not done.stdout.strip():
        raise ProofError("it printed nothing, so it shows nothing; print what it proves")
    versions = _versions(python, program) if with_versions else {}
    return Run(fingerprint(docs, name), done.stdout, versions, clock.today())


def settings(folder: str) -> dict[str, str]:
    """The environment variables of a program that runs in a temporary `folder`.

    One thread and a fixed hash seed, so that the output is the same each time; caches and logs go into
    the folder, so that a run neither leaves nor finds anything.
    """
    variables = {
        **os.environ,
        "OMP_NUM_THREADS": "1",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "",
        "WANDB_MODE": "offline",
        "PYTHONHASHSEED": "0",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": folder,
        "TMPDIR": folder,
    }
    variables.pop("PYTHONPATH", None)
    return variables


def versions_of(environment: str, packages: Sequence[str]) -> dict[str, str]:
    """The versions of packages in an environment, and of Python; a local part such as `+cpu` left out."""
    script = (
        "import importlib.metadata as m, json, platform, sys; "
        "print(json.dumps({'Python': platform.python_version(), "
        "**{name: m.version(name).partition('+')[0] for name in sys.argv[1:]}}))"
    )
    command = [str(interpreter(environment)), "-c", script, *packages]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    versions: dict[str, str] = json.loads(done.stdout)
    return versions


def interpreter(environment: str) -> Path:
    """The interpreter of an environment.

    Raises:
        ProofError: the environment is not installed.

    """
    folder = paths.ENVIRONMENTS / environment
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        raise ProofError(f"the environment “{environment}” is missing; run `make {environment}`")
    return python


def _versions(python: Path, program: Path) -> dict[str, str]:
    tree = ast.parse(program.read_text(encoding="utf-8"))
    modules = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules.add(node.module.partition(".")[0])
    command = [str(python), "-c", _VERSIONS, *sorted(modules)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    versions: dict[str, str] = json.loads(done.stdout)
    return versions


def program_of(docs: Path, name: str) -> Path:
    """The program of a tool or row; below docs/tools/ where there is none."""
    row = docs / "compare" / f"{name}-example.py"
    return row if row.exists() else docs / "tools" / f"{name}-example.py"


def record_of(docs: Path, name: str) -> Path:
    """The record of its run."""
    return program_of(docs, name).with_suffix(".run.json")
