"""What can be added stands in one table, in the contributor's guide; the site shows it."""

import pytest

from scripts import paths
from scripts.content.tree import Content
from scripts.render import contributions, fragments
from tests.conftest import Sample


def test_the_site_shows_the_table_of_the_guide() -> None:
    table = contributions.table(Content(root=paths.ROOT))
    head, line, *rows = table.splitlines()
    assert head == "| To add | Do | One file |"
    assert set(line) == {"|", "-", " "}
    assert len(rows) > 10
    assert table in (paths.ROOT / contributions.GUIDE).read_text(encoding="utf-8")
    page = (paths.ROOT / "docs/about/contribute.md").read_text(encoding="utf-8")
    assert '\n--8<-- "contributions.md"\n' in page


def test_no_other_file_has_a_table_of_its_own() -> None:
    for name in ("README.md", "docs/about/contribute.md"):
        assert "| `python -m scripts new " not in (paths.ROOT / name).read_text(encoding="utf-8"), name


def test_a_site_without_a_guide_shows_none(sample: Sample) -> None:
    assert fragments.fragments(sample.read(), "")["contributions.md"] == ""


def test_a_guide_without_the_table_is_told(sample: Sample) -> None:
    guide = sample.root / contributions.GUIDE
    guide.parent.mkdir()
    guide.write_text("# Contributing\n\n| What | How |\n| --- | --- |\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"CONTRIBUTING\.md: no table starts with `\| To add \|`"):
        contributions.table(sample.read())
