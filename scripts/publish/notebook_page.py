"""The page of a notebook: its article, with the contents and links that MkDocs would find in Markdown."""

import logging
from typing import Any

from mkdocs.exceptions import PluginError
from mkdocs.structure.toc import get_toc

from scripts.content.page import Page
from scripts.publish import notebook_html

CONTENTS_DEPTH = 3  # as `toc_depth` in mkdocs.yml for other pages
_log = logging.getLogger("mkdocs.hooks")


def article(html: str, known: Page, page: Any, files: Any) -> str:
    """What the page of a notebook shows, from the `html` that mkdocs-jupyter gives.

    `page` and `files` are MkDocs' objects; `page` is told its contents, its ids and the links to check.

    Raises:
        PluginError: the plugin's markup is not what we know.

    """
    assert known.notebook_file
    page.links_to_anchors = {}

    def link(target: str) -> str:
        place = notebook_html.target_of(target, known.source)
        file = files.get_file_from_path(place[0]) if place else None
        if place is None:
            return target
        if file is None:
            _log.warning(
                "Doc file '%s' contains a link '%s', but there is no such file.", known.source, target
            )
            return target
        if place[1]:
            page.links_to_anchors.setdefault(file, {})[place[1]] = target
        if file is page.file:
            return target
        address: str = file.url_relative_to(page.file)
        return f"{address}#{place[1]}" if place[1] else address

    ids = [heading.id or "" for heading in known.text.headings]
    try:
        shown = notebook_html.article(html, ids, known.notebook_file.pictures, link)
    except notebook_html.MarkupError as error:
        raise PluginError(f"{known.path}: {error}") from error
    page.toc = get_toc(notebook_html.contents(shown.headings, CONTENTS_DEPTH))
    page.present_anchor_ids = set(shown.ids)
    return shown.html
