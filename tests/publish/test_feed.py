"""The feed of changes as a reader of feeds takes it."""

import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from scripts.content.tree import Content
from scripts.model.change import Change
from scripts.publish import feed
from scripts.render.changes import FEED

ATOM = {"a": feed.NAMESPACE}
SITE = "https://example.org/site/"


def change(day: int = 20, **fields: str) -> Change:
    given = {
        "kind": "fact",
        "title": "A row",
        "url": "compare/a-row/",
        "what": "the edge",
        "old": "",
        "new": "",
    }
    return Change.model_validate(given | fields | {"day": datetime.date(2026, 11, day)})


def read(folder: Path, *changes: Change) -> ET.Element:
    folder.mkdir(exist_ok=True)
    file = feed.write(Content(folder, changes=changes), folder, SITE, "The site")
    text = file.read_bytes()
    assert text.startswith(b"<?xml version='1.0' encoding='utf-8'?>\n")
    assert text.endswith(b"</feed>\n")
    return ET.fromstring(text)


def texts(root: ET.Element, path: str) -> list[str | None]:
    return [element.text for element in root.findall(path, ATOM)]


@pytest.mark.parametrize(
    ("old", "new", "content"),
    [
        ("good", "strong", "Was: good\nIs: strong"),
        ("", "strong", "Was: \nIs: strong"),
        ("good", "", "Was: good\nIs: "),
        ("", "", "the edge"),
    ],
)
def test_an_entry_says_what_was_and_what_is(tmp_path: Path, old: str, new: str, content: str) -> None:
    assert texts(read(tmp_path, change(old=old, new=new)), "a:entry/a:content") == [content]


def test_the_feed_is_as_new_as_its_newest_entry(tmp_path: Path) -> None:
    assert texts(read(tmp_path, change(27), change(20)), "a:updated") == ["2026-11-27T00:00:00Z"]
    assert texts(read(tmp_path), "a:updated") == ["2026-11-22T00:00:00Z"]


def test_a_hundred_entries_are_enough(tmp_path: Path) -> None:
    many = [change(what=f"the edge {number}") for number in range(120)]
    found = texts(read(tmp_path, *many), "a:entry/a:content")
    assert found == [f"the edge {number}" for number in range(100)]


def test_a_change_keeps_its_id_and_another_has_another(tmp_path: Path) -> None:
    def ids(*changes: Change) -> list[str | None]:
        return texts(read(tmp_path, *changes), "a:entry/a:id")

    one, other = change(), change(what="the rating")
    assert ids(one) == ids(other, one)[1:]
    assert len({*ids(one, other)}) == 2
    # Readers of feeds know the published entries by these: a change of their form would show all as new.
    assert {len(str(name)) for name in ids(one, other)} == {len(f"{SITE}{FEED}#") + 16}
