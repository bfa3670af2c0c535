"""The result of one process: one side of an example pair, as the harness wrote it."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Leaf:
    """An array, number or text inside a value.

    `place` is where in the value it stands: `[0]`, `['bias']`, or empty if it is the value.
    """

    place: str
    dtype: str
    shape: tuple[int, ...]
    data: tuple[Any, ...]

    @property
    def is_text(self) -> bool:
        """Whether its entries are texts."""
        return any(isinstance(entry, str) for entry in self.data)


# The leaves of each value by its name; a text says why a value cannot be kept.
Values = dict[str, list[Leaf] | str]


@dataclass(frozen=True)
class Failure:
    """An exception that a program ended with, and the line of its file that raised it."""

    type: str
    message: str
    line: int


@dataclass(frozen=True)
class Statement:
    """A statement of a program: the operations that a framework executed for it, and whether it names one."""

    line: int
    operations: tuple[str, ...]
    touches: bool


@dataclass(frozen=True)
class Changed:
    """What runs with other inputs showed: the values that moved, and why a change could not be run.

    `values` are those of each change that was run, by its name.
    """

    moved: frozenset[str] = frozenset()
    failures: dict[str, Failure] = field(default_factory=dict)
    values: dict[str, Values] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """Values, printed texts, warnings (lines of standard error), versions of one side."""

    printed: str
    warned: tuple[str, ...]
    values: Values
    versions: dict[str, str]
    seconds: float
    present: tuple[str, ...] = ()
    network: tuple[str, ...] = ()
    failure: Failure | None = None
    mistake_printed: str = ""
    mistake_values: Values = field(default_factory=dict)
    mistake_failure: Failure | None = None
    statements: tuple[Statement, ...] = ()
    changed: Changed = Changed()


def values_of(taken: dict[str, Any]) -> Values:
    """The values of the harness's JSON."""
    return {
        name: leaves if isinstance(leaves, str) else [_leaf(leaf) for leaf in leaves]
        for name, leaves in taken.items()
    }


def failure_of(error: dict[str, Any] | None) -> Failure | None:
    """The failure of the harness's JSON."""
    return Failure(**error) if error else None


def statements_of(statements: list[dict[str, Any]]) -> tuple[Statement, ...]:
    """The statements of the harness's JSON."""
    return tuple(
        Statement(entry["line"], tuple(entry["operations"]), entry["touches"]) for entry in statements
    )


def _leaf(leaf: dict[str, Any]) -> Leaf:
    return Leaf(leaf["place"], leaf["dtype"], tuple(leaf["shape"]), tuple(leaf["data"]))
