"""The Content-Security-Policy of a page: the site's files, and the inline style and script of its template.

What stands in the content of a page is never allowed: a script that came in with a page does not run.

It stands in a meta element, as GitHub Pages sends no header of ours: `frame-ancestors` and reports are not
to be had that way.
"""

import base64
import hashlib
import re
from collections import Counter

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def of_page(html: str, content: str = "") -> str:
    """The policy for a page: only the inline code of its template, nothing from other hosts, no `eval`.

    `content` is the part of the page that its author wrote.
    """
    scripts = " ".join(["'self'", *map(_hash, _own(_SCRIPT, html, content))])
    styles = " ".join(["'self'", *map(_hash, _own(_STYLE, html, content))])
    rules = {
        "default-src": "'none'",
        "script-src": scripts,
        "style-src": styles,
        "img-src": "'self' data:",
        "connect-src": "'self'",
        "worker-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _own(pattern: re.Pattern[str], html: str, content: str) -> list[str]:
    """The inline code of a page without that of its content: what stands in both, counts as the content's."""
    return list(Counter(pattern.findall(html)) - Counter(pattern.findall(content)))


def add(html: str, content: str = "") -> str:
    """The page with its policy, after the encoding and before anything that it rules."""
    charset = '<meta charset="utf-8">'
    meta = f'<meta http-equiv="Content-Security-Policy" content="{of_page(html, content)}">'
    return html.replace(charset, f"{charset}\n{meta}", 1)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
