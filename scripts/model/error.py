"""An error message that people look for: the front matter of `docs/errors/<id>.md`."""

import datetime
import re
from typing import Annotated, Literal, Self

from pydantic import Field, StrictStr, StringConstraints, model_validator

from scripts.model.base import Identifier, RecheckDays, Record, Sentence, form
from scripts.model.evidence import Sourced
from scripts.model.pair import Environment

RaisedBy = Literal["pytorch", "tensorflow", "keras", "onnx", "onnxruntime", "litert", "cuda", "other"]

# Who says it, in the order of the list.
RAISED_BY: dict[RaisedBy, str] = {
    "pytorch": "PyTorch",
    "tensorflow": "TensorFlow",
    "keras": "Keras",
    "onnx": "ONNX export",
    "onnxruntime": "ONNX Runtime",
    "litert": "LiteRT and TensorFlow Lite",
    "cuda": "CUDA and drivers",
    "other": "Other libraries",
}

ErrorKind = Literal["error", "warning"]
KINDS: dict[ErrorKind, str] = {"error": "Error: the program stops", "warning": "Warning: the program goes on"}

# What may stand in a message for what differs from case to case, and what it matches.
PLACEHOLDERS = {
    "number": r"[-+]?\d[\d.,_]*(?:[eE][-+]?\d+)?",
    "shape": r"(?:\([^()]*\)|\[[^\[\]]*\]|\d+(?:x\d+)*)",
    "name": r"[\w./:*<>@+-]+",
    "address": r"0x[0-9a-fA-F]+",
    "path": r"\S+",
    "text": r".+?",
}
PLACEHOLDER = re.compile(rf"\{{({'|'.join(PLACEHOLDERS)})\}}")
# A form of fewer letters would be found in any message.
LEAST_LETTERS = 12

MessageForm = Annotated[str, StringConstraints(min_length=LEAST_LETTERS, max_length=600)]


class Seen(Record):
    """A version that a message was seen in by somebody else, as a source says."""

    package: str = Field(min_length=2, max_length=40, description="Package, as pip knows it, or driver")
    version: StrictStr = Field(description='Version, in quotes: `"2.6.0"`')


class ErrorMessage(Record):
    """What a message says, who raises it, where it was seen, and what it has to do with."""

    raised_by: RaisedBy = Field(description="Library that raises it")
    kind: ErrorKind = Field(description="Whether the program stops (`error`) or goes on (`warning`)")
    type: Annotated[
        str,
        StringConstraints(pattern=r"^([A-Z]\w+|log)$"),
        form("an exception's or a warning's name, or `log`"),
    ] = Field(description="Class of the exception or warning; `log` for a line that a logger writes")
    message: list[MessageForm] = Field(
        min_length=1,
        max_length=3,
        description="Its form today, with `{number}`, `{name}` and so on for what differs, then older forms",
    )
    unproduced: Sentence | None = Field(
        default=None, description="Why no program produces it here, if so; then `sources` say that it exists"
    )
    alone: Sentence | None = Field(
        default=None, description="Why its program needs a process that has imported nothing, if so"
    )
    environment: Environment = Field(default="frameworks", description="Environment that runs its program")
    seen: list[Seen] = Field(
        default_factory=list, description="Versions that the sources saw it in, as far as they say"
    )
    sources: list[Sourced] = Field(
        default_factory=list, max_length=4, description="Who says what of it; needed with `unproduced`"
    )
    rows: list[Identifier] = Field(default_factory=list, max_length=4, description="Ids of related rows")
    pairs: list[Identifier] = Field(default_factory=list, max_length=4, description="Ids of related pairs")
    tools: list[Identifier] = Field(default_factory=list, max_length=4, description="Ids of related tools")
    errors: list[Identifier] = Field(
        default_factory=list, max_length=4, description="Ids of messages that are mistaken for it"
    )
    checked: datetime.date | None = Field(
        default=None, description="Day on which it was last checked; needed with `unproduced`, else its run's"
    )
    recheck_days: RecheckDays = Field(
        description="For how many days after its run, or after `checked`, it may be relied on"
    )
    former_ids: list[Identifier] = Field(
        default_factory=list, description="Ids that it had before, which still lead to it"
    )

    @model_validator(mode="after")
    def _says_enough(self) -> Self:
        for text in self.message:
            if sum(letter.isalpha() for letter in PLACEHOLDER.sub("", text)) < LEAST_LETTERS:
                raise ValueError(
                    f"“{text}” has fewer than {LEAST_LETTERS} letters beside placeholders; state more of it"
                )
        return self

    @model_validator(mode="after")
    def _is_known_somehow(self) -> Self:
        if self.unproduced is None:
            if self.checked is not None:
                raise ValueError("its run says when it was checked; remove `checked`")
            return self
        missing = [name for name in ("sources", "checked") if not getattr(self, name)]
        if missing:
            raise ValueError(f"no program produces it, so give {', '.join(f'`{name}`' for name in missing)}")
        return self
