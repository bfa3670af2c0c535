"""The decision in a browser: every outcome by the walk, its address, keyboard, copies, paper, no script."""

import json
import re
from collections.abc import Iterator

import jsonschema
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from scripts import dates
from scripts.content import decision_paths
from scripts.content.tree import Content
from scripts.model.decision import UNSURE, Decision
from scripts.publish.api_schema import ApiDecision
from tests.site.conftest import PHONE, Site, here, until, watched
from tests.test_decision import PERSONAS


def visit(page: Page, site: Site, query: str = "") -> None:
    page.goto(f"{site.address}decide/{query}")
    page.locator(".decide__walk h2").wait_for()


def heading(page: Page) -> str:
    return page.locator(".decide__walk h2").inner_text()


def answer(page: Page, label: str) -> None:
    page.locator(".decide__walk").get_by_role("button", name=label, exact=True).click()


def test_every_outcome_is_reached_by_the_walk(
    site: Site, page: Page, found: Content, asked: Decision
) -> None:
    left = set(found.outcomes)
    for way in decision_paths.paths(asked):
        if way.end not in left:
            continue
        left.discard(way.end)
        visit(page, site)
        for step in way.steps:
            assert heading(page) == step.question.ask
            answer(page, step.answer.label)
        assert heading(page) == found.outcomes[way.end][1].answer
        assert here(page).endswith(f"?a={','.join(step.id for step in way.steps)}")
    assert left == set()


@pytest.mark.parametrize("persona", PERSONAS, ids=[persona[0] for persona in PERSONAS])
def test_a_link_restores_a_readers_answer(
    site: Site, page: Page, found: Content, persona: tuple[str, str, str, str]
) -> None:
    who, steps, outcome, why = persona
    visit(page, site, f"?a={steps}")
    assert heading(page) == found.outcomes[outcome][1].answer, f"{who}: {why}"
    assert page.locator(".decide__trail > li").count() == len(steps.split(","))


def test_not_knowing_takes_the_safer_branch_and_says_so(site: Site, page: Page, asked: Decision) -> None:
    visit(page, site)
    button = page.locator(".decide__answer--unsure")
    assert asked.questions[0].unsure.says[:20] in button.inner_text()
    button.click()
    assert here(page).endswith(f"?a={asked.start}.{UNSURE}")
    assert "safer branch" in page.locator(".decide__trail").inner_text()


def test_every_question_offers_not_knowing(site: Site, page: Page, asked: Decision) -> None:
    for question in decision_paths.in_order(asked):
        way = next(
            way for way in decision_paths.paths(asked) if question in [step.question for step in way.steps]
        )
        before = [step.id for step in way.steps]
        before = before[: [step.question for step in way.steps].index(question)]
        visit(page, site, f"?a={','.join(before)}" if before else "")
        assert heading(page) == question.ask
        assert page.locator(".decide__answer--unsure").is_visible()


def test_back_change_and_the_browsers_buttons(site: Site, page: Page) -> None:
    visit(page, site)
    answer(page, "Nothing yet, or only experiments")
    answer(page, "A model of our own, trained from the start")
    answer(page, "On phones or tablets")
    assert heading(page) == "What matters most on the device?"
    page.get_by_role("button", name="Back", exact=True).click()
    assert heading(page) == "Where must the trained model run?"
    page.get_by_role("button", name="Change the answer to: What kind of model is it?").click()
    assert heading(page) == "What kind of model is it?"
    page.go_back()
    until(page, "document.querySelector('.decide__walk h2').textContent.startsWith('Where must')")
    page.go_forward()
    until(page, "document.querySelector('.decide__walk h2').textContent.startsWith('What kind')")
    page.get_by_role("button", name="Start again").click()
    assert here(page).endswith("/decide/")
    assert page.locator(".decide__trail").count() == 0


def test_focus_moves_to_the_next_question(site: Site, page: Page) -> None:
    visit(page, site)
    page.locator(".decide__answer").nth(2).focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "What kind of model is it?"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('decide__answer')")
    page.keyboard.press("Enter")
    assert heading(page) == "What will you do with the pretrained model?"


