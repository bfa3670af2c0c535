"""The whole content of the site, read once: pages, notebooks, the article's claims, moves."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from scripts import paths
from scripts.content import api_record, error_files, pair_record, program_record, records
from scripts.content.error_files import Run
from scripts.content.markdown import Heading
from scripts.content.notebook_file import NotebookFile
from scripts.content.page import Page
from scripts.model.api_map import Entry, Family
from scripts.model.api_names import PublicNames, Uses
from scripts.model.article import Claim
from scripts.model.canary import Canary
from scripts.model.change import Change
from scripts.model.decision import Decision, Outcome
from scripts.model.error import RAISED_BY, ErrorMessage
from scripts.model.evidence import Evidence
from scripts.model.freshness import Freshness, Unreachable
from scripts.model.guide import Guide
from scripts.model.measurement import MeasuredRun
from scripts.model.move import Move
from scripts.model.notebook import Notebook
from scripts.model.pair import GROUPS, Environment, Pair
from scripts.model.preset import Preset
from scripts.model.result import Result
from scripts.model.row import GROUPS as ROW_GROUPS
from scripts.model.row import Row
from scripts.model.search import Search
from scripts.model.tool import Tool

ARTICLE = "about/article.yml"
MOVES = "moves.yml"
PRESETS = "compare/presets.yml"
DECISION = "decide/questions.yml"
SEARCH = "search.yml"
UNREACHABLE = "about/unreachable.yml"
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
    ("Guides", "guides"),
    ("Error messages", "errors"),
    ("API map", "api"),
    ("Tools", "tools"),
    ("About", "about"),
)


@dataclass(frozen=True)
class Content:
    """Everything that is authored below docs/, and what was measured.

    `runs` has every measured run with its file's name, the newest first. `unread` are files that could not
    be read and on which others rest, so that little can be said of those. `freshness` is what the last looks
    at other places found, `unreachable` what they leave out, `canary` what the newest releases changed, and
    `changes` what has changed for readers, the newest first. `public_names` are those of the frameworks, and
    `uses` how often code uses them.
    """

    root: Path
    pages: tuple[Page, ...] = ()
    claims: tuple[Claim, ...] = ()
    claim_lines: dict[str, int] = field(default_factory=dict)
    moves: tuple[Move, ...] = ()
    move_lines: tuple[int, ...] = ()
    presets: tuple[Preset, ...] = ()
    preset_lines: tuple[int, ...] = ()
    search: Search = field(default_factory=Search)
    decision: Decision | None = None
    decision_data: Any = None
    runs: tuple[tuple[str, MeasuredRun], ...] = ()
    unread: frozenset[str] = frozenset()
    freshness: Freshness = field(default_factory=Freshness)
    canary: Canary | None = None
    changes: tuple[Change, ...] = ()
    public_names: PublicNames | None = None
    uses: Uses | None = None
    unreachable: tuple[Unreachable, ...] = ()
    unreachable_lines: tuple[int, ...] = ()

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

    @property
    def rows_in_order(self) -> list[tuple[Page, Row]]:
        """The rows in the order of the table: by group, then by file."""
        order = list(ROW_GROUPS)
        return sorted(self.rows, key=lambda entry: order.index(entry[1].group))

    @cached_property
    def pairs(self) -> tuple[tuple[Page, Pair], ...]:
        """The example pairs, in the order of their groups, levels and titles."""
        entries = [(page, page.meta, page.meta.pair) for page in self.pages if page.meta and page.meta.pair]
        groups = list(GROUPS)
        entries.sort(key=lambda entry: (groups.index(entry[2].group), entry[2].level, entry[1].title.lower()))
        return tuple((page, pair) for page, _, pair in entries)

    @cached_property
    def pair_pages(self) -> dict[str, Page]:
        """The page of each example pair, by its id, in the order of `pairs`."""
        return {page.id: page for page, _ in self.pairs}

    @cached_property
    def errors(self) -> tuple[tuple[Page, ErrorMessage], ...]:
        """The error messages, by who raises them, then by their titles."""
        entries = [(page, page.meta, page.meta.error) for page in self.pages if page.meta and page.meta.error]
        libraries = list(RAISED_BY)
        entries.sort(key=lambda entry: (libraries.index(entry[2].raised_by), entry[1].title.lower()))
        return tuple((page, message) for page, _, message in entries)

    @cached_property
    def error_pages(self) -> dict[str, tuple[Page, ErrorMessage]]:
        """The page of each error message with its data, by its id, in the order of `errors`."""
        return {page.id: (page, message) for page, message in self.errors}

    @cached_property
    def error_runs(self) -> dict[str, Run | None]:
        """The recorded run of the program of each error message, by its id."""
        return {
            page.id: None if message.unproduced else error_files.read_record(self.docs, page.id)
            for page, message in self.errors
        }

    @cached_property
    def guides(self) -> dict[str, tuple[Page, Guide]]:
        """The guides with their pages, by id, in the order of their files."""
        return {page.id: (page, page.meta.guide) for page in self.pages if page.meta and page.meta.guide}

    @cached_property
    def guide_sections(self) -> dict[tuple[str, str], list[tuple[Page, Heading]]]:
        """The sections of guides to which a page leads: by `pairs`, `rows` or `errors`, and the page's id."""
        found: dict[tuple[str, str], list[tuple[Page, Heading]]] = {}
        for page, guide in self.guides.values():
            headings = {heading.id: heading for heading in page.text.headings}
            for section in guide.sections:
                for relation in ("pairs", "rows", "errors"):
                    for name in getattr(section, relation) if section.id in headings else ():
                        found.setdefault((relation, name), []).append((page, headings[section.id]))
        return found

    @cached_property
    def families(self) -> dict[str, tuple[Page, Family]]:
        """The families of the API map with their pages, by id, in the order of the map."""
        entries = [(page, page.meta.api) for page in self.pages if page.meta and page.meta.api]
        return {page.id: (page, family) for page, family in sorted(entries, key=lambda entry: entry[1].order)}

    @cached_property
    def entries(self) -> dict[str, tuple[Page, Entry]]:
        """The entries of the API map with their pages, by id, in the order of the map."""
        return {
            entry.id: (page, entry) for page, family in self.families.values() for entry in family.entries
        }

    @cached_property
    def entries_naming(self) -> dict[tuple[str, str], list[tuple[Page, Entry]]]:
        """The entries of the API map that name a page: by `pairs`, `rows` or `errors`, and the page's id."""
        found: dict[tuple[str, str], list[tuple[Page, Entry]]] = {}
        for page, entry in self.entries.values():
            for relation in ("pairs", "rows", "errors"):
                for name in getattr(entry, relation):
                    found.setdefault((relation, name), []).append((page, entry))
        return found

    @cached_property
    def api_runs(self) -> dict[str, api_record.Run | None]:
        """The recorded run of each family of the API map, by its id."""
        return {name: api_record.read(self.docs, name) for name in self.families}

    @cached_property
    def broken(self) -> frozenset[str]:
        """The ids of pages whose front matter is not valid; that they exist is all that is known of them."""
        return frozenset(page.id for page in self.pages if page.meta is None)

    @cached_property
    def naming(self) -> dict[tuple[str, str], list[Page]]:
        """The pages that name a tool or a row, by the relation and the id of what is named.

        Rows that name a tool are under `tools in rows`; pairs that name one under `tools`, or a row under
        `rows`; notebooks that name a pair under `pairs in notebooks`; error messages that name a row, a pair
        or a tool under `rows in errors`, `pairs in errors` and `tools in errors`.
        """
        related: dict[tuple[str, str], list[Page]] = {}
        for relation, page, names in (
            *(("tools in rows", page, row.tools) for page, row in self.rows),
            *(("tools", page, pair.tools) for page, pair in self.pairs),
            *(("rows", page, pair.rows) for page, pair in self.pairs),
            *(("pairs in notebooks", page, notebook.examples) for page, notebook in self.notebooks),
            *(("rows in errors", page, message.rows) for page, message in self.errors),
            *(("pairs in errors", page, message.pairs) for page, message in self.errors),
            *(("tools in errors", page, message.tools) for page, message in self.errors),
        ):
            for name in names:
                related.setdefault((relation, name), []).append(page)
        return related

    @cached_property
    def notebooks(self) -> tuple[tuple[Page, Notebook], ...]:
        """The notebooks' pages, in the order of their levels and titles."""
        entries = [
            (page, page.meta, page.meta.notebook)
            for page in self.pages
            if page.notebook_file and page.meta and page.meta.notebook
        ]
        entries.sort(key=lambda entry: (entry[2].level, entry[1].title.lower()))
        return tuple((page, notebook) for page, _, notebook in entries)

    @cached_property
    def notebook_files(self) -> dict[str, NotebookFile]:
        """The stored notebooks, by their ids."""
        return {page.id: page.notebook_file for page, _ in self.notebooks if page.notebook_file}

    @cached_property
    def outcomes(self) -> dict[str, tuple[Page, Outcome]]:
        """The outcomes of the decision with their pages, by id."""
        return {page.id: (page, page.meta.outcome) for page in self.pages if page.meta and page.meta.outcome}

    def claim(self, name: str) -> Claim:
        """The claim of the article with this id, which must be one."""
        return next(claim for claim in self.claims if claim.id == name)

    def decision_line(self, *location: str | int) -> int:
        """The line of a value in the file of the questions."""
        return records.line_of(self.decision_data, location)

    @cached_property
    def results(self) -> dict[str, Result | None]:
        """The recorded result of each pair, by its id."""
        return {page.id: pair_record.read(self.docs, page.id) for page, _ in self.pairs}

    @cached_property
    def programs(self) -> dict[str, Page]:
        """The page of every program, by the program's name.

        The name is the id of a tool whose use is executed or of a row that has a program; those of guides
        are `<guide>-<section>`, and are known even where the front matter of the guide is not valid.
        """
        guides = {page.id: page for page in self.pages if page.folder == program_record.GUIDES}
        return {page.id: page for page in self.pages if page.shows_program} | {
            name: guides[guide] for name, guide in program_record.of_guides(self.docs, guides.keys()).items()
        }

    def program_anchor(self, name: str) -> str:
        """The id of the section that shows a program, by the program's name."""
        page = self.programs[name]
        in_guide = page.folder == program_record.GUIDES
        return name.removeprefix(f"{page.id}-") if in_guide else page.program_anchor

    def program_environment(self, name: str) -> Environment:
        """The environment that runs a program, by the program's name; that of most if its page says none."""
        meta = self.programs[name].meta
        if meta and meta.guide:
            return meta.guide.environment_of(self.program_anchor(name))
        return meta.record.environment if meta and meta.record else "frameworks"

    def program_address(self, name: str) -> str:
        """Where a program or an example pair is shown, relative to the site's root; the root for no name."""
        if not name:
            return ""
        if name in self.pair_pages:
            return self.pair_pages[name].url
        return f"{self.programs[name].url}#{self.program_anchor(name)}"

    @cached_property
    def last_change(self) -> dict[str, Change]:
        """The newest change of each page's verdicts and facts, by the page's address."""
        newest: dict[str, Change] = {}
        for change in self.changes:
            if change.kind in {"verdict", "fact"}:
                newest.setdefault(change.url, change)
        return newest

    @property
    def evidence(self) -> Iterator[tuple[str, int, Evidence]]:
        """All evidence, with path and line: of claims, then of tools, rows and error messages."""
        for claim in self.claims:
            for entry in claim.evidence:
                yield f"{paths.DOCS}/{ARTICLE}", self.claim_lines[claim.id], entry
        for page in self.pages:
            if page.meta and page.meta.record:
                for index, entry in enumerate(page.meta.record.evidence):
                    yield page.path, page.line_of(page.meta.kind, "evidence", index), entry
        for page, message in self.errors:
            for index, entry in enumerate(message.sources):
                yield page.path, page.line_of("error", "sources", index), entry

    def page(self, place: str) -> Page | None:
        """The page with this path below docs/."""
        return self._by_source.get(place)

    @cached_property
    def _by_source(self) -> dict[str, Page]:
        return {page.source: page for page in self.pages}

    @cached_property
    def treated_on(self) -> dict[str, list[Page]]:
        """For each claim shown on a page: the pages that show it, in the order of their files."""
        treated: dict[str, list[Page]] = {}
        for page in self.pages:
            for snippet in page.text.snippets:
                folder, _, name = snippet.text.partition("/")
                if folder == "claims":
                    treated.setdefault(name.removesuffix(".md"), []).append(page)
        return treated
