"""The mutants of a Python module: small faults that Cosmic Ray puts into it, one at a time.

Left out are those that say nothing of the tests: in annotations, which are not executed as code; by
identity, which are the same for what Python keeps once; what mypy checks: that a record is frozen, and
imports for types alone; and all but one or two stand-ins of an operator, as a test that sees these sees
the others (for comparisons: Kaminski, Ammann and Offutt, "Improving logic-based testing", 2013).
"""

import ast
import pickle
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import MutationVisitor
from cosmic_ray.plugins import get_operator, operator_names

# For each operator, what stands in for it.
STAND_INS = {
    "Add": ("Sub",), "Sub": ("Add",), "Mul": ("Div",), "Div": ("Mul", "FloorDiv"), "FloorDiv": ("Div",),
    "Mod": ("Mul",), "Pow": ("Mul",), "BitOr": ("BitAnd",), "BitAnd": ("BitOr",), "BitXor": ("BitOr",),
    "RShift": ("LShift",), "LShift": ("RShift",),
    "Eq": ("NotEq", "LtE", "GtE"), "NotEq": ("Eq", "Lt", "Gt"),
    "Lt": ("LtE", "GtE"), "LtE": ("Lt", "Gt"), "Gt": ("GtE", "LtE"), "GtE": ("Gt", "Lt"),
    "In": ("NotIn",), "NotIn": ("In",), "Is": ("IsNot",), "IsNot": ("Is",),
}  # fmt: skip
_REPLACED = re.compile(r"Replace(?:Binary|Comparison)Operator_([A-Za-z]+)_([A-Za-z]+)$")
# A sign that goes is tried by the operator that deletes it.
_SAME = re.compile(r"ReplaceUnaryOperator_\w+_(UAdd|Invert|Not)$")
_FOR_TYPES = re.compile(r"@dataclass\(.*\bfrozen=False|if not TYPE_CHECKING:")
MOST = 300


@dataclass(frozen=True)
class Mutant:
    """A module with one fault: its whole text, and the lines that differ."""

    line: int
    was: str
    now: str
    text: str


def mutants(file: Path, most: int = MOST) -> tuple[list[Mutant], int]:
    """The mutants of a file, in the order of lines, and how many there are in all.

    Of more than `most`, the same sample each time: it depends on the mutant alone, so that a change elsewhere
    in the file leaves it nearly the same.
    """
    text = file.read_text(encoding="utf-8")
    unique = {mutant.text: mutant for mutant in _all(text)}
    found = list(unique.values())
    if len(found) > most:
        kept = sorted(found, key=lambda mutant: random.Random(mutant.was + mutant.now).random())[:most]
    else:
        kept = found
    return sorted(kept, key=lambda mutant: mutant.line), len(found)


def _all(text: str) -> Iterator[Mutant]:
    spans = list(_annotations(text))
    parsed = get_ast(text)
    stored = pickle.dumps(parsed)  # a copy of it is ten times as fast as to parse it again
    for name in operator_names():
        operator_class = get_operator(name)
        short = name.partition("/")[2]
        if operator_class.arguments() or not _wanted(short):
            continue
        operator = operator_class()
        places = [place for node in ast_nodes(parsed) for place in operator.mutation_positions(node)]
        for occurrence, (start, _) in enumerate(places):
            if any(first <= start < last for first, last in spans):
                continue
            visitor = MutationVisitor(occurrence, operator)
            try:
                mutated = visitor.walk(pickle.loads(stored)).get_code()
            except AttributeError:  # Cosmic Ray 8.7.0 cannot replace an exception with a dotted name
                continue
            if visitor.mutation_applied and mutated != text and (mutant := _mutant(text, mutated)):
                yield mutant


def _wanted(name: str) -> bool:
    match = _REPLACED.search(name)
    return match[2] in STAND_INS[match[1]] if match else not _SAME.search(name)


def _mutant(text: str, mutated: str) -> Mutant | None:
    """The first and last lines that differ; None where only the form does."""
    try:
        if _meaning(text) == ast.dump(ast.parse(mutated)):
            return None
    except SyntaxError:
        return None
    old, new = text.split("\n"), mutated.split("\n")
    start = next(index for index, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1])
    end = next(
        index
        for index, pair in enumerate(zip(reversed(old), reversed(new), strict=False))
        if pair[0] != pair[1]
    )
    was, now = (" ".join(part.strip() for part in lines[start : len(lines) - end]) for lines in (old, new))
    return None if _FOR_TYPES.match(now) else Mutant(start + 1, was, now, mutated)


@cache
def _meaning(text: str) -> str:
    return ast.dump(ast.parse(text))


def _annotations(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Where annotations start and end: line and column, as Cosmic Ray counts them."""
    for node in ast.walk(ast.parse(text)):
        for name in ("annotation", "returns"):
            part = getattr(node, name, None)
            # A field's limits stand within `Annotated[...]`, and are executed.
            if isinstance(part, ast.expr) and "Annotated" not in ast.dump(part):
                yield (part.lineno, part.col_offset), (part.end_lineno or 0, part.end_col_offset or 0)
