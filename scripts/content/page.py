"""One page: a Markdown file or a notebook, with its front matter."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scripts import paths
from scripts.content import markdown, notebook_file, records
from scripts.content.notebook_file import NotebookFile
from scripts.model.page import PageMeta


def card_name(url: str) -> str:
    """The file name of the social card of a page, by its address: `tools/onnx/` gives `tools-onnx.png`."""
    return (url.strip("/").replace("/", "-") or "home") + ".png"


@dataclass(frozen=True)
class Page:
    """One page. `source` is its path below docs/; `meta` is None if it is not valid.

    A page is a Markdown file or a notebook. `notebook_file` is the notebook (None if it cannot be read), and
    `front_lines` has the line in its file of each line of its front matter's cell.
    """

    source: str
    text: markdown.Markdown
    data: Any
    meta: PageMeta | None
    notebook_file: NotebookFile | None = None
    front_lines: tuple[int, ...] = ()

    @property
    def path(self) -> str:
        """The path in messages, relative to the root of the repository."""
        return f"{paths.DOCS}/{self.source}"

    @property
    def url(self) -> str:
        """The address relative to the site's root: `tools/onnx/`; the start page is empty."""
        address = self.source.removesuffix(".md").removesuffix(notebook_file.ENDING)
        return address.removesuffix("index") if Path(address).name == "index" else f"{address}/"

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
    def is_notebook(self) -> bool:
        """Whether its file is a notebook."""
        return self.source.endswith(notebook_file.ENDING)

    @property
    def is_unreadable(self) -> bool:
        """Whether it is a notebook that cannot be read; only the reason is reported then."""
        return self.is_notebook and self.notebook_file is None

    @property
    def shows_program(self) -> bool:
        """Whether the page claims a program of its own."""
        if self.meta is None or self.meta.record is None:
            return False
        if self.meta.tool:
            return self.meta.tool.use == "executed"
        return any(
            entry.kind == "executed" and entry.program == self.id for entry in self.meta.record.evidence
        )

    @property
    def program_anchor(self) -> str:
        """The id of the section that shows the program of a page of this kind."""
        return "use" if self.folder == "tools" else "program"

    def line_of(self, *location: str | int) -> int:
        """The line of a value of the front matter."""
        line = records.line_of(self.data, location, first_line=2)
        return self.front_lines[line - 1] if self.front_lines else line
