"""What only a script from elsewhere could draw is no part of a page: Mermaid diagrams, TeX formulas."""

import re
from collections.abc import Iterator

from scripts.content.tree import Content
from scripts.problem import Problem

RULE = "unsupported-block"
DIAGRAM = "save the diagram as an .svg file beside the page and show it: ![what it says](name.svg)"
FORMULA = "write it as code, `y = W @ x + b`, in words, or with signs such as σ, √ and x²"
FENCES = {
    "mermaid": ("a Mermaid diagram, which nothing here draws", DIAGRAM),
    "math": ("a TeX formula, which nothing here renders", FORMULA),
}
# A price is `$5`, a variable of a shell `$HOME` or `$$`: only what cannot be either is a formula.
FORMULAS = (
    # A block between `$$`, or such a block within a line.
    re.compile(r"^[ \t]*\$\$(?!\$)(?:(?!\n[ \t]*\n)[^$])+\$\$[ \t]*$", re.MULTILINE),
    re.compile(r"(?<![$\w])\$\$(?=[^\s$])[^$\n]*(?<=[^\s$])\$\$(?![$\w])"),
    # Between single signs, with a command of TeX's.
    re.compile(r"(?<![$\w])\$(?=[^\s$])[^$\n]*\\[a-zA-Z]{2,}[^$\n]*\$(?![$\w])"),
    # Between escaped parentheses; those of an escaped link, `\[a\]\(b\)`, are text.
    re.compile(r"(?<!\\\])(?<!\\)\\\((?=[^\n]*?\\\))"),
    # Between escaped brackets on lines of their own.
    re.compile(r"^[ \t]*\\\[[ \t]*$", re.MULTILINE),
    re.compile(r"^[ \t]*\\\[[^\n]*(?:\\[a-zA-Z]{2,}|[\^=])[^\n]*\\\][ \t]*$", re.MULTILINE),
    re.compile(r"\\begin\{[a-z]+\*?\}"),
)


def check(content: Content) -> Iterator[Problem]:
    """Find diagrams and formulas that would stay as they are written."""
    for page in content.pages:
        for fence in page.text.fences:
            if fence.text in FENCES:
                yield Problem(page.path, fence.line, *FENCES[fence.text], RULE)
        lines = {line for pattern in FORMULAS for line, _ in page.text.matches(pattern)}
        for line in lines:
            yield Problem(page.path, line, *FENCES["math"], RULE)
