"""Keeps one issue for each owner of what has aged, and one for what nobody owns; each is updated in place.

`issues.py FILE`, run by weekly.yml. FILE is what `make fresh ISSUES=FILE` writes: a list of owner (an
account, or empty), number of things to do, and text. An issue is closed when nothing is left to do, and a
new one is opened when something is again. What other hosts answered stands in these texts, so no mention and
no HTML of theirs is posted: only an owner whom this repository's CODEOWNERS names is told.
"""

import json
import os
import re
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))  # `python3 -I` leaves it out
from github import AUTHOR, MOST_BYTES, Api, GitHubError

LABEL = "freshness"
OWNERS = Path(__file__).resolve().parent.parent / "CODEOWNERS"
_ACCOUNT = re.compile(r"@[A-Za-z0-9-]+(?:/[A-Za-z0-9_.-]+)?")
_ADDRESS = r"(?P<address>https?://[\w./@%#?=&:~+-]+)"
_UNWANTED = re.compile(rf"{_ADDRESS}|@(?=\w)|(?<!&)#(?=\d)|\bGH(?=-)|!(?=\[)", re.IGNORECASE)


def mark(owner: str) -> str:
    """What an issue starts with, unseen, by which it is found again."""
    return f"<!-- what-has-aged: {owner or 'nobody'} -->"


def harmless(text: str) -> str:
    """A text without HTML, mentions, pictures and references of its own; its links remain."""
    plain = "".join(sign for sign in text.replace("<", "&lt;") if sign.isprintable() or sign == "\n")
    return _UNWANTED.sub(lambda found: found["address"] or f"{found[0]}\u200b", plain)


def read(file: Path, known: set[str]) -> list[dict[str, Any]]:
    """The entries of a file, each of an owner that is known, with a text that may be posted.

    Raises:
        GitHubError: it is not such a list.

    """
    if file.is_symlink() or not file.is_file():
        raise GitHubError(f"{file}: not a file")
    try:
        entries = [
            {"owner": str(entry["owner"]), "items": int(entry["items"]), "text": str(entry["text"])}
            for entry in json.loads(file.read_text(encoding="utf-8"))
        ]
    except (ValueError, KeyError, TypeError) as error:
        raise GitHubError(f"{file}: not a list of issues: {error!r}") from error
    for entry in entries:
        if entry["owner"] and entry["owner"] not in known:
            raise GitHubError(f"{file}: CODEOWNERS does not name {entry['owner']!r}")
        told = f"{entry['owner']}, you look after these files.\n\n" if entry["owner"] else ""
        body = f"{mark(entry['owner'])}\n{told}{harmless(entry['text'])}"
        if len(body.encode()) > MOST_BYTES:
            raise GitHubError(
                f"{file}: the text for {entry['owner'] or 'nobody'} has over {MOST_BYTES} bytes"
            )
        entry["text"] = body
    return entries


def open_issues(api: Api) -> dict[str, int]:
    """The numbers of the issues that this script has opened and nobody closed, by their marks."""
    found: dict[str, int] = {}
    page = 1
    while issues := api.get(f"issues?state=open&labels={LABEL}&per_page=100&page={page}"):
        for issue in issues:
            first = (issue["body"] or "").partition("\n")[0].strip()
            if issue["user"]["login"] == AUTHOR and "pull_request" not in issue:
                found.setdefault(first, int(issue["number"]))
        page += 1
    return found


def keep(api: Api, entries: list[dict[str, Any]]) -> list[str]:
    """Open, update and close issues, so that they say what the entries say. Returns what was done."""
    there, done = open_issues(api), []
    wanted = {mark(entry["owner"]): entry for entry in entries if entry["items"]}
    for name, entry in wanted.items():
        if name in there:
            api.send("PATCH", f"issues/{there[name]}", {"body": entry["text"]})
            done.append(f"updated #{there[name]} of {entry['owner'] or 'nobody'}")
            continue
        of = f" of {entry['owner'].removeprefix('@')}" if entry["owner"] else ""
        new = {"title": f"What has aged{of}", "labels": [LABEL], "body": entry["text"]}
        number = api.send("POST", "issues", new)["number"]
        done.append(f"opened #{number} of {entry['owner'] or 'nobody'}")
    for name, number in there.items():
        if name.startswith("<!-- what-has-aged: ") and name not in wanted:
            api.send(
                "PATCH", f"issues/{number}", {"state": "closed", "body": f"{name}\nNothing is left to do.\n"}
            )
            done.append(f"closed #{number}")
    return done


def main(file: str) -> int:
    """Keep the issues of a file. Returns 0, or 1 if one could not be kept."""
    given = os.environ
    api = Api(given["GITHUB_API_URL"], given["GITHUB_REPOSITORY"], given["GITHUB_TOKEN"])
    lines = OWNERS.read_text(encoding="utf-8").splitlines() if OWNERS.exists() else []
    known = {account for line in lines if not line.startswith("#") for account in _ACCOUNT.findall(line)}
    try:
        for line in keep(api, read(Path(file), known)):
            print(line)
    except GitHubError as error:
        print(f"::error::{error}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
