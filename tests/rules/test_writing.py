"""What a page may not be written with, as nothing here shows it; and what looks like it but is fine."""

import pytest

from scripts import rules
from scripts.content import icons
from tests.conftest import Sample

# A text in line 10, the rule that refuses it, the line in which it does, what is wrong, what to do.
FAULTS = [
    ("A :rocket: rises.", "own-pictures", 10, ":rocket: would become a picture", ":material-rocket:"),
    ("It is :+1:.", "own-pictures", 10, ":+1:", ":material-check:"),
    ("- one\n- | :heart_eyes: |", "own-pictures", 11, ":heart_eyes:", "or a word"),
    ("![A cat](https://a.org/cat.png)", "own-pictures", 10, "https://a.org/cat.png would come", "save it"),
    ("A\nB ![A\ncat](http://a.org/c.png)", "own-pictures", 11, "another host", "save it"),
    ("![A cat][c]\n\n[c]: https://a.org/c.png", "own-pictures", 10, "a.org/c.png", "licence"),
    ('![A cat][]\n\n[a cat]: <//a.org/c.png> "A"', "own-pictures", 10, "//a.org/c.png", "licence"),
    ('<img alt="A" src="http://a.org/c.png">', "own-pictures", 10, "another host", "save it"),
    ("<IMG SRC=//a.org/c.png alt=A>", "own-pictures", 10, "another host", "save it"),
    ('Text\n<video\n  poster="https://a.org/c.png"></video>', "own-pictures", 11, "host", "save it"),
    ("<source srcset='https://a.org/c.webp 2x'>", "own-pictures", 10, "a.org/c.webp", "save it"),
    (":material-chek:", "icon-name", 10, "no icon :material-chek:", "did you mean :material-check:?"),
    ("A\n\n:materal-check:", "icon-name", 12, "no icon", "did you mean :material-check:?"),
    (":fontawesome-brand-github:", "icon-name", 10, "no icon", ":fontawesome-brands-github:"),
    (":octicons-check_16:", "icon-name", 10, "no icon", "did you mean :octicons-check-16:?"),
    (":material-zzzzzzzzzzzzzzzzzz:", "icon-name", 10, "no icon", "choose one that exists: https://"),
    ("A <script>go()</script>", "raw-html", 10, "<script> in a page", "docs/assets/js/"),
    ("A\n\n<SCRIPT\nsrc='a.js'></SCRIPT>", "raw-html", 12, "<script> in a page", "backticks"),
    ("<style>p { color: red }</style>", "raw-html", 10, "<style> in a page", "{ .name }"),
    ('<iframe src="a.html"></iframe>', "raw-html", 10, "<iframe> in a page", "[title](https://…)"),
    ("<form><b>A</b></form>", "raw-html", 10, "<form> in a page", "link to"),
    ('<meta name="robots">', "raw-html", 10, "<meta> in a page", "front matter"),
    ('<div\n  style="color: red">A</div>', "raw-html", 10, "attribute style=", "class"),
    ("<b onclick='go()'>A</b>", "raw-html", 10, "attribute onclick=", "docs/assets/js/"),
    ('<b class="a"onmouseover = go()>A</b>', "raw-html", 10, "attribute onmouseover=", "assets/js"),
    ('*A*{ style="color: red" }', "raw-html", 10, "attribute style=", "class"),
    ("A\n{: .a onfocus=go }", "raw-html", 11, "attribute onfocus=", "docs/assets/js/"),
    ('<a href="javascript:go()">A</a>', "raw-html", 10, "runs a script", "docs/assets/js/"),
    ("A\n\n```mermaid\nA --> B\n```", "unsupported-block", 12, "a Mermaid diagram", ".svg"),
    ("~~~ { .mermaid }\nA --> B\n~~~", "unsupported-block", 10, "a Mermaid diagram", "![what it says]"),
    ("!!! note\n\n    ``` mermaid\n    A\n    ```", "unsupported-block", 12, "Mermaid", ".svg"),
    ("```math\n\\sigma\n```", "unsupported-block", 10, "a TeX formula", "`y = W @ x + b`"),
    ("A\n\n$$\ny = x\n$$", "unsupported-block", 12, "a TeX formula", "write it as code"),
    ("$$ y = x $$", "unsupported-block", 10, "a TeX formula", "in words"),
    ("Where $$y=x$$ holds", "unsupported-block", 10, "a TeX formula", "in words"),
    ("Where $\\sigma(x)$ holds", "unsupported-block", 10, "a TeX formula", "signs such as σ"),
    ("Where \\(y = x\\) holds", "unsupported-block", 10, "a TeX formula", "write it as code"),
    ("\\[\ny = x\n\\]", "unsupported-block", 10, "a TeX formula", "write it as code"),
    ("A\n\n\\[ y = x \\]", "unsupported-block", 12, "a TeX formula", "write it as code"),
    ("\\begin{align}\ny\n\\end{align}", "unsupported-block", 10, "a TeX formula", "write it as code"),
]

