"""The versions that an environment pins, by the names that PyPI compares."""

from pathlib import Path

import pytest

from scripts.content import pins


def test_pins_are_read_by_normal_names(tmp_path: Path) -> None:
    (tmp_path / "requirements").mkdir()
    text = (
        "# A comment==1\n"
        "torch==2.15.0 ; python_version < '4' \\\n"
        "    --hash=sha256:00==\n"
        "Typing_Extensions==4.1;python_version>='3'\n"
        "ai-edge.litert==1.0\n"
        "free>=2\n"
    )
    (tmp_path / "requirements/some.txt").write_text(text, encoding="utf-8")
    assert pins.of(tmp_path, "some") == {
        "torch": "2.15.0",
        "typing-extensions": "4.1",
        "ai-edge-litert": "1.0",
    }
    assert pins.of(tmp_path, "other") == {}


@pytest.mark.parametrize(
    ("name", "normal"), [("A__b", "a-b"), ("a.-_b.C", "a-b-c"), ("plain", "plain"), ("1_2", "1-2")]
)
def test_names_that_pypi_takes_for_one_are_one(name: str, normal: str) -> None:
    assert pins.normal(name) == normal
