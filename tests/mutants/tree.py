"""A copy of the repository in which files are broken on purpose, and tests that are run there quickly.

Python with what tests import is started once and forked for each run: a run costs its tests, not two seconds
of imports. What is changed is changed in the copy alone, and put back after each run.
"""

import ast
import contextlib
import gc
import importlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import types
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal

Outcome = Literal["passed", "failed", "too slow"]

# Made by a command of the Makefile, and the same for the copy.
LINKED = (".venvs", "tests/node_modules", "tests/mutants/node_modules")
# What each fork must import for itself, from the copy.
OWN = ("scripts", "tests", "conftest", "__main__")

GRACE = 5.0  # seconds in which the quickest tests may hang
# What a function calls in a run that finds out which tests call it.
WATCH = "__watch__"


class Order:
    """A plugin of pytest: tests that failed of late come first, then quick ones; it tells what fails."""

    def __init__(self, tree: "Tree", file: Path, only: Collection[str] | None = None) -> None:
        self.tree, self.file, self.only = tree, file, only
        self.seconds: dict[str, float] = {}

    def place(self, item: Any) -> tuple[int, float]:
        """Where a test stands in their order."""
        failed = self.tree.failed
        place = failed.index(item.nodeid) if item.nodeid in failed else len(failed)
        return place, self.tree.seconds.get(item.nodeid, 0.0)

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        """Put them into this order, and leave out those that are not wanted."""
        if self.only:
            items[:] = [item for item in items if item.nodeid in self.only]
        items.sort(key=self.place)

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Write down one that failed, and how long each takes."""
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0.0) + report.duration
        if report.failed:
            self.file.write_text(f"{report.nodeid}\n", encoding="utf-8")


class Variants:
    """A plugin of pytest: collects tests once; for each variant of a module, a fork runs those it concerns.

    What pytest and imports take is taken once. A variant takes the place of the code of functions that are
    loaded; one that changes more than bodies of functions needs an import, and is left to `Tree.run`. Tests
    that do not call what is changed, when nothing is broken, are left out.
    """

    def __init__(self, tree: "Tree", name: str, texts: Sequence[str], outcomes: Path) -> None:
        self.tree, self.texts, self.outcomes = tree, texts, outcomes
        self.name, self.file = name, str(tree.folder / name)
        self.calls: dict[str, set[str]] = {}  # what each test calls of the module
        self.seen = tree.folder / ".git" / "calls.json"
        self.order, self.watches = Order(tree, self.seen), False

    def pytest_runtestloop(self, session: Any) -> None:
        """Run the tests for each variant; each fork goes on from here as a session of its own."""
        loaded, own = _functions(self.file), Path(self.file).read_text(encoding="utf-8")
        items, limit, found = list(session.items), 600.0, list[tuple[str, list[str]]]()
        gc.freeze()  # what is there is not copied for each fork to be counted
        for turn, text in enumerate((own, *self.texts)):
            began = time.monotonic()
            changes = _changes(own, text, self.file, loaded) if turn else _watched(own, self.file, loaded)
            if changes is None:
                found.append(("unknown", []))
                continue
            if turn:
                called = {part for function, _ in changes for part in _parts(function.__code__)}
                session.items[:] = sorted(
                    (item for item in items if called & self.calls.get(item.nodeid, set())),
                    key=self.order.place,
                )
            with self.tree.changed(self.name, text):
                if (child := os.fork()) == 0:
                    os.setpgid(0, 0)
                    signal.setitimer(signal.ITIMER_REAL, limit)
                    for function, code in changes:
                        function.__code__ = code
                        function.__globals__[WATCH] = self._note
                    self.watches = not turn
                    return
                found.append((self.tree.ended(child), [item.nodeid for item in session.items]))
            if not turn:
                if found[0][0] != "passed":
                    break
                listed = json.loads(self.seen.read_text(encoding="utf-8"))
                self.calls = {name: set(calls) for name, calls in listed.items()}
                limit = 5 * (time.monotonic() - began) + GRACE
        self.outcomes.write_text(json.dumps(found[1:]), encoding="utf-8")
        os._exit(0)

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Note calls under this test."""
        self.current = self.calls.setdefault(nodeid, set())

    def pytest_sessionfinish(self) -> None:
        """Write down what was called."""
        if self.watches:
            listed = {name: sorted(calls) for name, calls in self.calls.items()}
            self.seen.write_text(json.dumps(listed), encoding="utf-8")

    def _note(self) -> None:
        self.current.add(_key(sys._getframe(1).f_code))


def _key(code: types.CodeType) -> str:
    return f"{code.co_firstlineno} {code.co_qualname}"


def _parts(code: types.CodeType) -> Iterator[str]:
    """The keys of a function and of those that it defines."""
    yield _key(code)
    for part in code.co_consts:
        if isinstance(part, types.CodeType):
            yield from _parts(part)


def _functions(file: str) -> dict[tuple[str, int], list[types.FunctionType]]:
    """The functions of a file that are loaded, by name and line."""
    found: dict[tuple[str, int], list[types.FunctionType]] = {}
    for one in gc.get_objects():
        if isinstance(one, types.FunctionType) and one.__code__.co_filename == file:
            found.setdefault((one.__code__.co_qualname, one.__code__.co_firstlineno), []).append(one)
    return found


