"""An id of the API map is used once; the pairs, rows and error messages that an entry names exist."""

from collections.abc import Iterator

from scripts.content.tree import Content
from scripts.problem import Problem, unknown_id

RULE = "api-relation"


def check(content: Content) -> Iterator[Problem]:
    """Find ids that stand twice, entries that repeat each other, and names that lead nowhere."""
    known = {
        "pairs": set(content.pair_pages),
        "rows": {page.id for page, _ in content.rows},
        "errors": set(content.error_pages),
    }
    places: dict[str, str] = {}
    twins: dict[tuple[str, str], str] = {}
    for page, family in content.families.values():
        taken = {heading.id for heading in page.text.headings}
        for index, entry in enumerate(family.entries):
            place = f"{page.path}:{(line := page.line_of('api', 'entries', index, 'id'))}"
            if entry.id in taken:
                fault = f"the id {entry.id} is that of a heading of the page"
                yield Problem(page.path, line, fault, "give the entry another one", RULE)
            if (first := places.setdefault(entry.id, place)) != place:
                yield Problem(page.path, line, f"the id {entry.id} is that of {first}", "rename one", RULE)
            both = ((entry.tensorflow or [""])[0], (entry.pytorch or [""])[0])
            if (first := twins.setdefault(both, place)) != place:
                fault = f"both names are those of {first}"
                yield Problem(page.path, line, fault, "make one entry of them", RULE)
            for relation, ids in known.items():
                for position, name in enumerate(getattr(entry, relation)):
                    if name not in ids:
                        at = page.line_of("api", "entries", index, relation, position)
                        yield unknown_id(page.path, at, relation, name, ids, RULE)
