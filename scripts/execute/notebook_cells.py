"""A notebook that has not been run, from its cells: what pairs and families of calls offer to Colab."""

import json
from collections.abc import Sequence
from typing import Any

Cell = dict[str, Any]


def markdown(source: str) -> Cell:
    """A cell of text."""
    return {"cell_type": "markdown", "metadata": {}, "source": source.splitlines(keepends=True)}


def code(source: str) -> Cell:
    """A cell of code."""
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": source.rstrip().splitlines(keepends=True),
    }


def text(cells: Sequence[Cell]) -> str:
    """The file of a notebook with these cells, whose ids are their places."""
    document = {
        "cells": [{**cell, "id": f"cell-{index}"} for index, cell in enumerate(cells)],
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(document, indent=1, ensure_ascii=False) + "\n"
