"""Notes: which bullets are some, and the address of each."""

import pytest

from scripts.content import markdown, notes

PAGE = """\
---
title: A page
---

# A page {#page}

- It begins before any section of the page

## What to notice {#notice}

- **SGD carries over as it is.** Both multiply the velocity by
  the momentum.[^one]
- [A link](there.md) and `code` begin this one.
- Keras's own way needs {{ words.pairs }} more lines of code
  - A bullet within a bullet is no note
- [Only a link to a page of this site](there.md)
- less than six short words
- [ ] A task that somebody has yet to do
- It has an id of its own,
  which it says at its end. {#own}

```text
- A bullet in code is no note either
```
"""


def ids(body: str) -> list[str]:
    return [note.id for note in notes.notes(markdown.split(body))]


def test_a_note_is_called_by_its_section_and_its_first_words() -> None:
    assert ids(PAGE) == [
        "page-it-begins-before-any",
        "notice-sgd-carries-over-as",
        "notice-a-link-and-code",
        "notice-kerass-own-way-needs",
    ]


def test_a_note_has_six_words_at_least_and_the_section_that_has_an_id() -> None:
    section = "# A page {#page}\n\n### Without an id\n\n"
    assert ids(f"{section}- Six words are enough for one\n- Here are only five words\n") == [
        "page-six-words-are-enough"
    ]


def test_a_note_above_changes_no_address() -> None:
    more = PAGE.replace("- **SGD", "- Here is one more note that is new\n- **SGD")
    assert [name for name in ids(more) if name in ids(PAGE)] == ids(PAGE)
    assert len(ids(more)) == len(ids(PAGE)) + 1


def test_marks_stand_before_the_text_and_change_nothing_else() -> None:
    text = markdown.split(PAGE)
    marked = notes.marked(text)
    assert marked.count('class="note"') == len(ids(PAGE))
    assert marked.count("\n") == text.body.count("\n")
    for name in ids(PAGE):
        marked = marked.replace(f'<span class="note" id="{name}"></span>', "")
    assert marked == text.body


@pytest.mark.parametrize("inside", ["<strong>So</strong> it is.", "\n<p>So it is.</p>\n"])
def test_the_item_of_a_list_gets_the_id_of_its_mark(inside: str) -> None:
    mark = '<span class="note" id="notice-so-it-is"></span>'
    start = inside.index("<p>") + 3 if "<p>" in inside else 0
    html = f"<ul>\n<li>{inside[:start]}{mark}{inside[start:]}</li>\n</ul>"
    assert notes.placed(html) == f'<ul>\n<li id="notice-so-it-is">{inside}</li>\n</ul>'
