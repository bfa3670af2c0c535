"""Starts one program with the limits and the view of the machine that it may have, and watches over it.

`confined_start.py REQUEST`, with the standard library alone: REQUEST is the JSON that `confined.py` makes.
On Linux with user namespaces the program gets a file system of its own, in which it sees what runs it (read
only), what it was given to read, and its folder; a network of the loopback device alone; and process ids of
its own, so that nothing outlives it. It has no privilege from which it could undo that.
"""

import contextlib
import ctypes
import fcntl
import json
import os
import platform
import resource
import signal
import socket
import struct
import sys
import time
from pathlib import Path
from typing import Any

NEW_NS, NEW_IPC, NEW_USER, NEW_PID, NEW_NET = 0x00020000, 0x08000000, 0x10000000, 0x20000000, 0x40000000
MS_NOSUID, MS_NODEV, MS_NOEXEC, MS_BIND, MS_REC, MS_PRIVATE = 2, 4, 8, 4096, 16384, 1 << 18
MNT_DETACH = 2
ATTR_RDONLY, ATTR_NOSUID, AT_FDCWD, AT_RECURSIVE = 1, 2, -100, 0x8000
PR_SET_PDEATHSIG, PR_SET_NO_NEW_PRIVS = 1, 38
PIVOT_ROOT = {"x86_64": 155, "aarch64": 41}
MOUNT_SETATTR = 442
LOOPBACK_UP = 0x8914  # SIOCSIFFLAGS

# What any program needs of the system, read only.
SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/sys")
SYSTEM_FILES = (
    *("/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d", "/etc/localtime", "/etc/alternatives"),
    *("/etc/hosts", "/etc/host.conf", "/etc/nsswitch.conf", "/etc/protocols", "/etc/services"),
    *("/etc/fonts", "/etc/mime.types"),
)
DEVICES = ("null", "zero", "full", "random", "urandom")
OWN = 1000  # the user that a program is, so that it has no privilege
PAUSE = 0.05  # seconds between two looks at what is used
MOST_LOOKED_AT = 300
THREADS = 8  # for each process that is allowed
TEMPORARY = 256 << 20  # bytes of /tmp

libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def main(text: str) -> int:
    """Start the program and wait for it. Returns its exit code."""
    request = json.loads(text)
    status = request["status"]
    os.set_inheritable(status, False)
    if request["isolate"]:
        _isolate()
    first = os.fork()
    if first:
        _, code = os.waitpid(first, 0)
        return os.waitstatus_to_exitcode(code) & 0xFF
    try:
        _end_with_parent()
        if request["isolate"]:
            _loopback()
            _root(request)
        report = _watched(request)
    except OSError as error:
        report = {"unable": f"{error.strerror}: {error.filename or error.filename2 or ''}"}
    os.write(status, json.dumps(report).encode())
    os._exit(0)


def _watched(request: dict[str, Any]) -> dict[str, Any]:
    """Run the program; what it ended with, or why it was stopped."""
    program = os.fork()
    if not program:
        _become(request)
    while True:
        while True:
            try:
                ended, code = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                ended = 0
            if ended == program:
                return {"code": os.waitstatus_to_exitcode(code)}
            if not ended:
                break
        held, processes = _used(own=not request["isolate"])
        if processes > request["processes"]:
            return {"stopped": "processes"}
        if held > request["memory"]:
            return {"stopped": "memory"}
        time.sleep(PAUSE)


def _become(request: dict[str, Any]) -> None:
    """Turn this process into the program."""
    try:
        os.chdir(request["folder"])
        for limit, most in ((resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, request["file"])):
            resource.setrlimit(limit, (most, most))
        if request["isolate"]:  # else it would count all processes of this user
            most = request["processes"] * THREADS
            resource.setrlimit(resource.RLIMIT_NPROC, (most, most))
        if libc:
            libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        os.execve(request["command"][0], request["command"], os.environ)
    except OSError as error:
        os.write(2, f"{request['command'][0]}: {error.strerror}\n".encode())
    os._exit(127)


def _used(own: bool) -> tuple[int, int]:
    """The bytes of memory and the number of the processes that are watched: all, or our session's own."""
    if not os.path.isdir("/proc/self"):
        return 0, 0
    numbers = [int(name) for name in os.listdir("/proc") if name.isdigit()]
    session = os.getsid(0)
    if own:
        numbers = [number for number in numbers if _session(number) == session]
    held = 0
    # There may be very many, each slow to look at; their number alone is enough then.
    for number in numbers[:MOST_LOOKED_AT]:
        with contextlib.suppress(OSError, ValueError):
            _, resident, shared, *_ = Path("/proc", str(number), "statm").read_text().split()
            held += (int(resident) - int(shared)) * os.sysconf("SC_PAGE_SIZE")
    return held, len(numbers)


