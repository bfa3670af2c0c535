"""Which statements of a program a value is computed by, read from its text alone."""

import pytest

from scripts.execute.pairs import provenance
from scripts.execute.pairs.observed import Statement

# A program, a value, and the lines that it comes from. Line 1 imports the framework in each.
LINES = [
    ("b = torch.f()", "b", (1, 2)),
    ("a = 1\nb = torch.f()", "a", (2,)),
    ("a = 1\nb = a + 1\nc = b + 1", "c", (2, 3, 4)),
    ("a = 1", "nothing", ()),
    # What is assigned in other ways than with `=`
    ("a: int = 1\nb = a", "b", (2, 3)),
    ("a = 1\na += 2", "a", (2, 3)),
    ("for a in range(3):\n    pass", "a", (2,)),
    ("with open('x') as a:\n    pass", "a", (2,)),
    ("a, b = 1, 2", "b", (2,)),
    ("import numpy as a\nb = a.f()", "b", (2, 3)),
    ("import os.path\nb = os.path.join('x')", "b", (2, 3)),
    ("from os import path as a\nb = a", "b", (2, 3)),
    ("import numpy as a\nb = numpy", "b", (3,)),
    # What a call, a method, or an assignment to a part may change
    ("a = []\na.append(1)", "a", (2, 3)),
    ("a = []\nfill(a)", "a", (2, 3)),
    ("a = []\nfill(inside=[a])", "a", (2, 3)),
    ("a = {}\na['x'] = 1", "a", (2, 3)),
    ("a = f()\na.part = 1", "a", (2, 3)),
    ("a = {}\nb = a\nc = g(b)", "a", (2,)),
    ("a = [1]\nb = f(a)\nc = a[0]", "c", (2, 3, 4)),
    ("z = [1]\nb = f(z)\nc = z[0]", "c", (2, 3, 4)),
    ("a = [1]\na[0]", "a", (2,)),
    ("a = [1]\nb = a.part", "a", (2,)),
    # A value that another is computed from does not come from that
    ("a = f()\nb = g(a)", "a", (2,)),
    ("a = f()\nb: int = g(a)", "a", (2,)),
    ("a = f()\nb = 0\nb += g(a)", "a", (2,)),
    ("z = f()\nb = g(z)", "z", (2,)),
    # What only shows
    ("a = 1\nprint(a)", "a", (2,)),
    ("a = 1\nprint(g(a))", "a", (2,)),
    ("a = 1\nshow(a)", "a", (2, 3)),
    ("a = 1\nlog.print(a)", "a", (2, 3)),
    ("a = 1\nfor _ in range(2):\n    print(a)", "a", (2,)),
    ("a = 1\nfor _ in range(2):\n    print(a)\n    step(a)", "a", (2, 3)),
    ("a = 1\nfor _ in range(2):\n    a", "a", (2, 3)),
    ("a = 1\nif a:\n    b = a", "a", (2, 3)),
    # Functions: what they use, what they change, what is their own
    ("a = 1\ndef f():\n    return a\nb = f()", "b", (2, 3, 5)),
    ("a = 1\nclass F:\n    part = a\nb = F()", "b", (2, 3, 5)),
    ("a = 1\nasync def f():\n    return a\nb = f()", "b", (2, 3, 5)),
    ("a = 1\ndef f(a):\n    return a\nb = f()", "b", (3, 5)),
    ("a = 1\ndef f():\n    a = 2\n    return a\nb = f()", "b", (3, 6)),
    ("a = 1\ndef f():\n    global a\n    a = a + 1\n    return a\nb = f()", "b", (2, 3, 7)),
    ("a = 1\ndef f():\n    pass\nf()", "a", (2,)),
    ("a = []\ndef f():\n    a.append(1)\nf()", "a", (2, 3, 5)),
    ("a = []\ndef g():\n    a.append(1)\ndef f():\n    g()\nf()", "a", (2, 3, 5, 7)),
    ("a = []\ndef f():\n    a.append(f)\nf()", "a", (2, 3, 5)),
    ("def f():\n    pass\ng(f)\nb = f()", "b", (2, 5)),
    ("import numpy\nnumpy.seed(1)\nb = numpy.f()", "b", (2, 4)),
]


@pytest.mark.parametrize(("program", "name", "lines"), LINES)
def test_a_value_comes_from_the_statements_that_make_it(
    program: str, name: str, lines: tuple[int, ...]
) -> None:
    found = provenance.origins(f"import torch\n{program}\n", [name], [])[name]
    assert found.lines == lines
    assert (found.operations, found.touches) == (frozenset(), False)


@pytest.mark.parametrize(
    ("statements", "operations", "touches"),
    [
        ([], set(), False),
        ([Statement(2, ("mul", "add"), False), Statement(3, ("exp",), True)], {"mul", "add"}, False),
        ([Statement(2, (), True)], set(), True),
        ([Statement(2, ("mul",), False), Statement(2, ("add",), True)], {"mul", "add"}, True),
        ([Statement(2, ("mul",), True), Statement(2, ("add",), False)], {"mul", "add"}, True),
        ([Statement(2, (), False), Statement(2, (), False)], set(), False),
        ([Statement(1, (), True)], set(), False),
    ],
)
def test_what_a_framework_did_is_told_by_line(
    statements: list[Statement], operations: set[str], touches: bool
) -> None:
    found = provenance.origins("a = 1\nb = f()\nc = b\n", ["a", "b", "c"], statements)
    assert found["b"].operations == operations
    assert found["b"].touches is touches
    assert found["c"].operations >= operations
