"""Every claim of the article is shown on the page that treats it, and claims stand in its order."""

from collections import Counter
from collections.abc import Iterator

from scripts.content.tree import ARTICLE, Content
from scripts.model.article import PARTS
from scripts.problem import Problem

RULE = "claim-shown"
PATH = f"docs/{ARTICLE}"


def check(content: Content) -> Iterator[Problem]:
    """Find claims that no page shows, ids used twice, and claims out of order."""
    treated = content.treated_on
    counts = Counter(claim.id for claim in content.claims)
    order = list(PARTS)
    last = 0
    for claim in content.claims:
        line = content.claim_lines[claim.id]
        if claim.id not in treated:
            remedy = f'add `--8<-- "claims/{claim.id}.md"` to the page that treats it'
            yield Problem(PATH, line, f"no page shows the claim “{claim.id}”", remedy, RULE)
        if counts[claim.id] > 1:
            yield Problem(PATH, line, f"the id “{claim.id}” is used twice", "choose another one", RULE)
        if order.index(claim.part) < last:
            fault = f"“{claim.id}” ({claim.part}) stands after a later part of the article"
            yield Problem(PATH, line, fault, "move it to its part", RULE)
        last = max(last, order.index(claim.part))
