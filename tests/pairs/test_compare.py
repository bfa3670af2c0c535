"""Both sides of a pair compared in memory: what a contributor is told, and what is recorded."""

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scripts.content import markdown, records
from scripts.content.page import Page
from scripts.execute.pairs import compare
from scripts.execute.pairs.observed import Answer, Changed, Failure, Leaf, Statement
from scripts.model.page import PageMeta
from scripts.model.pair import Pair, Side
from scripts.problem import Problem
from tests.conftest import PAIR, SIDE

SOURCE = "examples/a-pair/index.md"
PAGE = f"docs/{SOURCE}"
TENSORFLOW, PYTORCH, MISTAKE = (
    f"docs/examples/a-pair/{name}" for name in ("with_tensorflow.py", "with_pytorch.py", "mistake.py")
)
# Lines of the page at which a key's value stands.
TOTAL, DIFFER, MISTAKEN = 9, 12, 13
Values = dict[str, list[Leaf] | str]


def leaf(*data: Any, place: str = "", dtype: str = "float64", shape: tuple[int, ...] | None = None) -> Leaf:
    return Leaf(place, dtype, (len(data),) if shape is None else shape, data)


def number(value: Any, dtype: str = "float64") -> list[Leaf]:
    return [leaf(value, dtype=dtype, shape=())]


AGREED: Values = {"total": number(7 / 3), "parts": [leaf(1 / 3, 2 / 3, 4 / 3)]}
# What computes each line of a program: `parts`, `total`, `kind`.
COMPUTED = tuple(Statement(line, ("mul",), True) for line in (4, 5, 6))


