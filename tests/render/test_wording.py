"""Numbers in words that need no key, and the article by its name."""

from decimal import Decimal

import pytest

from scripts.render import components, wording


@pytest.mark.parametrize(
    ("difference", "said"),
    [
        (0.0, "exactly"),
        (1.4901161193847656e-08, "within 0.000000015"),
        (1.9073486328125e-06, "within 0.000002"),
        (0.1, "within 0.1"),
        (0.0061841607093811035, "within 0.0062"),
        (3e-12, "within 0.000000001"),
    ],
)
def test_agreement_is_said_without_an_exponent(difference: float, said: str) -> None:
    assert wording.agreement(difference) == said


@pytest.mark.parametrize("difference", [1e-9, 1.01e-7, 2.44e-4, 0.0999, 0.991])
def test_what_is_said_of_agreement_is_never_too_little(difference: float) -> None:
    bound = Decimal(wording.agreement(difference).removeprefix("within "))
    assert Decimal(str(difference)) <= bound <= Decimal(str(difference)) * Decimal("1.1")


def test_what_the_article_says_follows_its_name() -> None:
    assert components.after_article("The article names `tf`.") == " names <code>tf</code>."
    assert components.after_article("What it says <b> holds.") == ": What it says &lt;b&gt; holds."
