"""The whole content of the site, read once: pages, the article's points, moves."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from scripts import load, markdown, notebooks, paths
from scripts.model.article import Article, Point
from scripts.model.decision import Decision, Outcome
from scripts.model.evidence import Evidence
from scripts.model.move import Move, Moves
from scripts.model.notebook import Notebook
from scripts.model.page import PageMeta
from scripts.model.pair import GROUPS, Pair
from scripts.model.preset import Preset, Presets
from scripts.model.result import Result
from scripts.model.row import Row
from scripts.model.tool import Tool
from scripts.notebooks import Book
from scripts.pairs import record
from scripts.problem import Problem

ARTICLE = "about/article.yml"
MOVES = "moves.yml"
PRESETS = "compare/presets.yml"
DECISION = "decide/questions.yml"
# The parts of the site in lists of all pages: title, folder.
SECTIONS = (
    ("Start", ""),
    ("Choose", "choose"),
    ("Decide", "decide"),
    ("Measurements", "measurements"),
    ("Notebooks", "notebooks"),
    ("Compare", "compare"),
    ("Understand", "overview"),
    ("Differences", "differences"),
    ("Examples", "examples"),
    ("Tools", "tools"),
    ("About", "about"),
)
Records = TypeVar("Records", Article, Moves, Presets, Decision)


@dataclass(frozen=True)
class Page:
    """One Markdown page. `source` is its path below docs/; `meta` is None if it is not valid."""

    source: str
    text: markdown.Markdown
    data: Any
    meta: PageMeta | None

    @property
    def path(self) -> str:
        """The path in messages, relative to the root of the repository."""
        return f"{paths.DOCS}/{self.source}"

    @property
    def url(self) -> str:
        """The address relative to the site's root: `tools/onnx/`; the start page is empty."""
        address = self.source.removesuffix(".md")
        address = address.removesuffix("index") if address.endswith("index") else f"{address}/"
        return address

    @property
    def folder(self) -> str:
        """The folder below docs/, empty for the start page."""
        return Path(self.source).parent.as_posix().removeprefix(".")

    @property
    def id(self) -> str:
        """The file's name without its ending, or of an index its folder's: the id of a tool, row or pair."""
        path = Path(self.source)
        return path.parent.name if path.stem == "index" else path.stem

    @property
    def shows_proof(self) -> bool:
        """Whether the page claims a program of its own."""
        if self.meta is None or self.meta.record is None:
            return False
        if self.meta.tool:
            return self.meta.tool.use == "executed"
        return any(entry.kind == "executed" and entry.proof == self.id for entry in self.meta.record.evidence)

    @property
    def proof_anchor(self) -> str:
        """The id of the section that shows the program of a page of this kind."""
        return "use" if self.folder == "tools" else "program"

    def line_of(self, *location: str | int) -> int:
        """The line of a value of the front matter."""
        return load.line_of(self.data, location, first_line=2)


