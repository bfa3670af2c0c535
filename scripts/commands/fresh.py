"""Look whether outside links and named releases are still as the site says; record it. Needs the network."""

import argparse
import sys
from collections import Counter
from pathlib import Path

from scripts import dates, paths
from scripts.content import due, reader
from scripts.content.json_record import LOOKS
from scripts.content.tree import Content
from scripts.model.freshness import STATES, Freshness
from scripts.outside import links, releases
from scripts.outside.fetch import Fetcher

MOST = 50  # lines of one part of the report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("what", nargs="*", metavar="links|releases", help="both if left out")
    parser.add_argument("--report", type=Path, metavar="FILE", help="write there what maintainers should do")
    parser.add_argument("--root", type=Path, default=paths.ROOT, help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Look, and write what was found. Returns 0 whatever it is, 1 if a look failed as a whole, 2 for
    an unknown look.
    """
    read, _ = reader.read(options.root)
    if unknown := sorted({*options.what} - {"links", "releases"}):
        print(f"no such look: {', '.join(unknown)}; there are links and releases", file=sys.stderr)
        return 2
    fetcher = Fetcher()
    today, found, failed = dates.current(), read.freshness, False
    if "links" in options.what or not options.what:
        left_out = {entry.url for entry in read.unreachable if entry.until > today}
        urls = [url for url in links.addresses(read) if url not in left_out]
        states = links.look(urls, found.links, today, fetcher)
        found = found.model_copy(update={"links": states, "links_seen": today})
        counts = Counter(state.state for state in states)
        print("links:", ", ".join(f"{counts[name]} {name}" for name in STATES if counts[name]) or "none")
    if "releases" in options.what or not options.what:
        try:
            newest = releases.look(releases.named(read), fetcher)
        except releases.ReleaseError as error:
            print(error, file=sys.stderr)
            failed = True
        else:
            found = found.model_copy(update={"releases": newest, "releases_seen": today})
            behind = sum(entry.said != entry.newest for entry in newest)
            print(f"releases: {len(newest)} named, {behind} of them not the newest")
    LOOKS.write(read.docs, found)
    if options.report:
        options.report.write_text(report(read, found), encoding="utf-8")
    return int(failed)


def report(read: Content, found: Freshness) -> str:
    """What maintainers should do, as the text of an issue in Markdown."""
    pages = links.addresses(read)
    parts = {
        "Links": [
            f"{entry.url}: {STATES[entry.state]} since {entry.since} ({entry.detail or 'no detail'}); "
            f"in {', '.join(pages.get(entry.url, ['no page']))}"
            for entry in found.links
            if entry.state != "ok"
        ],
        "Releases": [
            f"{entry.name}: {entry.where} names {entry.said}, and {entry.newest} is of {entry.released}"
            for entry in found.releases
            if entry.said != entry.newest
        ],
        "Due for a new check": [
            f"{entry.by} {entry.path}:{entry.line} ({entry.title})" for entry in due.within(read, 0)
        ],
    }
    text = f"Looked at on {dates.in_words(dates.current())} by `make fresh`.\n"
    for title, lines in parts.items():
        text += f"\n## {title}: {len(lines)}\n\n"
        text += "".join(f"- [ ] {line}\n" for line in lines[:MOST]) or "Nothing to do.\n"
        if len(lines) > MOST:
            text += f"- … and {len(lines) - MOST} more\n"
    return text
