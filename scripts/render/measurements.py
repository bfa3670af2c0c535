"""Measurements as pages show them: a chart, the same numbers as a table, where and when they were taken."""

from functools import cache
from html import escape
from pathlib import Path

from scripts import clock
from scripts.content import Content
from scripts.measure import catalogue, results
from scripts.measure.case import LEAST, MOST, Subject, Variant
from scripts.measure.results import Figure, Found
from scripts.model.measurement import MeasuredRun
from scripts.render import charts

NAMES = {"tensorflow-cpu": "TensorFlow", "keras": "Keras", "torch": "PyTorch", "numpy": "NumPy"}


def subject(content: Content, entry: Subject) -> str:
    """All figures of a subject; a line that says so where there are none yet."""
    found = results.found(runs(content.docs), entry.id)
    if not found:
        return "Not measured yet.\n"
    newest = found[0]
    parts = []
    if any(variant.rounds for variant in newest.subject.variants):
        parts += [_chart(entry, newest), _times(entry, found)]
    if entry.facts:
        parts.append(_facts(entry, newest))
    parts.append(_where(entry, newest, len(found)))
    return "\n".join(parts)


def all_subjects(content: Content) -> str:
    """Every subject under its group, with its question and its figures."""
    parts = []
    for group, title in catalogue.GROUPS.items():
        members = [entry for entry in catalogue.all_subjects() if entry.group == group]
        if members:
            parts.append(f"## {title} {{#{group}}}")
        for entry in members:
            parts += [f"### {entry.title} {{#{entry.id}}}", entry.question, subject(content, entry)]
    return "\n\n".join(parts) + "\n"


def machines(content: Content) -> str:
    """Every run: when, on which machine, with which versions, and its file."""
    lines = [
        f"| {clock.in_words(run.started.date())}, {run.started:%H:%M} UTC "
        f"| {processor(run)}, {run.machine.cores} cores, {run.machine.memory / 2**30:.0f} GiB, "
        f"{run.machine.system} | {versions(run.versions)} | {run.load:g} | {len(run.subjects)} "
        f"| [{name}](/{results.FOLDER}/{name}) |"
        for name, run in runs(content.docs)
    ]
    head = "| Run | Machine | Versions | Load at start | Subjects | Raw data |\n"
    head += "| --- | --- | --- | --- | --- | --- |\n"
    return head + "\n".join(lines) + "\n"


def processor(run: MeasuredRun) -> str:
    """The processor's name, with what tells it apart where the run says so."""
    told = run.flags.get(results.DETAILS)
    return f"{run.machine.processor} ({told})" if told else run.machine.processor


@cache
def runs(docs: Path) -> list[tuple[str, MeasuredRun]]:
    """Every run, the newest first."""
    return results.read(docs)


def ratio(figure: Figure) -> str:
    """How many times as long: 1.4 × (1.3 to 1.5), or that there is no difference to speak of."""
    spread = f"{times(figure.low)} to {times(figure.high)}"
    if figure.is_one:
        return f"no difference ({spread} ×)"
    return f"{times(figure.median)} × ({spread})"


def times(factor: float) -> str:
    """A factor to two digits, without an exponent."""
    return f"{factor:.2g}" if factor < 99.5 else f"{factor:.0f}"


def duration(seconds: float) -> str:
    """Seconds in a unit that keeps the number short."""
    for limit, unit, factor in ((1e-3, "µs", 1e6), (1.0, "ms", 1e3)):
        if seconds < limit:
            return f"{seconds * factor:.3g} {unit}"
    return f"{seconds:.3g} s"


def amount(value: float, unit: str) -> str:
    """A fact with its unit: bytes as MB or kB, seconds as a duration, others as they are."""
    if unit == "bytes":
        return f"{value / 1e6:,.1f} MB" if value >= 1e5 else f"{value / 1e3:,.1f} kB"
    if unit == "seconds":
        return duration(value)
    return f"{value:.3g} {unit}".strip()


def versions(found: dict[str, str]) -> str:
    """Versions as a sentence."""
    return ", ".join(f"{NAMES.get(name, name)} {version}" for name, version in found.items())


