"""What the templates in overrides/ ask of the content: the one object that they know, called `site`."""

from pathlib import PurePosixPath
from typing import Any

from scripts.content import api_record, decision_paths, due, program_record
from scripts.content.error_files import Run
from scripts.content.markdown import Heading
from scripts.content.notebook_file import NotebookFile
from scripts.content.page import Page, card_name
from scripts.content.tree import Content
from scripts.model.api_map import Entry
from scripts.model.change import Change
from scripts.model.result import Result
from scripts.model.row import Row
from scripts.model.tool import Release
from scripts.render import colours, components, decision, notebooks, pairs, versions

_TEXTS = ("choose", "differences", "overview")


class Views:
    """Answers for templates. `place` is a page's path below docs/, in MkDocs `page.file.src_uri`."""

    card = staticmethod(card_name)
    colour = staticmethod(colours.of)
    notebook_places = staticmethod(notebooks.places)
    versions = staticmethod(pairs.versions)

    def __init__(self, content: Content) -> None:
        self._content = content

    def title(self, folder: str, name: str) -> str:
        """The title of the page `name` in a folder, for a link to it."""
        page = self._content.page(f"{folder}/{name}.md")
        return page.meta.title if page and page.meta else name

    def last_change(self, url: str) -> Change | None:
        """The newest change of what a page decides or states, by its address."""
        return self._content.last_change.get(url)

    def row(self, name: str) -> Row | None:
        """A row of the comparison by its id."""
        page = self._content.page(f"compare/{name}.md")
        return page.meta.row if page and page.meta else None

    def rows_of(self, place: str) -> list[Page]:
        """The rows that name a tool, by the tool's page."""
        return self._content.naming.get(("tools in rows", PurePosixPath(place).stem), [])

    def pairs_of(self, kind: str, place: str) -> list[Page]:
        """The example pairs that name a tool or a row (`kind` is `tools` or `rows`), by its page."""
        return self._content.naming.get((kind, PurePosixPath(place).stem), [])

    def notebooks_of(self, name: str) -> list[Page]:
        """The notebooks that name an example pair, by its id."""
        return self._content.naming.get(("pairs in notebooks", name), [])

    def errors_of(self, kind: str, name: str) -> list[Page]:
        """The error messages that name a row, a pair or a tool (`kind` is `rows`, `pairs` or `tools`)."""
        return self._content.naming.get((f"{kind} in errors", name), [])

    def sections_of(self, kind: str, name: str) -> list[tuple[Page, Heading]]:
        """The sections of guides to which a pair, a row or a message leads (`kind` is `pairs` and so on)."""
        return self._content.guide_sections.get((kind, name), [])

    def entries_of(self, kind: str, name: str) -> list[tuple[Page, Entry]]:
        """The entries of the API map that name a pair, a row or a message (`kind` is `pairs` and so on)."""
        return self._content.entries_naming.get((kind, name), [])

    def guide_runs(self, place: str) -> list[program_record.Run]:
        """The recorded runs of the programs of a guide, by its page, the newest last."""
        page = self._content.page(place)
        names = [name for name, shown_on in self._content.programs.items() if shown_on is page]
        runs = [program_record.read_record(self._content.docs, name) for name in names]
        return sorted(filter(None, runs), key=lambda run: run.recorded)

    def api_run(self, place: str) -> api_record.Run | None:
        """The recorded run of a family of the API map, by its page."""
        return self._content.api_runs.get(PurePosixPath(place).stem)

    def error_run(self, place: str) -> Run | None:
        """The recorded run of an error message's program, by its page."""
        return self._content.error_runs.get(PurePosixPath(place).stem)

    def result(self, place: str) -> Result | None:
        """The recorded result of an example pair, by its page."""
        return self._content.results.get(PurePosixPath(place).parent.name)

    def recorded_version(self, release: Release) -> str:
        """The version that the example pairs ran with, of what a release is one of; empty if none did."""
        return versions.recorded(self._content, release)

    def notebook(self, place: str) -> NotebookFile | None:
        """The notebook that a page is."""
        page = self._content.page(place)
        return page.notebook_file if page else None

    def paths_to(self, place: str) -> list[decision_paths.Way]:
        """The paths through the decision that end at an outcome, by its page."""
        return decision.ways_to(self._content, PurePosixPath(place).stem)

    def dates(self, place: str) -> due.Dates | None:
        """When a page was checked, and by when it must be again."""
        page = self._content.page(place)
        return due.of(self._content, page) if page else None

    def names_article(self, place: str) -> bool:
        """Whether a page of text speaks of the article, and must say which; pages about it do so anyway."""
        page = self._content.page(place)
        if page is None or page.folder not in _TEXTS:
            return False
        return any("article" in line for _, line in page.text.prose) or any(
            snippet.text.startswith("claims/") for snippet in page.text.snippets
        )

    def program_link(self, page: Any) -> components.Link:
        """For MkDocs' page: the relative address of a program, by the program's id."""
        return components.program_link(self._content, "../" * page.url.count("/"))
