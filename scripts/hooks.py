"""The thin adapter between MkDocs and this package: everything it calls can be called without it."""

import sys
from pathlib import Path
from typing import Any

# MkDocs loads a hook by its path, without the repository on the import path.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from scripts import api, cards, clock, content, markup, moves, paths, plain
from scripts.commands import generate
from scripts.model import row, tool
from scripts.model.move import Move
from scripts.render import comparison, html

# What the build in hand shows; read anew at the start of each build, so that serve sees edits.
_content = content.Content(root=paths.ROOT)


def on_pre_build(config: MkDocsConfig) -> None:
    """Read the content, and write the fragments before pages pull them in.

    A record that is not valid leaves holes in pages, so the build stops and says where. `mkdocs serve`
    goes on as soon as it is corrected.
    """
    global _content
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
    env.globals["title_of"] = _title
    env.globals["rows_of"] = _rows_of
    env.globals["proof_link"] = _proof_link
    env.globals["card_name"] = cards.name_of
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
    name = Path(source).stem
    return [page for page, row in _content.rows if name in row.tools]


def on_page_context(context: dict[str, Any], page: Any, config: Any, nav: Any) -> dict[str, Any]:
    """Give the template the validated front matter of its page."""
    known = _content.page(page.file.src_uri)
    context["meta"] = known.meta if known else None
    return context


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Keep old ids of headings."""
    return moves.add_old_ids(html, page.url, _content.moves)


def on_post_page(output: str, page: Any, config: Any) -> str:
    """Correct the theme's markup."""
    return markup.correct(output)


def on_post_template(output: str, template_name: str, config: Any) -> str:
    """Correct it on the page for addresses that lead nowhere, too."""
    return markup.correct(output) if template_name.endswith(".html") else output


def _former_rows() -> list[Move]:
    """The addresses that rows had under former ids."""
    return [
        Move.model_validate({"from": f"compare/{name}/", "to": page.url, "since": row.checked})
        for page, row in _content.rows
        for name in row.former_ids
    ]


def on_post_build(config: MkDocsConfig) -> None:
    """Write what is no page: moved addresses, pictures for shared links, data, plain Markdown."""
    site = Path(config.site_dir)
    site_url = config.site_url or "/"
    moves.write_redirects(site, [*_content.moves, *_former_rows()], site_url)
    api.write(_content, site, site_url)
    plain.write(_content, site, site_url)
    for page in _content.pages:
        cards.write(page, site / "assets" / "cards")
