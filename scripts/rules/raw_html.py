"""HTML in a page is text and structure: script, style, frames and forms are the site's own affair."""

import re
from collections.abc import Iterator

from scripts.content.tree import Content
from scripts.problem import Problem

RULE = "raw-html"
IN_CODE = "to show it as code, write it between backticks"
# Elements that a page may not hold, and what to do instead.
ELEMENTS = {
    "script": "what a page does stands in docs/assets/js/",
    "style": "the look stands in docs/assets/css/; give the element a class: { .name }",
    "iframe": "link to it: [title](https://…)",
    "form": "link to where the answer goes",
    "meta": "a page's own data stands in its front matter",
    "link": "style sheets stand in mkdocs.yml, under extra_css",
    "base": "write links relative to the file",
    "object": "link to the file: [title](file)",
    "embed": "link to the file: [title](file)",
}
ATTRIBUTE = re.compile(r"""(?<![^\s"'])(on[a-z]+|style|srcdoc)\s*=""", re.IGNORECASE)
QUOTED = re.compile(r"""(=\s*)("[^"]*"|'[^']*')""")
CODE_ADDRESS = re.compile(r"""=\s*["']?\s*javascript:""", re.IGNORECASE)


def check(content: Content) -> Iterator[Problem]:
    """Find elements and attributes that the policy of the pages forbids, and browsers ignore."""
    for page in content.pages:
        if page.is_notebook:
            continue  # notebook-record says it, also of what a cell has put out
        for tag in page.text.tags:
            if tag.label in ELEMENTS:
                fault = f"<{tag.label}> in a page"
                yield Problem(page.path, tag.line, fault, f"{ELEMENTS[tag.label]}; {IN_CODE}", RULE)
        for item in [*page.text.tags, *page.text.attribute_lists]:
            for name in ATTRIBUTE.findall(QUOTED.sub(r"\1''", item.text)):
                fault = f"the attribute {name.lower()}= in a page"
                yield Problem(page.path, item.line, fault, _instead(name.lower()), RULE)
            if CODE_ADDRESS.search(item.text):
                fault = "a link that runs a script"
                yield Problem(page.path, item.line, fault, ELEMENTS["script"], RULE)


def _instead(attribute: str) -> str:
    return ELEMENTS["style" if attribute == "style" else "iframe" if attribute == "srcdoc" else "script"]
