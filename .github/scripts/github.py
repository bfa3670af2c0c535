"""GitHub's interface, as much of it as the scripts beside this one need.

It uses the standard library alone, so that nothing has to be installed beside a token.
"""

import json
import urllib.error
import urllib.request
from typing import Any

AUTHOR = "github-actions[bot]"
MOST_BYTES = 60_000  # GitHub refuses a comment or an issue of more than 65,536 characters


class GitHubError(Exception):
    """A request that GitHub refuses, or something that must not be posted."""


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

    def send(self, method: str, path: str, data: dict[str, Any] | None = None) -> Any:
        """Send a request; return the JSON that answers it.

        Raises:
            GitHubError: GitHub refuses it.

        """
        body = json.dumps(data).encode() if data else None
        request = urllib.request.Request(f"{self._base}/{path}", body, self._headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise GitHubError(f"{method} {path}: {error.code} {error.reason}") from error
