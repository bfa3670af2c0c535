"""Asks other hosts, politely: one request at a time to each, with a pause, a name, and a limit of bytes."""

import http.client
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field

AGENT = "tensorflow-vs-pytorch-freshness/1.0 (looks once a week whether a cited page is still there)"
PAUSE = 1.0  # seconds between two requests to one host
TIMEOUT = 20.0  # seconds
MOST_BYTES = 30_000_000  # PyPI lists every file of a package


@dataclass(frozen=True)
class Answer:
    """What came back: the status (0 if nothing did), where a lasting redirect led, the text, the failure."""

    status: int
    moved_to: str = ""
    text: str = ""
    failure: str = ""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


@dataclass
class Fetcher:
    """Fetches addresses; keeps to the pause for each host, whichever thread asks."""

    pause: float = PAUSE
    _locks: dict[str, threading.Lock] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def get(self, url: str) -> Answer:
        """Fetch an address, following redirects. Never raises: a failure is an answer, too."""
        moved_to, current = "", url
        for _ in range(6):
            answer, location, lasting = self._once(current)
            if not location:
                return Answer(answer.status, moved_to, answer.text, answer.failure)
            following = urllib.parse.urljoin(current, location)
            if lasting and (not moved_to or moved_to == current):
                moved_to = following
            current = following
        return Answer(0, failure="more than five redirects")

    def _once(self, url: str) -> tuple[Answer, str, bool]:
        """One request: the answer, where it redirects to (or nothing), and whether for good."""
        host = urllib.parse.urlsplit(url).netloc
        with self._guard:
            lock = self._locks.setdefault(host, threading.Lock())
        with lock:
            time.sleep(max(0.0, self._last.get(host, 0.0) + self.pause - time.monotonic()))
            try:
                return self._ask(url)
            finally:
                self._last[host] = time.monotonic()

    def _ask(self, url: str) -> tuple[Answer, str, bool]:
        request = urllib.request.Request(url, headers={"User-Agent": AGENT, "Accept": "*/*"})
        opener = urllib.request.build_opener(_NoRedirect)
        try:
            with opener.open(request, timeout=TIMEOUT) as response:
                data = response.read(MOST_BYTES)
                charset = response.headers.get_content_charset() or "utf-8"
                return Answer(response.status, text=data.decode(charset, errors="replace")), "", False
        except urllib.error.HTTPError as error:
            with error:
                if location := error.headers.get("Location"):
                    return Answer(error.code), location, error.code in {301, 308}
                return Answer(error.code, failure=f"{error.code} {error.reason}"), "", False
        except (OSError, http.client.HTTPException, ValueError, LookupError) as error:
            return Answer(0, failure=str(getattr(error, "reason", error)) or type(error).__name__), "", False
