"""The changes of verdicts and facts as an Atom feed (RFC 4287), for readers who follow them."""

import hashlib
from pathlib import Path
from xml.etree import ElementTree as ET

from scripts.content.tree import Content
from scripts.model.change import KINDS, Change
from scripts.render.changes import FEED as FILE

MOST = 100  # entries; a reader of feeds keeps the older ones
NAMESPACE = "http://www.w3.org/2005/Atom"


def write(content: Content, site: Path, site_url: str, name: str) -> Path:
    """Write the feed of the site called `name`, whose address ends with a slash. Returns its file."""
    ET.register_namespace("", NAMESPACE)
    feed = ET.Element(f"{{{NAMESPACE}}}feed")
    newest = content.changes[0].day.isoformat() if content.changes else "2026-11-22"
    _add(feed, "id", f"{site_url}{FILE}")
    _add(feed, "title", f"{name}: what has changed")
    _add(feed, "updated", f"{newest}T00:00:00Z")
    _add(feed, "link", rel="self", type="application/atom+xml", href=f"{site_url}{FILE}")
    _add(feed, "link", rel="alternate", type="text/html", href=f"{site_url}about/changes/")
    _add(_add(feed, "author"), "name", name)
    for change in content.changes[:MOST]:
        _add_entry(feed, change, site_url)
    ET.indent(feed)
    file = site / FILE
    file.write_bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True) + b"\n")
    return file


def _add_entry(feed: ET.Element, change: Change, site_url: str) -> None:
    entry = _add(feed, "entry")
    # The same change has the same id in each build, and another one has another.
    identity = hashlib.sha256(change.model_dump_json().encode()).hexdigest()[:16]
    _add(entry, "id", f"{site_url}{FILE}#{identity}")
    _add(entry, "title", f"{KINDS[change.kind]}: {change.title}{f', {change.what}' if change.what else ''}")
    _add(entry, "updated", f"{change.day.isoformat()}T00:00:00Z")
    _add(entry, "link", rel="alternate", type="text/html", href=f"{site_url}{change.url}")
    _add(entry, "category", term=change.kind)
    _add(
        entry, "content", f"Was: {change.old}\nIs: {change.new}" if change.old or change.new else change.what
    ).set("type", "text")


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)
    element.text = text or None
    return element
