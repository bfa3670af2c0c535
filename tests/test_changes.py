"""What the history says has changed, in its record, on pages, and in the feed."""

import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from scripts.__main__ import main
from scripts.model.change import Change, What, settled
from scripts.publish import feed
from scripts.render import changes
from tests.conftest import Sample
from tests.test_diff import git

ATOM = "{http://www.w3.org/2005/Atom}"


def commit(sample: Sample, day: str) -> None:
    """Commit all that is there, on a day."""
    git(sample.root, "add", "--all")
    git(
        sample.root,
        "-c",
        f"user.name={day}",
        "commit",
        "--quiet",
        "--message",
        day,
        f"--date={day}T12:00:00Z",
    )


@pytest.fixture
def history(compared: Sample, monkeypatch: pytest.MonkeyPatch) -> Sample:
    """The sample with two commits after the first: a verdict changes, then a page comes and one goes."""
    git(compared.root, "init", "--quiet")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-20T12:00:00Z")
    commit(compared, "2026-11-20")
    git(compared.root, "tag", "start")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-21T12:00:00Z")
    compared.change("compare/a-row.md", "edge: pytorch", "edge: depends")
    compared.change("compare/a-row.md", "and TensorFlow most", "and TensorFlow a part")
    commit(compared, "2026-11-21")
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-22T12:00:00Z")
    text = (compared.docs / "compare/b-row.md").read_text(encoding="utf-8")
    compared.write(
        "compare/c-row.md", text.replace("title: B row", "title: C <row>").replace("b-row", "c-row")
    )
    commit(compared, "2026-11-22")
    return compared


def recorded(sample: Sample, *arguments: str) -> list[tuple[str, str, str, str]]:
    """What the command records, the newest first: day, kind, address, what."""
    assert main(["changes", "--root", str(sample.root), *arguments]) == 0
    return [
        (change.day.isoformat(), change.kind, change.url, change.what) for change in sample.read().changes
    ]


EXPECTED = [
    ("2026-11-22", "added", "compare/c-row/", "row of the comparison"),
    ("2026-11-21", "verdict", "compare/a-row/", "Edge"),
    ("2026-11-21", "fact", "compare/a-row/", "Why"),
]


