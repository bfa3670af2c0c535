"""The annotated article: every claim in the article's order, and the count of each status."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.content.tree import ARTICLE, Content
from scripts.model.article import PARTS, STATUSES, Status
from scripts.render import components, templates

BAR_WIDTH = 1000
GAP = 3


@dataclass(frozen=True)
class Bar:
    """A status in the bar of all: where its part begins, and how wide that is."""

    status: Status
    x: float
    width: float


def summary(content: Content) -> str:
    """How many claims hold, as a bar with a legend."""
    counts = Counter(claim.status for claim in content.claims)
    return templates.render(
        "article-summary.html", counts=counts, total=len(content.claims), bars=_bars(counts), width=BAR_WIDTH
    )


def annotated(content: Content, repository: str) -> str:
    """All claims by part of the article; shown on about/article/ alone, so its links start there."""
    return templates.render(
        "article.html",
        parts=components.grouped(PARTS, content.claims, lambda claim: claim.part),
        pages={claim.id: content.treated_on.get(claim.id, []) for claim in content.claims},
        sources={
            name: f"{repository}/blob/main/docs/{ARTICLE}#L{line}"
            for name, line in content.claim_lines.items()
        },
        link=components.program_link(content, "../../"),
    )


def _bars(counts: Counter[Status]) -> Iterator[Bar]:
    x = 0.0
    for status in STATUSES:
        width = BAR_WIDTH * counts[status] / max(counts.total(), 1)
        yield Bar(status, x, max(width - GAP, 0))
        x += width
