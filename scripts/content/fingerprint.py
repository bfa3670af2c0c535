"""The fingerprint of a record: what was written is what is read.

It is there against edits made in haste or in hiding, which it makes visible. It is no signature: who means to
deceive can compute another one. What keeps a record true is that every run of the tests makes it anew.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

KEY = "fingerprint"


def of(fields: Mapping[str, Any]) -> str:
    """The SHA-256 of a record's fields, its own fingerprint aside; the same however the file is laid out."""
    rest = {name: value for name, value in fields.items() if name != KEY}
    text = json.dumps(rest, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def stamped(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields, with their fingerprint as the last one."""
    return {**{name: value for name, value in fields.items() if name != KEY}, KEY: of(fields)}


def of_notebook(data: Mapping[str, Any]) -> str:
    """The fingerprint of an executed notebook: its code, what that printed and showed, day and versions.

    Text around the code may be corrected without another run.
    """
    cells = [
        {"source": _joined(cell["source"]), "outputs": cell["outputs"], "count": cell["execution_count"]}
        for cell in data["cells"]
        if cell["cell_type"] == "code"
    ]
    metadata = data.get("metadata", {})
    return of({"cells": cells, "recorded": metadata.get("recorded"), "versions": metadata.get("versions")})


def _joined(source: Any) -> str:
    return "".join(source)
