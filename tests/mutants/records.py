"""What is tested by mutants, what was found, and the faults that were made by hand."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from scripts import paths

FOLDER = Path(__file__).parent
MODULES, SCORES, FAULTS = (FOLDER / name for name in ("modules.yml", "scores.yml", "faults.yml"))
# Of all mutants in an area, that many must be killed.
LEAST = 0.9
HEAD = (
    "# Written by `python -m tests.mutants --record`; the reasons (`why`) are written by hand, and kept.\n\n"
)


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Survivor(_Record):
    """A mutant that no test notices: its lines before and after, and why that is so."""

    was: str
    now: str
    why: str = ""


class Score(_Record):
    """How many mutants of a module were tried and killed; fewer than there are in a sample."""

    killed: int
    of: int
    mutants: int
    survivors: list[Survivor]

    @property
    def share(self) -> float:
        """The share that is killed."""
        return self.killed / self.of if self.of else 1.0

    @property
    def sampled(self) -> bool:
        """Whether not all mutants were tried."""
        return self.of < self.mutants

    @property
    def words(self) -> str:
        """The score in words."""
        sample = f" (a sample of {self.mutants})" if self.sampled else ""
        return f"{self.killed} of {self.of} killed{sample}"

    def explained(self, before: "Score | None") -> "Score":
        """The same with the reasons that were given before."""
        reasons = {(entry.was, entry.now): entry.why for entry in before.survivors} if before else {}
        entries = [
            Survivor(was=entry.was, now=entry.now, why=reasons.get((entry.was, entry.now), ""))
            for entry in self.survivors
        ]
        return self.model_copy(update={"survivors": entries})


class Fault(_Record):
    """A fault made by hand: what it is, what it replaces in a file, and the tests that must notice it."""

    says: str
    file: str
    was: str
    now: str
    tests: list[str]


def modules() -> Iterator[tuple[str, str, list[str]]]:
    """Area, module and tests of each line of `modules.yml`."""
    areas: Mapping[str, Mapping[str, list[str]]] = yaml.safe_load(MODULES.read_text(encoding="utf-8"))
    for area, listed in areas.items():
        for module, tests in listed.items():
            yield area, module, tests


def scores() -> dict[str, Score]:
    """The recorded score of each module."""
    listed = yaml.safe_load(SCORES.read_text(encoding="utf-8")) if SCORES.exists() else {}
    return {module: Score.model_validate(entry) for module, entry in (listed or {}).items()}


def faults() -> list[Fault]:
    """The faults made by hand."""
    return [Fault.model_validate(entry) for entry in yaml.safe_load(FAULTS.read_text(encoding="utf-8"))]


def write(found: Mapping[str, Score]) -> None:
    """Record scores, in the order of `modules.yml`."""
    listed = {
        module: {
            **found[module].model_dump(exclude={"survivors"}),
            "survivors": [entry.model_dump() for entry in found[module].survivors],
        }
        for _, module, _ in modules()
        if module in found
    }
    text = yaml.safe_dump(listed, sort_keys=False, allow_unicode=True, width=200)
    SCORES.write_text(HEAD + text, encoding="utf-8")


def problems(found: Mapping[str, Score]) -> list[str]:
    """Areas of which too few mutants are killed, and survivors without a reason."""
    said = []
    areas: dict[str, list[Score]] = {}
    for area, module, _ in modules():
        if not (paths.ROOT / module).is_file():
            said.append(f"tests/mutants/modules.yml: there is no {module}; correct its name")
        if module in found:
            areas.setdefault(area, []).append(found[module])
            said += [
                f"tests/mutants/scores.yml: {module}: “{entry.now}” survives; test it, or say `why`"
                for entry in found[module].survivors
                if not entry.why
            ]
    for area, listed in areas.items():
        killed, of = (sum(getattr(score, name) for score in listed) for name in ("killed", "of"))
        if of and killed / of < LEAST:
            said.append(f"{area}: {killed} of {of} mutants are killed, which is below {LEAST:.0%}; add tests")
    return said
