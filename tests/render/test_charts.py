"""What a reader sees of a chart: all within its frame, in proportion, in the colours of the page."""

import datetime
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import replace

import markdown
import pytest
from selectolax.lexbor import LexborHTMLParser

from scripts.commands import measure as command
from scripts.content.measured_runs import Figure
from scripts.measure import catalogue
from scripts.measure.case import spread
from scripts.model.measurement import MeasuredVariant
from scripts.render import comparison, measurements
from scripts.render.bar_chart import Bar, bars
from tests import reader
from tests.conftest import Sample, set_day
from tests.measure.test_results import record

FAST = Bar("PyTorch", "pytorch", 0.001, 0.0009, 0.0012, "1 ms")
SLOW = Bar("TensorFlow", "tensorflow", 0.002, 0.0018, 0.0022, "2 ms")
SVG = "{http://www.w3.org/2000/svg}"


class Chart:
    """A chart as it is drawn: its size, its bars, the lines of their spread, and its texts."""

    def __init__(self, *entries: Bar, title: str = "A chart") -> None:
        self.tree = ET.fromstring(bars("key", title, entries))
        _, _, self.width, self.height = map(float, self.tree.attrib["viewBox"].split())

    def shapes(self, name: str, value: str) -> list[list[float]]:
        """The corners of the shapes whose attribute has a value: left, right, top, bottom."""
        found = []
        for node in self.tree.iter(f"{SVG}path"):
            if node.attrib.get(name) == value:
                points = [float(number) for number in re.findall(r"-?[\d.]+", node.attrib["d"])]
                across, down = points[::2], points[1::2]
                found.append([min(across), max(across), min(down), max(down)])
        return found

    def texts(self) -> Iterator[tuple[str, float, float]]:
        """Each text with its place."""
        for node in self.tree.iter(f"{SVG}text"):
            place = node.attrib.get("transform", "")
            moved = re.match(r"translate\(([\d.]+) ([\d.]+)\)", place)
            x, y = (moved[1], moved[2]) if moved else (node.attrib["x"], node.attrib["y"])
            yield "".join(node.itertext()).strip(), float(x), float(y)


def test_bars_are_in_proportion_and_begin_at_one_line() -> None:
    chart = Chart(FAST, SLOW)
    (fast,), (slow,) = chart.shapes("fill", "var(--pytorch)"), chart.shapes("fill", "var(--tensorflow)")
    (axis,) = chart.shapes("stroke", "var(--ink-2)")
    assert fast[0] == slow[0] == axis[0] == axis[1]
    assert (slow[1] - slow[0]) / (fast[1] - fast[0]) == pytest.approx(2.0, abs=0.01)
    assert fast[3] < slow[2]  # the first above the second


def test_a_line_shows_the_spread_of_each_bar() -> None:
    chart = Chart(FAST, SLOW)
    first, second = chart.shapes("stroke", "var(--ink)")
    (fast,) = chart.shapes("fill", "var(--pytorch)")
    unit = (fast[1] - fast[0]) / FAST.value
    assert first[0] - fast[0] == pytest.approx(FAST.low * unit, abs=0.01)
    assert first[1] - fast[0] == pytest.approx(FAST.high * unit, abs=0.01)
    assert second[1] - second[0] == pytest.approx((SLOW.high - SLOW.low) * unit, abs=0.01)
    assert fast[2] < first[2] == first[3] < fast[3]


@pytest.mark.parametrize("factor", [1, 1e-6, 1e6])
@pytest.mark.parametrize("count", [1, 2, 7])
def test_all_of_a_chart_is_within_its_frame(count: int, factor: float) -> None:
    entry = replace(SLOW, value=SLOW.value * factor, low=SLOW.low * factor, high=SLOW.high * factor)
    chart = Chart(*(replace(entry, label=f"Bar {number}") for number in range(count)))
    shapes = chart.shapes("fill", "var(--tensorflow)") + chart.shapes("stroke", "var(--ink)")
    assert len(shapes) == 2 * count
    for left, right, top, bottom in shapes:
        assert 0 < left < right < 0.83 * chart.width  # the text at its end has the rest
        assert 0 < top <= bottom < chart.height
    for text, x, y in chart.texts():
        assert 0 < y < chart.height
        if text == SLOW.text:
            ends = max(right for _, right, top, bottom in shapes if top - 6 < y - 4 < bottom + 6)
            assert ends < x < ends + 10


