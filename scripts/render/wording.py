"""Numbers and versions as pages say them."""

from collections.abc import Mapping

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


def nearly(difference: float) -> str:
    """How nearly equal two values are: `equal to 1.2e-7`, `exactly equal`."""
    return f"equal to {number(difference)}" if difference else "exactly equal"


def versions(packages: Mapping[str, str]) -> str:
    """Versions by package in one line: `TensorFlow 2.21.0, PyTorch 2.13.0`."""
    return ", ".join(f"{NAMES.get(name, name)} {version}" for name, version in packages.items())
