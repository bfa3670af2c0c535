"""A copy of the repository in which files are broken on purpose, and tests that are run there quickly.

Python with what tests import is started once and forked for each run: a run costs its tests, not two seconds
of imports. What is changed is changed in the copy alone, and put back after each run.
"""

import contextlib
import importlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

Outcome = Literal["passed", "failed", "too slow"]

# Made by a command of the Makefile, and the same for the copy.
LINKED = (".venvs", "tests/node_modules", "tests/mutants/node_modules")
# What each fork must import for itself, from the copy.
OWN = ("scripts", "tests", "conftest", "__main__")


class Order:
    """A plugin of pytest: tests that failed of late come first, and those that fail now are written down."""

    def __init__(self, failed: list[str], file: Path) -> None:
        self.places = {name: place for place, name in enumerate(failed)}
        self.file = file

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        """Move them to the front."""
        items.sort(key=lambda item: self.places.get(item.nodeid, len(self.places)))

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Write down one that failed."""
        if report.failed:
            self.file.write_text(f"{report.nodeid}\n", encoding="utf-8")


class Tree:
    """A copy of the files that Git knows, and new ones that it does not ignore, in `folder`."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.folder = folder
        self.prepared: dict[tuple[str, ...], float] = {}
        # Tests that failed of late come first: one of them often sees the next fault, too.
        self.failed: list[str] = []
        shutil.rmtree(folder, ignore_errors=True)
        listing = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(listing, cwd=root, capture_output=True, text=True, check=True).stdout
        for name in names.split("\0"):
            if name and (root / name).is_file() and not (root / name).is_symlink():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(root / name, folder / name)
        for name in LINKED:
            if (root / name).exists():
                (folder / name).symlink_to((root / name).resolve())
        # Some tests ask Git which files there are.
        subprocess.run(["git", "init", "--quiet"], cwd=folder, check=True)
        subprocess.run(["git", "add", "--all"], cwd=folder, check=True)

    @contextlib.contextmanager
    def changed(self, name: str, text: str) -> Iterator[None]:
        """A file that holds another text for a while. No compiled copy of it is left to be taken for it."""
        file = self.folder / name
        before = file.read_bytes()
        file.write_text(text, encoding="utf-8")
        for stale in file.parent.glob(f"__pycache__/{file.stem}.*"):
            stale.unlink()
        try:
            yield
        finally:
            file.write_bytes(before)

    def log(self) -> str:
        """What the last run of tests printed, the end of it."""
        return (self.folder / ".git" / "log").read_text(encoding="utf-8", errors="replace")[-3000:]

    def prepare(self, tests: list[str], seconds: float = 600) -> float | None:
        """Run tests once as they are, and import what they imported from elsewhere.

        Returns how many seconds they took; None if they fail. What was prepared is not prepared again.
        """
        key = tuple(tests)
        if key not in self.prepared:
            report = self.folder / ".git" / "imported.json"
            began = time.monotonic()
            if self.run(tests, seconds, report) != "passed":
                return None
            self.prepared[key] = time.monotonic() - began
            for name in json.loads(report.read_text(encoding="utf-8")):
                with contextlib.suppress(Exception):
                    importlib.import_module(name)
        return self.prepared[key]

    def run(self, tests: list[str], seconds: float, report: Path | None = None) -> Outcome:
        """Run tests in a fork, until the first that fails or until the time is up.

        With `report`, compiled files are kept, and the names of the modules that were imported written there.
        """
        if (child := os.fork()) == 0:
            with contextlib.suppress(BaseException):
                os.setpgid(0, 0)
                os._exit(self._tests(tests, seconds, report))
            os._exit(3)
        with contextlib.suppress(OSError):
            os.setpgid(child, child)
        _, status = os.waitpid(child, 0)
        for name in self._failures():
            self.failed = [name, *(known for known in self.failed if known != name)]
        # Nothing that a test has started outlives it.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM:
            return "too slow"
        return "passed" if os.waitstatus_to_exitcode(status) == 0 else "failed"

    def _failures(self) -> list[str]:
        file = self.folder / ".git" / "failed"
        names = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        file.unlink(missing_ok=True)
        return names

    def _tests(self, tests: list[str], seconds: float, report: Path | None) -> int:
        os.chdir(self.folder)
        sys.path[:] = [str(self.folder), *(path for path in sys.path if path != os.getcwd())]
        for name in [name for name in sys.modules if name.partition(".")[0] in OWN and name != "__main__"]:
            del sys.modules[name]
        sys.dont_write_bytecode = report is None
        os.environ |= {"PYTHONDONTWRITEBYTECODE": "" if report else "1", "PYTHONPATH": str(self.folder)}
        log = os.open(self.folder / ".git" / "log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(log, 1)
        os.dup2(log, 2)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        import pytest  # noqa: PLC0415  (each fork its own)

        fast = ["-x", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:rerunfailures", "-o", "addopts="]
        order = Order(self.failed, self.folder / ".git" / "failed")
        code = int(pytest.main([*fast, "-q", "--strict-markers", *tests], plugins=[order]))
        if report:
            names = sorted(name for name in sys.modules if name.partition(".")[0] not in OWN)
            report.write_text(json.dumps(names), encoding="utf-8")
        return code
