"""The recorded result of an example pair: `result.json` in its folder, written by `python -m scripts run`."""

import datetime

from pydantic import ConfigDict, Field

from scripts.model.base import Record


class Kept(Record):
    """A record that keeps the white space of what was printed."""

    model_config = ConfigDict(str_strip_whitespace=False)


class SideResult(Kept):
    """What one program printed and warned of, with which versions."""

    printed: str = Field(description="What it printed")
    warned: list[str] = Field(description="Warnings of a removal that it gave")
    versions: dict[str, str] = Field(description="Versions of the packages, by name")


class ValueResult(Kept):
    """How far apart a value was on the two sides."""

    name: str = Field(description="Name of the value in both programs")
    shape: str = Field(description="What it is, such as `float32 (4, 3)`")
    difference: float = Field(description="Greatest absolute difference of any number in it")
    first: list[float | int | str] = Field(
        description="Its first numbers in TensorFlow, by which a later run is seen to compute the same"
    )


class MistakeResult(Kept):
    """What the mistake printed, and how wrong it was: by a number, or by the exception it ended with."""

    printed: str = Field(description="What it printed")
    difference: float | None = Field(default=None, description="How far off its value was")
    error: str | None = Field(default=None, description="Exception that it ended with, and its message")


class Result(Kept):
    """One recorded run of a pair."""

    recorded: datetime.date = Field(description="Day of the run")
    programs: dict[str, str] = Field(description="SHA-256 of each file that ran, by its name")
    tensorflow: SideResult = Field(description="What the program in TensorFlow did")
    pytorch: SideResult = Field(description="What the program in PyTorch did")
    values: list[ValueResult] = Field(description="How far apart each value was")
    mistake: MistakeResult = Field(description="What the mistake did")
    fingerprint: str = Field(default="", description="SHA-256 of all the rest, which an edit breaks")

    @property
    def greatest(self) -> float:
        """The greatest difference of all values."""
        return max(value.difference for value in self.values)
