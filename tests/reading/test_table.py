"""The table tells each site beside the plain one."""

from tests.reading.probe import Load, Run, Seen
from tests.reading.table import HEAD, SCORES, ratios, searches, table


def seen(*lcp: float, size: int = 10_000) -> Seen:
    """A page of this size that was loaded once for each of these LCPs."""
    scores: dict[str, int | None] = dict.fromkeys(SCORES, 100)
    runs = [Run(scores=scores, failed={}, lcp=value, tbt=0, cls=0, speed=1000) for value in lcp]
    load = Load(
        bytes=size,
        requests=1,
        gesture_bytes=500,
        gesture_requests=1,
        nodes=9,
        hosts=[],
        blocking=[],
        errors=[],
        missing=[],
    )
    return Seen(load=load, lh=runs)


FOUND = {
    "plain": {"a/": seen(900, 800, 700), "b/": seen(1000)},
    "Material, default": {"a/": seen(1600, 2000, 100), "b/": seen(1500)},
    "Starlight, default": {"a/": seen(1200, size=45_000), "b/": seen(1100)},
}
NONE = {site: dict.fromkeys(pages, 0) for site, pages in FOUND.items()}


def cell(line: str, column: int) -> str:
    """A cell of a line of the table."""
    return line.strip("|").split("|")[column].strip()


def test_each_page_of_each_site_is_a_line_with_its_multiples_of_the_plain_one() -> None:
    lines = table(FOUND, NONE).splitlines()[2:]
    lcp = HEAD.index("LCP s")
    assert [(cell(line, 0), cell(line, 1), cell(line, lcp), cell(line, lcp + 1)) for line in lines] == [
        ("plain", "/a/", "0.80", "1.00"),
        ("plain", "/b/", "1.00", "1.00"),
        ("Material, default", "/a/", "1.60", "2.00"),
        ("Material, default", "/b/", "1.50", "1.50"),
        ("Starlight, default", "/a/", "1.20", "1.50"),
        ("Starlight, default", "/b/", "1.10", "1.10"),
    ]
    assert cell(lines[4], HEAD.index("KB") + 1) == "4.50"


def test_the_multiples_of_each_site_are_told_in_a_line() -> None:
    assert ratios(FOUND) == [
        "LCP of `Material, default`: 1.75 × plain, from 1.50 to 2.00.",
        "LCP of `Starlight, default`: 1.30 × plain, from 1.10 to 1.50.",
    ]


def test_nothing_is_told_of_times_that_were_not_measured() -> None:
    found = {"plain": {"a/": seen()}, "ours": {"a/": seen()}}
    assert ratios(found) == []
    assert "| – | – | – | – |" in table(found, {"plain": {"a/": 0}, "ours": {"a/": 0}})


def test_the_time_of_a_search_is_told_with_its_spread() -> None:
    found = {"a/": seen().model_copy(update={"search": [2000.0, 1500.0, 1700.0]}), "b/": seen()}
    (line,) = searches(found)
    assert line.endswith("/a/ to its first result: 1.70 s, from 1.50 to 2.00 in 3 runs.")
