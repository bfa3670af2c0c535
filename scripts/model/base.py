"""The field types that every record shares."""

import datetime
from typing import Annotated, Any

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints


class Record(BaseModel):
    """A record of a data file: immutable, and an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, serialize_by_alias=True)


def _as_text(value: Any) -> Any:
    """YAML reads 2026-03-11 as a date and 2026 as a number; both are meant as text here."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value


# What keys were called before, and are now: no record has a former key for anything else.
FORMER_KEYS: dict[str, str] = {}


def formerly(name: str, former: str) -> Any:
    """A key that had another name, which is still read; the rule `former-key` asks for the new one."""
    FORMER_KEYS[former] = name
    return Field(validation_alias=AliasChoices(name, former))


EXPECTED = "Expected: "


def form(words: str) -> Any:
    """What a pattern asks for, in words. Editors show them in place of it, and so do the tables of fields."""
    return Field(json_schema_extra={"patternErrorMessage": f"{EXPECTED}{words}"})


Identifier = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"),
    form("lower-case words joined by hyphens"),
]
Address = Annotated[str, StringConstraints(pattern=r"^https://\S+$"), form("an address with `https://`")]
Sentence = Annotated[
    str,
    StringConstraints(min_length=10, max_length=600, pattern=r'[.!?)”"]$'),
    form("a sentence, with its full stop"),
]
Ask = Annotated[str, StringConstraints(pattern=r"\?$"), form("a question, with its question mark")]
_DateText = Annotated[
    str,
    StringConstraints(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?|undated)$"),
    form("2026, 2026-03, 2026-03-11 or `undated`"),
]
_Year = Annotated[int, Field(ge=1000, le=9999)]
SourceDate = Annotated[_DateText, BeforeValidator(_as_text, json_schema_input_type=_DateText | _Year)]
_MonthText = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}$"), form("a month such as 2026-11")]
Month = Annotated[_MonthText, BeforeValidator(_as_text)]
RecheckDays = Annotated[int, Field(ge=30, le=365)]


class Checked(Record):
    """A record that somebody vouches for on a day and must look at again."""

    checked: datetime.date = Field(description="Day on which it was last checked")
    recheck_days: RecheckDays = Field(description="For how many days after `checked` it may be relied on")

    @property
    def recheck_by(self) -> datetime.date:
        """The day from which the record counts as stale."""
        return self.checked + datetime.timedelta(days=self.recheck_days)
