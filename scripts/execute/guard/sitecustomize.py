"""What each Python process of a confined program imports first: it refuses the network, and says that it did.

Where the system isolates programs, they reach nothing anyway; this tells that one tried, even if it caught
the exception. Elsewhere it also refuses to write outside of the program's folder: that stops an accident, not
an attack. Python finds this file through PYTHONPATH; it uses the standard library alone.
"""

import os
import platform
import sys
from typing import Any

LOOPBACK = {"localhost", "ip6-localhost", "::1", "::", "0.0.0.0", "127.0.0.1", "127.0.1.1", "localhost."}
WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
CHANGES = {
    "os.remove",
    "os.rename",
    "os.mkdir",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
}
NOTES = os.environ.get("CONFINED_NOTES", "")
FOLDER = os.environ.get("CONFINED_FOLDER", "")  # empty where the system itself keeps the program in it


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """Raise PermissionError for what a program may not do."""
    if event.startswith("socket."):
        _network(event, arguments)
    elif FOLDER and event == "open":
        if isinstance(arguments[2], int) and arguments[2] & WRITES:
            _inside(arguments[0])
    elif FOLDER and event in CHANGES:
        for path in arguments[:2]:
            _inside(path)


def _network(event: str, arguments: tuple[Any, ...]) -> None:
    if event in {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}:
        place = arguments[0]
    elif event in {"socket.connect", "socket.sendto", "socket.sendmsg"}:
        place = arguments[1][0] if isinstance(arguments[1], tuple) else "localhost"
    else:
        return
    place = place.decode() if isinstance(place, bytes) else str(place or "localhost")
    if place in LOOPBACK or place == platform.node():
        return
    if NOTES:
        note = os.open(NOTES, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.write(note, f"{place}\n".encode())
        os.close(note)
    raise PermissionError(f"a program may not use the network, and this one asks {place}")


def _inside(path: Any) -> None:
    if not isinstance(path, str | bytes | os.PathLike):
        return
    whole = os.path.realpath(os.fsdecode(path))
    if whole != FOLDER and not whole.startswith((FOLDER + os.sep, "/dev/")):
        raise PermissionError(f"a program may write into its own folder alone, not {whole}")


if NOTES:
    sys.addaudithook(refuse)
