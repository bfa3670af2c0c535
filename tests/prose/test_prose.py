"""The checks of prose find what they are for, name its line, and leave code and addresses alone."""

from pathlib import Path

import pytest
import yaml

from tests.prose.checks import FOLDER, spelling, words

RULES = yaml.safe_load((FOLDER / "words.yml").read_text(encoding="utf-8"))["rules"]


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.node
def test_each_rule_finds_its_words_in_text_and_in_front_matter(tmp_path: Path) -> None:
    phrases = [rule["specs"][0]["from"] for rule in RULES]
    assert len(phrases) > 20
    files = []
    for number, phrase in enumerate(phrases):
        in_two_lines = phrase.replace(" ", "\n  ", 1)
        front = f"---\nrow:\n  why: {phrase}\n---\n\n# Page {{#page}}\n\n"
        page = f"{front}Text: {phrase} (1).\n\n- Text: {in_two_lines}\n"
        files.append(written(tmp_path, f"{number}.md", page))
    done = words(*files)
    assert done.returncode == 1, done.stderr
    for phrase, file in zip(phrases, files, strict=True):
        found = [line for line in done.stdout.splitlines() if line.startswith(f"{file}:")]
        assert [line.removeprefix(f"{file}:").split(":")[0] for line in found][:2] == ["3", "8"], phrase
        assert len(found) == 3, phrase
        assert "; write " in found[0]


@pytest.mark.node
def test_data_and_templates_are_read_too(tmp_path: Path) -> None:
    data = written(tmp_path, "data.yml", "- id: one\n  says: >-\n    It stands on\n    this page.\n")
    template = written(tmp_path, "panel.html", "<p>\n  In order\n  to load\n</p>\n")
    done = words(data, template)
    assert done.returncode == 1
    assert f"{data}:3: “stands on”; write is in" in done.stdout
    assert f"{template}:2: “In order to”; write to" in done.stdout


@pytest.mark.node
def test_code_and_addresses_are_left_alone(tmp_path: Path) -> None:
    page = "# Page {#upkeep}\n\nSee [it](https://example.org/whitelist) and `whitelist`.\n\n```\nanew\n```\n"
    done = words(written(tmp_path, "page.md", page))
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It sets a color.", "`color` should be `colour`"),
        ("It recieves it.", "`recieves` should be `receives`"),
        ("  why: We optimize it.", "`optimize` should be `optimise`"),
    ],
)
def test_spelling_is_british_and_names_the_line(tmp_path: Path, text: str, found: str) -> None:
    page = written(tmp_path, "page.md", f"One line.\n{text}\n")
    done = spelling(page)
    assert done.returncode != 0
    assert f"{page}:2:" in done.stdout
    assert found in done.stdout


@pytest.mark.parametrize(
    "text",
    [
        "Set `color`, or call `torch.optim.Optimizer` and optimizer.step.",
        "[Visualization](https://example.org/visualization) by its author.",
        "BatchNormalization has its [row](quantization.md).",
        "```\ncolor = normalize(behavior)\n```",
        "    title: Quantization of models",
        "  rows: [quantization]",
    ],
)
def test_code_addresses_and_titles_of_others_keep_their_spelling(tmp_path: Path, text: str) -> None:
    done = spelling(written(tmp_path, "page.md", f"{text}\n"))
    assert (done.returncode, done.stdout) == (0, "")
