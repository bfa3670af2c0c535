"""What is found in a page, and what is left out because it is code."""

import pytest

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


@pytest.mark.parametrize(
    ("text", "front", "body", "line"),
    [
        ("---\na: b\n---\nx\ny", "a: b\n", "x\ny", 4),
        ("---\n---\nx", "\n", "x", 3),
        ("--- \na: b\n---  \nx", "a: b\n", "x", 4),
        ("---\na: b\n---", "a: b\n", "", 4),
        ("---\na: b\n----\nx", "", "---\na: b\n----\nx", 1),
        ("\n---\na: b\n---\nx", "", "\n---\na: b\n---\nx", 1),
        ("", "", "", 1),
        ("---\na\n---\nb\n---\nc", "a\n", "b\n---\nc", 4),
    ],
)
def test_front_matter_stands_between_the_first_two_lines_of_hyphens(
    text: str, front: str, body: str, line: int
) -> None:
    page = markdown.split(text)
    assert (page.front_matter, page.body, page.body_line, page.first_line) == (front, body, line, line)


@pytest.mark.parametrize(
    ("text", "outside"),
    [
        ("a\n```\nb\n```\nc", ["a", "c"]),
        ("a\n````\nb\n```\nc\n````\nd", ["a", "d"]),
        ("a\n```\nb\n````\nc", ["a", "c"]),
        ("a\n~~~\nb\n```\nc\n~~~\nd", ["a", "d"]),
        ("a\n```\nb\n``` text\nc\n```\nd", ["a", "d"]),
        ("a\n    ```\n    b\n    ```\nc", ["a", "c"]),
        ("a\n```\nb", ["a"]),
        ("a\n``b``\nc", ["a", "``b``", "c"]),
        ("a\n<!-- b -->\nc", ["a", "c"]),
        ("a\n<!-- b\nc\nd -->\ne", ["a", "e"]),
        ("a\n  <!-- b\n```\nc -->\nd\n```\ne", ["a"]),
        ("a <!-- b\nc --> d", ["a ", " d"]),
        ("a <!-- b -->c", ["a c"]),
        ("a ``<``<!-- b -->c", ["a ``b``c"]),
    ],
)
def test_code_and_comments_are_no_text(text: str, outside: list[str]) -> None:
    page = markdown.split(text)
    assert [line.replace("````````", "``b``").replace("`````", "``b``") for _, line in page.prose] == outside


def test_inline_code_is_blanked_in_its_length() -> None:
    (line,) = markdown.split("a `b` ``c`d`` e `f").prose
    assert line == (1, "a ``` ``````` e `f")


@pytest.mark.parametrize(
    ("line", "level", "text", "identifier"),
    [
        ("# A", 1, "A", None),
        ("###### A b  ", 6, "A b", None),
        ("## A {#a-b}", 2, "A", "a-b"),
        ("## A { .c #a } ", 2, "A", "a"),
        ("## A {: #a }", 2, "A", "a"),
        ("## A {.c}", 2, "A {.c}", None),
        ("## `{#a}` in code", 2, "`{#a}` in code", None),
    ],
)
def test_a_heading_has_its_level_its_text_and_its_id(
    line: str, level: int, text: str, identifier: str | None
) -> None:
    (heading,) = markdown.split(f"x\n\n{line}").headings
    assert (heading.line, heading.level, heading.text, heading.id) == (3, level, text, identifier)


@pytest.mark.parametrize("line", ["####### A", "#A", " # A", "A\n===", "```\n# A\n```"])
def test_what_is_no_heading_is_none(line: str) -> None:
    assert markdown.split(line).headings == []


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("a <SCRIPT src='x'>", [(1, "script", " src='x'")]),
        ('a\nb <b\nclass="c > d">e</b>', [(2, "b", '\nclass="c > d"')]),
        ("<my-element/> <br>", [(1, "my-element", "/"), (1, "br", "")]),
        ("1 <2, a<b, <3>, `<b>`", []),
        ("a <b", []),
    ],
)
def test_tags_are_found_in_any_case_and_over_lines(text: str, tags: list[tuple[int, str, str]]) -> None:
    assert [(tag.line, tag.label, tag.text) for tag in markdown.split(text).tags] == tags


def test_fences_have_their_languages() -> None:
    text = (
        "```Python title='x'\na\n```\n\n~~~\nb\n~~~\n\n``` { .mermaid }\nc\n```\n    ```c++\n    d\n    ```"
    )
    found = [(fence.line, fence.text) for fence in markdown.split(f"---\na: b\n---\n{text}").fences]
    assert found == [(4, "python"), (8, ""), (12, "mermaid"), (15, "c++")]


def test_a_footnote_goes_on_in_indented_lines_up_to_an_empty_one() -> None:
    text = (
        "a[^one] b[^two]\n\n[^one]: First\n    goes on\n    and on.\n\n    not its own\n[^two]: Second\nends."
    )
    page = markdown.split(text)
    assert [(note.line, note.label, note.text) for note in page.footnotes] == [
        (3, "one", "First goes on and on."),
        (8, "two", "Second"),
    ]
    assert [(use.line, use.label) for use in page.footnote_uses] == [(1, "one"), (1, "two")]


def test_ids_are_those_of_headings_attribute_lists_and_tags_each_once() -> None:
    text = "# A {#a}\n\nb{ #c .d } <i id='e'>f</i>{: #g}\n<p class=x id=\"h\">\n`{#i}` {.j} {# K }"
    assert [(item.line, item.text) for item in markdown.split(text).ids] == [
        (1, "a"), (3, "c"), (3, "g"), (3, "e"), (4, "h"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[a](b)", [(1, "b", "a")]),
        ("x\n\n[a\nc](b)", [(3, "b", "a\nc")]),
        ('[a [b] c](d) [e](f "g")', [(1, "d", "a [b] c"), (1, "f", "e")]),
        ("[a] (b) [c]: d", []),
        ("[](b)", [(1, "b", "")]),
    ],
)
def test_links_have_their_targets_and_texts(text: str, links: list[tuple[int, str, str]]) -> None:
    page = markdown.split(text)
    assert [(link.line, link.text, link.label) for link in page.links] == links
    assert page.images == []


def test_what_is_indented_before_any_footnote_belongs_to_none() -> None:
    assert markdown.split("    code\n\ntext\n").footnotes == []
