"""Where it is told that a page cannot be read, and what is read besides pages."""

import pytest

from scripts.content import reader
from tests.conftest import Sample


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("", 1),
        ('---\ntitle: A page\ndescription: "open\n---\n', 3),
        ("---\ntitle: A page\ndescription: [one\n---\n", 3),
        ("---\ntitle: A page\nunknown: x\n---\n", 3),
    ],
)
def test_what_is_wrong_before_the_text_is_told_with_its_line(sample: Sample, front: str, line: int) -> None:
    sample.write("index.md", f"{front}\n# A page {{#a-page}}\n")
    _, problems = reader.read(sample.root)
    assert line in {problem.line for problem in problems if problem.path == "docs/index.md"}


def test_words_of_readers_are_read_for_the_search(sample: Sample) -> None:
    assert reader.read(sample.root)[0].search.synonyms == {}
    sample.write("search.yml", "synonyms:\n  pickle: save load\n")
    content, problems = reader.read(sample.root)
    assert problems == []
    assert content.search.synonyms == {"pickle": "save load"}
