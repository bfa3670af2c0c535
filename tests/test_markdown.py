"""What is found in a page, and what is left out because it is code."""

from scripts.content import markdown

TEXT = """\
---
title: x
---

# One {#one}

See [two](two.md#a "t"), `[no](no.md)` and ![picture](p.png) over
[a line
break](three.md).[^n]

```python title="x"
# not a heading
[no](no.md) --8<-- "no.md"
```

<!-- [no](no.md)
still a comment -->

--8<-- "yes.md"

<div id="raw">x</div>
{ #attribute .class }

[^n]: [T](https://a.org), 2026, seen
    22 November 2026. It continues.
"""


def test_front_matter_and_body_are_split_with_lines() -> None:
    page = markdown.split(TEXT)
    assert page.front_matter == "title: x\n"
    assert page.body_line == 4


def test_headings_carry_line_level_text_and_id() -> None:
    (heading,) = markdown.split(TEXT).headings
    assert (heading.line, heading.level, heading.text, heading.id) == (5, 1, "One", "one")


def test_links_are_found_across_lines_but_not_in_code_or_comments() -> None:
    links = [(link.line, link.text) for link in markdown.split(TEXT).links]
    assert links == [(7, "two.md#a"), (7, "p.png"), (8, "three.md"), (24, "https://a.org")]


def test_images_are_links_with_a_text() -> None:
    assert [(image.text, image.label) for image in markdown.split(TEXT).images] == [("p.png", "picture")]


def test_snippets_ids_and_footnotes_are_found() -> None:
    page = markdown.split(TEXT)
    assert [snippet.text for snippet in page.snippets] == ["yes.md"]
    assert [found.text for found in page.ids] == ["one", "raw", "attribute"]
    (footnote,) = page.footnotes
    assert footnote.text == "[T](https://a.org), 2026, seen 22 November 2026. It continues."


def test_a_page_without_front_matter_is_all_body() -> None:
    assert markdown.split("# x\n").front_matter == ""
    assert markdown.split("---\nno end\n").front_matter == ""
