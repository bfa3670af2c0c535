"""The annotated article: every point in the article's order, and the count of each status."""

from collections import Counter
from html import escape

from scripts.content import ARTICLE, Content, Page
from scripts.model.article import PARTS, STATUSES, Point
from scripts.render import html

BAR_WIDTH = 1000
BAR_HEIGHT = 28


def summary(content: Content) -> str:
    """How many points hold, as a bar with a legend; the legend's numbers say the same as the bar."""
    counts = Counter(point.status for point in content.points)
    total = len(content.points)
    bars = []
    x = 0.0
    for status in STATUSES:
        width = BAR_WIDTH * counts[status] / max(total, 1)
        bars.append(
            f'<rect class="bar bar--{status}" x="{x:.1f}" y="0" width="{max(width - 3, 0):.1f}" '
            f'height="{BAR_HEIGHT}" rx="3"></rect>'
        )
        x += width
    said = ", ".join(f"{counts[status]} {name.lower()}" for status, (name, _) in STATUSES.items())
    legend = "\n".join(
        f'<li>{html.badge(status)} <b>{counts[status]}</b> <span class="tally__meaning">{meaning}</span></li>'
        for status, (_, meaning) in STATUSES.items()
    )
    return (
        '<figure class="tally">\n'
        f"<figcaption><b>{counts['holds']} of {total}</b> points hold as said.</figcaption>\n"
        f'<svg viewBox="0 0 {BAR_WIDTH} {BAR_HEIGHT}" preserveAspectRatio="none" role="img" '
        f'aria-label="Of {total} points: {said}.">{"".join(bars)}</svg>\n'
        f'<ul class="tally__legend">\n{legend}\n</ul>\n'
        "</figure>\n"
    )


def annotated(content: Content, repository: str) -> str:
    """All points by part of the article; shown on about/article/ alone, so its links start there."""
    treated = content.treated_on
    link = html.proof_link(content, "../../")
    sections = []
    for part, title in PARTS.items():
        points = [point for point in content.points if point.part == part]
        if not points:
            continue
        sections.append(f"## {title} {{#{part}}}\n")
        sections += [
            _point(point, treated.get(point.id, []), _source(content, point, repository), link)
            for point in points
        ]
    return "\n".join(sections)


def _point(point: Point, pages: list[Page], source: str, link: html.Link) -> str:
    conflict = ""
    if point.conflict:
        conflict = f'<p class="point__conflict"><b>Sources disagree:</b> {html.inline(point.conflict)}</p>\n'
    places = " · ".join(
        f'<a href="../../{page.url}#point-{point.id}">{escape(_title(page))}</a>' for page in pages
    )
    return (
        f'<section class="point point--{point.status}" aria-labelledby="{point.id}">\n'
        f'<h3 class="point__said" id="{point.id}">{html.badge(point.status)} '
        f"{html.inline(point.said)}"
        f'<a class="headerlink" href="#{point.id}" title="Link to this point">¶</a></h3>\n'
        f'<p class="point__today"><b>Today:</b> {html.inline(point.today)}</p>\n'
        f"{conflict}"
        f"{html.known(point, link)}\n"
        f'<p class="point__link"><b>On this site:</b> {places} · '
        f'<a href="{source}">Correct this point</a></p>\n'
        "</section>\n"
    )


def _title(page: Page) -> str:
    return page.meta.title if page.meta else page.id


def _source(content: Content, point: Point, repository: str) -> str:
    line = content.point_lines[point.id]
    return f"{repository}/blob/main/docs/{ARTICLE}#L{line}"
