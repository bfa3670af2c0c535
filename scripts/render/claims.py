"""A claim of the article as a box, for the page that treats it."""

from scripts.model.article import Claim
from scripts.render import templates


def card(claim: Claim) -> str:
    """The claim, its status, today's truth and how we know, as HTML with one Markdown link."""
    return templates.render("claim.html", claim=claim)
