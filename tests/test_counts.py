"""Numbers in sentences come from the data, on the page and in its Markdown edition."""

import pytest

from scripts.build import Build
from scripts.content import counts
from tests.conftest import Sample

SENTENCE = "{{ Words.rows }} criteria ({{count.rows}}), `{{ count.rows }}`, and {{ words.pairs }} pairs."
FILLED = "Two criteria (2), `{{ count.rows }}`, and no pairs."


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "no"),
        (1, "one"),
        (15, "fifteen"),
        (20, "twenty"),
        (51, "fifty-one"),
        (99, "ninety-nine"),
        (100, "100"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert counts.in_words(number) == words
    assert counts.number_of(words) == number
    assert counts.number_of(words.upper()) == number


def test_of_a_site_without_a_decision_no_questions_are_counted(sample: Sample) -> None:
    found = sample.read()
    text = "{{ count.questions }}, {{ count.most_asked }}, {{ count.outcomes }} and {{ count.tools }}"
    assert counts.filled(text, found) == "0, 0, 0 and 1"


@pytest.fixture
def counting(compared: Sample) -> Sample:
    """The sample with placeholders in its text and its description."""
    compared.change(
        "index.md", "It answers in two lines.", f"{SENTENCE}\n\n```text\n{{{{ count.rows }}}}\n```"
    )
    compared.change("index.md", "description: A page", 'description: "{{ Words.rows }} rows, a page')
    compared.change("index.md", "check of descriptions.", 'check of descriptions."')
    return compared


def test_a_sentence_and_a_description_are_filled(counting: Sample) -> None:
    assert counting.problems() == []
    found = counting.read()
    page = found.page("index.md")
    assert page
    assert page.meta
    assert page.meta.description.startswith("Two rows, a page that says")

    class Shown:
        class file:  # noqa: N801
            src_uri = "index.md"
            content_string = (counting.docs / "index.md").read_text(encoding="utf-8")

    read = Build(found).source_of(Shown())
    assert read
    assert read.startswith('---\ntitle: A page\ndescription: "Two rows, a page')
    assert FILLED in read
    assert "```text\n{{ count.rows }}\n```" in read


def test_faults_of_a_counted_description_are_told_once_and_in_their_line(counting: Sample) -> None:
    counting.change("index.md", "title: A page", "title: A")
    (problem,) = counting.problems()
    assert (problem.path, problem.line, problem.rule) == ("docs/index.md", 2, "front-matter")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{{ count.lines }}", "nothing is counted as “count.lines”"),
        ("{{ number.rows }}", "nothing is counted as “number.rows”"),
        ("{{ rows }}", "nothing is counted as “rows”"),
    ],
)
def test_an_unknown_placeholder_is_found(sample: Sample, text: str, fault: str) -> None:
    sample.change("index.md", "two lines", f"two lines, {text}")
    (problem,) = sample.problems()
    assert (problem.line, problem.rule, problem.fault) == (10, "typed-count", fault)
    assert "count.rows" in problem.remedy


def test_an_unknown_placeholder_in_a_description_is_found(sample: Sample) -> None:
    sample.change("index.md", "description: A page", "description: A {{ count.x }} page")
    assert [(problem.line, problem.rule) for problem in sample.problems()] == [(3, "typed-count")]


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("Eight tools are", "`{{ Words.tools }}`"),
        ("all eight good tools", "`{{ words.tools }}`"),
        ("see 6 tools", "`{{ count.tools }}`"),
        ("one of eight tools", "`{{ words.tools }}`"),
        ("see `8 tools` here", None),
        ("twelve tools", None),  # too far off to be meant
        ("two tools", None),
        ("eight 8", None),
    ],
)
def test_a_typed_number_of_what_is_counted_is_found(
    sample: Sample, monkeypatch: pytest.MonkeyPatch, text: str, remedy: str | None
) -> None:
    monkeypatch.setitem(counts.COUNTS, "tools", counts.Count(lambda content: 7, ("tools",)))
    sample.change("index.md", "two lines", f"two lines, {text}")
    problems = sample.problems()
    assert [problem.rule for problem in problems] == (["typed-count"] if remedy else [])
    assert remedy is None or remedy in problems[0].remedy
    sample.change("tools/one.md", "What it is,", f"What it is, {text},")
    assert sample.problems() == problems  # a tool counts things of others
