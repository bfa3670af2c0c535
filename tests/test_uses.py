"""How often public code uses each name: imports of every form, repositories that count alike, bad input."""

import subprocess
from collections import Counter
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.content.json_record import NAMES, USES
from scripts.model.api_names import PublicNames
from scripts.outside import uses
from tests.conftest import TODAY, Sample

TEXTS = [
    ("import tensorflow as tf\ntf.abs(tf.exp(x))\n", {"tf.abs": 1, "tf.exp": 1}),
    ("import tensorflow\ntensorflow.abs(x)\n", {"tf.abs": 1}),
    ("from tensorflow import keras\nkeras.layers.Dense(3)\n", {"keras.layers.Dense": 1}),
    ("import tensorflow.keras.layers as L\nL.Dense(3)\nL.Dense(4)\n", {"keras.layers.Dense": 2}),
    ("from tensorflow.keras.layers import Dense as D\nD(3)\n", {"keras.layers.Dense": 1}),
    ("import torch.nn.functional as F\nF.relu(x)\n", {"torch.nn.functional.relu": 1}),
    ("import torch\nfrom torch import nn\nclass A(nn.Module):\n    pass\ntorch.zeros(2).sum()\n",
     {"torch.nn.Module": 1, "torch.zeros": 1}),
    ("import torchvision.transforms as T\nT.Resize(3)\n", {"torchvision.transforms.Resize": 1}),
    ("from .torch import nn\nnn.Linear(1)\nimport numpy as np\nnp.abs(1)\n", {}),
    ("import torch\nx = torch\n", {"torch": 1}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_a_use_is_a_name_that_an_import_leads_to(text: str, expected: dict[str, int]) -> None:
    assert uses.uses(text) == Counter(expected)


def test_each_repository_counts_alike_and_the_largest_share_comes_first() -> None:
    counted = [Counter({"tf.a": 90, "tf.b": 10, "torch.a": 5}), Counter({"tf.b": 1}), Counter({"torch.a": 3})]
    shares = uses.shares(counted, ("tf", "keras"))
    assert list(shares) == ["tf.b", "tf.a"]
    assert shares == pytest.approx({"tf.b": 0.55, "tf.a": 0.45})
    assert uses.shares([], ("tf",)) == {}


def clone(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    for words in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", "-C", str(folder), *words], check=True)
    return folder


@pytest.fixture
def named(sample: Sample) -> Sample:
    names = PublicNames(
        recorded=TODAY,
        versions={},
        counted={"tensorflow": ["tf"], "pytorch": ["torch"]},
        modules={"tf": ["abs", "exp"], "torch": ["zeros"], "torch.nn": ["Module"]},
        aliases={},
    )
    NAMES.write(sample.docs, names)
    return sample


def test_clones_are_counted_and_recorded_with_their_commits(
    named: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "a.py": TEXTS[0][0] + "tf.gone(x)\n",
        "b.py": "print 'Python 2'\n",
        "c.txt": TEXTS[0][0],
        "d.py": "",
    }
    one = clone(tmp_path / "one", files)
    two = clone(tmp_path / "two", {"a.py": TEXTS[6][0]})
    words = [f"tensorflow:us/one={one}", f"pytorch:us/two={two}"]
    assert main(["uses", *words, "--root", str(named.root)]) == 0
    assert "us/one: 2 uses of 2 names in 1 files" in capsys.readouterr().out
    found = USES.read(named.docs)
    assert found.shares == {  # type: ignore[union-attr]
        "tensorflow": {"tf.abs": 0.5, "tf.exp": 0.5},
        "pytorch": {"torch.nn.Module": 0.5, "torch.zeros": 0.5},
    }
    (repository,) = found.repositories["tensorflow"]  # type: ignore[union-attr]
    assert (repository.name, repository.files, len(repository.commit)) == ("us/one", 1, 40)


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("us/one=folder", "us/one=folder: write side:owner/name=folder, side being tensorflow or pytorch"),
        ("jax:us/one=folder", "write side:owner/name=folder"),
        ("pytorch:us/one", "write side:owner/name=folder"),
        ("pytorch:us/one=no-folder", "no-folder: no clone of git; clone us/one there"),
    ],
)
def test_what_cannot_be_counted_is_said(
    named: Sample, capsys: pytest.CaptureFixture[str], word: str, message: str
) -> None:
    assert main(["uses", word, "--root", str(named.root)]) == 2
    assert message in capsys.readouterr().err
    assert USES.read(named.docs) is None


def test_names_are_listed_first(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["uses", "pytorch:us/one=x", "--root", str(sample.root)]) == 2
    assert "no names are listed yet; run `python -m scripts api`" in capsys.readouterr().err
