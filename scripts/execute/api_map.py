"""Runs the entries of the API map, both sides at once, and compares what they show with what is stated.

One process a framework runs all entries, so that it is imported once.
"""

import json
import math
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts import dates
from scripts.content import api_record
from scripts.content.api_record import Shown
from scripts.execute import api_names, api_notebook, api_worker, confined, environment
from scripts.execute.pairs import harness
from scripts.model.api_map import IMPORTS, Entry, EntryCase
from scripts.model.api_names import PublicNames
from scripts.model.framework import FRAMEWORKS, OTHER, Framework

WORKER = Path(api_worker.__file__)
LISTER = Path(api_names.__file__)
HARNESS = Path(harness.__file__)
TIME_LIMIT = 30  # seconds, of the lines of one entry
START = 180  # seconds in which a framework is imported
ENVIRONMENT = "frameworks"
# A result must move by more than this many times what it may differ when the inputs are others.
MOVES = 2

MODULES: dict[Framework, tuple[str, ...]] = {
    "tensorflow": ("tensorflow", "keras"),
    "pytorch": ("torch", "torchvision"),
}
# What warns when it is first imported, whichever entry that happens to be: imported before all of them.
WARNING: dict[Framework, tuple[str, ...]] = {"tensorflow": ("tf2onnx",), "pytorch": ()}
PACKAGES: dict[Framework, tuple[str, ...]] = {
    "tensorflow": ("keras", "numpy", "tensorflow-cpu"),
    "pytorch": ("numpy", "torch", "torchvision"),
}

Answers = dict[Framework, dict[str, Any]]
# Each name's parameters with their defaults as text, empty where one must be given.
Parameters = Mapping[str, list[tuple[str, str]]]


@dataclass(frozen=True)
class Fault:
    """What is wrong with an entry: the key of its data that shows it, the fault and the remedy."""

    key: tuple[str, ...]
    fault: str
    remedy: str


def run(entries: Sequence[Entry]) -> tuple[Answers, dict[str, str]]:
    """The answers of each side by entry, as the worker writes them, and the versions of both.

    Raises:
        ProgramError: the environment is missing, or a process failed before its first entry.

    """
    with ThreadPoolExecutor(len(FRAMEWORKS)) as pool:
        answers = dict(zip(FRAMEWORKS, pool.map(lambda side: _side(side, entries), FRAMEWORKS), strict=True))
    versions: dict[str, str] = {}
    for answer in answers.values():
        versions |= answer["versions"]
    return {side: answer["answers"] for side, answer in answers.items()}, versions


def _side(side: Framework, entries: Sequence[Entry]) -> dict[str, Any]:
    """What one process answers for the entries that have code for this side."""
    python = environment.interpreter(ENVIRONMENT)
    own = [entry for entry in entries if side in entry.code]
    request = {
        "side": side, "seconds": TIME_LIMIT, "modules": MODULES[side], "warning": WARNING[side],
        "packages": PACKAGES[side], "imports": IMPORTS[side], "harness": str(HARNESS),
        "entries": [
            {
                "id": entry.id, "names": entry.names(side), "inputs": entry.inputs or "",
                "tensors": [] if entry.arrays else api_notebook.assigned(entry.inputs or ""),
                "code": entry.code[side], "alone": entry.alone,
                "others": {name: entry.lines_with(side, name) or "" for name in entry.names(side)[1:]},
                "mistake": entry.mistake.code if entry.mistake and entry.mistake.side == side else None,
                "cases": _case_lines(entry, side),
            }
            for entry in own
        ],
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place).resolve()
        (folder / "request.json").write_text(json.dumps(request), encoding="utf-8")
        command: list[str | Path] = [python, "-P", WORKER, "request.json"]
        limits = confined.Limits(START + TIME_LIMIT + 2 * len(own))
        done = confined.run(command, folder, [WORKER, HARNESS], limits)
        file = folder / api_worker.ANSWERS
        why = done.stopped or f"failed with exit code {done.code}: {done.last_error}"
        if not file.exists():
            raise environment.ProgramError(f"the process of {FRAMEWORKS[side]} {why}")
        answer: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    for entry in own:
        answer["answers"].setdefault(entry.id, {"failed": f"was not run: the process {why}", "line": 0})
    if done.asked:
        raise environment.ProgramError(f"an entry asks the network for {', '.join(done.asked)}")
    return answer


def _case_lines(entry: Entry, side: Framework) -> dict[str, str]:
    """The lines of the cases of an entry for a side, each by the number of its case and what it is."""
    lines = {f"{index} code": case.code[side] for index, case in enumerate(entry.cases) if side in case.code}
    return lines | {
        f"{index} wrong": case.wrong
        for index, case in enumerate(entry.cases)
        if case.wrong and case.side != side
    }


