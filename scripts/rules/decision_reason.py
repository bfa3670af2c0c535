"""What the decision rests on exists, and no outcome rests on one row alone."""

from collections.abc import Iterator

from scripts.content.tree import DECISION, Content
from scripts.problem import Problem, meant

RULE = "decision-reason"


def check(content: Content) -> Iterator[Problem]:
    """Find reasons that do not exist, and outcomes that name nothing or one thing."""
    if content.decision is None:
        return
    for index, question in enumerate(content.decision.questions):
        for place, answer in enumerate(question.answers):
            line = content.decision_line("questions", index, "answers", place, "rows")
            yield from _rows(content, f"docs/{DECISION}", line, answer.rows)
    claims = {claim.id for claim in content.claims}
    for index, case in enumerate(content.decision.article):
        for name in case.claims:
            if name not in claims:
                line = content.decision_line("article", index, "claims")
                fault = f"“{name}” is no claim of the article"
                yield Problem(f"docs/{DECISION}", line, fault, f"correct the id{meant(name, claims)}", RULE)
    pairs = {page.id for page, _ in content.pairs}
    tools = {page.id for page, _ in content.tools}
    for page, outcome in content.outcomes.values():
        line = page.line_of("outcome", "rows")
        yield from _rows(content, page.path, line, outcome.rows)
        if len(set(outcome.rows)) < 2:
            yield Problem(page.path, line, "the outcome rests on one row alone", "name another reason", RULE)
        for field, names, known in (("examples", outcome.examples, pairs), ("tools", outcome.tools, tools)):
            for name in names:
                if name not in known:
                    fault = f"`{field}` names “{name}”, which does not exist"
                    line, remedy = page.line_of("outcome", field), f"correct the id{meant(name, known)}"
                    yield Problem(page.path, line, fault, remedy, RULE, about=name)


def _rows(content: Content, path: str, line: int, names: list[str]) -> Iterator[Problem]:
    rows = {page.id for page, _ in content.rows}
    for name in names:
        if name not in rows:
            fault = f"“{name}” is no row of the comparison"
            yield Problem(path, line, fault, f"correct the id{meant(name, rows)}", RULE, about=name)
