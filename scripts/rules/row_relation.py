"""What a row refers to exists: claims of the article, tools, other rows; and an id is used once."""

from collections.abc import Iterator

from scripts.content.tree import PRESETS, Content
from scripts.problem import Problem, meant, unknown_id

RULE = "row-relation"


def check(content: Content) -> Iterator[Problem]:
    """Find relations that lead nowhere, and ids that two pages or a former page share."""
    rows = {page.id for page, _ in content.rows}
    tools = {page.id for page, _ in content.tools}
    claims = {claim.id for claim in content.claims}
    for preset, line in zip(content.presets, content.preset_lines, strict=True):
        for name in preset.rows:
            if name not in rows:
                fault = f"the reader “{preset.id}” names the row “{name}”, which does not exist"
                remedy = f"correct the id{meant(name, rows)}, or remove it"
                yield Problem(f"docs/{PRESETS}", line, fault, remedy, RULE, about=name)
    former: dict[str, str] = {}
    for page, row in content.rows:
        for field, names, known in (
            ("rows", row.rows, rows - {page.id}),
            ("tools", row.tools, tools),
            ("article", row.article.claims, claims),
        ):
            for name in names:
                if name not in known:
                    yield unknown_id(page.path, page.line_of("row", field), field, name, known, RULE)
        for name in row.former_ids:
            if name in rows or former.setdefault(name, page.id) != page.id:
                line = page.line_of("row", "former_ids")
                fault = f"the former id “{name}” belongs to another row"
                yield Problem(page.path, line, fault, "an id is never given twice", RULE)
        if page.id in tools:
            fault = f"“{page.id}” is a tool as well, so their programs cannot be told apart"
            yield Problem(page.path, 1, fault, "rename the row's file", RULE)