def answer(kind: str, /, **values: list[Leaf] | str) -> Answer:
    """What a side's process tells when all is well; `values` replace those that agree."""
    return Answer(
        printed="total: 2.3333",
        warned=(),
        values={**AGREED, "kind": number(kind, "str"), **values},
        versions={"numpy": "2.0"},
        seconds=1.0,
        statements=COMPUTED,
        changed=Changed(frozenset({"total", "parts", *values})),
        mistake_printed="total: 1.5",
        mistake_values={"total": number(1.5)},
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The programs of a pair that agrees."""
    programs = {
        "inputs.py": "numbers = [1.0, 2.0, 4.0]\n",
        "with_tensorflow.py": SIDE.format(framework="tensorflow", kind="eager"),
        "with_pytorch.py": SIDE.format(framework="torch", kind="lazy"),
        "mistake.py": "total = 1.5\n",
    }
    for name, text in programs.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def page_of(text: str = PAIR) -> tuple[Page, Pair]:
    split = markdown.split(text)
    data, faults = records.parse_yaml(split.front_matter, PAGE, 2)
    assert faults == []
    meta = PageMeta.model_validate(data)
    assert meta.pair
    return Page(SOURCE, split, data, meta), meta.pair


def compared(
    folder: Path, ours: Answer | None = None, theirs: Answer | None = None, page: str = PAIR
) -> tuple[Any, list[str]]:
    """The result and the problems of a run, these as they are printed."""
    answers: dict[Side, Answer] = {
        "tensorflow": ours or answer("eager"),
        "pytorch": theirs or answer("lazy"),
    }
    result, problems = compare.compare(*page_of(page), folder, answers)
    return result, list(map(str, problems))


def said(*problems: tuple[str, int, str]) -> list[str]:
    return [f"{path}:{line}: {text} [pair-run]" for path, line, text in problems]


def without_rule(problems: list[Problem]) -> list[str]:
    return [str(problem).removesuffix(" [pair-run]") for problem in problems]


# What is recorded ---------------------------------------------------------------------------------


def test_what_agrees_is_recorded_with_both_outputs_and_the_mistake(folder: Path) -> None:
    theirs = replace(answer("lazy", total=number(7 / 3 + 4e-7)), versions={"torch": "2"}, warned=())
    result, problems = compared(folder, theirs=theirs)
    assert problems == []
    total, parts = result.values
    assert (total.name, total.shape, total.first) == ("total", "float64", [2.3333])
    assert total.difference == pytest.approx(4e-7)
    assert (parts.shape, parts.difference, parts.first) == ("float64 (3,)", 0.0, [0.33333, 0.66667, 1.3333])
    assert result.greatest == total.difference
    assert (result.tensorflow.versions, result.pytorch.versions) == ({"numpy": "2.0"}, {"torch": "2"})
    assert (result.mistake.printed, result.mistake.error) == ("total: 1.5", None)
    assert result.mistake.difference == pytest.approx(7 / 3 - 1.5)
    assert set(result.programs) == {"inputs.py", "with_tensorflow.py", "with_pytorch.py", "mistake.py"}


@pytest.mark.parametrize(("continues", "apart"), [("pytorch", 5e-7), ("tensorflow", -4e-7)])
def test_a_mistake_is_compared_with_the_side_that_it_does_not_continue(
    folder: Path, continues: str, apart: float
) -> None:
    sides = {
        "tensorflow": answer("eager", total=number(7 / 3 + 5e-7)),
        "pytorch": answer("lazy", total=number(7 / 3 - 4e-7)),
    }
    sides = {
        side: one if side == continues else replace(one, mistake_values={}, mistake_printed="nothing")
        for side, one in sides.items()
    }
    page = PAIR.replace("continues: pytorch", f"continues: {continues}")
    result, problems = compared(folder, sides["tensorflow"], sides["pytorch"], page)
    assert problems == []
    assert result.mistake.difference == pytest.approx(7 / 3 + apart - 1.5, abs=1e-9)
    assert result.mistake.printed == "total: 1.5"


def test_a_value_of_many_parts_shows_four_shapes_and_six_numbers(folder: Path) -> None:
    many = [leaf(float(part), part + 0.5, place=f"[{part}]") for part in range(5)]
    result, problems = compared(folder, answer("eager", parts=many), answer("lazy", parts=many))
    assert problems == []
    assert result.values[1].shape == ", ".join(["float64 (2,)"] * 4) + ", …"
    assert result.values[1].first == [0.0, 0.5, 1.0, 1.5, 2.0, 2.5]
    four = many[:4]
    result, _ = compared(folder, answer("eager", parts=four), answer("lazy", parts=four))
    assert result.values[1].shape == ", ".join(["float64 (2,)"] * 4)


def test_texts_and_whole_numbers_are_recorded_as_they_are(folder: Path) -> None:
    words, whole = [leaf("a", "b", dtype="str")], [leaf(1_234_567, 2, dtype="int64")]
    for part, first in ((words, ["a", "b"]), (whole, [1_234_567, 2])):
        result, problems = compared(folder, answer("eager", parts=part), answer("lazy", parts=part))
        assert problems == []
        assert result.values[1].first == first
        assert list(map(type, result.values[1].first)) == list(map(type, first))


# One side -----------------------------------------------------------------------------------------

FAILED = Failure("ValueError", "\n  no such axis  \nand more\n", 7)


def one_side(of: Answer, page: str = PAIR) -> list[str]:
    return without_rule(list(compare.side_faults(*page_of(page), "pytorch", of)))


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (
            {"network": ("example.org", "::1")},
            "1: it asks the network for example.org, ::1; make the data in inputs.py",
        ),
        ({"failure": FAILED}, "7: it stops with ValueError: no such axis; correct the program"),
        (
            {"failure": Failure("KeyError", " \n", 3)},
            "3: it stops with KeyError: without a message; correct the program",
        ),
        (
            {"failure": Failure("E", "x" * 300, 3)},
            f"3: it stops with E: {'x' * 200}; correct the program",
        ),
        ({"printed": " \n"}, "1: it prints nothing; print what a reader should see"),
        (
            {"present": ("tensorflow", "keras")},
            "1: its process also holds tensorflow, keras; import one framework alone, or give the reason in "
            "`holds_both`",
        ),
        (
            {"warned": ("x.py:1: FutureWarning: it goes",)},
            "1: it warns: x.py:1: FutureWarning: it goes; use what replaces it, or name a piece of the "
            "warning in `warns` and explain it on the page",
        ),
    ],
)
def test_a_side_is_told_what_is_wrong_with_it(fields: dict[str, Any], problem: str) -> None:
    assert one_side(replace(answer("lazy"), **fields)) == [f"{PYTORCH}:{problem}"]


def test_a_side_that_is_well_is_told_nothing() -> None:
    assert one_side(answer("lazy")) == []


def test_after_a_failure_nothing_else_is_said_and_after_the_network_the_rest_is() -> None:
    bad = replace(answer("lazy"), printed="", warned=("it goes",), values={})
    assert len(one_side(replace(bad, failure=FAILED))) == 1
    asked = one_side(replace(bad, failure=FAILED, network=("example.org",)))
    assert len(asked) == 6  # the network, no output, a warning, and three values that are missing
    assert "asks the network" in asked[0]


def test_a_page_may_hold_both_and_may_name_its_warnings() -> None:
    page = PAIR.replace(
        "  tools: [one]",
        "  tools: [one]\n  holds_both: One exports what the other reads.\n  warns: [it goes]",
    )
    held = replace(answer("lazy"), present=("tensorflow",), warned=("soon it goes away", "it stays"))
    assert [line.partition("it warns: ")[2].partition(";")[0] for line in one_side(held, page)] == [
        "it stays"
    ]


def test_each_value_must_be_there_and_be_one_that_can_be_kept() -> None:
    values: Values = {"total": "a module cannot be kept", "kind": number("lazy", "str")}
    assert one_side(replace(answer("lazy"), values=values)) == [
        f"{PYTORCH}:1: a value cannot be compared: a module cannot be kept; keep another value",
        f"{PYTORCH}:1: the value `parts` is missing; assign `parts` at the outermost level, or correct the "
        "name in index.md",
    ]


def test_a_side_that_cannot_be_compared_is_all_that_is_said(folder: Path) -> None:
    _, problems = compared(folder, replace(answer("eager"), printed=""), answer("other"))
    assert problems == said((TENSORFLOW, 1, "it prints nothing; print what a reader should see"))


# Both sides ---------------------------------------------------------------------------------------


def wide(within: str, cause: str) -> str:
    """The page with another tolerance, which has a cause."""
    given = f"within: {within}, cause: {cause}, because: Sums differ in order., says: the sum"
    return PAIR.replace("within: 1e-6, says: the sum", given)


@pytest.mark.parametrize(
    ("ours", "theirs", "problem"),
    [
        (2.0, 2.1, "differs by 0.1"),
        (2.1, 2.0, "differs by 0.1"),
        (2.0, 2.0 + 2e-6, "differs by 2e-06"),
        (2.0, -2.0, "differs by 4"),
        (math.nan, 2.0, "differs by inf"),
        (2.0, math.nan, "differs by inf"),
        (math.inf, -math.inf, "differs by inf"),
    ],
)
def test_a_value_that_differs_is_told_by_how_much(
    folder: Path, ours: float, theirs: float, problem: str
) -> None:
    found, problems = compared(
        folder, answer("eager", total=number(ours)), answer("lazy", total=number(theirs))
    )
    assert found is None
    assert problems[:1] == said(
        (
            PAGE,
            TOTAL,
            f"`total` {problem}, and 1e-06 is allowed; correct one of the programs; "
            "widen `within` only with a reason in `because`",
        )
    )


def test_a_text_in_the_place_of_a_number_is_infinitely_far_from_it(folder: Path) -> None:
    ours, theirs = [leaf("a", 1.0, 2.0)], [leaf("a", "1.0", 2.0)]
    for sides in ((ours, theirs), (theirs, ours)):
        _, problems = compared(folder, answer("eager", parts=sides[0]), answer("lazy", parts=sides[1]))
        assert "`parts` differs by inf" in problems[0]


@pytest.mark.parametrize("apart", [0.0, 2**-21, 2**-20])
def test_a_value_may_differ_up_to_what_is_allowed(folder: Path, apart: float) -> None:
    page = PAIR.replace("within: 1e-6, says: the sum", f"within: {2**-20}, says: the sum")
    sides = answer("eager", total=number(2.0)), answer("lazy", total=number(2.0 + apart))
    assert compared(folder, *sides, page=page)[1] == []


@pytest.mark.parametrize(
    ("ours", "theirs", "shapes"),
    [
        ([leaf(1.0, 2.0)], [leaf(1.0, 2.0, 3.0)], ("float64 (2,)", "float64 (3,)")),
        ([leaf(1.0, 2.0)], [leaf(1.0, 2.0, shape=(2, 1))], ("float64 (2,)", "float64 (2, 1)")),
        (number(1.0), [leaf("1.0", dtype="str", shape=())], ("float64", "str")),
        (
            [leaf(1.0, place="['a']"), leaf(2.0, place="['b']")],
            [leaf(1.0, place="['a']"), leaf(2.0, 3.0, place="['b']")],
            ("float64 (1,) ['b']", "float64 (2,) ['b']"),
        ),
        (
            [leaf(1.0, place="[0]"), leaf(2.0, place="[1]")],
            [leaf(1.0, place="[0]")],
            ("2 parts", "1 parts of other names"),
        ),
        (
            [leaf(1.0, 2.0, place="['a']")],
            [leaf(1.0, 2.0, place="['b']")],
            ("1 parts", "1 parts of other names"),
        ),
    ],
)
def test_values_of_other_shapes_are_not_compared(
    folder: Path, ours: list[Leaf], theirs: list[Leaf], shapes: tuple[str, str]
) -> None:
    _, problems = compared(folder, answer("eager", parts=ours), answer("lazy", parts=theirs))
    fault = f"`parts` is {shapes[0]} in TensorFlow and {shapes[1]} in PyTorch; compare the same thing"
    assert problems == said((PAGE, TOTAL + 1, fault))


@pytest.mark.parametrize(
    ("within", "cause", "total", "fault"),
    [
        ("0.01", "int8", 1.0, ""),
        ("0.05", "int8", 1.0, ""),
        (
            "0.06",
            "int8",
            1.0,
            "may differ by 0.06, and its numbers are of size 1, of which the cause int8 accounts for 0.05; "
            "narrow `within` to at most 0.05",
        ),
        ("0.06", "int8", 0.0, ""),
        (
            "1e-5",
            "float32-sums",
            0.05,
            "may differ by 1e-05, and its numbers are of size 0.05, of which the cause float32-sums accounts "
            "for 0.0001; narrow `within` to at most 5e-06",
        ),
    ],
)
def test_a_tolerance_is_a_part_of_what_is_compared(
    folder: Path, within: str, cause: str, total: float, fault: str
) -> None:
    sides = (answer("eager", total=number(total)), answer("lazy", total=number(total)))
    page = wide(within, cause).replace("off_by: 0.5", "off_by: 0.1")
    _, problems = compared(folder, *sides, page=page)
    assert problems == (said((PAGE, TOTAL, f"`total` {fault}")) if fault else [])


def test_a_tolerance_without_a_cause_is_a_thousandth_at_most(folder: Path) -> None:
    sides = (answer("eager", parts=[leaf(1e-4, 5e-4)]), answer("lazy", parts=[leaf(1e-4, 5e-4)]))
    _, problems = compared(folder, *sides)
    assert problems == said(
        (
            PAGE,
            TOTAL + 1,
            "`parts` may differ by 1e-06, and its numbers are of size 0.0004, "
            "of which a value without a cause accounts for 0.001; narrow `within` to at most 4e-07",
        )
    )


@pytest.mark.parametrize(
    ("value", "constant"),
    [
        ([leaf(2.0, 2.0)], True),
        ([leaf(2.0, place="[0]"), leaf(2.0, place="[1]")], True),
        ([leaf()], True),
        ([leaf(2.0)], False),
        ([leaf(2.0, 2.5)], False),
        ([leaf(math.nan, math.nan)], True),
    ],
)
def test_a_value_of_one_number_throughout_shows_nothing(
    folder: Path, value: list[Leaf], constant: bool
) -> None:
    _, problems = compared(folder, answer("eager", parts=value), answer("lazy", parts=value))
    fault = "`parts` has one number throughout, so its being equal shows nothing"
    remedy = "compare a value that depends on the input"
    assert problems == (said((PAGE, TOTAL + 1, f"{fault}; {remedy}")) if constant else [])


@pytest.mark.parametrize(
    ("statement", "written"),
    [
        ("total = 7 / 3", True),
        ("total: float = 7 / 3", True),
        ("total: float\ntotal = 7 / 3", True),
        ("from inputs import total", True),
        ("from inputs import numbers as total", True),
        ("from torch import total", False),
        ("from inputs import total\ntotal = compute(total)", False),
        ("other = total = 7 / 3", True),
        ("total, other = compute(1), 2", False),
        ("total = parts", False),
        ("total = parts.mean", False),
        ("total = 0\ntotal += 1", False),
        ("total = 0\nfor total in range(3): pass", False),
        ("total = 0\nwith compute() as total: pass", False),
        ("total = 0\nother += total", True),
        ("other = 7 / 3\ntotal = compute(3)", False),
        ("total, other = compute(1), 2\nunder = 7 / 3", False),
    ],
)
def test_a_value_that_is_written_down_is_found(folder: Path, statement: str, written: bool) -> None:
    program = folder / "with_pytorch.py"
    text = program.read_text(encoding="utf-8").replace("total = compute(sum(parts))", statement)
    program.write_text(text, encoding="utf-8")
    _, problems = compared(folder, theirs=replace(answer("lazy"), statements=everywhere()))
    found = [problem for problem in problems if "is written into with_pytorch.py" in problem]
    assert found == (
        said(
            (
                PAGE,
                TOTAL,
                "`total` is written into with_pytorch.py, so its being equal shows nothing; compare a value "
                "that the framework computed",
            )
        )
        if written
        else []
    )


def everywhere() -> tuple[Statement, ...]:
    return tuple(Statement(line, ("mul",), True) for line in range(1, 12))


# What differs by design ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stated", "value", "agrees"),
    [
        ("0.1", number(0.1), True),
        ("0.1", number(0.1 + 1e-8), True),
        ("0.1", number(0.1 + 1e-6), False),
        ("0.1", number(0.5), False),
        ("1.0", number(1.0 + 2e-6), False),
        ("1", number(True, "bool"), False),
        ("true", number(True, "bool"), True),
        ("true", number(False, "bool"), False),
        ("true", number(1), False),
        ("'lazy'", number("lazy", "str"), True),
        ("'1'", number(1), False),
        ("null", number("None", "str"), True),
        ("'None'", number("None", "str"), True),
        ("null", number("none", "str"), False),
        ("0.1", [leaf(0.1, 0.1)], False),
        ("0.1", [leaf(0.1, place="[0]"), leaf(0.1, place="[1]")], False),
        ("0.1", [leaf(0.1, shape=(1,))], True),
    ],
)
def test_what_differs_must_be_as_it_is_stated(
    folder: Path, stated: str, value: list[Leaf], agrees: bool
) -> None:
    page = PAIR.replace("pytorch: lazy", f"pytorch: {stated}")
    _, problems = compared(folder, theirs=answer("lazy", kind=value), page=page)
    if agrees:
        assert problems == []
    else:
        (problem,) = problems
        assert problem.startswith(f"{PAGE}:{DIFFER}: `kind` is ")
        assert " in PyTorch, and " in problem
        assert problem.endswith(" is stated; if the release changed it, correct the page [pair-run]")


def test_each_side_is_held_to_what_is_stated_of_it(folder: Path) -> None:
    _, problems = compared(folder, answer("lazy"), answer("eager"))
    remedy = "if the release changed it, correct the page"
    assert problems == said(
        (PAGE, DIFFER, f"`kind` is 'lazy' in TensorFlow, and 'eager' is stated; {remedy}"),
        (PAGE, DIFFER, f"`kind` is 'eager' in PyTorch, and 'lazy' is stated; {remedy}"),
    )


# The mistake --------------------------------------------------------------------------------------

RAISES = PAIR.replace("    value: total\n    off_by: 0.5\n", "    raises: ValueError\n")
MISTAKES: list[tuple[str, dict[str, Any], tuple[str, int, str] | None]] = [
    (PAIR, {"mistake_values": {"total": number(7 / 3 - 0.5)}}, None),
    (PAIR, {"mistake_values": {"total": number(7 / 3 + 0.5)}}, None),
    (PAIR, {"mistake_values": {"total": number(math.nan)}}, None),
    (
        PAIR,
        {"mistake_values": {"total": number(7 / 3 + 0.49)}},
        (
            PAGE,
            MISTAKEN,
            "the mistake is wrong by 0.49 alone, and at least 0.5 is stated; show a mistake that matters, or "
            "correct `off_by`",
        ),
    ),
    (
        PAIR,
        {"mistake_values": {"total": "it is a module"}},
        (MISTAKE, 1, "its value cannot be compared: it is a module; assign an array or a number"),
    ),
    (
        PAIR,
        {"mistake_values": {"total": [leaf(1.0, 2.0)]}},
        (
            MISTAKE,
            1,
            "`total` is float64 (2,) after the mistake, and float64 before; assign a value of the same shape",
        ),
    ),
    (
        PAIR,
        {"mistake_failure": FAILED},
        (
            MISTAKE,
            7,
            "it stops with ValueError: no such axis; correct the program, or state it in `raises`",
        ),
    ),
    (RAISES, {"mistake_failure": FAILED}, None),
    (
        RAISES,
        {"mistake_failure": Failure("KeyError", "'x'", 2)},
        (
            MISTAKE,
            2,
            "it raises KeyError ('x'), and ValueError is stated; correct the program or `raises`",
        ),
    ),
    (
        RAISES,
        {},
        (
            PAGE,
            MISTAKEN,
            "the mistake is no mistake any more: it raises nothing, and ValueError is stated; look at what "
            "changed, and correct the page",
        ),
    ),
]


@pytest.mark.parametrize(("page", "fields", "problem"), MISTAKES)
def test_a_mistake_is_as_wrong_as_is_stated(
    folder: Path, page: str, fields: dict[str, Any], problem: tuple[str, int, str] | None
) -> None:
    # The side that the mistake does not continue tells nothing of it.
    ours = replace(answer("eager"), mistake_values={}, mistake_printed="")
    result, problems = compared(folder, ours, replace(answer("lazy"), **fields), page)
    assert problems == (said(problem) if problem else [])
    assert (result is None) == bool(problem)


def test_an_exception_is_recorded_by_its_first_line(folder: Path) -> None:
    result, _ = compared(folder, theirs=replace(answer("lazy"), mistake_failure=FAILED), page=RAISES)
    assert (result.mistake.error, result.mistake.difference) == ("ValueError: no such axis", None)


# Where a value comes from -------------------------------------------------------------------------


def origin(folder: Path, *statements: Statement, page: str = PAIR) -> list[str]:
    """What is said where some lines of the PyTorch side did something else."""
    lines = {entry.line: entry for entry in (*COMPUTED, *statements)}
    theirs = replace(answer("lazy"), statements=tuple(lines.values()))
    return compared(folder, theirs=theirs, page=page)[1]


def computed_without(line: int, name: str) -> tuple[str, int, str]:
    return PYTORCH, line, f"`{name}` is computed without PyTorch; compute it with PyTorch"


def test_what_differs_may_be_read_from_the_framework_and_not_from_elsewhere(folder: Path) -> None:
    assert origin(folder, Statement(6, (), True)) == []
    assert origin(folder, Statement(6, (), False)) == said(computed_without(6, "kind"))


@pytest.mark.parametrize("key", ["fixed", "unseen"])
def test_what_is_compared_must_be_computed_unless_the_page_says_why_not(folder: Path, key: str) -> None:
    only_named = [Statement(line, (), True) for line in (4, 5)]
    assert origin(folder, *only_named) == said(computed_without(5, "total"), computed_without(4, "parts"))
    page = PAIR.replace("sum of all parts}", f"sum of all parts, {key}: It is a setting of both.}}")
    problems = origin(folder, *only_named, page=page)
    assert said(computed_without(4, "parts"))[0] in problems
    assert not [problem for problem in problems if "`total` is computed" in problem]


def test_a_value_that_no_statement_makes_is_told_at_the_first_line(folder: Path) -> None:
    (folder / "with_pytorch.py").write_text("print('total: 2.3333')\n", encoding="utf-8")
    problems = compared(folder, theirs=replace(answer("lazy"), statements=()))[1]
    assert problems == said(*(computed_without(1, name) for name in ("total", "parts", "kind")))


# Other inputs -------------------------------------------------------------------------------------

FIXED = PAIR.replace("sum of all parts}", "sum of all parts, fixed: It is a setting of both.}")


def moving(kind: str, *names: str, failures: dict[str, Failure] | None = None) -> Answer:
    return replace(answer(kind), changed=Changed(frozenset(names), failures or {}))


@pytest.mark.parametrize(
    ("page", "ours", "theirs", "fault"),
    [
        (PAIR, ("parts", "total"), ("parts", "total"), ""),
        (PAIR, ("parts",), ("parts", "total"), "stays the same in TensorFlow when"),
        (PAIR, ("parts", "total"), ("parts",), "stays the same in PyTorch when"),
        (PAIR, ("parts",), ("parts",), "stays the same in TensorFlow and in PyTorch when"),
        (FIXED, ("parts",), ("parts",), ""),
        (FIXED, ("parts", "total"), ("parts",), ""),
        (FIXED, ("parts", "total"), ("parts", "total"), "changes with the inputs, and `fixed` says"),
    ],
)
def test_a_value_depends_on_the_inputs(
    folder: Path, page: str, ours: tuple[str, ...], theirs: tuple[str, ...], fault: str
) -> None:
    _, problems = compared(folder, moving("eager", *ours), moving("lazy", *theirs), page)
    assert len(problems) == bool(fault)
    assert all(problem.startswith(f"{PAGE}:{TOTAL}: `total` {fault}") for problem in problems)


def test_a_change_of_inputs_that_cannot_be_run_is_told(folder: Path) -> None:
    failures = {"order": Failure("ValueError", "no", 4), "scale": Failure("KeyError", "no", 5)}
    (problem,) = compared(
        folder, moving("eager", "parts", failures=failures), moving("lazy", "parts", "total")
    )[1]
    assert (
        "when the inputs are others (order: ValueError in line 4) (scale: KeyError in line 5); compare"
        in problem
    )


def test_of_two_sides_that_stay_the_same_the_first_says_why(folder: Path) -> None:
    ours = moving("eager", "parts", failures={"order": Failure("ValueError", "no", 4)})
    theirs = moving("lazy", "parts", failures={"order": Failure("KeyError", "no", 9)})
    (problem,) = compared(folder, ours, theirs)[1]
    assert "in TensorFlow and in PyTorch when the inputs are others (order: ValueError in line 4);" in problem


def others(kind: str, /, *failed: str, **changes: Values) -> Answer:
    """A side that agrees, and what it computes by each change of the inputs; those that `failed` stop it."""
    failures = {change: Failure("ValueError", "no such part\nat all", 4) for change in failed}
    return replace(answer(kind), changed=Changed(frozenset({"total", "parts"}), failures, {**changes}))


def by_other_inputs(total: Any, part: float = 0.5) -> Values:
    return {"total": total if isinstance(total, list) else number(total), "parts": [leaf(part, 1.0, 2.0)]}


@pytest.mark.parametrize(
    ("ours", "theirs", "fault"),
    [
        (3.5, 3.5, ""),
        (3.5, 3.5 + 5e-7, ""),
        (3.5, 3.5 - 5e-7, ""),
        (3.5, 3.5 + 2e-6, "differs by 2e-06, and 1e-06 is allowed"),
        (3.5 + 2e-6, 3.5, "differs by 2e-06, and 1e-06 is allowed"),
        (3.5, -3.5, "differs by 7, and 1e-06 is allowed"),
        (3.5, math.nan, "differs by inf, and 1e-06 is allowed"),
        (math.nan, math.nan, ""),
        ([leaf(1.0, 2.0)], [leaf(1.0)], "is float64 (2,) in TensorFlow and float64 (1,) in PyTorch"),
    ],
)
def test_what_agrees_agrees_with_other_inputs_too(folder: Path, ours: Any, theirs: Any, fault: str) -> None:
    result, problems = compared(
        folder,
        others("eager", seed=by_other_inputs(ours)),
        others("lazy", seed=by_other_inputs(theirs)),
    )
    remedy = "correct the program that is right for the inputs as they are, and for no others"
    told = (PAGE, TOTAL, f"with other inputs (seed) `total` {fault}; {remedy}")
    assert problems == (said(told) if fault else [])
    assert (result is None) == bool(fault)


def test_each_value_is_told_by_the_first_inputs_with_which_it_differs(folder: Path) -> None:
    ours = {"seed": by_other_inputs(1.0), "order": by_other_inputs(2.0), "scale": by_other_inputs(3.0)}
    theirs = {
        "seed": by_other_inputs(1.0),
        "order": by_other_inputs(2.5),
        "scale": by_other_inputs(4.0, 0.75),
    }
    _, problems = compared(folder, others("eager", **ours), others("lazy", **theirs))
    assert [problem.partition(";")[0] for problem in problems] == [
        f"{PAGE}:{TOTAL}: with other inputs (order) `total` differs by 0.5, and 1e-06 is allowed",
        f"{PAGE}:{TOTAL + 1}: with other inputs (scale) `parts` differs by 0.25, and 1e-06 is allowed",
    ]


def test_inputs_with_which_one_side_ran_alone_are_not_compared(folder: Path) -> None:
    first = {"seed": by_other_inputs(1.0)}
    more = {**first, "order": by_other_inputs(5.0)}
    for ours, theirs in ((first, more), (more, first)):
        assert compared(folder, others("eager", **ours), others("lazy", **theirs))[1] == []


def test_a_value_that_differs_or_stays_the_same_is_told_once(folder: Path) -> None:
    ours = replace(others("eager", seed=by_other_inputs(1.0)))
    theirs = replace(others("lazy", seed=by_other_inputs(3.0)))
    values = {**theirs.values, "total": number(9.0)}
    for other in (
        replace(theirs, values=values),
        replace(theirs, changed=replace(theirs.changed, moved=frozenset({"parts"}))),
    ):
        (problem,) = compared(folder, ours, other)[1]
        assert "with other inputs" not in problem


def test_a_value_that_is_lost_with_other_inputs_on_one_side_differs(folder: Path) -> None:
    lost = by_other_inputs(1.0)
    for missing in ({"parts": lost["parts"]}, {**lost, "total": "it is a module"}):
        for ours, theirs in ((lost, missing), (missing, lost)):
            (problem,) = compared(folder, others("eager", seed=ours), others("lazy", seed=theirs))[1]
            assert problem.startswith(f"{PAGE}:{TOTAL}: with other inputs (seed) `total` is ")


def test_a_side_that_stops_with_inputs_with_which_the_other_runs_is_told(folder: Path) -> None:
    ran = {"seed": by_other_inputs(1.0)}
    stops = "with other inputs (seed) it stops with ValueError: no such part"
    fault = f"{stops}; let it run with them, as the one with"
    assert compared(folder, others("eager", "seed"), others("lazy", **ran))[1] == said(
        (TENSORFLOW, 4, f"{fault} PyTorch does")
    )
    assert compared(folder, others("eager", **ran), others("lazy", "seed"))[1] == said(
        (PYTORCH, 4, f"{fault} TensorFlow does")
    )
    # With inputs that neither takes, there is nothing to compare.
    assert compared(folder, others("eager", "seed"), others("lazy", "seed"))[1] == []


def test_a_warning_that_no_program_gives_any_more_is_told(folder: Path) -> None:
    page = PAIR.replace("  tools: [one]", "  tools: [one]\n  warns: [it goes, it stays]")
    warned = replace(answer("lazy"), warned=("it goes soon",))
    assert compared(folder, theirs=warned, page=page)[1] == said(
        (PAGE, 20, "no program warns of “it stays” any more; remove it from `warns`")
    )


# Whatever one side does, the other may do, too.
SWAPPED: list[Callable[[Answer], Answer]] = [
    lambda one: replace(one, printed=""),
    lambda one: replace(one, network=("example.org",)),
    lambda one: replace(one, statements=()),
]


@pytest.mark.parametrize("spoil", SWAPPED)
def test_a_fault_is_told_at_the_program_that_has_it(folder: Path, spoil: Callable[[Answer], Answer]) -> None:
    for path, sides in (
        (TENSORFLOW, (spoil(answer("eager")), answer("lazy"))),
        (PYTORCH, (answer("eager"), spoil(answer("lazy")))),
    ):
        problems = compared(folder, *sides)[1]
        assert problems
        assert all(problem.startswith(f"{path}:") for problem in problems)
