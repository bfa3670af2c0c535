"""Runs somebody's program, confined: pairs, programs of tools and rows, notebooks and mistakes alike.

A program has a folder of its own, the variables that `environment.settings` lists, and limits of time,
memory, processes and output; it has no network and leaves no process. What of this each system enforces
stands in .github/SECURITY.md.
"""

import contextlib
import functools
import json
import os
import platform
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.execute import confined_start, environment

GUARD = Path(__file__).parent / "guard"
START = Path(confined_start.__file__)
NOTES = ".network-asked"  # in the program's folder, where it asked for anything
LAST = 2.0  # seconds in which what was printed before an end arrives
CHUNK = 1 << 16
# Set in continuous integration: a system that cannot isolate a program is then an error, not a lesser guard.
REQUIRED = "CONFINED_REQUIRED"


@dataclass(frozen=True)
class Limits:
    """What a program may use: seconds, and bytes of memory, of either output and of one file; processes."""

    seconds: float
    memory: int = 5 << 30
    output: int = 1 << 20
    file: int = 1 << 30
    processes: int = 128


@dataclass(frozen=True)
class Finished:
    """How a program ended.

    `stopped` says why it was stopped, in words that follow “it”; empty if it ended by itself. `asked` are
    the hosts that it asked for, although it was refused.
    """

    code: int
    printed: str
    errors: str
    stopped: str = ""
    asked: tuple[str, ...] = ()

    @property
    def last_error(self) -> str:
        """The last line of standard error."""
        return (self.errors.strip().splitlines() or ["nothing on standard error"])[-1]


def run(command: Sequence[str | Path], folder: Path, reads: Sequence[Path], limits: Limits) -> Finished:
    """Run a command of an interpreter in `folder`, in which alone it may write; `reads` it may read.

    Raises:
        ProgramError: programs must be isolated (CONFINED_REQUIRED), and the system cannot.

    """
    folder = folder.resolve()
    isolate = is_isolated()
    if fault := unable():
        raise environment.ProgramError(fault)
    words = [str(word) for word in command]
    shown = [*_installation(Path(words[0])), *reads, GUARD]
    shown = [path.absolute() for path in shown if path.exists()]
    variables = environment.settings(str(folder))
    variables |= {"PYTHONPATH": str(GUARD), "CONFINED_NOTES": str(folder / NOTES)}
    if not isolate:
        variables["CONFINED_FOLDER"] = str(folder)
    code, printed, errors, stopped = _run(
        words, folder, [str(path) for path in shown], variables, limits, isolate
    )
    asked: tuple[str, ...] = ()
    with contextlib.suppress(OSError):
        asked = tuple(dict.fromkeys((folder / NOTES).read_text(encoding="utf-8").splitlines()))
    return Finished(code, printed, errors, stopped, asked)


def unable() -> str:
    """Why no program is run here; empty if programs are isolated, or need not be."""
    if not os.environ.get(REQUIRED) or is_isolated():
        return ""
    return f"this system cannot isolate programs, and {REQUIRED} is set; see .github/SECURITY.md"


@functools.cache
def is_isolated() -> bool:
    """Whether this system gives a program files, processes and a network of its own: tried once."""
    if sys.platform != "linux" or platform.machine() not in confined_start.PIVOT_ROOT:
        return False
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder).resolve()
        code, *_ = _run(["/bin/sh", "-c", "exit 7"], work, [], {}, Limits(20), isolate=True)
    return code == 7


def _run(  # noqa: PLR0913, PLR0917  (what a process has, and no more)
    command: list[str],
    folder: Path,
    reads: list[str],
    variables: dict[str, str],
    limits: Limits,
    isolate: bool,
) -> tuple[int, str, str, str]:
    """Exit code, standard output and error, and why the process was stopped."""
    if os.name != "posix":
        return _without_limits(command, folder, variables, limits)
    end, status = os.pipe()
    request = {
        "command": command, "folder": str(folder), "reads": reads, "isolate": isolate, "status": status,
        "memory": limits.memory, "file": limits.file, "processes": limits.processes,
    }  # fmt: skip
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", str(START), json.dumps(request)], cwd=folder, env=variables,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True, pass_fds=[status],
    )  # fmt: skip
    os.close(status)
    try:
        outputs, stopped = _read(process, limits)
        os.set_blocking(end, False)
        report: dict[str, object] = {}
        with contextlib.suppress(OSError, ValueError):
            report = json.loads(os.read(end, CHUNK))
    finally:
        _kill(process)
        os.close(end)
    printed, errors = (output.decode("utf-8", "replace") for output in outputs)
    if "unable" in report:
        errors += f"\n{report['unable']}"
    stopped = stopped or {
        "memory": f"used more than {limits.memory >> 20} MB of memory",
        "processes": f"started more than {limits.processes} processes",
    }.get(str(report.get("stopped")), "")
    code = report.get("code", 1)
    return code if isinstance(code, int) else 1, printed, errors, stopped


def _read(process: subprocess.Popen[bytes], limits: Limits) -> tuple[list[bytes], str]:
    """Both outputs as far as they are allowed, and why the reading ended early."""
    assert process.stdout
    assert process.stderr
    outputs = [bytearray(), bytearray()]
    deadline, ending = time.monotonic() + limits.seconds, False
    with selectors.DefaultSelector() as selector:
        for index, stream in enumerate((process.stdout, process.stderr)):
            selector.register(stream, selectors.EVENT_READ, index)
        while selector.get_map():
            left = deadline - time.monotonic()
            if left <= 0:
                said = "" if ending else f"ran longer than {limits.seconds:g} s"
                return [bytes(output) for output in outputs], said
            for key, _ in selector.select(min(left, 0.2)):
                data = os.read(key.fd, CHUNK)
                outputs[key.data] += data
                if not data:
                    selector.unregister(key.fileobj)
                if len(outputs[key.data]) > limits.output:
                    said = f"printed more than {limits.output >> 10} kB"
                    return [bytes(output[: limits.output]) for output in outputs], said
            if not ending and process.poll() is not None:
                # A process that the program left behind may hold the outputs open for ever.
                ending, deadline = True, min(deadline, time.monotonic() + LAST)
                _kill(process)
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(max(0.0, deadline - time.monotonic()))
    late = "" if process.poll() is not None else f"ran longer than {limits.seconds:g} s"
    return [bytes(output) for output in outputs], late


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the process and all of its group; with it, those of its namespace."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()


def _without_limits(
    command: list[str], folder: Path, variables: dict[str, str], limits: Limits
) -> tuple[int, str, str, str]:
    """On Windows there are neither limits nor groups: a time limit alone, and the guard within Python."""
    try:
        done = subprocess.run(
            command, cwd=folder, env=variables, timeout=limits.seconds, capture_output=True, check=False
        )
    except subprocess.TimeoutExpired:
        return 1, "", "", f"ran longer than {limits.seconds:g} s"
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"), ""


def _installation(python: Path) -> list[Path]:
    """The folders of an interpreter: of its environment, and of the Python that this was made from."""
    folders: list[Path] = []
    while True:
        folders.append(python.absolute().parent.parent)
        if not python.is_symlink():
            break
        python = python.parent / os.readlink(python)
    folders += [folder.resolve() for folder in folders]
    usual = {Path("/"), Path("/usr"), Path("/usr/local")}
    return [folder for folder in dict.fromkeys(folders) if folder not in usual]
