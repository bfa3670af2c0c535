"""Runs programs that produce error messages, one after another, each in a fork of this process.

`error_worker.py REQUEST`, in the environment of the programs, with the standard library alone. REQUEST is the
JSON that `errors.py` makes. The frameworks are imported once, here; a fork has them at once, and whatever a
program changes ends with it. `answers.json` gets, for each program, what `wrong` raised and both functions
wrote, what `right` failed with, and whom it asked on the network.
"""

import contextlib
import importlib
import importlib.metadata
import json
import logging
import os
import platform
import signal
import sys
import tempfile
import traceback
import types
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ANSWERS = "answers.json"
MOST = 20_000  # letters of one text


def main(text: str) -> None:
    """Run all programs of the request."""
    request = json.loads(text)
    for module in request["preload"]:
        importlib.import_module(module)
    owners = importlib.metadata.packages_distributions() if request["versions"] else {}
    answers = {}
    for entry in request["programs"]:
        answer = _forked(entry["file"], request["seconds"])
        answer["versions"] = _versions(entry["modules"], owners) if request["versions"] else {}
        answers[entry["id"]] = answer
        Path(ANSWERS).write_text(json.dumps(answers), encoding="utf-8")


def _forked(file: str, seconds: int) -> dict[str, Any]:
    """Run one program in a fork with a folder of its own, and a limit of time for each of its functions."""
    notes = Path(os.environ.get("CONFINED_NOTES", os.devnull))
    before = _size(notes)
    with tempfile.TemporaryDirectory(dir=".") as folder:
        result = Path(folder).resolve() / ANSWERS
        child = os.fork()
        if not child:
            _child(file, folder, result, seconds)
        _, status = os.waitpid(child, 0)
        answer: dict[str, Any] = {"folder": str(Path(folder).resolve())}
        code = os.waitstatus_to_exitcode(status)
        if code == -signal.SIGALRM:
            answer["stopped"] = f"ran longer than {seconds} s"
        elif code or not result.exists():
            answer["stopped"] = f"ended with exit code {code}"
        else:
            answer |= json.loads(result.read_text(encoding="utf-8"))
    if _size(notes) > before:
        answer["asked"] = notes.read_bytes()[before:].decode().split()
    return answer


def _child(file: str, folder: str, result: Path, seconds: int) -> None:
    """Run the program and write its answer; never returns."""
    code = 1
    with contextlib.suppress(BaseException):
        os.chdir(folder)
        answer = _run(file, seconds)
        result.write_text(json.dumps(answer), encoding="utf-8")
        code = 0
    os._exit(code)


def _run(file: str, seconds: int) -> dict[str, Any]:
    # What a program defines can be pickled, as in a program of its own.
    module = types.ModuleType("__main__")
    module.__dict__["__file__"] = file
    sys.modules["__main__"] = module
    sys.argv = [file]
    answer: dict[str, Any] = {"raised": None, "failed": "", "heard": {}}
    heard: list[list[str]] = []
    signal.alarm(seconds)
    try:
        with _listening(heard):
            exec(compile(Path(file).read_text(encoding="utf-8"), file, "exec"), module.__dict__)
    except BaseException as error:
        answer["failed"] = f"before its functions, with {_place(error, file)}"
        return answer
    for part in ("wrong", "right"):
        signal.alarm(seconds)
        heard = []
        try:
            with _listening(heard):
                getattr(module, part)()
        except BaseException as error:
            if part == "wrong":
                answer["raised"] = [type(error).__name__, str(error)[:MOST]]
            else:
                answer["failed"] = f"in `right`, with {_place(error, file)}"
        answer["heard"][part] = heard
    signal.alarm(0)
    return answer


@contextlib.contextmanager
def _listening(heard: list[list[str]]) -> Iterator[None]:
    """Collect what is said: warnings by their class, and as `log` what loggers and libraries in C++ write."""
    listener = _Listener()
    loggers = [logging.getLogger(), *(logging.getLogger(name) for name in ("tensorflow", "torch", "absl"))]
    for logger in loggers:
        logger.addHandler(listener)
    with tempfile.TemporaryFile() as spoken, warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        sys.stdout.flush()
        sys.stderr.flush()
        kept = [os.dup(stream) for stream in (1, 2)]
        for stream in (1, 2):
            os.dup2(spoken.fileno(), stream)
        try:
            yield
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            for stream, copy in zip((1, 2), kept, strict=True):
                os.dup2(copy, stream)
                os.close(copy)
            for logger in loggers:
                logger.removeHandler(listener)
            heard += [[entry.category.__name__, str(entry.message)[:MOST]] for entry in warned]
            heard += [["log", text[:MOST]] for text in listener.texts]
            spoken.seek(0)
            text = spoken.read().decode("utf-8", "replace")
            heard.append(["log", text[-MOST:]])


class _Listener(logging.Handler):
    """Keeps what loggers write."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        with contextlib.suppress(Exception):
            self.texts.append(record.getMessage())


def _place(error: BaseException, file: str) -> str:
    """An exception in one line, with the last line of the program that it came from."""
    lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == file]
    text = (str(error).strip().splitlines() or [""])[0][:300]
    return f"{type(error).__name__}: {text}" + (f" (line {lines[-1]})" if lines else "")


def _versions(modules: list[str], owners: Any) -> dict[str, str]:
    names = {owner.replace("_", "-") for module in modules for owner in owners.get(module, [])}
    versions = {
        # A local part such as `+cpu` tells where a package came from, not what it is.
        name: importlib.metadata.version(name).partition("+")[0]
        for name in sorted(names, key=str.lower)
    }
    return {"Python": platform.python_version(), **versions}


def _size(file: Path) -> int:
    return file.stat().st_size if file.is_file() else 0


if __name__ == "__main__":
    main(sys.argv[1])