def _changes(
    was: str, now: str, file: str, loaded: dict[tuple[str, int], list[types.FunctionType]]
) -> list[tuple[types.FunctionType, types.CodeType]] | None:
    """The loaded functions whose code differs, with the new one; None where more than that differs."""
    if _frame(was) != _frame(now):
        return None
    changes = []
    for before, after in zip(_codes(was, file), _codes(now, file), strict=True):
        if before == after:
            continue
        functions = loaded.get((before.co_qualname, before.co_firstlineno), [])
        if not functions or before.co_freevars != after.co_freevars:
            return None
        changes += [(function, after) for function in functions]
    return changes


@cache
def _frame(text: str) -> str:
    """A module without the bodies of its functions."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.body = []
    return ast.dump(tree)


def _watched(
    text: str, file: str, loaded: dict[tuple[str, int], list[types.FunctionType]]
) -> list[tuple[types.FunctionType, types.CodeType]]:
    """The loaded functions with code that tells of each call."""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            call = ast.Expr(ast.Call(ast.Name(WATCH, ast.Load()), [], []))
            node.body.insert(0, ast.fix_missing_locations(ast.copy_location(call, node.body[0])))
    return [
        (function, code)
        for code in _codes_of(compile(tree, file, "exec"))
        for function in loaded.get((code.co_qualname, code.co_firstlineno), [])
    ]


@cache
def _codes(text: str, file: str) -> list[types.CodeType]:
    return _codes_of(compile(text, file, "exec"))


def _codes_of(module: types.CodeType) -> list[types.CodeType]:
    """The code of each function of a module, methods included, with what stands within."""
    wanted, found = [module], list[types.CodeType]()
    while wanted:
        for part in wanted.pop().co_consts:
            if isinstance(part, types.CodeType):
                # CO_NEWLOCALS: a function, not a class
                (found if part.co_flags & 2 else wanted).append(part)
    return found


class Tree:
    """A copy of the files that Git knows, and new ones that it does not ignore, in `folder`."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.folder = folder
        self.prepared: dict[tuple[str, ...], float] = {}
        # Tests that failed of late come first: one of them often sees the next fault, too.
        self.failed: list[str] = []
        self.seconds: dict[str, float] = {}
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
            imported, seconds_of = json.loads(report.read_text(encoding="utf-8"))
            self.seconds |= seconds_of
            for name in imported:
                with contextlib.suppress(Exception):
                    importlib.import_module(name)
        return self.prepared[key]

    def run(
        self,
        tests: list[str],
        seconds: float,
        report: Path | None = None,
        only: Collection[str] | None = None,
    ) -> Outcome:
        """Run tests in a fork, until the first that fails or until the time is up; of them `only` some.

        With `report`, compiled files are kept, and the names of the modules that were imported written there.
        """
        if (child := os.fork()) == 0:
            with contextlib.suppress(BaseException):
                os.setpgid(0, 0)
                os._exit(self._tests(tests, seconds, report, only))
            os._exit(3)
        with contextlib.suppress(OSError):
            os.setpgid(child, child)
        return self.ended(child)

    def ended(self, child: int) -> Outcome:
        """How the tests in a fork ended, when they have."""
        _, status = os.waitpid(child, 0)
        for name in self._failures():
            self.failed = [name, *(known for known in self.failed if known != name)]
        # Nothing that a test has started outlives it.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGALRM:
            return "too slow"
        return "passed" if os.waitstatus_to_exitcode(status) == 0 else "failed"

    def outcomes(
        self, tests: list[str], name: str, texts: Sequence[str]
    ) -> list[tuple[Outcome | None, list[str]]]:
        """What tests say of each variant of a module, and which were run; None where only `run` can tell."""
        file = self.folder / ".git" / "outcomes.json"
        file.unlink(missing_ok=True)
        if (child := os.fork()) == 0:
            with contextlib.suppress(BaseException):
                os.setpgid(0, 0)
                os._exit(self._tests(tests, 0, None, None, Variants(self, name, texts, file)))
            os._exit(3)
        os.waitpid(child, 0)
        listed = json.loads(file.read_text(encoding="utf-8")) if file.exists() else []
        found = [(None if outcome == "unknown" else outcome, names) for outcome, names in listed]
        return found + [(None, [])] * (len(texts) - len(found))

    def _failures(self) -> list[str]:
        file = self.folder / ".git" / "failed"
        names = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
        file.unlink(missing_ok=True)
        return names

    def _tests(
        self,
        tests: list[str],
        seconds: float,
        report: Path | None,
        only: Collection[str] | None,
        *plugins: object,
    ) -> int:
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
        fast.append(f"--basetemp={self.folder.parent / 'temporary'}")
        order = Order(self, self.folder / ".git" / "failed", only)
        code = int(pytest.main([*fast, "-q", "--strict-markers", *tests], plugins=[order, *plugins]))
        if report:
            names = sorted(name for name in sys.modules if name.partition(".")[0] not in OWN)
            report.write_text(json.dumps([names, order.seconds]), encoding="utf-8")
        return code
