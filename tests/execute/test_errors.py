"""Programs that produce error messages: each in a fork, compared with its page; each way to fail is told."""

import pytest

from scripts.__main__ import main
from tests.conftest import Sample
from tests.rules.test_errors import CODE, ERROR, PAGE, PROGRAM, erring  # noqa: F401  (a fixture)


def said(sample: Sample, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    """What the command says on standard error, where it fails."""
    capsys.readouterr()
    assert main(["errors", *options, "--root", str(sample.root)]) == 1
    return capsys.readouterr().err


@pytest.fixture
def program(compared: Sample, interpreter: None) -> Sample:
    compared.write(PAGE, ERROR)
    compared.write(PROGRAM, CODE)
    return compared


# What to replace by what in the program, and what is said.
FAILING = [
    ("int(text)\n", "int(7)\n", "`wrong` raises nothing; get the message"),
    ("int(text)\n", "float('a')\n", "`wrong` gives another message: ValueError: could not convert string"),
    ("assert number == 3", "assert number == 4", "it fails in `right`, with AssertionError:  (line 11)"),
    ("int(float(text))", "int(text)", "it fails in `right`, with ValueError: invalid literal"),
    ('text = "3.5"', "text = missing", "it fails before its functions, with NameError"),
    (
        "assert number == 3",
        "print('invalid literal for int() with base 9: x')\n    assert number",
        "the cure gives the message, too",
    ),
    ("int(text)\n", "import os\n    os._exit(3)\n", "it ended with exit code 3"),
    (
        "int(text)\n",
        "import socket\n    socket.create_connection(('example.org', 80))\n",
        "it asks the network for example.org",
    ),
]


@pytest.mark.parametrize(("old", "new", "message"), FAILING)
def test_a_program_that_shows_something_else_says_what(
    program: Sample, capsys: pytest.CaptureFixture[str], old: str, new: str, message: str
) -> None:
    program.change(PROGRAM, old, new)
    text = said(program, capsys)
    assert text.startswith(f"docs/{PROGRAM}:1: ")
    assert message in text
    assert not (program.docs / "errors/an-error.run.json").exists()


def test_another_type_is_told(program: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    program.change(PAGE, "type: ValueError", "type: TypeError")
    assert "its `type` is ValueError, not TypeError; correct it" in said(program, capsys)


WARNING = """\
import warnings


def wrong():
    {}


def right():
    assert True
"""


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("getattr(warnings, 'warn')('invalid literal for int() with base 1: x')", "UserWarning"),
        ("__import__('logging').getLogger('torch').error('invalid literal for int() with base 1: x')", "log"),
        ("__import__('os').system('echo invalid literal for int\\\\(\\\\) with base 1: x >&2')", "log"),
    ],
)
def test_a_warning_is_heard_however_it_is_given(program: Sample, line: str, kind: str) -> None:
    program.change(PAGE, "kind: error", "kind: warning")
    program.change(PAGE, "type: ValueError", f"type: {kind}")
    program.write(PROGRAM, WARNING.format(line))
    assert main(["errors", "--root", str(program.root)]) == 0


def test_a_warning_that_stops_is_none(program: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    program.change(PAGE, "kind: error", "kind: warning")
    assert "`wrong` stops with ValueError: invalid literal" in said(program, capsys)


def test_what_a_program_changes_ends_with_it(program: Sample) -> None:
    second = (
        ERROR.replace("an-error", "b-error").replace("An error", "B error").replace("A message", "B message")
    )
    program.write("errors/b-error.md", second)
    program.write("errors/b-error.py", CODE.replace("int(text)\n", "assert_not = [open, int(text)]\n"))
    program.write(PROGRAM, CODE.replace("    # a comment\n", "    __import__('builtins').open = None\n"))
    assert main(["errors", "--root", str(program.root)]) == 0


def test_what_is_recorded_is_compared(
    erring: Sample,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["errors", "--check", "--root", str(erring.root)]) == 0
    assert "an-error: raises what is recorded" in capsys.readouterr().out
    erring.change(PROGRAM, "# a comment", "# another")
    assert "it changed after its record was made" in said(erring, capsys, "--check")
    erring.change("errors/an-error.run.json", "3.5", "5.5")
    erring.change(PROGRAM, "# another", "# a comment")
    assert "the message was “invalid literal for int() with base 10: '5.5'” and is" in said(
        erring, capsys, "--check"
    )
    (erring.docs / "errors/an-error.run.json").unlink()
    assert "it has no record; run `python -m scripts errors an-error`" in said(erring, capsys, "--check")


def test_an_unknown_id_is_told(program: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["errors", "nothing", "--root", str(program.root)]) == 2
    assert "no message with a program: nothing; known are an-error" in capsys.readouterr().err


def test_a_program_that_must_be_alone_has_a_process_of_its_own(program: Sample) -> None:
    program.change(PAGE, "  rows:", "  alone: It must import first.\n  rows:")
    assert main(["errors", "an-error", "--root", str(program.root)]) == 0
