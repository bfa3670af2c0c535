"""Which files may lie below docs/, at the edge of each limit."""

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from scripts import paths
from scripts.content import files


def said(docs: Path, name: str, data: bytes) -> list[tuple[str, str]]:
    """Path and fault of all that is wrong, with one file there."""
    file = docs / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return [(problem.path, problem.fault) for problem in files.faults(docs)]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    return tmp_path / "docs"


@pytest.mark.parametrize("ending", [".md", ".ipynb", ".py", ".yml", ".json", ".txt"])
def test_a_file_may_be_as_large_as_its_limit(docs: Path, ending: str) -> None:
    most = files.LIMITS[ending].kilobytes * 1000
    assert said(docs, f"a/b{ending}", b"a" * most) == []
    ((path, fault),) = said(docs, f"a/b{ending}", b"a" * (most + 1))
    assert path == f"docs/a/b{ending}"
    assert fault.endswith(f"and {most // 1000} KB are allowed")


def test_the_limits_are_those_that_contributors_read() -> None:
    named = {
        "page": ".md",
        "program": ".py",
        "picture": ".png",
        "drawing": ".svg",
        "notebook": ".ipynb",
        "record": ".json",
        "data file": ".yml",
        "text": ".txt",
        "style sheet": ".css",
        "script": ".js",
    }
    text = (paths.ROOT / ".github/CONTRIBUTING.md").read_text(encoding="utf-8")
    (sentence,) = re.findall(r"file-size \| A (page has .*) \|", text)
    read = dict(re.findall(r"(?:^|, a )([a-z ]+?)(?: has at most)? (\d+)", sentence))
    assert read == {word: str(files.LIMITS[ending].kilobytes) for word, ending in named.items()}


@pytest.mark.parametrize("ending", [".css", ".js"])
def test_code_for_a_browser_may_be_as_large_as_its_limit(docs: Path, ending: str) -> None:
    name, most = f"assets/{ending[1:]}/a{ending}", files.LIMITS[ending].kilobytes * 1000
    (docs.parent / "mkdocs.yml").write_text(f"# a{ending}\n", encoding="utf-8")
    assert said(docs, name, b"a" * most) == []
    # It is said in whole KB, rounded.
    ((_, fault),) = said(docs, name, b"a" * (most + 600))
    assert f" of {most // 1000 + 1} KB, and {most // 1000} KB are allowed" in fault


@pytest.mark.parametrize(
    ("size", "fine"), [((4096, 1), True), ((1, 4096), True), ((4097, 1), False), ((1, 4097), False)]
)
def test_an_image_may_be_as_wide_and_as_high_as_the_limit(
    docs: Path, size: tuple[int, int], fine: bool
) -> None:
    drawn = io.BytesIO()
    Image.new("1", size).save(drawn, "PNG")
    found = said(docs, "a.png", drawn.getvalue())
    assert (found == []) is fine
    assert all(f"{size[0]} by {size[1]} pixels, and 4096 are allowed" in fault for _, fault in found)


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("a.md", None),
        ("a b.md", "its name would be escaped in an address"),
        ("ä.md", "its name would be escaped in an address"),
        (".DS_Store", None),
        (".hidden/a.html", None),
        ("__pycache__/a.pyc", None),
        ("a.html", "a file of the kind “.html” is not published"),
        ("Makefile", "a file of the kind “Makefile” is not published"),
        ("a.MD", "a file of the kind “.MD” is not published"),
    ],
)
def test_a_file_is_judged_by_its_name(docs: Path, name: str, fault: str | None) -> None:
    assert [found for _, found in said(docs, name, b"a\n")] == ([fault] if fault else [])


@pytest.mark.parametrize(
    ("name", "asking", "fault"),
    [
        ("assets/js/a.js", 'import "./a.js"', None),
        ("assets/js/a.js", 'import "./data.js"', "nothing asks for it"),
        ("assets/js/a.js", 'import "./b-a.js"', "nothing asks for it"),
        ("sw.js", "register('sw.js')", None),
        ("about/a.js", 'import "./a.js"', "code for the browser beside pages"),
    ],
)
def test_a_script_lies_with_the_others_and_something_asks_for_it(
    docs: Path, name: str, asking: str, fault: str | None
) -> None:
    (docs.parent / "mkdocs.yml").write_text(f"# {asking}\n", encoding="utf-8")
    assert [found for _, found in said(docs, name, b"let a;\n")] == ([fault] if fault else [])


def test_a_script_does_not_ask_for_itself(docs: Path) -> None:
    assert said(docs, "assets/js/a.js", b"// a.js\n") == [("docs/assets/js/a.js", "nothing asks for it")]