@dataclass(frozen=True)
class Content:
    """Everything that is authored below docs/."""

    root: Path
    pages: tuple[Page, ...] = ()
    points: tuple[Point, ...] = ()
    point_lines: dict[str, int] = field(default_factory=dict)
    moves: tuple[Move, ...] = ()
    move_lines: tuple[int, ...] = ()
    presets: tuple[Preset, ...] = ()
    preset_lines: tuple[int, ...] = ()
    decision: Decision | None = None
    decision_data: Any = None

    @property
    def docs(self) -> Path:
        """The folder of the pages."""
        return self.root / paths.DOCS

    @property
    def tools(self) -> Iterator[tuple[Page, Tool]]:
        """The tool pages with their front matter, in the order of their files."""
        for page in self.pages:
            if page.meta and page.meta.tool:
                yield page, page.meta.tool

    @property
    def rows(self) -> Iterator[tuple[Page, Row]]:
        """The rows of the comparison, in the order of their files."""
        for page in self.pages:
            if page.meta and page.meta.row:
                yield page, page.meta.row

    @cached_property
    def pairs(self) -> tuple[tuple[Page, Pair], ...]:
        """The example pairs, in the order of their groups, levels and titles."""
        found = [(page, page.meta, page.meta.pair) for page in self.pages if page.meta and page.meta.pair]
        groups = list(GROUPS)
        found.sort(key=lambda entry: (groups.index(entry[2].group), entry[2].level, entry[1].title.lower()))
        return tuple((page, pair) for page, _, pair in found)

    @cached_property
    def pair_pages(self) -> dict[str, Page]:
        """The page of each example pair, by its id, in the order of `pairs`."""
        return {page.id: page for page, _ in self.pairs}

    @cached_property
    def neighbours(self) -> dict[str, tuple[Page | None, Page | None]]:
        """The pairs before and after each, in the order of `pairs`, by its id."""
        order: list[Page | None] = [None, *self.pair_pages.values(), None]
        return {name: (order[at], order[at + 2]) for at, name in enumerate(self.pair_pages)}

    @cached_property
    def naming(self) -> dict[tuple[str, str], list[Page]]:
        """The pages that name a tool or a row, by the relation and the id of what is named.

        Rows that name a tool are under `tools in rows`; pairs that name one under `tools`, or a row under
        `rows`; notebooks that name a pair under `pairs in notebooks`.
        """
        found: dict[tuple[str, str], list[Page]] = {}
        for relation, page, names in (
            *(("tools in rows", page, row.tools) for page, row in self.rows),
            *(("tools", page, pair.tools) for page, pair in self.pairs),
            *(("rows", page, pair.rows) for page, pair in self.pairs),
            *(("pairs in notebooks", page, notebook.examples) for page, notebook in self.notebooks),
        ):
            for name in names:
                found.setdefault((relation, name), []).append(page)
        return found

    @cached_property
    def notebooks(self) -> tuple[tuple[Page, Notebook], ...]:
        """The notebooks' pages, in the order of their levels and titles."""
        found = [
            (page, page.meta, page.meta.notebook) for page in self.pages if page.meta and page.meta.notebook
        ]
        found.sort(key=lambda entry: (entry[2].level, entry[1].title.lower()))
        return tuple((page, notebook) for page, _, notebook in found)

    @cached_property
    def books(self) -> dict[str, Book | None]:
        """The stored notebook of each page, by its id; None where there is none that can be read."""
        return {page.id: notebooks.read(self.docs, page.id) for page, _ in self.notebooks}

    @cached_property
    def outcomes(self) -> dict[str, tuple[Page, Outcome]]:
        """The outcomes of the decision with their pages, by id."""
        return {page.id: (page, page.meta.outcome) for page in self.pages if page.meta and page.meta.outcome}

    def decision_line(self, *location: str | int) -> int:
        """The line of a value in the file of the questions."""
        return load.line_of(self.decision_data, location)

    @cached_property
    def results(self) -> dict[str, Result | None]:
        """The recorded result of each pair, by its id."""
        return {page.id: record.read(self.docs, page.id) for page, _ in self.pairs}

    @cached_property
    def proofs(self) -> dict[str, Page]:
        """Every page that has a program, by its id: tools whose use is executed, and rows that have one."""
        return {page.id: page for page in self.pages if page.shows_proof}

    def proof_address(self, name: str) -> str:
        """Where a program or an example pair is shown, relative to the site's root; the root for no name."""
        if not name:
            return ""
        if name in self.pair_pages:
            return self.pair_pages[name].url
        page = self.proofs[name]
        return f"{page.url}#{page.proof_anchor}"

    @property
    def evidence(self) -> Iterator[tuple[str, int, Evidence]]:
        """All evidence, with path and line: of points, then of tools and rows."""
        for point in self.points:
            for entry in point.evidence:
                yield f"{paths.DOCS}/{ARTICLE}", self.point_lines[point.id], entry
        for page in self.pages:
            if page.meta and page.meta.record:
                for index, entry in enumerate(page.meta.record.evidence):
                    yield page.path, page.line_of(page.meta.kind, "evidence", index), entry

    def page(self, source: str) -> Page | None:
        """The page with this path below docs/."""
        return self._by_source.get(source)

    @cached_property
    def _by_source(self) -> dict[str, Page]:
        return {page.source: page for page in self.pages}

    @cached_property
    def treated_on(self) -> dict[str, list[Page]]:
        """For each point shown on a page: the pages that show it, in the order of their files."""
        treated: dict[str, list[Page]] = {}
        for page in self.pages:
            for snippet in page.text.snippets:
                folder, _, name = snippet.text.partition("/")
                if folder == "points":
                    treated.setdefault(name.removesuffix(".md"), []).append(page)
        return treated


def read(root: Path = paths.ROOT) -> tuple[Content, list[Problem]]:
    """Read everything below `root`. Returns what is valid, and all problems at once."""
    problems: list[Problem] = []
    docs = root / paths.DOCS
    pages = []
    for file in sorted(docs.rglob("*.md")):
        page, found = _read_page(file, docs)
        pages.append(page)
        problems += found

    article, article_data, found = _read_records(docs / ARTICLE, Article)
    problems += found
    points = tuple(article.root) if isinstance(article, Article) else ()
    moves, moves_data, found = _read_records(docs / MOVES, Moves)
    problems += found
    moved = tuple(moves.root) if isinstance(moves, Moves) else ()
    presets, presets_data, found = _read_records(docs / PRESETS, Presets)
    problems += found
    readers = tuple(presets.root) if isinstance(presets, Presets) else ()
    decision, decision_data, found = _read_records(docs / DECISION, Decision)
    problems += found
    content = Content(
        root=root,
        pages=tuple(pages),
        points=points,
        point_lines={
            point.id: load.line_of(article_data, [index, "id"]) for index, point in enumerate(points)
        },
        moves=moved,
        move_lines=tuple(load.line_of(moves_data, [index]) for index in range(len(moved))),
        presets=readers,
        preset_lines=tuple(load.line_of(presets_data, [index]) for index in range(len(readers))),
        decision=decision if isinstance(decision, Decision) else None,
        decision_data=decision_data,
    )
    return content, problems


def _read_page(file: Path, docs: Path) -> tuple[Page, list[Problem]]:
    source = file.relative_to(docs).as_posix()
    path = f"{paths.DOCS}/{source}"
    text = markdown.split(file.read_text(encoding="utf-8"))
    if not text.front_matter:
        remedy = "start it with `---`, `title:`, `description:`, `---`"
        problem = Problem(path, 1, "the page has no front matter", remedy, load.RULE)
        return Page(source, text, None, None), [problem]
    data, problems = load.parse_yaml(text.front_matter, path, first_line=2)
    if problems:
        return Page(source, text, None, None), problems
    meta, problems = load.validate(PageMeta, data, path, first_line=2)
    return Page(source, text, data, meta), problems


def _read_records(file: Path, model: type[Records]) -> tuple[Records | None, Any, list[Problem]]:
    if not file.exists():
        return None, None, []
    path = f"{paths.DOCS}/{file.relative_to(_docs_of(file)).as_posix()}"
    data, problems = load.parse_yaml(file.read_text(encoding="utf-8"), path)
    if problems:
        return None, data, problems
    records, problems = load.validate(model, data, path)
    return records, data, problems


def _docs_of(file: Path) -> Path:
    return next(parent for parent in file.parents if parent.name == paths.DOCS)
