"""Executes notebooks, each in a process and a folder of its own."""

import json
import shutil
import tempfile
from pathlib import Path

from scripts import dates, paths
from scripts.content import fingerprint, whole
from scripts.execute import confined, environment

CELL_SECONDS = 240
SECONDS = 900  # for all cells of a notebook
# By its path, not imported: what it needs is installed in the environments of the frameworks alone.
WORKER = paths.ROOT / "scripts" / "execute" / "notebook_worker.py"


def execute(file: Path, check: bool) -> str:
    """Execute one notebook. Returns what failed, empty if nothing did."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / file.name
        shutil.copyfile(file, copy)
        command = [
            str(environment.interpreter("frameworks")), str(WORKER), str(copy),
            dates.today().isoformat(), str(CELL_SECONDS),
        ]  # fmt: skip
        done = confined.run(command, Path(folder), [WORKER], confined.Limits(SECONDS))
        if done.asked:
            return f"it asks the network for {', '.join(done.asked)}, and a notebook may not"
        if done.stopped:
            return f"it {done.stopped} and was stopped"
        if done.code:
            lines = done.errors.strip().splitlines()
            return next((line for line in lines if line.startswith("cell ")), done.last_error)
        if not check:
            whole.replace(file, stamped(copy.read_bytes()))
    return ""


def stamped(data: bytes) -> bytes:
    """An executed notebook with its fingerprint, written as Jupyter writes."""
    fields = json.loads(data)
    fields["metadata"][fingerprint.KEY] = fingerprint.of_notebook(fields)
    return (json.dumps(fields, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()
