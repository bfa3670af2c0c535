"""The HTML that a page may hold between its Markdown: a list, as what is not on it could do anything.

Text, structure and drawings are on it; what runs, loads, asks or styles is not. It holds for attribute lists,
too, such as `{ .class title="…" }`, which become attributes of HTML.
"""

import re
from collections.abc import Iterator

from scripts.content.embedded_html import TAGS, is_safe

_DRAWING = (
    "circle clippath defs desc ellipse g line lineargradient marker path polygon polyline rect stop svg text "
    "title tspan"
)
_MORE = "figure figcaption img section aside"
ELEMENTS = TAGS | frozenset(_DRAWING.split()) | frozenset(_MORE.split())
_VOID = (
    "area base br circle col ellipse embed hr img input line link meta path polygon polyline rect source "
    "stop track wbr"
)
VOID = frozenset(_VOID.split())
_ATTRIBUTES = (
    "alt cite class colspan datetime decoding dir headers height href hl_lines id lang linenostart linenums "
    "loading markdown open reversed role rowspan scope src start title type value width"
)
_OF_DRAWINGS = (
    "clip-path cx cy d dominant-baseline dx dy fill fill-opacity font-size font-weight gradienttransform "
    "gradientunits marker-end marker-mid marker-start markerheight markerunits markerwidth offset opacity "
    "orient points preserveaspectratio r refx refy rx ry stop-color stop-opacity stroke stroke-dasharray "
    "stroke-linecap stroke-linejoin stroke-opacity stroke-width text-anchor transform viewbox x x1 x2 xmlns "
    "y y1 y2"
)
ATTRIBUTES = frozenset(_ATTRIBUTES.split()) | frozenset(_OF_DRAWINGS.split())
ADDRESSES = frozenset({"href", "src", "cite"})

_IN_CODE = "to show it as code, write it between backticks"
_SCRIPTS = "what a page does stands in docs/assets/js/"
_LOOK = "the look stands in docs/assets/css/; give the element a class: { .name }"
_LINK = "link to it: [title](https://…)"
_FILE = "link to the file: [title](file)"
INSTEAD = {
    "script": _SCRIPTS, "template": _SCRIPTS, "style": _LOOK, "iframe": _LINK, "frame": _LINK,
    "form": "link to where the answer goes", "input": "link to where the answer goes",
    "button": "link to where it leads", "textarea": "link to where the answer goes",
    "meta": "a page's own data stands in its front matter",
    "link": "style sheets stand in mkdocs.yml, under extra_css",
    "base": "write links relative to the file", "object": _FILE, "embed": _FILE,
    "font": _LOOK, "center": _LOOK, "image": "write ![what it shows](file.svg)",
    "video": "link to it: [title](https://…)", "audio": "link to it: [title](https://…)",
}  # fmt: skip

_NAME = r"[a-zA-Z_:@][\w:.@-]*"
_ATTRIBUTE = re.compile(rf"""({_NAME})(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_CURLY = re.compile(r"=\s*[“”‘’„]")


def element_fault(name: str) -> tuple[str, str] | None:
    """Why an element may not stand in a page, and what to do; None if it may."""
    if name in ELEMENTS:
        return None
    instead = INSTEAD.get(name, "write it in Markdown")
    return f"<{name}> in a page", f"{instead}; {_IN_CODE}"


def attribute_faults(text: str, *, listed: bool = False) -> Iterator[tuple[str, str]]:
    """Why attributes may not stand in a tag or, if `listed`, in an attribute list, and what to do."""
    if _CURLY.search(text):
        yield "curly quotes around an attribute", 'use straight ones: title="…"'
        return
    for match in _ATTRIBUTE.finditer(text):
        name, value = match[1].lower(), (match[2] or "").strip("\"'")
        if listed and match[2] is None:
            continue  # a class, an id, or what Python-Markdown leaves as text
        if name.startswith("on"):
            yield f"the attribute {name}= in a page", _SCRIPTS
        elif name == "style":
            yield "the attribute style= in a page", _LOOK
        elif name == "srcdoc":
            yield "the attribute srcdoc= in a page", _LINK
        elif name in ADDRESSES | {"xlink:href", "action", "formaction", "data"} and not is_safe(value):
            yield "a link that runs a script", _SCRIPTS
        elif name in ADDRESSES and value.lower().startswith("http:"):
            yield f"the address {value} without https", "use the https address"
        elif name not in ATTRIBUTES and not (name.startswith(("aria-", "data-")) and "data-md" not in name):
            yield f"the attribute {name}= in a page", "remove it, or say it in Markdown"
