"""Pins may not fall behind what the weekly look found."""

import json

import pytest

from tests.conftest import Sample


@pytest.mark.parametrize(
    ("package", "pinned", "newest", "said"),
    [
        (
            "torch",
            "2.13.0",
            "2.15.0",
            "torch is pinned to 2.13.0, and 2.15.0 is",
        ),
        ("torch", "2.13.0", "3.0.0", "torch is pinned to 2.13.0, and 3.0.0 is"),
        ("torch", "2.14.1", "2.15.0", ""),
        ("torch", "2.15.0", "2.15.1", ""),
        ("torch", "3.0.0", "2.15.0", ""),
        ("keras", "3.13.0", "3.15.1", "keras is pinned to 3.13.0"),
        # Others are free.
        ("wandb", "0.11.0", "0.31.0", ""),
        # What is not numbered by minor releases says nothing of how far behind a pin is.
        ("torch", "2.13.0", "nightly", ""),
        ("torch", "2.13.0", "3.x", ""),
    ],
)
def test_a_pin_is_at_most_one_minor_release_behind(
    compared: Sample, package: str, pinned: str, newest: str, said: str
) -> None:
    found = told(compared, package, pinned, newest)
    assert [line.startswith("requirements/frameworks.in:1: ") for line in found] == [True] * bool(said)
    assert said in "".join(found)


def test_the_environment_of_a_single_package_may_stay_behind(compared: Sample) -> None:
    assert told(compared, "torch", "2.13.0", "2.15.0")
    assert not told(compared, "torch", "2.13.0", "2.15.0", where="requirements/executorch.in")


def test_a_pin_is_looked_at_after_those_that_are_free(compared: Sample) -> None:
    assert told(compared, "torch", "2.13.0", "2.15.0")
    file = compared.docs / "about/freshness.json"
    record = json.loads(file.read_text(encoding="utf-8"))
    record["releases"].insert(0, {**record["releases"][0], "name": "wandb on PyPI"})
    compared.write("about/freshness.json", json.dumps(record))
    assert [problem.rule for problem in compared.problems()] == ["pin-behind"]


def told(
    compared: Sample, package: str, pinned: str, newest: str, where: str = "requirements/frameworks.in"
) -> list[str]:
    """What the rule says of a pin, once the look has found what is newest."""
    compared.root.joinpath("requirements").mkdir(exist_ok=True)
    compared.root.joinpath("requirements/frameworks.txt").write_text(
        f"{package}=={pinned}\n", encoding="utf-8"
    )
    release = {"name": f"{package} on PyPI", "where": where, "said": "1.0.0", "newest": newest}
    record = {"releases_seen": "2026-11-20", "releases": [{**release, "released": "2026-11-01"}]}
    compared.write("about/freshness.json", json.dumps(record))
    return [str(problem) for problem in compared.problems() if problem.rule in {"pin-behind", "internal"}]
