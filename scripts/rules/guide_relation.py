"""What a guide refers to exists: its own sections, and the pairs, rows and messages that lead to them."""

from collections.abc import Iterator

from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.model.guide import Guide
from scripts.problem import Problem, meant, unknown_id

RULE = "guide-relation"


def check(content: Content) -> Iterator[Problem]:
    """Find sections that a guide does not have, names that lead nowhere, and former ids of others."""
    known = {
        "pairs": set(content.pair_pages),
        "rows": {page.id for page, _ in content.rows},
        "errors": set(content.error_pages),
    }
    former: dict[str, str] = {}
    for page, guide in content.guides.values():
        yield from _sections(page, guide, known)
        for name in guide.former_ids:
            if name in content.guides or former.setdefault(name, page.id) != page.id:
                line = page.line_of("guide", "former_ids")
                fault = f"the former id “{name}” belongs to another guide"
                yield Problem(page.path, line, fault, "an id is never given twice", RULE)


def _sections(page: Page, guide: Guide, known: dict[str, set[str]]) -> Iterator[Problem]:
    headings = {heading.id for heading in page.text.headings if heading.id}
    named: set[str] = set()
    for index, section in enumerate(guide.sections):
        line = page.line_of("guide", "sections", index, "id")
        if section.id not in headings:
            fault = f"the page has no section with the id {section.id}"
            remedy = f"name the id of one of its headings{meant(section.id, headings)}"
            yield Problem(page.path, line, fault, remedy, RULE)
        elif section.id in named:
            yield Problem(
                page.path, line, f"the section {section.id} stands twice", "make one entry of both", RULE
            )
        named.add(section.id)
        for relation, ids in known.items():
            for position, name in enumerate(getattr(section, relation)):
                if name not in ids:
                    place = page.line_of("guide", "sections", index, relation, position)
                    yield unknown_id(page.path, place, relation, name, ids, RULE)
