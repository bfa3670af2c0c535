"""When two printed texts count as the same, on this machine and on another."""

import pytest

from scripts.execute.pairs.drift import same_text


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("a 0.1234", "a 0.1234", True),
        ("a 0.1234", "a 0.1236", True),
        ("a 0.1234", "a 0.1237", False),
        ("a 1.2e-07", "a 1.3e-07", True),
        ("a 1.2e-07", "a 1.2e-06", False),
        ("a 0.1234", "b 0.1234", False),
        ("n 12", "n 13", False),
        ("[1. 2.]", "[1. 2.]", True),
        ("[-0.5  0.25]", "[-0.5  0.26]", True),
        ("[0.5]", "[0.5 0.5]", False),
        ("[1.8  1.82 1.7 ]", "[1.81 1.82 1.7 ]", True),
        ("[1.8  1.82 1.7 ]", "[1.8 1.8 1.7]", True),
        ("a b", "a  b", False),
        ("[2. 2.]", "[2. 2.001]", True),
        ("[2. 2.]", "[3. 2.]", False),
        ("one\n", "one\ntwo", False),
    ],
)
def test_texts_are_the_same_up_to_the_last_digits_of_decimals(old: str, new: str, same: bool) -> None:
    assert same_text(old, new) is same
