"""Example pairs: what their pages pull in, the list of all, and the page “Weights across”."""

from collections import Counter
from dataclasses import dataclass

from scripts.content import pair_files
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.model.pair import GROUPS, SIDES, Direction, Pair, Side, Transfer
from scripts.model.result import Result, SideResult
from scripts.render import components, templates, wording

TITLES = {group: title for group, (title, _) in GROUPS.items()}


@dataclass(frozen=True)
class Program:
    """One side's program: its framework, its file, where it can be opened, and its run, if it is recorded."""

    title: str
    name: str
    places: list[tuple[str, str]]
    ran: SideResult | None


@dataclass(frozen=True)
class Line:
    """A line of the list of pairs; `versions` are those that it ran with and most did not."""

    page: Page
    pair: Pair
    result: Result | None
    versions: str


def part(content: Content, place: str, repository: str) -> str:
    """A part of a pair's page by its place: `<id>/code`, `<id>/mistake` or `<id>/differs`."""
    name, _, wanted = place.partition("/")
    page = content.pair_pages[name]
    if wanted == "code":
        return code(content, page, repository)
    return mistake(content, page) if wanted == "mistake" else differences(page)


def code(content: Content, page: Page, repository: str) -> str:
    """Both programs in tabs, each with what it printed; then what was compared, and what differs."""
    pair, result = _pair(page), content.results[page.id]
    apart = f"pairs/{page.id}/differs.md" in {snippet.text for snippet in page.text.snippets}
    inputs = (pair_files.folder_of(content.docs, page.id) / pair_files.INPUTS).exists()
    return templates.render(
        "pair-code.md",
        id=page.id,
        folder=f"{pair_files.FOLDER}/{page.id}",
        programs=[
            Program(
                title,
                pair_files.PROGRAMS[side],
                _places(page, pair_files.PROGRAMS[side], repository),
                _side(result, side) if result else None,
            )
            for side, title in SIDES.items()
        ],
        inputs=pair_files.INPUTS if inputs else "",
        pair=pair,
        result=result,
        compared=_compared(pair, result) if result else "",
        differences="" if apart else differences(page, level=3),
        versions=versions(result) if result else "",
    )


def differences(page: Page, level: int = 2) -> str:
    """What differs by design; at the end of the code, unless the page pulls it in by itself."""
    rows = [
        (f"`{entry.name}`: {entry.says}", f"`{entry.tensorflow}`", f"`{entry.pytorch}`")
        for entry in _pair(page).differ
    ]
    if not rows:
        return ""
    table = components.table(("What", "TensorFlow", "PyTorch"), rows)
    return templates.render("pair-differs.md", level=level, table=table)


def mistake(content: Content, page: Page) -> str:
    """The usual mistake: its code, what it printed, and how wrong it was."""
    pair, result = _pair(page), content.results[page.id]
    return templates.render(
        "pair-mistake.md",
        folder=f"{pair_files.FOLDER}/{page.id}",
        file=pair_files.MISTAKE,
        program=pair_files.PROGRAMS[pair.mistake.continues],
        mistake=pair.mistake,
        ran=result.mistake if result else None,
        differences={value.name: value.difference for value in result.values} if result else {},
    )


def table(content: Content) -> str:
    """The list of all pairs with controls for its script; shown on examples/ alone, so links start there."""
    usual = _versions([result for result in content.results.values() if result]).split(", ")
    lines = []
    for page, pair in content.pairs:
        result = content.results[page.id]
        others = [name for name in versions(result).split(", ") if name not in usual] if result else []
        lines.append(Line(page, pair, result, ", ".join(others)))
    return templates.render(
        "pairs.html",
        groups=components.grouped(TITLES, lines, lambda line: line.pair.group),
        count=len(lines),
        titles=TITLES,
    )


