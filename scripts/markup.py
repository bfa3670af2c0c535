"""The last work on a page: less markup for code, tables that can scroll, its style and its policy."""

import re
from pathlib import Path

from scripts import policy, style

# Kinds of token that base.css paints like plain text: their spans say nothing.
PLAIN = frozenset({"n", "nn", "nv", "nx", "o", "p", "w", "na", "vm", "x", "l", "py", "nl", "nt"})

_SPAN = re.compile(r'<span class="([a-z0-9]+)">([^<]*)</span>')
_HIGHLIGHT = re.compile(r"<pre><span></span><code>(.*?)</code></pre>", re.DOTALL)
_ALIKE = re.compile(r'<span class="([a-z0-9]+)">([^<]*)</span>(\s*)<span class="\1">')
_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
# Kinds of token of one colour, by the name that stands for them.
_ALIKE_IN_COLOUR = {
    "k": ("kn", "kc", "kd", "kt", "ow", "bp"),
    "s1": ("s", "s2", "sd", "sa", "sb"),
    "c1": ("c", "cm", "ch"),
    "mi": ("m", "mf", "mh"),
    "nf": ("fm", "nc", "nd", "nb", "ne"),
}
_ONE_NAME = {other: name for name, others in _ALIKE_IN_COLOUR.items() for other in others}


def finish(html: str, assets: Path, policed: bool = True) -> str:
    """A page as it is published. `assets` is the folder that holds our style sheets and scripts.

    Without a policy (not `policed`) the script that `mkdocs serve` adds to reload a page can run.
    """
    html = _HIGHLIGHT.sub(_fewer_spans, html.lstrip())
    html = _TABLE.sub(r'<div class="md-typeset__scrollwrap">\g<0></div>', html)
    html = html.replace("</head>", f"<style>{style.of_page(html, assets)}</style></head>", 1)
    return policy.add(html) if policed else html


def _fewer_spans(block: re.Match[str]) -> str:
    """Code with a span only where a token has a colour, and one for neighbours of a colour."""

    def one(found: re.Match[str]) -> str:
        if found[1] in PLAIN:
            return found[2]
        return f'<span class="{_ONE_NAME.get(found[1], found[1])}">{found[2]}</span>'

    code = _SPAN.sub(one, block[1])
    while True:
        merged = _ALIKE.sub(r'<span class="\1">\2\3', code)
        if merged == code:
            break
        code = merged
    return f"<pre><code>{code}</code></pre>"
