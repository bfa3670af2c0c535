"""What changes for readers between two states of the content: verdicts, facts, addresses.

It compares what was authored, not files: a reworded comment or a sorted key changes nothing for a reader.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.model.article import STATUSES, Claim
from scripts.model.decision import Question
from scripts.model.framework import FRAMEWORKS
from scripts.model.result import Result
from scripts.model.row import EDGES, RATINGS, Row
from scripts.model.tool import STATUSES as TOOL_STATUSES
from scripts.model.tool import Tool

ARTICLE, DECISION = "about/article/", "decide/"
# What a page is called when one is added or removed.
KINDS = {
    "row": "row of the comparison",
    "pair": "example pair",
    "tool": "tool",
    "outcome": "outcome of the decision",
    "notebook": "notebook",
    "error": "error message",
    "guide": "guide",
    "api": "family of the API map",
    "": "page",
}


@dataclass(frozen=True)
class Changed:
    """One thing that a reader read differently before: where, what of it, the old words and the new."""

    page: Page
    title: str
    what: str
    old: str
    new: str


@dataclass(frozen=True)
class Entry:
    """A page, a claim, a question or an answer that is new or gone, its kind in words, and its title."""

    url: str
    kind: str
    title: str


@dataclass(frozen=True)
class Address:
    """An address that came or went. `to` is where an old one leads now; empty if it leads nowhere."""

    url: str
    state: Literal["added", "moved", "gone"]
    to: str = ""


@dataclass(frozen=True)
class Run:
    """An example pair that was run anew: its greatest difference before and now, and the versions."""

    page: Page
    title: str
    old: float | None
    new: float | None
    versions: str
    mistake: str


@dataclass(frozen=True)
class Difference:
    """All that changes for readers. `edited` are the pages of which any word changes, new ones included."""

    verdicts: tuple[Changed, ...] = ()
    facts: tuple[Changed, ...] = ()
    added: tuple[Entry, ...] = ()
    removed: tuple[Entry, ...] = ()
    runs: tuple[Run, ...] = ()
    addresses: tuple[Address, ...] = ()
    edited: tuple[Page, ...] = ()

    @property
    def lost(self) -> tuple[Address, ...]:
        """The addresses that lead nowhere any more; a link lives for ever, so there should be none."""
        return tuple(address for address in self.addresses if address.state == "gone")

    def __bool__(self) -> bool:
        return any(
            (self.verdicts, self.facts, self.added, self.removed, self.runs, self.addresses, self.edited)
        )


def between(before: Content, now: Content) -> Difference:
    """The difference of two states of the content; a page keeps its identity by its address."""
    old, new = _by_url(before), _by_url(now)
    kept = [(old[url], page) for url, page in new.items() if url in old]
    had, has = _entries(before), _entries(now)
    return Difference(
        verdicts=tuple(change for pair in kept for change in _verdicts(*pair)) + tuple(_claims(before, now)),
        facts=tuple(change for pair in kept for change in _facts(*pair)) + tuple(_questions(before, now)),
        added=tuple(entry for key, entry in has.items() if key not in had),
        removed=tuple(entry for key, entry in had.items() if key not in has),
        runs=tuple(_runs(before, now)),
        addresses=tuple(_addresses(before, now)),
        edited=tuple(page for url, page in new.items() if url not in old or _differs(old[url], page)),
    )


def _by_url(content: Content) -> dict[str, Page]:
    return {page.url: page for page in content.pages}


def _entries(content: Content) -> dict[str, Entry]:
    """Pages and what else a reader can be led to, by an address or a key that stays the same."""
    entries = {
        page.url: Entry(page.url, KINDS[page.meta.kind if page.meta else ""], _title(page))
        for page in content.pages
    }
    for claim in content.claims:
        url = f"{ARTICLE}#{claim.id}"
        entries[url] = Entry(url, "claim of the article", claim.said)
    for question in content.decision.questions if content.decision else ():
        key = f"{DECISION}?{question.id}"
        entries[key] = Entry(DECISION, "question of the decision", question.ask)
        for answer in question.answers:
            title = f"{question.ask} {answer.label}"
            entries[f"{key}.{answer.id}"] = Entry(DECISION, "answer of the decision", title)
    return entries


def _title(page: Page) -> str:
    return page.meta.title if page.meta else page.id


def _differs(old: Page, new: Page) -> bool:
    return (old.text.front_matter, old.text.body) != (new.text.front_matter, new.text.body)


def _verdicts(old: Page, new: Page) -> Iterable[Changed]:
    """The changes of what a row decides, or an outcome advises."""
    if not (old.meta and new.meta):
        return
    if old.meta.row and new.meta.row:
        yield from _compared(new, _row_verdict(old.meta.row), _row_verdict(new.meta.row))
    if old.meta.outcome and new.meta.outcome:
        fields = [
            {"Advice": outcome.answer, "Framework": outcome.side}
            for outcome in (old.meta.outcome, new.meta.outcome)
        ]
        yield from _compared(new, *fields)


def _row_verdict(row: Row) -> dict[str, str]:
    return {
        "Edge": EDGES[row.edge],
        **{f"{name}’s rating": RATINGS[getattr(row, side).rating][0] for side, name in FRAMEWORKS.items()},
    }


def _facts(old: Page, new: Page) -> Iterable[Changed]:
    """The changes of what stands in the table, or in a page's own data; its text is not compared."""
    if not (old.meta and new.meta):
        return
    yield from _compared(new, {"Title": old.meta.title}, {"Title": new.meta.title})
    if old.meta.row and new.meta.row:
        yield from _compared(new, _row_facts(old.meta.row), _row_facts(new.meta.row))
    if old.meta.tool and new.meta.tool:
        yield from _compared(new, _tool_facts(old.meta.tool), _tool_facts(new.meta.tool))


