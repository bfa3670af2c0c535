"""The fingerprint of a record: what changes it, and what does not."""

import copy
from typing import Any

import pytest

from scripts.content import fingerprint

FIELDS: dict[str, Any] = {"b": [1, "ü"], "a": {"c": None, "d": 2.5}, "versions": {}}


def test_the_layout_of_a_record_does_not_change_its_fingerprint() -> None:
    other = {"versions": {}, "a": {"d": 2.5, "c": None}, "b": [1, "ü"]}
    assert fingerprint.of(other) == fingerprint.of(FIELDS)
    assert fingerprint.of({**FIELDS, "fingerprint": "x"}) == fingerprint.of(FIELDS)
    assert len(fingerprint.of(FIELDS)) == 64


@pytest.mark.parametrize("change", [{"b": ["ü", 1]}, {"a": {"c": None, "d": 2.6}}, {"e": 1}, {"b": [1, "u"]}])
def test_whatever_a_record_says_changes_its_fingerprint(change: dict[str, Any]) -> None:
    assert fingerprint.of({**FIELDS, **change}) != fingerprint.of(FIELDS)


def test_a_record_is_stamped_last_and_anew() -> None:
    stamped = fingerprint.stamped({"fingerprint": "old", **FIELDS})
    assert list(stamped) == ["b", "a", "versions", "fingerprint"]
    assert stamped["fingerprint"] == fingerprint.of(FIELDS)
    assert fingerprint.stamped(stamped) == stamped


def test_records_that_are_published_keep_their_fingerprints() -> None:
    # SHA-256 of {"a":"é","b":1} in UTF-8, by sha256sum.
    assert fingerprint.of({"b": 1, "a": "é"}) == (
        "aa58fba8483623bed37c1b02edfccbdd9a53123837c20bfa4cb4049993a2872e"
    )


NOTEBOOK: dict[str, Any] = {
    "cells": [
        {"cell_type": "markdown", "source": ["Words"]},
        {"cell_type": "code", "source": ["a = 1\n", "a"], "outputs": [{"text": "1"}], "execution_count": 1},
    ],
    "metadata": {
        "recorded": "2026-11-22",
        "versions": {"torch": "2.15.0"},
        "kernelspec": {"name": "python3"},
    },
}


def changed(steps: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """The notebook with another value at some keys and indexes."""
    notebook = copy.deepcopy(NOTEBOOK)
    part: Any = notebook
    for step in steps[:-1]:
        part = part[step]
    part[steps[-1]] = value
    return notebook


@pytest.mark.parametrize(
    ("steps", "value"),
    [
        (("cells", 0, "source"), ["Other words"]),
        (("cells", 1, "source"), "a = 1\na"),
        (("metadata", "kernelspec"), {"name": "other"}),
    ],
)
def test_words_around_the_code_of_a_notebook_may_change(steps: tuple[str | int, ...], value: object) -> None:
    assert fingerprint.of_notebook(changed(steps, value)) == fingerprint.of_notebook(NOTEBOOK)


@pytest.mark.parametrize(
    ("steps", "value"),
    [
        (("cells", 1, "source"), ["a = 2\n", "a"]),
        (("cells", 1, "outputs"), [{"text": "2"}]),
        (("cells", 1, "execution_count"), 2),
        (("cells", 1, "cell_type"), "raw"),
        (("metadata", "recorded"), "2026-11-23"),
        (("metadata", "versions"), {"torch": "2.15.1"}),
        (("metadata",), {}),
    ],
)
def test_what_was_executed_may_not_change(steps: tuple[str | int, ...], value: object) -> None:
    assert fingerprint.of_notebook(changed(steps, value)) != fingerprint.of_notebook(NOTEBOOK)