def summary(content: Content) -> str:
    """How many pairs are proven, with which versions, and how nearly equal they are."""
    results = [result for result in content.results.values() if result]
    return templates.render(
        "pairs-summary.md",
        results=results,
        count=len(content.results),
        exact=sum(result.greatest == 0 for result in results),
        compared=sum(len(result.values) for result in results),
        versions=_versions(results),
    )


def fixed(content: Content) -> str:
    """A table of the values that stay the same whatever the inputs are, or that are not seen computed."""
    rows = [
        (
            f"[{page.meta.title if page.meta else page.id}](/{page.source}#compared)",
            f"`{value.name}`: {value.says}",
            reason,
        )
        for page, pair in content.pairs
        for value in pair.values
        for reason in (value.fixed, value.unseen)
        if reason
    ]
    return components.table(("Pair", "Value", "Why"), rows)


def weights(content: Content) -> str:
    """A table of layers: how their weights go across in each direction, and the difference measured."""
    rows = [
        _transfer(page, transfer, result)
        for page, pair in content.pairs
        if (result := content.results[page.id])
        for transfer in pair.transfers
    ]
    return components.table(("Layer", "From Keras to PyTorch", "From PyTorch to Keras"), rows)


def versions(result: Result) -> str:
    """The versions of both sides, each once: `TensorFlow 2.21.0, PyTorch 2.13.0, …`."""
    return _versions([result])


def _compared(pair: Pair, result: Result) -> str:
    said = {value.name: value for value in pair.values}
    rows = [
        (
            f"`{value.name}`: {said[value.name].says}",
            value.shape,
            wording.number(value.difference),
            _allowed(said[value.name].within),
        )
        for value in result.values
        if value.name in said
    ]
    return components.table(("Compared", "Type and shape", "Greatest difference", "Allowed"), rows)


def _transfer(page: Page, transfer: Transfer, result: Result) -> tuple[str, str, str]:
    differences = {value.name: value.difference for value in result.values}

    def way(direction: Direction) -> str:
        return f"{direction.rule}<br>measured: {wording.number(differences[direction.value])}"

    layer = f"[{transfer.layer}](/{page.source}#code)"
    return layer, way(transfer.to_pytorch), way(transfer.to_tensorflow)


def _places(page: Page, program: str, repository: str) -> list[tuple[str, str]]:
    """Where a program, and its pair as a notebook, can be opened; nowhere without a repository."""
    if not repository:
        return []
    folder = page.path.rpartition("/")[0]
    project = repository.removeprefix("https://github.com/")
    notebook = f"{project}/blob/main/{folder}/{page.id}.ipynb"
    places = [("Open it in the repository", f"{repository}/blob/main/{folder}/{program}")]
    if _pair(page).no_notebook is None:
        places.append(("Open the pair in Colab", f"https://colab.research.google.com/github/{notebook}"))
    return places


def _versions(results: list[Result]) -> str:
    """Every version that these results ran with, the most common of each name; Python left out."""
    counts: dict[str, Counter[str]] = {}
    for result in results:
        for side in (result.tensorflow, result.pytorch):
            for name, version in side.versions.items():
                if wording.NAMES.get(name) in ("TensorFlow", "PyTorch", "Keras") or len(results) == 1:
                    counts.setdefault(wording.NAMES.get(name, name), Counter())[version] += 1
    counts.pop("Python", None)
    order = ["TensorFlow", "Keras", "PyTorch"]
    names = sorted(counts, key=lambda name: (order.index(name) if name in order else 9, name.lower()))
    return ", ".join(f"{name} {counts[name].most_common(1)[0][0]}" for name in names)


def _side(result: Result, side: Side) -> SideResult:
    return result.tensorflow if side == "tensorflow" else result.pytorch


def _allowed(within: float) -> str:
    return f"{within:g}".replace("e-0", "e-") if within else "0 (exact)"


def _pair(page: Page) -> Pair:
    assert page.meta
    assert page.meta.pair
    return page.meta.pair
