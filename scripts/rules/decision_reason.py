"""What the decision rests on exists and is not due for a new check, and no outcome rests on one row alone."""

from collections.abc import Iterator

from scripts import clock
from scripts.content import DECISION, Content
from scripts.problem import Problem

RULE = "decision-reason"


def check(content: Content) -> Iterator[Problem]:
    """Find reasons that do not exist or are stale, and outcomes that name nothing or one thing."""
    if content.decision is None:
        return
    for index, question in enumerate(content.decision.questions):
        for place, answer in enumerate(question.answers):
            line = content.decision_line("questions", index, "answers", place, "rows")
            yield from _rows(content, f"docs/{DECISION}", line, answer.rows)
    points = {point.id for point in content.points}
    for index, case in enumerate(content.decision.article):
        for name in case.points:
            if name not in points:
                line = content.decision_line("article", index, "points")
                fault = f"“{name}” is no point of the article"
                yield Problem(f"docs/{DECISION}", line, fault, "correct the id", RULE)
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
                    yield Problem(page.path, page.line_of("outcome", field), fault, "correct the id", RULE)


def _rows(content: Content, path: str, line: int, names: list[str]) -> Iterator[Problem]:
    rows = {page.id: row for page, row in content.rows}
    for name in names:
        if name not in rows:
            yield Problem(path, line, f"“{name}” is no row of the comparison", "correct the id", RULE)
        elif rows[name].recheck_by <= clock.today():
            fault = f"the row “{name}” was to be checked again by {rows[name].recheck_by}"
            yield Problem(path, line, fault, f"check docs/compare/{name}.md anew", RULE)
