"""The thin adapter between MkDocs and this package: everything it calls can be called without it."""

import sys
from pathlib import Path
from typing import Any

# MkDocs loads a hook by its path, without the repository on the import path.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from scripts import api, cards, clock, content, markup, moves, notebooks, paths, plain, search, style
from scripts.commands import generate
from scripts.model import pair, row, tool
from scripts.model.move import Move
from scripts.render import comparison, decide, html, measurements, pairs

# What the build in hand shows; read anew at the start of each build, so that serve sees edits.
_content = content.Content(root=paths.ROOT)
_serving = False
_found: list[search.Document] = []


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether pages are shown by `mkdocs serve`, which adds a script of its own to them."""
    global _serving
    _serving = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:
    """Read the content, and write the fragments before pages pull them in.

    A record that is not valid leaves holes in pages, so the build stops and says where. `mkdocs serve`
    goes on as soon as it is corrected.
    """
    global _content
    _found.clear()
    _content, problems = content.read(paths.ROOT)
    if problems:
        raise PluginError("\n" + "\n".join(map(str, problems)))
    generate.write(_content, (config.repo_url or "").rstrip("/"))


def on_env(env: Any, config: MkDocsConfig, files: Any) -> Any:
    """Give the templates the words and pieces that fragments use."""
    env.globals["pieces"] = html
    env.globals["tool_words"] = tool
    env.globals["row_words"] = row
    env.globals["comparison"] = comparison
    env.globals["pair_words"] = pair
    env.globals["pairs"] = pairs
    env.globals["decide"] = decide
    env.globals["row_of"] = _row_of
    env.globals["book_of"] = _book_of
    env.globals["books_of"] = _books_of
    env.globals["measured_versions"] = measurements.versions
    env.globals["ways_to"] = _ways_to
    env.globals["pairs_of"] = _pairs_of
    env.globals["result_of"] = _result_of
    env.globals["neighbours_of"] = _neighbours_of
    env.globals["title_of"] = _title
    env.globals["rows_of"] = _rows_of
    env.globals["proof_link"] = _proof_link
    env.globals["card_name"] = cards.name_of
    env.globals["date_in_words"] = clock.in_words
    env.globals["source_date_in_words"] = clock.source_date_in_words
    return env


def _title(folder: str, name: str) -> str:
    """The title of a page of a kind, for links that templates make."""
    page = _content.page(f"{folder}/{name}.md")
    return page.meta.title if page and page.meta else name


def _proof_link(page: Any) -> html.Link:
    """For a page: the relative address of a program, by the program's id."""
    return html.proof_link(_content, "../" * page.url.count("/"))


def _rows_of(source: str) -> list[content.Page]:
    """The rows of the comparison that name a tool page."""
    return _content.naming.get(("tools in rows", Path(source).stem), [])


def _pairs_of(kind: str, source: str) -> list[content.Page]:
    """The example pairs that name a tool or a row (`kind` is `tools` or `rows`) by its page."""
    return _content.naming.get((kind, Path(source).stem), [])


def _result_of(source: str) -> Any:
    """The recorded result of the pair whose page this is."""
    return _content.results.get(Path(source).parent.name)


def _row_of(name: str) -> Any:
    """A row of the comparison by its id."""
    page = _content.page(f"compare/{name}.md")
    return page.meta.row if page and page.meta else None


def _ways_to(source: str) -> Any:
    """The paths that end at the outcome whose page this is."""
    return decide.ways_to(_content, Path(source).stem)


def _book_of(source: str) -> Any:
    """The stored notebook of a page."""
    return _content.books.get(Path(source).stem)


def _books_of(name: str) -> list[content.Page]:
    """The notebooks that name an example pair."""
    return _content.naming.get(("pairs in notebooks", name), [])


def _neighbours_of(source: str) -> Any:
    """The pairs before and after the one whose page this is."""
    return _content.neighbours[Path(source).parent.name]


def on_files(files: Any, config: MkDocsConfig) -> Any:
    """The plots of notebooks are files of the site, so that links to them are checked like all others.

    The theme's own styles and scripts, and our style sheets that stand in the pages, are none.
    """
    for file in list(files):
        address = file.src_uri
        theirs = address.startswith(
            ("assets/javascripts/", "assets/stylesheets/", "assets/images/favicon.png")
        )
        if theirs or address in {f"assets/css/{name}" for name in style.SHEETS}:
            files.remove(file)
    for name, book in _content.books.items():
        for picture in book.pictures if book else ():
            source = f"{notebooks.FOLDER}/{name}/{picture.name}"
            files.append(File.generated(config, source, content=picture.data))
    return files


def on_page_context(context: dict[str, Any], page: Any, config: Any, nav: Any) -> dict[str, Any]:
    """Give the template the validated front matter of its page."""
    known = _content.page(page.file.src_uri)
    context["meta"] = known.meta if known else None
    if known and known.meta and (known.meta.pair or known.meta.notebook):
        page.meta["hide"] = ["navigation"]  # pairs are not in it, and two programs need the room
    return context


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Keep old ids of headings."""
    return moves.add_old_ids(html, page.url, _content.moves)


def on_post_page(output: str, page: Any, config: MkDocsConfig) -> str:
    """Note what the search must know of the page, and give it its style and its policy."""
    _found.append(_searched(page, output))
    return markup.finish(output, Path(config.docs_dir) / "assets", policed=not _serving)


def _searched(page: Any, output: str) -> search.Document:
    """A page as the search sees it: its article, and which framework it treats, or which one is ahead."""
    record = _content.page(page.file.src_uri)
    framework = search.framework_of(record.meta) if record and record.meta else ""
    start = output.index("<article")
    article = output[start : output.index("</article>", start)]
    title, description = page.meta.get("title", page.title), page.meta.get("description", "")
    return search.document(page.url, article, title, " ".join(description.split()), framework)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """And the page for addresses that lead nowhere, too."""
    if not template_name.endswith(".html"):
        return output
    return markup.finish(output, Path(config.docs_dir) / "assets", policed=not _serving)


def _former_ids() -> list[Move]:
    """The addresses that rows and pairs had under former ids."""
    today = clock.today()
    former = [("compare", name, page.url) for page, row in _content.rows for name in row.former_ids]
    former += [("examples", name, page.url) for page, entry in _content.pairs for name in entry.former_ids]
    former += [
        ("decide", name, page.url) for page, entry in _content.outcomes.values() for name in entry.former_ids
    ]
    return [
        Move.model_validate({"from": f"{folder}/{name}/", "to": url, "since": today})
        for folder, name, url in former
    ]


def on_post_build(config: MkDocsConfig) -> None:
    """Write what is no page: moved addresses, pictures for shared links, data, plain Markdown."""
    site = Path(config.site_dir)
    site_url = config.site_url or "/"
    moves.write_redirects(site, [*_content.moves, *_former_ids()], site_url)
    api.write(_content, site, site_url)
    plain.write(_content, site, site_url)
    search.write(site, _found)
    if _serving:
        return  # nobody shares a link to a page on their own machine
    for page in _content.pages:
        cards.write(page, site / "assets" / "cards")
