"""`mkdocs serve` starts anew when its own code has changed, as Python keeps what it has imported.

Only a new process is sure to hold nothing old: MkDocs keeps the hooks for ever, and modules hold each other.
"""

import logging
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from mkdocs.exceptions import PluginError

from scripts import paths

CODE = paths.ROOT / "scripts"
_OPENING = {"-o", "--open"}  # the browser has the page already
_CAN_REPLACE = os.name != "nt"  # on Windows a new process would leave its terminal
_PLACE = re.compile(r'^  File "(.+)", line (\d+)', re.MULTILINE)
_log = logging.getLogger("mkdocs.hooks")

Times = dict[str, int]


def times(folder: Path = CODE) -> Times:
    """When each file of the code was last changed, by its path below the folder's parent."""
    files = sorted(folder.rglob("*.py"))
    return {file.relative_to(folder.parent).as_posix(): file.stat().st_mtime_ns for file in files}


def changed(before: Times, now: Times) -> list[str]:
    """The files that are new, gone, or not as they were."""
    return sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))


def after(names: list[str], site: Path) -> None:
    """Start this process anew after a change of its code; `site` is the folder that it has made for itself.

    Raises:
        PluginError: the new code cannot be imported, so the server stays and waits for the next change; or
            the system cannot replace a process.

    """
    said = ", ".join(names)
    if not _CAN_REPLACE:
        raise PluginError(f"restart `make serve`: {said} changed")
    if fault := _fault():
        raise PluginError(f"{said} changed, but cannot be imported: {fault}; correct it, and serving goes on")
    _log.info("%s changed: starting anew", said)
    shutil.rmtree(site, ignore_errors=True)
    sys.stdout.flush()
    sys.stderr.flush()
    os.execv(sys.executable, [sys.executable, *(word for word in sys.orig_argv[1:] if word not in _OPENING)])


def _fault() -> str:
    """Why the code cannot be imported, with its place; empty if it can. It is tried in another process."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", "import scripts.hooks"],
        cwd=CODE.parent, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if not done.returncode:
        return ""
    last = (done.stderr.strip().splitlines() or ["nothing on standard error"])[-1]
    places = _PLACE.findall(done.stderr)
    return f"{Path(places[-1][0]).name}:{places[-1][1]}: {last}" if places else last
