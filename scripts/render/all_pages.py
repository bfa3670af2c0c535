"""Every page of the site under its kind: where the search leads without a script."""

from scripts.content import SECTIONS, Content, Page


def listing(content: Content) -> str:
    """A heading and a list for each part of the site."""
    parts = []
    for title, folder in SECTIONS:
        pages = [
            page for page in content.pages if _part(page) == folder and page.meta and page.source != "all.md"
        ]
        if pages:
            lines = [
                f"- [{page.meta.title}](/{page.source})" for page in sorted(pages, key=_key) if page.meta
            ]
            parts.append(f"## {title} {{#{folder or 'start'}}}\n\n" + "\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _part(page: Page) -> str:
    return page.folder.partition("/")[0]


def _key(page: Page) -> tuple[bool, str]:
    """A part's own page first, then by title."""
    own = page.source.endswith("index.md") and page.folder == _part(page)
    return not own, page.meta.title.lower() if page.meta else ""
