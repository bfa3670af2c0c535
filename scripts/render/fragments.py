"""Fragments of Markdown and HTML that pages pull in with `--8<-- "name"`.

Every fragment is a function of the content alone, so that a build can be repeated byte for byte. One table
says how each is made; the checks take their names from it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from scripts.content.tree import Content
from scripts.render import (
    api_map,
    article,
    canary,
    changes,
    claims,
    comparison,
    contributions,
    decision,
    errors,
    fields,
    first_contributions,
    freshness,
    guides,
    measurements,
    notebooks,
    page_list,
    pairs,
    programs,
    tools,
    versions,
)

PAIR_PARTS = ("code", "mistake", "differs")

# How a fragment is made from the content and the address of the repository, without a final slash.
Maker = Callable[[Content, str], str]


@dataclass(frozen=True)
class Folder:
    """Fragments of one kind: their names below the folder, and how the one of a name is made."""

    names: Callable[[Content], Iterable[str]]
    make: Callable[[Content, str, str], str]


FRAGMENTS: dict[str, Maker] = {
    "all-pages": lambda content, _: page_list.listing(content),
    "article": article.annotated,
    "article-summary": lambda content, _: article.summary(content),
    "comparison": lambda content, _: comparison.table(content),
    "comparison-summary": lambda content, _: comparison.summary(content),
    "comparison-data": lambda content, _: comparison.data(),
    "contributions": lambda content, _: contributions.table(content),
    "first-contributions": first_contributions.listing,
    "changes": lambda content, _: changes.listing(content),
    "canary": lambda content, _: canary.overview(content),
    "freshness": lambda content, _: freshness.overview(content),
    "tools": lambda content, _: tools.overview(content),
    "errors": lambda content, _: errors.overview(content),
    "guides": lambda content, _: guides.overview(content),
    "api": lambda content, _: api_map.overview(content),
    "translate": api_map.translate,
    "api-coverage": lambda content, _: api_map.coverage(content),
    "api-classes": lambda content, _: api_map.classes(content),
    "programs": lambda content, _: programs.overview(content),
    "pairs": lambda content, _: pairs.table(content),
    "pairs-summary": lambda content, _: pairs.summary(content),
    "pairs-fixed": lambda content, _: pairs.fixed(content),
    "versions": lambda content, _: versions.table(content),
    "weights-across": lambda content, _: pairs.weights(content),
    "measurements": lambda content, _: measurements.all_subjects(content),
    "measurements-runs": lambda content, _: measurements.machines(content),
    "notebooks": lambda content, _: notebooks.table(content),
    "decide": lambda content, _: decision.walk(content),
    "decide-outline": lambda content, _: decision.outline(content),
    "decide-outcomes": lambda content, _: decision.outcomes(content),
    "decide-article": lambda content, _: decision.article(content),
}
FOLDERS = {
    "fields": Folder(lambda _: fields.TABLES, lambda _, name, __: fields.table(name)),
    "claims": Folder(
        lambda content: [claim.id for claim in content.claims],
        lambda content, name, _: claims.card(content.claim(name)),
    ),
    "programs": Folder(
        lambda content: content.programs,
        lambda content, name, _: programs.fragment(content, name),
    ),
    "api": Folder(lambda content: content.families, api_map.family),
    "pairs": Folder(
        lambda content: [f"{name}/{part}" for name in content.pair_pages for part in PAIR_PARTS],
        pairs.part,
    ),
    "errors": Folder(
        lambda content: [f"{name}/{part}" for name in content.error_pages for part in errors.PARTS],
        errors.part,
    ),
}


def fragments(content: Content, repository: str) -> dict[str, str]:
    """All fragments by their names. `repository` is its address, without a final slash."""
    found = {f"{name}.md": make(content, repository) for name, make in FRAGMENTS.items()}
    for folder, kind in FOLDERS.items():
        for name in kind.names(content):
            found[f"{folder}/{name}.md"] = kind.make(content, name, repository)
    return found


def fragment_names(content: Content) -> Iterator[str]:
    """The names alone, for checks."""
    yield from (f"{name}.md" for name in FRAGMENTS)
    for folder, kind in FOLDERS.items():
        yield from (f"{folder}/{name}.md" for name in kind.names(content))