def _session(number: int) -> int:
    with contextlib.suppress(OSError):
        return os.getsid(number)
    return -1


def _end_with_parent() -> None:
    if libc:
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def _isolate() -> None:
    """Namespaces of our own for users, files, network, processes and shared memory."""
    user, group = os.getuid(), os.getgid()
    assert libc
    _done(libc.unshare(NEW_USER | NEW_NS | NEW_IPC | NEW_PID | NEW_NET), "namespaces")
    Path("/proc/self/setgroups").write_text("deny")
    Path("/proc/self/uid_map").write_text(f"{OWN} {user} 1")
    Path("/proc/self/gid_map").write_text(f"{OWN} {group} 1")


def _loopback() -> None:
    """Raise the loopback device, the only one of a new network."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        fcntl.ioctl(one, LOOPBACK_UP, struct.pack("16sh", b"lo", 1))  # IFF_UP


def _root(request: dict[str, Any]) -> None:
    """Make a new file system of what may be seen, and leave the old one."""
    assert libc
    _mount("none", "/", "", MS_REC | MS_PRIVATE)
    # Any folder serves as the place of the new root, as what lies there is hidden for this process alone.
    root = Path("/tmp")
    kept = [(path, os.open(path, os.O_PATH)) for path in (*request["reads"], request["folder"])]
    _mount("tmpfs", str(root), "tmpfs", MS_NOSUID | MS_NODEV, "mode=755")
    for name in (*SYSTEM, *SYSTEM_FILES):
        path = Path(name)
        if path.is_symlink() and name in SYSTEM:
            (root / name[1:]).symlink_to(os.readlink(path))
        elif path.exists():
            _bind(os.path.realpath(path), root / name[1:], writable=False)
    _devices(root / "dev", request["memory"] // 4)
    for name in ("proc", "tmp"):
        (root / name).mkdir()
    _mount("tmpfs", str(root / "tmp"), "tmpfs", MS_NOSUID | MS_NODEV, f"size={TEMPORARY},mode=1777")
    try:
        _mount("proc", str(root / "proc"), "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC)
    except OSError:  # in a container that hides parts of it, it cannot be mounted anew
        _bind("/proc", root / "proc", writable=False)
    (root / "etc").mkdir(exist_ok=True)
    (root / "etc/passwd").write_text(f"program:x:{OWN}:{OWN}::{request['folder']}:/bin/sh\n")
    (root / "etc/group").write_text(f"program:x:{OWN}:\n")
    for name, descriptor in kept:
        source = f"/proc/self/fd/{descriptor}"
        _bind(source, root / name[1:], writable=name == request["folder"], folder=os.path.isdir(source))
        os.close(descriptor)
    os.chdir(root)
    (root / "old").mkdir()
    _done(libc.syscall(PIVOT_ROOT[platform.machine()], b".", b"old"), "pivot_root")
    os.chdir("/")
    _done(libc.umount2(b"/old", MNT_DETACH), "/old")
    os.rmdir("/old")
    _read_only("/", recursive=False)


def _devices(folder: Path, shared: int) -> None:
    folder.mkdir()
    for name in DEVICES:
        (folder / name).touch()
        _mount(f"/dev/{name}", str(folder / name), "", MS_BIND)
    (folder / "shm").mkdir()
    _mount("tmpfs", str(folder / "shm"), "tmpfs", MS_NOSUID | MS_NODEV, f"size={shared},mode=1777")
    (folder / "fd").symlink_to("/proc/self/fd")
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        (folder / name).symlink_to(f"/proc/self/fd/{number}")


def _bind(source: str, target: Path, *, writable: bool, folder: bool | None = None) -> None:
    """Show a file or folder at a place of the new root."""
    if os.path.isdir(source) if folder is None else folder:
        target.mkdir(parents=True, exist_ok=True)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.touch()
    _mount(source, str(target), "", MS_BIND | MS_REC)
    if not writable:
        _read_only(str(target), recursive=True)


def _read_only(path: str, *, recursive: bool) -> None:
    assert libc
    attributes = struct.pack("QQQQ", ATTR_RDONLY | ATTR_NOSUID, 0, 0, 0)
    flags = AT_RECURSIVE if recursive else 0
    _done(libc.syscall(MOUNT_SETATTR, AT_FDCWD, path.encode(), flags, attributes, len(attributes)), path)


def _mount(source: str, target: str, kind: str, flags: int, data: str = "") -> None:
    assert libc
    _done(libc.mount(source.encode(), target.encode(), kind.encode(), flags, data.encode()), target)


def _done(result: int, what: str) -> None:
    if result:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), what)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
