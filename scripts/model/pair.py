"""An example pair: the front matter of `docs/examples/<id>/index.md`."""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from scripts.model.base import Ask, Identifier, RecheckDays, Record, Sentence, form
from scripts.model.framework import FRAMEWORKS, Framework

Side = Framework
SIDES = FRAMEWORKS

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

# What may make a value differ by more than its group allows, and the greatest part of the value's own size
# that it accounts for.
Cause = Literal["float32-sums", "bfloat16", "int8", "buckets", "border-cases", "random-sampling"]
CAUSES: dict[Cause, float] = {
    "float32-sums": 1e-4,  # sums in another order
    "bfloat16": 2e-2,  # three digits
    "int8": 5e-2,  # steps of a quantised output
    "buckets": 1e-2,  # counts in buckets
    "border-cases": 2e-2,  # samples on the border of two classes
    "random-sampling": 5e-2,
}
# The same for a value that needs no cause.
WITHOUT_CAUSE = 1e-3

# A name that the program assigns, at its outermost level.
Name = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$"), form("a variable's name in lower case")
]
Scalar = bool | int | float | str | None


class Value(Record):
    """A value that both programs compute under one name, and how far apart the two may be."""

    name: Name = Field(description="Variable that holds it in both programs")
    within: float = Field(
        ge=0, lt=1, description="Greatest absolute difference allowed; 0 means exactly equal, for texts too"
    )
    says: str = Field(min_length=5, max_length=120, description="What it is, in a few words")
    because: Sentence | None = Field(
        default=None, description="Why it may differ by more than its group allows; needed then"
    )
    cause: Cause | None = Field(
        default=None, description="What makes it differ by more than its group allows; needed then"
    )
    fixed: Sentence | None = Field(
        default=None, description="Why it stays the same when the inputs are others, if it does"
    )
    unseen: Sentence | None = Field(
        default=None, description="Why no operation of the framework is seen that computes it, if so"
    )


class Difference(Record):
    """A value in which the frameworks differ by design, and what it must be in each."""

    name: Name = Field(description="Variable that holds it in both programs")
    tensorflow: Scalar = Field(description="What it must be in TensorFlow; a float must agree to six digits")
    pytorch: Scalar = Field(description="What it must be in PyTorch; a float must agree to six digits")
    says: str = Field(min_length=5, max_length=160, description="What it is, in a few words")

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

    continues: Side = Field(description="Program at whose end it runs")
    title: str = Field(min_length=5, max_length=80, description="What people get wrong")
    value: Name | None = Field(
        default=None,
        description="Value that it assigns anew and wrongly; give `off_by` with it, or `raises` alone",
    )
    off_by: float | None = Field(
        default=None, gt=0, description="By how much `value` is wrong, at least, beside the other framework's"
    )
    raises: Annotated[str, Field(pattern=r"^[A-Z]\w+$"), form("an exception's name")] | None = Field(
        default=None, description="Exception with which it stops"
    )

    @model_validator(mode="after")
    def _one_of_two_kinds(self) -> Self:
        if (self.value is None) != (self.off_by is None) or (self.value is None) == (self.raises is None):
            raise ValueError("give `value` with `off_by`, or `raises` alone")
        return self


class Direction(Record):
    """How one layer's weights reach the other framework, and the value that shows it."""

    rule: str = Field(min_length=5, max_length=160, description="How the weights are carried over")
    value: Name = Field(description="Value of the pair that shows that it works")


class Transfer(Record):
    """A line of the page “Weights across”: a layer in both directions."""

    layer: str = Field(min_length=3, max_length=80, description="Layer in both, such as `Dense` and `Linear`")
    to_pytorch: Direction = Field(description="The way to PyTorch")
    to_tensorflow: Direction = Field(description="The way to TensorFlow")


class Pair(Record):
    """One task in both frameworks: what is compared, what differs, what goes wrong."""

    question: Ask = Field(max_length=110, description="Question of a reader that it answers")
    group: Group = Field(description="Group in the list; it sets how far apart values may be")
    level: Literal[1, 2, 3] = Field(
        description="1 for the first week, 2 for working knowledge, 3 for advanced"
    )
    values: list[Value] = Field(min_length=1, description="Values that must agree")
    differ: list[Difference] = Field(default_factory=list, description="Values that differ by design")
    mistake: Mistake = Field(description="The usual mistake, in `mistake.py`")
    transfers: list[Transfer] = Field(
        default_factory=list, description="Lines of the page “Weights across”: layers in both directions"
    )
    rows: list[Identifier] = Field(min_length=1, max_length=4, description="Ids of the rows that it bears on")
    tools: list[Identifier] = Field(description="Ids of the tools that it uses; `[]` if none")
    recheck_days: RecheckDays = Field(
        description="For how many days after its recorded run it may be relied on"
    )
    environments: dict[Side, Environment] = Field(
        default_factory=dict, description="Environment of a side that needs another one than `frameworks`"
    )
    warns: list[str] = Field(
        default_factory=list, description="Pieces of deprecation warnings that the page explains"
    )
    holds_both: Sentence | None = Field(
        default=None, description="Why one process holds both frameworks, if it does"
    )
    installs: list[str] = Field(
        default_factory=list,
        description="Packages that a program needs and does not import, for its notebook",
    )
    no_notebook: Sentence | None = Field(
        default=None, description="Why both programs do not run in one notebook, if so; then it offers none"
    )
    needs_gpu: bool = Field(default=False, description="`true` if it needs a GPU; then it is not run here")
    former_ids: list[Identifier] = Field(
        default_factory=list, description="Ids that it had before, which still lead to it"
    )

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
            if value.within > widest and (value.because is None or value.cause is None):
                raise ValueError(
                    f"`{value.name}` may differ by {value.within:g}, but its group allows {widest:g}; "
                    "narrow it, or say why in `because`, and name the `cause`"
                )
            if value.within <= widest and value.cause is not None:
                raise ValueError(f"`{value.name}` has a `cause`, and needs none; remove it")
        return self

    @model_validator(mode="after")
    def _one_environment_for_a_notebook(self) -> Self:
        if self.environments and self.no_notebook is None:
            raise ValueError("its sides need two environments, so say in `no_notebook` why it offers none")
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
