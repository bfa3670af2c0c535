"""Questions that people asked in public: the search finds the page that answers, and what is open is said."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from pydantic import TypeAdapter, model_validator

from scripts.model.base import Address, Ask, Record, SourceDate
from tests.search.ask import ask
from tests.site.conftest import Site

FILE = Path(__file__).parents[1] / "search" / "public-questions.yml"
FIRST = 3
LEAST_ANSWERED = 61  # of them in full; who takes an answer away lowers this, and says why


class PublicQuestion(Record):
    """A question, where it was asked, what a reader would type, and the section that answers it."""

    address: Address
    dated: SourceDate | None = None
    asked: Ask
    words: str
    answered_by: str | None
    missing: str | None = None

    @model_validator(mode="after")
    def _says_what_is_open(self) -> "PublicQuestion":
        if self.answered_by is None and self.missing is None:
            raise ValueError("without an answer, `missing` says what is not there")
        return self


@pytest.fixture(scope="module")
def questions() -> list[PublicQuestion]:
    entries = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return TypeAdapter(list[PublicQuestion]).validate_python(entries)


def test_the_search_finds_what_answers_among_its_first_results(
    site: Site, questions: list[PublicQuestion]
) -> None:
    answered = [question for question in questions if question.answered_by]
    answers = ask(site.folder, [question.words for question in answered])["answers"]
    missed = []
    for question, answer in zip(answered, answers, strict=True):
        first = [result["url"].partition("#")[0] for result in answer["results"][:FIRST]]
        if str(question.answered_by).partition("#")[0] not in first:
            missed.append(f"{question.words}: {first}")
    assert missed == []


def test_the_section_that_answers_exists(site: Site, questions: list[PublicQuestion]) -> None:
    for question in questions:
        if question.answered_by:
            page, _, anchor = question.answered_by.partition("#")
            assert anchor in site.pages[page.strip("/")].ids, question.answered_by


def test_most_are_answered_in_full_and_none_is_counted_twice(questions: list[PublicQuestion]) -> None:
    in_full = [question for question in questions if question.answered_by and not question.missing]
    assert len(in_full) >= LEAST_ANSWERED
    for name in ("address", "words"):
        seen = Counter(str(getattr(question, name)) for question in questions)
        assert [text for text, times in seen.items() if times > 1] == []