def test_progress_counts_what_may_still_come(site: Site, page: Page) -> None:
    visit(page, site)
    assert "Question 1 of at most 5" in page.locator(".decide__progress").inner_text()
    answer(page, "TensorFlow in production, and it works")
    assert "Question 2 of at most 4" in page.locator(".decide__progress").inner_text()


HOSTILE = [
    "?a=",
    "?a=x",
    "?a=.,.,,",
    "?a=today.none",
    "?a=%3Cimg%20src=x%20onerror=alert(1)%3E",
    "?a=javascript:alert(1)",
    f"?a={'today.nothing,' * 2000}",
    "?b=1&a=device.android",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_a_broken_link_begins_at_the_first_question_it_does_not_answer(
    site: Site, page: Page, query: str
) -> None:
    visit(page, site, query)
    assert heading(page) in ("What do you have today?", "What kind of model is it?")
    assert page.locator(".decide__walk img").count() == 0


def test_a_step_beside_the_path_is_named(site: Site, page: Page) -> None:
    visit(page, site, "?a=today.pytorch,target.phone")
    assert "target.phone" in page.locator(".decide__walk [role=alert]").inner_text()


def test_a_link_of_an_older_version_still_leads_on(site: Site, page: Page) -> None:
    data = json.loads((site.folder / "api/v1/decision.json").read_text(encoding="utf-8"))
    data["former"] = [
        {"was": "today.keras", "now": "today.nothing", "says": "Keras users are asked later."},
        {"was": "colour.red", "now": None, "says": "Colour is no longer asked."},
    ]
    page.route("**/api/v1/decision.json", lambda route: route.fulfill(json=data))
    visit(page, site, "?a=today.keras,colour.red,model.pretrained,scale.serve")
    note = page.locator(".decide__walk [role=alert]").inner_text()
    assert "Keras users are asked later." in note
    assert "Colour is no longer asked." in note
    assert "Serve on PyTorch" in heading(page)


PATH = "?a=today.nothing,model.own,target.unsure,machines.nvidia,team.standard"


def grounds(asked: Decision, found: Content, query: str) -> set[str]:
    """The rows that follow from the answers of a link: given by them, or by no answer at all."""
    way = decision_paths.walk(asked, query.removeprefix("?a=").split(","))
    given = {row for step in way.steps for row in step.answer.rows}
    anywhere = {row for question in asked.questions for answer in question.answers for row in answer.rows}
    return given | (set(found.outcomes[way.end][1].rows) - anywhere)


def in_plain_words(found: Content) -> str:
    """What the record of an outcome says to somebody who writes no code."""
    outcome = found.outcomes["either"][1]
    again = dates.in_words(outcome.recheck_by)
    said = " ".join(outcome.plain.sentences)
    return f"{said} We look at this again by {again}, or earlier if one of the facts behind it changes."


def test_an_answer_begins_with_plain_words(site: Site, page: Page, found: Content) -> None:
    visit(page, site, PATH)
    words = page.locator(".decide__walk .plain")
    words.wait_for()
    assert words.inner_text() == f"In plain words: {in_plain_words(found)}"
    assert page.locator(".decide__walk .plain ~ h3").count() > 3
    assert page.locator(".decide__walk h3 ~ .plain").count() == 0
    page.goto(f"{site.address}decide/either/{PATH}")
    assert page.locator(".plain").inner_text() == f"In plain words: {in_plain_words(found)}"


def test_the_answer_is_copied_as_link_and_as_markdown(
    site: Site, page: Page, found: Content, asked: Decision
) -> None:
    visit(page, site, PATH)
    page.get_by_role("button", name="Copy link").click()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site.address}decide/either/{PATH}"
    page.get_by_role("button", name="Copy as Markdown").click()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith(f"**TensorFlow or PyTorch? {found.outcomes['either'][1].answer}.**")
    assert "3. Where must the trained model run? **I don't know (taken as: On servers" in text
    assert f"\n\n{in_plain_words(found)}\n\n1. " in text
    for name in grounds(asked, found, PATH):
        assert f"/compare/{name}/)" in text
    assert "copied" in page.locator(".decide__status").inner_text()


