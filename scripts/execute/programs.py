"""Runs the program of a tool, row or guide in its environment; compares what it prints with its record."""

import difflib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from scripts import dates
from scripts.content import imports, program_record, source
from scripts.execute import confined, environment

TIME_LIMIT = 180  # seconds; the slowest program needs well under a minute on two cores

# Run in the environment: the distributions behind the imports, and the version of Python.
_VERSIONS = """
import importlib.metadata as metadata, json, platform, sys
owners = metadata.packages_distributions()
names = {owner for module in sys.argv[1:] for owner in owners.get(module, [])}
versions = {name.replace("_", "-"): metadata.version(name) for name in sorted(names, key=str.lower)}
print(json.dumps({"Python": platform.python_version(), **versions}))
"""


def run(docs: Path, name: str, environment_name: str, with_versions: bool = True) -> program_record.Run:
    """Run a program in a new folder and process; its versions are looked up if a record needs them.

    Raises:
        ProgramError: the environment is missing, the program fails, asks the network, or exceeds a limit.

    """
    python = environment.interpreter(environment_name)
    program = program_record.program_of(docs, name)
    imported = program_record.imported(docs, name)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place).resolve()
        command: list[str | Path] = [python, "-P", program]
        if imported:  # from its own folder, which holds it and these alone
            for module, file in imported.items():
                shutil.copyfile(file, folder / f"{module}.py")
            command = [python, shutil.copyfile(program, folder / program.name)]
        done = confined.run(command, folder, [program], confined.Limits(TIME_LIMIT))
    if done.asked:
        place = ", ".join(done.asked)
        raise environment.ProgramError(f"it asks the network for {place}; make the data in the program")
    if done.stopped:
        raise environment.ProgramError(f"it {done.stopped} and was stopped; make it smaller")
    if done.code:
        raise environment.ProgramError(f"it failed with exit code {done.code}: {done.last_error}")
    if not done.printed.strip():
        raise environment.ProgramError("it printed nothing, so it shows nothing; print what it shows")
    versions = _versions(python, [program, *imported.values()]) if with_versions else {}
    return program_record.Run(program_record.fingerprint(docs, name), done.printed, versions, dates.today())


def compare(docs: Path, name: str, done: program_record.Run) -> None:
    """Compare a run with what is recorded of the program.

    Raises:
        ProgramError: there is no record, or the program or what it prints is not the recorded one.

    """
    record = program_record.read_record(docs, name)
    remedy = f"run `python -m scripts programs {name}` and read the difference"
    if record is None:
        raise environment.ProgramError(f"it has no record; {remedy}")
    if record.printed != done.printed:
        lines = difflib.unified_diff(
            record.printed.splitlines(),
            done.printed.splitlines(),
            "recorded",
            "printed now",
            lineterm="",
        )
        raise environment.ProgramError(
            f"it prints something else than recorded; {remedy}\n" + "\n".join(lines)
        )
    if record.program != done.program:
        raise environment.ProgramError(f"it changed after its record was made; {remedy}")


def _versions(python: Path, files: Iterable[Path]) -> dict[str, str]:
    modules = sorted(set[str]().union(*(imports.modules(source.read(file)) for file in files)))
    command = [str(python), "-c", _VERSIONS, *modules]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    versions: dict[str, str] = json.loads(done.stdout)
    return versions
