"""Which versions the example pairs ran on, beside the newest release that a tool's page names."""

import re
from collections import Counter

from scripts import dates
from scripts.content.tree import Content
from scripts.model.tool import Release
from scripts.render import components, wording

_ON_PYPI = re.compile(r"^(\S+) on PyPI$")
_FIRST = ("TensorFlow", "Keras", "PyTorch")


def table(content: Content) -> str:
    """A line for each package that pairs ran with and whose newest release a tool's page names."""
    newest = {name: tool.newest for _, tool in content.tools if (name := _package(tool.newest))}
    rows = [
        (name, version, f"{newest[name].version}, {dates.source_date_in_words(newest[name].month)}")
        for name, version in sorted(_recorded(content).items(), key=lambda entry: _place(entry[0]))
        if name in newest
    ]
    return components.table(("Package", "The examples ran on", "Newest release we know"), rows)


def recorded(content: Content, release: Release) -> str:
    """The version that most pairs ran with, of what a release is one of; empty if none ran with it."""
    return _recorded(content).get(_package(release), "")


def _recorded(content: Content) -> dict[str, str]:
    """The version of each package that most pairs ran with."""
    counts: dict[str, Counter[str]] = {}
    for result in content.results.values():
        for side in (result.tensorflow, result.pytorch) if result else ():
            for package, version in side.versions.items():
                counts.setdefault(wording.NAMES.get(package, package), Counter())[version] += 1
    return {name: versions.most_common(1)[0][0] for name, versions in counts.items()}


def _package(release: Release) -> str:
    """What pages call the package of a release; empty if it is none on PyPI alone."""
    found = _ON_PYPI.match(release.of)
    return wording.NAMES.get(found[1], found[1]) if found else ""


def _place(name: str) -> tuple[int, str]:
    """The frameworks first, then by name."""
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name.lower())
