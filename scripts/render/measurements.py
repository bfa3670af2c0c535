"""Measurements as pages show them: a chart, the same numbers as a table, where and when they were taken."""

from collections.abc import Sequence
from html import escape

from markupsafe import Markup

from scripts import dates
from scripts.content import measured_runs
from scripts.content.measured_runs import Figure, SubjectRun
from scripts.content.tree import Content
from scripts.measure import catalogue
from scripts.measure.case import LEAST, MOST, Subject, Variant
from scripts.model.measurement import MeasuredRun
from scripts.render import bar_chart, components, templates, wording


def subject(content: Content, entry: Subject) -> str:
    """All figures of a subject; a line that says so where there are none yet."""
    runs = measured_runs.of_subject(content.runs, entry.id)
    if not runs:
        return "Not measured yet.\n"
    newest = runs[0]
    timed = _by_time(entry, newest)
    return templates.render(
        "measurement.md",
        unit=entry.unit,
        says=escape(entry.says),
        chart=_chart(entry, newest, timed) if timed else "",
        times=_times(entry, runs, timed) if timed else "",
        facts=_facts(entry, newest) if entry.facts else "",
        run=newest.run,
        processor=processor(newest.run),
        file=f"{measured_runs.FOLDER}/{newest.file}",
        runs=len(runs),
    )


def all_subjects(content: Content) -> str:
    """Every subject under its group, with its question and its figures."""
    subjects = list(catalogue.all_subjects())
    return templates.render(
        "measurements.md",
        groups=components.grouped(catalogue.GROUPS, subjects, lambda entry: entry.group),
        figures={entry.id: subject(content, entry) for entry in subjects},
    )


def machines(content: Content) -> str:
    """Every run: when, on which machine, with which versions, and its file."""
    rows = [
        (
            f"{dates.in_words(run.started.date())}, {run.started:%H:%M} UTC",
            f"{processor(run)}, {run.machine.cores} cores, {run.machine.memory / 2**30:.0f} GiB, "
            f"{run.machine.system}",
            wording.versions(run.versions),
            f"{run.load:g}",
            len(run.subjects),
            f"[{name}](/{measured_runs.FOLDER}/{name})",
        )
        for name, run in content.runs
    ]
    return components.table(("Run", "Machine", "Versions", "Load at start", "Subjects", "Raw data"), rows)


def processor(run: MeasuredRun) -> str:
    """The processor's name, with what tells it apart where the run says so."""
    details = run.flags.get(measured_runs.DETAILS)
    return f"{run.machine.processor} ({details})" if details else run.machine.processor


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


def _chart(entry: Subject, run: SubjectRun, timed: Sequence[Variant]) -> Markup:
    drawn = []
    for variant in timed:
        figure = measured_runs.seconds(run.variants[variant.id])
        assert figure
        drawn.append(
            bar_chart.Bar(
                variant.title, variant.side, figure.median, figure.low, figure.high, duration(figure.median)
            )
        )
    title = f"{entry.title}: " + "; ".join(f"{bar.label} {bar.text}" for bar in drawn)
    return Markup(bar_chart.bars(entry.id, title, tuple(drawn)))


def _times(entry: Subject, runs: list[SubjectRun], timed: Sequence[Variant]) -> str:
    newest = runs[0]
    same, other = measured_runs.before(runs)
    earlier = [
        (run, f"{dates.in_words(run.run.started.date())}, {machine}")
        for run, machine in ((same, "same machine"), (other, "another machine"))
        if run
    ]
    reference = next(variant for variant in entry.variants if variant.id == entry.reference)
    rows = []
    for variant in timed:
        measured = newest.variants[variant.id]
        figure = measured_runs.seconds(measured)
        against = measured_runs.ratio(measured, newest.variants[entry.reference])
        assert figure
        assert against
        own = variant.id == entry.reference
        rows.append(
            (
                variant.title,
                duration(figure.median),
                f"{duration(figure.low)} to {duration(figure.high)}",
                "the reference" if own else ratio(against),
                *("" if own else _before(run, variant, entry) for run, _ in earlier),
            )
        )
    heads = ("Variant", "Median", "Spread", f"Against {reference.title}", *(title for _, title in earlier))
    return components.table(heads, rows)


def _before(before: SubjectRun, variant: Variant, entry: Subject) -> str:
    if not {variant.id, entry.reference} <= before.variants.keys():
        return "none"
    against = measured_runs.ratio(before.variants[variant.id], before.variants[entry.reference])
    return ratio(against) if against else "none"


def _by_time(entry: Subject, run: SubjectRun) -> list[Variant]:
    timed = [
        variant
        for variant in entry.variants
        if variant.id in run.variants and run.variants[variant.id].rounds
    ]
    return sorted(timed, key=lambda variant: _median(run, variant))


def _median(run: SubjectRun, variant: Variant) -> float:
    figure = measured_runs.seconds(run.variants[variant.id])
    return figure.median if figure else 0.0


def _facts(entry: Subject, run: SubjectRun) -> str:
    names = [name for name in entry.facts if any(name in variant.facts for variant in run.subject.variants)]
    rows = [
        (variant.title, *(_fact(run.variants[variant.id].facts, name, entry.facts[name]) for name in names))
        for variant in entry.variants
        if variant.id in run.variants
    ]
    heads = ("Variant", *(name.replace("_", " ").capitalize() for name in names))
    return components.table(heads, rows)


def _fact(facts: dict[str, float], name: str, unit: str) -> str:
    """A fact, with its spread if it was measured several times."""
    if name not in facts:
        return "–"
    shown = amount(facts[name], unit)
    if name + LEAST not in facts:
        return shown
    return f"{shown} ({amount(facts[name + LEAST], unit)} to {amount(facts[name + MOST], unit)})"
