"""A family of calls and their counterparts: the front matter of `docs/api/<family>.md`."""

import re
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from scripts.model.base import Identifier, RecheckDays, Record, Sentence, form
from scripts.model.framework import FRAMEWORKS, Framework

Match = Literal[
    "same", "other-name", "other-arguments", "other-defaults", "other-forms", "other-result", "lines", "none"
]

# The classes of difference, from none at all to no counterpart: what each is called, and what it means. Where
# several apply, the last of them is an entry's class.
MATCHES: dict[Match, tuple[str, str]] = {
    "same": ("Same", "the same name, arguments and defaults, as far as both have them"),
    "other-name": ("Other name", "only the name differs"),
    "other-arguments": ("Other argument names", "an argument has another name"),
    "other-defaults": ("Other defaults", "an argument that you leave out means something else"),
    "other-forms": ("Other argument forms", "an argument is given in another form, order or unit"),
    "other-result": ("Other result", "the plain translation gives other numbers, types or shapes"),
    "lines": ("A few lines", "no single call does it; a few lines do"),
    "none": ("None", "nothing does the same; the entry says what people do instead"),
}

# How names of each side are imported wherever code of the map stands.
IMPORTS: dict[Framework, str] = {
    "tensorflow": "import keras\nimport numpy as np\nimport tensorflow as tf",
    "pytorch": (
        "import numpy as np\nimport torch\nimport torch.nn.functional as F\nimport torchvision\n"
        "from torch import nn\nfrom torchvision.transforms import v2"
    ),
}

# What a name may begin with, by its side.
ROOTS: dict[Framework, tuple[str, ...]] = {
    "tensorflow": ("tf", "keras"),
    "pytorch": ("torch", "torchvision"),
}

# Classes whose methods are names of the map: what one is called on, is not known before a program runs.
CLASSES = (
    *("torch.Tensor", "torch.nn.Module", "torch.optim.Optimizer", "tf.Tensor", "tf.Variable"),
    *(
        "keras.Model",
        "keras.Layer",
        "tf.data.Dataset",
        "keras.Variable",
        "tf.RaggedTensor",
        "tf.GradientTape",
    ),
)

RESULT = "y"  # the variable that both sides compute
MOST_LINES = 4  # of either side
WITHIN = 1e-6

_Name = Annotated[
    str,
    StringConstraints(pattern=r"^(tf|keras|torch|torchvision)(\.\w+)+$"),
    form("a full name that begins with `tf.`, `keras.`, `torch.` or `torchvision.`"),
]
_Argument = Annotated[str, StringConstraints(pattern=r"^\*{0,2}[A-Za-z_]\w*$"), form("an argument's name")]
Code = Annotated[str, StringConstraints(min_length=3, max_length=500)]
# What an argument is: any value, none, a number, a number above another (of a tuple, one is), or one of
# several values.
_Value = Annotated[
    str,
    StringConstraints(pattern=r"^(> -?[\d.]+|[\w.+-]+( \| [\w.+-]+)*)$"),
    form("`any`, `absent`, `number`, `> 1`, a value, or several with a bar between them"),
]
_Place = Annotated[str, StringConstraints(pattern=r"^(\*|[A-Za-z_]\w*)$"), form("an argument's name, or `*`")]


def short(name: str) -> str:
    """A full name as code of the map writes it, with the imports of `IMPORTS`."""
    for full, imported in (
        ("torch.nn.functional.", "F."),
        ("torch.nn.", "nn."),
        ("torchvision.transforms.v2.", "v2."),
    ):
        if name.startswith(full):
            return imported + name.removeprefix(full)
    return name


class EntryMistake(Record):
    """The plain translation that is wrong: lines that run in place of one side's, and give another result."""

    side: Framework = Field(description="Side whose lines it takes the place of")
    code: Code = Field(description=f"Lines that assign `{RESULT}`, wrongly")


