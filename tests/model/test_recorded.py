"""What commands record of releases, changes and other places: what a record needs, and what it refuses."""

import copy
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from scripts.model import canary, change, freshness

LINK = {"url": "https://a.org/", "state": "gone", "seen": "2026-11-22", "since": "2026-11-20"}
RELEASE = {
    "name": "torch on PyPI", "where": "requirements/frameworks.in", "said": "2.13.0", "newest": "2.15.0",
    "released": "2026-10-28",
}  # fmt: skip
LEFT_OUT = {"url": "https://a.org/", "because": "It asks for a login.", "until": "2027-01-01"}
RECORDS: dict[type[BaseModel], Any] = {
    canary.Canary: {
        "day": "2026-11-22", "versions": {"torch": "2.15.0"}, "ran": {"pairs": 51},
        "deviations": [{"kind": "pairs", "id": "a-pair", "says": "x"}],
    },
    change.Changes: {
        "upto": "0123456789abcdef" * 2 + "01234567",
        "changes": [{"day": "2026-11-22", "kind": "verdict", "url": "compare/a-row/", "title": "A row"}],
    },
    freshness.Freshness: {
        "links_seen": "2026-11-22", "links": [LINK], "releases_seen": "2026-11-22", "releases": [RELEASE],
    },
    freshness.Unreachables: [LEFT_OUT],
}  # fmt: skip


@pytest.mark.parametrize("record", RECORDS)
def test_a_record_is_read_as_it_is_written(record: type[BaseModel]) -> None:
    read = record.model_validate(RECORDS[record])
    assert record.model_validate_json(read.model_dump_json()) == read


REFUSED: list[tuple[type[BaseModel], list[str | int], Any]] = [
    (canary.Canary, ["deviations", 0, "says"], ""),
    (canary.Canary, ["deviations", 0, "id"], "A Pair"),
    (canary.Canary, ["deviations", 0, "kind"], "rows"),
    (canary.Canary, ["ran", "pairs"], "many"),
    (canary.Canary, ["ran"], {"rows": 1}),
    (canary.Canary, ["day"], "yesterday"),
    (change.Changes, ["upto"], "0123456789"),
    (change.Changes, ["upto"], "g" * 40),
    (change.Changes, ["changes", 0, "kind"], "moved"),
    (change.Changes, ["changes", 0, "who"], "somebody"),
    (freshness.Freshness, ["links", 0, "state"], "lost"),
    (freshness.Freshness, ["links", 0, "url"], "a.org"),
    (freshness.Freshness, ["releases", 0, "released"], "2.15.0"),
    (freshness.Freshness, ["links"], 1),
    (freshness.Unreachables, [0, "because"], "it asks"),
    (freshness.Unreachables, [0, "until"], "never"),
]


@pytest.mark.parametrize(("record", "steps", "value"), REFUSED)
def test_what_no_command_writes_is_refused(
    record: type[BaseModel], steps: list[str | int], value: Any
) -> None:
    data: Any = copy.deepcopy(RECORDS[record])
    place = data
    for step in steps[:-1]:
        place = place[step]
    place[steps[-1]] = value
    with pytest.raises(ValidationError):
        record.model_validate(data)


def test_a_look_that_has_not_happened_has_no_day() -> None:
    none = freshness.Freshness()
    assert (none.links_seen, none.links, none.releases_seen, none.releases) == (None, [], None, [])


@pytest.mark.parametrize(
    ("named", "of"),
    [(canary.KINDS, canary.What), (change.KINDS, change.What), (freshness.STATES, freshness.State)],
)
def test_each_kind_has_a_name_of_its_own(named: dict[str, Any], of: Any) -> None:
    assert tuple(named) == of.__args__
    assert len(set(named.values())) == len(named)
