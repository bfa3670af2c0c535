"""What has changed for readers, as the page What has changed shows it."""

from itertools import groupby

from scripts.content.tree import Content
from scripts.model.change import KINDS
from scripts.render import components, templates

FEED = "changes.xml"  # below the site's address
MOST = 80  # changes; the feed and the file hold more


def listing(content: Content) -> str:
    """The newest changes under their days, each with what it was and what it is."""
    by_url = {page.url: page for page in content.pages}
    shown = content.changes[:MOST]
    return templates.render(
        "changes.md",
        days=[(day, list(changes)) for day, changes in groupby(shown, lambda change: change.day)],
        pages=by_url,
        kinds=KINDS,
        plain=components.plain,
        feed=FEED,
        left=len(content.changes) - len(shown),
    )
