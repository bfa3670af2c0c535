"""The fragments: what they say, and that nothing in them can break a page."""

import re

from scripts import paths
from scripts.model.article import STATUSES
from scripts.model.row import RATINGS
from scripts.model.tool import STATUSES as TOOL_STATUSES
from scripts.render import claims, fragments, templates
from tests.conftest import TOOL, Sample

REPOSITORY = "https://example.org/repo"


def test_every_fragment_has_a_name_for_checks(paired: Sample) -> None:
    found = paired.read()
    names = list(fragments.fragment_names(found))
    made = fragments.fragments(found, REPOSITORY)
    assert list(made) == names
    assert len(names) == len(set(names))
    # What is there only for a guide, a decision, a measurement or a difference may be empty without one.
    empty = {name for name, text in made.items() if not text.strip()}
    assert empty <= {
        "api-coverage.md",
        "contributions.md",
        "decide.md",
        "decide-article.md",
        "decide-outline.md",
        "decide-outcomes.md",
        "measurements.md",
    }


def test_a_card_says_status_said_today_and_how_we_know(sample: Sample) -> None:
    card = claims.card(sample.read().claims[0])
    assert 'id="point-first-point"' in card
    assert "Opinion" in card
    assert "The one is as good as the other." in card
    assert "How we know: executed" in card
    assert "to be checked again by" in card
    assert "(/about/article.md#first-point)" in card


def test_the_annotated_article_leads_to_the_pages_that_treat_a_point(sample: Sample) -> None:
    text = fragments.fragments(sample.read(), REPOSITORY)["article.md"]
    assert 'id="first-point"' in text
    assert 'href="../../#point-first-point"' in text
    assert f'href="{REPOSITORY}/blob/main/docs/about/article.yml#L1"' in text


def test_the_count_is_said_in_words_beside_the_bar(sample: Sample) -> None:
    text = fragments.fragments(sample.read(), REPOSITORY)["article-summary.md"]
    assert "Of 1 claims: 0 holds, 0 partly, 0 outdated, 0 wrong, 1 opinion." in text
    assert "<b>0 of 1</b> claims hold" in text


def test_the_table_of_tools_names_state_version_and_successor(sample: Sample) -> None:
    old = TOOL.replace("A tool {#a-tool}", "Old {#old}").replace("title: A tool", "title: Old tool")
    old = old.replace("status: active", "status: archived").replace(
        "use: executed", "use: shown\n  use_note: No."
    )
    old = old.replace('--8<-- "programs/one.md"', "").replace(
        "replaced_by: []", "replaced_by: [{name: A, page: one}]"
    )
    sample.write("tools/old.md", old)
    text = fragments.fragments(sample.read(), REPOSITORY)["tools.md"]
    assert 'Use <a href="one/">A</a>' in text
    assert "Archived" in text
    assert "November 2026" in text
    assert text.count("<tr id=") == 2


def test_a_proof_shows_program_output_versions_and_day(sample: Sample) -> None:
    text = fragments.fragments(sample.read(), REPOSITORY)["programs/one.md"]
    assert 'print("one")' in text
    assert "Run on 22 November 2026 with Python 3.11.7" in text
    assert "(/tools/one-example.py)" in text


def test_a_fence_in_a_program_does_not_end_its_block(sample: Sample) -> None:
    sample.write("tools/one-example.py", 'print("```")\n')
    sample.record("one")
    assert "````python" in fragments.fragments(sample.read(), REPOSITORY)["programs/one.md"]


def test_every_status_and_rating_has_a_word_and_a_glyph_of_its_own() -> None:
    tables: list[tuple[str, dict[str, str]]] = [
        ("status", {name: word for name, (word, _) in STATUSES.items()}),
        ("status", {name: word for name, (word, _) in TOOL_STATUSES.items()}),
        ("rating", {name: word for name, (word, _) in RATINGS.items()}),
    ]
    for kind, words in tables:
        css = (paths.ROOT / paths.DOCS / f"assets/css/{kind}.css").read_text(encoding="utf-8")
        glyphs = [
            re.findall(rf'\.{kind}--{name}::before[^{{]*{{ content: "(. |... )";', css) for name in words
        ]
        assert all(len(found) == 1 for found in glyphs), glyphs
        # Colour is never the only signal: no two look alike without it, and no two are called alike.
        assert len({glyph for (glyph,) in glyphs}) == len(words)
        assert "" not in words.values()
        assert len(set(words.values())) == len(words)
    badge = templates.ENVIRONMENT.get_template("macros/status.html").module.badge  # type: ignore[attr-defined]
    for status, (word, meaning) in STATUSES.items():
        assert word in badge(status)
        assert meaning
