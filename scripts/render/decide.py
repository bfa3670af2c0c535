"""The decision on its page: the chart, the outline that reads without a script, the article's two lines."""

from html import escape

from scripts import api, decision
from scripts.content import Content
from scripts.model.decision import SIDES, Decision, Outcome, Question
from scripts.render import chart, html

LINK = '<a class="headerlink" href="#{id}" title="Link to this section">¶</a>'


def walk(content: Content) -> str:
    """The place of the walk, which the script fills, and the chart beside it."""
    return (
        f'<div class="decide" data-source="../{api.FOLDER}/decision.json">\n'
        '<section class="decide__walk" aria-label="The decision, one question at a time"></section>\n'
        f'<figure class="decide__chart">{chart.svg(content)}'
        "<figcaption>Every box is a link: a question to its section below, an outcome to its page."
        "</figcaption></figure>\n</div>\n"
    )


def outline(content: Content) -> str:
    """All questions with their answers, reasons and ends, and all outcomes, as plain HTML."""
    asked = content.decision
    if asked is None:
        return ""
    questions = decision.in_order(asked)
    numbers = {question.id: index + 1 for index, question in enumerate(questions)}
    parts = [_question(content, question, numbers) for question in questions]
    return '<div class="outline">\n' + "\n".join(parts) + "\n</div>\n"


def outcomes(content: Content) -> str:
    """All outcomes with the number of paths that end there."""
    asked = content.decision
    if asked is None:
        return ""
    ends = [way.end for way in decision.paths(asked)]
    items = "\n".join(
        f'<li id="o-{name}"><a href="{name}/">{escape(outcome.answer)}</a> {side(outcome)} '
        f"<span>{escape(page.meta.description if page.meta else '')} "
        f"Paths that end here: {ends.count(name)}.</span></li>"
        for name, (page, outcome) in content.outcomes.items()
    )
    return f'<ul class="outline__outcomes">\n{items}\n</ul>\n'


def article(content: Content) -> str:
    """The article's short verdict case by case, and where the same case leads today."""
    asked = content.decision
    if asked is None:
        return ""
    rows = []
    for case in asked.article:
        way = decision.walk(asked, case.path)
        if way.end not in content.outcomes:
            continue  # the check says so; a page in the making is shown all the same
        _, outcome = content.outcomes[way.end]
        points = ", ".join(
            f"[{'the point' if index == 0 else 'another'}](/about/article.md#{name})"
            for index, name in enumerate(case.points)
        )
        rows.append(
            f"| {case.says} | {SIDES[case.then]} | [{outcome.answer}](?a={','.join(case.path)}) "
            f"| {departs(case.then, outcome)}: {case.why} See {points}. |"
        )
    head = "| The case | The article | Today | Does it hold? |\n| --- | --- | --- | --- |\n"
    return head + "\n".join(rows) + "\n"


def departs(then: str, outcome: Outcome) -> str:
    """Whether today's outcome departs from the article's verdict, in a word or two."""
    if outcome.side == then:
        return "**Holds**"
    return "**Open**" if outcome.side in ("either", "both") else "**Departs**"


def side(outcome: Outcome) -> str:
    """Whose framework an outcome takes, with its shape."""
    shape = {
        "tensorflow": "side--tensorflow",
        "pytorch": "side--pytorch",
        "both": "side--both",
        "either": "side--both",
    }
    return f'<span class="side {shape.get(outcome.side, "side--none")}">{SIDES[outcome.side]}</span>'


def ways_to(content: Content, name: str) -> list[decision.Way]:
    """Every path that ends at an outcome."""
    return [way for way in decision.paths(content.decision) if way.end == name] if content.decision else []


def _question(content: Content, question: Question, numbers: dict[str, int]) -> str:
    anchor = f"q-{question.id}"
    answers = "\n".join(
        f'<li id="a-{question.id}-{answer.id}"><b>{escape(answer.label)}</b> → '
        f"{_end(content, answer.to, numbers)}. "
        f"{html.inline(answer.says)} Reasons: {_rows(content, answer.rows)}.</li>"
        for answer in question.answers
    )
    taken = next(answer for answer in question.answers if answer.id == question.unsure.take)
    return (
        f'<h3 id="{anchor}">{numbers[question.id]}. {escape(question.ask)}{LINK.format(id=anchor)}</h3>\n'
        f"<p>{html.inline(question.help)}</p>\n<ul>\n{answers}\n"
        f"<li><b>I don't know</b> → as “{escape(taken.label)}”. {html.inline(question.unsure.says)}</li>\n"
        "</ul>\n"
        f'<p class="outline__article"><b>The article:</b> {html.inline(question.article)}</p>'
    )


def _end(content: Content, name: str, numbers: dict[str, int]) -> str:
    if name in numbers:
        return f'<a href="#q-{name}">question {numbers[name]}</a>'
    if name not in content.outcomes:
        return escape(name)
    _, outcome = content.outcomes[name]
    return f'<a href="{name}/">{escape(outcome.answer)}</a>'


def _rows(content: Content, names: list[str]) -> str:
    titles = {page.id: page.meta.title for page, _ in content.rows if page.meta}
    return ", ".join(
        f'<a href="../compare/{name}/">{escape(titles[name])}</a>' for name in names if name in titles
    )


def longest(asked: Decision) -> int:
    """The most answers that any path takes."""
    return max(len(way.steps) for way in decision.paths(asked))
