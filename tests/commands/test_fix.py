"""`check --fix` corrects what can mean nothing else, says so, and leaves everything else as it is."""

import os
from pathlib import Path

import pytest

from scripts import paths, rules
from scripts.__main__ import main
from scripts.content import reader
from tests.conftest import PAGE, Sample

MARK = b"\xef\xbb\xbf"
LINK = "See [the tool](http://example.org/tool)."


def contents(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def fixed(sample: Sample, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Correct the sample. Returns what is said to be fixed, without the words that are always the same."""
    capsys.readouterr()
    main(["check", "--fix", "--root", str(sample.root)])
    lines = [line for line in capsys.readouterr().out.splitlines() if ": fixed: " in line]
    assert all(line.startswith("docs/") for line in lines)
    return [line.removeprefix("docs/").replace(" fixed:", "", 1) for line in lines]


def change(sample: Sample, file: str, old: str, new: str) -> bytes:
    """Change a file of the sample. Returns its bytes from before."""
    before = (sample.docs / file).read_bytes()
    assert old.encode() in before
    (sample.docs / file).write_bytes(before.replace(old.encode(), new.encode(), 1))
    return before


# What is wrong in a file, what is said, and what stands there then (if it is not what stood there before).
FIXES = [
    ("index.md", "## A section {#section}", "## A section",
     ["index.md:12: the heading has the id {#a-section}"], "## A section {#a-section}"),
    ("index.md", "## A section {#section}", "## 2 things: one `a_b` of [many](index.md)!  ",
     ["index.md:12: the heading has the id {#things-one-a-b}"],
     "## 2 things: one `a_b` of [many](index.md)! {#things-one-a-b}"),
    ("index.md", "## A section {#section}", "## 3D plots",
     ["index.md:12: the heading has the id {#plots}"], "## 3D plots {#plots}"),
    ("index.md", "## A section {#section}", "### One\n\n## Two {#two}\n\n### Three", [
        "index.md:12: the heading has the id {#one}", "index.md:16: the heading has the id {#three}"],
     "### One {#one}\n\n## Two {#two}\n\n### Three {#three}"),
    ("index.md", "checked: 2026-11-22", "checked: 2026/11/22",
     ["index.md:4: the day 2026/11/22 is written 2026-11-22"], None),
    ("index.md", "checked: 2026-11-22", "checked: 2026.11.2  # a comment",
     ["index.md:4: the day 2026.11.2 is written 2026-11-02"], "checked: 2026-11-02  # a comment"),
    ("tools/one.md", "seen: 2026-11-22", 'seen: "2026-11-2"',
     ["tools/one.md:26: the day 2026-11-2 is written 2026-11-02"], 'seen: "2026-11-02"'),
    ("tools/one.md", 'dated: "2026-11"', "dated: 2026/1/31",
     ["tools/one.md:25: the day 2026/1/31 is written 2026-01-31"], "dated: 2026-01-31"),
    ("about/article.yml", "checked: 2026-11-22", "checked: 2026/11/22",
     ["about/article.yml:6: the day 2026/11/22 is written 2026-11-22"], None),
    ("moves.yml", "[]", "- {from: é/, since: 2026/11/2, to: tools/one/}",
     ["moves.yml:1: the day 2026/11/2 is written 2026-11-02"],
     "- {from: é/, since: 2026-11-02, to: tools/one/}"),
    ("index.md", "It answers in two lines.", LINK,
     ["index.md:10: the link is to https://example.org/tool"], LINK.replace("http:", "https:")),
    ("index.md", "It answers in two lines.", f"`[a](http://example.org/tool)` {LINK} {LINK}",
     ["index.md:10: the link is to https://example.org/tool"] * 2,
     f"`[a](http://example.org/tool)` {LINK} {LINK}".replace("tool](http:", "tool](https:")),
    ("index.md", "two lines.\n", "two lines. \n", ["index.md:10: no white space at the end"], None),
    ("index.md", "two lines.\n", "two lines.  \t\n", ["index.md:10: no white space at the end"], None),
    ("index.md", "two lines.\n\n", "two lines.\n \t \n", ["index.md:11: no white space at the end"], None),
    ("index.md", "{#section}\n", "{#section}   \n", ["index.md:12: no white space at the end"], None),
    ("index.md", "recheck_days: 90\n", "recheck_days: 90  \n",
     ["index.md:5: no white space at the end"], None),
    ("about/article.yml", "status: opinion\n", "status: opinion \n",
     ["about/article.yml:4: no white space at the end"], None),
    (".nav.yml", "nav:\n", "nav:\t\n", [".nav.yml:1: no white space at the end"], None),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "said", "then"), FIXES)
def test_what_can_mean_nothing_else_is_corrected_once(  # noqa: PLR0913, PLR0917
    sample: Sample,
    capsys: pytest.CaptureFixture[str],
    file: str,
    old: str,
    new: str,
    said: list[str],
    then: str | None,
) -> None:
    before = change(sample, file, old, new)
    assert fixed(sample, capsys) == said
    expected = before if then is None else before.replace(old.encode(), then.encode(), 1)
    assert (sample.docs / file).read_bytes() == expected
    assert fixed(sample, capsys) == []
    assert (sample.docs / file).read_bytes() == expected


@pytest.mark.parametrize("file", ["index.md", "tools/one.md", "about/article.yml", ".nav.yml", "moves.yml"])
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda data: MARK + data, "1: the byte-order mark is gone"),
        (lambda data: data.replace(b"\n", b"\r\n"), "1: lines end with LF, {lines} of them from here on"),
        (lambda data: data.replace(b"\n", b"\r"), "1: lines end with LF, {lines} of them from here on"),
        (lambda data: data.rstrip(b"\n"), "{lines}: the last line ends"),
    ],
    ids=["mark", "CRLF", "CR", "end"],
)
def test_what_an_editor_leaves_goes(
    sample: Sample, capsys: pytest.CaptureFixture[str], file: str, wrong: object, said: str
) -> None:
    place = sample.docs / file
    before = place.read_bytes()
    assert callable(wrong)
    place.write_bytes(wrong(before))
    lines = before.count(b"\n")
    assert fixed(sample, capsys) == [f"{file}:{said.format(lines=lines)}"]
    assert place.read_bytes() == before
    assert fixed(sample, capsys) == []


def test_all_of_it_at_once_in_one_file(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    text = PAGE.replace("checked: 2026-11-22", "checked: 2026/11/22").replace(" {#section}", "  ")
    text = text.replace("It answers in two lines.", LINK).rstrip("\n").replace("\n", "\r\n")
    (sample.docs / "index.md").write_bytes(MARK + text.encode())
    (sample.docs / "index.md").chmod(0o640)
    assert fixed(sample, capsys) == [
        "index.md:1: lines end with LF, 13 of them from here on",
        "index.md:1: the byte-order mark is gone",
        "index.md:4: the day 2026/11/22 is written 2026-11-22",
        "index.md:10: the link is to https://example.org/tool",
        "index.md:12: the heading has the id {#a-section}",
        "index.md:14: the last line ends",
    ]
    expected = PAGE.replace("{#section}", "{#a-section}")
    expected = expected.replace("It answers in two lines.", LINK.replace("http:", "https:"))
    assert (sample.docs / "index.md").read_bytes() == expected.encode()
    assert (sample.docs / "index.md").stat().st_mode & 0o777 == 0o640
    assert list(sample.docs.glob(".*.new")) == []
    assert fixed(sample, capsys) == []
    assert sample.problems() == []


# What is left as it is, and the rule that still says so, if one does.
LEFT = [
    # White space that means something.
    ("index.md", "two lines.", "two lines.  \nAnd more.", None),
    ("index.md", "two lines.", "two lines.\t\nAnd more.", None),
    ("index.md", "two lines.", "two lines.\n\n```text\na  \n \n```", None),
    ("index.md", "two lines.", "two lines.\n\n    code  \n", None),
    ("index.md", "two lines.", "two lines.\n\n- \n- b", None),
    ("index.md", "two lines.", "two lines.\n\n1. \n2. b", None),
    ("index.md", "two lines.", "two lines.\n\n> a\n> \n> b", None),
    (
        "about/article.yml",
        "today: Nobody has measured it,",
        "today: |\n    Nobody has measured it,  \n   ",
        None,
    ),
    ("tools/one.md", "  status_note: It has", "  status_note: |\n    A:  \n    it has", None),
    ("index.md", "title: A page\n", "title: [A page \n", "front-matter"),
    # Headings whose words make no id, or one that is there.
    ("index.md", "## A section {#section}", "## 日本語", "heading-id"),
    ("index.md", "## A section {#section}", "## 2026", "heading-id"),
    ("index.md", "## A section {#section}", "## Id", "heading-id"),
    ("index.md", "## A section {#section}", "## A page", "heading-id"),
    ("index.md", "## A section {#section}", "## Same\n\nA word.\n\n## Same\n\nA word.", "heading-id"),
    ("index.md", "## A section {#section}", "## A section { .wide }", "heading-id"),
    ("index.md", "## A section {#section}", "## A section ##", "heading-id"),
    ("index.md", "## A section {#section}", "## Of {{ count.tools }}", "heading-id"),
    ("index.md", "## A section {#section}", "```md\n## A section\n```", None),
    # Days that are none, or may be others, and what only looks like one.
    ("index.md", "checked: 2026-11-22", "checked: 2026/27/11", "front-matter"),
    ("index.md", "checked: 2026-11-22", "checked: 27/11/2026", "front-matter"),
    ("index.md", "checked: 2026-11-22", "checked: 26/11/22", "front-matter"),
    ("index.md", "checked: 2026-11-22", "checked: 22 November 2026", "front-matter"),
    ("index.md", "checked: 2026-11-22", "checked: before 2026/11/22", "front-matter"),
    ("about/article.yml", "today: Nobody has", "today: |\n    checked: 2026/11/22\n    Nobody has", None),
    ("index.md", "two lines.", "two lines.\n\n```yaml\nchecked: 2026/11/22\n```", None),
    ("about/article.yml", "checked: 2026-11-22", "checked: [2026/11/22", "front-matter"),
    # A last line that ends would be another text.
    (
        "about/article.yml",
        "says: The program prints what it should.\n",
        "says: |\n        It prints it.",
        None,
    ),
    # Links of which nobody has seen that they work with https.
    ("index.md", "two lines.", "two [lines](http://example.org/other).", "link-target"),
    ("index.md", "two lines.", "two [lines](http://example.org/tool#part).", "link-target"),
    ("index.md", "two lines.", "two lines: `[a](http://example.org/tool)`.", None),
]


@pytest.mark.parametrize(("file", "old", "new", "rule"), LEFT)
def test_what_is_not_safe_is_left_and_still_said(  # noqa: PLR0913, PLR0917
    sample: Sample, capsys: pytest.CaptureFixture[str], file: str, old: str, new: str, rule: str | None
) -> None:
    change(sample, file, old, new)
    before = contents(sample.root)
    assert fixed(sample, capsys) == []
    assert contents(sample.root) == before
    assert {problem.rule for problem in sample.problems()} == ({rule} if rule else set())


@pytest.mark.parametrize(
    "data",
    [
        b"caf\xe9 \r\n",
        "a \r\n".encode("utf-16"),
        b"a \n<<<<<<< HEAD\nb \n=======\nc \n>>>>>>> change\n",
    ],
)
@pytest.mark.parametrize("file", ["index.md", "about/article.yml", "notes.txt"])
def test_a_file_that_cannot_be_read_is_left_alone(
    sample: Sample, capsys: pytest.CaptureFixture[str], file: str, data: bytes
) -> None:
    (sample.docs / file).write_bytes(data)
    change(sample, "tools/one.md", "  checked: 2026-11-22", "  checked: 2026/11/22")
    assert fixed(sample, capsys) == ["tools/one.md:18: the day 2026/11/22 is written 2026-11-22"]
    assert (sample.docs / file).read_bytes() == data


@pytest.mark.parametrize("file", ["a.py", "a.json", "a.ipynb", "assets/a.css"])
def test_what_commands_write_or_record_is_left_alone(
    sample: Sample, capsys: pytest.CaptureFixture[str], file: str
) -> None:
    sample.write(file, "")
    (sample.docs / file).write_bytes(MARK + b"a \r\n")
    assert fixed(sample, capsys) == []
    assert (sample.docs / file).read_bytes() == MARK + b"a \r\n"


def test_a_link_to_a_file_is_not_followed(
    sample: Sample, tmp_path_factory: pytest.TempPathFactory, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "notes.txt"
    elsewhere.write_bytes(b"a \r\n")
    (sample.docs / "notes.txt").symlink_to(elsewhere)
    assert fixed(sample, capsys) == []
    assert (sample.docs / "notes.txt").is_symlink()
    assert elsewhere.read_bytes() == b"a \r\n"


def test_a_list_of_ids_is_tidied(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    (sample.docs / "ids.txt").write_bytes(b"one \ntwo")
    assert fixed(sample, capsys) == ["ids.txt:1: no white space at the end", "ids.txt:2: the last line ends"]
    assert (sample.docs / "ids.txt").read_bytes() == b"one\ntwo\n"


def test_what_is_fine_is_not_written_anew(sample: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    times = {file: file.stat().st_mtime_ns for file in sample.root.rglob("*")}
    assert main(["check", "--fix", "--root", str(sample.root)]) == 0
    assert capsys.readouterr().out == "2 pages, 1 tools, 1 claims of the article: no problem\n"
    assert {file: file.stat().st_mtime_ns for file in sample.root.rglob("*")} == times


def test_after_the_fixes_the_check_says_what_is_left(
    sample: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    change(sample, "index.md", " {#section}", "")
    change(sample, "tools/one.md", "side: both", "side: neither")
    assert main(["check", "--fix", "--root", str(sample.root)]) == 1
    out, err = capsys.readouterr()
    assert out == "docs/index.md:12: fixed: the heading has the id {#a-section}\n"
    assert "docs/index.md" not in err
    assert "docs/tools/one.md:6:" in err


def test_a_file_that_cannot_be_written_stays_whole_and_fails_the_check(
    sample: Sample, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    really = Path.replace

    def fail(self: Path, target: str | os.PathLike[str]) -> Path:
        if "index" in str(target):
            raise PermissionError(13, "Permission denied", str(self))
        return really(self, target)

    change(sample, "index.md", "two lines.\n", "two lines. \n")
    change(sample, "moves.yml", "[]\n", "[] \n")
    before = (sample.docs / "index.md").read_bytes()
    monkeypatch.setattr(Path, "replace", fail)
    assert main(["check", "--fix", "--root", str(sample.root)]) == 1
    out, err = capsys.readouterr()
    assert out == "docs/moves.yml:1: fixed: no white space at the end\n"
    assert err == "docs/index.md:1: cannot be written: Permission denied\n"
    assert (sample.docs / "index.md").read_bytes() == before
    assert list(sample.docs.glob(".*.new")) == []


def test_fixing_and_listing_what_is_due_exclude_each_other(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["check", "--fix", "--due"])
    assert "not allowed with" in capsys.readouterr().err


def test_nothing_of_the_site_is_to_be_fixed() -> None:
    found, _ = reader.read()
    files = [file for file in found.docs.rglob("*") if file.suffix in rules.FIXABLE]
    assert len(files) > 100
    for file in files:
        path = file.relative_to(paths.ROOT).as_posix()
        assert rules.corrected(file.read_bytes(), path, found) == (file.read_bytes(), []), path


def test_the_rules_that_can_correct_something_are_these() -> None:
    assert {fix.__module__.rpartition(".")[2] for fix in rules.FIXES} == {
        "checked_date",
        "former_key",
        "heading_form",
        "heading_id",
        "link_target",
    }