def public_names(versions: dict[str, str]) -> PublicNames:
    """The public names of both frameworks, as they are installed; `versions` are those of a run.

    Raises:
        ProgramError: the environment is missing, or a process failed.

    """
    python = environment.interpreter(ENVIRONMENT)
    modules: dict[str, list[str]] = {}
    aliases: dict[str, str] = {}
    for side in FRAMEWORKS:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place).resolve()
            done = confined.run([python, "-P", LISTER, side], folder, [LISTER], confined.Limits(START))
        if done.code or done.stopped:
            raise environment.ProgramError(
                f"the names of {FRAMEWORKS[side]}: {done.stopped or done.last_error}"
            )
        found = json.loads(done.printed.strip().splitlines()[-1])
        modules |= found["modules"]
        aliases |= found["aliases"]
    return PublicNames(
        recorded=dates.today(),
        versions=versions,
        counted={side: list(api_names.COUNTED[side]) for side in FRAMEWORKS},
        modules=modules,
        aliases=aliases,
    )


def judge(entry: Entry, answers: Mapping[Framework, Mapping[str, Any]]) -> tuple[Shown | None, list[Fault]]:
    """What a run of an entry shows, or None and every fault."""
    own = {side: answers[side][entry.id] for side in entry.sides}
    faults = [fault for side in entry.sides for fault in _side_faults(entry, side, own[side])]
    if faults:
        return None, faults
    parameters: Parameters = {
        name: [(argument, default) for argument, default in found]
        for side in entry.sides
        for name, found in own[side]["parameters"].items()
    }
    written = {
        name: ", ".join(f"{argument}={default}" if default else argument for argument, default in found)
        for name, found in parameters.items()
    }
    defaults = _other_defaults(entry, parameters)
    difference = mistake = None
    cases: list[float | str | None] = []
    types: dict[Framework, str] = {side: _types(own[side]["values"][0]) for side in entry.sides}
    if len(entry.sides) == len(FRAMEWORKS):
        ours, theirs = (own[side]["values"][0] for side in FRAMEWORKS)
        difference, found = _compared(entry, ours, theirs)
        faults += found
        mistake, found = _mistaken(entry, own, theirs, ours)
        faults += found
        for index, case in enumerate(entry.cases):
            wrong, found = _case(entry, case, index, own)
            cases.append(wrong)
            faults += found
        faults += _class_faults(entry, parameters, defaults, {} if faults else types)
    warned: dict[Framework, list[str]] = {side: own[side]["warned"] for side in entry.sides}
    shown = Shown(api_record.fingerprint(entry), difference, mistake, types, written, defaults, warned, cases)
    return (None if faults else shown), faults


def _side_faults(entry: Entry, side: Framework, answer: Mapping[str, Any]) -> Iterator[Fault]:
    """Names that there are not, lines that fail, names that lines do not use, results that never move."""
    if answer.get("missing"):
        for name in answer["missing"]:
            yield Fault((side,), f"there is no {name} in the pinned {FRAMEWORKS[side]}", "correct the name")
        return
    if answer["failed"]:
        place = f" (line {answer['line']} of {FRAMEWORKS[side]}'s)" if answer["line"] else ""
        yield Fault(("code", side), f"{answer['failed']}{place}", "correct the lines")
        return
    names = entry.names(side)
    if names and names[0] not in answer["used"]:
        yield Fault(
            ("code", side),
            f"its lines of {FRAMEWORKS[side]} do not use {names[0]}",
            "call it, or put the name that they call first",
        )
    first, second = answer["values"]
    for name, other in answer["others"].items():
        if other["failed"]:
            fault = f"with {name}, {other['failed']}"
            yield Fault((side,), fault, "give lines for it under `also`, or make it an entry of its own")
        elif not entry.random and not _greatest(first, other["value"]) <= entry.within:
            fault = f"{name} gives another result than {names[0]}"
            yield Fault((side,), fault, "make it an entry of its own, or correct its lines under `also`")
    if not first:
        yield Fault(("code", side), "its result is empty", "compare a result that has numbers")
    moved = _greatest(first, second) > MOVES * (0 if entry.random else entry.within)
    if entry.inputs and not entry.fixed and not moved:
        yield Fault(
            ("inputs",),
            f"its result stays the same in {FRAMEWORKS[side]} when the inputs are others",
            "compare a result that depends on them, or say `fixed: true`",
        )
    if entry.inputs and entry.fixed and moved:
        yield Fault(("fixed",), "its result changes with the inputs", "remove `fixed`")


