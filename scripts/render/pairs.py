"""Example pairs: what their pages pull in, the list of all, and the page “Weights across”."""

from collections import Counter
from html import escape

from scripts import clock
from scripts.content import Content, Page
from scripts.model.pair import GROUPS, LEVELS, SIDES, Direction, Pair, Side, Transfer
from scripts.model.result import Result, SideResult
from scripts.pairs import files
from scripts.render import html

NAMES = {
    "tensorflow-cpu": "TensorFlow",
    "tensorflow": "TensorFlow",
    "torch": "PyTorch",
    "keras": "Keras",
    "numpy": "NumPy",
    "tf-keras": "tf_keras",
}


MOST_LINES = 24  # of printed text that are shown unfolded


def code(content: Content, page: Page, repository: str) -> str:
    """Both programs in tabs, each with what it printed; then what was compared, and what differs."""
    pair, result = _pair(page), content.results[page.id]
    folder = f"{files.FOLDER}/{page.id}"
    parts = ["## Both sides {#code}\n"]
    for side, title in SIDES.items():
        program = files.PROGRAMS[side]
        inner = [_file(folder, program)]
        if result:
            inner.append(_printed("It prints", _side(result, side).printed))
            if warned := _side(result, side).warned:
                inner.append(_text_block("It warns", "\n".join(warned)))
        inner.append(_links(page, program, repository))
        parts += [f'=== "{title}"\n', _indent("\n".join(inner))]
    if (content.docs / folder / files.INPUTS).exists():
        title = f"The numbers that both use: {files.INPUTS}"
        parts.append(_folded(title, _file(folder, files.INPUTS)))
    if result:
        parts.append(_equal(pair, result))
        if f"pairs/{page.id}/differs.md" not in {snippet.text for snippet in page.text.snippets}:
            parts.append(differences(page, level=3))
    return "\n".join(parts)


def differences(page: Page, level: int = 2) -> str:
    """What differs by design; at the end of the code, unless the page pulls it in by itself."""
    pair = _pair(page)
    if not pair.differ:
        return ""
    lines = [
        f"| `{entry.name}`: {_cell(entry.says)} | {_code(entry.tensorflow)} | {_code(entry.pytorch)} |"
        for entry in pair.differ
    ]
    return (
        f"{'#' * level} What differs by design {{#differs}}\n\n"
        "Each is asserted: a release that changes one fails the test.\n\n"
        "| What | TensorFlow | PyTorch |\n| --- | --- | --- |\n" + "\n".join(lines) + "\n"
    )


def mistake(content: Content, page: Page) -> str:
    """The usual mistake: its code, what it printed, and how wrong it was."""
    pair, result = _pair(page), content.results[page.id]
    wrong, program = pair.mistake, files.PROGRAMS[pair.mistake.continues]
    parts = [
        "## The usual mistake {#mistake}\n",
        f"**{wrong.title}.** These lines at the end of `{program}` show it:\n",
        _file(f"{files.FOLDER}/{page.id}", files.MISTAKE),
    ]
    if result:
        if result.mistake.printed:
            parts.append(_printed("It prints", result.mistake.printed))
        if result.mistake.error:
            parts.append(_printed("It stops with", result.mistake.error))
        parts.append(f'<p class="measured measured--wrong" markdown="span">{_how_wrong(pair, result)}</p>\n')
    return "\n".join(parts)


def table(content: Content) -> str:
    """The list of all pairs with controls for its script; shown on examples/ alone, so links start there."""
    bodies, order = [], 0
    for group, (title, _) in GROUPS.items():
        members = [(page, pair) for page, pair in content.pairs if pair.group == group]
        if not members:
            continue
        lines = [
            f'<tbody data-group="{group}">',
            f'<tr class="compare__group"><th colspan="5" scope="rowgroup" id="group-{group}">{title} '
            f'<a class="headerlink" href="#group-{group}" title="Link to this group">¶</a></th></tr>',
        ]
        for page, pair in members:
            lines.append(_row(page, pair, content.results[page.id], order))
            order += 1
        bodies.append("\n".join([*lines, "</tbody>"]))
    heads = " ".join(
        f'<th scope="col" data-column="{column}">{name}</th>'
        for column, name in (
            ("pair", "Pair"),
            ("level", "Level"),
            ("equal", "Proven equal"),
            ("mistake", "The usual mistake"),
            ("run", "Recorded"),
        )
    )
    return (
        f'<div class="pairs">\n{_controls()}\n<table class="compare__table pairs__table">\n'
        f"<caption>{order} pairs in {len(bodies)} groups</caption>\n<thead><tr>{heads}</tr></thead>\n"
        + "\n".join(bodies)
        + "\n</table>\n</div>\n"
    )


