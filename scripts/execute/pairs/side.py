"""Runs a side of an example pair in its own process, through the harness."""

import contextlib
import json
import re
import subprocess
import tempfile
import time
from pathlib import Path

from scripts import paths
from scripts.content import pair_files
from scripts.execute import confined, environment
from scripts.execute.pairs import harness
from scripts.execute.pairs.observed import Answer, Failure, failure_of, values_of
from scripts.model.pair import Pair, Side

TIME_LIMIT = 150.0  # seconds; the slowest side needs about 40 s on two cores, most of it compiling

# The modules that must not be in the process of the other side.
FOREIGN: dict[Side, str] = {"tensorflow": "torch", "pytorch": "tensorflow"}

# A line of standard error that announces that something will go.
_DEPRECATED = re.compile(r"deprecat|will be removed|is removed in|no longer supported|futurewarning", re.I)

# Where a warning comes from: a log's time, process and line, or a file of this machine and its line.
_ORIGIN = re.compile(r"^(?:[IWEF]\d{4} .*?\] |(?:\S*/)?\S+\.py:\d+: )+")
_ABSOLUTE = re.compile(r"/(?:[^\s/:]+/)+([^\s/:]+)")


def side(folder: Path, pair: Pair, which: Side, time_limit: float = TIME_LIMIT) -> Answer:
    """Run one side of the pair in `folder`, with the mistake if that continues this side.

    Raises:
        ProgramError: the environment is missing.

    """
    python = environment.interpreter(pair.environment(which))
    request = {
        "folder": str(folder),
        "program": pair_files.PROGRAMS[which],
        "mistake": pair_files.MISTAKE if pair.mistake.continues == which else None,
        "names": pair.names,
        "report": [FOREIGN[which]],
    }
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as work:
        request_file, answer_file = Path(work) / "request.json", Path(work) / "answer.json"
        request_file.write_text(json.dumps(request), encoding="utf-8")
        command = [str(python), "-P", str(Path(harness.__file__)), str(request_file), str(answer_file)]
        reads = [folder, Path(harness.__file__)]
        done = confined.run(command, Path(work), reads, confined.Limits(time_limit))
        printed, errors = done.printed, done.errors
        if done.stopped:
            return _failed(
                Failure("LimitExceeded", f"it {done.stopped}; make it smaller", 1), start, done.asked
            )
        try:
            answer = json.loads(answer_file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            message = f"it ended with code {done.code}: {done.last_error}"
            return _failed(Failure("Crash", message, 1), start, done.asked)
    own, _, after = printed.partition(harness.SEPARATOR)
    mistake = answer["mistake"] or {"values": {}, "error": None}
    return Answer(
        printed=_clean(own, folder, work),
        warned=_warnings(errors, folder, work),
        values=values_of(answer["values"]),
        versions=answer.get("versions", {}),
        seconds=time.monotonic() - start,
        present=tuple(answer.get("present", ())),
        network=tuple(dict.fromkeys([*answer["network"], *done.asked])),
        failure=failure_of(answer["error"]),
        mistake_printed=_clean(after, folder, work),
        mistake_values=values_of(mistake["values"]),
        mistake_failure=failure_of(mistake["error"]),
    )


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


def _failed(failure: Failure, start: float, network: tuple[str, ...]) -> Answer:
    return Answer("", (), {}, {}, time.monotonic() - start, network=network, failure=failure)


def _warnings(errors: str, folder: Path, work: str) -> tuple[str, ...]:
    """Deprecation warnings, each once, without parts that change from run to run."""
    lines = [_clean(line, folder, work) for line in errors.splitlines() if _DEPRECATED.search(line)]
    lines = [_ABSOLUTE.sub(r"\1", _ORIGIN.sub("", line)).strip() for line in lines]
    return tuple(dict.fromkeys(lines))


def _clean(text: str, folder: Path, work: str) -> str:
    """The text without paths of this machine and run, and without trailing blanks."""
    text = "\n".join(line.rstrip() for line in text.rstrip().splitlines())
    return text.replace(f"{folder}/", "").replace(str(folder), "").replace(f"{work}/", "").replace(work, "")