def _row_facts(row: Row) -> dict[str, str]:
    return {
        **{name: getattr(row, side).summary for side, name in FRAMEWORKS.items()},
        "Why": row.why,
        "True for": row.true_for,
    }


def _tool_facts(tool: Tool) -> dict[str, str]:
    return {
        "Job": tool.job,
        "State": TOOL_STATUSES[tool.status][0],
        "Why that state": tool.status_note,
        "Newest release": f"{tool.newest.version} ({tool.newest.month})",
        "Licence": tool.licence,
        "Replaced by": ", ".join(successor.name for successor in tool.replaced_by) or "nothing",
    }


def _claims(before: Content, now: Content) -> Iterable[Changed]:
    """The claims of the article of which we say something else now."""
    old = {claim.id: claim for claim in before.claims}
    page = next((page for page in now.pages if page.source == "about/article.md"), None)
    for claim in now.claims:
        was = old.get(claim.id)
        if was and page and was.status != claim.status:
            yield Changed(page, f"The article: {claim.said}", "Status", _status(was), _status(claim))


def _questions(before: Content, now: Content) -> Iterable[Changed]:
    """The questions of the decision that ask, help or lead otherwise."""
    old = {question.id: question for question in before.decision.questions} if before.decision else {}
    page = next((page for page in now.pages if page.url == DECISION), None)
    for question in now.decision.questions if now.decision else ():
        if page and question.id in old:
            was, is_now = _question_facts(old[question.id]), _question_facts(question)
            both = was.keys() & is_now.keys()  # an answer that is new or gone is told as such
            was, is_now = ({name: text for name, text in of.items() if name in both} for of in (was, is_now))
            for change in _compared(page, was, is_now):
                yield replace(change, title=f"The decision: {question.ask}")


def _question_facts(question: Question) -> dict[str, str]:
    return {
        "Question": question.ask,
        "Help": question.help,
        "“I don’t know”": f"{question.unsure.take}: {question.unsure.says}",
        **{
            f"Answer “{answer.id}”": f"{answer.label} → {answer.to}: {answer.says}"
            for answer in question.answers
        },
    }


def _status(claim: Claim) -> str:
    return STATUSES[claim.status][0]


def _compared(page: Page, old: Mapping[str, str], new: Mapping[str, str]) -> Iterable[Changed]:
    for what in (*new, *(name for name in old if name not in new)):
        was, is_now = old.get(what, ""), new.get(what, "")
        if was != is_now:
            yield Changed(page, _title(page), what, was, is_now)


def _runs(before: Content, now: Content) -> Iterable[Run]:
    """The pairs whose record is new or another."""
    for name, result in now.results.items():
        was = before.results.get(name)
        if result and (was is None or was != result):
            page = now.pair_pages[name]
            yield Run(
                page,
                _title(page),
                was.greatest if was else None,
                result.greatest,
                _versions(result),
                result.mistake.error or _number(result.mistake.difference),
            )


def _versions(result: Result) -> str:
    found: dict[str, str] = {}
    for side in (result.tensorflow, result.pytorch):
        found |= {name: version for name, version in side.versions.items() if name in _SHOWN}
    return ", ".join(f"{name} {version}" for name, version in found.items())


_SHOWN = ("tensorflow", "tensorflow-cpu", "keras", "torch")


def _number(value: float | None) -> str:
    return "" if value is None else f"off by {value:.2g}"


def _addresses(before: Content, now: Content) -> Iterable[Address]:
    """Pages and sections that came or went, and where those that moved lead."""
    old, new = _places(before), _places(now)
    moves = {move.old: move.new for move in now.moves}
    former = {
        f"{folder}/{name}/": page.url
        for folder, pages in (
            ("compare", ((page, row.former_ids) for page, row in now.rows)),
            ("examples", ((page, pair.former_ids) for page, pair in now.pairs)),
            ("errors", ((page, message.former_ids) for page, message in now.errors)),
            ("guides", ((page, guide.former_ids) for page, guide in now.guides.values())),
            ("decide", ((page, outcome.former_ids) for page, outcome in now.outcomes.values())),
        )
        for page, names in pages
        for name in names
    }
    for url in sorted(new - old):
        yield Address(url, "added")
    known = {move.old for move in before.moves}
    for url in sorted(moves.keys() - known - old):
        yield Address(url, "moved", moves[url])  # it was lost before, and leads somewhere now
    for url in sorted(old - new):
        page = url.partition("#")[0]
        target = moves.get(url) or former.get(url) or (moves.get(page) or former.get(page, ""))
        # A section of a page that is gone as a whole is told with its page.
        if page != url and page in old - new:
            continue
        yield Address(url, "moved" if target else "gone", target)


def _places(content: Content) -> set[str]:
    """The addresses of all pages, and of their headings with an id."""
    return {
        address
        for page in content.pages
        for address in (
            page.url,
            *(
                f"{page.url}#{heading.id}"
                for heading in page.text.headings
                if heading.id and heading.level > 1
            ),
        )
    }
