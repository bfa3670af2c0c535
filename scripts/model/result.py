"""The recorded result of an example pair: `result.json` in its folder, written by `python -m scripts run`."""

import datetime

from pydantic import ConfigDict

from scripts.model.base import Record


class Kept(Record):
    """A record that keeps the white space of what was printed."""

    model_config = ConfigDict(str_strip_whitespace=False)


class SideResult(Kept):
    """What one program printed and warned of, with which versions."""

    printed: str
    warned: list[str]
    versions: dict[str, str]


class ValueResult(Kept):
    """How far apart a value was: the greatest absolute difference of any number in it.

    `shape` says what it is (`float32 (4, 3)`); `first` are its first numbers on the TensorFlow side, by
    which a later run is seen to compute the same.
    """

    name: str
    shape: str
    difference: float
    first: list[float | int | str]


class MistakeResult(Kept):
    """What the mistake printed, and how wrong it was: by a number, or by the exception it ended with."""

    printed: str
    difference: float | None = None
    error: str | None = None


class Result(Kept):
    """One recorded run of a pair. `programs` are the fingerprints of the files that ran."""

    recorded: datetime.date
    programs: dict[str, str]
    tensorflow: SideResult
    pytorch: SideResult
    values: list[ValueResult]
    mistake: MistakeResult

    @property
    def greatest(self) -> float:
        """The greatest difference of all values."""
        return max(value.difference for value in self.values)
