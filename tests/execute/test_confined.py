"""Hostile programs of each kind: what they may not do, they cannot, and the message says what they tried."""

import os
import socket
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.content import pair_files
from scripts.execute import confined, environment, notebooks, programs
from scripts.execute.confined import Finished, Limits
from tests.conftest import Sample

pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits and groups of processes are POSIX's")
isolated = pytest.mark.skipif(not confined.is_isolated(), reason="this system has no user namespaces")

SMALL = Limits(6, memory=200 << 20, output=100 << 10, file=1 << 20, processes=12)

# What a program does, and what the message says of it.
HOSTILE = {
    "asks the network": (
        "import socket\ntry: socket.create_connection(('203.0.113.9', 80))\nexcept OSError: pass\n",
        "asks the network for 203.0.113.9",
    ),
    "asks for a name": (
        "import socket\ntry: socket.gethostbyname('example.org')\nexcept OSError: pass\n",
        "asks the network for example.org",
    ),
    "prints without end": ("while True: print('x' * 1000)\n", "printed more than 100 kB"),
    "warns without end": (
        "import sys\nwhile True: print('x' * 1000, file=sys.stderr)\n",
        "printed more than 100 kB",
    ),
    "takes memory without end": (
        "held = []\nwhile True: held.append(bytearray(10 << 20))\n",
        "used more than 200 MB of memory",
    ),
    "starts processes without end": (
        "import os, time\nfor _ in range(100): os.fork() or time.sleep(60)\ntime.sleep(60)\n",
        "started more than 12 processes",
    ),
    "never ends": ("import time\nwhile True: time.sleep(1)\n", "ran longer than"),
}


def of_program(sample: Sample, code: str) -> str:
    sample.write("tools/one-example.py", code)
    with pytest.raises(environment.ProgramError) as raised:
        programs.run(sample.docs, "one", "frameworks")
    return str(raised.value)


