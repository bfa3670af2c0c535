"""What the last looks at other places found, as the page Freshness shows it."""

from scripts import dates
from scripts.content import due
from scripts.content.tree import Content
from scripts.model.freshness import STATES
from scripts.outside import links
from scripts.render import templates


def overview(content: Content) -> str:
    """What is due, what links are not as they were, and which releases are newer than the named ones."""
    found = content.freshness
    troubled = [entry for entry in found.links if entry.state != "ok"]
    pages = links.addresses(content) if troubled else {}
    due_now = due.within(content, 0)
    by_path = {page.path: page for page in content.pages}
    return templates.render(
        "freshness.md",
        found=found,
        states=STATES,
        troubled=[
            (entry, [by_path[path] for path in pages.get(entry.url, []) if path in by_path])
            for entry in troubled
        ],
        counted=len(found.links),
        behind=[entry for entry in found.releases if entry.said != entry.newest],
        due=[(entry, by_path.get(entry.path)) for entry in due_now],
        soon=len(due.within(content, due.SOON)) - len(due_now),
        days=due.SOON,
        unreachable=content.unreachable,
        today=dates.today(),
    )
