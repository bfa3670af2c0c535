"""How the result of a run differs from the recorded one, machines and rounding aside."""

import math
import re
from collections.abc import Sequence

from scripts.model.pair import Pair
from scripts.model.result import Result

Number = float | int | str


_DECIMAL = re.compile(r"-?\d+\.\d*(?:e[+-]?\d+)?", re.IGNORECASE)


def differences(old: Result, new: Result, pair: Pair) -> list[str]:
    """Differences between a new run and the record, in words; empty if there are none.

    Numbers may differ as machines do: printed decimals by two units of their last digit, values by a
    thousandth or by what the pair allows between both sides, the error of the mistake by a hundredth. Texts
    and whole numbers may not.
    """
    within = {value.name: value.within for value in pair.values}
    differences = []
    for side, before, after in (
        ("TensorFlow", old.tensorflow, new.tensorflow),
        ("PyTorch", old.pytorch, new.pytorch),
    ):
        if not same_text(before.printed, after.printed):
            differences.append(f"{side} printed {_first_difference(before.printed, after.printed)}")
        if len(before.warned) != len(after.warned):
            differences.append(f"{side} warned {len(after.warned)} times instead of {len(before.warned)}")
    if not same_text(old.mistake.printed, new.mistake.printed):
        differences.append(
            f"the mistake printed {_first_difference(old.mistake.printed, new.mistake.printed)}"
        )
    if not same_text(old.mistake.error or "", new.mistake.error or ""):
        differences.append(f"the mistake ended with “{new.mistake.error}” instead of “{old.mistake.error}”")
    if not _close(old.mistake.difference or 0, new.mistake.difference or 0, 1e-2):
        was_off, is_off = old.mistake.difference or 0, new.mistake.difference or 0
        differences.append(f"the mistake is off by {is_off:.2g} instead of {was_off:.2g}")
    was = {value.name: value for value in old.values}
    for value in new.values:
        before_value = was.get(value.name)
        if before_value is None:
            differences.append(f"`{value.name}` is new")
        elif before_value.shape != value.shape:
            differences.append(f"`{value.name}` is {value.shape} instead of {before_value.shape}")
        elif not _same_numbers(before_value.first, value.first, within.get(value.name, 0)):
            differences.append(f"`{value.name}` begins with {value.first} instead of {before_value.first}")
    return differences


def same_text(old: str, new: str) -> bool:
    """Whether two printed texts are the same, decimal numbers within two units of the last digit shown."""
    if old == new:
        return True
    if _without_decimals(old) != _without_decimals(new):
        return False
    return all(map(_same_decimal, _DECIMAL.findall(old), _DECIMAL.findall(new)))


def _without_decimals(text: str) -> str:
    """The text with a mark for each decimal and the spaces about it, with which NumPy fills up columns."""
    return re.sub(rf" *(?:{_DECIMAL.pattern}) *", "#", text, flags=_DECIMAL.flags)


def _same_decimal(old: str, new: str) -> bool:
    unit = max(_unit(old), _unit(new))
    return abs(float(old) - float(new)) <= 2 * unit * (1 + 1e-9)


def _unit(number: str) -> float:
    """The value of one unit in the last digit of a decimal: 0.01 for 3.14, 1e-8 for 1.2e-07.

    NumPy leaves zeros out, so that a number such as `2.` tells nothing of its digits: a thousandth.
    """
    mantissa, _, exponent = number.lower().partition("e")
    digits = len(mantissa.partition(".")[2]) or 3
    return float(10 ** (int(exponent or 0) - digits))


def _same_numbers(old: Sequence[Number], new: Sequence[Number], within: float) -> bool:
    return len(old) == len(new) and all(
        _close(was, now, 1e-3) or abs(was - now) <= within
        if isinstance(was, float) and isinstance(now, float)
        else was == now
        for was, now in zip(old, new, strict=True)
    )


def _close(old: float, new: float, part: float) -> bool:
    apart = abs(old - new)
    # What is infinite is near itself alone, however large the part of it is that is allowed.
    return old == new or (math.isfinite(apart) and apart <= part * max(abs(old), abs(new)) + 1e-6)


def _first_difference(old: str, new: str) -> str:
    before, after = old.splitlines(), new.splitlines()
    for index in range(max(len(before), len(after))):
        was = before[index] if index < len(before) else "nothing"
        now = after[index] if index < len(after) else "nothing"
        if not same_text(was, now):
            return f"“{now}” instead of “{was}” in line {index + 1}"
    return "other line ends"
