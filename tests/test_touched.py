"""What a pull request runs first: that alone which it touches."""

import pytest

from scripts.__main__ import main
from tests.conftest import Sample
from tests.test_diff import commit


def listed(sample: Sample, capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """What the command names, by kind."""
    capsys.readouterr()
    assert main(["touched", "HEAD", "--list", "--root", str(sample.root)]) == 0
    return dict(line.split(" touched: ") for line in capsys.readouterr().out.splitlines())


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("index.md", "It answers", "It now answers"), {}),
        (("compare/b-row.md", "Something new", "Something newer"), {}),
        (("tools/one.md", "What it is,", "What it does,"), {"programs": "one"}),
        (("tools/one-example.py", '"one"', '"won"'), {"programs": "one"}),
        (("examples/a-pair/index.md", "It happens", "It once happened"), {"pairs": "a-pair"}),
        (("examples/a-pair/mistake.py", "- 0.5", "- 0.6"), {"pairs": "a-pair"}),
        (("examples/a-pair/inputs.py", "4.0", "5.0"), {"pairs": "a-pair"}),
        (("examples/a-pair/result.json", "2026", "2027"), {"pairs": "a-pair"}),
    ],
)
def test_a_file_stands_for_what_it_is_part_of(
    paired: Sample, capsys: pytest.CaptureFixture[str], change: tuple[str, str, str], expected: dict[str, str]
) -> None:
    commit(paired)
    paired.change(*change)
    nothing = {"programs": "none", "pairs": "none", "errors": "none", "api": "none", "notebooks": "none"}
    assert listed(paired, capsys) == nothing | expected


def test_an_unknown_revision_is_told(compared: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    commit(compared)
    assert main(["touched", "nowhere", "--root", str(compared.root)]) == 2
    assert "nowhere: cannot be compared with (" in capsys.readouterr().err
