"""Programs are run alone, recorded, and compared; each way to fail gives one clear message."""

from dataclasses import replace

import pytest

from scripts.content import program_record
from scripts.execute import environment, programs
from tests.conftest import Sample

pytestmark = pytest.mark.usefixtures("interpreter")


def program(sample: Sample, text: str) -> None:
    sample.write("tools/one-example.py", text)


def test_a_run_keeps_what_was_printed_and_with_which_versions(sample: Sample) -> None:
    program(sample, "import pytest\nprint('hello')\n")
    run = programs.run(sample.docs, "one", "frameworks")
    assert run.printed == "hello\n"
    assert list(run.versions) == ["Python", "pytest"]
    assert run.recorded.isoformat() == "2026-11-22"


def test_a_record_is_read_as_it_was_written(sample: Sample) -> None:
    run = programs.run(sample.docs, "one", "frameworks")
    program_record.write_record(sample.docs, "one", run)
    assert program_record.read_record(sample.docs, "one") == run


def test_a_record_is_written_as_people_and_git_read_it(sample: Sample) -> None:
    run = programs.run(sample.docs, "one", "frameworks")
    file = program_record.write_record(sample.docs, "one", replace(run, printed="ü\n"))
    text = file.read_text(encoding="utf-8")
    assert text.startswith('{\n  "program": "')
    assert '\n  "printed": "ü\\n",\n  "versions": {\n    "Python": "' in text
    assert text.endswith('"\n}\n')


def test_a_program_hides_no_package_and_leaves_nothing(sample: Sample) -> None:
    program(sample, "import os, tempfile\nprint(os.listdir(), os.getcwd() == tempfile.gettempdir())\n")
    sample.write("tools/tempfile.py", "raise SystemExit('hidden')")
    assert programs.run(sample.docs, "one", "frameworks").printed == "[] True\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("print(1)\nassert 1 == 2, 'not equal'\n", "exit code 1: AssertionError: not equal"),
        ("pass\n", "printed nothing"),
        ("import time\ntime.sleep(9)\n", "ran longer than 1 s"),
    ],
)
def test_a_program_that_fails_says_how(
    sample: Sample, monkeypatch: pytest.MonkeyPatch, text: str, message: str
) -> None:
    monkeypatch.setattr(programs, "TIME_LIMIT", 1)
    program(sample, text)
    with pytest.raises(environment.ProgramError, match=message):
        programs.run(sample.docs, "one", "frameworks")


def test_a_missing_environment_is_named_with_the_command(sample: Sample) -> None:
    with pytest.raises(environment.ProgramError, match="run `make other`"):
        programs.run(sample.docs, "one", "other")


def test_another_output_is_shown_beside_the_recorded_one(sample: Sample) -> None:
    program(sample, "print('two')\n")
    done = programs.run(sample.docs, "one", "frameworks")
    with pytest.raises(environment.ProgramError, match=r"(?s)something else than recorded.*-one\n\+two"):
        programs.compare(sample.docs, "one", done)


def test_a_program_without_a_record_says_so(sample: Sample) -> None:
    (sample.docs / "tools/one-example.run.json").unlink()
    done = programs.run(sample.docs, "one", "frameworks")
    with pytest.raises(environment.ProgramError, match="has no record"):
        programs.compare(sample.docs, "one", done)