def test_a_decision_record_is_downloaded(site: Site, page: Page, found: Content, asked: Decision) -> None:
    visit(page, site, PATH)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download decision record").click()
    assert download.value.suggested_filename == "decision-either.md"
    text = download.value.path().read_text(encoding="utf-8")
    assert text.index("\n## In plain words\n") < text.index("\n## Context\n")
    assert in_plain_words(found) in text
    for title in (
        "Context",
        "Decision",
        "Reasons",
        "What was ruled out, and by which answer",
        "First steps",
        "Costs",
        "What would change this decision",
    ):
        assert f"\n## {title}\n" in text
    outcome = found.outcomes["either"][1]
    rows = {page.id: row for page, row in found.rows}
    for name in grounds(asked, found, PATH):
        line = next(line for line in text.splitlines() if f"/compare/{name}/)" in line)
        assert str(rows[name].checked) in line
        assert str(rows[name].recheck_by) in line
    assert "the safer one was taken" in text
    assert all(step in text for step in outcome.first)


def test_paper_has_the_answer_alone(site: Site, page: Page) -> None:
    visit(page, site, PATH)
    page.emulate_media(media="print")
    assert page.locator(".decide__walk h2").is_visible()
    assert page.locator(".decide__trail").is_visible()
    assert not page.locator(".flow").is_visible()
    assert not page.locator(".decide__chart").is_visible()
    assert not page.locator(".decide__actions").is_visible()
    assert not page.locator("#questions").is_visible()


def test_every_answer_is_one_page_of_paper(site: Site, page: Page, asked: Decision) -> None:
    long = []
    for way in decision_paths.paths(asked):
        visit(page, site, f"?a={','.join(step.id for step in way.steps)}")
        pages = len(re.findall(rb"/Type\s*/Page[^s]", page.pdf(format="A4")))
        if pages != 1:
            long.append((way.end, pages))
    assert long == []


@pytest.fixture
def phone(site: Site, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport=PHONE)
    with watched(context, site) as opened:
        yield opened
    context.close()


def test_the_chart_of_a_phone_shows_the_path_and_leads_on(site: Site, phone: Page) -> None:
    visit(phone, site, "?a=today.nothing,model.own")
    on = phone.eval_on_selector_all(".chart .on[data-node]", "nodes => nodes.map(node => node.dataset.node)")
    assert on == ["today", "model", "target"]
    phone.locator('.chart [data-node="model"]').click()
    assert heading(phone) == "What kind of model is it?"
    phone.locator('.chart [data-node="device"]').click()
    assert here(phone).endswith("#q-device")
    phone.locator('.chart [data-outcome="executorch"]').click()
    phone.wait_for_url("**/decide/executorch/")


def test_every_node_of_the_chart_is_a_link_for_the_keyboard(site: Site, phone: Page, asked: Decision) -> None:
    visit(phone, site)
    nodes = phone.locator(".chart a")
    ends = sum(len(question.answers) for question in asked.questions)
    assert nodes.count() == len(asked.questions) + ends
    names = phone.eval_on_selector_all(
        ".chart a", "links => links.map(link => { link.focus(); return document.activeElement === link })"
    )
    assert all(names)


def test_a_phone_does_not_pay_for_the_flowchart(site: Site, phone: Page) -> None:
    asked_for: list[str] = []
    phone.on("request", lambda request: asked_for.append(request.url))
    visit(phone, site)
    phone.wait_for_load_state("networkidle")
    assert not [url for url in asked_for if url.endswith((".svg", "decision.json")) and "/decide/" in url]
    assert not phone.locator(".flow").is_visible()
    assert phone.locator(".chart").is_visible()


