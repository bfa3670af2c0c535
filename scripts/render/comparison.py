"""The comparison: one table of all rows, complete as it stands, and the controls for its script."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from scripts import dates, paths
from scripts.content.tree import Content
from scripts.model.evidence import KINDS
from scripts.model.framework import FRAMEWORKS
from scripts.model.row import EDGES, GROUPS, RATINGS, Edge
from scripts.render import components, templates

# Columns that can be hidden, with their titles; the criterion stays.
COLUMNS: dict[str, str] = {
    **dict(FRAMEWORKS.items()),
    "edge": "Edge",
    "evidence": "Evidence",
    "checked": "Checked",
}
ONLY = {
    "differ": "where they differ",
    "proven": "measured or executed",
    "stale": "due for a new check",
}
FILES = ("comparison.json", "comparison.csv", paths.COMPARISON_SCHEMA)


@dataclass(frozen=True)
class Part:
    """The rows of a group that have one edge, and where they stand in its bar: percentages of its width."""

    edge: Edge
    count: int
    start: float
    middle: float
    width: float


@dataclass(frozen=True)
class Spread:
    """How the edges of a group are spread."""

    id: str
    title: str
    count: int
    parts: list[Part]


def table(content: Content) -> str:
    """Controls, pictures and table; shown on compare/ alone, so its links start there."""
    rows = list(content.rows_in_order)
    groups = components.grouped(GROUPS, rows, lambda entry: entry[1].group)
    preset_rows = {preset.id: preset.rows for preset in content.presets}
    return templates.render(
        "comparison.html",
        groups=groups,
        spreads=[
            Spread(group.id, group.title, len(group.members), parts([row.edge for _, row in group.members]))
            for group in groups
        ],
        count=len(rows),
        words_of_rows=f"../{paths.API}/{FILES[0]}",
        preset_rows=json.dumps(preset_rows, separators=(",", ":")),
        readers=[(preset.id, preset.title) for preset in content.presets],
        kinds=[(kind, kind) for kind in KINDS],
        only=ONLY,
        columns=COLUMNS,
        ratings=list(RATINGS),
    )


def parts(edges: Sequence[Edge]) -> list[Part]:
    """The parts of a bar, in the order of `EDGES`; an edge that no row has is left out."""
    counts = Counter(edges)
    found: list[Part] = []
    before = 0
    for edge in EDGES:
        if count := counts[edge]:
            start, width = (round(100 * number / len(edges), 2) for number in (before, count))
            found.append(Part(edge, count, start, round(start + width / 2, 2), width))
            before += count
    return found


def summary(content: Content) -> str:
    """What the table says of itself: rows by strongest kind of evidence, by edge, and unknown ones."""
    rows = [row for _, row in content.rows]
    kinds = Counter(row.kind for row in rows)
    edges = Counter(row.edge for row in rows)
    return templates.render(
        "comparison-summary.md",
        count=len(rows),
        kinds={kind: kinds[kind] for kind in KINDS},
        edges={edge: edges[edge] for edge in EDGES},
        due=sum(row.recheck_by <= dates.today() for row in rows),
    )


def data() -> str:
    """Where the rows are as data: files that the build writes, so MkDocs knows nothing of them."""
    return templates.render("comparison-data.html", folder=paths.API, files=FILES)
