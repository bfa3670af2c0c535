"""Every note, a bullet of a page, has an address of its own: its section's id and its first words."""

from collections.abc import Iterator

from scripts.content import notes
from scripts.content.tree import Content
from scripts.problem import Problem

RULE = "note-id"


def check(content: Content) -> Iterator[Problem]:
    """Find notes that begin like another one of their section, and would share its address."""
    for page in content.pages:
        if page.is_notebook:
            continue
        seen = {item.text: item.line for item in page.text.ids}
        for note in notes.notes(page.text):
            line = page.text.body_line + note.index
            if note.id in seen:
                fault = f"the note has the address “{note.id}”, which line {seen[note.id]} has already"
                yield Problem(
                    page.path, line, fault, "begin it with other words, or end it with an id: {#id}", RULE
                )
            seen.setdefault(note.id, line)
