"""The dates of each kind of page: the day of its check or run, and the day from which it counts as due."""

import datetime
from types import SimpleNamespace
from typing import Any, cast

import pytest

from scripts.content import due, markdown
from scripts.content.notebook_file import NotebookFile
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.model.page import PageMeta

DAY = datetime.date(2026, 11, 22)
LATER = datetime.date(2027, 2, 20)
TEXTS = {"title": "A page", "description": "A page that says enough about itself to pass the check of it."}
PAIR = {
    "question": "How does it look in both?",
    "group": "tensors",
    "level": 1,
    "values": [{"name": "total", "within": 1e-6, "says": "the sum of all parts"}],
    "mistake": {"continues": "pytorch", "title": "A part is left out", "value": "total", "off_by": 0.5},
    "rows": ["a-row"],
    "tools": [],
    "recheck_days": 90,
}
NOTEBOOK = {
    "minutes": 5,
    "level": 1,
    "question": "How does it look in both?",
    "rows": ["a-row"],
    "examples": ["a-pair"],
    "recheck_days": 90,
}


def page(recorded: datetime.date | None = None, source: str = "a-page.md", **data: Any) -> Page:
    """A page with this front matter; as a notebook it was run on the day `recorded`, if at all."""
    stored = cast("NotebookFile", SimpleNamespace(recorded=recorded)) if recorded else None
    front = {name: SimpleMapping(value) for name, value in data.items()}
    return Page(source, markdown.split("# x\n"), front, PageMeta.model_validate(TEXTS | data), stored)


class SimpleMapping(dict[str, Any]):
    """Data whose lines nobody asks for."""

    def __init__(self, value: Any) -> None:
        super().__init__(value if isinstance(value, dict) else {})


def content(run: datetime.date | None = None, *pages: Page) -> Content:
    """Content of these pages, whose pairs were run on a day, if at all."""
    result = SimpleNamespace(recorded=run) if run else None
    results = {"a-page": result}
    return cast("Content", SimpleNamespace(results=results, pages=pages, claims=(), claim_lines={}))


@pytest.mark.parametrize(
    ("shown", "run", "dates"),
    [
        (page(), None, None),
        (page(checked=DAY, recheck_days=90), None, due.Dates(DAY, LATER)),
        (page(pair=PAIR), DAY, due.Dates(DAY, LATER)),
        (page(pair=PAIR), None, None),
        (page(DAY, notebook=NOTEBOOK), None, due.Dates(DAY, LATER)),
        (page(notebook=NOTEBOOK), DAY, None),
    ],
)
def test_a_page_is_due_so_many_days_after_its_check_or_its_run(
    shown: Page, run: datetime.date | None, dates: due.Dates | None
) -> None:
    assert due.of(content(run), shown) == dates


@pytest.mark.parametrize(
    ("shown", "remedy"),
    [
        (page(checked=DAY, recheck_days=90), due.LOOK),
        (page(pair=PAIR), "run `python -m scripts run a-page`"),
        (page(DAY, notebook=NOTEBOOK), "run `python -m scripts notebooks a-page`"),
    ],
)
def test_what_to_do_is_to_look_again_or_to_run_again(shown: Page, remedy: str) -> None:
    (entry,) = due.entries(content(DAY, shown))
    assert (entry.by, entry.path, entry.title, entry.remedy) == (LATER, "docs/a-page.md", "A page", remedy)


def test_the_longest_due_comes_first_and_what_is_due_later_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("scripts.dates.now", lambda: datetime.datetime(2027, 2, 20, 12, tzinfo=datetime.UTC))
    days = {"today.md": 90, "soon.md": 104, "later.md": 105, "long.md": 30}
    pages = [page(source=name, checked=DAY, recheck_days=number) for name, number in days.items()]
    found = [[entry.path for entry in due.within(content(None, *pages), ahead)] for ahead in (0, 14, 15)]
    assert found == [
        ["docs/long.md", "docs/today.md"],
        ["docs/long.md", "docs/today.md", "docs/soon.md"],
        ["docs/long.md", "docs/today.md", "docs/soon.md", "docs/later.md"],
    ]
