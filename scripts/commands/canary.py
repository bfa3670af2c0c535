"""Run everything that runs on the newest releases; record what differs from the pinned ones."""

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from scripts import dates, paths
from scripts.content import reader
from scripts.content.json_record import CANARY
from scripts.content.tree import Content
from scripts.execute import environment, jobs
from scripts.model.canary import Canary, Deviation, What

COMMANDS: dict[What, str] = {
    "pairs": "run",
    "programs": "programs",
    "errors": "errors",
    "api": "api",
    "notebooks": "notebooks",
}
# What a reader wants to know the version of.
PACKAGES = (
    *("tensorflow-cpu", "keras", "torch", "numpy", "onnx", "onnxruntime", "ai-edge-litert", "tf2onnx"),
    *("lightning", "scikit-learn"),
)

_PROBLEM = re.compile(r"^(docs/\S+?):\d+: (.*?)(?:; [^;]*)? \[[a-z-]+\]$")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("--environment", default="canary", help="the environment with the newest releases")
    parser.add_argument("--only", choices=list(COMMANDS), action="append", help="run these kinds alone")
    jobs.add_argument(parser, "processes")


def run(options: argparse.Namespace) -> int:
    """Run everything, and write the record. Returns 0 whatever differs: that is what is looked for."""
    read, _ = reader.read()
    deviations: list[Deviation] = []
    ran: dict[What, int] = {}
    for kind, command in COMMANDS.items():
        if options.only and kind not in options.only:
            continue
        ids = _ids(read, kind)
        ran[kind] = len(ids)
        words = [sys.executable, "-m", "scripts", command, "--check", "--jobs", str(options.jobs)]
        variables = {**os.environ, environment.REPLACES: options.environment}
        with subprocess.Popen(
            words, cwd=paths.ROOT, env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        ) as process:
            assert process.stdout
            lines = []
            for line in process.stdout:
                print(line, end="", flush=True)
                lines.append(line.rstrip("\n"))
        deviations += found_in(lines, kind, ids)
    versions = environment.versions_of(options.environment, PACKAGES)
    found = Canary(day=dates.current(), versions=versions, ran=ran, deviations=deviations)
    CANARY.write(read.docs, found)
    print(f"canary: {sum(ran.values())} ran, {len({(entry.kind, entry.id) for entry in deviations})} differ")
    return 0


def found_in(lines: list[str], kind: What, ids: set[str]) -> Iterator[Deviation]:
    """The problems that a check printed, each with the id of its page, without what to do about it."""
    for line in lines:
        if match := _PROBLEM.match(line):
            path = Path(match[1])
            name = path.parent.name if kind == "pairs" else path.stem.removesuffix("-example")
            if name in ids:
                yield Deviation(kind=kind, id=name, says=match[2])


def _ids(content: Content, kind: What) -> set[str]:
    """The ids of all that a kind has and that runs here."""
    match kind:
        case "pairs":
            return {page.id for page, pair in content.pairs if not pair.needs_gpu}
        case "programs":
            return set(content.programs)
        case "errors":
            return {page.id for page, message in content.errors if not message.unproduced}
        case "api":
            return set(content.families)
        case "notebooks":
            return {page.id for page, _ in content.notebooks}
