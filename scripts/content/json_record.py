"""Records that one command writes whole and a page shows: what looks, a canary and the history found."""

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from scripts import paths
from scripts.content import source, whole
from scripts.model.api_names import PublicNames, Uses
from scripts.model.base import Record
from scripts.model.canary import Canary
from scripts.model.change import Changes
from scripts.model.freshness import Freshness
from scripts.problem import Problem

Found = TypeVar("Found", bound=Record)


@dataclass(frozen=True)
class JsonRecord(Generic[Found]):
    """A file below docs/ with one record: its path, its type, what it is called, its command and its rule.

    `brief` leaves out what has its default.
    """

    name: str
    model: type[Found]
    called: str
    command: str
    rule: str
    brief: bool = False

    def read(self, docs: Path) -> Found | Problem | None:
        """The record; None if there is none yet. A problem if it cannot be read."""
        file = docs / self.name
        if not file.exists():
            return None
        try:
            return self.model.model_validate_json(source.read(file))
        except ValidationError as error:
            remedy = f"restore the file, or run `{self.command}`"
            return Problem(f"{paths.DOCS}/{self.name}", 1, fault_of(error, self.called), remedy, self.rule)

    def write(self, docs: Path, found: Found) -> None:
        """Write the record, whole or not at all.

        Raises:
            OSError: it cannot be written; then the file is as it was.

        """
        file = docs / self.name
        text = found.model_dump_json(indent=1, exclude_defaults=self.brief) + "\n"
        if file.exists():
            whole.replace(file, text.encode())
        else:
            whole.create({file: text})


LOOKS = JsonRecord(
    "about/freshness.json", Freshness, "record of looks", "python -m scripts fresh", "freshness-record"
)
CANARY = JsonRecord("about/canary.json", Canary, "record of a canary", "make canary", "canary-record")
NAMES = JsonRecord(
    "api/names.json", PublicNames, "list of public names", "python -m scripts api", "api-record"
)
USES = JsonRecord("api/uses.json", Uses, "count of uses", "python -m scripts uses", "api-record")
CHANGES = JsonRecord(
    "about/changes.json", Changes, "record of changes", "python -m scripts changes", "change-record", True
)


def fault_of(error: ValidationError, called: str) -> str:
    """What is wrong first with a file that is not the JSON of what it is called."""
    first = error.errors()[0]
    where = ".".join(map(str, first["loc"]))
    return f"no {called}: {f'`{where}`: ' if where else ''}{first['msg']}"