def test_a_bar_takes_a_line_and_a_half_of_text() -> None:
    heights = [Chart(*[FAST] * count).height for count in (1, 2, 3)]
    assert heights[1] - heights[0] == pytest.approx(heights[2] - heights[1]) == pytest.approx(30, abs=1)


@pytest.mark.parametrize(
    "lines", [["word word word word word ab"], ["word word word word word", "abc"]], ids=["27", "28"]
)
def test_a_label_of_27_letters_has_one_line(lines: list[str]) -> None:
    chart = Chart(replace(FAST, label=" ".join(lines)))
    assert [text for text, _, _ in chart.texts() if text != FAST.text] == lines


def test_a_chart_has_the_page_s_colours_and_no_frame_or_ground() -> None:
    chart = Chart(FAST, SLOW)
    painted = {
        value for node in chart.tree.iter() for name in ("fill", "stroke") if (value := node.attrib.get(name))
    }
    assert painted == {"none", *(f"var(--{name})" for name in ("ink", "ink-2", "pytorch", "tensorflow"))}
    assert len(chart.shapes("stroke", "var(--ink-2)")) == 1
    assert [node for node in chart.tree.iter() if node.tag == f"{SVG}use" or "style" in node.attrib] == []


def test_a_chart_is_named_and_its_text_has_a_size() -> None:
    chart = Chart(FAST, title='Less < "more" & so on')
    assert not (chart.tree.text or "").strip()
    assert chart.tree.attrib["aria-label"] == 'Less < "more" & so on'
    assert {node.attrib["font-size"] for node in chart.tree.iter(f"{SVG}text")} == {"11px"}


def test_charts_of_one_page_share_no_id() -> None:
    first, second = (
        set(re.findall(r' id="([^"]+)"', bars(key, "A chart", (FAST, SLOW)))) for key in ("one", "two")
    )
    assert first
    assert not first & second
    assert bars("one", "A chart", (FAST, SLOW)) is bars("one", "A chart", (FAST, SLOW))  # drawn once a build


def test_a_bar_of_nothing_can_be_drawn() -> None:
    chart = Chart(Bar("A", "pytorch", 0.0, 0.0, 0.0, "0 µs"))
    assert [text for text, _, _ in chart.texts()] == ["A", "0 µs"]


# The parts of a group's bar -----------------------------------------------------------------------


def test_the_parts_of_a_bar_are_told_to_two_digits() -> None:
    first, second = comparison.parts(["pytorch", "tensorflow", "pytorch"])
    assert (first.edge, first.start, first.width) == ("tensorflow", 0, 33.33)
    assert (second.edge, second.start, second.width) == ("pytorch", 33.33, 66.67)
    for part in (first, second):
        assert part.middle == pytest.approx(part.start + part.width / 2, abs=0.0051)
        assert part.middle == round(part.middle, 2)
    assert comparison.parts([]) == []


def test_the_words_of_rows_are_those_of_the_published_rows(compared: Sample) -> None:
    assert "comparison.json" in comparison.table(compared.read()).partition("<table")[0]


@pytest.mark.parametrize(("day", "due"), [(19, 0), (20, 2), (21, 2)])
def test_rows_are_due_on_their_very_day(
    compared: Sample, monkeypatch: pytest.MonkeyPatch, day: int, due: int
) -> None:
    set_day(monkeypatch, datetime.date(2027, 2, day))  # 90 days after their check is the 20th
    assert f"**{due}** of them were due" in comparison.summary(compared.read())


# Figures ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (0.000999, "seconds", "999 µs"),
        (0.001, "seconds", "1 ms"),
        (0.9, "seconds", "900 ms"),
        (1.0, "seconds", "1 s"),
        (1.5, "seconds", "1.5 s"),
        (99_999, "bytes", "100.0 kB"),
        (100_000, "bytes", "0.1 MB"),
        (2e12, "bytes", "2,000,000.0 MB"),
        (1_234_000, "bytes", "1.2 MB"),
        (1234.5, "", "1.23e+03"),
        (7.0, "files", "7 files"),
    ],
)
def test_an_amount_is_in_the_unit_that_keeps_it_short(value: float, unit: str, text: str) -> None:
    assert measurements.amount(value, unit) == text


@pytest.mark.parametrize(
    ("factor", "text"),
    [(1.44, "1.4"), (0.123, "0.12"), (9.96, "10"), (99.4, "99"), (99.5, "100"), (1234.4, "1234")],
)
def test_a_factor_has_two_digits_and_no_exponent(factor: float, text: str) -> None:
    assert measurements.times(factor) == text


