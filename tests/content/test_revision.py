"""The content at a revision of git, and what is said of one that cannot be read."""

import pytest

from scripts.content import revision
from scripts.content.revision import RevisionError
from tests.conftest import Sample
from tests.test_diff import commit, git

REMEDY = "; fetch it with its history: `git fetch origin main`"


@pytest.fixture
def history(compared: Sample) -> Sample:
    """The sample in one commit."""
    commit(compared)
    return compared


def test_the_content_of_a_commit_is_read_from_git(history: Sample) -> None:
    history.change("compare/a-row.md", "title: A row", "title: Another row")
    content = revision.content_at(history.root, "HEAD")
    assert {page.meta.title for page, _ in content.rows if page.meta} == {"A row", "B row"}
    assert revision.read(history.root, "HEAD").pages == content.pages


def test_a_commit_that_is_not_there_is_named_with_what_git_says(history: Sample) -> None:
    with pytest.raises(RevisionError) as said:
        revision.content_at(history.root, "0123abc")
    assert str(said.value) == (
        f"0123abc: cannot be compared with (fatal: not a valid object name: 0123abc){REMEDY}"
    )


def test_of_what_git_says_the_line_with_the_fault_is_told(history: Sample) -> None:
    with pytest.raises(RevisionError) as said:
        revision.commits(history.root, "nowhere")
    assert str(said.value) == (
        "nowhere: cannot be compared with (fatal: ambiguous argument 'nowhere': unknown revision or path not "
        f"in the working tree.){REMEDY}"
    )


def test_histories_without_a_common_beginning_cannot_be_compared(history: Sample) -> None:
    first = revision.git(history.root, "rev-parse", "HEAD").decode().strip()
    git(history.root, "checkout", "--quiet", "--orphan", "other")
    git(history.root, "commit", "--quiet", "--message", "another beginning")
    with pytest.raises(RevisionError) as said:
        revision.merge_base(history.root, first)
    assert str(said.value) == f"{first}: cannot be compared with (no common ancestor){REMEDY}"
