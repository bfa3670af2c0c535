"""Describes the machine of a measurement."""

import os
import platform
import re
from pathlib import Path

from scripts.model.measurement import Machine

# The widest vector instructions come first.
VECTORS = {"AVX-512": "avx512f", "AVX2": "avx2", "AVX": "avx"}


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


def details() -> str:
    """Details that distinguish processors of one name: family, model, widest vector unit; empty if unknown.

    A virtual machine often passes on a bare “AMD EPYC”, behind which processors of several generations stand.
    """
    file = Path("/proc/cpuinfo")
    if not file.exists():
        return ""
    return _details_of(file.read_text(encoding="utf-8"))


def load() -> float:
    """The load of the last minute, as the system counts it; -1 where it does not."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else -1.0


def _processor() -> str:
    file = Path("/proc/cpuinfo")
    if file.exists():
        name = re.search(r"^model name\s*:\s*(.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
        if name:
            return " ".join(name[1].split())
    return platform.processor() or platform.machine()


def _details_of(text: str) -> str:
    """The details from the text of /proc/cpuinfo."""
    fields = {
        name.strip(): value.strip() for name, _, value in (line.partition(":") for line in text.splitlines())
    }
    details = [
        f"{title} {fields[key]}"
        for title, key in (("family", "cpu family"), ("model", "model"))
        if key in fields
    ]
    held = fields.get("flags", "").split()
    vectors = next((title for title, flag in VECTORS.items() if flag in held), None)
    return ", ".join([*details, vectors] if vectors else details)


def _memory() -> int:
    if hasattr(os, "sysconf") and "SC_PHYS_PAGES" in os.sysconf_names:
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return 0
