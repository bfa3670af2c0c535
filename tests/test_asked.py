"""How often people meet each message: every row names a page once, and the summary adds up."""

import re
from collections import Counter

from scripts import paths

PAGE = paths.ROOT / "docs/about/asked.md"
ROW = re.compile(r"^\| \[.+\]\(\.\./errors/([a-z0-9-]+)\.md\) \| (\d+) \| (.+) \|$", re.MULTILINE)
THREAD = re.compile(r"\[([\w.-]+/[\w.-]+)#(\d+)\]\(https://github\.com/\1/(?:issues|pull)/\2\)")
BANDS = {"10 to 12": (10, 12), "5 to 9": (5, 9), "1 to 4": (1, 4), "none": (0, 0)}
TEXT = PAGE.read_text(encoding="utf-8")
ROWS = [(name, int(count), threads) for name, count, threads in ROW.findall(TEXT)]


def test_each_message_that_was_counted_has_one_row() -> None:
    names = Counter(name for name, _, _ in ROWS)
    assert [name for name, times in names.items() if times > 1] == []
    assert [name for name in names if not (paths.ROOT / f"docs/errors/{name}.md").is_file()] == []


def test_the_most_frequent_come_first_each_with_two_threads_if_there_are_two() -> None:
    counts = [count for _, count, _ in ROWS]
    assert counts == sorted(counts, reverse=True)
    for name, count, threads in ROWS:
        shown = THREAD.findall(threads)
        assert len(set(shown)) == min(count, 2), name
        assert THREAD.sub("", threads).strip(", ") == ("" if count else "none"), name


def test_the_summary_is_that_of_the_rows() -> None:
    for band, (least, most) in BANDS.items():
        within = sum(least <= count <= most for _, count, _ in ROWS)
        assert f"| {band} | {within} |" in TEXT
    assert f"{len(ROWS)} that we looked up" in " ".join(TEXT.split())
