"""The list of guides."""

from scripts.content.tree import Content
from scripts.render import components


def overview(content: Content) -> str:
    """Each guide with what it is for, and how many programs stand behind it."""
    rows = []
    for page, _ in content.guides.values():
        assert page.meta
        programs = sum(shown_on is page for shown_on in content.programs.values())
        rows.append((components.page_link(page), components.plain(page.meta.description), str(programs)))
    return components.table(("Guide", "What it is for", "Programs"), rows)
