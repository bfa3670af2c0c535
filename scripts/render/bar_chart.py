"""Charts of measurements as SVG, drawn by Matplotlib and coloured by the page's style."""

import io
import re
import textwrap
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

from scripts.measure.case import Side

# Drawn in these colours, shown in the page's: so that one drawing serves light and dark.
INK, SOFT, LINE = "#010101", "#020202", "#030303"
SIDES: dict[Side, str] = {"tensorflow": "#040404", "pytorch": "#050505"}
_COLOURS = {
    INK: "var(--ink)",
    SOFT: "var(--ink-2)",
    LINE: "var(--line)",
    SIDES["tensorflow"]: "var(--tensorflow)",
    SIDES["pytorch"]: "var(--pytorch)",
}
_STYLE = re.compile(r' style="([^"]*)"')


@dataclass(frozen=True)
class Bar:
    """A bar: its label, framework, length, the ends of its spread, and the text at its end."""

    label: str
    side: Side
    value: float
    low: float
    high: float
    text: str


@cache
def bars(key: str, title: str, entries: tuple[Bar, ...]) -> str:
    """Horizontal bars from zero, each with its spread as a line.

    `key` tells its ids from those of other charts of the page; the title is for screen readers.
    """
    settings: Any = {
        "svg.fonttype": "none",  # text stays text
        "svg.hashsalt": "tensorflow-vs-pytorch",  # the same drawing has the same bytes
        "font.size": 11,
        "font.family": "sans-serif",
    }
    with mpl.rc_context(settings):
        figure = Figure(figsize=(5.0, 0.42 * len(entries) + 0.15))
        axes = figure.add_axes((0.46, 0.02, 0.36, 0.96))
        places = range(len(entries))
        greatest = max(entry.high for entry in entries) or 1.0
        for place, entry in zip(places, entries, strict=True):
            colour = SIDES[entry.side]
            axes.barh(place, entry.value, height=0.56, color=colour)
            axes.plot(
                [entry.low, entry.high], [place, place], color=INK, linewidth=1.1, solid_capstyle="butt"
            )
            axes.text(entry.high + greatest * 0.02, place, entry.text, va="center", color=INK)
        axes.set_yticks(list(places), [textwrap.fill(entry.label, 27) for entry in entries], color=INK)
        axes.invert_yaxis()
        axes.set_xlim(0, greatest)
        axes.set_xticks([])
        axes.tick_params(length=0)
        for name in ("top", "right", "bottom"):
            axes.spines[name].set_visible(False)
        axes.spines["left"].set_color(SOFT)
        text = io.StringIO()
        figure.savefig(text, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    return _own_ids(_inline(text.getvalue(), title), key)


def _inline(svg: str, title: str) -> str:
    """The drawing as a part of a page: no prolog, no fixed size, no inline styles, the page's colours."""
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r"<style[^>]*>.*?</style>", "", svg, flags=re.DOTALL)
    svg = _STYLE.sub(_attributes, svg)
    for drawn, shown in _COLOURS.items():
        svg = svg.replace(drawn, shown)
    view = re.search(r'viewBox="[^"]*"', svg)
    assert view
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    start = f'<svg class="bars" role="img" aria-label="{escape(title)}" {view[0]} {spaces}>'
    svg = start + svg[svg.index(">") + 1 :]
    return re.sub(r"\s*\n\s*", " ", re.sub(r"<!--.*?-->", "", svg)).strip()


def _own_ids(svg: str, key: str) -> str:
    """Ids that something refers to, made the chart's own; the others left out."""
    used = set(re.findall(r'(?:url\(|href=")#([^")]+)', svg))

    def own(found: re.Match[str]) -> str:
        return f' id="{key}-{found[1]}"' if found[1] in used else ""

    svg = re.sub(r' id="([^"]*)"', own, svg)
    return re.sub(r'((?:url\(|href=")#)([^")]+)', rf"\g<1>{key}-\g<2>", svg)


def _attributes(style: re.Match[str]) -> str:
    """A style as attributes: a strict policy for content allows no inline styles."""
    parts = [part.split(":", 1) for part in style[1].split(";") if ":" in part]
    kept = [(name.strip(), value.strip()) for name, value in parts]
    # Fonts and sizes of text are the page's business, but for the shorthand that Matplotlib writes.
    made = []
    for name, value in kept:
        if name == "font":
            size = re.search(r"([\d.]+)px", value)
            made.append(f'font-size="{size[1]}"' if size else "")
        else:
            made.append(f'{name}="{value}"')
    return " " + " ".join(part for part in made if part)
