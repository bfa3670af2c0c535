"""The flowchart of the decision on a wide screen, on paper and as a file; answers in the first screen."""

import re
import xml.etree.ElementTree as ET

import pytest
from playwright.sync_api import Page

from scripts.content import decision_paths
from scripts.content.tree import Content
from scripts.model.decision import Decision
from tests.site.conftest import DESKTOP, Site, here, until

SVG = "{http://www.w3.org/2000/svg}"
PATH = "?a=today.pytorch,change.place,place.page"


def visit(page: Page, site: Site, query: str = "") -> None:
    page.goto(f"{site.address}decide/{query}")
    page.locator(".flow a").first.wait_for()
    page.locator(".decide__walk h2").wait_for()


def on(page: Page, name: str) -> list[str]:
    """What of the flowchart is lit: `node` or `edge`."""
    lit: list[str] = page.eval_on_selector_all(
        f".flow .on[data-{name}]", f"parts => [...new Set(parts.map(part => part.dataset.{name}))]"
    )
    return lit


def test_the_whole_decision_is_in_it(site: Site, page: Page, found: Content, asked: Decision) -> None:
    visit(page, site)
    texts = page.eval_on_selector_all(
        ".flow a, .flow__answer", "parts => parts.map(part => part.textContent.replace(/\\s+/g, ' ').trim())"
    )
    shown = " | ".join(texts)
    for question in asked.questions:
        assert question.ask in shown
        assert all(entry.label in shown for entry in question.answers)
    assert all(outcome.answer in shown for _, outcome in found.outcomes.values())
    lines = page.eval_on_selector_all(".flow__line", "lines => lines.map(line => line.dataset.edge)")
    assert sorted(lines) == sorted(
        f"{question.id}.{entry.id}" for question in asked.questions for entry in question.answers
    )


@pytest.mark.parametrize(("width", "letters"), [(1280, 11), (1920, 12)])
def test_it_is_seen_whole_and_legible(site: Site, page: Page, width: int, letters: float) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, site)
    box = page.locator(".flow").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    if width <= 1280:
        assert box["height"] <= 1350
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    scale = page.evaluate("document.querySelector('.flow').getScreenCTM().a")
    assert 11 * scale >= letters
    page.set_viewport_size(DESKTOP)


