"""Notebooks as they are stored, shown and executed."""

import base64
import json
from typing import Any

import pytest

from scripts import notebooks
from scripts.__main__ import main
from tests.conftest import Sample

PLOT = base64.b64encode(b"\x89PNG").decode()

PAGE = """\
---
title: A notebook
description: A notebook that says enough about itself to pass the check of descriptions.
notebook:
  minutes: 5
  level: 1
  question: What does a notebook look like?
  rows: [a-row]
  examples: [a-pair]
  recheck_days: 90
---

# A notebook {#a-notebook}

--8<-- "notebooks/a-notebook.md"
"""


def code(source: str, count: int, *outputs: dict[str, Any], **metadata: str) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": count,
        "metadata": metadata,
        "outputs": list(outputs),
        "source": source,
    }


def book() -> dict[str, Any]:
    """A notebook in which nothing is wrong."""
    plot = {
        "output_type": "display_data",
        "data": {"image/png": PLOT, "text/plain": "<Figure>"},
        "metadata": {},
    }
    printed = {"output_type": "stream", "name": "stdout", "text": ["two\n", "lines\n"]}
    return {
        "cells": [
            {"cell_type": "markdown", "metadata": {}, "source": "# A notebook\n\nIt shows **how**."},
            code("print('two')\nassert True", 1, printed),
            {"cell_type": "markdown", "metadata": {}, "source": ["## A section\n", "\n", "With a plot."]},
            code("draw()", 2, plot, alt="A line that goes up from left to right."),
        ],
        "metadata": {"recorded": "2026-11-22", "versions": {"torch": "2.13.0"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }


@pytest.fixture
def booked(paired: Sample) -> Sample:
    """The sample with a pair and a notebook."""
    paired.write("notebooks/a-notebook.md", PAGE)
    paired.write("notebooks/a-notebook.ipynb", json.dumps(book()))
    return paired


def test_a_notebook_is_shown_as_markdown(booked: Sample) -> None:
    assert booked.problems() == []
    shown = booked.read().books["a-notebook"]
    assert shown
    assert shown.markdown() == (
        "It shows **how**.\n\n```python\nprint('two')\nassert True\n```\n\n```text\ntwo\nlines\n```\n\n"
        "## A section\n\nWith a plot.\n\n```python\ndraw()\n```\n\n"
        "![A line that goes up from left to right.](a-notebook/plot-1.png)\n"
    )
    assert shown.pictures[0].data == b"\x89PNG"


FAULTS: list[tuple[str, Any, str]] = [
    ("cells.0.source", "No title", "make them the same"),
    ("metadata.recorded", None, "run `python -m scripts notebooks a-notebook`"),
    ("cells.1.execution_count", 7, "run `python -m scripts notebooks a-notebook`"),
    ("cells.1.source", "print('two')", "assert what it states"),
    ("cells.3.metadata", {}, "under `alt`"),
    ("cells.1.outputs", [{"output_type": "error", "ename": "ValueError"}], "correct the cell"),
    ("cells.1.outputs", [{"output_type": "stream", "name": "stderr", "text": "x"}], "remove its cause"),
]


@pytest.mark.parametrize(("place", "value", "remedy"), FAULTS)
def test_a_fault_of_a_notebook_is_found(booked: Sample, place: str, value: Any, remedy: str) -> None:
    data = book()
    *steps, last = place.split(".")
    inner: Any = data
    for step in steps:
        inner = inner[int(step)] if step.isdigit() else inner[step]
    inner[last] = value
    booked.write("notebooks/a-notebook.ipynb", json.dumps(data))
    problems = booked.problems()
    assert {problem.rule for problem in problems} == {"notebook-record"}
    assert any(remedy in problem.remedy for problem in problems), problems


def test_a_notebook_without_page_and_a_page_without_notebook_are_found(booked: Sample) -> None:
    booked.write("notebooks/b-notebook.ipynb", json.dumps(book()))
    (booked.docs / "notebooks/a-notebook.ipynb").unlink()
    paths = {problem.path for problem in booked.problems() if problem.rule == "notebook-record"}
    assert paths == {"docs/notebooks/a-notebook.ipynb", "docs/notebooks/b-notebook.md"}


def test_what_a_notebook_names_exists(booked: Sample) -> None:
    booked.change("notebooks/a-notebook.md", "examples: [a-pair]", "examples: [b-pair]")
    (problem,) = booked.problems()
    assert (problem.line, problem.rule) == (9, "notebook-record")


def test_a_notebook_that_cannot_be_read_is_none(booked: Sample) -> None:
    booked.write("notebooks/a-notebook.ipynb", "{")
    assert notebooks.read(booked.docs, "a-notebook") is None


def test_a_notebook_that_fails_stays_as_it_was(booked: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    # The interpreter of the tests has no kernel, so nothing can be executed.
    before = (booked.docs / "notebooks/a-notebook.ipynb").read_bytes()
    assert main(["notebooks", "--root", str(booked.root)]) == 1
    captured = capsys.readouterr()
    assert "docs/notebooks/a-notebook.ipynb:1: " in captured.err
    assert "notebooks: 0 passed, 1 failed" in captured.out
    assert (booked.docs / "notebooks/a-notebook.ipynb").read_bytes() == before
    assert main(["notebooks", "nothing"]) == 2