class EntryCase(Record):
    """What to know, always or where a call gives certain arguments together, with lines that prove it."""

    side: Framework = Field(description="Side whose call gives the arguments")
    given: dict[_Argument, _Value] = Field(
        default_factory=dict,
        description="Arguments that it gives, each with a value: `same`, `> 1`, `any`; none: it always holds",
    )
    note: Sentence = Field(description="What to know then")
    code: dict[Framework, Code] = Field(
        min_length=1,
        description="Lines that assign `y`: those of `side`, and the other side's that do the same",
    )
    wrong: Code | None = Field(
        default=None,
        description="Lines of the other side that seem the same and give another result, or fail",
    )

    @model_validator(mode="after")
    def _shows_what_it_says(self) -> Self:
        if self.side not in self.code:
            raise ValueError(f"`code` has no lines of {FRAMEWORKS[self.side]}, whose call it is of")
        if len(self.code) == 1 and self.wrong is None:
            raise ValueError("nothing is compared; give the other side's lines, `wrong`, or both")
        for side, code in self.code.items():
            if code.strip().count("\n") >= MOST_LINES:
                raise ValueError(f"the code of {FRAMEWORKS[side]} has more than {MOST_LINES} lines")
        for argument, value in self.given.items():
            if value != "absent" and not re.search(rf"\b{argument}\s*=", self.code[self.side]):
                raise ValueError(f"its lines of {FRAMEWORKS[self.side]} do not give `{argument}`")
        return self

    @property
    def condition(self) -> str:
        """When it holds, in words: `padding="same"` with `strides` above 1; empty for always. Markdown."""
        return " with ".join(_words(argument, value) for argument, value in self.given.items())


def _words(argument: str, value: str) -> str:
    if value == "any":
        return f"`{argument}`"
    if value == "absent":
        return f"no `{argument}`"
    if value == "number":
        return f"a number as `{argument}`"
    if value.startswith("> "):
        return f"`{argument}` above {value.removeprefix('> ')}"
    values = [
        one if re.fullmatch(r"True|False|None|-?[\d.]+|.*\..*", one) else f'"{one}"'
        for one in value.split(" | ")
    ]
    return " or ".join(f"`{argument}={one}`" for one in values)


