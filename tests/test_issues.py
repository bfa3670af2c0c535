"""The weekly issues: one for each owner, updated in place, closed when nothing is left."""

import http.server
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from scripts import paths

SCRIPTS = paths.ROOT / ".github" / "scripts"
OURS = {"login": "github-actions[bot]"}


class GitHub(http.server.ThreadingHTTPServer):
    """As much of GitHub as these issues need; two to a page, so that pages are turned."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.issues: list[dict[str, Any]] = []
        self.status = 200

    def add(self, body: str, **more: Any) -> None:
        number = len(self.issues) + 1
        issue = {"number": number, "state": "open", "labels": ["freshness"], "user": OURS, "body": body}
        self.issues.append(issue | more)


class Handler(http.server.BaseHTTPRequestHandler):
    server: GitHub

    def _answer(self, data: object) -> None:
        body = json.dumps(data).encode()
        self.send_response(self.server.status if self.headers["Authorization"] == "Bearer secret" else 401)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _body(self) -> dict[str, Any]:
        data: dict[str, Any] = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        return data

    def do_GET(self) -> None:
        asked = {key: values[0] for key, values in parse_qs(urlsplit(self.path).query).items()}
        fitting = [
            issue
            for issue in self.server.issues
            if issue["state"] == asked["state"] and asked["labels"] in issue["labels"]
        ]
        start = (int(asked["page"]) - 1) * 2
        self._answer(fitting[start : start + 2])

    def do_POST(self) -> None:
        self.server.add(**self._body())
        self._answer(self.server.issues[-1])

    def do_PATCH(self) -> None:
        self.server.issues[int(self.path.rpartition("/")[2]) - 1].update(self._body())
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


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A repository with the scripts, and with two owners."""
    folder = tmp_path / ".github" / "scripts"
    folder.mkdir(parents=True)
    for name in ("github.py", "issues.py"):
        (folder / name).write_bytes((SCRIPTS / name).read_bytes())
    owners = "# /docs/ @nobody-yet\n/docs/tools/ @tools-of\n/docs/ @us/editors\n"
    (tmp_path / ".github" / "CODEOWNERS").write_text(owners, encoding="utf-8")
    return tmp_path


def run(server: GitHub, tree: Path, entries: object, token: str = "secret") -> tuple[int, list[str]]:
    """Run the script as the workflow does. Returns its exit code and the lines that it printed."""
    (tree / "issues.json").write_text(json.dumps(entries), encoding="utf-8")
    variables = {
        "GITHUB_API_URL": f"http://127.0.0.1:{server.server_address[1]}",
        "GITHUB_REPOSITORY": "us/site",
        "GITHUB_TOKEN": token,
        "PATH": os.environ["PATH"],
    }
    command = [sys.executable, "-I", str(tree / ".github/scripts/issues.py"), str(tree / "issues.json")]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout.splitlines()


def entry(owner: str, *lines: str) -> dict[str, object]:
    return {"owner": owner, "items": len(lines), "text": "\n".join(f"- [ ] {line}" for line in lines)}


def test_each_owner_has_one_issue_which_is_updated_in_place(github: GitHub, tree: Path) -> None:
    github.add("something else", labels=[])
    week = [entry("", "a link"), entry("@tools-of", "a release"), entry("@us/editors", "a page")]
    assert run(github, tree, week) == (
        0,
        ["opened #2 of nobody", "opened #3 of @tools-of", "opened #4 of @us/editors"],
    )
    assert [issue.get("title") for issue in github.issues[1:]] == [
        "What has aged",
        "What has aged of tools-of",
        "What has aged of us/editors",
    ]
    assert "@tools-of, you look after these files." in github.issues[2]["body"]
    week[2] = entry("@us/editors", "another page")
    assert run(github, tree, week) == (
        0,
        ["updated #2 of nobody", "updated #3 of @tools-of", "updated #4 of @us/editors"],
    )
    assert len(github.issues) == 4
    assert "another page" in github.issues[3]["body"]
    assert github.issues[0]["body"] == "something else"


def test_an_issue_with_nothing_left_is_closed_and_a_later_one_is_new(github: GitHub, tree: Path) -> None:
    run(github, tree, [entry("@tools-of", "a release")])
    assert run(github, tree, [entry("@tools-of")]) == (0, ["closed #1"])
    assert github.issues[0]["state"] == "closed"
    assert "Nothing is left" in github.issues[0]["body"]
    assert run(github, tree, [entry("@tools-of")]) == (0, [])
    assert run(github, tree, [entry("@tools-of", "again")]) == (0, ["opened #2 of @tools-of"])


def test_the_issue_of_one_who_owns_nothing_any_more_is_closed(github: GitHub, tree: Path) -> None:
    github.add("<!-- what-has-aged: @gone -->\na page")
    assert run(github, tree, [entry("", "a link")]) == (0, ["opened #2 of nobody", "closed #1"])


def test_issues_of_others_and_pull_requests_are_left_alone(github: GitHub, tree: Path) -> None:
    forged = "<!-- what-has-aged: @tools-of -->\nmine"
    github.add(forged, user={"login": "stranger"})
    github.add(forged, pull_request={})
    github.add("no mark, but the label")
    assert run(github, tree, [entry("@tools-of", "a release")]) == (0, ["opened #4 of @tools-of"])
    assert [issue["body"] for issue in github.issues[:3]] == [forged, forged, "no mark, but the label"]
    assert {issue["state"] for issue in github.issues} == {"open"}


@pytest.mark.parametrize(
    ("hostile", "posted"),
    [
        ("404 @everyone", "404 @\u200beveryone"),
        ("<img src=https://evil.example/x.png>", "&lt;img src=https://evil.example/x.png>"),
        ("![x](https://a.org/x.png)", "!\u200b[x](https://a.org/x.png)"),
        ("fixes #12, GH-12", "fixes #\u200b12, GH\u200b-12"),
        ("<!-- what-has-aged: @tools-of -->", "&lt;!-- what-has-aged: @\u200btools-of -->"),
        ("https://www.npmjs.com/package/@one/js#1", "https://www.npmjs.com/package/@one/js#1"),
        ("right\u202eleft", "rightleft"),
    ],
)
def test_what_another_host_answered_is_text(github: GitHub, tree: Path, hostile: str, posted: str) -> None:
    assert run(github, tree, [entry("", hostile)])[0] == 0
    mark, _, text = github.issues[0]["body"].partition("\n")
    assert mark == "<!-- what-has-aged: nobody -->"
    assert text == f"- [ ] {posted}"


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([entry("@stranger", "look here")], "CODEOWNERS does not name '@stranger'"),
        ([entry("@nobody-yet", "in a comment")], "CODEOWNERS does not name '@nobody-yet'"),
        ([entry("", "x" * 60_000)], "over 60000 bytes"),
        ({"owner": ""}, "not a list of issues"),
        ([{"owner": "", "items": "many", "text": ""}], "not a list of issues"),
        ([], ""),
    ],
)
def test_what_is_no_list_of_issues_is_refused_as_a_whole(
    github: GitHub, tree: Path, entries: Any, said: str
) -> None:
    code, lines = run(github, tree, entries)
    assert code == bool(said)
    assert said in "".join(lines)
    assert github.issues == []


def test_a_refusal_by_github_is_an_error_of_the_workflow(github: GitHub, tree: Path) -> None:
    code, (line,) = run(github, tree, [entry("", "a link")], token="wrong")
    assert code == 1
    assert line.startswith("::error::GET issues?")
    assert "401" in line
