"""Whether a compared value comes from the framework: by which statements it is computed, and what these did.

The harness reports for each statement of a program which operations a framework executed for it. Which
statements a value is computed by follows from the program: those that assign it, those that assign what they
use, and so on.
"""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from scripts.execute.pairs.observed import Statement

# What shows a value and computes none, though it is handed everything.
_SHOWS = {"print"}


@dataclass(frozen=True)
class Origin:
    """The statements that a value is computed by, as lines; and what a framework did there."""

    lines: tuple[int, ...]
    operations: frozenset[str]
    touches: bool


def origins(program: str, names: Sequence[str], statements: Sequence[Statement]) -> dict[str, Origin]:
    """Where each of the values that a program assigns at its outermost level comes from."""
    seen: dict[int, Statement] = {}
    for entry in statements:  # two on one line are taken together
        other = seen.get(entry.line, Statement(entry.line, (), False))
        operations = (*entry.operations, *other.operations)
        seen[entry.line] = Statement(entry.line, operations, entry.touches or other.touches)
    steps = _with_calls([_step(statement) for statement in ast.parse(program).body])
    return {name: _origin(name, steps, seen) for name in names}


@dataclass(frozen=True)
class _Step:
    """An outermost statement: its line, the names that it assigns, uses, and may change in place."""

    line: int
    assigns: frozenset[str]
    uses: frozenset[str]
    changes: frozenset[str]
    kind: Literal["import", "definition", "assignment", "other"]


def _with_calls(steps: list[_Step]) -> list[_Step]:
    """The steps, where one that names a function of the program may change what that uses, too."""
    bodies: dict[str, frozenset[str]] = {}
    for step in steps:
        if step.kind == "definition":
            bodies |= dict.fromkeys(step.assigns, step.uses)
    full = []
    for step in steps:
        wanted, known = list(step.changes), set(step.changes)
        while wanted:
            more = bodies.get(wanted.pop(), frozenset()) - known
            known |= more
            wanted += more
        full.append(replace(step, changes=frozenset(known)))
    return full


def _step(statement: ast.stmt) -> _Step:
    names = [part for part in ast.walk(statement) if isinstance(part, ast.Name)]
    uses = frozenset(part.id for part in names if isinstance(part.ctx, ast.Load))
    assigns = {part.id for part in names if not isinstance(part.ctx, ast.Load)}
    if isinstance(statement, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        # What is assigned inside is its own; only its name is seen outside.
        own = assigns | {part.arg for part in ast.walk(statement) if isinstance(part, ast.arg)}
        uses -= own - _declared(statement)
        return _Step(statement.lineno, frozenset({statement.name}), uses, frozenset(), "definition")
    if isinstance(statement, ast.Import | ast.ImportFrom):
        assigns = {(alias.asname or alias.name).partition(".")[0] for alias in statement.names}
        return _Step(statement.lineno, frozenset(assigns), uses, frozenset(), "import")
    kind: Literal["assignment", "other"] = "other"
    if isinstance(statement, ast.Assign | ast.AnnAssign | ast.AugAssign):
        kind = "assignment"
    # To assign a part of an object makes what it holds.
    assigns |= {
        name.id
        for part in ast.walk(statement)
        if isinstance(part, ast.Subscript | ast.Attribute) and isinstance(part.ctx, ast.Store)
        for name in ast.walk(part.value)
        if isinstance(name, ast.Name)
    }
    return _Step(statement.lineno, frozenset(assigns), uses, _changes(statement), kind)


def _changes(statement: ast.stmt) -> frozenset[str]:
    """The names of objects that a statement hands to a call, or calls a method of.

    A loop, or another statement with a body, may change all that it uses: a step of an optimizer changes the
    weights that it was given before.
    """
    body = getattr(statement, "body", None)
    if _is_shown(statement) or (body and all(map(_is_shown, body))):
        return frozenset()
    if body:
        return frozenset(part.id for part in ast.walk(statement) if isinstance(part, ast.Name))
    found = set()
    for part in ast.walk(statement):
        if isinstance(part, ast.Call):
            found |= {name.id for name in ast.walk(part) if isinstance(name, ast.Name)}
    return frozenset(found)


def _declared(statement: ast.stmt) -> set[str]:
    """The names that a function says are not its own."""
    return {
        name
        for part in ast.walk(statement)
        if isinstance(part, ast.Global | ast.Nonlocal)
        for name in part.names
    }


def _is_shown(statement: ast.stmt) -> bool:
    return (
        isinstance(statement, ast.Expr)
        and isinstance(statement.value, ast.Call)
        and isinstance(statement.value.func, ast.Name)
        and statement.value.func.id in _SHOWS
    )


def _origin(name: str, steps: Sequence[_Step], seen: Mapping[int, Statement]) -> Origin:
    # What is imported, or defined as a function or class, is not changed by being called or handed on.
    lasting = {one for step in steps if step.kind in ("import", "definition") for one in step.assigns}
    wanted, known = [name], {name}
    lines: set[int] = set()
    while wanted:
        one = wanted.pop()
        for step in steps:
            # That a value is used to compute another one says nothing of where it comes from.
            changed = one in step.changes - lasting and (one != name or step.kind == "other")
            if one in step.assigns or changed:
                lines.add(step.line)
                more = step.uses - known
                known |= more
                wanted += more
    told = [seen[line] for line in lines if line in seen]
    operations = frozenset(operation for entry in told for operation in entry.operations)
    return Origin(tuple(sorted(lines)), operations, any(entry.touches for entry in told))
