"""The table of all tools, from the front matter of their pages."""

from html import escape

from scripts import clock
from scripts.content import Content, Page
from scripts.model.tool import FAMILIES, SIDES, Tool
from scripts.render import html


def overview(content: Content) -> str:
    """One row a tool, grouped by what it is for; shown on tools/ alone, so its links start there."""
    rows = []
    tools = list(content.tools)
    for family, title in FAMILIES.items():
        members = [(page, tool) for page, tool in tools if tool.family == family]
        if not members:
            continue
        rows.append(
            f'<tbody>\n<tr class="tools__family"><th colspan="5" scope="rowgroup" '
            f'id="family-{family}">{title}</th></tr>'
        )
        rows += [_row(page, tool) for page, tool in members]
        rows.append("</tbody>")
    body = "\n".join(rows)
    return (
        '<div class="tools">\n<table class="tools__table">\n'
        "<thead><tr>"
        '<th scope="col">Tool</th> <th scope="col">Side</th> <th scope="col">State</th> '
        '<th scope="col">Newest</th> <th scope="col">Today</th>'
        "</tr></thead>\n"
        f"{body}\n</table>\n</div>\n"
    )


def _row(page: Page, tool: Tool) -> str:
    assert page.meta
    successors = ", ".join(
        f'<a href="{f"{entry.page}/" if entry.page else escape(entry.url or "")}">{escape(entry.name)}</a>'
        for entry in tool.replaced_by
    )
    today = f"Use {successors}" if successors else "Still the one to use"
    if not successors and tool.status == "maintenance":
        today = "For what already uses it"
    return (
        f'<tr id="{page.id}">'
        f'<th scope="row"><a href="{page.id}/">{escape(page.meta.title)}</a> '
        f'<span class="tools__job">{escape(tool.job)}</span></th> '
        f'<td data-label="Side"><span class="side side--{tool.side}">{SIDES[tool.side]}</span></td> '
        f'<td data-label="State">{html.badge(tool.status)}</td> '
        f'<td data-label="Newest">{escape(tool.newest.version)} '
        f'<span class="tools__month">{_month(tool.newest.month)}</span></td> '
        f'<td data-label="Today">{today}</td></tr>'
    )


def _month(month: str) -> str:
    return clock.source_date_in_words(month)
