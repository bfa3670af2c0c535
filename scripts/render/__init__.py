"""Fragments of Markdown and HTML that pages pull in with `--8<-- "name"`.

Every fragment is a function of the content alone, so that a build can be repeated byte for byte.
"""

from collections.abc import Iterator

from scripts.content import Content
from scripts.render import (
    all_pages,
    article,
    books,
    comparison,
    decide,
    measurements,
    pairs,
    points,
    proofs,
    tools,
)

PAIR_PARTS = ("code", "mistake", "differs")


def fragments(content: Content, repository: str) -> dict[str, str]:
    """All fragments by name. `repository` is the address of the repository, without a final slash."""
    made = {
        "all-pages.md": all_pages.listing(content),
        "article.md": article.annotated(content, repository),
        "article-summary.md": article.summary(content),
        "comparison.md": comparison.table(content),
        "comparison-summary.md": comparison.summary(content),
        "comparison-data.md": comparison.data(),
        "tools.md": tools.overview(content),
        "proofs.md": proofs.overview(content),
        "pairs.md": pairs.table(content),
        "pairs-summary.md": pairs.summary(content),
        "weights-across.md": pairs.weights(content),
        "measurements.md": measurements.all_subjects(content),
        "measurements-runs.md": measurements.machines(content),
        "notebooks.md": books.table(content),
        "decide.md": decide.walk(content),
        "decide-outline.md": decide.outline(content),
        "decide-outcomes.md": decide.outcomes(content),
        "decide-article.md": decide.article(content),
    }
    for name, book in content.books.items():
        made[f"notebooks/{name}.md"] = books.fragment(content, name, book, repository)
    for point in content.points:
        made[f"points/{point.id}.md"] = points.card(point)
    for page in content.proofs.values():
        made[f"proofs/{page.id}.md"] = proofs.fragment(content, page)
    for page, _ in content.pairs:
        made[f"pairs/{page.id}/code.md"] = pairs.code(content, page, repository)
        made[f"pairs/{page.id}/mistake.md"] = pairs.mistake(content, page)
        made[f"pairs/{page.id}/differs.md"] = pairs.differences(page)
    return made


def fragment_names(content: Content) -> Iterator[str]:
    """The names alone, for checks."""
    yield from ("all-pages.md", "article.md", "article-summary.md", "tools.md", "proofs.md")
    yield from ("comparison.md", "comparison-summary.md", "comparison-data.md")
    yield from (f"points/{point.id}.md" for point in content.points)
    yield from (f"proofs/{name}.md" for name in content.proofs)
    yield from ("pairs.md", "pairs-summary.md", "weights-across.md")
    yield from ("measurements.md", "measurements-runs.md", "notebooks.md")
    yield from (f"notebooks/{name}.md" for name in content.books)
    yield from ("decide.md", "decide-outline.md", "decide-outcomes.md", "decide-article.md")
    yield from (f"pairs/{page.id}/{part}.md" for page, _ in content.pairs for part in PAIR_PARTS)