def summary(content: Content) -> str:
    """How many pairs are proven, with which versions, and how nearly equal they are."""
    results = [result for result in content.results.values() if result]
    if not results:
        return "No pair has been run yet.\n"
    exact = sum(result.greatest == 0 for result in results)
    compared = sum(len(result.values) for result in results)
    last = max(result.recorded for result in results)
    versions = _versions(results)
    return (
        f"**{len(results)} of {len(content.results)} pairs are proven**, {exact} of them exactly equal; "
        f"{compared} values are compared in all. Last recorded on {clock.in_words(last)} with {versions}.\n"
    )


def weights(content: Content) -> str:
    """A table of layers: how their weights go across in each direction, and the difference measured."""
    head = "| Layer | From Keras to PyTorch | From PyTorch to Keras |\n| --- | --- | --- |"
    lines = []
    for page, pair in content.pairs:
        result = content.results[page.id]
        for transfer in pair.transfers if result else ():
            lines.append(_transfer(page, transfer, result))
    return f"{head}\n" + "\n".join(lines) + "\n"


def status(result: Result | None) -> str:
    """Whether a pair is proven, and how nearly equal: a word, which the style gives its glyph."""
    if result is None:
        return '<span class="status status--unproven">Not proven</span>'
    return f'<span class="status status--holds">Proven {nearly(result.greatest)}</span>'


def nearly(difference: float) -> str:
    """How nearly equal, in words: `equal to 1.2e-7`, `exactly equal`."""
    return f"equal to {number(difference)}" if difference else "exactly equal"


def number(value: float) -> str:
    """A difference to two digits: 1.2e-7, 0.45, 2.2."""
    text = f"{value:.1e}" if value < 0.001 else f"{value:.2g}"
    mantissa, _, exponent = text.partition("e")
    return f"{mantissa}e{int(exponent)}" if exponent else mantissa


def versions(result: Result) -> str:
    """The versions of both sides, each once: `TensorFlow 2.21.0, PyTorch 2.13.0, …`."""
    return _versions([result])


def _equal(pair: Pair, result: Result) -> str:
    said = {value.name: value for value in pair.values}
    lines = [
        f"| `{value.name}`: {_cell(said[value.name].says)} | {value.shape} "
        f"| {number(value.difference) if value.difference else '0'} | {_allowed(said[value.name].within)} |"
        for value in result.values
        if value.name in said
    ]
    reasons = [f"`{value.name}`: {value.because}" for value in pair.values if value.because]
    table = "| Compared | Type and shape | Greatest difference | Allowed |\n| --- | --- | --- | --- |\n"
    why = "\n".join(f"\n{reason}\n" for reason in reasons)
    return (
        f"### What is compared {{#compared}}\n\n{table}" + "\n".join(lines) + f"\n{why}\n"
        f'<p class="ran" markdown="span">Recorded on {clock.in_words(result.recorded)} with '
        f"{_versions([result])}, and run again in every test of this site.</p>\n"
    )


def _how_wrong(pair: Pair, result: Result) -> str:
    if result.mistake.difference is None:
        return f"Measured: **it stops with `{pair.mistake.raises}`**, and the test asserts that it does."
    usual = next(value.difference for value in result.values if value.name == pair.mistake.value)
    return (
        f"Measured: **off by {number(result.mistake.difference)}**, where the right program is off by "
        f"{number(usual) if usual else '0'}. The test asserts at least {pair.mistake.off_by:g}."
    )


def _transfer(page: Page, transfer: Transfer, result: Result | None) -> str:
    assert result
    differences = {value.name: value.difference for value in result.values}

    def way(direction: Direction) -> str:
        measured = number(differences[direction.value]) if differences[direction.value] else "0"
        return f"{_cell(direction.rule)}<br>measured: {measured}"

    return (
        f"| [{_cell(transfer.layer)}](/{page.source}#code) | {way(transfer.to_pytorch)} "
        f"| {way(transfer.to_tensorflow)} |"
    )


