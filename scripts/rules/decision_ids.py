"""Ids of the decision that were ever published still resolve: they stand in links."""

from collections.abc import Iterator

from scripts.content import source
from scripts.content.tree import DECISION, Content
from scripts.problem import Problem
from scripts.rules.decision_graph import exists

RULE = "decision-ids"
LEDGER = "decide/ids.txt"


def check(content: Content) -> Iterator[Problem]:
    """Find published steps and outcomes that are gone without a word, and new ones not yet in the ledger."""
    decision = content.decision
    if decision is None:
        return
    file = content.docs / LEDGER
    lines = source.read(file).splitlines() if file.exists() else []
    published = {line: number for number, line in enumerate(lines, start=1) if line and line[0] != "#"}
    former = {entry.was for entry in decision.former}
    outcomes = content.outcomes
    moved = {name for _, outcome in outcomes.values() for name in outcome.former_ids}
    for name, number in published.items():
        if "." in name and not exists(decision, name) and name not in former:
            fault = f"links hold the step “{name}”, which does not exist any more"
            yield Problem(
                f"docs/{LEDGER}", number, fault, f"say in `former` of docs/{DECISION} what became of it", RULE
            )
        if "." not in name and name not in outcomes and name not in moved:
            fault = f"links lead to the outcome “{name}”, which does not exist any more"
            yield Problem(
                f"docs/{LEDGER}", number, fault, "name it in `former_ids` of its successor", RULE, about=name
            )
    steps = [f"{question.id}.{answer.id}" for question in decision.questions for answer in question.answers]
    for name in [*steps, *outcomes]:
        if name not in published:
            fault = f"“{name}” is not in the list of published ids"
            yield Problem(f"docs/{LEDGER}", max(1, len(lines)), fault, f"add a line `{name}`", RULE)