FINE = [
    # Icons, code, and colons that are none.
    ":material-check: :octicons-check-16: :simple-pytorch:{ .big } :fontawesome-brands-github:",
    "`:rocket:` and ``a `:rocket:` b``",
    "```text\n:rocket: ![A](https://a.org/a.png) <script> style=\n$$\ny = x\n$$\n```",
    "````md\n```mermaid\nA --> B\n```\n````",
    "It took 10:22:33, at a:xy:c, in torch::jit::load and x[:n:], :unknown: and :no-icon:.",
    # Pictures of this site, and links to other hosts.
    '![A mark](assets/mark.svg){ width="64" } <img alt="A" src="assets/mark.svg">',
    "[A page](https://a.org/a.png), <https://a.org/a.png>",
    "<!-- ![A](https://a.org/a.png) <script> -->",
    # HTML that is text and structure.
    'H<sub>2</sub>O, <kbd>A</kbd>, <abbr title="on = style=">A</abbr>',
    '<div class="grid cards" markdown>\n\n- one\n\n</div>',
    "A{ .styled #online data-on=1 title=\"style='a'\" }",
    "Less < more, a < b and c > d, the style= of it, and `<script>` as code",
    # Signs that are no formulas.
    "It costs $5 or $6, from $$ to $$$, and $HOME/$USER is a folder; $a_b and $c_d too",
    "The process $$ and $\\{x\\}$",
    "\\[text\\]\\(address\\), 1\\) first, \\[sic\\]",
    "\\[Note: a text\\]",
    "`$$y=x$$`, `\\(x\\)`",
]


@pytest.mark.parametrize(
    ("text", "rule", "line", "fault", "remedy"), FAULTS, ids=[case[0] for case in FAULTS]
)
def test_what_nothing_here_shows_is_refused(  # noqa: PLR0913, PLR0917
    sample: Sample, text: str, rule: str, line: int, fault: str, remedy: str
) -> None:
    (sample.docs / "assets").mkdir()
    sample.change("index.md", "It answers in two lines.", text)
    found = list(rules.RULES[rule](sample.read()))
    assert len(found) == 1, found
    assert (found[0].path, found[0].line, found[0].rule) == ("docs/index.md", line, rule)
    assert fault in found[0].fault
    assert remedy in found[0].remedy


@pytest.mark.parametrize("text", FINE)
def test_what_only_looks_like_it_is_fine(sample: Sample, text: str) -> None:
    sample.write("assets/mark.svg", "<svg/>")
    sample.change("index.md", "It answers in two lines.", text)
    assert sample.problems() == []


def test_each_fault_of_a_line_has_its_own_message(sample: Sample) -> None:
    sample.change("index.md", "two lines", ':rocket: <b style="a" onclick="b">two</b> :+1:')
    found = [(problem.rule, problem.line) for problem in sample.problems()]
    assert found == [("own-pictures", 10), ("own-pictures", 10), ("raw-html", 10), ("raw-html", 10)]


@pytest.mark.parametrize(
    ("name", "icon", "emoji"),
    [
        ("material-check", True, False),
        ("fontawesome-brands-github", True, False),
        ("octicons-check-16", True, False),
        ("simple-tensorflow", True, False),
        ("rocket", False, True),
        ("thumbsup", False, True),
        ("material", False, False),
        ("fontawesome-github", False, False),
    ],
)
def test_icons_and_emoji_are_told_apart(name: str, icon: bool, emoji: bool) -> None:
    assert icons.is_icon(name) is icon
    assert icons.is_emoji(name) is emoji


def test_icons_are_those_that_material_draws() -> None:
    from markdown import Markdown  # noqa: PLC0415
    from material.extensions.emoji import twemoji  # noqa: PLC0415

    drawn = {name.strip(":") for name, entry in twemoji({}, Markdown())["emoji"].items() if "path" in entry}
    assert len(drawn) > 10_000
    assert all(map(icons.is_icon, sorted(drawn)[::50]))
