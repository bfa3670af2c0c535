"""Posts what a pull request changes as one comment of it, which is updated in place.

`comment.py FILE`, run by comment.yml with this repository's own code and the right to comment. FILE was
written by the pull request's code, so nothing in it is trusted: its size, its markup and whom it mentions are
limited here again, and which pull request it belongs to is asked of GitHub, not of the file. It uses the
standard library alone, so that nothing has to be installed beside a token.
"""

import json
import os
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path
from typing import Any

MARK = "<!-- what-changes-for-readers -->"
AUTHOR = "github-actions[bot]"
MOST_BYTES = 60_000  # GitHub refuses a comment of more than 65,536 characters

# The only HTML that the report holds; all else is shown as text.
_TAG = re.compile(r"<(?!/?(?:details|summary)>)")
_LINKED = re.compile(r"@(?=\w)|(?<=\])(?=\()|://|\bwww(?=\.)|!(?=\[)|(?<!&)#(?=\d)|\bGH(?=-)", re.IGNORECASE)


class CommentError(Exception):
    """A comment that cannot be posted."""


def harmless(report: str) -> str:
    """The report with no link, image, mention or HTML of its own: headings, lists, tables and text remain."""
    text = _TAG.sub("&lt;", report)
    text = "".join(sign for sign in text if sign.isprintable() or sign == "\n")
    return _LINKED.sub(lambda found: f"{found[0]}\u200b", text)


def read(file: Path) -> str:
    """The report, made harmless.

    Raises:
        CommentError: it is no ordinary file, too long, or not text.

    """
    if file.is_symlink() or not file.is_file():
        raise CommentError(f"{file}: not a file")
    data = file.read_bytes()
    if len(data) > MOST_BYTES:
        raise CommentError(f"{file}: {len(data)} bytes, and at most {MOST_BYTES} are posted")
    try:
        return harmless(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise CommentError(f"{file}: not UTF-8: {error}") from error


def number_of(api: "Api", owner: str, branch: str, commit: str) -> int | None:
    """The open pull request whose newest commit was checked; None if it has a newer one or is closed."""
    head = urllib.parse.quote(f"{owner}:{branch}", safe="")
    for pull in api.get(f"pulls?state=open&per_page=100&head={head}"):
        if pull["head"]["sha"] == commit:
            return int(pull["number"])
    return None


def post(api: "Api", number: int, text: str) -> str:
    """Write the comment, or write it anew in its place. Returns which of the two was done."""
    page = 1
    while comments := api.get(f"issues/{number}/comments?per_page=100&page={page}"):
        for comment in comments:
            if comment["user"]["login"] == AUTHOR and comment["body"].startswith(MARK):
                api.send("PATCH", f"issues/comments/{comment['id']}", {"body": text})
                return "updated"
        page += 1
    api.send("POST", f"issues/{number}/comments", {"body": text})
    return "posted"


class Api:
    """GitHub's interface, for one repository."""

    def __init__(self, base: str, repository: str, token: str) -> None:
        self._base = f"{base}/repos/{repository}"
        self._headers = {
            "Authorization": f"Bearer {token}",
            "Accept": "application/vnd.github+json",
            "X-GitHub-Api-Version": "2022-11-28",
        }

    def get(self, path: str) -> Any:
        """What is there, as JSON."""
        return self.send("GET", path)

    def send(self, method: str, path: str, data: dict[str, str] | None = None) -> Any:
        """Send a request; return the JSON that answers it.

        Raises:
            CommentError: GitHub refuses it.

        """
        body = json.dumps(data).encode() if data else None
        request = urllib.request.Request(f"{self._base}/{path}", body, self._headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise CommentError(f"{method} {path}: {error.code} {error.reason}") from error


def main(file: str) -> int:
    """Post the report of a file. Returns 0, or 1 if it could not be posted."""
    given = os.environ
    api = Api(given["GITHUB_API_URL"], given["GITHUB_REPOSITORY"], given["GITHUB_TOKEN"])
    commit, run = given["HEAD_SHA"], given["RUN_URL"]
    try:
        report = read(Path(file))
        number = number_of(api, given["HEAD_OWNER"], given["HEAD_BRANCH"], commit)
        if number is None:
            print("no open pull request ends with this commit; nothing to post")
            return 0
        about = f"Of commit {commit[:10]}, as its own code reports it. [The built site and all logs]({run})."
        done = post(api, number, "\n".join((MARK, report, about, "")))
        print(f"{done} at #{number}")
    except CommentError as error:
        print(f"::error::{error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
