"""The groups of the navigation that no list names, and the dates of the site's map."""

import datetime
from types import SimpleNamespace
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as SitePage

from scripts.publish import navigation
from tests.conftest import OUTCOME, Sample
from tests.test_notebooks import book
from tests.test_notebooks import write as write_notebook


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


def test_the_index_of_the_notebooks_leads_their_group(compared: Sample) -> None:
    write_notebook(compared, book())
    assert shown(compared)[-1] == ("Notebooks", "notebooks", ["a-notebook"], True)


def test_a_page_is_dated_by_its_check_and_a_list_by_the_newest_in_its_folder(compared: Sample) -> None:
    compared.change("compare/a-row.md", "  checked: 2026-11-22", "  checked: 2026-11-20")
    compared.change("compare/b-row.md", "  checked: 2026-11-22", "  checked: 2026-11-10")
    compared.change("tools/one.md", "  checked: 2026-11-22", "  checked: 2026-11-21")
    compared.change("tools/one.md", "seen: 2026-11-22", "seen: 2026-11-21")
    compared.change("index.md", "checked: 2026-11-22", "checked: 2026-11-01")
    sources = [
        "index.md", "all.md", "compare/index.md", "compare/a-row.md", "compare/b-row.md", "tools/index.md",
        "tools/one.md", "tools/zero.md", "about/index.md", "about/licence.md", "tools-of/index.md",
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
        "tools/zero.md": "",
        "about/index.md": "",
        "about/licence.md": "",
        "tools-of/index.md": "",
    }
    assert datetime.date.fromisoformat(pages[0].update_date)


def test_a_group_whose_index_stands_in_no_part_keeps_no_other_from_its_place(decided: Sample) -> None:
    config = MkDocsConfig()
    config.load_dict({"site_name": "A site", "docs_dir": str(decided.docs)})
    sources = ["compare/index.md", "compare/a-row.md", "decide/index.md", "decide/one-end.md"]
    files = Files([File(source, str(decided.docs), str(decided.root), True) for source in sources])
    pages = {file.src_uri: SitePage(None, file, config) for file in files}
    part = Section("Decide", [pages["decide/index.md"]])
    pages["decide/index.md"].parent = part
    navigation.add_groups(
        Navigation([pages["compare/index.md"], part], list(pages.values())), files, decided.read()
    )
    assert [group.title for group in part.children if isinstance(group, Section)] == ["Outcomes"]


def test_groups_stand_at_the_end_of_the_part_that_holds_their_folder(decided: Sample) -> None:
    config = MkDocsConfig()
    config.load_dict({"site_name": "A site", "docs_dir": str(decided.docs)})
    sources = [
        *("index.md", "compare/index.md", "compare/a-row.md", "compare/b-row.md"),
        *("decide/index.md", "decide/one-end.md", "decide/other-end.md"),
    ]
    files = Files([File(source, str(decided.docs), str(decided.root), True) for source in sources])
    pages = {file.src_uri: SitePage(None, file, config) for file in files}
    # The index of the decision stands in no part: its outcomes have no place.
    part = Section("Compare", [pages["compare/index.md"], pages["compare/b-row.md"]])
    for page in part.children:
        page.parent = part
    items = [pages["index.md"], part, pages["decide/index.md"]]
    nav = navigation.add_groups(Navigation(items, list(pages.values())), files, decided.read())
    assert nav.items == items
    index, *groups = part.children
    assert index is pages["compare/index.md"]
    assert [(group.title, group.children) for group in groups if isinstance(group, Section)] == [
        ("Writing and debugging code", [pages["compare/a-row.md"]]),
        ("Shipping a model", [pages["compare/b-row.md"]]),
    ]
    assert {group.parent for group in groups} == {part}
    assert pages["compare/a-row.md"].parent is groups[0]
    order = ["index.md", "compare/index.md", "compare/a-row.md", "compare/b-row.md", "decide/index.md"]
    assert [page.file.src_uri for page in nav.pages] == order
    before = [page.previous_page and page.previous_page.file.src_uri for page in nav.pages]
    after = [page.next_page and page.next_page.file.src_uri for page in nav.pages]
    assert before == [None, *order[:-1]]
    assert after == [*order[1:], None]
