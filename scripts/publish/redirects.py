"""Old addresses that keep working: a page that leads on, or an id that stays where it was."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from scripts.model.move import Move
from scripts.publish import csp

# Works without JavaScript; with it, the query is kept, and the fragment unless the new address has one.
REDIRECT = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Moved</title>
<link rel="canonical" href="{canonical}">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="1; url={target}">
<script>
const to = new URL("{target}", location);
to.search = location.search;
to.hash ||= location.hash;
location.replace(to);
</script>
</head>
<body><p>This page has moved to <a href="{target}">{canonical}</a>.</p></body>
</html>
"""


def add_old_ids(html: str, url: str, moves: Sequence[Move]) -> str:
    """Keep the old ids of a page's headings.

    A heading renamed on its page gets its old id as well, before it. One that went to another page
    leaves a line at the end of this page that leads there.
    """
    for move in moves:
        old_url, _, old = move.old.partition("#")
        if old_url != url or not old:
            continue
        new_url, _, new = move.new.partition("#")
        if new_url == url:
            place = html.find(f'id="{new}"')
            start = html.rfind("<", 0, place)
            if place >= 0:
                html = f'{html[:start]}<span id="{old}"></span>{html[start:]}'
        else:
            target = f"{'../' * url.count('/')}{move.new}"
            link = f'<a href="{target}">{escape(move.new)}</a>'
            html += f'\n<p class="moved" id="{old}">This section moved: {link}.</p>'
    return html


def write_redirects(site: Path, moves: Sequence[Move], site_url: str) -> list[Path]:
    """Write a page at each old page address below `site`. Returns the files written."""
    written = []
    for move in moves:
        if "#" in move.old:
            continue
        file = site / move.old / "index.html"
        target = f"{'../' * move.old.count('/')}{move.new}"
        canonical = f"{site_url.rstrip('/')}/{move.new}"
        file.parent.mkdir(parents=True, exist_ok=True)
        html = csp.add(REDIRECT.format(target=target, canonical=escape(canonical)))
        file.write_text(html, encoding="utf-8")
        written.append(file)
    return written
