"""What a page's path says, the lines of its data, and the orders in which pages are listed."""

import struct
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.content import icons, whole
from scripts.content.page import Page, card_name
from scripts.content.plot import Picture
from tests.conftest import PAIR, TOOL, Sample


def page_of(sample: Sample, source: str) -> Page:
    page = sample.read().page(source)
    assert page
    return page


def named(source: str) -> Page:
    from scripts.content import markdown  # noqa: PLC0415

    return Page(source, markdown.split("# x\n"), None, None)


@pytest.mark.parametrize(
    ("source", "url", "folder", "name"),
    [
        ("index.md", "", "", ""),
        ("all.md", "all/", "", "all"),
        ("tools/index.md", "tools/", "tools", "tools"),
        ("tools/onnx.md", "tools/onnx/", "tools", "onnx"),
        ("examples/a-pair/index.md", "examples/a-pair/", "examples/a-pair", "a-pair"),
        ("notebooks/a-book.ipynb", "notebooks/a-book/", "notebooks", "a-book"),
        ("tools/reindex.md", "tools/reindex/", "tools", "reindex"),
        ("compare/an-index.md", "compare/an-index/", "compare", "an-index"),
    ],
)
def test_a_path_is_an_address_a_folder_and_an_id(source: str, url: str, folder: str, name: str) -> None:
    page = named(source)
    assert page.path == f"docs/{source}"
    assert (page.url, page.folder, page.id) == (url, folder, name)
    assert page.is_notebook is source.endswith(".ipynb")
    # A notebook of which nothing could be read is only reported as that.
    assert page.is_unreadable is source.endswith(".ipynb")


@pytest.mark.parametrize(
    ("url", "name"), [("", "home.png"), ("tools/", "tools.png"), ("a/b/c/", "a-b-c.png"), ("/a/", "a.png")]
)
def test_a_card_is_named_by_its_address(url: str, name: str) -> None:
    assert card_name(url) == name


def test_a_tool_or_a_row_shows_a_program_if_it_says_so(compared: Sample) -> None:
    content = compared.read()
    assert {page.id for page in content.pages if page.shows_program} == {"one"}
    compared.change("compare/a-row.md", "program: one", "program: a-row")
    assert {page.id for page in compared.read().pages if page.shows_program} == {"one", "a-row"}
    compared.change("tools/one.md", "use: executed", "use: shown\n  use_note: It cannot.")
    assert {page.id for page in compared.read().pages if page.shows_program} == {"a-row"}
    assert page_of(compared, "tools/one.md").program_anchor == "use"
    assert page_of(compared, "compare/a-row.md").program_anchor == "program"


def test_a_value_of_front_matter_has_its_line(compared: Sample) -> None:
    page = page_of(compared, "compare/a-row.md")
    lines = (compared.docs / page.source).read_text(encoding="utf-8").split("\n")
    for steps, start in (
        (("title",), "title:"),
        (("row",), "row:"),
        (("row", "pytorch", "rating"), "    rating: strong"),
        (("row", "evidence", 1), "    - kind: judged"),
        (("row", "evidence", 1, "says"), "      says: We read"),
        (("row", "nothing"), "row:"),
    ):
        assert lines[page.line_of(*steps) - 1].startswith(start), steps


def test_a_value_of_a_notebooks_front_matter_has_its_line_in_the_notebook(compared: Sample) -> None:
    """Its file holds each line of the cell somewhere, as it is JSON."""
    page = page_of(compared, "compare/a-row.md")
    as_notebook = replace(page, front_lines=tuple(range(101, 301)))
    assert as_notebook.line_of("title") == page.line_of("title") + 100


def test_a_program_or_a_pair_has_the_address_where_it_is_shown(paired: Sample) -> None:
    content = paired.read()
    assert content.program_address("") == ""
    assert content.program_address("one") == "tools/one/#use"
    assert content.program_address("a-pair") == "examples/a-pair/"


# Orders -------------------------------------------------------------------------------------------


def test_rows_are_in_the_order_of_their_groups_then_of_their_files(compared: Sample) -> None:
    text = (compared.docs / "compare/b-row.md").read_text(encoding="utf-8")
    for name, group in (("c-row", "install"), ("d-row", "programming"), ("e-row", "migration")):
        new = text.replace("B row", f"Row {name}").replace("b-row", name)
        compared.write(f"compare/{name}.md", new.replace("group: deployment", f"group: {group}"))
    content = compared.read()
    assert [page.id for page, _ in content.rows] == ["a-row", "b-row", "c-row", "d-row", "e-row"]
    assert [page.id for page, _ in content.rows_in_order] == ["a-row", "d-row", "c-row", "b-row", "e-row"]


