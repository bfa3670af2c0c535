"""Bytes of the search, and the time from a key press to its results: `python -m tests.bench.search SITE`."""

import gzip
import statistics
import sys
from pathlib import Path

from scripts.publish import search_index
from tests.search.ask import ask
from tests.site.test_queries import queries


def main(site: Path) -> None:
    """Print a table for a built site. Every beginning of every query is asked, as a reader types it."""
    parts = {
        "index": site / search_index.FILE,
        "MiniSearch": site / "assets/js/vendor/minisearch.js",
        "search-core.js": site / "assets/js/search-core.js",
        "search-worker.js": site / "assets/js/search-worker.js",
    }
    for name, file in parts.items():
        data = file.read_bytes()
        print(f"{name:<16} {len(data) / 1000:7.1f} KB, {len(gzip.compress(data, 6)) / 1000:6.1f} KB gzip")
    typed = [query.text[:end] for query in queries() for end in range(1, len(query.text) + 1)]
    found = ask(site, typed)
    times = sorted(answer["milliseconds"] for answer in found["answers"])
    print(f"loading the index: {found['loaded']:.0f} ms")
    print(
        f"a key press ({len(times)} of them): median {statistics.median(times):.1f} ms, "
        f"95 % within {times[int(len(times) * 0.95)]:.1f} ms, slowest {times[-1]:.1f} ms"
    )


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "site"))