def _row(page: Page, pair: Pair, result: Result | None, order: int) -> str:
    assert page.meta
    wrong = ""
    if result:
        wrong = (
            f"stops with <code>{pair.mistake.raises}</code>"
            if result.mistake.difference is None
            else f"off by {number(result.mistake.difference)}"
        )
    recorded = (
        f'<time datetime="{result.recorded}">{clock.in_words(result.recorded)}</time> '
        f'<span class="compare__question">{_versions([result])}</span>'
        if result
        else "not yet"
    )
    return (
        f'<tr class="compare__row" id="{page.id}" data-group="{pair.group}" data-level="{pair.level}" '
        f'data-order="{order}" data-equal="{result.greatest if result else 9}">'
        f'<th scope="row"><a href="{page.id}/">{escape(page.meta.title)}</a> '
        f'<span class="compare__question">{escape(pair.question)}</span></th> '
        f'<td data-label="Level" data-column="level">{LEVELS[pair.level]}</td> '
        f'<td data-label="Status" data-column="equal">{status(result)}</td> '
        f'<td data-label="The usual mistake" data-column="mistake">{html.inline(pair.mistake.title)}: '
        f"{wrong}</td> "
        f'<td data-label="Recorded" data-column="run">{recorded}</td></tr>'
    )


def _controls() -> str:
    levels = " ".join(
        f'<label><input type="checkbox" name="level" value="{level}"> {title}</label>'
        for level, title in LEVELS.items()
    )
    groups = " ".join(
        f'<label><input type="checkbox" name="group" value="{group}"> {title}</label>'
        for group, (title, _) in GROUPS.items()
    )
    return f"""\
<form class="compare__controls" aria-label="Filter the pairs" inert>
<p class="compare__search"><label for="pairs-q">Filter by words</label> \
<input type="search" id="pairs-q" name="q" maxlength="100" autocomplete="off"></p>
<fieldset><legend>Level</legend> {levels}</fieldset>
<fieldset><legend>Group</legend> {groups}</fieldset>
<p class="compare__actions"><button type="button" name="copy" value="link">Copy link</button> \
<button type="button" name="copy" value="markdown">Copy as Markdown</button> \
<button type="reset">Show all</button></p>
<p class="compare__count" role="status"></p>
<p class="compare__note" role="alert" hidden></p>
</form>"""


def _file(folder: str, name: str) -> str:
    return f'```python title="{name}"\n--8<-- "{folder}/{name}"\n```\n'


def _printed(title: str, text: str) -> str:
    """What a program printed; folded if that is long."""
    lines = text.count("\n") + 1
    if lines > MOST_LINES:
        return _folded(f"{title} {lines} lines", _text_block(title, text))
    return _text_block(title, text)


def _folded(title: str, inner: str) -> str:
    return f'??? known "{title}"\n\n{_indent(inner)}'


def _text_block(title: str, text: str) -> str:
    ticks = "```"
    while ticks in text:
        ticks += "`"
    return f'{ticks}text title="{title}"\n{text}\n{ticks}\n'


def _links(page: Page, program: str, repository: str) -> str:
    """Download the program, open it where it lives, open the pair in Colab."""
    path = f"{page.path.rpartition('/')[0]}"
    links = [f'[Download {program}]({program}){{ download="{page.id}-{program}" }}']
    if repository:
        links.append(f"[Open it in the repository]({repository}/blob/main/{path}/{program})")
        project = repository.removeprefix("https://github.com/")
        notebook = f"{path}/{page.id}.ipynb"
        links.append(
            "[Open the pair in Colab]"
            f"(https://colab.research.google.com/github/{project}/blob/main/{notebook})"
        )
    return f"{' · '.join(links)}\n{{ .ran }}\n"


def _versions(results: list[Result]) -> str:
    """Every version that these results ran with, the most common of each name; Python left out."""
    counts: dict[str, Counter[str]] = {}
    for result in results:
        for side in (result.tensorflow, result.pytorch):
            for name, version in side.versions.items():
                if NAMES.get(name) in ("TensorFlow", "PyTorch", "Keras") or len(results) == 1:
                    counts.setdefault(NAMES.get(name, name), Counter())[version] += 1
    counts.pop("Python", None)
    order = ["TensorFlow", "Keras", "PyTorch"]
    names = sorted(counts, key=lambda name: (order.index(name) if name in order else 9, name.lower()))
    return ", ".join(f"{name} {counts[name].most_common(1)[0][0]}" for name in names)


def _side(result: Result, side: Side) -> SideResult:
    return result.tensorflow if side == "tensorflow" else result.pytorch


def _allowed(within: float) -> str:
    return f"{within:g}".replace("e-0", "e-") if within else "0 (exact)"


def _code(value: object) -> str:
    text = str(value).replace("|", "\\|")
    return f"`{text}`"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _indent(text: str) -> str:
    return "\n".join(f"    {line}" if line else "" for line in text.split("\n"))


def _pair(page: Page) -> Pair:
    assert page.meta
    assert page.meta.pair
    return page.meta.pair