def test_pairs_are_in_the_order_of_group_level_and_title(paired: Sample) -> None:
    for name, group, level, title in (
        ("b", "layers", 1, "Zeta"), ("c", "tensors", 2, "alpha"), ("d", "tensors", 1, "Beta"),
        ("e", "tensors", 1, "alpha two"), ("f", "gradients", 3, "Alpha three"),
    ):  # fmt: skip
        text = PAIR.replace("A pair\n", f"{title}\n").replace("a-pair", name)
        text = text.replace("group: tensors", f"group: {group}").replace("level: 1", f"level: {level}")
        paired.write(f"examples/{name}/index.md", text)
    content = paired.read()
    assert list(content.pair_pages) == ["a-pair", "e", "d", "c", "f", "b"]
    assert [page.id for page, _ in content.pairs] == list(content.pair_pages)
    assert [name for name, result in content.results.items() if result] == ["a-pair"]


def test_what_names_a_tool_or_a_row_is_found_by_the_name(paired: Sample) -> None:
    naming = paired.read().naming
    found = {key: [page.id for page in pages] for key, pages in naming.items()}
    assert found == {
        ("tools in rows", "one"): ["a-row", "b-row"],
        ("tools", "one"): ["a-pair"],
        ("rows", "a-row"): ["a-pair"],
    }


def test_all_evidence_is_listed_with_its_place(compared: Sample) -> None:
    found = [(path, entry.kind) for path, _, entry in compared.read().evidence]
    assert found == [
        ("docs/about/article.yml", "executed"),
        ("docs/compare/a-row.md", "executed"),
        ("docs/compare/a-row.md", "judged"),
        ("docs/compare/b-row.md", "executed"),
        ("docs/compare/b-row.md", "judged"),
        ("docs/tools/one.md", "sourced"),
    ]
    for path, line, entry in compared.read().evidence:
        if path != "docs/about/article.yml":
            text = (compared.root / path).read_text(encoding="utf-8").split("\n")[line - 1]
            assert text.strip() == f"- kind: {entry.kind}"


def test_a_claim_is_treated_on_the_pages_that_show_it(sample: Sample) -> None:
    sample.write("tools/two.md", TOOL.replace('--8<-- "programs/one.md"', '--8<-- "claims/first-point.md"'))
    content = sample.read()
    assert {name: [page.source for page in pages] for name, pages in content.treated_on.items()} == {
        "first-point": ["index.md", "tools/two.md"]
    }
    assert content.claim("first-point").status == "opinion"
    assert content.page("tools/none.md") is None


# Files --------------------------------------------------------------------------------------------


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + struct.pack(">II", width, height)


@pytest.mark.parametrize(
    ("name", "data", "size"),
    [
        ("a.png", png(640, 480) + b"rest", (640, 480)),
        ("a.png", png(640, 480), (640, 480)),
        ("a.png", png(640, 480)[:23], None),
        ("a.png", b"GIF" + png(640, 480)[3:], None),
        ("a.svg", b'<?xml?><svg a="b" viewBox="0 0 30.4 20">', (30, 20)),
        ("a.svg", b'<svg viewBox="-5,-5, 100.6,50.5"></svg>', (101, 50)),
        ("a.svg", b'<svg width="3"><g viewBox="0 0 1 1"/></svg>', None),
        ("a.svg", b"no picture", None),
    ],
)
def test_a_picture_has_the_size_of_its_header(name: str, data: bytes, size: tuple[int, int] | None) -> None:
    assert Picture(name, data, "").size == size


def test_files_are_written_all_or_none(tmp_path: Path) -> None:
    old = tmp_path / "old.md"
    old.write_text("old", encoding="utf-8")
    new = tmp_path / "a/b/new.md"
    with pytest.raises(FileExistsError):
        whole.create({new: "new", old: "other"})
    assert old.read_text(encoding="utf-8") == "old"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["old.md"]
    whole.create({new: "é\n", tmp_path / "a/c.md": "c"})
    assert new.read_bytes() == b"\xc3\xa9\n"
    assert (tmp_path / "a/c.md").read_text(encoding="utf-8") == "c"


def test_a_file_is_replaced_with_its_permissions_and_nothing_is_left(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("old", encoding="utf-8")
    file.chmod(0o640)
    whole.replace(file, b"new")
    assert file.read_bytes() == b"new"
    assert file.stat().st_mode & 0o777 == 0o640
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]
    with pytest.raises(OSError):  # noqa: PT011  (which one is the system's affair)
        whole.replace(tmp_path / "none.md", b"x")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize(
    ("name", "like", "near"),
    [
        ("material-check", True, "material-check"),
        ("materal-check", True, "material-check"),
        ("Material_Check", False, "material-check"),
        ("octicons-", False, None),
        ("check", False, None),
        ("-check", False, None),
        ("unknown-check", False, None),
    ],
)
def test_a_name_that_is_nearly_an_icons_is_told_from_others(name: str, like: bool, near: str | None) -> None:
    assert icons.looks_like_icon(name) is like
    if near:
        assert icons.nearest(name) == near


def test_only_a_hyphen_parts_the_name_of_an_icon() -> None:
    assert icons.is_icon("material-check")
    assert icons.is_icon("fontawesome-brands-github")
    for name in ("material+check", "materialxcheck", "material_check", "material-", "-check", "material"):
        assert not icons.is_icon(name)
