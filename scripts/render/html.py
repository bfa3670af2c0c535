"""Small pieces of HTML that several fragments share."""

import datetime
from collections.abc import Callable
from functools import cache
from html import escape

import markdown

from scripts import clock
from scripts.content import Content
from scripts.model import article, tool
from scripts.model.base import Checked
from scripts.model.evidence import Evidence, kinds_of

_MARKDOWN = markdown.Markdown()

# The address of a program's page, by the program's id.
Link = Callable[[str], str]

WORDS = {
    **{str(status): word for status, (word, _) in article.STATUSES.items()},
    **{str(status): word for status, (word, _) in tool.STATUSES.items()},
}


@cache
def inline(text: str) -> str:
    """A sentence or two of Markdown as HTML, without a paragraph around it."""
    html: str = _MARKDOWN.reset().convert(" ".join(text.split()))
    return html.removeprefix("<p>").removesuffix("</p>")


def badge(status: article.Status | tool.Status) -> str:
    """A status as a word; the style sets its glyph before it, so that colour is never the only signal."""
    return f'<span class="status status--{status}">{WORDS[status]}</span>'


def proof_link(content: Content, root: str) -> Link:
    """The link to a program, from a page whose way to the site's root is `root` (`../../`)."""
    return lambda name: root + content.proof_address(name)


def evidence_list(evidence: list[Evidence], link: Link | None = None, labelled: bool = True) -> str:
    """The evidence of a verdict as an HTML list; `link` gives the address of a program by its id.

    `labelled` puts its kind before each piece.
    """
    items = "\n".join(f"<li>{evidence_item(entry, link, labelled)}</li>" for entry in evidence)
    return f'<ul class="evidence">\n{items}\n</ul>'


def known(point: article.Point, link: Link | None = None) -> str:
    """How the verdict on a point is known, to be opened: the kinds, the evidence, its dates.

    Each piece says its kind where there are several; else the summary has said it.
    """
    labelled = len(kinds_of(point.evidence)) > 1
    return (
        f'<details class="known"><summary>How we know: {kinds(point.evidence)}</summary>\n'
        f"{evidence_list(point.evidence, link, labelled)}\n<p>{dates(point)}</p>\n</details>"
    )


def evidence_item(entry: Evidence, link: Link | None = None, labelled: bool = True) -> str:
    """One piece of evidence: its kind if `labelled`, its place, its dates, what it says."""
    label = f'<span class="kind kind--{entry.kind}">{entry.kind.capitalize()}</span> ' if labelled else ""
    says = inline(entry.says)
    match entry.kind:
        case "sourced":
            quality = "" if entry.quality == "primary" else f" ({QUALITIES[entry.quality]})"
            return (
                f'{label}<a href="{escape(entry.url)}">{escape(entry.title)}</a>{quality}, '
                f"{clock.source_date_in_words(entry.dated)}, seen {clock.in_words(entry.seen)}. "
                f"{says}"
            )
        case "executed":
            address = link(entry.proof) if link else ""
            what = "pair" if "examples/" in address else "program"
            name = f"{'the' if labelled else 'The'} {what} “{entry.proof}”"
            name = f'<a href="{escape(address)}">{name}</a>' if link else f"{name} on this site"
            return f"{label}{name}, run in every test. {says}"
        case "measured":
            suite = "by our own suite" if labelled else "Our own suite"
            if link:
                suite = f'<a href="{escape(link(""))}measurements/#{entry.result}">{suite}</a>'
            return f"{label}{suite}, with spread and raw data. {says}"
        case _:
            return f"{label}{says}"


QUALITIES = {"secondary": "a secondary source", "copy": "a copy of a primary source"}


def kinds(evidence: list[Evidence]) -> str:
    """The kinds that a verdict rests on, strongest first: `executed, sourced`."""
    return ", ".join(kinds_of(evidence))


def dates(record: Checked) -> str:
    """When a record was checked, and by when it must be checked again."""
    return dates_of(record.checked, record.recheck_days)


def dates_of(checked: datetime.date, recheck_days: int) -> str:
    """The same, from the day of the check and the days for which it may be relied on."""
    again = checked + datetime.timedelta(days=recheck_days)
    return f"Checked {clock.in_words(checked)}, to be checked again by {clock.in_words(again)}."
