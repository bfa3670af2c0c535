"""Who looks after a file, read as GitHub reads it."""

import pytest

from scripts.content import owners
from scripts.content.owners import Line
from tests.conftest import Sample

MATCHES = [
    ("*", "docs/a/b.md", True),
    ("/docs/", "docs/a/b.md", True),
    ("/docs/", "docs2/a.md", False),
    ("/docs", "docs/a.md", True),
    ("/docs/a.md", "docs/a.md", True),
    ("/docs/a.md", "docs/a.mdx", False),
    ("/a.md", "docs/a.md", False),
    ("/docs/*", "docs/a.md", True),
    ("/docs/*", "docs/a/b.md", False),
    ("/docs/*/index.md", "docs/a/index.md", True),
    ("/docs/*/index.md", "docs/a/b/index.md", False),
    ("/docs/**/*.py", "docs/a/b/c.py", True),
    ("/docs/**/*.py", "docs/c.py", True),
    ("/docs/**/*.py", "docs/c.pyi", False),
    ("/docs/**", "docs/a/b.md", True),
    ("/docs/a.b/", "docs/aXb/c.md", False),
]


@pytest.mark.parametrize(("pattern", "path", "expected"), MATCHES)
def test_a_pattern_names_files_as_github_reads_it(pattern: str, path: str, expected: bool) -> None:
    assert Line(1, pattern, ()).matches(path) is expected


def test_the_last_line_that_matches_counts_and_may_take_owners_away(sample: Sample) -> None:
    (sample.root / ".github").mkdir()
    text = "# Comment @not\n\n* @all\n/docs/ @one @us/team # why\n/docs/about/\n"
    (sample.root / owners.FILE).write_text(text, encoding="utf-8")
    lines = owners.read(sample.root)
    assert owners.of("README.md", lines) == ("@all",)
    assert owners.of("docs/index.md", lines) == ("@one", "@us/team")
    assert owners.of("docs/about/x.md", lines) == ()
    assert [line.number for line in lines] == [3, 4, 5]


def test_without_the_file_nobody_owns_anything(sample: Sample) -> None:
    assert owners.of("docs/index.md", owners.read(sample.root)) == ()


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        ("/docs/ @one\n/docs/nothing/ @one\n", 2, "`/docs/nothing/` names no file"),
        ("docs/ @one\n", 1, "`docs/` does not start at the root"),
        ("!/docs/ @one\n", 1, "`!/docs/` does not start at the root"),
        ("/docs/ someone\n", 1, "`someone` is no account"),
        ("/docs/ @some_one\n", 1, "`@some_one` is no account"),
        ("/docs/ @one, @two\n", 1, "`@one,` is no account"),
    ],
)
def test_a_line_that_github_passes_over_is_told(sample: Sample, text: str, line: int, fault: str) -> None:
    (sample.root / ".github").mkdir()
    (sample.root / owners.FILE).write_text(text, encoding="utf-8")
    (problem,) = sample.problems()
    assert (problem.path, problem.line, problem.rule) == (".github/CODEOWNERS", line, "file-owner")
    assert fault in problem.fault
