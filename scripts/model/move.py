"""Old addresses that must work for ever: `docs/moves.yml`."""

import datetime
from typing import Annotated

from pydantic import Field, RootModel, StringConstraints

from scripts.model.base import Record, form

# A site-relative address: `tools/litert/` or `tools/litert/#state`; the start page is ``.
SiteAddress = Annotated[
    str,
    StringConstraints(pattern=r"^([a-z0-9-]+/)*(#[a-z][a-z0-9-]*)?$"),
    form("an address without the site's own, such as `tools/litert/#state`"),
]


class Move(Record):
    """One address that moved, and where it went."""

    old: SiteAddress = Field(
        alias="from", description="Address that once existed: a page, or a heading of one"
    )
    new: SiteAddress = Field(alias="to", description="Address that exists and stands for it")
    since: datetime.date = Field(description="Day of the move")


class Moves(RootModel[list[Move]]):
    """All moved addresses."""