class Entry(Record):
    """A call of one framework and what does the same in the other: names, difference, lines that prove it."""

    id: Identifier = Field(description="Id on its page, unique in the map; links hold it for ever")
    tensorflow: list[_Name] = Field(
        default_factory=list,
        max_length=6,
        description="Full names in TensorFlow and Keras, the usual one first",
    )
    pytorch: list[_Name] = Field(
        default_factory=list, max_length=6, description="Full names in PyTorch, the usual one first"
    )
    match: Match = Field(description="Class of difference; where several apply, the last in the list")
    arguments: dict[_Argument, _Argument] = Field(
        default_factory=dict,
        description="Arguments that have another name: TensorFlow's, and PyTorch's for the same",
    )
    notes: dict[_Argument, Sentence] = Field(
        default_factory=dict,
        description="What to know where a call gives an argument, by its name on its side",
    )
    when: dict[Framework, dict[_Place, _Value]] = Field(
        default_factory=dict,
        description="Arguments by which a call means this one of several entries of its name; one is enough",
    )
    cases: list[EntryCase] = Field(
        default_factory=list, max_length=4, description="What to know where a call gives arguments together"
    )
    differs: list[Sentence] = Field(
        default_factory=list, max_length=4, description="What differs, a sentence each; what hurts most first"
    )
    inputs: Code | None = Field(
        default=None,
        description="Lines that make inputs with `np` and `rng`; arrays become tensors, float64 as float32",
    )
    arrays: bool = Field(default=False, description="`true` leaves the inputs as arrays of NumPy")
    code: dict[Framework, Code] = Field(
        min_length=1, description=f"At most {MOST_LINES} lines a side that call it and assign `{RESULT}`"
    )
    also: dict[_Name, Code] = Field(
        default_factory=dict,
        description="Lines that use another name, where it cannot be put into `code`; same result",
    )
    within: float = Field(
        default=WITHIN,
        ge=0,
        le=1e-2,
        description="Greatest difference allowed, relative to values above 1; 0 means exactly equal",
    )
    random: float | None = Field(
        default=None,
        gt=0,
        le=0.2,
        description="Greatest difference allowed of statistics of random numbers, in place of `within`",
    )
    fixed: bool = Field(
        default=False, description="`true` if the result stays the same when the inputs are others"
    )
    other_type: bool = Field(default=False, description="`true` if the result's type of number differs")
    alone: bool = Field(
        default=False,
        description="`true` if it changes what others share; then it runs in a process of its own",
    )
    mistake: EntryMistake | None = Field(
        default=None, description="Translation that seems right and is not; needed for `other-result`"
    )
    instead: Sentence | None = Field(default=None, description="What people do instead; needed for `none`")
    pairs: list[Identifier] = Field(default_factory=list, max_length=3, description="Ids of related pairs")
    rows: list[Identifier] = Field(default_factory=list, max_length=3, description="Ids of related rows")
    errors: list[Identifier] = Field(
        default_factory=list, max_length=3, description="Ids of error messages that it raises"
    )

    def names(self, side: Framework) -> list[str]:
        """The names of a side."""
        return self.tensorflow if side == "tensorflow" else self.pytorch

    def lines_with(self, side: Framework, name: str) -> str | None:
        """The lines of a side with another of its names; None if they cannot be made from `code`.

        A function is put in the place of a function, `x.sum(` in the place of `torch.sum(x, `.
        """
        if name in self.also:
            return self.also[name]
        first, code = self.names(side)[0], self.code[side]
        if not re.search(rf"{re.escape(short(first))}\b", code):
            return None
        if name.rpartition(".")[0] not in CLASSES:
            return re.sub(rf"(?<![\w.]){re.escape(short(first))}\b", short(name), code)
        changed, count = re.subn(
            rf"(?<![\w.]){re.escape(short(first))}\((\w+)(?:, |(?=\)))",
            rf"\1.{name.rpartition('.')[2]}(",
            code,
        )
        return changed if count else None

    @property
    def sides(self) -> tuple[Framework, ...]:
        """The sides that have code, in the order of the frameworks."""
        return tuple(side for side in FRAMEWORKS if side in self.code)

    @model_validator(mode="after")
    def _agrees_with_its_class(self) -> Self:
        if self.match == "none":
            if self.instead is None:
                raise ValueError("`none` needs `instead`: what do people do?")
            if bool(self.tensorflow) == bool(self.pytorch):
                raise ValueError("`none` has names on one side alone")
            return self
        if self.instead is not None:
            raise ValueError("`instead` is for entries without a counterpart; write it into `differs`")
        missing = [FRAMEWORKS[side] for side in FRAMEWORKS if side not in self.code]
        if missing:
            raise ValueError(f"{missing[0]} has no code; only an entry of the class `none` may lack a side")
        if not (self.tensorflow and self.pytorch) and self.match != "lines":
            raise ValueError("a side has no name; without a single call on it the class is `lines`")
        if self.match == "other-result" and self.mistake is None:
            raise ValueError("`other-result` needs a `mistake`, the plain translation that is wrong")
        if self.match in {"other-defaults", "other-forms", "other-result"} and not (
            self.differs or self.cases
        ):
            raise ValueError(f"`{self.match}` needs `differs`: what differs?")
        return self

    @model_validator(mode="after")
    def _is_of_its_side(self) -> Self:
        for side in FRAMEWORKS:
            for name in self.names(side):
                if name.partition(".")[0] not in ROOTS[side]:
                    raise ValueError(f"“{name}” is no name of {FRAMEWORKS[side]}")
            if side in self.code and self.code[side].strip().count("\n") >= MOST_LINES:
                raise ValueError(f"the code of {FRAMEWORKS[side]} has more than {MOST_LINES} lines")
        for name in self.also:
            if name not in self.tensorflow[1:] + self.pytorch[1:]:
                raise ValueError(f"`also` has “{name}”, which is not one of its other names")
        if not self.tensorflow and not self.pytorch:
            raise ValueError("it has no name; give `tensorflow`, `pytorch` or both")
        return self


class Family(Record):
    """The entries of one page, and for how long their last run may be relied on."""

    order: int = Field(ge=1, le=99, description="Place in the list of families")
    recheck_days: RecheckDays = Field(
        description="For how many days after their recorded run entries may be relied on"
    )
    entries: list[Entry] = Field(default_factory=list, description="Entries, in the order of the page")
