"""Whatever is done to a file of content, the check says so with its place, and never fails itself."""

import json
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import paths
from scripts.__main__ import main
from scripts.content import fingerprint
from tests.conftest import Sample
from tests.test_notebooks import booked

__all__ = ["booked"]  # a fixture

LINE = re.compile(r"^[\w./ -]+:\d+: (warning: )?\S.*; \S.* \[[a-z-]+\]$")
SEEDS = range(25)

Damage = Callable[[bytes, random.Random], bytes]
BYTES = (
    b"\x00",
    b"\xff\xfe",
    b"\xe9",
    b"\xef\xbb\xbf",
    b"\t",
    b"\r",
    b": ",
    b"- ",
    b"{",
    b"]",
    b'"',
    b"'",
    b"*a",
    b"&a",
)
VALUES = (
    b"null",
    b"[]",
    b"{}",
    b"7",
    b"1e999",
    b"2026-02-30",
    b"true",
    b"[[x]]",
    b"{a: {b: c}}",
    b"~",
    b"!!x y",
    b"",
)
BLOCKS = (
    b"---\n",
    b"```\n",
    b"<<<<<<< a\n=======\n>>>>>>> b\n",
    b"<div>\n",
    b"<!--\n",
    b"| a |\n| --- |\n",
    b"? [a]\n: b\n",
)


def truncated(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data) + 1)]


def with_bytes(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(BYTES) + data[at:]


def without_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    start = chance.randrange(len(lines) + 1)
    return b"".join(lines[:start] + lines[start + chance.randrange(1, 4) :])


def with_a_line(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(BLOCKS))
    return b"".join(lines)


def with_another_value(data: bytes, chance: random.Random) -> bytes:
    """A value of another type: of YAML behind a colon, or of JSON."""
    places = list(re.finditer(rb"(?<=: )[^\n]+|(?<=- )[^\n]+", data))
    if not places:
        return chance.choice(VALUES)
    place = chance.choice(places)
    return data[: place.start()] + chance.choice(VALUES) + data[place.end() :]


def swapped(data: bytes, chance: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


DAMAGES: list[Damage] = [truncated, with_bytes, without_lines, with_a_line, with_another_value, swapped]


@pytest.fixture
def whole(booked: Sample, decided: Sample) -> Sample:
    """A valid site with a file of each kind."""
    results = sorted((paths.ROOT / "docs/measurements/results").glob("*.json"))
    # Recorded on a day of the sample's past: its own is not known before it is written.
    run = json.loads(results[0].read_text(encoding="utf-8"))
    run["started"] = f"2026-11-20{run['started'][10:]}"
    booked.write("measurements/results/one.json", json.dumps(fingerprint.stamped(run)))
    return booked


def told(site: Sample, capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    """The lines that the check prints of its problems."""
    code = main(["check", "--root", str(site.root), *options])
    captured = capsys.readouterr()
    lines = [line for line in captured.err.splitlines() if line.startswith("docs/")]
    assert code in (0, 1)
    assert bool([line for line in lines if ": warning: " not in line]) == bool(code), captured.err
    assert "[internal]" not in captured.err, captured.err
    assert "Traceback" not in captured.err + captured.out
    for line in lines:
        assert LINE.match(line), line
    return lines


def kinds(site: Sample) -> list[Path]:
    """The files of the site, each of which is damaged in turn."""
    return sorted(file for file in site.docs.rglob("*") if file.is_file())


def test_the_site_is_whole_before(whole: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(whole, capsys) == []
    endings = {file.suffix for file in kinds(whole)}
    assert {".md", ".yml", ".py", ".json", ".ipynb"} <= endings


@pytest.mark.parametrize("seed", SEEDS)
def test_damage_is_told_with_its_place(
    whole: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str], seed: int
) -> None:
    chance, found = random.Random(seed), 0
    for file in chance.choices(kinds(whole), k=10):
        data = file.read_bytes()
        file.write_bytes(chance.choice(DAMAGES)(data, chance))
        found += bool(told(whole, capsys))
        file.write_bytes(data)
    assert found  # most damage is a fault
    assert told(whole, capsys) == []


@pytest.mark.parametrize(
    "text", [b"", b"\x00", b"\xff\xfe\x00", b"\xef\xbb\xbf", b"[", b"null", b"- a\n", b"a: 1\n", b"---\n"]
)
def test_no_content_of_a_file_is_a_surprise(
    whole: Sample, capsys: pytest.CaptureFixture[str], text: bytes
) -> None:
    for file in kinds(whole):
        data = file.read_bytes()
        file.write_bytes(text)
        told(whole, capsys)
        file.write_bytes(data)


def test_a_folder_or_a_link_in_place_of_a_file_is_told(
    whole: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in kinds(whole):
        path = f"docs/{file.relative_to(whole.docs).as_posix()}"
        data = file.read_bytes()
        file.unlink()
        file.mkdir()
        lines = told(whole, capsys)
        assert any(line.startswith(path) for line in lines) or file.name.startswith("."), (path, lines)
        file.rmdir()
        file.symlink_to("/etc/hostname")
        assert told(whole, capsys) == [
            f"{path}:1: it is a symbolic link; put the file itself there; a link could publish what lies "
            "elsewhere on a machine [file-kind]"
        ]
        file.unlink()
        file.write_bytes(data)


def test_a_linked_folder_is_told_and_not_entered(
    whole: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.move(whole.docs / "tools", tmp_path / "elsewhere")
    (whole.docs / "tools").symlink_to(tmp_path / "elsewhere")
    (line,) = told(whole, capsys)
    assert line.startswith("docs/tools:1: it is a symbolic link")


def test_fixing_what_is_damaged_never_fails(whole: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    chance = random.Random(1)
    for file in chance.choices(kinds(whole), k=40):
        data = file.read_bytes()
        kept = {other: other.read_bytes() for other in kinds(whole)}
        file.write_bytes(chance.choice(DAMAGES)(data, chance))
        told(whole, capsys, "--fix")
        for other, before in kept.items():
            other.write_bytes(before)