def _chart(entry: Subject, found: Found) -> str:
    drawn = []
    for variant in _by_time(entry, found):
        figure = results.seconds(found.variants[variant.id])
        assert figure
        drawn.append(
            charts.Bar(
                variant.title, variant.side, figure.median, figure.low, figure.high, duration(figure.median)
            )
        )
    title = f"{entry.title}: " + "; ".join(f"{bar.label} {bar.text}" for bar in drawn)
    return (
        f'<figure class="measure">{charts.bars(entry.id, title, tuple(drawn))}'
        f"<figcaption>Time for one {escape(entry.unit)}; shorter is better. "
        "The line is the spread of the rounds.</figcaption></figure>\n"
    )


def _times(entry: Subject, found: list[Found]) -> str:
    newest = found[0]
    same, other = results.before(found)
    earlier = [
        (entry, f"{clock.in_words(entry.run.started.date())}, {machine}")
        for entry, machine in ((same, "same machine"), (other, "another machine"))
        if entry
    ]
    reference = next(variant for variant in entry.variants if variant.id == entry.reference)
    lines = []
    for variant in _by_time(entry, newest):
        measured = newest.variants[variant.id]
        figure = results.seconds(measured)
        against = results.ratio(measured, newest.variants[entry.reference])
        assert figure
        assert against
        own = variant.id == entry.reference
        again = ["" if own else _before(run, variant, entry) for run, _ in earlier]
        lines.append(
            f"| {variant.title} | {duration(figure.median)} "
            f"| {duration(figure.low)} to {duration(figure.high)} "
            f"| {' | '.join(['the reference' if own else ratio(against), *again])} |"
        )
    names = ["Variant", "Median", "Spread", f"Against {reference.title}", *(title for _, title in earlier)]
    head = f"| {' | '.join(names)} |\n|" + " --- |" * len(names) + "\n"
    return head + "\n".join(lines) + "\n"


def _before(before: Found, variant: Variant, entry: Subject) -> str:
    if not {variant.id, entry.reference} <= before.variants.keys():
        return "none"
    against = results.ratio(before.variants[variant.id], before.variants[entry.reference])
    return ratio(against) if against else "none"


def _by_time(entry: Subject, found: Found) -> list[Variant]:
    timed = [
        variant
        for variant in entry.variants
        if variant.id in found.variants and found.variants[variant.id].rounds
    ]
    return sorted(timed, key=lambda variant: _median(found, variant))


def _median(found: Found, variant: Variant) -> float:
    figure = results.seconds(found.variants[variant.id])
    return figure.median if figure else 0.0


def _facts(entry: Subject, found: Found) -> str:
    names = [name for name in entry.facts if any(name in variant.facts for variant in found.subject.variants)]
    head = "| Variant | " + " | ".join(name.replace("_", " ").capitalize() for name in names) + " |\n"
    head += "| --- |" + " --- |" * len(names) + "\n"
    lines = []
    for variant in entry.variants:
        if variant.id not in found.variants:
            continue
        facts = found.variants[variant.id].facts
        cells = [_fact(facts, name, entry.facts[name]) for name in names]
        lines.append(f"| {variant.title} | {' | '.join(cells)} |")
    return head + "\n".join(lines) + "\n"


def _fact(facts: dict[str, float], name: str, unit: str) -> str:
    """A fact, with its spread if it was measured several times."""
    if name not in facts:
        return "–"
    shown = amount(facts[name], unit)
    if name + LEAST not in facts:
        return shown
    return f"{shown} ({amount(facts[name + LEAST], unit)} to {amount(facts[name + MOST], unit)})"


def _where(entry: Subject, found: Found, count: int) -> str:
    run = found.run
    return (
        f'<p class="ran" markdown="span">Measured on {clock.in_words(run.started.date())} '
        f"on {processor(run)}, one thread, with {versions(run.versions)}; "
        f"{count} run{'s' if count > 1 else ''} so far. "
        f"[Raw data](/{results.FOLDER}/{found.file}). {escape(entry.says)}</p>\n"
    )
