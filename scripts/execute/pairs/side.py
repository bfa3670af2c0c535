"""Runs a side of an example pair in its own process, through the harness."""

import contextlib
import json
import re
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts import paths
from scripts.content import pair_files
from scripts.execute import confined, environment
from scripts.execute.pairs import harness
from scripts.execute.pairs.observed import Answer, Changed, Failure, failure_of, statements_of, values_of
from scripts.model.pair import Pair, Side

TIME_LIMIT = 240.0  # seconds; the slowest side needs about 60 s on two cores, other inputs included

# A value must move by more than this many times what it may differ when the inputs are others: one that moves
# by less is equal whatever the programs compute.
MOVES = 2

# The files that run in the process of a program.
HARNESS = tuple(
    Path(harness.__file__).with_name(f"{name}.py") for name in ("harness", "watch", "inputs_changed")
)

# The modules that must not be in the process of the other side.
FOREIGN: dict[Side, str] = {"tensorflow": "torch", "pytorch": "tensorflow"}

# A line of standard error that announces that something will go.
_DEPRECATED = re.compile(r"deprecat|will be removed|is removed in|no longer supported|futurewarning", re.I)

# Where a warning comes from: a log's time, process and line, or a file of this machine and its line.
_ORIGIN = re.compile(r"^(?:[IWEF]\d{4} .*?\] |(?:\S*/)?\S+\.py:\d+: )+")
_ABSOLUTE = re.compile(r"/(?:[^\s/:]+/)+([^\s/:]+)")


def side(folder: Path, pair: Pair, which: Side, time_limit: float = TIME_LIMIT) -> Answer:
    """Run one side of the pair in `folder`, with the mistake if that continues this side.

    The process runs the program again with other inputs. Where that fails, as for a program that may set
    something once only in a process, a process of its own does it.

    Raises:
        ProgramError: the environment is missing.

    """
    start = time.monotonic()
    still = [value.name for value in pair.values if value.fixed is None]
    least = {value.name: MOVES * value.within for value in pair.values}
    request = {
        "folder": str(folder),
        "side": which,
        "program": pair_files.PROGRAMS[which],
        "mistake": pair_files.MISTAKE if pair.mistake.continues == which else None,
        "names": pair.names,
        "report": [FOREIGN[which]],
        "must_move": least,
        "still": still,
        "change": None,
    }
    own = _run(pair.environment(which), request, time_limit)
    if own.failure:
        return Answer("", (), {}, {}, time.monotonic() - start, network=own.asked, failure=own.failure)
    answer = own.answer
    changes = answer.get("changes", {})
    moved = _moved(answer["values"], changes, least)
    for change, outcome in changes.items():
        if outcome["error"] and not moved.issuperset(still):
            other = _run(pair.environment(which), {**request, "change": change}, time_limit)
            if not other.failure and other.answer["changes"][change]:
                changes = {**changes, change: other.answer["changes"][change]}
                moved = _moved(answer["values"], changes, least)
    printed, _, after = own.printed.partition(harness.SEPARATOR)
    mistake = answer["mistake"] or {"values": {}, "error": None}
    return Answer(
        printed=_clean(printed, folder, own.work),
        warned=_warnings(own.errors, folder, own.work),
        values=values_of(answer["values"]),
        versions=answer.get("versions", {}),
        seconds=time.monotonic() - start,
        present=tuple(answer.get("present", ())),
        network=tuple(dict.fromkeys([*answer["network"], *own.asked])),
        failure=failure_of(answer["error"]),
        mistake_printed=_clean(after, folder, own.work),
        mistake_values=values_of(mistake["values"]),
        mistake_failure=failure_of(mistake["error"]),
        statements=statements_of(answer["statements"]),
        changed=Changed(
            frozenset(moved),
            {name: Failure(**change["error"]) for name, change in changes.items() if change["error"]},
            {name: values_of(change["values"]) for name, change in changes.items() if not change["error"]},
        ),
    )


@dataclass(frozen=True)
class _Process:
    """What a process wrote: its answer, standard output and standard error; and the folder it worked in.

    `asked` are the places on the network that it asked for. One that a limit stopped, or that ended without
    an answer, has a failure.
    """

    answer: dict[str, Any]
    printed: str
    errors: str
    work: str
    asked: tuple[str, ...]
    failure: Failure | None = None


def _run(environment_name: str, request: dict[str, Any], time_limit: float) -> _Process:
    """Run the harness in a process and a folder of its own."""
    python = environment.interpreter(environment_name)
    with tempfile.TemporaryDirectory() as work:
        request_file, answer_file = Path(work) / "request.json", Path(work) / "answer.json"
        request_file.write_text(json.dumps(request), encoding="utf-8")
        command = [str(python), "-P", str(Path(harness.__file__)), str(request_file), str(answer_file)]
        reads = [Path(request["folder"]), *HARNESS]
        done = confined.run(command, Path(work), reads, confined.Limits(time_limit))
        failure, answer = None, {}
        try:
            answer = json.loads(answer_file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            failure = Failure("Crash", f"it ended with code {done.code}: {done.last_error}", 1)
        if done.stopped:
            failure = Failure("LimitExceeded", f"it {done.stopped}; make it smaller", 1)
        return _Process(answer, done.printed, done.errors, work, done.asked, failure)


def _moved(values: dict[str, Any], changes: dict[str, Any], least: dict[str, float]) -> set[str]:
    """The values that moved by any of the changes."""
    return {name for change in changes.values() for name in harness.moved(values, change["values"], least)}


def ensure_environment(name: str) -> None:
    """Create an environment if it does not exist.

    Raises:
        ProgramError: it cannot be created.

    """
    with contextlib.suppress(environment.ProgramError):
        environment.interpreter(name)
        return
    target = f"{paths.ENVIRONMENTS.relative_to(paths.ROOT).as_posix()}/{name}/.done"
    done = subprocess.run(["make", "--no-print-directory", target], cwd=paths.ROOT, check=False)
    if done.returncode:
        raise environment.ProgramError(
            f"the environment “{name}” cannot be made; see the messages of make above"
        )


def _warnings(errors: str, folder: Path, work: str) -> tuple[str, ...]:
    """Deprecation warnings, each once, without parts that change from run to run."""
    lines = [_clean(line, folder, work) for line in errors.splitlines() if _DEPRECATED.search(line)]
    lines = [_ABSOLUTE.sub(r"\1", _ORIGIN.sub("", line)).strip() for line in lines]
    return tuple(dict.fromkeys(lines))


def _clean(text: str, folder: Path, work: str) -> str:
    """The text without paths of this machine and run, and without trailing blanks."""
    text = "\n".join(line.rstrip() for line in text.rstrip().splitlines())
    return text.replace(f"{folder}/", "").replace(str(folder), "").replace(f"{work}/", "").replace(work, "")
