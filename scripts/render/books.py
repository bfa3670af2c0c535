"""Notebooks: what their pages pull in, and the list of all."""

from scripts import clock
from scripts.content import Content
from scripts.model.pair import LEVELS
from scripts.notebooks import FOLDER, Book
from scripts.render import measurements


def fragment(content: Content, name: str, book: Book | None, repository: str) -> str:
    """A notebook's cells, and where to get it."""
    if book is None:
        return f"The notebook {name}.ipynb is missing.\n"
    links = [f"[Download the notebook]({name}.ipynb)"]
    if repository:
        project = repository.removeprefix("https://github.com/")
        path = f"blob/main/docs/{FOLDER}/{name}.ipynb"
        links.append(f"[Open it in the repository]({repository}/{path})")
        links.append(f"[Open it in Colab](https://colab.research.google.com/github/{project}/{path})")
    day = clock.in_words(book.recorded) if book.recorded else "no day"
    return (
        f"{book.markdown()}\n{' · '.join(links)}\n{{ .ran }}\n\n"
        f'<p class="ran" markdown="span">Executed from top to bottom on {day} with '
        f"{measurements.versions(book.versions)}, and again in every test of this site.</p>\n"
    )


def table(content: Content) -> str:
    """All notebooks with their question, level and time to read."""
    lines = [
        f"| [{page.meta.title}](/{page.source}) | {entry.question} | {LEVELS[entry.level]} "
        f"| {entry.minutes} min |"
        for page, entry in content.notebooks
        if page.meta
    ]
    head = "| Notebook | Its question | Level | To read |\n| --- | --- | --- | --- |\n"
    return head + "\n".join(lines) + "\n"
