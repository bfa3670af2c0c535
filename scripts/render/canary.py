"""What the newest releases change, as the page Newest releases shows it."""

from scripts.content.tree import Content
from scripts.model.canary import KINDS
from scripts.render import components, templates


def overview(content: Content) -> str:
    """The versions, how much ran, and what differs of each kind, with how."""
    found = content.canary
    pages = {"pairs": content.pair_pages, "programs": content.programs}
    pages["errors"] = {name: page for name, (page, _) in content.error_pages.items()}
    pages["api"] = {name: page for name, (page, _) in content.families.items()}
    pages["notebooks"] = {page.id: page for page, _ in content.notebooks}
    differing: dict[tuple[str, str], list[str]] = {}
    for entry in found.deviations if found else ():
        differing.setdefault((entry.kind, entry.id), []).append(components.plain(_closed(entry.says)))
    return templates.render(
        "canary.md",
        found=found,
        kinds=KINDS,
        differing=[
            (KINDS[kind][0], pages[kind].get(name), name, says)  # type: ignore[index]
            for (kind, name), says in differing.items()
        ],
    )


def _closed(says: str) -> str:
    """What a check says, which may be cut off within code: then without the sign that opened it."""
    if says.count("`") % 2 == 0:
        return says
    before, _, rest = says.rpartition("`")
    return f"{before}{rest} …"
