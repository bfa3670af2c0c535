"""The Content-Security-Policy of a page: the site's files, and the inline style and script it was built with.

It stands in a meta element, as GitHub Pages sends no header of ours: `frame-ancestors` and reports are not
to be had that way.
"""

import base64
import hashlib
import re

_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def of_page(html: str) -> str:
    """The policy for a page: only its own inline code, nothing from other hosts, no `eval`."""
    scripts = " ".join(["'self'", *map(_hash, _SCRIPT.findall(html))])
    styles = " ".join(["'self'", *map(_hash, _STYLE.findall(html))])
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


def add(html: str) -> str:
    """The page with its policy, after the encoding and before anything that it rules."""
    charset = '<meta charset="utf-8">'
    meta = f'<meta http-equiv="Content-Security-Policy" content="{of_page(html)}">'
    return html.replace(charset, f"{charset}\n{meta}", 1)


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