def _compared(
    entry: Entry, ours: list[dict[str, Any]], theirs: list[dict[str, Any]]
) -> tuple[float, list[Fault]]:
    faults = []
    if (shapes := _shapes(ours)) != (others := _shapes(theirs)):
        fault = f"its result is of shape {shapes} in TensorFlow and {others} in PyTorch"
        return math.inf, [Fault(("code",), fault, "compare the same thing")]
    difference = _greatest(ours, theirs, relative=not entry.random)
    allowed = entry.random or entry.within
    if not difference <= allowed:
        fault = f"its results differ by {difference:.2g}, and {allowed:g} is allowed"
        faults.append(Fault(("code",), fault, "correct the lines of one side"))
    types = [_types(side) for side in (ours, theirs)]
    if (types[0] != types[1]) != entry.other_type:
        fault = f"its result is {types[0]} in TensorFlow and {types[1]} in PyTorch"
        remedy = (
            "remove `other_type`" if entry.other_type else "make them one type, or say `other_type: true`"
        )
        faults.append(Fault(("other_type",) if entry.other_type else ("code",), fault, remedy))
    return difference, faults


def _mistaken(
    entry: Entry, own: Mapping[Framework, Mapping[str, Any]], theirs: list[Any], ours: list[Any]
) -> tuple[float | str | None, list[Fault]]:
    """By how much the mistake is wrong beside the other side, or what it stops with."""
    if entry.mistake is None:
        return None, []
    done = own[entry.mistake.side]["mistake"]
    right = theirs if entry.mistake.side == "tensorflow" else ours
    wrong, difference = _wrong(entry, done, right)
    if wrong is not None:
        return wrong, []
    fault = f"its mistake differs by {difference:.2g} alone, so it is none"
    return None, [Fault(("mistake",), fault, "show lines that give another result")]


def _wrong(entry: Entry, done: Mapping[str, Any], right: list[Any]) -> tuple[float | str | None, float]:
    """By how much lines that should be wrong are, or what they stop with; None if they are right."""
    if done["failed"]:
        return str(done["failed"]).removeprefix("its code stops with "), math.inf
    if _shapes(done["value"]) != _shapes(right):
        return f"another shape: {_shapes(done['value'])} in place of {_shapes(right)}", math.inf
    difference = _greatest(right, done["value"])
    if difference > max(10 * entry.within, 1e-4):
        return difference, difference
    if (types := _types(done["value"])) != _types(right):
        return f"another type: {types} in place of {_types(right)}", difference
    return None, difference


def _case(
    entry: Entry, case: EntryCase, index: int, own: Mapping[Framework, Mapping[str, Any]]
) -> tuple[float | str | None, list[Fault]]:
    """By how much the wrong lines of a case are, or what they stop with; and what contradicts the case."""
    key = ("cases",)
    results = {side: own[side]["cases"][f"{index} code"] for side in case.code}
    for side, done in results.items():
        if done["failed"]:
            fault = f"case {index + 1}: {done['failed']} (line {done['line']} of {FRAMEWORKS[side]}'s)"
            return None, [Fault(key, fault, "correct the lines")]
    right = results[case.side]["value"]
    if len(results) == len(FRAMEWORKS):
        ours, theirs = (results[side]["value"] for side in FRAMEWORKS)
        difference = _greatest(ours, theirs, relative=not entry.random)
        if not difference <= (entry.random or entry.within):
            fault = f"case {index + 1}: its results differ by {difference:.2g}"
            return None, [Fault(key, fault, "correct the lines of one side")]
    if case.wrong is None:
        return None, []
    wrong, difference = _wrong(entry, own[OTHER[case.side]]["cases"][f"{index} wrong"], right)
    if wrong is not None:
        return wrong, []
    fault = f"case {index + 1}: its wrong lines differ by {difference:.2g} alone, so they are right"
    return None, [Fault(key, fault, "show lines that give another result")]


