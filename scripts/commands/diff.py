"""Say what a change means for readers: verdicts, facts, pairs, addresses, weights, problems."""

import argparse
import gzip
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import jinja2

from scripts import paths, rules
from scripts.content import difference, edited, reader, revision
from scripts.content.difference import Difference
from scripts.content.page import Page
from scripts.content.revision import RevisionError
from scripts.problem import Problem

TEMPLATE = "diff.md"
MOST = 40  # entries of one list; a comment that nobody can read through helps nobody
MOST_BYTES = 60_000  # GitHub refuses a comment of more than 65,536 characters
NOTICEABLE = 256  # bytes: what a page may gain or lose without a word

_MARKUP = re.compile(r"([\\`*_{}\[\]|~!#])")
_LINKED = re.compile(r"@|#|:(?=//)|www(?=\.)|GH(?=-)", re.IGNORECASE)


@dataclass(frozen=True)
class Weight:
    """The HTML of a page, in bytes as gzip sends them: before (None for a new page) and now."""

    url: str
    before: int | None
    now: int


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("base", help="the revision to compare with, such as origin/main")
    parser.add_argument("--root", type=Path, default=paths.ROOT, help="the folder that holds docs/")
    parser.add_argument(
        "--sites", type=Path, nargs=2, metavar=("BEFORE", "NOW"), help="two built sites, to weigh the pages"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="write it there, not to the terminal")


def run(options: argparse.Namespace) -> int:
    """Print what changes for readers, as Markdown. Returns 0 whatever it is, 2 where it cannot be told."""
    read, problems = reader.read(options.root)
    try:
        before = revision.read(options.root, options.base)
        change = edited.since(options.base, read)
    except RevisionError as error:
        print(error, file=sys.stderr)
        return 2
    found = difference.between(before, read)
    all_problems = [*problems, *rules.check(read)]
    own = [problem for problem in all_problems if problem.level == "error" or change.holds(problem, read)]
    weights = _weights(found, *options.sites) if options.sites else []
    text = report(found, sorted(own), weights)
    if options.output:
        options.output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


def report(found: Difference, problems: list[Problem], weights: list[Weight]) -> str:
    """The change as a comment for reviewers. Everything that a contributor wrote is made harmless in it."""
    template = _environment().get_template(TEMPLATE)
    text = template.render(found=found, problems=problems, weights=weights, most=MOST)
    if len(text.encode()) > MOST_BYTES:
        text = text.encode()[:MOST_BYTES].decode(errors="ignore").rpartition("\n")[0]
        text += "\n\n*The rest is left out: run `python -m scripts diff` for all of it.*\n"
    return text


def _weights(found: Difference, before: Path, now: Path) -> list[Weight]:
    """The changed pages that weigh noticeably more or less, and the new ones; the greatest change first."""
    weights = []
    for page in found.edited:
        if (weight := _weight(now, page)) is None:
            continue
        was = _weight(before, page)
        if was is None or abs(weight - was) >= NOTICEABLE:
            weights.append(Weight(page.url, was, weight))
    return sorted(weights, key=lambda weight: -abs(weight.now - (weight.before or 0)))


def _weight(site: Path, page: Page) -> int | None:
    file = site / page.url / "index.html"
    return len(gzip.compress(file.read_bytes(), mtime=0)) if file.is_file() else None


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "reports"),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        comment_start_string="<#",
        comment_end_string="#>",
        autoescape=False,  # Markdown; `plain` makes texts harmless
    )
    environment.filters["plain"] = plain
    return environment


def plain(text: str) -> str:
    """A text that shows in Markdown as it is: no markup, no mention of anybody, no link, on one line.

    GitHub makes links of `@name`, `#12`, `https://…` and `www.…` by itself; a zero-width space within
    prevents it, and nobody sees it.
    """
    line = _MARKUP.sub(r"\\\1", " ".join(str(text).split()))
    line = line.replace("<", "&lt;").replace(">", "&gt;")
    return _LINKED.sub(lambda match: f"{match[0]}\u200b", line)
