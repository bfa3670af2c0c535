"""Says on what a measurement ran."""

import os
import platform
import re
from pathlib import Path

from scripts.model.measurement import Machine


def describe(name: str | None = None) -> Machine:
    """The machine at hand; its name is made from the processor's if none is given."""
    processor = _processor()
    slug = re.sub(r"[^a-z0-9]+", "-", (name or processor).lower()).strip("-")
    return Machine(
        name=slug if slug[:1].isalpha() else f"cpu-{slug}",
        processor=processor,
        cores=os.cpu_count() or 1,
        memory=_memory(),
        system=f"{platform.system()} {platform.machine()}",
    )


def load() -> float:
    """The load of the last minute, as the system counts it; -1 where it does not."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else -1.0


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    if file.exists():
        found = re.search(r"^model name\s*:\s*(.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        if found:
            return " ".join(found[1].split())
    return platform.processor() or platform.machine()


def _memory() -> int:
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return 0
