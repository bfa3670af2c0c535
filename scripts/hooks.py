"""The adapter between MkDocs and `Build`: each event calls one method, which can be called without MkDocs."""

import logging
import sys
from pathlib import Path
from typing import Any

# MkDocs loads a hook by its path, without the repository on the import path.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

from scripts.build import Build, ContentError
from scripts.render.templates import TemplateError
from scripts.serve import restart

# `make serve` makes many builds in one process.
_serving = False
_code: restart.Times = {}
_build: Build | None = None


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether pages are shown by `mkdocs serve`, which adds a script of its own to them.

    With `--dirty`, unchanged pages are not built again. MkDocs warns that others may be stale; `Build`
    builds whatever depends on an edit.
    """
    global _serving, _code
    _serving = command == "serve"
    _code = restart.times()
    if dirty:
        logging.getLogger("mkdocs.commands.build").addFilter(
            lambda record: not record.getMessage().startswith("A 'dirty' build")
        )


def on_pre_build(config: MkDocsConfig) -> None:
    """Start a build; content or a template that is not valid stops it, until it is corrected."""
    global _build
    if _serving and (changed := restart.changed(_code, restart.times())):
        restart.after(changed, Path(config.site_dir))
    before, _build = _build, None
    try:
        _build = Build.start(repository=(config.repo_url or "").rstrip("/"), serving=_serving, before=before)
    except (ContentError, TemplateError) as error:
        raise PluginError(str(error)) from error


def build() -> Build:
    """The current build."""
    assert _build
    return _build


def on_files(files: Any, config: MkDocsConfig) -> Any:
    """Leave out files that no page asks for, and add the plots of notebooks."""
    return build().select_files(files, lambda place, data: File.generated(config, place, content=data))


@event_priority(-50)
def on_nav(nav: Any, config: MkDocsConfig, files: Any) -> Any:
    """Add groups of pages, after the plugin that reads docs/.nav.yml."""
    return build().complete_navigation(nav, files)


def on_env(env: Any, config: MkDocsConfig, files: Any) -> Any:
    """Give the templates what they expect."""
    return build().equip(env)


def on_page_read_source(page: Any, config: Any) -> str | None:
    """Fill the counts into a page."""
    return build().source_of(page)


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Show a notebook as other pages are, and keep old ids."""
    try:
        return build().article(html, page, files)
    except ContentError as error:
        raise PluginError(str(error)) from error


@event_priority(50)
def on_page_context(context: dict[str, Any], page: Any, config: Any, nav: Any) -> dict[str, Any]:
    """Give the template the front matter of its page, before Material's plugins are asked."""
    build().complete_context(context, page)
    return context


def on_post_page(output: str, page: Any, config: MkDocsConfig) -> str:
    """Finish a page."""
    return build().finish_page(output, page, Path(config.docs_dir))


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Finish 404.html, too, which is a template and no page."""
    return build().finish(output, Path(config.docs_dir)) if template_name.endswith(".html") else output


def on_post_build(config: MkDocsConfig) -> None:
    """Write everything that is not a page, and warn of pages that are too heavy."""
    site = Path(config.site_dir)
    build().write(site, config.site_url or "/", config.site_name, config.extra_css)
    for problem in build().too_heavy(site):
        logging.getLogger("mkdocs.hooks").warning(problem)
