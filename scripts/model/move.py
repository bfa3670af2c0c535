"""Old addresses that must work for ever: `docs/moves.yml`."""

import datetime
from typing import Annotated

from pydantic import Field, RootModel, StringConstraints

from scripts.model.base import Record

# A site-relative address: `tools/litert/` or `tools/litert/#state`; the start page is ``.
SiteAddress = Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+/)*(#[a-z][a-z0-9-]*)?$")]


class Move(Record):
    """One address that moved, and where it went."""

    old: SiteAddress = Field(alias="from")
    new: SiteAddress = Field(alias="to")
    since: datetime.date


class Moves(RootModel[list[Move]]):
    """The whole file."""
