"""The field types that every record shares."""

import datetime
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints


class Record(BaseModel):
    """A record of a data file: immutable, and an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _as_text(value: Any) -> Any:
    """YAML reads 2026-03-11 as a date and 2026 as a number; both are meant as text here."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value


Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
Address = Annotated[str, StringConstraints(pattern=r"^https://\S+$")]
Sentence = Annotated[str, StringConstraints(min_length=10, max_length=600, pattern=r"[.!?)”\"]$")]
SourceDate = Annotated[
    str,
    BeforeValidator(_as_text),
    StringConstraints(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?|undated)$"),
]
Month = Annotated[str, BeforeValidator(_as_text), StringConstraints(pattern=r"^\d{4}-\d{2}$")]
RecheckDays = Annotated[int, Field(ge=30, le=365)]


class Checked(Record):
    """A record that somebody vouches for on a day and must look at again.

    `checked` is the day of the last check, `recheck_days` how long it may be relied on (30 to 365).
    """

    checked: datetime.date
    recheck_days: RecheckDays

    @property
    def recheck_by(self) -> datetime.date:
        """The day from which the record counts as stale."""
        return self.checked + datetime.timedelta(days=self.recheck_days)
