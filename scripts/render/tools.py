"""The table of all tools, from the front matter of their pages."""

from scripts.content.tree import Content
from scripts.model.tool import FAMILIES
from scripts.render import components, templates


def overview(content: Content) -> str:
    """One row a tool, grouped by what it is for; shown on tools/ alone, so its links start there."""
    families = components.grouped(FAMILIES, content.tools, lambda entry: entry[1].family)
    return templates.render("tools.html", families=families)
