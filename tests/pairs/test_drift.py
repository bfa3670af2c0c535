"""How a run differs from the record, in words; and what is no difference on another machine."""

import datetime
from typing import Any

import pytest

from scripts.execute.pairs import drift
from scripts.model.pair import Pair
from scripts.model.result import MistakeResult, Result, SideResult, ValueResult

PAIR = Pair.model_validate(
    {
        "question": "How does one and the same thing look in both?",
        "group": "tensors",
        "level": 1,
        "values": [{"name": "total", "within": 1e-6, "says": "the sum of all parts"}],
        "mistake": {"continues": "pytorch", "title": "A part is left out", "value": "total", "off_by": 0.5},
        "rows": ["a-row"],
        "tools": [],
        "recheck_days": 90,
    }
)
WIDE = PAIR.model_copy(update={"values": [PAIR.values[0].model_copy(update={"within": 0.25})]})


def side(printed: str = "total: 2.3333", warned: tuple[str, ...] = ()) -> SideResult:
    return SideResult(printed=printed, warned=list(warned), versions={})


def value(name: str = "total", shape: str = "float64", *first: float | str) -> ValueResult:
    return ValueResult(name=name, shape=shape, difference=0.0, first=list(first or (2.0,)))


def result(**fields: Any) -> Result:
    given = {
        "tensorflow": side(),
        "pytorch": side(),
        "values": [value()],
        "mistake": MistakeResult(printed="total: 1.5", difference=0.8),
    }
    return Result(recorded=datetime.date(2026, 11, 22), programs={}, **(given | fields))


def mistake(**fields: Any) -> Result:
    return result(mistake=MistakeResult(**{"printed": "total: 1.5", "difference": 0.8, **fields}))


def valued(*first: float | str) -> Result:
    return result(values=[value("total", "float64", *first)])


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (result(), []),
        (result(pytorch=side("total: 2.3335")), []),
        (
            result(pytorch=side("total: 2.3336")),
            ["PyTorch printed “total: 2.3336” instead of “total: 2.3333” in line 1"],
        ),
        (
            result(tensorflow=side("total: 2.3333\nmore")),
            ["TensorFlow printed “more” instead of “nothing” in line 2"],
        ),
        (result(tensorflow=side("")), ["TensorFlow printed “nothing” instead of “total: 2.3333” in line 1"]),
        (result(tensorflow=side("total: 2.3333\n")), ["TensorFlow printed other line ends"]),
        (result(tensorflow=side(warned=("a", "b"))), ["TensorFlow warned 2 times instead of 0"]),
        (result(pytorch=side(warned=("a",))), ["PyTorch warned 1 times instead of 0"]),
        (mistake(printed="sum: 1.5"), ["the mistake printed “sum: 1.5” instead of “total: 1.5” in line 1"]),
        (mistake(error="E: no"), ["the mistake ended with “E: no” instead of “None”"]),
        (mistake(difference=0.807), []),
        (mistake(difference=0.793), []),
        (mistake(difference=0.809), ["the mistake is off by 0.81 instead of 0.8"]),
        (mistake(difference=0.791), ["the mistake is off by 0.79 instead of 0.8"]),
        (mistake(difference=None), ["the mistake is off by 0 instead of 0.8"]),
        (mistake(difference=float("inf")), ["the mistake is off by inf instead of 0.8"]),
        (mistake(difference=-0.8), ["the mistake is off by -0.8 instead of 0.8"]),
        (result(values=[value("sum")]), ["`sum` is new"]),
        (result(values=[value(), value("sum")]), ["`sum` is new"]),
        (result(values=[value(shape="int64")]), ["`total` is int64 instead of float64"]),
        (result(values=[value(shape="a")]), ["`total` is a instead of float64"]),
        (valued(2.0019), []),
        (valued(1.9981), []),
        (valued(2.0021), ["`total` begins with [2.0021] instead of [2.0]"]),
        (valued(1.9979), ["`total` begins with [1.9979] instead of [2.0]"]),
        (valued(-2.0), ["`total` begins with [-2.0] instead of [2.0]"]),
        (valued(2.0, 3.0), ["`total` begins with [2.0, 3.0] instead of [2.0]"]),
        (valued("two"), ["`total` begins with ['two'] instead of [2.0]"]),
    ],
)
def test_a_run_is_compared_with_the_record(now: Result, said: list[str]) -> None:
    assert drift.differences(result(), now, PAIR) == said


@pytest.mark.parametrize(
    ("was", "now"),
    [
        (result(tensorflow=side(warned=("a",))), result()),
        (mistake(difference=None), mistake(difference=0.8)),
        (mistake(error="E: no"), mistake()),
        (result(values=[value(shape="a")]), result()),
        (valued("two"), valued("three")),
        (valued("two"), valued("owt")),
        (valued(1), valued(2)),
        (valued(2), valued(1)),
    ],
)
def test_what_is_gone_is_a_difference_as_what_is_new_is(was: Result, now: Result) -> None:
    assert len(drift.differences(was, now, PAIR)) == 1


def test_a_mistake_that_was_no_number_and_is_none_has_not_drifted() -> None:
    assert drift.differences(mistake(difference=None), mistake(difference=None), PAIR) == []
    assert drift.differences(mistake(difference=None), mistake(difference=0.0), PAIR) == []


@pytest.mark.parametrize(
    ("was", "now", "pair", "same"),
    [
        ((2.0,), (2.25,), WIDE, True),
        ((2.25,), (2.0,), WIDE, True),
        ((2.0,), (2.2501,), WIDE, False),
        ((0.0,), (1e-6,), PAIR, True),
        ((0.0,), (2.1e-6,), PAIR, False),
        ((float("inf"),), (float("inf"),), PAIR, True),
        ((float("-inf"),), (float("inf"),), PAIR, False),
        ((float("inf"),), (2.0,), PAIR, False),
        ((2.0,), (float("inf"),), WIDE, False),
        ((2.0,), (float("nan"),), WIDE, False),
        ((2,), (2,), WIDE, True),
        ((2,), (3,), WIDE, False),
        ((2.0, "a"), (2.0, "a"), PAIR, True),
        ((2.0,), (2.0, 2.0), PAIR, False),
        ((2.0, 2.0), (2.0,), PAIR, False),
    ],
)
def test_numbers_may_differ_by_what_the_pair_allows_and_whole_ones_not_at_all(
    was: tuple[float | str, ...], now: tuple[float | str, ...], pair: Pair, same: bool
) -> None:
    assert (drift.differences(valued(*was), valued(*now), pair) == []) is same


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("a 0.1234", "a 0.1236", True),
        ("a 0.1236", "a 0.1234", True),
        ("a 0.1234", "a 0.1237", False),
        ("a 0.1237", "a 0.1234", False),
        ("a 1.5e+03", "a 1.7e+03", True),
        ("a 1.5e+03", "a 1.8e+03", False),
        ("a 1.2E-07", "a 1.4e-07", True),
        ("a 1.2e-07", "a 1.5e-07", False),
        ("[2. 2.]", "[2. 2.002]", True),
        ("[2. 2.]", "[2. 2.003]", False),
        ("[2. 2.]", "[2. 2.0015]", True),
        ("a 0.5", "a 0.75", False),
        ("a 0.5", "a 0.6999", True),
        ("b", "a", False),
        ("a", "b", False),
    ],
)
def test_the_last_digit_that_is_shown_may_move_by_two(old: str, new: str, same: bool) -> None:
    assert drift.same_text(old, new) is same
