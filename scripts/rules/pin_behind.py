"""What programs run with is at most one minor release behind what the last look found newest."""

from collections.abc import Iterator

from scripts.content import pins
from scripts.content.tree import Content
from scripts.problem import Problem

RULE = "pin-behind"
FILE = "requirements/frameworks.in"
# The packages that the site is about; of the others, readers' results seldom depend on the release.
PACKAGES = ("tensorflow-cpu", "keras", "torch")
MOST = 1  # minor releases


def check(content: Content) -> Iterator[Problem]:
    """Find pins that the weekly update must move before it is merged.

    Environments beside `frameworks` keep what their packages ask for.
    """
    pinned = pins.of(content.root, "frameworks")
    for state in content.freshness.releases:
        package = state.name.partition(" on ")[0]
        if state.where != FILE or package not in PACKAGES or package not in pinned:
            continue
        own, newest = _minor(pinned[package]), _minor(state.newest)
        if own and newest and (newest[0] > own[0] or (newest[0] == own[0] and newest[1] - own[1] > MOST)):
            fault = f"{package} is pinned to {pinned[package]}, and {state.newest} is the newest"
            remedy = "raise it there, run `make lock`, and record everything again"
            yield Problem(FILE, 1, fault, remedy, RULE)


def _minor(version: str) -> tuple[int, int] | None:
    """Major and minor of a release; None if it is not numbered so."""
    major, _, rest = version.partition(".")
    minor = rest.partition(".")[0]
    return (int(major), int(minor)) if major.isdecimal() and minor.isdecimal() else None