def of_file(sample: Sample, code: str, name: str, capsys: pytest.CaptureFixture[str]) -> str:
    file = sample.docs / "examples/a-pair" / name
    file.write_text(code + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert main(["run", "--root", str(sample.root), "--only", "pytorch"]) == 1
    error = capsys.readouterr().err
    assert error.startswith("docs/examples/a-pair/with_pytorch.py:1: ")
    return error


KINDS = ("program", "pair", "mistake", "notebook")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_program_is_stopped_and_told_of(
    paired: Sample,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    kind: str,
    name: str,
) -> None:
    seconds = 1.5 if name == "never ends" else SMALL.seconds
    monkeypatch.setattr(confined, "Limits", lambda _: Limits(seconds, *list(vars(SMALL).values())[1:]))
    code, message = HOSTILE[name]
    start = time.monotonic()
    if kind == "program":
        said = of_program(paired, code)
    elif kind == "pair":
        said = of_file(paired, code, pair_files.PROGRAMS["pytorch"], capsys)
    elif kind == "mistake":
        said = of_file(paired, code, pair_files.MISTAKE, capsys)
    else:
        worker, file = paired.root / "worker.py", paired.root / "a.ipynb"
        worker.write_text(code, encoding="utf-8")
        file.write_text("{}", encoding="utf-8")
        monkeypatch.setattr(notebooks, "WORKER", worker)
        said = notebooks.execute(file, check=True)
    assert message in said
    assert "Traceback" not in said
    assert (
        time.monotonic() - start < SMALL.seconds + 30
    )  # it may wait for a busy machine, never for the program


def ran(folder: Path, code: str, reads: tuple[Path, ...] = ()) -> Finished:
    """How a program of this code ended, in a folder of its own."""
    work = folder / uuid.uuid4().hex
    work.mkdir()
    (work / "program.py").write_text(code, encoding="utf-8")
    return confined.run([sys.executable, "-P", work / "program.py"], work, reads, SMALL)


@pytest.fixture
def token(monkeypatch: pytest.MonkeyPatch) -> str:
    """A secret in the variables of this process."""
    value = uuid.uuid4().hex
    monkeypatch.setenv("A_TOKEN", value)
    return value


def test_a_program_sees_the_listed_variables_alone(tmp_path: Path, token: str) -> None:
    done = ran(tmp_path, "import os\nprint(*sorted(os.environ))\nprint(os.environ)")
    assert token not in done.printed
    names = done.printed.splitlines()[0].split()
    own = set(environment.settings("")) | {"PYTHONPATH", "CONFINED_NOTES", "CONFINED_FOLDER", "LC_CTYPE"}
    assert set(names) <= own
    assert {"HOME", "TMPDIR", "PYTHONHASHSEED", "OMP_NUM_THREADS"} <= set(names)


@isolated
def test_a_program_reads_no_variables_of_another_process(tmp_path: Path, token: str) -> None:
    code = (
        "import glob\n"
        "for name in glob.glob('/proc/*/environ') + glob.glob('/proc/*/task/*/environ'):\n"
        "    try: print(open(name).read())\n"
        "    except OSError: pass\n"
    )
    done = ran(tmp_path, code)
    assert "PYTHONHASHSEED" in done.printed  # its own
    assert token not in done.printed


@isolated
def test_a_program_sees_no_file_but_its_own_and_what_it_is_given(tmp_path: Path) -> None:
    secret, given = tmp_path / "secret.txt", tmp_path / "given"
    secret.write_text("secret", encoding="utf-8")
    given.mkdir()
    (given / "inputs.py").write_text("given = 1", encoding="utf-8")
    code = f"""
import os
from pathlib import Path
print(Path({str(given)!r}, "inputs.py").read_text())
for path in ({str(secret)!r}, {str(Path(__file__))!r}, "/etc/shadow", {str(Path.home() / ".ssh")!r}):
    print(path, os.path.exists(path))
for path in ({str(given / "inputs.py")!r}, {str(given / "new.py")!r}, "/usr/new", "/etc/new", "/new", {sys.executable!r}):
    try:
        open(path, "a").close()
        print("wrote", path)
    except OSError as error:
        print(type(error).__name__)
open("own.txt", "w").write("own")
print(open("own.txt").read(), os.listdir("/tmp"))
"""  # noqa: E501
    done = ran(tmp_path, code, (given,))
    assert done.errors == ""
    assert done.printed.startswith("given = 1\n")
    assert "True" not in done.printed
    assert "wrote" not in done.printed
    assert "\nown [" in done.printed
    assert (given / "inputs.py").read_text(encoding="utf-8") == "given = 1"
    assert not (given / "new.py").exists()


@isolated
def test_a_program_cannot_undo_its_confinement(tmp_path: Path) -> None:
    code = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
print(os.getuid(), libc.mount(b"none", b"/usr", b"", 32 | 4096, b""))
libc.unshare(0x10000000 | 0x20000)  # even as the root of a namespace below
print(libc.mount(b"none", b"/usr", b"", 32 | 4096, b""), libc.umount2(b"/usr", 2), libc.umount2(b"/", 2))
"""
    assert ran(tmp_path, code).printed == "1000 -1\n-1 -1 -1\n"


@pytest.fixture
def port() -> Iterator[int]:
    """A port of this machine at which something listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


@isolated
def test_a_program_reaches_no_server_of_this_machine_even_around_python(tmp_path: Path, port: int) -> None:
    """A process that does not load the guard is held by the system: it has a network of its own."""
    inner = f"import socket; socket.create_connection(('127.0.0.1', {port})); print('reached')"
    code = f"import subprocess, sys\nsubprocess.run([sys.executable, '-I', '-S', '-c', {inner!r}])\n"
    done = ran(tmp_path, code)
    assert "reached" not in done.printed
    assert "ConnectionRefusedError" in done.errors
    socket.create_connection(("127.0.0.1", port)).close()  # it is there


def test_processes_of_a_program_may_speak_to_each_other(tmp_path: Path) -> None:
    code = """
import socket
with socket.create_server(("127.0.0.1", 0)) as server:
    client = socket.create_connection(server.getsockname())
    server.accept()[0].sendall(b"hello")
    print(client.recv(5))
"""
    done = ran(tmp_path, code)
    assert (done.printed, done.asked) == ("b'hello'\n", ())


def processes(mark: str) -> list[str]:
    """The processes of this machine whose command holds a text."""
    found = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = file.read_text(encoding="utf-8")
        except OSError:
            continue
        if mark in command:
            found.append(command)
    return found


@isolated
@pytest.mark.parametrize("end", ["", "import time; time.sleep(60)"], ids=["ends", "is stopped"])
def test_no_process_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    mark = uuid.uuid4().hex
    monkeypatch.setattr(sys.modules[__name__], "SMALL", Limits(1.5))
    code = (
        "import subprocess, sys\n"
        f"subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)', '{mark}'],"
        f" start_new_session=True)\nprint('started', flush=True)\n{end}\n"
    )
    done = ran(tmp_path, code)
    assert done.printed == "started\n"
    time.sleep(0.2)
    assert processes(mark) == []


def test_a_file_has_a_greatest_size(tmp_path: Path) -> None:
    done = ran(tmp_path, "open('big', 'wb').write(bytes(2 << 20))")
    assert done.code != 0


class TestWithoutNamespaces:
    """What holds where the system cannot isolate: macOS, containers without privileges, some Linux."""

    @pytest.fixture(autouse=True)
    def lesser(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(confined, "is_isolated", lambda: False)

    @pytest.mark.parametrize("name", HOSTILE)
    def test_a_hostile_program_is_stopped(
        self, sample: Sample, monkeypatch: pytest.MonkeyPatch, interpreter: None, name: str
    ) -> None:
        seconds = 1.5 if name == "never ends" else SMALL.seconds
        monkeypatch.setattr(confined, "Limits", lambda _: Limits(seconds, *list(vars(SMALL).values())[1:]))
        code, message = HOSTILE[name]
        if "memory" in message and not Path("/proc/self").is_dir():
            pytest.skip("memory is seen in /proc")
        assert message in of_program(sample, code)

    def test_a_program_writes_into_its_folder_alone(self, tmp_path: Path) -> None:
        other = tmp_path / "other.txt"
        for act in (f"open({str(other)!r}, 'w')", f"__import__('os').mkdir({str(other)!r})"):
            done = ran(tmp_path, act)
            assert "a program may write into its own folder alone" in done.errors
            assert not other.exists()
        assert ran(tmp_path, "print(open('own.txt', 'w').write('own'))").printed == "3\n"

    def test_no_process_of_its_group_is_left(self, tmp_path: Path) -> None:
        mark = uuid.uuid4().hex
        code = (
            "import subprocess, sys\n"
            f"subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)', '{mark}'])\n"
        )
        assert ran(tmp_path, code).stopped == ""
        assert processes(mark) == []

    def test_where_isolation_is_required_nothing_runs_without(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(confined.REQUIRED, "1")
        with pytest.raises(environment.ProgramError, match=r"cannot isolate programs, and CONFINED_REQUIRED"):
            ran(tmp_path, "print(1)")

    @pytest.mark.parametrize("command", ["programs", "run", "notebooks"])
    def test_each_command_says_so_at_its_start(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
    ) -> None:
        monkeypatch.setenv(confined.REQUIRED, "1")
        assert main([command]) == 2
        assert "see .github/SECURITY.md" in capsys.readouterr().err
