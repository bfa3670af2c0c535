"""The API map: the list of a family's entries, the list of families, and the classes of difference."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

import pygments
from markupsafe import Markup
from pygments.formatters import HtmlFormatter
from pygments.lexers import PythonLexer

from scripts.content import api_coverage
from scripts.content.api_record import Shown
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.model.api_map import MATCHES, Entry, EntryCase, Family, short
from scripts.model.framework import FRAMEWORKS, OTHER, Framework
from scripts.render import components, templates, wording

TITLES = {match: title for match, (title, _) in MATCHES.items()}


@dataclass(frozen=True)
class Case:
    """A case of an entry: when it holds, what to know, the right and the wrong lines of the other side."""

    condition: str
    note: str
    right: Markup
    wrong: Markup
    off: float | str | None


@dataclass(frozen=True)
class Line:
    """An entry as the list shows it: its code by side as HTML, and what its run showed, if it is recorded."""

    entry: Entry
    code: dict[Framework, Markup]
    mistake: Markup
    cases: list[Case]
    shown: Shown | None

    @property
    def words(self) -> str:
        """The class of difference."""
        return TITLES[self.entry.match]

    @property
    def wrong(self) -> float | str | None:
        """By how much the mistake is wrong, or what it stops with."""
        return _plain(self.shown.mistake) if self.shown else None

    @property
    def arguments(self) -> list[tuple[str, str]]:
        """Arguments of other names: TensorFlow's and PyTorch's."""
        return list(self.entry.arguments.items())

    @property
    def warned(self) -> list[tuple[str, str]]:
        """What a side warned of, with its title."""
        if not self.shown:
            return []
        return [(FRAMEWORKS[side], text) for side, texts in self.shown.warned.items() for text in texts]


def family(content: Content, name: str, _: str = "") -> str:
    """The list of a family's entries, with controls for its script."""
    page, own = content.families[name]
    run = content.api_runs[name]
    lines = [_line(entry, run.entries.get(entry.id) if run else None) for entry in own.entries]
    present = {entry.match for entry in own.entries}
    return templates.render(
        "api-family.html",
        page=page,
        lines=lines,
        short=short,
        titles=TITLES,
        matches={match: title for match, title in TITLES.items() if match in present},
        sides=FRAMEWORKS,
        pair_titles={page.id: page.meta.title for page, _ in content.pairs if page.meta},
        row_titles={page.id: page.meta.title for page, _ in content.rows if page.meta},
        error_titles={page.id: page.meta.title for page, _ in content.errors if page.meta},
    )


def overview(content: Content) -> str:
    """The families, each with how many entries it has, and of them how many by class."""
    rows = [
        (components.page_link(page), str(len(own.entries)), ", ".join(_examples(own)))
        for page, own in content.families.values()
    ]
    return components.table(("Family", "Entries", "Such as"), rows)


def classes(content: Content) -> str:
    """How many entries there are of each class, and what the class means."""
    counts = Counter(entry.match for _, entry in content.entries.values())
    rows = [(title, meaning, str(counts[match])) for match, (title, meaning) in MATCHES.items()]
    return components.table(("Class", "What it says of the two calls", "Entries"), rows)


def coverage(content: Content) -> str:
    """How many public names of each module have an entry, and which share of uses."""
    uses = content.uses
    return templates.render(
        "api-coverage.md",
        modules=list(api_coverage.modules(content)),
        sides=FRAMEWORKS,
        shares={side: api_coverage.share(content, side) for side in FRAMEWORKS},
        most=api_coverage.MOST_USED,
        missing={
            side: [name for name, _, known in api_coverage.most_used(content, side) if not known]
            for side in FRAMEWORKS
        },
        uses=uses,
    )


def translate(_: Content, repository: str) -> str:
    """The field of the page Translate. `repository` is its address, without a final slash."""
    add = f"{repository}/issues/new?template=addition.yml&missing=" if repository else ""
    return templates.render("translate.html", add=add)


def versions(content: Content, page: Page) -> str:
    """The versions that a family ran with."""
    run = content.api_runs[page.id]
    return wording.versions(run.versions) if run else ""


def _examples(own: Family) -> list[str]:
    return [f"`{(entry.tensorflow or entry.pytorch)[0]}`" for entry in own.entries[:3]]


def _line(entry: Entry, shown: Shown | None) -> Line:
    code = {side: _highlighted(text.strip()) for side, text in entry.code.items()}
    mistake = _highlighted(entry.mistake.code.strip()) if entry.mistake else Markup()
    cases = [
        _case(case, shown.cases[index] if shown and index < len(shown.cases) else None)
        for index, case in enumerate(entry.cases)
    ]
    return Line(entry, code, mistake, cases, shown)


def _case(case: EntryCase, off: float | str | None) -> Case:
    other = OTHER[case.side]
    right = _highlighted(case.code[other].strip()) if other in case.code else Markup()
    wrong = _highlighted(case.wrong.strip()) if case.wrong else Markup()
    return Case(case.condition, case.note, right, wrong, _plain(off))


def _plain(off: float | str | None) -> float | str | None:
    """What wrong lines stop with, without TensorFlow's name of a node."""
    return re.sub(r"\{\{[^{}]*\}\} ?", "", off) if isinstance(off, str) else off


@cache
def _highlighted(code: str) -> Markup:
    html: str = pygments.highlight(code, PythonLexer(), HtmlFormatter(nowrap=True))
    return Markup(html.rstrip("\n"))
