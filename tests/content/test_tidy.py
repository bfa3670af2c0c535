"""What editors leave is removed where that means nothing, line by line."""

from pathlib import Path

import pytest

from scripts.content import source, tidy


@pytest.mark.parametrize(
    ("text", "tidied", "edits"),
    [
        ("a\nb\n", "a\nb\n", []),
        ("\ufeffa\n", "a\n", [(1, "the byte-order mark is gone")]),
        ("a\r\nb\r\n", "a\nb\n", [(1, "lines end with LF, 2 of them from here on")]),
        ("a\nb\r\nc\rd\n", "a\nb\nc\nd\n", [(2, "lines end with LF, 2 of them from here on")]),
        (
            "\ufeffa\n\nb\r",
            "a\n\nb\n",
            [(1, "the byte-order mark is gone"), (3, "lines end with LF, 1 of them from here on")],
        ),
        ("a\ufeff\n", "a\ufeff\n", []),
    ],
)
def test_a_text_starts_without_a_mark_and_its_lines_end_alike(
    text: str, tidied: str, edits: list[tuple[int, str]]
) -> None:
    found, done = tidy.start(text)
    assert found == tidied
    assert [(edit.line, edit.done) for edit in done] == edits


def stripped(text: str, path: str) -> str:
    """The text with its line ends stripped where they may be."""
    edits = list(tidy.line_ends(text, path))
    assert {edit.done for edit in edits} <= {"no white space at the end"}
    return tidy.applied(text, edits)[0]


FRONT = "---\ntitle: A \ndata: b\n---\n"


@pytest.mark.parametrize(
    ("path", "text", "tidied"),
    [
        ("a.py", "a = 1 \n\nb = 2\t\n", "a = 1\n\nb = 2\n"),
        ("a.py", "a = 1\n   \n", "a = 1\n\n"),
        ("a.yml", "a: b \nc: d\t\n", "a: b\nc: d\n"),
        ("a.yml", "a: |\n  b \n  c\nd: e \n", "a: |\n  b \n  c\nd: e \n"),
        ("a.yml", "a: [b \n", "a: [b \n"),
        (
            "a.md",
            f"{FRONT}# A{{#a}} \n\nText \nmore\n",
            f"{FRONT.replace('A ', 'A')}# A{{#a}}\n\nText\nmore\n",
        ),
        # Two spaces break a line, if another one follows that they can be broken from.
        ("a.md", "one  \ntwo\n", "one  \ntwo\n"),
        ("a.md", "on\t\ntwo\n", "on\t\ntwo\n"),
        ("a.md", "one \ntwo\n", "one\ntwo\n"),
        ("a.md", "one  \n\ntwo\n", "one\n\ntwo\n"),
        ("a.md", "one  \n", "one\n"),
        ("a.md", "## One  \ntwo\n", "## One\ntwo\n"),
        ("a.md", "   \none\n", "\none\n"),
        # What would be something else without the space behind it.
        ("a.md", "- \none\n", "- \none\n"),
        ("a.md", "> \none\n", "> \none\n"),
        ("a.md", "12. \none\n", "12. \none\n"),
        ("a.md", "3) \none\n", "3) \none\n"),
        ("a.md", "v3) \none\n", "v3)\none\n"),
        ("a.md", "    code \none\n", "    code \none\n"),
        ("a.md", "\tcode \none\n", "\tcode \none\n"),
        ("a.md", "   text \none\n", "   text\none\n"),
        ("a.md", "```\ncode \n```\ntext \nmore\n", "```\ncode \n```\ntext\nmore\n"),
    ],
)
def test_white_space_goes_where_it_means_nothing(path: str, text: str, tidied: str) -> None:
    assert stripped(text, path) == tidied
    assert stripped(tidied, path) == tidied


