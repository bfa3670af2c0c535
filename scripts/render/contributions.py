"""What can be added, with commands and files: the table of the contributor's guide, shown on the site."""

from scripts.content import source
from scripts.content.tree import Content

GUIDE = ".github/CONTRIBUTING.md"
HEAD = "| To add |"


def table(content: Content) -> str:
    """The table, as it stands in the guide; nothing where there is no guide.

    Raises:
        ValueError: the guide has no such table.

    """
    guide = content.root / GUIDE
    if not guide.exists():
        return ""
    for block in source.read(guide).split("\n\n"):
        if block.startswith(HEAD):
            return block.strip() + "\n"
    raise ValueError(f"{GUIDE}: no table starts with `{HEAD}`")
