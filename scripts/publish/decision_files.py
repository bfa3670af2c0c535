"""Files beside the decision's page: the flowchart to download, and the questions that its walk needs."""

import json
from pathlib import Path

from scripts.content.tree import Content
from scripts.publish import api
from scripts.render import flowchart_svg

WALK = "decide/walk.json"


def write(content: Content, site: Path, site_url: str) -> list[Path]:
    """Write both below `site`; `site_url` ends with a slash. Returns them; none without a decision."""
    if content.decision is None:
        return []
    files = {
        flowchart_svg.FILE: flowchart_svg.svg(content, site_url),
        WALK: json.dumps(_walk(content, site_url), ensure_ascii=False, separators=(",", ":")) + "\n",
    }
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    return [site / name for name in files]


def _walk(content: Content, site_url: str) -> dict[str, object]:
    """Of the published decision what a reader needs up to the verdict; the rest is asked for with it."""
    published = api.decisions(content, site_url).model_dump(mode="json")
    kept = ("id", "answer", "side", "url", "says")
    return {
        **{name: published[name] for name in ("site", "start", "questions", "former")},
        "outcomes": [{name: outcome[name] for name in kept} for outcome in published["outcomes"]],
        "rows": {},
    }
