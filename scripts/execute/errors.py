"""Runs the programs that produce error messages, and compares what they raise with what pages state.

Programs that import the same frameworks share one process, which imports them once and forks for each.
"""

import json
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts import dates
from scripts.content import error_files, error_message, imports, source
from scripts.execute import confined, environment, error_worker
from scripts.model.error import ErrorMessage

WORKER = Path(error_worker.__file__)
TIME_LIMIT = 60  # seconds, of each function of a program
START = 120  # seconds in which the frameworks are imported
MOST_LETTERS = 3000  # of a recorded message
# What is imported before the programs, by the modules of a program that need it.
PRELOADED = {
    "tensorflow": frozenset({"tensorflow", "keras", "tf2onnx"}),
    "torch": frozenset({"torch", "torchvision", "onnxscript"}),
}


@dataclass(frozen=True)
class Batch:
    """Programs that share a process: the environment, what it imports first, and the ids."""

    environment: str
    preload: tuple[str, ...]
    names: tuple[str, ...]


def batches(docs: Path, messages: Mapping[str, ErrorMessage]) -> list[Batch]:
    """The programs of messages by what they share; one that must be alone shares nothing."""
    shared: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    alone = []
    for name, message in messages.items():
        if message.alone:
            alone.append(Batch(message.environment, (), (name,)))
            continue
        modules = imports.modules(source.read(error_files.program_of(docs, name)))
        preload = tuple(first for first, needing in PRELOADED.items() if modules & needing)
        shared.setdefault((message.environment, preload), []).append(name)
    return [*(Batch(*key, tuple(names)) for key, names in sorted(shared.items())), *alone]


def run(docs: Path, batch: Batch, with_versions: bool) -> dict[str, dict[str, Any]]:
    """Run the programs of a batch. Returns each one's answer, as `error_worker` writes it.

    Raises:
        ProgramError: the environment is missing, or the process that the programs share failed.

    """
    python = environment.interpreter(batch.environment)
    files = {name: error_files.program_of(docs, name) for name in batch.names}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place).resolve()
        request = {
            "preload": batch.preload, "seconds": TIME_LIMIT, "versions": with_versions,
            "programs": [
                {
                    "id": name,
                    "file": str(file.absolute()),
                    "modules": sorted(imports.modules(source.read(file))),
                }
                for name, file in files.items()
            ],
        }  # fmt: skip
        limits = confined.Limits(START + 2 * TIME_LIMIT * len(files))
        command: list[str | Path] = [python, "-P", WORKER, json.dumps(request)]
        done = confined.run(command, folder, [WORKER, *files.values()], limits)
        answers = folder / error_worker.ANSWERS
        found: dict[str, dict[str, Any]] = {}
        if answers.exists():
            found = json.loads(answers.read_text(encoding="utf-8"))
    for name in batch.names:
        if name not in found:
            why = done.stopped or f"failed with exit code {done.code}: {done.last_error}"
            found[name] = {"stopped": f"was not run: the process that programs share {why}"}
    return found


def checked(docs: Path, name: str, message: ErrorMessage, answer: Mapping[str, Any]) -> error_files.Run:
    """What a program's answer shows, if it is what its page states.

    Raises:
        ProgramError: it is not: another message or none, or the cure fails or gives the message, too.

    """
    if answer.get("asked"):
        place = ", ".join(answer["asked"])
        raise environment.ProgramError(f"it asks the network for {place}; make the data in the program")
    if answer.get("stopped"):
        raise environment.ProgramError(f"it {answer['stopped']}; run its functions by hand")
    if answer["failed"]:
        raise environment.ProgramError(f"it fails {answer['failed']}; correct the program")
    form = message.message[0]
    said = [answer["raised"]] if answer["raised"] else []
    if message.kind == "warning":
        if said:
            raise environment.ProgramError(f"`wrong` stops with {_brief(*said[0])}; a warning stops nothing")
        said = answer["heard"]["wrong"]
    if not said:
        raise environment.ProgramError("`wrong` raises nothing; get the message, or state it as a warning")
    fitting = [(kind, text) for kind, text in said if error_message.matches(form, text)]
    if not fitting:
        heard = "; ".join(_brief(kind, text) for kind, text in said if text.strip()) or "nothing"
        raise environment.ProgramError(f"`wrong` gives another message: {heard}; state that one")
    kinds = sorted({kind for kind, _ in fitting})
    if message.type not in kinds:
        raise environment.ProgramError(f"its `type` is {' or '.join(kinds)}, not {message.type}; correct it")
    for kind, text in answer["heard"]["right"]:
        if error_message.matches(form, text):
            raise environment.ProgramError(f"the cure gives the message, too: {_brief(kind, text)}; cure it")
    text = next(text for kind, text in fitting if kind == message.type)
    settled = _piece(error_message.settled(text, answer["folder"]), form, message)
    return error_files.Run(
        error_files.fingerprint(docs, name), message.type, settled, answer["versions"], dates.today()
    )


def compare(docs: Path, name: str, done: error_files.Run) -> None:
    """Compare a run with what is recorded of the program.

    Raises:
        ProgramError: there is no record, or the program or its message is not the recorded one.

    """
    record = error_files.read_record(docs, name)
    remedy = f"run `python -m scripts errors {name}` and read the difference"
    if record is None:
        raise environment.ProgramError(f"it has no record; {remedy}")
    if record.program != done.program:
        raise environment.ProgramError(f"it changed after its record was made; {remedy}")
    if record.message != done.message:
        was, now = (error_message.flat(text)[:400] for text in (record.message, done.message))
        raise environment.ProgramError(f"the message was “{was}” and is “{now}”; {remedy}")


def results(
    docs: Path, messages: Mapping[str, ErrorMessage], with_versions: bool
) -> Iterator[tuple[str, error_files.Run | environment.ProgramError]]:
    """Run all these programs; each one's run, or why it is none, as soon as its batch has ended."""
    for batch in batches(docs, messages):
        try:
            answers = run(docs, batch, with_versions)
        except environment.ProgramError as error:
            yield from ((name, error) for name in batch.names)
            continue
        for name in batch.names:
            try:
                yield name, checked(docs, name, messages[name], answers[name])
            except environment.ProgramError as error:
                yield name, error


def _piece(text: str, form: str, message: ErrorMessage) -> str:
    """A message as it is recorded; of all that a process wrote, the lines of the message alone."""
    if message.type == "log":
        lines = text.split("\n")
        # The fewest lines that hold it.
        spans = (
            "\n".join(lines[first : first + count])
            for count in range(1, len(lines) + 1)
            for first in range(len(lines) - count + 1)
        )
        text = next((span for span in spans if error_message.matches(form, span)), text)
    return text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS].rsplit("\n", 1)[0] + "\n…"


def _brief(kind: str, text: str) -> str:
    return f"{kind}: {error_message.flat(text)[:600]}"
