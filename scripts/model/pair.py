"""An example pair: the front matter of `docs/examples/<id>/index.md`."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from scripts.model.base import Identifier, RecheckDays, Record, Sentence

Side = Literal["tensorflow", "pytorch"]

SIDES: dict[Side, str] = {"tensorflow": "TensorFlow", "pytorch": "PyTorch"}

Group = Literal["tensors", "gradients", "layers", "training", "data", "graphs", "shipping", "bridges"]

# Groups in the order of the list: title, and the widest difference that needs no reason.
GROUPS: dict[Group, tuple[str, float]] = {
    "tensors": ("Tensors", 1e-6),
    "gradients": ("Gradients", 1e-5),
    "layers": ("Layers and their weights", 1e-5),
    "training": ("Losses, optimizers, loops", 1e-5),
    "data": ("Feeding data", 0.0),
    "graphs": ("Graphs and debugging", 1e-6),
    "shipping": ("Saving and shipping", 1e-5),
    "bridges": ("Legacy and bridges", 1e-5),
}

LEVELS = {1: "First week", 2: "Working knowledge", 3: "Advanced"}

Environment = Literal["frameworks", "executorch", "litert-torch", "tf-keras"]

# A name that the program assigns, at its outermost level.
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Scalar = bool | int | float | str | None


class Value(Record):
    """A value that both programs compute under one name, and how far apart the two may be.

    `within` is the greatest absolute difference allowed; 0 means exactly equal, for texts too.
    `because` is the reason for one wider than the group's.
    """

    name: Name
    within: float = Field(ge=0, lt=1)
    says: str = Field(min_length=5, max_length=120)
    because: Sentence | None = None


class Difference(Record):
    """A value in which the frameworks differ by design, and what it must be in each.

    A float matches if it agrees to six digits.
    """

    name: Name
    tensorflow: Scalar
    pytorch: Scalar
    says: str = Field(min_length=5, max_length=160)

    @model_validator(mode="after")
    def _it_differs(self) -> Self:
        if self.tensorflow == self.pytorch and type(self.tensorflow) is type(self.pytorch):
            raise ValueError("both sides are the same; compare it under `values` instead")
        return self


class Mistake(Record):
    """The usual mistake: `mistake.py`, run at the end of one of the programs.

    Either it assigns `value` anew, wrong by at least `off_by` when compared with the other framework's
    value; or it stops with the exception `raises`.
    """

    continues: Side
    title: str = Field(min_length=5, max_length=80)
    value: Name | None = None
    off_by: float | None = Field(default=None, gt=0)
    raises: str | None = Field(default=None, pattern=r"^[A-Z]\w+$")

    @model_validator(mode="after")
    def _one_of_two_kinds(self) -> Self:
        if (self.value is None) != (self.off_by is None) or (self.value is None) == (self.raises is None):
            raise ValueError("give `value` with `off_by`, or `raises` alone")
        return self


class Direction(Record):
    """How one layer's weights reach the other framework, and the value that shows it."""

    rule: str = Field(min_length=5, max_length=160)
    value: Name


class Transfer(Record):
    """A line of the page “Weights across”: a layer in both directions."""

    layer: str = Field(min_length=3, max_length=80)
    to_pytorch: Direction
    to_tensorflow: Direction


class Pair(Record):
    """One task in both frameworks: what is compared, what differs, what goes wrong.

    `holds_both` is the reason why a process holds both frameworks; `warns` are pieces of the deprecation
    warnings that the page explains; `environments` names another one than `frameworks` for a side.
    """

    question: str = Field(max_length=110, pattern=r"\?$")
    group: Group
    level: Literal[1, 2, 3]
    values: list[Value] = Field(min_length=1)
    differ: list[Difference] = Field(default_factory=list)
    mistake: Mistake
    transfers: list[Transfer] = Field(default_factory=list)
    rows: list[Identifier] = Field(min_length=1, max_length=4)
    tools: list[Identifier]
    recheck_days: RecheckDays
    environments: dict[Side, Environment] = Field(default_factory=dict)
    warns: list[str] = Field(default_factory=list)
    holds_both: Sentence | None = None
    needs_gpu: bool = False
    former_ids: list[Identifier] = Field(default_factory=list)

    @property
    def names(self) -> list[str]:
        """The names of all values that both programs must have."""
        return [value.name for value in self.values] + [entry.name for entry in self.differ]

    def environment(self, side: Side) -> Environment:
        """The environment that runs one side."""
        return self.environments.get(side, "frameworks")

    @model_validator(mode="after")
    def _tolerances_have_reasons(self) -> Self:
        widest = GROUPS[self.group][1]
        for value in self.values:
            if value.within > widest and value.because is None:
                raise ValueError(
                    f"`{value.name}` may differ by {value.within:g}, but its group allows {widest:g}; "
                    "narrow it, or say why in `because`"
                )
        return self

    @model_validator(mode="after")
    def _names_are_known(self) -> Self:
        names = self.names
        twice = {name for name in names if names.count(name) > 1}
        if twice:
            raise ValueError(f"`{sorted(twice)[0]}` stands twice under `values` and `differ`")
        shown = [self.mistake.value] if self.mistake.value else []
        shown += [way.value for line in self.transfers for way in (line.to_pytorch, line.to_tensorflow)]
        for name in shown:
            if name not in names:
                raise ValueError(f"`{name}` is not among `values`; add it there, or correct the name")
        return self
