"""Programs are run alone, recorded, and compared; each way to fail gives one clear message."""

import pytest

from scripts import proof
from scripts.commands import prove
from tests.conftest import Sample

pytestmark = pytest.mark.usefixtures("interpreter")


def program(sample: Sample, text: str) -> None:
    sample.write("tools/one-example.py", text)


def test_a_run_keeps_what_was_printed_and_with_which_versions(sample: Sample) -> None:
    program(sample, "import pytest\nprint('hello')\n")
    run = proof.run(sample.docs, "one", "frameworks")
    assert run.printed == "hello\n"
    assert list(run.versions) == ["Python", "pytest"]
    assert run.recorded.isoformat() == "2026-11-22"


def test_a_record_is_read_as_it_was_written(sample: Sample) -> None:
    run = proof.run(sample.docs, "one", "frameworks")
    proof.write_record(sample.docs, "one", run)
    assert proof.read_record(sample.docs, "one") == run


def test_a_program_hides_no_package_and_leaves_nothing(sample: Sample) -> None:
    program(sample, "import os, tempfile\nprint(os.listdir(), os.getcwd() == tempfile.gettempdir())\n")
    sample.write("tools/tempfile.py", "raise SystemExit('hidden')")
    assert proof.run(sample.docs, "one", "frameworks").printed == "[] True\n"


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
    monkeypatch.setattr(proof, "TIME_LIMIT", 1)
    program(sample, text)
    with pytest.raises(proof.ProofError, match=message):
        proof.run(sample.docs, "one", "frameworks")


def test_a_missing_environment_is_named_with_the_command(sample: Sample) -> None:
    with pytest.raises(proof.ProofError, match="run `make other`"):
        proof.run(sample.docs, "one", "other")


def test_another_output_is_shown_beside_the_recorded_one(sample: Sample) -> None:
    program(sample, "print('two')\n")
    done = proof.run(sample.docs, "one", "frameworks")
    with pytest.raises(proof.ProofError, match=r"(?s)something else than recorded.*-one\n\+two"):
        prove._compare(sample.docs, "one", done)


def test_a_program_without_a_record_says_so(sample: Sample) -> None:
    (sample.docs / "tools/one-example.run.json").unlink()
    done = proof.run(sample.docs, "one", "frameworks")
    with pytest.raises(proof.ProofError, match="has no record"):
        prove._compare(sample.docs, "one", done)