@pytest.mark.parametrize("width", [320, 340])
def test_the_chart_is_legible_on_a_phone(site: Site, context: BrowserContext, width: int) -> None:
    opened = context.new_page()
    opened.set_viewport_size({"width": width, "height": 700})
    opened.goto(f"{site.address}decide/")
    box = opened.locator(".chart").bounding_box()
    assert box
    assert box["width"] <= width
    scale = box["width"] / 344
    assert 12 * scale >= 9.5
    overflow = opened.eval_on_selector_all(
        ".chart text",
        "texts => texts.filter(text => text.getBBox().x + text.getBBox().width > 308)"
        ".map(text => text.textContent)",
    )
    assert overflow == []
    opened.close()


def test_everything_is_there_without_javascript(
    site: Site, browser: Browser, found: Content, asked: Decision
) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=PHONE)
    opened = context.new_page()
    opened.goto(f"{site.address}decide/")
    assert opened.locator(".chart").is_visible()
    assert not opened.locator(".decide__walk").is_visible()
    text = opened.locator("article").inner_text()
    for question in asked.questions:
        assert question.ask in text
        assert all(entry.label in text for entry in question.answers)
    assert all(outcome.answer in text for _, outcome in found.outcomes.values())
    context.close()


def test_the_walk_stays_away_when_its_data_do_not_come(site: Site, context: BrowserContext) -> None:
    opened = context.new_page()
    opened.route("**/decide/walk.json", lambda route: route.abort())
    opened.goto(f"{site.address}decide/")
    opened.locator(".flow a").first.wait_for()
    assert not opened.locator(".decide__walk").is_visible()
    opened.close()


def test_back_from_an_outcome_leads_to_the_answers(site: Site, page: Page) -> None:
    page.goto(f"{site.address}choose/")
    page.locator("main a[href$='decide/']").first.click()
    page.locator(".decide__walk h2").wait_for()
    answer(page, "PyTorch code, and it works")
    answer(page, "Parts of it are deprecated or archived")
    page.locator(".decide__walk").get_by_role("link", name="The whole page").click()
    page.wait_for_url("**/decide/stay-pytorch/")
    page.go_back()
    page.locator(".decide__walk--done").wait_for()
    assert heading(page).startswith("Stay on PyTorch")


def test_the_articles_cases_lead_to_todays_answers(site: Site, page: Page, asked: Decision) -> None:
    visit(page, site)
    for case in asked.article:
        link = page.locator(f"a[href$='?a={','.join(case.path)}']")
        assert link.count() == 1
    link = page.locator("#article ~ * a[href*='?a=']").first
    name = link.inner_text()
    link.click()
    page.locator(".decide__walk--done").wait_for()
    assert heading(page) == name


def test_chart_walk_and_outline_say_the_same(site: Site, found: Content, asked: Decision) -> None:
    published = json.loads((site.folder / "api/v1/decision.json").read_text(encoding="utf-8"))
    jsonschema.validate(published, ApiDecision.model_json_schema(mode="serialization"))
    html = (site.folder / "decide/index.html").read_text(encoding="utf-8")
    chart = html[html.index('<svg class="chart"') : html.index("</svg>", html.index('class="chart"'))]
    edges = set(re.findall(r'<text data-edge="([^"]+)"', chart))
    assert edges == {f"{q['id']}.{a['id']}" for q in published["questions"] for a in q["answers"]}
    assert set(re.findall(r'id="a-([^"]+)"', html)) == {edge.replace(".", "-", 1) for edge in edges}
    assert set(re.findall(r'data-outcome="([^"]+)"', chart)) == {o["id"] for o in published["outcomes"]}
    assert {o["id"] for o in published["outcomes"]} == set(found.outcomes)


def test_each_outcome_has_its_page_with_the_ways_to_it(site: Site, found: Content, asked: Decision) -> None:
    for name in found.outcomes:
        page = site.pages[f"decide/{name}"]
        for way in decision_paths.paths(asked):
            if way.end == name:
                assert f"../?a={','.join(step.id for step in way.steps)}" in page.links
