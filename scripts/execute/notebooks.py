"""Executes notebooks, each in a process and a folder of its own."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

from scripts import dates, paths
from scripts.content import fingerprint, whole
from scripts.execute import environment

CELL_SECONDS = 240
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
        settings = environment.settings(folder)
        done = subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, check=False)
        if done.returncode:
            lines = done.stderr.strip().splitlines() or ["nothing on standard error"]
            return next((line for line in lines if line.startswith("cell ")), lines[-1])
        if not check:
            whole.replace(file, stamped(copy.read_bytes()))
    return ""


def stamped(data: bytes) -> bytes:
    """An executed notebook with its fingerprint, written as Jupyter writes."""
    fields = json.loads(data)
    fields["metadata"][fingerprint.KEY] = fingerprint.of_notebook(fields)
    return (json.dumps(fields, indent=1, ensure_ascii=False, sort_keys=True) + "\n").encode()
