"""Look whether outside links and named releases are still as the site says; record it. Needs the network."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from scripts import dates, paths
from scripts.content import due, owners, reader
from scripts.content.json_record import LOOKS
from scripts.content.tree import Content
from scripts.model.freshness import STATES, Freshness
from scripts.outside import links, releases
from scripts.outside.fetch import Fetcher

MOST = 50  # lines of one part of an issue


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("what", nargs="*", metavar="links|releases", help="both if left out")
    parser.add_argument("--issues", type=Path, metavar="FILE", help="write there what each owner should do")
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
    if options.issues:
        text = json.dumps(issues(read, found), indent=2, ensure_ascii=False)
        options.issues.write_text(f"{text}\n", encoding="utf-8")
    return int(failed)


def issues(read: Content, found: Freshness) -> list[dict[str, str | int]]:
    """What each owner of files should do, as the text of an issue; empty is the owner of the rest.

    Everybody whom CODEOWNERS names has an entry, if only with nothing to do.
    """
    lines = owners.read(read.root)
    parts: dict[str, dict[str, list[str]]] = {
        owner: {} for owner in ["", *sorted({account for line in lines for account in line.accounts})]
    }
    for title, paths_of, line in _to_do(read, found):
        for owner in {owner for path in paths_of for owner in owners.of(path, lines)} or {""}:
            parts[owner].setdefault(title, []).append(line)
    return [
        {"owner": owner, "items": sum(map(len, entries.values())), "text": _text(entries)}
        for owner, entries in parts.items()
    ]


def _to_do(read: Content, found: Freshness) -> Iterator[tuple[str, list[str], str]]:
    """Each thing to do: the part of an issue it belongs to, the files it concerns, and a line."""
    pages = links.addresses(read)
    for link in found.links:
        if link.state != "ok":
            on = pages.get(link.url, [])
            # What another host answered is shown as code, of which nothing works.
            detail = f" (`{link.detail.replace('`', ' ')}`)" if link.detail else ""
            said = f"{link.url}: {STATES[link.state]} since {link.since}{detail}"
            yield "Links", on, f"{said}; in {', '.join(on) or 'no page'}"
    for entry in found.releases:
        if entry.said != entry.newest:
            said = (
                f"{entry.name}: {entry.where} names {entry.said}, and {entry.newest} is of {entry.released}"
            )
            yield "Releases", [entry.where], said
    for late in due.within(read, 0):
        yield (
            "Due for a new check",
            [late.path],
            f"{late.by} {late.path}:{late.line} ({late.title}); {late.remedy}",
        )


def _text(parts: Mapping[str, Sequence[str]]) -> str:
    """The text of an issue."""
    text = f"Looked at on {dates.in_words(dates.current())} by `make fresh`.\n"
    for title, lines in parts.items():
        text += f"\n## {title}: {len(lines)}\n\n"
        text += "".join(f"- [ ] {line}\n" for line in lines[:MOST])
        if len(lines) > MOST:
            text += f"- … and {len(lines) - MOST} more\n"
    return text
