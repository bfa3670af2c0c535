"""Numbers and versions as pages say them."""

from collections.abc import Mapping
from decimal import ROUND_CEILING, Decimal

NAMES = {
    "tensorflow-cpu": "TensorFlow",
    "tensorflow": "TensorFlow",
    "torch": "PyTorch",
    "keras": "Keras",
    "numpy": "NumPy",
    "tf-keras": "tf_keras",
}


def number(value: float) -> str:
    """A difference to two digits: 1.2e-7, 0.45, 2.2; 0 for none."""
    if not value:
        return "0"
    text = f"{value:.1e}" if value < 0.001 else f"{value:.2g}"
    mantissa, _, exponent = text.partition("e")
    return f"{mantissa}e{int(exponent)}" if exponent else mantissa


def agreement(difference: float) -> str:
    """How nearly two results agree, in words that need no key: `within 0.00000012`, `exactly`.

    The number is rounded up, so that what is said is true; below a billionth it says a billionth.
    """
    if not difference:
        return "exactly"
    value = max(Decimal(str(difference)), Decimal("1e-9"))
    step = Decimal(1).scaleb(value.adjusted() - 1)
    return f"within {value.quantize(step, ROUND_CEILING).normalize():f}"


def versions(packages: Mapping[str, str]) -> str:
    """Versions by package in one line: `TensorFlow 2.21.0, PyTorch 2.13.0`."""
    return ", ".join(f"{NAMES.get(name, name)} {version}" for name, version in packages.items())
