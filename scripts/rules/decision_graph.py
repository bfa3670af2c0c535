"""Every question and outcome of the decision is reached; no path runs in a circle or is too long."""

from collections import Counter
from collections.abc import Iterator

from scripts.content import decision_paths
from scripts.content.tree import DECISION, Content
from scripts.model.decision import MOST_ANSWERS, UNSURE, Decision
from scripts.problem import Problem

RULE = "decision-graph"
PATH = f"docs/{DECISION}"


def check(content: Content) -> Iterator[Problem]:
    """Find ends that lead nowhere, parts that nobody reaches, circles, long paths, and labels used twice."""
    if content.decision is None:
        return
    broken = list(_ends(content, content.decision))
    yield from broken
    yield from _labels(content, content.decision)
    if not broken:
        yield from _paths(content, content.decision)
        yield from _article(content, content.decision)


def _ends(content: Content, decision: Decision) -> Iterator[Problem]:
    """Ids are used once, and each answer leads to a question or an outcome."""
    outcomes = content.outcomes
    ids = Counter(question.id for question in decision.questions)
    if decision.start not in ids:
        line = content.decision_line("start")
        yield Problem(
            PATH, line, f"it starts with “{decision.start}”, which is no question", "correct it", RULE
        )
    for index, question in enumerate(decision.questions):
        line = content.decision_line("questions", index, "id")
        if ids[question.id] > 1 or question.id in outcomes:
            fault = f"“{question.id}” is the id of another question or outcome too"
            yield Problem(PATH, line, fault, "give it an id of its own", RULE)
        answers = Counter(answer.id for answer in question.answers)
        for place, answer in enumerate(question.answers):
            line = content.decision_line("questions", index, "answers", place)
            if answers[answer.id] > 1 or answer.id == UNSURE:
                fault = f"“{answer.id}” is taken as the id of an answer"
                yield Problem(PATH, line, fault, "give it another id", RULE)
            if answer.to not in ids and answer.to not in outcomes:
                fault = f"“{question.id}.{answer.id}” leads to “{answer.to}”, which does not exist"
                remedy = f"write docs/decide/{answer.to}.md, or correct `to`"
                yield Problem(PATH, line, fault, remedy, RULE, about=answer.to)
        if question.unsure.take not in answers:
            line = content.decision_line("questions", index, "unsure")
            fault = f"“I don't know” takes “{question.unsure.take}”, which is no answer of the question"
            yield Problem(PATH, line, fault, f"use one of {', '.join(answers)}", RULE)


def _labels(content: Content, decision: Decision) -> Iterator[Problem]:
    """A label stands for one answer, so that a pasted path can be read without its questions."""
    seen: dict[str, str] = {}
    for index, question in enumerate(decision.questions):
        for place, answer in enumerate(question.answers):
            name = f"{question.id}.{answer.id}"
            other = seen.setdefault(answer.label.lower(), name)
            if other != name:
                line = content.decision_line("questions", index, "answers", place, "label")
                yield Problem(PATH, line, f"“{other}” has the same label", "say it otherwise", RULE)


def _paths(content: Content, decision: Decision) -> Iterator[Problem]:
    reached: set[str] = set()
    reported: set[str] = set()
    for way in decision_paths.paths(decision):
        names = [step.question.id for step in way.steps]
        reached |= {*names, way.end}
        line = _line_of(content, decision, names[-1])
        steps = ",".join(step.id for step in way.steps)
        if way.end in names and way.end not in reported:
            reported.add(way.end)
            fault = f"the path {steps} comes back to “{way.end}”"
            yield Problem(PATH, line, fault, "lead the last answer elsewhere", RULE)
        elif len(names) > MOST_ANSWERS:
            fault = f"the path {steps} takes {len(names)} answers, more than {MOST_ANSWERS}"
            yield Problem(PATH, line, fault, "leave out a question, or end earlier", RULE)
    for index, question in enumerate(decision.questions):
        if question.id not in reached:
            line = content.decision_line("questions", index, "id")
            fault = f"no answer leads to the question “{question.id}”"
            yield Problem(PATH, line, fault, "lead one there, or remove it", RULE)
    for name, (page, _) in content.outcomes.items():
        if name not in reached:
            fault = f"no answer leads to the outcome “{name}”"
            yield Problem(page.path, 1, fault, f"lead one there in {PATH}, or remove the page", RULE)


def _article(content: Content, decision: Decision) -> Iterator[Problem]:
    """The article's cases and former steps use steps that exist."""
    for index, case in enumerate(decision.article):
        way = decision_paths.walk(decision, case.path)
        if len(way.steps) != len(case.path) or way.end not in content.outcomes:
            line = content.decision_line("article", index, "path")
            fault = f"the path of “{case.id}” stops at “{way.end}”"
            yield Problem(PATH, line, fault, "give one answer for each question up to an outcome", RULE)
    for index, former in enumerate(decision.former):
        line = content.decision_line("former", index)
        if exists(decision, former.was):
            fault = f"“{former.was}” is said to be former, and it exists"
            yield Problem(PATH, line, fault, "remove one of the two", RULE)
        if former.now and not exists(decision, former.now):
            fault = f"“{former.was}” leads to “{former.now}”, which does not exist"
            yield Problem(PATH, line, fault, "correct `now`, or make it null", RULE)


def exists(decision: Decision, step: str) -> bool:
    """Whether a step of a link (`target.phone`) is one of today's."""
    name, _, answer = step.partition(".")
    question = decision.question(name)
    return bool(question and decision_paths.step_of(question, answer))


def _line_of(content: Content, decision: Decision, name: str) -> int:
    index = [question.id for question in decision.questions].index(name)
    return content.decision_line("questions", index, "id")
