"""The decision on its page: the chart, the outline that reads without a script, the article's two lines."""

from markupsafe import Markup

from scripts import paths
from scripts.content import decision_paths
from scripts.content.tree import Content
from scripts.model.decision import SIDES, Outcome, Question
from scripts.render import components, flowchart, flowchart_svg, templates


def walk(content: Content) -> str:
    """The place of the walk, which the script fills, the chart of a phone, and the flowchart's."""
    return templates.render(
        "decide.html",
        api=paths.API,
        chart=Markup(flowchart.svg(content)),
        drawn=flowchart_svg.drawing(content),
    )


def outline(content: Content) -> str:
    """All questions with their answers, reasons and ends, as plain HTML."""
    asked = content.decision
    if asked is None:
        return ""
    questions = decision_paths.in_order(asked)
    return templates.render(
        "decide-outline.html",
        questions=questions,
        numbers={question.id: number for number, question in enumerate(questions, start=1)},
        taken={question.id: _taken(question) for question in questions},
        outcomes={name: outcome.answer for name, (_, outcome) in content.outcomes.items()},
        rows={page.id: page.meta.title for page, _ in content.rows if page.meta},
    )


def outcomes(content: Content) -> str:
    """All outcomes, each with its side; the case that it is for stands on its page."""
    if content.decision is None:
        return ""
    return templates.render("decide-outcomes.html", outcomes=content.outcomes.values())


def article(content: Content) -> str:
    """The article's short verdict case by case, and where the same case leads today."""
    asked = content.decision
    if asked is None:
        return ""
    rows = []
    for case in asked.article:
        way = decision_paths.walk(asked, case.path)
        if way.end not in content.outcomes:
            continue  # the check says so; a page in the making is shown all the same
        _, outcome = content.outcomes[way.end]
        claims = ", ".join(
            f"[{'the claim' if index == 0 else 'another'}](/about/article.md#{name})"
            for index, name in enumerate(case.claims)
        )
        rows.append(
            (
                components.plain(case.says),
                SIDES[case.then],
                f"[{components.plain(outcome.answer)}](?a={','.join(case.path)})",
                f"{departs(case.then, outcome)}: {case.why} See {claims}.",
            )
        )
    return components.table(("The case", "The article", "Today", "Does it hold?"), rows)


def departs(then: str, outcome: Outcome) -> str:
    """Whether today's outcome departs from the article's verdict, in a word or two."""
    if outcome.side == then:
        return "**Holds**"
    return "**Open**" if outcome.side in ("either", "both") else "**Departs**"


def ways_to(content: Content, name: str) -> list[decision_paths.Way]:
    """Every path that ends at an outcome."""
    return (
        [way for way in decision_paths.paths(content.decision) if way.end == name] if content.decision else []
    )


def _taken(question: Question) -> str:
    """The answer that “I don't know” takes."""
    return next(answer.label for answer in question.answers if answer.id == question.unsure.take)
