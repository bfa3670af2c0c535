"""A point of the article as a card, for the page that treats it."""

from scripts.model.article import Point
from scripts.render import html


def card(point: Point) -> str:
    """The point, its status, today's truth and how we know, as HTML with one Markdown link."""
    name = f"point-{point.id}"
    lines = [
        f'<section class="point point--{point.status}" id="{name}" aria-labelledby="{name}-said" '
        f'markdown="block">',
        f'<p class="point__said" id="{name}-said" markdown="span">{html.badge(point.status)} '
        f"[The article:](/about/article.md#{point.id}){{ .point__who }} {point.said}</p>",
        f'<p class="point__today"><b>Today:</b> {html.inline(point.today)}</p>',
    ]
    if point.conflict:
        conflict = html.inline(point.conflict)
        lines.append(f'<p class="point__conflict"><b>Sources disagree:</b> {conflict}</p>')
    lines += [html.known(point), "</section>"]
    return "\n".join(lines) + "\n"
