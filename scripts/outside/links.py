"""Looks at the outside addresses that pages link to or cite, and at the passages that their links name."""

import datetime
import html
import re
import urllib.parse
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from scripts.content.tree import Content
from scripts.model.freshness import LinkState, State
from scripts.outside.fetch import Answer, Fetcher

AT_ONCE = 8  # hosts, not requests to one of them
REST_DAYS = 6  # what was there so recently is not asked again

_PASSAGE = ":~:text="
_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"<script\b.*?</script>|<style\b.*?</style>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_URL = re.compile(r"https://[^\s<>\"'`\\)\]}]+")
# What only shows an address, and is none that a reader would open.
_EXAMPLES = re.compile(r"^https://(example\.(org|com)|[^/]*\{)")


def addresses(content: Content) -> dict[str, list[str]]:
    """Every outside address, with the paths of the pages that link to it or cite it."""
    found: dict[str, list[str]] = {}
    for path, _, entry in content.evidence:
        if entry.kind == "sourced":
            found.setdefault(entry.url, []).append(path)
    for page in content.pages:
        texts = [page.text.front_matter, *(line for _, line in page.text.prose)]
        for match in _URL.finditer("\n".join(texts)):
            found.setdefault(match[0].rstrip(".,;:!?*"), []).append(page.path)
    return {url: sorted(set(paths)) for url, paths in sorted(found.items()) if not _EXAMPLES.match(url)}


def look(
    urls: Iterable[str], before: Iterable[LinkState], today: datetime.date, fetcher: Fetcher
) -> list[LinkState]:
    """The state of each address: asked now, unless it was there within the last days."""
    known = {state.url: state for state in before}

    def one(url: str) -> LinkState:
        was = known.get(url)
        if was and was.state == "ok" and (today - was.seen).days <= REST_DAYS:
            return was
        state, detail = judge(url, fetcher.get(url.partition("#")[0]))
        since = was.since if was and was.state == state else today
        return LinkState(url=url, state=state, detail=detail, seen=today, since=since)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(one, urls))


def judge(url: str, answer: Answer) -> tuple[State, str]:
    """What an answer says of an address, and the detail that a person needs."""
    if answer.status == 0 or answer.status >= 500:
        return "failing", answer.failure or str(answer.status)
    if answer.status in {404, 410}:
        return "gone", answer.failure
    if answer.status >= 400:
        return "refused", answer.failure
    _, _, fragment = url.partition("#")
    if missing := _missing(fragment, answer.text):
        return "changed", missing
    if answer.moved_to:
        return "moved", answer.moved_to
    return "ok", ""


def _missing(fragment: str, text: str) -> str:
    """The passage or id that a fragment names and a page has not; empty if it has what is named."""
    name, _, passages = fragment.partition(_PASSAGE)
    if passages:
        words = _plain(text)
        for passage in passages.split("&text="):
            # `prefix-,start,end,-suffix`: each part that is no context must be there.
            for part in passage.split(","):
                decoded = urllib.parse.unquote(part)
                if not decoded.startswith("-") and not decoded.endswith("-") and _plain(decoded) not in words:
                    return f"“{decoded}”"
        return ""
    identifier = urllib.parse.unquote(name)
    # A line of a file, and what a page's own script reads, are not in its HTML.
    if not identifier or re.match(r"(L\d+|/|!|[^=]*=)", identifier) or "<" not in text:
        return ""
    quoted = re.escape(html.escape(identifier))
    return (
        ""
        if re.search(rf"""\b(?:id|name)=["']?(?:user-content-)?{quoted}["'\s>]""", text)
        else f"#{identifier}"
    )


def _plain(text: str) -> str:
    return _SPACE.sub(" ", html.unescape(_TAG.sub(" ", text))).strip().lower()
