"""The runner of example pairs: each way to fail gives one clear message, with its place and remedy."""

import json
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.content import pair_files, pair_record, reader
from scripts.execute.pairs import notebook
from tests.conftest import Sample

HERE = "examples/a-pair"
TENSORFLOW, PYTORCH, MISTAKE = (
    f"{HERE}/{name}" for name in (*pair_files.PROGRAMS.values(), pair_files.MISTAKE)
)


def run(sample: Sample, *options: str) -> int:
    return main(["run", "--root", str(sample.root), "--time-limit", "5", *options])


def test_a_pair_that_agrees_is_recorded(paired: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(paired) == 0
    printed = capsys.readouterr().out
    assert "a-pair: equal to 0.0e+00, recorded" in printed
    assert "pairs: 1 passed, 0 failed" in printed
    result = pair_record.read(paired.docs, "a-pair")
    assert result is not None
    assert [value.name for value in result.values] == ["total", "parts"]
    assert result.tensorflow.printed == "total: 2.3333"
    assert result.mistake.printed == "total: 1.5"
    assert result.mistake.difference == pytest.approx(0.8333, abs=1e-4)
    assert result.recorded.isoformat() == "2026-11-22"
    assert set(result.programs) == {"inputs.py", "with_tensorflow.py", "with_pytorch.py", "mistake.py"}
    assert paired.problems() == []


def test_check_passes_and_writes_nothing(paired: Sample) -> None:
    before = {file: file.stat().st_mtime_ns for file in (paired.docs / HERE).iterdir()}
    assert run(paired, "--check") == 0
    assert {file: file.stat().st_mtime_ns for file in (paired.docs / HERE).iterdir()} == before


FAULTS = [
    ("values differ", PYTORCH, "number / 3", "number / 4", "index.md:9", "`total` differs by 0.58"),
    ("a shape differs", PYTORCH, "in numbers]", "in numbers[1:]]", "index.md:10", "parts"),
    ("a value is missing", TENSORFLOW, "total =", "sum_ =", "with_tensorflow.py:7", "name 'total'"),
    ("a name is missing", TENSORFLOW, "kind =", "sort =", "with_tensorflow.py:1", "`kind` is missing"),
    ("a difference is gone", PYTORCH, '"lazy"', '"eager"', "index.md:12", "'lazy' is stated"),
    ("a mistake is right", MISTAKE, "[1:]) - 0.5", ")", "index.md:13", "wrong by 0 alone"),
    ("a mistake crashes", MISTAKE, "parts[1:]", "bits", "mistake.py:1", "NameError"),
    ("a program crashes", PYTORCH, "numbers\n", "numbers\n1 / 0\n", "with_pytorch.py:2", "ZeroDivisionError"),
    (
        "a program dies",
        PYTORCH,
        "numbers\n",
        "numbers\nimport os; os._exit(3)\n",
        "with_pytorch.py:1",
        "code 3",
    ),
    (
        "a program hangs",
        PYTORCH,
        "numbers\n",
        "numbers\nimport time; time.sleep(60)\n",
        "with_pytorch.py:1",
        "longer than 5 s",
    ),
    (
        "a program asks the network",
        PYTORCH,
        "numbers\n",
        "numbers\nimport socket\nsocket.create_connection(('example.org', 80))\n",
        "with_pytorch.py:1",
        "asks the network for example.org",
    ),
    (
        "a program asks the network and hides it",
        PYTORCH,
        "numbers\n",
        "numbers\nimport socket\ntry: socket.create_connection(('203.0.113.9', 80))\nexcept OSError: 1\n",
        "with_pytorch.py:1",
        "203.0.113.9",
    ),
    (
        "a program warns of a removal",
        PYTORCH,
        "numbers\n",
        "numbers\nimport warnings; warnings.warn('this will be removed', DeprecationWarning)\n",
        "with_pytorch.py:1",
        "it warns",
    ),
    (
        "a program prints nothing",
        PYTORCH,
        "print(",
        "len('a') or print(",
        "with_pytorch.py:1",
        "prints nothing",
    ),
    (
        "a program holds the other framework",
        PYTORCH,
        "numbers\n",
        "numbers\nimport sys; sys.modules['tensorflow'] = sys\n",
        "with_pytorch.py:1",
        "also holds tensorflow",
    ),
    (
        "a value is written down",
        PYTORCH,
        "compute(sum(parts))",
        "7 / 3",
        "index.md:9",
        "written into with_pytorch.py",
    ),
    (
        "a value is an input",
        f"{HERE}/index.md",
        "{name: parts",
        "{name: numbers",
        "index.md:10",
        "written into",
    ),
    ("a value is constant", f"{HERE}/inputs.py", "[1.0, 2.0, 4.0]", "[2.0] * 3", "index.md:10", "one number"),
    (
        "a value cannot be kept",
        TENSORFLOW,
        "kind =",
        "kind = print or",
        "with_tensorflow.py:1",
        "cannot be compared",
    ),
]


@pytest.mark.parametrize("case", FAULTS, ids=[case[0] for case in FAULTS])
def test_a_fault_gives_a_message(
    paired: Sample, capsys: pytest.CaptureFixture[str], case: tuple[str, ...]
) -> None:
    _, file, old, new, place, fault = case
    before = (paired.docs / HERE / pair_files.RECORD).read_bytes()
    paired.change(file, old, new)
    assert run(paired) == 1
    captured = capsys.readouterr()
    assert f"docs/{HERE}/{place}: " in captured.err
    assert fault in captured.err
    assert "[pair-run]" in captured.err
    assert "pairs: 0 passed, 1 failed" in captured.out
    assert (paired.docs / HERE / pair_files.RECORD).read_bytes() == before


def test_most_faults_give_one_message(paired: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    paired.change(PYTORCH, "kind =", "sort =")
    paired.change(TENSORFLOW, "print(", "str(")
    run(paired)
    assert len(capsys.readouterr().err.strip().splitlines()) == 2


@pytest.mark.parametrize("name", [*pair_files.PROGRAMS.values(), pair_files.MISTAKE])
def test_a_missing_file_is_named(paired: Sample, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (paired.docs / HERE / name).unlink()
    assert run(paired, "--check") == 1
    assert f"docs/{HERE}/index.md:1: {name} is missing beside it" in capsys.readouterr().err
    assert any(name in problem.fault for problem in paired.problems())


STALE = [
    ('"total: 2.3333"', '"total: 2.3399"', "TensorFlow printed “total: 2.3333” instead of “total: 2.3399”"),
    ('"total: 2.3333"', '"sum: 2.3333"', "TensorFlow printed “total: 2.3333” instead of “sum: 2.3333”"),
    ('"total: 1.5"', '"total: 2.5"', "the mistake printed “total: 1.5”"),
    ('"shape": "float"', '"shape": "int"', "`total` is float instead of int"),
    ("        2.3333\n", "        2.4333\n", "begins with"),
]


@pytest.mark.parametrize(("old", "new", "fault"), STALE)
def test_check_finds_what_is_no_longer_as_recorded(
    paired: Sample, capsys: pytest.CaptureFixture[str], old: str, new: str, fault: str
) -> None:
    paired.change(f"{HERE}/{pair_files.RECORD}", old, new)
    assert run(paired, "--check") == 1
    error = capsys.readouterr().err
    assert fault in error
    assert "run `python -m scripts run a-pair` and read the difference" in error


def test_a_last_digit_may_differ_on_another_machine(paired: Sample) -> None:
    paired.change(f"{HERE}/{pair_files.RECORD}", '"total: 2.3333"', '"total: 2.3335"')
    assert run(paired, "--check") == 0


def test_a_stale_record_is_found_without_running_anything(paired: Sample) -> None:
    paired.change(PYTORCH, "total:", "sum:")
    found = {(problem.path.rpartition("/")[2], problem.fault) for problem in paired.problems()}
    assert found == {
        ("with_pytorch.py", "it changed after the record was made"),
        ("a-pair.ipynb", "the notebook is not made from these programs"),
    }


def test_a_mistake_may_be_an_exception(paired: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    paired.change(f"{HERE}/index.md", "    value: total\n    off_by: 0.5\n", "    raises: ValueError\n")
    paired.write(MISTAKE, "total = 0\nraise ValueError('no such part')\n")
    assert run(paired) == 0
    result = pair_record.read(paired.docs, "a-pair")
    assert result
    assert result.mistake.error == "ValueError: no such part"
    paired.write(MISTAKE, "raise KeyError('x')\n")
    assert run(paired) == 1
    assert "mistake.py:1: it raises KeyError ('x'), and ValueError is stated" in capsys.readouterr().err
    paired.write(MISTAKE, "total = 0\n")
    assert run(paired) == 1
    assert "no mistake any more" in capsys.readouterr().err


def test_a_warning_that_the_page_names_is_accepted_until_it_is_gone(
    paired: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    paired.change(f"{HERE}/index.md", "  tools: [one]", "  tools: [one]\n  warns: [will be removed]")
    assert run(paired) == 1
    assert "no program warns of “will be removed” any more" in capsys.readouterr().err
    warning = "numbers\nimport warnings; warnings.warn('it will be removed', FutureWarning)\n"
    paired.change(PYTORCH, "numbers\n", warning)
    assert run(paired) == 0


def test_a_pair_that_needs_a_gpu_is_not_counted(paired: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    paired.change(f"{HERE}/index.md", "  tools: [one]", "  tools: [one]\n  needs_gpu: true")
    assert run(paired, "--check") == 0
    printed = capsys.readouterr().out
    assert "needs a GPU" in printed
    assert "0 passed, 0 failed" in printed


def test_one_pair_one_group_or_one_side_runs_alone(
    paired: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(paired, "a-pair", "--check") == 0
    assert run(paired, "tensors", "--check") == 0
    assert run(paired, "gradients", "--check") == 0
    assert "pairs: 0 passed, 0 failed" in capsys.readouterr().out
    assert run(paired, "a-pair", "--only", "pytorch") == 0
    printed = capsys.readouterr().out
    assert "with PyTorch" in printed
    assert "total: 2.3333" in printed
    assert run(paired, "nothing") == 2
    assert "no such pair or group: nothing; known are a-pair" in capsys.readouterr().err


def test_a_broken_page_is_said_and_the_others_run(paired: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    paired.write("examples/b-pair/index.md", "---\ntitle: Broken\n---\n")
    assert run(paired, "--check") == 1
    captured = capsys.readouterr()
    assert "docs/examples/b-pair/index.md:" in captured.err
    assert "pairs: 1 passed, 1 failed" in captured.out


def test_a_run_leaves_nothing_beside_the_programs(paired: Sample) -> None:
    names = {file.name for file in (paired.docs / HERE).iterdir()}
    assert names == {
        *pair_files.PROGRAMS.values(),
        *("index.md", "inputs.py", "mistake.py", "result.json", "a-pair.ipynb"),
    }


@pytest.mark.parametrize(
    ("imported", "first"),
    [("import tensorflow, torch", True), ("import keras, torch", True), ("import torch", False)],
)
def test_a_notebook_of_both_loads_the_compiler_of_pytorch_first(
    paired: Sample, imported: str, first: bool
) -> None:
    """Loaded after TensorFlow, it ended the kernel."""
    paired.write(f"{HERE}/with_tensorflow.py", f"{imported}\n")
    paired.write(f"{HERE}/with_pytorch.py", f"{imported}\n")
    (page, _), *_ = reader.read(paired.root)[0].pairs
    cells = json.loads(notebook.text(paired.docs, page))["cells"]
    install = "".join(next(cell for cell in cells if cell["cell_type"] == "code")["source"])
    assert install.endswith("\nimport torch._dynamo") is first


def test_the_notebook_runs_from_top_to_bottom(paired: Sample, tmp_path: Path) -> None:
    book = json.loads(pair_files.notebook_of(paired.docs, "a-pair").read_text(encoding="utf-8"))
    cells = ["".join(cell["source"]) for cell in book["cells"] if cell["cell_type"] == "code"]
    assert '"torch": "torch",' in cells[0]
    assert "%pip install --quiet" in cells[0]
    assert cells[1].startswith("%%writefile inputs.py\n")
    assert cells[2].startswith("from inputs import numbers")
    assert cells[3] == 'in_tensorflow = {"total": total, "parts": parts}'
    assert any("sum(parts[1:])" in cell for cell in cells)