def test_each_commit_is_read_once_and_the_newest_stands_first(
    history: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert recorded(history, "--since", "start") == EXPECTED
    assert recorded(history) == EXPECTED
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-23T12:00:00Z")
    history.change("compare/a-row.md", "rating: strong", "rating: limited")
    commit(history, "2026-11-23")
    assert recorded(history) == [("2026-11-23", "verdict", "compare/a-row/", "PyTorch’s rating"), *EXPECTED]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [([], "say where to begin with --since"), (["--since", "nowhere"], "nowhere: cannot be compared with (")],
)
def test_a_missing_start_is_told(
    history: Sample, capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert main(["changes", "--root", str(history.root), *arguments]) == 1
    assert said in capsys.readouterr().err
    assert not (history.docs / "about/changes.json").exists()


def test_a_damaged_record_is_told_and_kept(history: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    history.write("about/changes.json", '{"upto": "x", "changes": []}')
    assert main(["changes", "--root", str(history.root)]) == 1
    assert "docs/about/changes.json:1: no record of changes: `upto`: " in capsys.readouterr().err
    assert (history.docs / "about/changes.json").read_text(encoding="utf-8") == '{"upto": "x", "changes": []}'


def test_the_page_has_each_change_under_its_day(history: Sample) -> None:
    recorded(history, "--since", "start")
    text = changes.listing(history.read())
    newer, older = text.split("## 21 November 2026 {#d2026-11-21}")
    assert "## 22 November 2026 {#d2026-11-22}" in newer
    assert "- **New** (row of the comparison): [C &lt;row>](/compare/c-row.md)\n" in newer
    assert "- **Verdict**: [A row](/compare/a-row.md), Edge\n    - was: PyTorch\n    - is: Depends\n" in older


def test_statements_are_folded_and_the_newest_alone_stand_there(history: Sample) -> None:
    recorded(history, "--since", "start")
    content = history.read()
    day = datetime.date(2026, 11, 22)
    many = [
        Change(day=day, kind="fact", url="", title=f"T{at}", what="Why") for at in range(changes.STATEMENTS)
    ]
    object.__setattr__(content, "changes", (*many, *content.changes))
    text = changes.listing(content)
    folded = f'??? known "Statements with other words: {changes.STATEMENTS}"\n\n    - '
    assert f"{folded}**Fact**: [T0](/index.md), Why\n" in text
    assert text.index("(row of the comparison)") < text.index("??? known") < text.index("## 21 November")
    assert "1 older changes are in the repository" in text
    assert "- **Fact**: [A row]" not in text


def test_many_new_pages_of_a_kind_are_folded(history: Sample) -> None:
    recorded(history, "--since", "start")
    content = history.read()
    day = datetime.date(2026, 11, 22)
    tools = tuple(
        Change(day=day, kind="added", url="compare/a-row/", title=f"T{at}", what="tool") for at in range(13)
    )
    object.__setattr__(content, "changes", tools)
    assert '??? known "New: 13 pages (tool)"\n\n    - [T0](/compare/a-row.md)\n' in changes.listing(content)
    object.__setattr__(content, "changes", tools[1:])
    assert "- **New** (tool): [T1](/compare/a-row.md), [T2]" in changes.listing(content)


def change(kind: What, day: int = 22, title: str = "A", old: str = "", new: str = "") -> Change:
    return Change(day=datetime.date(2026, 11, day), kind=kind, url="a/", title=title, old=old, new=new)


@pytest.mark.parametrize(
    ("newest_first", "left"),
    [
        ([change("removed"), change("added")], []),
        ([change("added"), change("removed")], []),
        ([change("added"), change("removed"), change("added")], [change("added")]),
        ([change("added"), change("added")], [change("added")]),
        ([change("removed", 23), change("added")], [change("removed", 23), change("added")]),
        ([change("removed", title="B"), change("added")], [change("removed", title="B"), change("added")]),
        (
            [change("fact", old="b", new="c"), change("added"), change("fact", old="a", new="b")],
            [change("fact", old="a", new="c"), change("added")],
        ),
        ([change("fact", old="b", new="a"), change("fact", old="a", new="b")], []),
        (
            [change("verdict", old="b", new="c"), change("fact", old="a", new="b")],
            [change("verdict", old="b", new="c"), change("fact", old="a", new="b")],
        ),
    ],
)
def test_what_a_day_took_back_is_no_change(newest_first: list[Change], left: list[Change]) -> None:
    assert settled(newest_first) == left


def test_a_page_knows_its_last_change(history: Sample) -> None:
    recorded(history, "--since", "start")
    last = history.read().last_change
    assert {url: (change.day.day, change.what) for url, change in last.items()} == {
        "compare/a-row/": (21, "Edge")
    }


def test_the_feed_is_valid_atom_and_its_ids_stay(history: Sample, tmp_path: Path) -> None:
    recorded(history, "--since", "start")
    content = history.read()

    def written() -> ET.Element:
        return ET.parse(feed.write(content, tmp_path, "https://example.org/site/", "The site")).getroot()

    root = written()
    assert root.tag == f"{ATOM}feed"
    assert root.findtext(f"{ATOM}id") == "https://example.org/site/changes.xml"
    assert root.findtext(f"{ATOM}updated") == "2026-11-22T00:00:00Z"
    assert {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")} == {
        "self": "https://example.org/site/changes.xml",
        "alternate": "https://example.org/site/about/changes/",
    }
    entries = root.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == [
        "New: C <row>, row of the comparison",
        "Verdict: A row, Edge",
        "Fact: A row, Why",
    ]
    for entry in entries:  # what RFC 4287 asks of each
        datetime.datetime.fromisoformat(entry.findtext(f"{ATOM}updated", "").replace("Z", "+00:00"))
        assert entry.findtext(f"{ATOM}id", "").startswith("https://")
        assert entry.find(f"{ATOM}link") is not None
    assert entries[1].findtext(f"{ATOM}content") == "Was: PyTorch\nIs: Depends"
    identities = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(identities)) == 3
    assert [entry.findtext(f"{ATOM}id") for entry in written().findall(f"{ATOM}entry")] == identities


def test_the_feed_has_the_newest_alone(history: Sample, tmp_path: Path) -> None:
    recorded(history, "--since", "start")
    content = history.read()
    day = datetime.date(2026, 11, 22)
    many = tuple(Change(day=day, kind="fact", url="", title=f"T{number}") for number in range(feed.MOST + 5))
    object.__setattr__(content, "changes", many)
    root = ET.parse(feed.write(content, tmp_path, "https://example.org/", "The site")).getroot()
    titles = [entry.findtext(f"{ATOM}title") for entry in root.findall(f"{ATOM}entry")]
    assert titles == [f"Fact: T{number}" for number in range(feed.MOST)]
