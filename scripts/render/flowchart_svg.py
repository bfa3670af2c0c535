"""The flowchart as a file: an SVG that stands alone, in the light colours of the site, with absolute links.

Readers download it; on screens from 1280 px up docs/assets/js/decide.js takes its shapes into the page, where
the site's own style gives them their colours.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from scripts.content import decision_paths
from scripts.content.tree import Content
from scripts.model.decision import SIDES
from scripts.render import colours, flowchart_layout, templates
from scripts.render.flowchart_layout import Drawing, Line, Point

FILE = "decide/flowchart.svg"
_CORNER = 5


def drawing(content: Content) -> Drawing | None:
    """The flowchart's parts; None if there is no decision."""
    if content.decision is None:
        return None
    return flowchart_layout.draw(
        content.decision, {name: outcome for name, (_, outcome) in content.outcomes.items()}
    )


def svg(content: Content, site_url: str) -> str:
    """The whole file; `site_url` ends with a slash. Empty if there is no decision."""
    drawn = drawing(content)
    if drawn is None or content.decision is None:
        return ""
    return templates.render(
        "flowchart.svg.html",
        drawn=drawn,
        questions=decision_paths.in_order(content.decision),
        outcomes={name: outcome for name, (_, outcome) in content.outcomes.items()},
        sides=SIDES,
        paths={line.id: path(line) for line in drawn.lines},
        colour=colours.of,
        font=flowchart_layout.FONT,
        answer_font=flowchart_layout.ANSWER_FONT,
        point=flowchart_layout.POINT,
        address=f"{site_url}decide/",
    )


def path(line: Line) -> str:
    """The line of an answer as the data of a path, with the head of its arrow."""
    x, y = line.leaves[-1]
    before = line.leaves[-2]
    head = _head((x, y), before)
    return "".join((*_rounded(line.enters), *_rounded(line.leaves), head))


def _head(end: Point, before: Point) -> str:
    x, y = end
    if abs(before[1] - y) < 0.2:
        back = x - 5 if before[0] < x else x + 5
        return f"M{back:g} {y - 3.5:g}L{x:g} {y:g}L{back:g} {y + 3.5:g}"
    back = y - 5 if before[1] < y else y + 5
    return f"M{x - 3.5:g} {back:g}L{x:g} {y:g}L{x + 3.5:g} {back:g}"


def _rounded(points: Sequence[Point]) -> Iterator[str]:
    """A line of straight parts with round corners."""
    yield f"M{points[0][0]:g} {points[0][1]:g}"
    for (before, corner), (_, after) in pairwise(pairwise(points)):
        radius = min(_CORNER, _length(before, corner) / 2, _length(corner, after) / 2)
        if radius < 1:
            yield f"L{corner[0]:g} {corner[1]:g}"
            continue
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        yield f"L{start[0]:g} {start[1]:g}Q{corner[0]:g} {corner[1]:g} {end[0]:g} {end[1]:g}"
    yield f"L{points[-1][0]:g} {points[-1][1]:g}"


def _length(one: Point, other: Point) -> float:
    return abs(one[0] - other[0]) + abs(one[1] - other[1])


def _towards(start: Point, end: Point, by: float) -> Point:
    share = by / _length(start, end)
    return round(start[0] + (end[0] - start[0]) * share, 1), round(start[1] + (end[1] - start[1]) * share, 1)