def _class_faults(
    entry: Entry,
    parameters: Parameters,
    defaults: list[list[str]],
    types: Mapping[Framework, str],
) -> Iterator[Fault]:
    """What contradicts the class of an entry: its arguments, defaults and types as they were looked up."""
    known = {side: {name for name, _ in parameters.get(_first(entry, side), [])} for side in FRAMEWORKS}
    first = next(iter(parameters.get(_first(entry, "tensorflow"), [])), ["", ""])[0]
    # Calls give the first argument by its place, whatever it is called.
    named = {ours: theirs for ours, theirs in entry.arguments.items() if ours != first}
    for ours, theirs in entry.arguments.items():
        for side, argument in zip(FRAMEWORKS, (ours, theirs), strict=True):
            plain = argument.lstrip("*")
            takes_any = any(name.startswith("**") for name in known[side])
            if argument not in known[side] and plain not in known[side] and not takes_any:
                name = _first(entry, side)
                listed = ", ".join(sorted(known[side])) or "none"
                fault = f"{name} has no argument `{argument}`"
                yield Fault(("arguments",), fault, f"correct it; it has {listed}")
        if ours == theirs:
            yield Fault(("arguments",), f"`{ours}` has the same name in both", "remove it")
    yield from _note_faults(entry, {name for names in known.values() for name in names})
    yield from _case_faults(entry, parameters)
    if entry.match == "same":
        names = [name.rpartition(".")[2].lower() for name in (entry.tensorflow[0], entry.pytorch[0])]
        if names[0] != names[1]:
            yield Fault(
                ("match",), "its names differ, and `same` says that they do not", "write `other-name`"
            )
    if entry.match in {"same", "other-name"} and named:
        yield Fault(("match",), f"arguments differ, and `{entry.match}` says no", "write `other-arguments`")
    if entry.match == "other-arguments" and not named:
        yield Fault(("match",), "no argument but the first differs", "give `arguments`, or another class")
    if entry.match in {"same", "other-name", "other-arguments"} and defaults:
        told = "; ".join(f"{a} is {b}, and {c} is {d}" for a, b, c, d in defaults)
        yield Fault(("match",), f"defaults differ: {told}", "write `other-defaults`, and say it in `differs`")
    if entry.match == "other-defaults" and not defaults and entry.mistake is None:
        yield Fault(
            ("match",), "no default is seen to differ", "give the `mistake` that shows it, or another class"
        )
    if entry.match in {"same", "other-name"} and len(set(types.values())) > 1:
        yield Fault(("match",), "its results are of other types", "write `other-result`, with a `mistake`")


def _note_faults(entry: Entry, takes: set[str]) -> Iterator[Fault]:
    for argument in entry.notes:
        if argument not in takes and not any(name.startswith("**") for name in takes):
            fault = f"neither name has the argument `{argument}`, of which `notes` speaks"
            yield Fault(("notes",), fault, f"correct it; they have {', '.join(sorted(takes))}")


def _case_faults(entry: Entry, parameters: Parameters) -> Iterator[Fault]:
    for case in entry.cases:
        takes = {name for own in entry.names(case.side) for name, _ in parameters.get(own, [])}
        if any(name.startswith("**") for name in takes):
            continue
        for argument in case.given.keys() - takes:
            fault = f"{_first(entry, case.side)} has no argument `{argument}`, of which a case speaks"
            listed = ", ".join(sorted(takes)) or "none"
            yield Fault(("cases",), fault, f"correct it; it has {listed}")


def _first(entry: Entry, side: Framework) -> str:
    return next(iter(entry.names(side)), "")


def _other_defaults(entry: Entry, parameters: Parameters) -> list[list[str]]:
    """The arguments that both sides have, and leave out with another meaning: plain values alone."""
    if not (entry.tensorflow and entry.pytorch):
        return []
    ours, theirs = (dict(parameters.get(_first(entry, side), [])) for side in FRAMEWORKS)
    paired = {**{name: name for name in ours if name in theirs}, **entry.arguments}
    return [
        [one, ours[one], other, theirs[other]]
        for one, other in paired.items()
        if _is_plain(ours.get(one)) and _is_plain(theirs.get(other)) and not _same(ours[one], theirs[other])
    ]


def _is_plain(default: str | None) -> bool:
    """Whether a default is a number or a truth value; None, texts and objects mean many things."""
    if default in {"True", "False"}:
        return True
    try:
        float(default or "")
    except ValueError:
        return False
    return True


def _same(one: str, other: str) -> bool:
    return one == other or (
        one not in {"True", "False"} and other not in {"True", "False"} and float(one) == float(other)
    )


def _shapes(leaves: Iterable[Mapping[str, Any]]) -> str:
    return "; ".join(f"{leaf['place']}{leaf['shape']}" for leaf in leaves)


def _types(leaves: Iterable[Mapping[str, Any]]) -> str:
    """The types of the numbers of a result, each once; a number of Python counts as any width."""
    return ", ".join(dict.fromkeys(str(leaf["dtype"]) for leaf in leaves))


def _greatest(
    ours: Sequence[Mapping[str, Any]], theirs: Sequence[Mapping[str, Any]], relative: bool = True
) -> float:
    """The greatest difference of any two entries, in units of the value where that is above 1."""
    if _shapes(ours) != _shapes(theirs):
        return math.inf
    return max(
        (
            _apart(one, other, relative)
            for leaf, same in zip(ours, theirs, strict=True)
            for one, other in zip(leaf["data"], same["data"], strict=True)
        ),
        default=0.0,
    )


def _apart(one: Any, other: Any, relative: bool) -> float:
    if isinstance(one, str) or isinstance(other, str):
        return 0.0 if one == other else math.inf
    if one == other or (math.isnan(one) and math.isnan(other)):
        return 0.0
    difference = abs(one - other) / (max(1.0, abs(one)) if relative else 1.0)
    return math.inf if math.isnan(difference) else float(difference)