@pytest.mark.parametrize("width", [900, 1100, 1279])
def test_where_its_letters_would_be_small_the_chart_stands_beside_the_questions(
    site: Site, page: Page, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site.address}decide/")
    page.locator(".decide__walk h2").wait_for()
    assert not page.locator(".flow").is_visible()
    sizes = page.eval_on_selector_all(
        ".chart text",
        "texts => texts.map(text => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a)",
    )
    assert min(sizes) >= 11
    chart, walk = page.locator(".chart").bounding_box(), page.locator(".decide__walk").bounding_box()
    assert chart
    assert walk
    assert walk["x"] + walk["width"] < chart["x"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.set_viewport_size(DESKTOP)


def test_words_stay_in_their_boxes_and_off_each_other(site: Site, page: Page) -> None:
    """With the fonts of this machine, and not only by the numbers of the layout."""
    visit(page, site)
    page.evaluate("document.fonts.ready")
    faults = page.evaluate(
        """() => {
            const box = (part) => part.getBBox();
            const faults = [];
            for (const link of document.querySelectorAll(".flow a")) {
                const shape = box(link.querySelector("path, rect"));
                for (const text of link.querySelectorAll("text")) {
                    const words = box(text);
                    if (words.x < shape.x || words.x + words.width > shape.x + shape.width
                        || words.y < shape.y - 1 || words.y + words.height > shape.y + shape.height + 1)
                        faults.push(text.textContent);
                }
            }
            const parts = [...document.querySelectorAll(".flow a, .flow__answer")];
            for (const [index, one] of parts.entries()) for (const other of parts.slice(index + 1)) {
                const [a, b] = [box(one), box(other)];
                const across = a.x + 1 < b.x + b.width && b.x + 1 < a.x + a.width;
                if (across && a.y + 3 < b.y + b.height && b.y + 3 < a.y + a.height)
                    faults.push(`${one.textContent} / ${other.textContent}`);
            }
            return faults;
        }"""
    )
    assert faults == []


def test_every_box_is_a_link_for_keyboard_and_screen_reader(
    site: Site, page: Page, found: Content, asked: Decision
) -> None:
    visit(page, site)
    links = page.eval_on_selector_all(
        ".flow a",
        """links => links.map((link) => {
            link.focus();
            return [link.getAttribute("href"), document.activeElement === link];
        })""",
    )
    assert {href for href, focused in links if focused} == {
        *(f"#q-{question.id}" for question in asked.questions),
        *(f"{name}/" for name in found.outcomes),
    }
    for question in asked.questions:
        assert page.locator(f"h3#q-{question.id}").count() == 1
    link = page.get_by_role("link", name=found.outcomes["jax"][1].answer).first
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/decide/jax/")


def test_the_way_taken_lights_up_while_one_answers(site: Site, page: Page) -> None:
    visit(page, site)
    assert on(page, "edge") == []
    walk = page.locator(".decide__walk")
    walk.get_by_role("button", name="PyTorch code, and it works", exact=True).click()
    assert set(on(page, "node")) == {"today", "change"}
    walk.get_by_role("button", name="It must run in another place now", exact=True).click()
    walk.get_by_role("button", name="In web pages", exact=True).click()
    assert set(on(page, "edge")) == {"today.pytorch", "change.place", "place.page"}
    assert set(on(page, "node")) == {"today", "change", "place", "browser"}
    last = "document.querySelector('.flow__line:last-of-type, .flow__knot') !== null"
    assert page.evaluate(last)
    page.locator('.flow [data-node="change"]').click()
    assert walk.locator("h2").inner_text() == "What brings you here with PyTorch code?"
    assert set(on(page, "node")) == {"today", "change"}


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("landscape", [True, False])
def test_it_prints_on_one_sheet(site: Site, page: Page, paper: str, landscape: bool) -> None:
    visit(page, site)
    made = page.pdf(format=paper, landscape=landscape, prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", made)) == 1
    box = re.search(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)", made)
    assert box
    assert float(box[1]) > float(box[2])


def test_the_file_stands_alone(site: Site, page: Page, found: Content, asked: Decision) -> None:
    visit(page, site)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download as SVG").click()
    assert download.value.suggested_filename.endswith(".svg")
    text = download.value.path().read_text(encoding="utf-8")
    root = ET.fromstring(text)
    hrefs = [link.get("href", "") for link in root.iter(f"{SVG}a")]
    assert len(hrefs) == len(asked.questions) + len(found.outcomes)
    assert all(href.startswith("https://example.org/tensorflow-vs-pytorch/decide/") for href in hrefs)
    assert root.find(f"{SVG}style") is not None
    assert root.find(f"{SVG}title") is not None
    assert "url(" not in text
    assert "@import" not in text
    assert not any(part.get("style") for part in root.iter())


@pytest.mark.parametrize("screen", [{"width": 390, "height": 844}, DESKTOP])
def test_an_answer_is_in_the_first_screen_of_its_link(site: Site, page: Page, screen: dict[str, int]) -> None:
    page.set_viewport_size(screen)  # type: ignore[arg-type]
    page.goto(f"{site.address}decide/{PATH}")
    for part in (page.locator(".decide__walk h2"), page.get_by_role("button", name="Copy link")):
        part.wait_for()
        box = part.bounding_box()
        assert box
        assert box["y"] + box["height"] <= screen["height"]
    page.set_viewport_size(DESKTOP)


def test_the_link_of_an_outcome_shows_the_path_and_its_reasons(
    site: Site, page: Page, asked: Decision
) -> None:
    query = "?a=today.nothing,model.own,target.server,machines.nvidia,team.grow"
    page.goto(f"{site.address}decide/pytorch/{query}")
    path = page.locator(".decide__here")
    path.locator(".decide__trail").wait_for()
    assert path.locator(".decide__trail > li").count() == 5
    rows = path.locator("a[href*='/compare/']").evaluate_all("links => links.map(link => link.pathname)")
    taken = decision_paths.walk(asked, query.removeprefix("?a=").split(","))
    given = {row for step in taken.steps for row in step.answer.rows}
    assert {row.split("/")[-2] for row in rows} >= given
    assert not [row for row in rows if "windows-gpu" in row or "apple-silicon" in row]
    assert path.locator("h3 + ul > li").first.is_visible()
    path.get_by_role("button", name="Copy link").click()
    assert page.evaluate("navigator.clipboard.readText()") == here(page)
    path.get_by_role("link", name="Change an answer").click()
    page.locator(".decide__walk h2").wait_for()
    assert here(page).endswith("?a=today.nothing,model.own,target.server,machines.nvidia")
    until(
        page,
        "document.querySelector('.decide__walk h2').textContent === 'Which of these is true of your team?'",
    )


def test_an_outcome_without_a_path_is_as_it_was(site: Site, page: Page) -> None:
    page.goto(f"{site.address}decide/pytorch/")
    page.wait_for_load_state("networkidle")
    assert not page.locator(".decide__here").is_visible()


def test_a_path_that_leads_elsewhere_is_told_and_led_on(site: Site, page: Page) -> None:
    page.goto(f"{site.address}decide/pytorch/{PATH}")
    note = page.locator(".decide__here [role=alert]")
    note.wait_for()
    assert "Export for the browser" in note.inner_text()
    note.get_by_role("link").click()
    page.locator(".decide__walk--done").wait_for()
    assert here(page).endswith(f"decide/{PATH}")


def test_every_answer_given_to_a_reader_speaks_of_their_reasons(
    site: Site, page: Page, found: Content
) -> None:
    """The card and the title that a chat shows are those of the outcome."""
    html = (site.folder / "decide/browser/index.html").read_text(encoding="utf-8")
    assert f'property="og:title" content="{found.outcomes["browser"][0].meta.title}' in html  # type: ignore[union-attr]
    assert "assets/cards/" in html
    page.goto(f"{site.address}decide/{PATH}")
    page.locator(".decide__way > summary").click()
    assert page.locator(".decide__trail > li").count() == 3
    assert "leaves out" in page.locator(".decide__ruled").inner_text()
