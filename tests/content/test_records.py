"""Data of YAML checked against a record: every fault with its line, in words, with what to do."""

from typing import Literal

import pytest
from pydantic import Field, model_validator

from scripts.content import records
from scripts.model.base import Record


class Inner(Record):
    """What stands in a list."""

    name: str
    number: int = 1


class Outer(Record):
    """What a file holds."""

    title: str = Field(min_length=3)
    titles: bool = False
    kind: Literal["chart", "table"] = "chart"
    inner: list[Inner] = Field(default_factory=list)

    @model_validator(mode="after")
    def _is_no_lie(self) -> "Outer":
        if self.title == "A lie":
            raise ValueError("It is not so; tell the truth")
        return self


def faults(text: str, first_line: int = 1) -> list[str]:
    data, problems = records.parse_yaml(text, "a.yml", first_line)
    if not problems:
        _, problems = records.validate(Outer, data, "a.yml", first_line)
    return [str(problem).removeprefix("a.yml:").removesuffix(" [front-matter]") for problem in problems]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: A page", []),
        ("kind: table", ["1: `title` is missing; add it"]),
        ("title: A page\nother: 1", ["2: `other` is not a known key; remove it or correct its spelling"]),
        ("\ntitel: A page", ["2: `titel` is not a known key; write `title`"]),
        (
            "title: A page\ninner:\n- {name: a}\n- {nmae: b}",
            ["4: `inner.1.nmae` is not a known key; write `name`"],
        ),
        (
            "title: A page\nnmae: a\ninner:\n- number: 2",
            [
                "4: `inner.0.name` is missing; add it",
                "2: `nmae` is not a known key; remove it or correct its spelling",
            ],
        ),
        (
            "title: A page\ninner:\n- nmae: a\n- number: 2",
            ["3: `inner.0.nmae` is not a known key; write `name`", "4: `inner.1.name` is missing; add it"],
        ),
        (
            "title: A page\ninner:\n- number: 2\n- {name: b, nmae: a}",
            [
                "3: `inner.0.name` is missing; add it",
                "4: `inner.1.nmae` is not a known key; remove it or correct its spelling",
            ],
        ),
        (
            "titles: [1]",
            ["1: `title` is missing; add it", "1: `titles` is wrong; input should be a valid boolean"],
        ),
        ("title: A lie", ["1: `the record` is wrong; it is not so; tell the truth"]),
        (
            "title: A page\nkind: tabel",
            ["2: `kind` is wrong; input should be 'chart' or 'table' (did you mean “table”?)"],
        ),
        ("title: A page\nkind: picture", ["2: `kind` is wrong; input should be 'chart' or 'table'"]),
        ("title: A page\ninner: [1]", ["2: `inner.0` has no keys; write `key: value`, a line each"]),
        ("- 1", ["1: `the record` has no keys; write `key: value`, a line each"]),
        ("title: [A, page]", ["1: `title` is wrong; input should be a valid string"]),
    ],
)
def test_each_fault_has_its_line_and_a_remedy(text: str, said: list[str]) -> None:
    assert sorted(faults(text)) == sorted(said)
    shifted = [f"{int(line) + 6}:{rest}" for line, _, rest in (fault.partition(":") for fault in said)]
    assert sorted(faults(text, first_line=7)) == sorted(shifted)


@pytest.mark.parametrize(
    ("location", "line"),
    [
        ((), 1),
        (("a",), 2),
        (("a", "b"), 3),
        (("a", "b", 1), 5),
        (("a", "b", 2), 3),
        (("a", "b", 1, "c"), 5),
        (("a", "none"), 2),
        (("none", "a"), 2),
        (("a", "sourced", "b"), 3),
        (("d",), 6),
        (("d", "e"), 6),
    ],
)
def test_a_place_has_the_line_of_its_nearest_parent(location: tuple[str | int, ...], line: int) -> None:
    data, _ = records.parse_yaml("# A comment\na:\n  b:\n    - 1\n    - {c: 2}\nd: text\n", "a.yml")
    assert records.line_of(data, location) == line
    assert records.line_of(data, location, first_line=3) == line + 2


def test_scalars_are_those_of_yaml_1_2() -> None:
    data, problems = records.parse_yaml("a: no\nb: 1:30\nc: 2026-11-22\nd: true\ne: 1.5\nf: null\n", "a.yml")
    assert problems == []
    assert {name: str(value) for name, value in data.items()} == {
        "a": "no",
        "b": "1:30",
        "c": "2026-11-22",
        "d": "True",
        "e": "1.5",
        "f": "None",
    }


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\na: 2\n", 2),
        ("a: &x [1]\nb: *x\n", 1),
        ("a: 1\n? [b]\n: 2\n", 2),
        ("a: 2026-02-31\n", 1),
        ("b: 1\na: [\n", 3),
    ],
)
def test_what_yaml_allows_and_we_do_not_is_told_with_its_line(text: str, line: int) -> None:
    (fault,) = faults(text)
    assert fault.startswith(f"{line}: ")


def test_a_long_value_is_cut_in_what_is_told() -> None:
    (fault,) = faults(f"a: {'9' * 5000}\n")
    assert fault.startswith(f"1: “{'9' * 40}” is no number: ")
    (fault,) = faults("a: 2026-02-30\n")
    assert fault.startswith("1: “2026-02-30” is no day: ")


def test_a_text_begins_at_the_first_line_unless_something_else_is_said() -> None:
    data, problems = records.parse_yaml("kind: chart\n", "a.yml")
    assert problems == []
    assert [problem.line for problem in records.validate(Outer, data, "a.yml")[1]] == [1]
