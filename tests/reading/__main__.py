"""Measure the reading of the built site beside plain pages and two default themes: `make page-speed`.

Bytes, requests, elements, blocking, axe, HTML and links are held against budgets.yml, files against what
scripts/content/page_weight.py states, and a breach is an error. Lighthouse and times are told as ratios to
the plain page of the same text, measured in the same rounds, and are never asserted.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from scripts.content import page_weight, reader
from tests.reading import budgets, peers
from tests.reading.budgets import Budget, BudgetError
from tests.reading.probe import Seen, look
from tests.reading.table import FLOOR, notes, ratios, searches, table
from tests.reading.valid import invalid
from tests.site.conftest import BASE, Site, build
from tests.site.test_links import broken

OURS, MATERIAL, STARLIGHT = "ours", "Material, default", "Starlight, default"
EXPLAINED = """\
Each site was served as GitHub Pages would, to a simulated phone on slow 4G. The sites took turns; LCP and
scores are the middle of {runs} runs, TBT the best. `{floor}` is the same text with hardly a style, and no
script. No third party can be reached: the fonts that Material asks for by default are missing from its
bytes and times, which flatters it. Starlight asks for nothing elsewhere, so nothing of it is missing. It
makes WebP of pictures and waits with those below the screen; the others send all as they are. Both themes
were given these pages alone: their menus are shorter than those of a whole site, which flatters them. The
search was timed on a line and a processor slowed down to what Lighthouse simulates."""


def main(arguments: list[str] | None = None) -> int:
    """Measure and print. Returns 1 if a budget is broken, 2 if budgets.yml is not valid."""
    parser = argparse.ArgumentParser(prog="python -m tests.reading", description=__doc__)
    parser.add_argument("site", nargs="?", type=Path, help="the folder of a built site; built if left out")
    parser.add_argument("--runs", type=int, default=5, help="runs of Lighthouse for each page (default 5)")
    parser.add_argument("--quick", action="store_true", help="our pages and the budgets alone, no Lighthouse")
    parser.add_argument("--json", type=Path, help="a file for all that was found")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as made:
        site = options.site or Path(made) / BASE
        if not options.site:
            build(site)
        try:
            allowed = budgets.read()
            budgets.require(allowed, site)
        except BudgetError as error:
            print(error, file=sys.stderr)
            return 2
        pages = [budget.page for budget in allowed]
        sites = {OURS: (site, f"/{BASE}/")}
        if not options.quick:
            sites = {**_peers(site, pages, Path(made)), **sites}
        found = _seen(sites, pages, 0 if options.quick else options.runs)
        faults = {name: invalid(folder, pages) for name, (folder, _) in sites.items()}
        over = [breach for budget in allowed for breach in _breaches(budget, site, found[OURS], faults[OURS])]
        over += [str(problem) for problem in page_weight.over(reader.read()[0], site)]
        over += [f"{link}; correct it" for link in broken(Site(site, ""))]
    print(table(found, {name: {page: len(of[page]) for page in pages} for name, of in faults.items()}))
    if not options.quick:
        print(
            "",
            *ratios(found),
            *notes(found, OURS),
            *searches(found[OURS]),
            EXPLAINED.format(runs=options.runs, floor=FLOOR),
            sep="\n",
        )
    if options.json:
        options.json.write_text(_as_json(found), encoding="utf-8")
        print(f"All of it: {options.json}")
    for breach in over:
        print(breach, file=sys.stderr)
    return 1 if over else 0


def _peers(site: Path, pages: Sequence[str], work: Path) -> dict[str, tuple[Path, str]]:
    """Make the sites to compare with. Returns the folder and the path of each."""
    peers.write_plain(site, pages, work / "plain")
    peers.build_material(site, pages, work / "material", work / "material-source")
    peers.build_starlight(site, pages, work / "starlight", work / "starlight-source")
    folders = {FLOOR: "plain", MATERIAL: "material", STARLIGHT: "starlight"}
    return {name: (work / folder, "/") for name, folder in folders.items()}


def _seen(sites: dict[str, tuple[Path, str]], pages: Sequence[str], runs: int) -> dict[str, dict[str, Seen]]:
    """What is found of each page of each site; `runs` times with Lighthouse."""
    found = {name: look(*place, pages, ["load", "a11y"]) for name, place in sites.items()}
    # In rounds, so that a busy spell of the machine meets all alike.
    for number in range(runs):
        for name, place in sites.items():
            print(f"Lighthouse, round {number + 1} of {runs}: {name}", file=sys.stderr)
            for page, seen in look(*place, pages, ["lh"]).items():
                before = found[name][page]
                found[name][page] = before.model_copy(update={"lh": [*before.lh, *seen.lh]})
        for page, seen in look(*sites[OURS], pages[:1], ["search"]).items():
            before = found[OURS][page]
            found[OURS][page] = before.model_copy(update={"search": [*before.search, *seen.search]})
    return found


def _breaches(budget: Budget, site: Path, found: dict[str, Seen], faults: dict[str, list[str]]) -> list[str]:
    seen = found[budget.page]
    assert seen.load
    assert seen.a11y
    over = budgets.breaches(budget, seen.load)
    return over + budgets.unfit(budget, seen.a11y, faults[budget.page])


def _as_json(found: dict[str, dict[str, Seen]]) -> str:
    return json.dumps(
        {
            site: {page: seen.model_dump(by_alias=True) for page, seen in pages.items()}
            for site, pages in found.items()
        },
        indent=1,
    )


if __name__ == "__main__":
    sys.exit(main())
