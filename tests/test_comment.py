"""The workflow that comments: what a hostile report can do, and that there is one comment alone."""

import http.server
import importlib.util
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts import paths

FILE = paths.ROOT / ".github" / "scripts" / "comment.py"
specification = importlib.util.spec_from_file_location("comment", FILE)
assert specification
assert specification.loader
comment: Any = importlib.util.module_from_spec(specification)
specification.loader.exec_module(comment)

COMMIT = "a" * 40


class GitHub(http.server.ThreadingHTTPServer):
    """As much of GitHub as a comment needs: one open pull request, its comments, and what was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.pulls = [{"number": 7, "head": {"sha": COMMIT}}]
        self.comments: list[dict[str, Any]] = []
        self.asked: list[str] = []


class Handler(http.server.BaseHTTPRequestHandler):
    server: GitHub

    def _answer(self, data: object, status: int = 200) -> None:
        body = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _body(self) -> str:
        data: dict[str, str] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(f"{self.command} {self.path}")
        return data["body"]

    def do_GET(self) -> None:
        self.server.asked.append(f"GET {self.path}")
        if self.headers["Authorization"] != "Bearer secret":
            self._answer({}, 401)
        elif "/pulls?" in self.path:
            self._answer(self.server.pulls if "head=someone%3Abranch" in self.path else [])
        else:
            self._answer(self.server.comments if self.path.endswith("page=1") else [])

    def do_POST(self) -> None:
        user = {"login": "github-actions[bot]"}
        self.server.comments.append({"id": len(self.server.comments), "user": user, "body": self._body()})
        self._answer({})

    def do_PATCH(self) -> None:
        self.server.comments[int(self.path.rpartition("/")[2])]["body"] = self._body()
        self._answer({})

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (its name there)
        pass


@pytest.fixture
def github() -> Iterator[GitHub]:
    """A server that answers as GitHub does."""
    server = GitHub()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()


def run(server: GitHub, file: Path, **changed: str) -> subprocess.CompletedProcess[str]:
    """Run the script as the workflow does."""
    variables = {
        "GITHUB_API_URL": f"http://127.0.0.1:{server.server_address[1]}",
        "GITHUB_REPOSITORY": "us/site",
        "GITHUB_TOKEN": "secret",
        "HEAD_SHA": COMMIT,
        "HEAD_OWNER": "someone",
        "HEAD_BRANCH": "branch",
        "RUN_URL": "https://example.org/run/1",
        "PATH": os.environ["PATH"],
    }
    command = [sys.executable, "-I", str(FILE), str(file)]
    return subprocess.run(command, env=variables | changed, capture_output=True, text=True, check=False)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report as `python -m scripts diff` writes it."""
    file = tmp_path / "report.md"
    file.write_text("## What changes for readers\n\n- **A row**: Edge was *Even*\n", encoding="utf-8")
    return file


def test_there_is_one_comment_and_it_is_updated_in_place(github: GitHub, report: Path) -> None:
    first = run(github, report)
    assert (first.returncode, first.stdout) == (0, "posted at #7\n"), first.stderr
    report.write_text("## What changes for readers\n\nNothing.\n", encoding="utf-8")
    assert run(github, report).stdout == "updated at #7\n"
    (only,) = github.comments
    assert "Nothing." in only["body"]
    assert "Edge was" not in only["body"]
    assert "[The built site and all logs](https://example.org/run/1)" in only["body"]


def test_a_comment_of_somebody_else_is_left_alone(github: GitHub, report: Path) -> None:
    stranger = {"id": 0, "user": {"login": "stranger"}, "body": f"{comment.MARK}\nmine"}
    github.comments.append(stranger)
    assert run(github, report).stdout == "posted at #7\n"
    assert github.comments[0]["body"] == f"{comment.MARK}\nmine"


@pytest.mark.parametrize(
    "changed",
    [
        {"HEAD_SHA": "b" * 40},  # a newer commit was pushed since
        {"HEAD_BRANCH": "other"},
        {"HEAD_OWNER": "someone&head=us"},
    ],
)
def test_what_belongs_to_no_open_pull_request_is_not_posted(
    github: GitHub, report: Path, changed: dict[str, str]
) -> None:
    done = run(github, report, **changed)
    assert done.returncode == 0
    assert "nothing to post" in done.stdout
    assert github.comments == []


def test_a_refusal_by_github_is_an_error_of_the_workflow(github: GitHub, report: Path) -> None:
    done = run(github, report, GITHUB_TOKEN="wrong")
    assert done.returncode == 1
    assert done.stdout.startswith("::error::GET pulls?")
    assert "401" in done.stdout
    assert "wrong" not in done.stdout


@pytest.mark.parametrize(
    ("hostile", "posted"),
    [
        ("thanks @someone", "thanks @\u200bsomeone"),
        ("fixes #12", "fixes #\u200b12"),
        ("GH-12", "GH\u200b-12"),
        ("[click](https://evil.example)", "[click]\u200b(https://\u200bevil.example)"),
        ("![x](https://evil.example/x.png)", "!\u200b[x]\u200b(https://\u200bevil.example/x.png)"),
        ("<img src=x>", "&lt;img src=x>"),
        ("<DETAILS open>", "&lt;DETAILS open>"),
        ("<!-- hidden", "&lt;!-- hidden"),
        ("www.evil.example", "www\u200b.evil.example"),
        ("right\u202eleft", "rightleft"),
        ("<details><summary>ours</summary>", "<details><summary>ours</summary>"),
        ("## Heading\n| a | b |", "## Heading\n| a | b |"),
    ],
)
def test_the_report_of_a_hostile_pull_request_is_text(hostile: str, posted: str) -> None:
    assert comment.harmless(hostile) == posted


@pytest.mark.parametrize(
    ("write", "said"),
    [
        (lambda file: file.write_bytes(b"x" * 60_001), "60001 bytes, and at most 60000"),
        (lambda file: file.write_bytes(b"\xff\xfe"), "not UTF-8"),
        (lambda file: file.symlink_to("/etc/hostname"), "not a file"),
        (lambda file: file.mkdir(), "not a file"),
        (lambda file: None, "not a file"),
    ],
)
def test_a_file_that_is_no_report_is_refused(github: GitHub, tmp_path: Path, write: Any, said: str) -> None:
    file = tmp_path / "report.md"
    write(file)
    done = run(github, file)
    assert done.returncode == 1
    assert said in done.stdout
    assert github.comments == []
