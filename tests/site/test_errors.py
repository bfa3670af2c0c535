"""Error messages as a reader pastes them: the search finds the page, and the page begins with the message."""

import re
from pathlib import Path

import yaml
from selectolax.lexbor import LexborHTMLParser

from scripts.content import error_message, reader
from scripts.content.tree import Content
from scripts.model.error import PLACEHOLDER
from tests.search.ask import ask
from tests.site.conftest import Site

WORDINGS = Path(__file__).parents[1] / "search" / "messages.yml"
# What stands in a reader's message where a form has a placeholder: other than in ours.
VALUES = {
    "number": "4711",
    "shape": "[77, 1024]",
    "name": "mylayer_3",
    "address": "0x55d0c0ffee",
    "path": "/home/me/run/a.bin",
    "text": "some thing of mine",
}
AROUND = (
    'Traceback (most recent call last):\n  File "/home/me/train.py", line 421, in <module>\n'
    "    main()\n{}: {}"
)
# So many words in a row, none of them a reader's own, make a fragment that can be told from others.
FRAGMENT = 7


def fragments(form: str) -> list[str]:
    """Both halves of each part of a form that is the same in every case, if it is long enough."""
    found = []
    for part in PLACEHOLDER.sub("\0", form).split("\0"):
        words = part.split()
        half = len(words) // 2
        if half >= FRAGMENT:
            found += [" ".join(words[:half]), " ".join(words[half:])]
    return found


def pasted(content: Content) -> list[tuple[str, str]]:
    """Pairs of the address of a page and a text that must find it first."""
    asked = []
    for page, message in content.errors:
        form = message.message[0]
        asked.append((page.url, AROUND.format(message.type, error_message.filled(form, VALUES))))
        asked += [(page.url, piece) for piece in fragments(form)]
        if ran := content.error_runs[page.id]:
            asked.append((page.url, f"{ran.type}: {ran.message}"))
            asked.append((page.url, " ".join(re.sub(r"\d+", "31", ran.message).replace('"', "'").split())))
        assert page.meta
        asked.append((page.url, page.meta.title))
    return asked


def test_every_message_is_found_by_what_readers_paste(site: Site) -> None:
    asked = pasted(reader.read()[0])
    assert len(asked) > 400
    answers = ask(site.folder, [text for _, text in asked])["answers"]
    missed = [
        f"{text[-160:]!r}: {first or 'nothing'}, not {url}"
        for (url, text), answer in zip(asked, answers, strict=True)
        if (first := next((result["url"].partition("#")[0] for result in answer["results"]), "")) != url
    ]
    assert missed == []


def test_an_older_form_is_found_among_the_first_three(site: Site) -> None:
    content, _ = reader.read()
    asked = [
        (page.url, error_message.filled(form, VALUES))
        for page, message in content.errors
        for form in message.message[1:]
    ]
    answers = ask(site.folder, [text for _, text in asked])["answers"]
    missed = [
        (url, text)
        for (url, text), answer in zip(asked, answers, strict=True)
        if url not in [result["url"].partition("#")[0] for result in answer["results"][:3]]
    ]
    assert missed == []


def test_twenty_messages_are_found_by_three_wordings_each(site: Site) -> None:
    known: dict[str, list[str]] = yaml.safe_load(WORDINGS.read_text(encoding="utf-8"))
    assert len(known) >= 20
    assert all(len(wordings) >= 3 for wordings in known.values())
    asked = [(url, text) for url, wordings in known.items() for text in wordings]
    answers = ask(site.folder, [text for _, text in asked])["answers"]
    missed = [
        (text, [result["url"] for result in answer["results"][:2]], url)
        for (url, text), answer in zip(asked, answers, strict=True)
        if not answer["results"] or answer["results"][0]["url"].partition("#")[0] != url
    ]
    assert missed == []


def test_a_page_begins_with_its_message_and_what_it_means(site: Site) -> None:
    for page, _ in reader.read()[0].errors:
        html = (site.folder / page.url / "index.html").read_text(encoding="utf-8")
        article = LexborHTMLParser(html).css_first("article")
        assert article, page.url
        assert page.meta
        names = [node.tag for node in article.css("pre, p, dl.panel, h2")]
        assert names[:3] == ["pre", "p", "dl"], page.url
        lead = article.css_first("p")
        assert lead
        assert lead.text(strip=True) == page.meta.description, page.url


def test_the_list_names_every_message_by_who_raises_it(site: Site) -> None:
    html = (site.folder / "errors/index.html").read_text(encoding="utf-8")
    rows = LexborHTMLParser(html).css(".tools__table tr[id]")
    content, _ = reader.read()
    assert [row.attributes["id"] for row in rows] == [page.id for page, _ in content.errors]
    assert len(rows) >= 60
