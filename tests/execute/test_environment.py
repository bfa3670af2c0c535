"""The versions of what programs ran with are those of the code that ran."""

from pathlib import Path

import pytest

from scripts.execute import environment
from tests.conftest import packages_of


@pytest.mark.usefixtures("interpreter")
@pytest.mark.parametrize(
    ("installed", "told"),
    [
        ({"keras": "3.15.1"}, "3.15.1"),
        ({"keras": "3.15.1+cpu"}, "3.15.1"),
        ({"keras": "3.15.1", "keras_nightly": "3.16.0.dev1"}, "3.16.0.dev1"),
        ({"keras": "3.15.1", "tf_nightly": "2.23.0.dev1"}, "3.15.1"),
    ],
)
def test_a_nightly_build_is_what_runs(tmp_path: Path, installed: dict[str, str], told: str) -> None:
    """It has a package of its own, whose files replace those of the release."""
    for name, version in installed.items():
        folder = packages_of(tmp_path) / f"{name}-{version}.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    assert environment.versions_of("frameworks", ["keras"])["keras"] == told
