"""The groups of the navigation that no list names, and the dates of the site's map."""

import datetime
from types import SimpleNamespace
from typing import Any, cast

from scripts.publish import navigation
from tests.conftest import OUTCOME, Sample


def shown(sample: Sample) -> list[tuple[str, str, list[str], bool]]:
    return [
        (group.title, group.folder, [page.id for page in group.pages], group.leads)
        for group in navigation.groups(sample.read())
    ]


def test_rows_and_pairs_stand_in_their_groups_and_an_empty_group_is_left_out(paired: Sample) -> None:
    assert shown(paired) == [
        ("Writing and debugging code", "compare", ["a-row"], False),
        ("Shipping a model", "compare", ["b-row"], False),
        ("Tensors", "examples", ["a-pair"], False),
    ]


def test_outcomes_stand_in_the_order_of_their_titles(decided: Sample) -> None:
    decided.change("decide/one-end.md", 'title: "Outcome: one-end"', "title: zeta")
    decided.write(
        "decide/third-end.md", OUTCOME.format(id="third-end").replace("Outcome: third-end", "Alpha")
    )
    assert shown(decided)[-1] == ("Outcomes", "decide", ["third-end", "other-end", "one-end"], False)


def test_a_page_is_dated_by_its_check_and_a_list_by_the_newest_in_its_folder(compared: Sample) -> None:
    compared.change("compare/a-row.md", "  checked: 2026-11-22", "  checked: 2026-11-20")
    compared.change("compare/b-row.md", "  checked: 2026-11-22", "  checked: 2026-11-10")
    compared.change("tools/one.md", "  checked: 2026-11-22", "  checked: 2026-11-21")
    compared.change("tools/one.md", "seen: 2026-11-22", "seen: 2026-11-21")
    compared.change("index.md", "checked: 2026-11-22", "checked: 2026-11-01")
    sources = [
        "index.md", "all.md", "compare/index.md", "compare/a-row.md", "compare/b-row.md", "tools/index.md",
        "tools/one.md", "about/index.md", "about/licence.md", "tools-of/index.md",
    ]  # fmt: skip
    pages = [SimpleNamespace(file=SimpleNamespace(src_uri=source), update_date="x") for source in sources]
    navigation.set_dates(cast(Any, pages), compared.read())
    assert {page.file.src_uri: page.update_date for page in pages} == {
        "index.md": "2026-11-01",
        "all.md": "2026-11-21",
        "compare/index.md": "2026-11-20",
        "compare/a-row.md": "2026-11-20",
        "compare/b-row.md": "2026-11-10",
        "tools/index.md": "2026-11-21",
        "tools/one.md": "2026-11-21",
        "about/index.md": "",
        "about/licence.md": "",
        "tools-of/index.md": "",
    }
    assert datetime.date.fromisoformat(pages[0].update_date)
