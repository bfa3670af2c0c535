"""The programs that produce error messages, and the records of their runs.

A program is `docs/errors/<id>.py`, with two functions: `wrong` gets the message, `right` is the cure and
asserts that it works. A page shows the body of each as a script of its own, below what both share. Its
record, `<id>.run.json`, is written by `python -m scripts errors` alone.
"""

import ast
import datetime
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from scripts.content import run_record

FOLDER = "errors"
Part = Literal["wrong", "right"]
PARTS: tuple[Part, ...] = ("wrong", "right")


@dataclass(frozen=True)
class Run:
    """A recorded run: fingerprint of the program, what it raised, versions by name, and the day."""

    program: str
    type: str
    message: str
    versions: dict[str, str]
    recorded: datetime.date


def program_of(docs: Path, name: str) -> Path:
    """The program of a message, whether or not there is one."""
    return docs / FOLDER / f"{name}.py"


def record_of(docs: Path, name: str) -> Path:
    """The record of its run."""
    return docs / FOLDER / f"{name}.run.json"


def fingerprint(docs: Path, name: str) -> str:
    """The SHA-256 of the program, the same whatever the line endings of the checkout."""
    return run_record.fingerprint(program_of(docs, name))


def read_record(docs: Path, name: str) -> Run | None:
    """The record of a program, or None if there is none that can be read."""
    return run_record.read(record_of(docs, name), Run)


def write_record(docs: Path, name: str, run: Run) -> Path:
    """Write the record beside the program. Returns the file."""
    return run_record.write(record_of(docs, name), asdict(run))


def shown(program: str, part: Part) -> str:
    """What a page shows of a program: what it shares that one function needs, then its body, as a script.

    Empty if the program has no such function.
    """
    tree = ast.parse(program)
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    if part not in functions:
        return ""
    lines = program.split("\n")
    first = min(functions[name].lineno for name in PARTS if name in functions)
    left_out = _unneeded([node for node in tree.body if node.lineno < first], functions[part])
    shared = "\n".join(line for number, line in enumerate(lines[: first - 1], 1) if number not in left_out)
    shared = re.sub(r"\n{4,}", "\n\n\n", shared).strip()
    start = _start(functions[part])
    body = textwrap.dedent("\n".join(lines[start : functions[part].end_lineno]))
    return f"{shared}\n\n{body}".strip() if shared else body.strip()


def _unneeded(shared: Sequence[ast.stmt], function: ast.FunctionDef) -> set[int]:
    """The numbers of the lines that define what a function does not need, neither itself nor by others."""
    kept = [node for node in shared if not _defined(node)]
    needed = {node.id for part in (function, *kept) for node in ast.walk(part) if isinstance(node, ast.Name)}
    for node in reversed(shared):  # what a definition needs stands before it
        if _defined(node) & needed:
            needed |= {name.id for name in ast.walk(node) if isinstance(name, ast.Name)}
    dropped = [node for node in shared if _defined(node) and not _defined(node) & needed]
    return {
        number
        for node in dropped
        for number in range(
            min([node.lineno, *(entry.lineno for entry in getattr(node, "decorator_list", ()))]),
            (node.end_lineno or node.lineno) + 1,
        )
    }


def _defined(node: ast.stmt) -> set[str]:
    """The names that a statement defines, if that is all it does."""
    match node:
        case ast.Import() | ast.ImportFrom():
            return {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
        case ast.FunctionDef() | ast.ClassDef():
            return {node.name}
        case ast.Assign():
            return {
                name.id for target in node.targets for name in ast.walk(target) if isinstance(name, ast.Name)
            }
    return set()


def _start(function: ast.FunctionDef) -> int:
    """The index of the first line of a body, comments before its first statement included."""
    return function.body[0].lineno - 1 if function.lineno == function.body[0].lineno else function.lineno


def faults(program: str) -> Iterator[tuple[int, str, str]]:
    """Line, fault and remedy of each thing that keeps a program from showing what it claims."""
    try:
        tree = ast.parse(program)
    except (SyntaxError, ValueError):
        return  # the rule `program-form` tells
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    for name in PARTS:
        if name not in functions:
            what = "gets the message" if name == "wrong" else "is the cure"
            yield 1, f"it has no function `{name}`", f"write `def {name}():`, which {what}"
        elif functions[name].args.args:
            yield functions[name].lineno, f"`{name}` takes arguments", "take none; nobody gives it any"
        elif name == "right" and not _has(functions[name], ast.Assert):
            yield functions[name].lineno, "`right` asserts nothing", "assert that the cure works"
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise):
            fault = "it raises by itself, so the message is not the library's"
            yield node.lineno, fault, "get it from the library"
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(
            ("warnings.warn", "logging.warning")
        ):
            yield (
                node.lineno,
                "it warns by itself, so the message is not the library's",
                "get it from the library",
            )
    for function in (functions[name] for name in PARTS if name in functions):
        own = [
            node
            for node in _own(function)
            if isinstance(node, ast.Return | ast.Yield | ast.Nonlocal | ast.Global)
        ]
        for node in own:
            yield node.lineno, "a script has no such statement, and pages show it as one", "write it without"
        if function.name == "wrong" and _has(function, ast.Assert):
            yield function.lineno, "`wrong` asserts, so the message is not the library's", "remove `assert`"


def _has(function: ast.FunctionDef, kind: type[ast.AST]) -> bool:
    return any(isinstance(node, kind) for node in ast.walk(function))


def _own(function: ast.FunctionDef) -> Iterator[ast.AST]:
    """The nodes of a function without those of functions and classes in it."""
    waiting: list[ast.AST] = list(function.body)
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
            waiting += ast.iter_child_nodes(node)
