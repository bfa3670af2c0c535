"""Posts what a pull request changes as one comment of it, which is updated in place.

`comment.py FILE`, run by comment.yml with this repository's own code and the right to comment. FILE was
written by the pull request's code, so nothing in it is trusted: its size, its markup and whom it mentions are
limited here again, and which pull request it belongs to is asked of GitHub, not of the file.
"""

import os
import re
import sys
import urllib.parse
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))  # `python3 -I` leaves it out
from github import AUTHOR, MOST_BYTES, Api, GitHubError

MARK = "<!-- what-changes-for-readers -->"

# The only HTML that the report holds; all else is shown as text.
_TAG = re.compile(r"<(?!/?(?:details|summary)>)")
_LINKED = re.compile(r"@(?=\w)|(?<=\])(?=\()|://|\bwww(?=\.)|!(?=\[)|(?<!&)#(?=\d)|\bGH(?=-)", re.IGNORECASE)


def harmless(report: str) -> str:
    """The report with no link, image, mention or HTML of its own: headings, lists, tables and text remain."""
    text = _TAG.sub("&lt;", report)
    text = "".join(sign for sign in text if sign.isprintable() or sign == "\n")
    return _LINKED.sub(lambda found: f"{found[0]}\u200b", text)


def read(file: Path) -> str:
    """The report, made harmless.

    Raises:
        GitHubError: it is no ordinary file, too long, or not text.

    """
    if file.is_symlink() or not file.is_file():
        raise GitHubError(f"{file}: not a file")
    data = file.read_bytes()
    if len(data) > MOST_BYTES:
        raise GitHubError(f"{file}: {len(data)} bytes, and at most {MOST_BYTES} are posted")
    try:
        return harmless(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise GitHubError(f"{file}: not UTF-8: {error}") from error


def number_of(api: Api, owner: str, branch: str, commit: str) -> int | None:
    """The open pull request whose newest commit was checked; None if it has a newer one or is closed."""
    head = urllib.parse.quote(f"{owner}:{branch}", safe="")
    for pull in api.get(f"pulls?state=open&per_page=100&head={head}"):
        if pull["head"]["sha"] == commit:
            return int(pull["number"])
    return None


def post(api: Api, number: int, text: str) -> str:
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
    except GitHubError as error:
        print(f"::error::{error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
