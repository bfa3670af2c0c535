"""Looks at pages of a folder in Chromium: a cold load, axe, Lighthouse. probe.mjs says what each gives."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from scripts.commands.browser import find
from tests.reading.serve import NODE, serving

PROBE = Path(__file__).with_name("probe.mjs")
Part = Literal["load", "a11y", "lh", "search"]


class Answer(BaseModel):
    """A part of what probe.mjs answers; what has no field here is kept for the file of all results."""

    model_config = ConfigDict(extra="allow", frozen=True, populate_by_name=True)


class Load(Answer):
    """One cold load on a phone's screen: what goes over the wire, and what goes wrong.

    `gesture_bytes` go over it besides after a first gesture.
    """

    bytes: int
    requests: int
    gesture_bytes: int = Field(alias="gestureBytes")
    gesture_requests: int = Field(alias="gestureRequests")
    nodes: int
    hosts: list[str] = Field(alias="thirdPartyHosts")
    blocking: list[str]
    errors: list[str]
    missing: list[str] = Field(alias="notFound")


class Rule(Answer):
    """A rule of axe that a page breaks, and where."""

    impact: str
    nodes: int
    examples: list[str]


class Scheme(Answer):
    """What axe finds in one colour scheme, on a phone's and a desktop's screen together."""

    impacts: dict[str, int]
    rules: dict[str, Rule]


class Axe(Answer):
    """What axe finds in both colour schemes."""

    light: Scheme
    dark: Scheme

    @property
    def schemes(self) -> dict[str, Scheme]:
        """Both, by name."""
        return {"light": self.light, "dark": self.dark}


class Run(Answer):
    """One run of Lighthouse: scores of 100, simulated times in ms, and the audits that took points."""

    scores: dict[str, int | None]
    failed: dict[str, list[str]]
    lcp: float
    tbt: float
    cls: float
    speed: float = Field(alias="benchmarkIndex")


class Seen(Answer):
    """All that was found of one page; a part that was not asked for is None or empty.

    `search` has the milliseconds from a tap on the search to its first result, on a slow line and processor.
    """

    load: Load | None = None
    a11y: Axe | None = None
    lh: list[Run] = []
    search: list[float] = []


def look(folder: Path, base: str, pages: Sequence[str], parts: Sequence[Part]) -> dict[str, Seen]:
    """What `parts` find of each page, by its path below `base`.

    Raises:
        RuntimeError: there is no Chromium, or a part failed twice on a page; all such pages are named.

    """
    chrome = find()
    if not chrome:
        raise RuntimeError("no Chromium; run `python -m scripts browser`, which installs one")
    with serving(folder, base) as origin:
        urls = {page: f"{origin}{base}{page}" for page in pages}
        job = {"chrome": chrome, "origin": origin, "pages": list(urls.values()), "parts": list(parts)}
        done = subprocess.run(
            [str(NODE), str(PROBE)], input=json.dumps(job), stdout=subprocess.PIPE, text=True, check=True
        )
    answers = json.loads(done.stdout)
    if failed := [f"/{page}: {fault}" for page, url in urls.items() for fault in answers[url]["failed"]]:
        raise RuntimeError("the browser failed twice:\n" + "\n".join(failed))
    return {page: Seen.model_validate(answers[url]) for page, url in urls.items()}
