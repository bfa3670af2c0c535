"""Every point of the article is shown on the page that treats it, and points stand in its order."""

from collections import Counter
from collections.abc import Iterator

from scripts.content import ARTICLE, Content
from scripts.model.article import PARTS
from scripts.problem import Problem

RULE = "point-shown"
PATH = f"docs/{ARTICLE}"


def check(content: Content) -> Iterator[Problem]:
    """Find points that no page shows, ids used twice, and points out of order."""
    treated = content.treated_on
    counts = Counter(point.id for point in content.points)
    order = list(PARTS)
    last = 0
    for point in content.points:
        line = content.point_lines[point.id]
        if point.id not in treated:
            remedy = f'add `--8<-- "points/{point.id}.md"` to the page that treats it'
            yield Problem(PATH, line, f"no page shows the point “{point.id}”", remedy, RULE)
        if counts[point.id] > 1:
            yield Problem(PATH, line, f"the id “{point.id}” is used twice", "choose another one", RULE)
        if order.index(point.part) < last:
            fault = f"“{point.id}” ({point.part}) stands after a later part of the article"
            yield Problem(PATH, line, fault, "move it to its part", RULE)
        last = max(last, order.index(point.part))
