"""A point of the article as a card, for the page that treats it."""

from scripts.model.article import Point
from scripts.render import html


def card(point: Point) -> str:
    """The point, its status, today's truth and how we know, as HTML with one Markdown link."""
    name = f"point-{point.id}"
    lines = [
        f'<section class="point point--{point.status}" id="{name}" aria-labelledby="{name}-said" '
        f'markdown="block">',
        f'<p class="point__said" id="{name}-said">{html.badge(point.status)} '
        f'<span class="point__who">The article:</span> {html.inline(point.said)}</p>',
        f'<p class="point__today"><b>Today:</b> {html.inline(point.today)}</p>',
    ]
    if point.conflict:
        conflict = html.inline(point.conflict)
        lines.append(f'<p class="point__conflict"><b>Sources disagree:</b> {conflict}</p>')
    lines += [
        f'<details class="known"><summary>How we know: {html.kinds(point.evidence)}</summary>',
        html.evidence_list(point.evidence),
        f"<p>{html.dates(point)}</p>",
        "</details>",
        f'<p class="point__link" markdown="span">'
        f"[This point in the annotated article](/about/article.md#{point.id})</p>",
        "</section>",
    ]
    return "\n".join(lines) + "\n"
