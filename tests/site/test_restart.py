"""`mkdocs serve` shows what changed code makes, and outlives code that cannot be imported."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts import paths
from tests.conftest import PAGE

SECONDS = 60.0


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A site of one page, with a copy of the code and of the templates."""
    shutil.copy(paths.ROOT / "mkdocs.yml", tmp_path)
    for name in ("overrides", "scripts"):
        shutil.copytree(paths.ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    docs = tmp_path / "docs"
    docs.mkdir()
    shutil.copytree(paths.ROOT / "docs" / "assets", docs / "assets")
    (docs / ".nav.yml").write_text("nav: [index.md]\n", encoding="utf-8")
    (docs / "index.md").write_text(
        PAGE.replace("claims/first-point.md", "comparison-data.md"), encoding="utf-8"
    )
    return tmp_path


@pytest.fixture
def address(project: Path) -> Iterator[str]:
    """Where `mkdocs serve` shows the site; what it prints goes into a file."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", host]
    with (project / "printed").open("w") as output:
        server = subprocess.Popen(command, cwd=project, stdout=output, stderr=output)
        yield f"http://{host}/tensorflow-vs-pytorch/"
        server.terminate()
        server.wait()


def wait_for(holds: Callable[[], bool], project: Path) -> None:
    end = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < end, printed(project)
        time.sleep(0.2)


def shown(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return ""


def printed(project: Path) -> str:
    return (project / "printed").read_text(encoding="utf-8")


def test_changed_code_is_used_as_soon_as_it_can_be_imported(project: Path, address: str) -> None:
    wait_for(lambda: "Checked 22 November 2026" in shown(address), project)
    code = project / "scripts" / "dates.py"
    text = code.read_text(encoding="utf-8")
    code.write_text(f"{text}\nthis is no code\n", encoding="utf-8")
    wait_for(lambda: "scripts/dates.py changed, but cannot" in printed(project), project)
    assert f"dates.py:{text.count(chr(10)) + 2}: SyntaxError" in printed(project)
    code.write_text(text.replace('{day.day} {day:%B %Y}"', '{day:%B} {day.day}"'), encoding="utf-8")
    wait_for(lambda: "Checked November 22," in shown(address), project)


def test_an_edited_template_is_shown_as_soon_as_it_is_valid(project: Path, address: str) -> None:
    wait_for(lambda: "The same rows as data" in shown(address), project)
    template = project / "overrides" / "fragments" / "comparison-data.html"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("The same rows", "{{ nothing }}"), encoding="utf-8")
    fault = "overrides/fragments/comparison-data.html:1: 'nothing' is undefined"
    wait_for(lambda: fault in printed(project), project)
    template.write_text(text.replace("The same rows", "All rows"), encoding="utf-8")
    wait_for(lambda: "All rows as data" in shown(address), project)
    macro = project / "overrides" / "macros" / "dates.html"
    macro.write_text(macro.read_text(encoding="utf-8").replace("Checked", "Looked at"), encoding="utf-8")
    wait_for(lambda: "Looked at 22 November 2026" in shown(address), project)
