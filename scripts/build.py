"""One build of the site, from reading docs/ to the last file that is written."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Self

from scripts import dates, paths
from scripts.content import (
    counts,
    due,
    embedded_html,
    markdown,
    notebook_file,
    notes,
    page_weight,
    reader,
    source,
)
from scripts.content.tree import Content
from scripts.model.move import Move
from scripts.model.page import PageMeta
from scripts.problem import Problem
from scripts.publish import (
    api,
    api_map,
    decision_files,
    feed,
    javascript,
    llms,
    markup,
    navigation,
    notebook_page,
    redirects,
    search_index,
    social_cards,
    stylesheet,
)
from scripts.render import templates, write
from scripts.render.views import Views
from scripts.serve import edits

# Files of Material's that no page asks for.
UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/")


class ContentError(Exception):
    """Content that no site can be built from; the message lists every problem, one a line."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n" + "\n".join(map(str, problems)))


@dataclass
class Build:
    """What one build knows; hooks.py makes one for each, and calls a method of it at each event of MkDocs.

    `serving` says whether the site is shown by `make serve`, not published. There a build may leave pages as
    they were: `edited` are then the pages that it builds; None stands for all. `documents` and `articles`
    hold, by its address, what the search and the Markdown edition need of each page; `contents` what
    its author wrote, of which no code is allowed.
    """

    content: Content
    serving: bool = False
    edited: frozenset[str] | None = None
    documents: dict[str, search_index.Document] = field(default_factory=dict)
    articles: dict[str, str] = field(default_factory=dict)
    contents: dict[str, str] = field(default_factory=dict)
    _seen: edits.Seen | None = None
    _ended: bool = False

    @classmethod
    def start(
        cls, root: Path = paths.ROOT, repository: str = "", serving: bool = False, before: Self | None = None
    ) -> Self:
        """Read the content below `root`, and write the fragments before pages pull them in.

        `repository` is its address without a final slash; `before` is the build before this one, if this
        process has made one.

        Raises:
            ContentError: a record is not valid, and would leave holes in pages.

        """
        content, problems = reader.read(root)
        if problems:
            raise ContentError(problems)
        written = write.write(content, repository)
        build = cls(content, serving, _seen=edits.see(content))
        if serving and not written and before and before._ended:
            build.edited = edits.edited(before._seen, edits.see(content))
            if build.edited is not None:
                build.documents, build.articles = before.documents, before.articles
        return build

    def equip(self, environment: Any) -> Any:
        """MkDocs' Jinja environment with what our templates need; Material's templates work as before."""
        environment.globals["site"] = Views(self.content)
        return templates.equip(environment)

    def select_files(self, files: Any, generated: Any) -> Any:
        """MkDocs' files, minus those of Material that no page uses, plus the plots of notebooks.

        `generated(place, data)` makes a file of the site; so links to plots are checked like all others.
        """
        for file in list(files):
            if file.src_uri.endswith((".map", "images/favicon.png")) or file.src_uri.startswith(UNUSED):
                files.remove(file)
            elif file.src_uri.endswith(notebook_file.ENDING) and source.is_marked(Path(file.abs_src_path)):
                file.abs_src_path = str(_without_mark(Path(file.abs_src_path)))
        for file in files.documentation_pages():
            # A notebook's page is made from what the plugin keeps of it; what is not used, it throws away.
            wanted = (
                self.edited is None
                or file.src_uri in self.edited
                or file.src_uri.endswith(notebook_file.ENDING)
            )
            file.is_modified = lambda wanted=wanted: wanted  # what MkDocs asks with --dirty
        for name, notebook in self.content.notebook_files.items():
            for picture in notebook.pictures:
                files.append(generated(f"{notebook_file.FOLDER}/{name}/{picture.name}", picture.data))
        return files

    def complete_navigation(self, nav: Any, files: Any) -> Any:
        """The navigation with the groups of rows, pairs, outcomes and notebooks."""
        nav = navigation.add_groups(nav, files, self.content)
        navigation.set_dates((file.page for file in files.documentation_pages() if file.page), self.content)
        for page in nav.pages if self.edited is not None else ():
            authored = self.content.page(page.file.src_uri)
            if authored and authored.meta and not page.file.is_modified():
                page.title, page.meta = (
                    authored.meta.title,
                    dict(authored.data),
                )  # MkDocs does not read it this time
        return nav

    def source_of(self, page: Any) -> str | None:
        """The text of a page with its counts; of a notebook its front matter, where MkDocs looks for it.

        None for a notebook that cannot be read.
        """
        authored = self.content.page(page.file.src_uri)
        if authored is None or authored.is_notebook:
            return (
                f"---\n{authored.text.front_matter}---\n{authored.text.body}"
                if authored and authored.notebook_file
                else None
            )
        return counts.filled(self._with_notes(page.file.content_string), self.content)

    @staticmethod
    def _with_notes(text: str) -> str:
        """The text of a page with a mark at each of its notes, which `article` makes an id of."""
        page = markdown.split(text)
        head = text.removesuffix(page.body)
        return head + notes.marked(page)

    def article(self, html: str, page: Any, files: Any) -> str:
        """The content of a page: a notebook in the markup of other pages, notes with ids, former ids kept."""
        authored = self.content.page(page.file.src_uri)
        if authored and authored.notebook_file:
            html = notebook_page.article(html, authored, page, files)
        if authored and (faults := list(embedded_html.running(html))):
            # The check finds these in the source; whatever it misses ends here.
            remedy = "remove it; .github/CONTRIBUTING.md says under raw-html what a page may hold"
            raise ContentError(
                [
                    Problem(authored.path, 1, f"it would publish {fault}", remedy, "raw-html")
                    for fault in faults
                ]
            )
        html = notes.placed(html)
        self.contents[page.url] = html
        return redirects.add_old_ids(html, page.url, self.content.moves)

    def complete_context(self, context: dict[str, Any], page: Any) -> None:
        """Give the template of a page its validated front matter.

        Material's search plugin, which is asked later, need not read the page: the index is ours.
        """
        authored = self.content.page(page.file.src_uri)
        context["meta"] = authored.meta if authored else None
        page.meta["search"] = {"exclude": True}
        contents = (
            page.toc.items[0].children if page.toc.items and page.toc.items[0].level == 1 else page.toc.items
        )
        if len(contents) < 2:
            page.meta["hide"] = [*page.meta.get("hide", []), "toc"]  # one line is no table of contents

    def finish_page(self, html: str, page: Any, docs: Path) -> str:
        """A whole page as it is shown; its article is kept for the search and the Markdown edition."""
        authored = self.content.page(page.file.src_uri)
        self.articles[page.url] = article = _article(html)
        if authored and authored.meta and not authored.meta.search.exclude:
            self.documents[page.url] = _document(page.url, authored.meta, article)
        return self.finish(html, docs, self.contents.get(page.url, ""))

    def finish(self, html: str, docs: Path, content: str = "") -> str:
        """The final HTML; while serving, without the tuning of published pages."""
        html = markup.correct(html)
        return html if self.serving else markup.tune(html, docs, content)

    def write(self, site: Path, site_url: str, name: str, sheets: Sequence[str]) -> None:
        """Write everything but pages: redirects, data, Markdown edition, search index, social cards.

        `name` is what the site is called; `sheets` are our style sheets in their order, which become one.
        """
        self._ended = True
        moves = [*self.content.moves, *self._former_ids()]
        redirects.write_redirects(site, moves, site_url)
        api.write(self.content, site, site_url)
        api_map.write(self.content, site, site_url)
        decision_files.write(self.content, site, site_url)
        feed.write(self.content, site, site_url, name)
        llms.write(self.content, self.articles, site, site_url)
        search_index.write(site, [*self.documents.values()], search_index.with_errors(self.content))
        search_index.write_addresses(site, [*self.documents.values()], moves)
        for stored in self.content.notebook_files:  # as it is; the plugin has made a page of it
            file = f"{notebook_file.FOLDER}/{stored}{notebook_file.ENDING}"
            (site / file).parent.mkdir(parents=True, exist_ok=True)
            (site / file).write_text(source.read(self.content.docs / file), encoding="utf-8")
        if self.serving:
            return  # on their own machine nobody shares links, and who opens a script wants to read it
        stylesheet.write(site, sheets)
        javascript.write(site)
        for page in self.content.pages:
            social_cards.write(page, due.of(self.content, page), site / "assets" / "cards")

    def too_heavy(self, site: Path) -> list[Problem]:
        """The pages that weigh more than they may, as they were written; none while serving."""
        return [] if self.serving else list(page_weight.over(self.content, site))

    def _former_ids(self) -> list[Move]:
        """The addresses that rows, pairs and outcomes had under former ids."""
        today = dates.today()
        entries = [
            *(("compare", page, row.former_ids) for page, row in self.content.rows),
            *(("examples", page, pair.former_ids) for page, pair in self.content.pairs),
            *(("errors", page, message.former_ids) for page, message in self.content.errors),
            *(("guides", page, guide.former_ids) for page, guide in self.content.guides.values()),
            *(("decide", page, outcome.former_ids) for page, outcome in self.content.outcomes.values()),
        ]
        return [
            Move.model_validate({"from": f"{folder}/{name}/", "to": page.url, "since": today})
            for folder, page, names in entries
            for name in names
        ]


def _article(html: str) -> str:
    """The content of a page, without header, navigation and footer."""
    start = html.index("<article")
    return html[start : html.index("</article>", start)]


def _document(url: str, meta: PageMeta, article: str) -> search_index.Document:
    """A page as the search sees it: its article, and the framework it is about or that is ahead on it."""
    description = " ".join(meta.description.split())
    document = search_index.document(url, article, meta.title, description)
    return replace(document, framework=search_index.framework_of(meta), boost=meta.search.boost)


def _without_mark(file: Path) -> Path:
    """A copy of a notebook for the plugin, which cannot read one that a byte-order mark precedes."""
    copy = paths.ROOT / paths.GENERATED / notebook_file.FOLDER / file.name
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_text(source.read(file), encoding="utf-8")
    return copy
