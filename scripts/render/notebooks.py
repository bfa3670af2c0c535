"""Notebooks: the list of all, and the places where one can be opened."""

from scripts.content.notebook_file import ENDING, FOLDER
from scripts.content.tree import Content
from scripts.model.pair import LEVELS
from scripts.render import components


def places(name: str, repository: str) -> list[tuple[str, str]]:
    """Where a notebook can be opened, beside its page: words and address; none without a repository."""
    if not repository:
        return []
    project = repository.removeprefix("https://github.com/")
    path = f"blob/main/docs/{FOLDER}/{name}{ENDING}"
    return [
        ("Open it in the repository", f"{repository}/{path}"),
        ("Open it in Colab", f"https://colab.research.google.com/github/{project}/{path}"),
    ]


def table(content: Content) -> str:
    """All notebooks with their question, level and time to read."""
    rows = [
        (
            components.page_link(page),
            components.plain(entry.question),
            LEVELS[entry.level],
            f"{entry.minutes} min",
        )
        for page, entry in content.notebooks
    ]
    return components.table(("Notebook", "Its question", "Level", "To read"), rows)