def test_a_ratio_says_whether_there_is_a_difference() -> None:
    assert measurements.ratio(Figure(1.4, 1.3, 1.5)) == "1.4 × (1.3 to 1.5)"
    assert measurements.ratio(Figure(1.0, 0.9, 1.1)) == "no difference (0.9 to 1.1 ×)"


def test_a_subject_that_was_not_measured_says_so(compared: Sample) -> None:
    matmul = next(entry for entry in catalogue.all_subjects() if entry.id == "matmul")
    assert measurements.subject(compared.read(), matmul) == "Not measured yet.\n"


@pytest.fixture
def measured(compared: Sample) -> Callable[..., LexborHTMLParser]:
    """How a subject is shown of which the sample has a run; its variants are changed first."""
    matmul = next(entry for entry in catalogue.all_subjects() if entry.id == "matmul")

    def shown(*variants: MeasuredVariant, facts: dict[str, str] | None = None) -> LexborHTMLParser:
        run = record()
        (subject,) = run.subjects
        own = subject.model_copy(update={"variants": list(variants) or subject.variants})
        command.write(compared.docs, run.model_copy(update={"subjects": [own]}))
        text = measurements.subject(compared.read(), replace(matmul, facts=facts or {}))
        return reader.parsed(markdown.markdown(text, extensions=["tables", "md_in_html"]))

    return shown


def variant(name: str, rounds: list[list[float]], **facts: float) -> MeasuredVariant:
    return MeasuredVariant(id=name, made=1.0, outputs=[1.0], facts=facts, rounds=rounds)


def test_what_was_not_timed_has_no_bar_but_its_facts(measured: Callable[..., LexborHTMLParser]) -> None:
    tree = measured(
        variant("tensorflow", [], bytes=2e6),
        variant("pytorch", [[0.001], [0.001]], bytes=1e6),
        facts={"bytes": "bytes", "steps": "steps"},
    )
    assert [label for label, _, _ in reader.bars(tree.css("svg.bars")[0])] == ["PyTorch"]
    assert [row["Variant"] for row in reader.table(tree, "Variant", "Median")] == ["PyTorch"]
    assert reader.table(tree, "Variant", "Bytes") == [
        {"Variant": "TensorFlow", "Bytes": "2.0 MB"},
        {"Variant": "PyTorch", "Bytes": "1.0 MB"},
    ]


def test_a_variant_that_was_left_out_is_in_no_table(measured: Callable[..., LexborHTMLParser]) -> None:
    tree = measured(variant("pytorch", [[0.001], [0.001]], bytes=1e6), facts={"bytes": "bytes"})
    assert [row["Variant"] for row in reader.table(tree, "Variant", "Median")] == ["PyTorch"]
    assert reader.table(tree, "Variant", "Bytes") == [{"Variant": "PyTorch", "Bytes": "1.0 MB"}]


def test_a_run_before_stands_beside_the_newest_by_its_own_ratio(compared: Sample) -> None:
    matmul = next(entry for entry in catalogue.all_subjects() if entry.id == "matmul")
    older = record("2026-11-21T10:00:00Z")
    (subject,) = older.subjects
    slower = subject.variants[0].model_copy(update={"rounds": [[0.004], [0.004]]})
    own = subject.model_copy(update={"variants": [slower, subject.variants[1]]})
    command.write(compared.docs, older.model_copy(update={"subjects": [own]}))
    command.write(compared.docs, record())
    text = measurements.subject(compared.read(), matmul)
    tree = reader.parsed(markdown.markdown(text, extensions=["tables", "md_in_html"]))
    assert [
        (row["Variant"], row["Against PyTorch"], row["21 November 2026, same machine"])
        for row in reader.table(tree, "Variant", "Median")
    ] == [("PyTorch", "the reference", ""), ("TensorFlow", "2.1 × (2 to 2.2)", "4 × (4 to 4)")]


def test_a_fact_that_varies_has_its_spread(measured: Callable[..., LexborHTMLParser]) -> None:
    facts = spread("seconds", [2.0, 1.0, 4.0])
    tree = measured(variant("pytorch", [[0.001]], **facts), facts={"seconds": "seconds"})
    assert reader.table(tree, "Variant", "Seconds") == [{"Variant": "PyTorch", "Seconds": "2 s (1 s to 4 s)"}]
