"""Budgets of pages, for `make page-speed` and a test: read from budgets.yml, compared with what was found."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, RootModel, StringConstraints

from scripts.content import records
from scripts.model.base import Record
from tests.reading.probe import Axe, Load

FILE = Path(__file__).with_name("budgets.yml")
NAME = "tests/reading/budgets.yml"
GESTURE = 75  # kilobytes that a first gesture may bring to any page: Material's sheets and script
LIMITS = ("kilobytes", "requests", "elements")

Limit = Annotated[float, Field(gt=0)]


class Budget(Record):
    """What a page may cost: bytes on the wire in KB, requests, elements; and why that much.

    `page` is its path below the site's root, with a final slash; the start page is empty.
    """

    page: Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+/)*$")]
    kind: Literal["start", "prose", "tool", "row", "pair", "notebook", "decision", "table"]
    kilobytes: Limit
    requests: Limit
    elements: Limit
    why: Annotated[str, StringConstraints(min_length=10)]
    line: int = 0


class Budgets(RootModel[list[Budget]]):
    """The whole file."""


class BudgetError(Exception):
    """Entries of budgets.yml that are not valid: all of them, each as `path:line: what; what to do`."""


def read(file: Path = FILE) -> list[Budget]:
    """The budgets, each with its line.

    Raises:
        BudgetError: the file is no YAML, an entry lacks a field or has a wrong one, or a page stands twice.

    """
    data, problems = records.parse_yaml(file.read_text(encoding="utf-8"), NAME)
    found = None
    if not problems:
        found, problems = records.validate(Budgets, data, NAME)
    # The number of an entry says nothing that its line does not say better.
    faults = [
        f"{NAME}:{problem.line}: {re.sub(r'`[0-9]+[.]', '`', problem.fault)}; {problem.remedy}"
        for problem in problems
    ]
    budgets = [
        budget.model_copy(update={"line": records.line_of(data, (number,))})
        for number, budget in enumerate(found.root if found else ())
    ]
    pages = Counter(budget.page for budget in budgets)
    faults += [
        f"{NAME}:{budget.line}: `{budget.page}` has {pages[budget.page]} entries; keep one"
        for budget in budgets
        if pages[budget.page] > 1
    ]
    if faults:
        raise BudgetError("\n".join(faults))
    return budgets


def require(budgets: Sequence[Budget], site: Path) -> None:
    """Refuse budgets of pages that a built site does not have.

    Raises:
        BudgetError: at least one page is unknown; all of them are named.

    """
    faults = [
        f"{NAME}:{budget.line}: the site has no page `{budget.page}`; correct or remove it"
        for budget in budgets
        if not (site / budget.page / "index.html").is_file()
    ]
    if faults:
        raise BudgetError("\n".join(faults))


def breaches(budget: Budget, load: Load) -> list[str]:
    """What of a first view is over its budget, each as `file:line: page: what; what to do`."""
    found = {
        "kilobytes": load.bytes / 1000,
        "requests": load.requests,
        "elements": load.nodes,
    }
    limits = {name: float(getattr(budget, name)) for name in LIMITS}
    over = [
        f"has {found[name]:.4g} {name}, and {limit:g} are allowed; make it lighter, or say why it may be more"
        for name, limit in limits.items()
        if found[name] > limit
    ]
    if load.gesture_bytes / 1000 > GESTURE:
        more = f"{load.gesture_bytes / 1000:.4g} kilobytes after a first gesture, and {GESTURE} are allowed"
        over.append(f"has {more}; make Material's part lighter")
    over += [f"asks {host}, a third party; bring what it needs into the site" for host in load.hosts]
    over += [f"waits for {url} before its first paint; defer it, or write it in" for url in load.blocking]
    over += [f"says on the console: {error}; remove its cause" for error in load.errors]
    over += [f"asks for {url}, which is not there; correct the address" for url in load.missing]
    return [f"{_place(budget)} {fault}" for fault in over]


def unfit(budget: Budget, axe: Axe, invalid: Sequence[str]) -> list[str]:
    """What of a page is against the rules of access and of HTML, of which none may be broken."""
    over = [
        f"breaks axe's {name} ({rule.impact}, {scheme}) {rule.nodes} times, at {rule.examples[0]}; correct it"
        for scheme, seen in axe.schemes.items()
        for name, rule in seen.rules.items()
    ]
    over += [f"is not valid HTML: {message}; correct it" for message in invalid]
    return [f"{_place(budget)} {fault}" for fault in over]


def _place(budget: Budget) -> str:
    return f"{NAME}:{budget.line}: /{budget.page}"
