"""What `python -m scripts diff` says of a change, as a reviewer reads it."""

import subprocess
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.commands import diff
from scripts.content import difference, reader
from scripts.content.difference import Difference
from tests.conftest import Sample


def git(root: Path, *arguments: str) -> None:
    """Run git in a folder, as an author who needs no settings of their own."""
    identity = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True, capture_output=True)


def commit(sample: Sample) -> None:
    """Keep the sample as it is: what comes after is the change."""
    git(sample.root, "init", "--quiet")
    git(sample.root, "add", "--all")
    git(sample.root, "commit", "--quiet", "--message", "before")


def said(sample: Sample, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What the command prints of the change since the commit."""
    assert main(["diff", "HEAD", "--root", str(sample.root), *arguments]) == 0
    return capsys.readouterr().out


def changed(sample: Sample, path: str, old: str, new: str) -> Difference:
    """The difference that one replacement makes."""
    before, _ = reader.read(sample.root)
    sample.change(path, old, new)
    now, _ = reader.read(sample.root)
    return difference.between(before, now)


def test_no_change_is_said_as_such(compared: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    commit(compared)
    assert "Nothing that a reader sees" in said(compared, capsys)


def test_a_verdict_is_told_in_words_old_and_new(compared: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    commit(compared)
    compared.change("compare/a-row.md", "edge: pytorch", "edge: depends")
    compared.change("compare/a-row.md", "rating: strong", "rating: limited")
    text = said(compared, capsys)
    assert "- **A row**: Edge was *PyTorch*, is **Depends**\n" in text
    assert "- **A row**: PyTorch’s rating was *Strong*, is **Limited**\n" in text
    assert "TensorFlow’s rating" not in text  # it did not change


@pytest.mark.parametrize(
    ("path", "old", "new", "what"),
    [
        ("compare/a-row.md", "It does `this`, with a limit.", "It does `that`, at last.", "TensorFlow"),
        ("compare/a-row.md", "all of this | and that", "all of those | or these", "PyTorch"),
        ("compare/a-row.md", "and TensorFlow most of it", "and TensorFlow a part of it", "Why"),
        ("compare/a-row.md", "PyTorch 2.13.0", "PyTorch 2.15.0", "True for"),
        ("tools/one.md", 'version: "1.0"', 'version: "1.1"', "Newest release"),
        ("tools/one.md", "licence: Apache-2.0", "licence: MIT", "Licence"),
        ("tools/one.md", "status: active", "status: maintenance", "State"),
        ("tools/one.md", "title: A tool", "title: The tool", "Title"),
        ("tools/one.md", "job: Does what", "job: Does all that", "Job"),
        ("tools/one.md", "It has had a release", "It has had two releases", "Why that state"),
        ("tools/one.md", 'month: "2026-11"', 'month: "2026-10"', "Newest release"),
    ],
)
def test_a_changed_fact_is_named(compared: Sample, path: str, old: str, new: str, what: str) -> None:
    found = changed(compared, path, old, new)
    assert [fact.what for fact in found.facts] == [what]
    assert found.facts[0].old != found.facts[0].new
    assert not found.verdicts


def test_a_claims_status_is_a_verdict(compared: Sample) -> None:
    compared.write(
        "about/article.md", "---\ntitle: Article\ndescription: " + "x" * 60 + "\n---\n\n# It {#it}\n"
    )
    found = changed(compared, "about/article.yml", "status: opinion", "status: holds")
    assert [(verdict.old, verdict.new) for verdict in found.verdicts] == [("Opinion", "Holds")]


def test_what_is_edited_are_pages_whose_words_differ(compared: Sample) -> None:
    found = changed(compared, "compare/a-row.md", "You meet it at work.", "You meet it everywhere.")
    assert [page.source for page in found.edited] == ["compare/a-row.md"]
    assert (found.verdicts, found.facts, found.added, found.removed) == ((), (), (), ())
    assert found
    before, _ = reader.read(compared.root)
    assert not difference.between(before, before)


def test_a_new_page_is_edited_and_its_sections_are_new_addresses(compared: Sample) -> None:
    before, _ = reader.read(compared.root)
    text = (compared.docs / "compare/b-row.md").read_text(encoding="utf-8")
    compared.write("compare/c-row.md", text.replace("B row", "C row").replace("b-row", "c-row"))
    found = difference.between(before, reader.read(compared.root)[0])
    assert [page.source for page in found.edited] == ["compare/c-row.md"]
    urls = [address.url for address in found.addresses]
    assert {address.state for address in found.addresses} == {"added"}
    assert urls == sorted(urls)
    assert "compare/c-row/" in urls
    assert "compare/c-row/#practice" in urls
    # The id of the title is that of the page.
    assert "compare/c-row/#c-row" not in urls


def test_an_outcome_that_advises_otherwise_is_a_verdict(decided: Sample) -> None:
    found = changed(decided, "decide/one-end.md", "answer: Take one-end", "answer: Leave one-end")
    assert [(verdict.what, verdict.old, verdict.new) for verdict in found.verdicts] == [
        ("Advice", "Take one-end", "Leave one-end")
    ]


def test_a_pair_that_is_run_for_the_first_time_had_no_difference_before(paired: Sample) -> None:
    record = paired.docs / "examples/a-pair/result.json"
    kept = record.read_text(encoding="utf-8")
    now, _ = reader.read(paired.root)
    assert now.results["a-pair"]
    record.unlink()
    before, _ = reader.read(paired.root)
    assert before.results["a-pair"] is None
    paired.write("examples/a-pair/result.json", kept)
    (run,) = difference.between(before, now).runs
    assert (run.page.id, run.old) == ("a-pair", None)
    assert run.new is not None
    assert difference.between(now, before).runs == ()
    assert difference.between(now, now).runs == ()


def test_advice_of_an_outcome_is_a_verdict(decided: Sample) -> None:
    found = changed(decided, "decide/one-end.md", "side: pytorch", "side: either")
    assert [(verdict.what, verdict.old, verdict.new) for verdict in found.verdicts] == [
        ("Framework", "pytorch", "either")
    ]


def test_new_and_removed_pages_are_named_with_their_kind(
    compared: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(compared)
    text = (compared.docs / "compare/b-row.md").read_text(encoding="utf-8")
    (compared.docs / "compare/b-row.md").unlink()
    compared.write("compare/c-row.md", text.replace("B row", "C row").replace("b-row", "c-row"))
    text = said(compared, capsys)
    assert "### New: 1\n\n- C row (row of the comparison, compare/c-row/)\n" in text
    assert "### Removed: 1\n\n- B row (row of the comparison, compare/b-row/)\n" in text


def test_a_new_claim_question_and_answer_are_named(decided: Sample) -> None:
    """They are sections or steps of pages that were there before."""
    before, _ = reader.read(decided.root)
    claims = (decided.docs / "about/article.yml").read_text(encoding="utf-8")
    decided.write("about/article.yml", claims + claims.replace("first-point", "second-point"))
    answer = "      - {id: some, label: Some, to: third, rows: [a-row], says: Some is there.}\n"
    question = """\
  - id: third
    ask: What more of it?
    help: Think of more.
    article: The article does not ask.
    answers:
      - {id: yes-more, label: "More", to: one-end, rows: [a-row], says: There is more.}
      - {id: no-more, label: "No more", to: one-end, rows: [a-row], says: There is no more.}
    unsure: {take: no-more, says: No more is safer.}

article:
"""
    decided.change("decide/questions.yml", "    unsure: {take: little", answer + "    unsure: {take: little")
    decided.change("decide/questions.yml", "\narticle:\n", question)
    found = difference.between(before, reader.read(decided.root)[0])
    assert [(entry.kind, entry.url) for entry in found.added] == [
        ("claim of the article", "about/article/#second-point"),
        ("answer of the decision", "decide/"),
        ("question of the decision", "decide/"),
        ("answer of the decision", "decide/"),
        ("answer of the decision", "decide/"),
    ]
    assert found.added[1].title == "What is there? Some"
    assert (found.facts, found.removed) == ((), ())


def test_a_question_that_leads_elsewhere_is_a_fact(decided: Sample) -> None:
    decided.write("decide/index.md", "---\ntitle: Decide\ndescription: " + "x" * 60 + "\n---\n\n# It {#it}\n")
    found = changed(decided, "decide/questions.yml", "to: other-end", "to: one-end")
    assert [(fact.title, fact.what, fact.old, fact.new) for fact in found.facts] == [
        (
            "The decision: What of it?",
            "Answer “bad”",
            "Bad → other-end: It is bad.",
            "Bad → one-end: It is bad.",
        )
    ]


def test_a_lost_address_that_leads_on_again_is_told(compared: Sample) -> None:
    move = "- {from: 'compare/old-row/', to: 'compare/a-row/', since: 2026-11-22}\n"
    found = changed(compared, "moves.yml", "[]\n", move)
    assert [(address.url, address.state, address.to) for address in found.addresses] == [
        ("compare/old-row/", "moved", "compare/a-row/")
    ]


def test_an_address_that_leads_nowhere_is_an_alarm(
    compared: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(compared)
    compared.change("compare/a-row.md", "{#practice}", "{#at-work}")
    text = said(compared, capsys)
    assert "### ⚠️ Addresses that lead nowhere: 1" in text
    assert "- compare/a-row/\\#\u200bpractice" in text
    assert "- added: compare/a-row/\\#\u200bat-work" in text


def test_a_moved_address_leads_on(compared: Sample) -> None:
    before, _ = reader.read(compared.root)
    compared.change("compare/a-row.md", "{#practice}", "{#at-work}")
    move = "- {from: 'compare/a-row/#practice', to: 'compare/a-row/#at-work', since: 2026-11-22}\n"
    compared.write("moves.yml", move)
    found = difference.between(before, reader.read(compared.root)[0])
    moved = [address for address in found.addresses if address.state == "moved"]
    assert [(address.url, address.to) for address in moved] == [
        ("compare/a-row/#practice", "compare/a-row/#at-work")
    ]
    assert found.lost == ()


def test_sections_of_a_removed_page_are_told_with_it(compared: Sample) -> None:
    before, _ = reader.read(compared.root)
    (compared.docs / "compare/b-row.md").unlink()
    found = difference.between(before, reader.read(compared.root)[0])
    assert [address.url for address in found.lost] == ["compare/b-row/"]


def test_a_renamed_row_leads_on_by_its_former_id(compared: Sample) -> None:
    before, _ = reader.read(compared.root)
    text = (compared.docs / "compare/b-row.md").read_text(encoding="utf-8")
    (compared.docs / "compare/b-row.md").unlink()
    compared.write("compare/c-row.md", text.replace("former_ids: []", "former_ids: [b-row]"))
    found = difference.between(before, reader.read(compared.root)[0])
    assert [(address.url, address.to) for address in found.addresses if address.state == "moved"] == [
        ("compare/b-row/", "compare/c-row/")
    ]
    assert found.lost == ()


def test_a_pair_that_was_run_shows_its_differences(
    paired: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(paired)
    paired.change("examples/a-pair/with_pytorch.py", "number / 3", "number / 3 + 1e-7")
    capsys.readouterr()
    assert main(["run", "--root", str(paired.root)]) == 0
    capsys.readouterr()
    (line,) = [line for line in said(paired, capsys).splitlines() if line.startswith("| A pair")]
    _, _, before, now, mistake, *_ = (cell.strip() for cell in line.split("|"))
    assert (before, now) == ("0", "3e-07")
    assert mistake.startswith("off by 0.83")


def test_problems_come_first_with_their_lines(compared: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    commit(compared)
    compared.change("compare/a-row.md", "tools: [one]", "tools: [two]")
    text = said(compared, capsys)
    assert "### ⚠️ Problems: 1\n\n- `docs/compare/a-row.md:" in text
    assert text.index("Problems") < text.index("changed text")


def test_weights_are_those_of_changed_pages_alone(
    compared: Sample, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(compared)
    compared.change("compare/a-row.md", "You meet it at work.", "You meet it everywhere.")
    sizes = {
        "before": {"compare/a-row": 10, "compare/b-row": 10},
        "now": {"compare/a-row": 900, "compare/b-row": 900},
    }
    for site, pages in sizes.items():
        for page, count in pages.items():
            folder = tmp_path / site / page
            folder.mkdir(parents=True)
            folder.joinpath("index.html").write_text("".join(f"{n * n}" for n in range(count)))
    text = said(compared, capsys, "--sites", str(tmp_path / "before"), str(tmp_path / "now"))
    rows = [line for line in text.splitlines() if line.startswith("| compare/")]
    assert len(rows) == 1
    assert rows[0].startswith("| compare/a-row/ | 0.0 KB | ")


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("ask @everyone", "ask @\u200beveryone"),
        ("closes #12", "closes \\#\u200b12"),
        ("GH-12", "GH\u200b-12"),
        ("see https://example.org/", "see https:\u200b//example.org/"),
        ("see www.example.org", "see www\u200b.example.org"),
        ("![x](https://example.org/x.png)", "\\!\\[x\\](https:\u200b//example.org/x.png)"),
        ("<img src=x>", "&lt;img src=x&gt;"),
        ("a | b\n\n## c", "a \\| b \\#\u200b\\#\u200b c"),
        ("`code` and **more**", "\\`code\\` and \\*\\*more\\*\\*"),
    ],
)
def test_a_contributors_text_stays_text(hostile: str, shown: str) -> None:
    assert diff.plain(hostile) == shown


def test_a_long_report_ends_within_what_github_takes(compared: Sample) -> None:
    found = changed(compared, "compare/a-row.md", "PyTorch 2.13.0", "PyTorch 2.15.0")
    fact = found.facts[0]
    many = Difference(
        facts=tuple(difference.Changed(fact.page, "T" * 900, str(n), "o" * 900, "n" * 900) for n in range(39))
    )
    text = diff.report(many, [], [])
    assert len(text.encode()) < 65_536
    assert text.rstrip().endswith("for all of it.*")


def test_a_list_names_how_many_it_leaves_out(compared: Sample) -> None:
    found = changed(compared, "compare/a-row.md", "PyTorch 2.13.0", "PyTorch 2.15.0")
    many = Difference(facts=found.facts * (diff.MOST + 3))
    assert "- … and 3 more\n" in diff.report(many, [], [])


def test_an_unknown_revision_is_told(compared: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    commit(compared)
    assert main(["diff", "nowhere", "--root", str(compared.root)]) == 2
    error = capsys.readouterr().err
    assert error.startswith("nowhere: cannot be compared with (")
    assert "git fetch origin main" in error