def test_each_edit_has_its_line_in_the_file() -> None:
    text = f"{FRONT}one \n\ntwo \nthree\n"
    assert [(edit.line, edit.text) for edit in tidy.line_ends(text, "a.md")] == [
        (2, "title: A"),
        (5, "one"),
        (7, "two"),
    ]
    assert [edit.line for edit in tidy.line_ends("a: b\nc: d \n", "a.yml")] == [2]
    assert [edit.line for edit in tidy.line_ends("a\nb \n", "a.js")] == [2]


@pytest.mark.parametrize(
    ("path", "text", "ended"),
    [
        ("a.md", "", ""),
        ("a.md", "a\n", "a\n"),
        ("a.md", "a", "a\n"),
        ("a.yml", "a: b", "a: b\n"),
        ("a.yml", "a: |+\n  b", "a: |+\n  b"),
        ("a.yml", "a: [", "a: ["),
        ("a.py", "a: |+\n  b", "a: |+\n  b\n"),
    ],
)
def test_the_last_line_ends_unless_that_changes_the_data(path: str, text: str, ended: str) -> None:
    assert tidy.end(text, path) == ended


@pytest.mark.parametrize(
    ("data", "line", "fault"),
    [
        (b"a\nb\n", 0, ""),
        ("a\nGr\u00f6\u00dfe \u2013 \u65e5\u672c\u8a9e\u00a0\t\r\n".encode(), 0, ""),
        (b"a\nb\xff\n", 2, "the text is not UTF-8 (byte 0xff)"),
        (b"\n\xff", 2, "the text is not UTF-8 (byte 0xff)"),
        (b"\n\x00", 2, "a character that nobody sees stands here, U+0000"),
        (b"\n<<<<<<< HEAD\n=======\n>>>>>>> other\n", 2, "a merge conflict is not resolved"),
        (b"a\n\n\n\xe9t\xe9", 4, "the text is not UTF-8 (byte 0xe9)"),
        (b"a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> other\n", 2, "a merge conflict is not resolved"),
        (b"a\n<<<<<<< HEAD\r\nb\n=======\r\nc\n>>>>>>> other\n", 2, "a merge conflict is not resolved"),
        (b"a\n=======\nb\n", 0, ""),
        (b"Title\n=======\n\n>>>>>>> quoted\n", 0, ""),
        (b" <<<<<<< HEAD\n=======\n>>>>>>> other\n", 0, ""),
        ("a\n\nb\u202ec\n".encode(), 3, "a character that nobody sees stands here, U+202E"),
        (b"a\x00\n", 1, "a character that nobody sees stands here, U+0000"),
        (b"a\n\x0b\n", 2, "a character that nobody sees stands here, U+000B"),
    ],
)
def test_a_text_that_cannot_be_read_as_it_is_meant_is_told_with_its_line(
    data: bytes, line: int, fault: str
) -> None:
    found = source.fault_of("docs/a.md", data)
    assert (found.line if found else 0, found.fault if found else "") == (line, fault)
    assert found is None or found.path == "docs/a.md"


def test_of_a_file_that_is_not_there_the_text_is_empty(tmp_path: Path) -> None:
    assert source.read(tmp_path / "none.md") == ""
    assert source.read(tmp_path) == ""


@pytest.mark.parametrize(
    ("data", "marked"),
    [(b"\xef\xbb\xbfa", True), (b"a", False), (b"", False), ("😀".encode(), False), (b"\xef\xbb", False)],
)
def test_a_mark_before_the_text_is_seen_and_not_read(tmp_path: Path, data: bytes, marked: bool) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(data)
    assert source.is_marked(file) is marked
    assert not source.read(file).startswith(tidy.MARK)


def test_files_of_text_are_looked_at_and_no_others(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "folder.md").mkdir()
    for name in ("a.md", "b/c.svg", "d.png", "e"):
        (tmp_path / name).write_bytes(b"\xff")
    (tmp_path / "link.md").symlink_to(tmp_path / "a.md")
    (tmp_path / "gone.md").symlink_to(tmp_path / "none.md")
    found = [problem.path for problem in source.faults(tmp_path)]
    assert found == ["docs/a.md", "docs/b/c.svg"]
