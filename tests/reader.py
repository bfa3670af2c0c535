"""A page as its reader takes it in: what stands under a heading, behind a tab, in a column, beside a colour.

Tests of fragments and of the built site ask here, so that both read in the same way. Nothing is taken from a
class or an id that a reader does not see, but for the framework's shape, which the style draws.
"""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

FRAMEWORKS = {"tensorflow": "TensorFlow", "pytorch": "PyTorch"}
# Of the text of a chart, whose letters are 11 pixels high at most.
HALF_A_LINE = 4
# For the hand, not for the eye.
_HIDDEN = ".headerlink, script, style"


def parsed(html: str) -> LexborHTMLParser:
    """A page or a part of one, without what nobody reads."""
    tree = LexborHTMLParser(html)
    for node in tree.css(_HIDDEN):
        node.decompose()
    return tree


def text(node: LexborNode | None) -> str:
    """What an element says, with single spaces; nothing for one that is not there."""
    return " ".join(node.text().split()) if node else ""


def plain(markdown: str) -> str:
    """What inline Markdown says when it is shown."""
    return " ".join(
        re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", markdown).replace("`", "").replace("**", "").split()
    )


def table(tree: LexborHTMLParser, *heads: str) -> list[dict[str, str]]:
    """The rows of the first table with these heads among its own: what each cell says, by the head over it.

    Rows that go over several columns are left out.
    """
    for node in tree.css("table"):
        names = [text(cell) for cell in node.css("thead th")]
        if set(heads) <= set(names):
            rows = [row.css("th, td") for row in node.css("tbody tr")]
            return [
                dict(zip(names, map(text, cells), strict=True))
                for cells in rows
                if not any("colspan" in cell.attributes for cell in cells)
            ]
    raise AssertionError(f"no table with the heads {heads}")


def heads_with_shape(tree: LexborHTMLParser) -> dict[str, str]:
    """The heads of columns that carry a framework's shape, by it: `{"tf": "TensorFlow", …}`."""
    return {shape: text(node.parent) for shape in ("tf", "pt") for node in tree.css(f"thead th span.{shape}")}


def sides(tree: LexborHTMLParser) -> dict[str, list[str]]:
    """What stands beside each other on a row's page: the texts below a framework's name, by that name."""
    found = {}
    for block in tree.css(".sides > div"):
        first, *others = block.css("p")
        if name := first.css_first("span.tf, span.pt"):
            found[text(name)] = [text(first).removeprefix(text(name)).strip(), *map(text, others)]
    return found


def labelled(tree: LexborHTMLParser) -> dict[str, str]:
    """What stands after each bold label that ends with a colon, to the end of its paragraph."""
    return {
        text(label).rstrip(":"): text(label.parent).removeprefix(text(label)).strip()
        for label in tree.css("p > b")
        if text(label).endswith(":")
    }


def entries(tree: LexborHTMLParser) -> dict[str, str]:
    """What a panel says, by the name of each entry."""
    return {text(node.css_first("dt")): text(node.css_first("dd")) for node in tree.css(".panel > div")}


def tabs(tree: LexborHTMLParser) -> dict[str, dict[str, str]]:
    """The blocks of code behind each tab, by the tab's label and the title of the block."""
    found = {}
    for group in tree.css(".tabbed-set"):
        labels = [text(label) for label in group.css(".tabbed-labels > label")]
        blocks = group.css(".tabbed-content > .tabbed-block")
        for label, block in zip(labels, blocks, strict=True):
            found[label] = {
                text(code.css_first(".filename")): shown(code) for code in block.css(".highlight")
            }
    return found


def shown(code: LexborNode) -> str:
    """The lines of a block of code."""
    node = code.css_first("code")
    return node.text().strip() if node else ""


def under(markdown: str, heading: str) -> str:
    """What stands in Markdown under a heading or a line that begins with the bold name, up to the next."""
    mark = re.compile(rf"^(?:#+ {re.escape(heading)}|\*\*{re.escape(heading)}\*\*(?: .*)?)$", re.MULTILINE)
    match = mark.search(markdown)
    assert match, f"nothing is called {heading}"
    rest = markdown[match.end() :]
    end = re.search(r"^(?:#+ |\*\*(?:TensorFlow|PyTorch)\*\*|\*\*Edge:)", rest, re.MULTILINE)
    return match[0] + rest[: end.start() if end else None]


def markdown_table(markdown: str, *heads: str) -> list[dict[str, str]]:
    """The rows of the first Markdown table with these heads among its own, by the head over each cell."""
    lines = markdown.splitlines()
    for index, line in enumerate(lines):
        names = _cells(line)
        if set(heads) <= set(names):
            return [dict(zip(names, _cells(row), strict=True)) for row in _rows(lines[index + 2 :])]
    raise AssertionError(f"no table with the heads {heads}")


def _rows(lines: list[str]) -> Iterator[str]:
    for line in lines:
        if not line.startswith("|"):
            return
        yield line


def _cells(line: str) -> list[str]:
    return [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


def bars(chart: LexborNode) -> list[tuple[str, str, str]]:
    """The bars of a chart from top to bottom: the label beside it, its colour, and the text at its end."""
    colours = {}
    for node in chart.css("path"):
        if match := re.fullmatch(r"var\(--(tensorflow|pytorch)\)", node.attributes.get("fill") or ""):
            _, top, *_, bottom = map(float, re.findall(r"[\d.]+", node.attributes["d"] or ""))
            colours[(top + bottom) / 2] = match[1]
    labels: dict[float, list[str]] = {place: [] for place in colours}
    ends: dict[float, list[str]] = {place: [] for place in colours}
    for height, node in sorted(
        ((_height(node), node) for node in chart.css("text")), key=lambda pair: pair[0]
    ):
        # A long label is in several lines; each is read with the bar that is nearest.
        place = min(colours, key=lambda known: abs(known - height))
        (ends if node.attributes.get("text-anchor") == "start" else labels)[place].append(text(node))
    return [(" ".join(labels[place]), colours[place], " ".join(ends[place])) for place in sorted(colours)]


def _height(node: LexborNode) -> float:
    """How far below the upper edge the middle of a text stands; what is known of it is its base line."""
    if place := node.attributes.get("y"):
        return float(place) - HALF_A_LINE
    match = re.match(r"translate\([\d.]+ ([\d.]+)\)", node.attributes.get("transform") or "")
    assert match
    return float(match[1]) - HALF_A_LINE
