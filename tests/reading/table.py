"""The table that `make page-speed` prints: a line for each page of each site."""

from collections.abc import Callable, Mapping
from statistics import median

from tests.reading.probe import Axe, Run, Seen

SCORES = ("performance", "accessibility", "best-practices", "seo")
IMPACTS = ("critical", "serious", "moderate", "minor")
# The site that the others are told as a multiple of.
FLOOR = "plain"
HEAD = (
    "Site", "Page", "LCP s", "× plain", "TBT min ms", "CLS", "KB", "× plain", "Requests",
    "KB more at a gesture", "Third party", "Elements", "Blocking", "Perf / a11y / best / SEO",
    "axe light", "axe dark", "HTML errors",
)  # fmt: skip

Sites = Mapping[str, Mapping[str, Seen]]


def table(found: Sites, invalid: Mapping[str, Mapping[str, int]]) -> str:
    """All of it in Markdown. `invalid` counts errors of HTML; both are by site, then by page.

    axe is counted in elements, as critical/serious/moderate/minor. What was not measured is a dash.
    """
    lines = [f"| {' | '.join(HEAD)} |", f"|{' --- |' * len(HEAD)}"]
    for site, pages in found.items():
        for page, seen in pages.items():
            cells = _cells(seen, found[FLOOR][page] if FLOOR in found else None, invalid[site][page])
            lines.append(f"| {site} | /{page} | {' | '.join(cells)} |")
    return "\n".join(lines)


def ratios(found: Sites) -> list[str]:
    """The LCP of each site as a multiple of the plain one's: the middle, least and greatest of its pages."""
    lines = []
    floors = {page: _lcp(seen) for page, seen in found[FLOOR].items()}
    for site, pages in found.items():
        multiples = [
            lcp / floor
            for page, seen in pages.items()
            if (lcp := _lcp(seen)) is not None and (floor := floors[page])
        ]
        if multiples and site != FLOOR:
            lines.append(
                f"LCP of `{site}`: {median(multiples):.2f} × {FLOOR}, "
                f"from {min(multiples):.2f} to {max(multiples):.2f}."
            )
    return lines


def notes(found: Sites, site: str) -> list[str]:
    """What took points from a site's pages in any run, and how fast this machine was."""
    lines = []
    for page, seen in found[site].items():
        if failed := sorted({audit for run in seen.lh for kind in run.failed.values() for audit in kind}):
            lines.append(f"Lighthouse on /{page}: {', '.join(failed)}.")
    if speeds := [run.speed for pages in found.values() for seen in pages.values() for run in seen.lh]:
        lines.append(
            f"{len(speeds)} runs of Lighthouse; its index of this processor was {min(speeds):.0f} to "
            f"{max(speeds):.0f}. Times compare at a like index alone."
        )
    return lines


def searches(found: Mapping[str, Seen]) -> list[str]:
    """The seconds from the tap on the search to its first result, for each page of a site that was timed."""
    return [
        f"From the tap on the search of /{page} to its first result: {median(seen.search) / 1000:.2f} s, "
        f"from {min(seen.search) / 1000:.2f} to {max(seen.search) / 1000:.2f} in {len(seen.search)} runs."
        for page, seen in found.items()
        if seen.search
    ]


def _cells(seen: Seen, floor: Seen | None, invalid: int) -> list[str]:
    load, runs = seen.load, seen.lh
    assert load
    plain_load = floor.load if floor else None
    lcp = _lcp(seen)
    return [
        _told(lcp and lcp / 1000, ".2f"),
        _ratio(lcp, _lcp(floor) if floor else None),
        _told(min((run.tbt for run in runs), default=None), ".0f"),
        _told(_middle(runs, lambda run: run.cls), ".3g"),
        f"{load.bytes / 1000:.1f}",
        _ratio(load.bytes, plain_load.bytes if plain_load else None),
        str(load.requests),
        f"{load.gesture_bytes / 1000:.1f}",
        str(len(load.hosts)),
        str(load.nodes),
        str(len(load.blocking)),
        " / ".join(_score(runs, name) for name in SCORES),
        *_impacts(seen.a11y),
        str(invalid),
    ]


def _lcp(seen: Seen) -> float | None:
    return _middle(seen.lh, lambda run: run.lcp)


def _score(runs: list[Run], name: str) -> str:
    return _told(_middle(runs, lambda run: run.scores[name] or 0), ".0f")


def _impacts(axe: Axe | None) -> list[str]:
    if axe is None:
        return ["–", "–"]
    return ["/".join(str(scheme.impacts[name]) for name in IMPACTS) for scheme in axe.schemes.values()]


def _middle(runs: list[Run], value: Callable[[Run], float]) -> float | None:
    return float(median(map(value, runs))) if runs else None


def _ratio(value: float | None, floor: float | None) -> str:
    return f"{value / floor:.2f}" if value is not None and floor else "–"


def _told(value: float | None, form: str) -> str:
    return "–" if value is None else format(value, form)
