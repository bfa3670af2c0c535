"""Fit what the check expects pages to weigh to what they weigh: `python -m tests.bench.page_weight site`.

Prints WEIGHTS of scripts/content/page_weight.py as they would be written today, and by how much each kind's
estimates are out. Run by `make page-bytes`.
"""

import argparse
from collections import defaultdict
from dataclasses import astuple, fields
from pathlib import Path

import numpy

from scripts import paths
from scripts.content import page_weight, reader
from scripts.content.page_weight import Parts, Weight


def main() -> None:
    """Print a line for each kind of page."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.page_weight", description=__doc__)
    parser.add_argument("site", type=Path, help="the folder of a built site")
    options = parser.parse_args()
    content, _ = reader.read(paths.ROOT)
    entries: dict[str, list[tuple[str, Parts, int]]] = defaultdict(list)
    for page in content.pages:
        file = options.site / page.url / "index.html"
        if page.meta and (made := page_weight.parts(content, page)):
            weight = page_weight.compressed(file.read_bytes())
            entries[page.meta.kind].append((page.url, made, weight))
    for kind, of_kind in entries.items():
        rows = numpy.array([(1, *astuple(made)) for _, made, _ in of_kind], float)
        weights = numpy.array([weight for *_, weight in of_kind], float)
        used = [bool(column.any()) for column in rows.T]
        factors = numpy.zeros(rows.shape[1])
        factors[used] = numpy.linalg.lstsq(rows[:, used], weights, rcond=None)[0]
        out = abs(weights - rows @ factors)
        names = [field.name for field in fields(Weight) if field.name != "out"]
        said = ", ".join(
            f"{name}={factor:_.{0 if name == 'page' else 2}f}"
            for name, factor, is_used in zip(names, factors, used, strict=True)
            if is_used
        )
        worst = of_kind[int(out.argmax())][0]
        print(
            f'    "{kind}": Weight({said}, out={out.max():.0f}),  # {len(of_kind)} pages, the worst {worst}'
        )


if __name__ == "__main__":
    main()
