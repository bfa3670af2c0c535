"""Where each value of a JSON text stands."""

import pytest

from scripts.content import json_lines

TEXT = """\
{
  "cells": [
    {"source": ["a, {b}", "c\\"]: d"], "count": 1},
    {
      "source": [],
      "metadata": {"alt": "x"}
    }
  ],
  "name": "n", "empty": {},

  "last": [1, [2,
    3]]
}
"""


@pytest.mark.parametrize(
    ("steps", "line"),
    [
        ((), 1),
        (("cells",), 2),
        (("cells", 0), 3),
        (("cells", 0, "source", 1), 3),
        (("cells", 0, "count"), 3),
        (("cells", 1), 4),
        (("cells", 1, "source"), 5),
        (("cells", 1, "metadata", "alt"), 6),
        (("name",), 9),
        (("empty",), 9),
        (("last",), 11),
        (("last", 0), 11),
        (("last", 1), 11),
        (("last", 1, 0), 11),
        (("last", 1, 1), 12),
    ],
)
def test_a_value_has_the_line_on_which_it_begins(steps: tuple[str | int, ...], line: int) -> None:
    assert json_lines.of(TEXT).at(*steps).line == line


@pytest.mark.parametrize(
    ("steps", "line"),
    [(("cells", 2), 2), (("cells", 1, "alt", 0), 4), (("none", "cells"), 1), (("name", 0), 9)],
)
def test_a_value_that_is_not_there_has_the_line_of_what_is_around_it(
    steps: tuple[str | int, ...], line: int
) -> None:
    assert json_lines.of(TEXT).at(*steps).line == line


def test_a_list_has_its_entries_and_a_record_its_keys_and_no_others() -> None:
    place = json_lines.of(TEXT)
    assert list(place.parts) == ["cells", "name", "empty", "last"]
    assert list(place.at("cells").parts) == [0, 1]
    assert list(place.at("cells", 0).parts) == ["source", "count"]
    assert list(place.at("last", 1).parts) == [0, 1]
    assert place.at("empty").parts == {}


def test_a_text_may_be_one_value_and_begin_late() -> None:
    assert json_lines.of("\n\n[\ntrue]").line == 3
    assert json_lines.of("\n\n[\ntrue]").at(0).line == 4
