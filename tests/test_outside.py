"""The looks at other places: what an answer means, how politely it is asked for, and what is recorded."""

import datetime
import http.server
import itertools
import json
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.commands import fresh
from scripts.model.freshness import Freshness, LinkState, ReleaseState
from scripts.outside import links, releases
from scripts.outside.fetch import Answer, Fetcher
from tests.conftest import TODAY, Sample, set_day

PAGE = "<h1 id=top>All</h1><p>Keras 3 runs on <b>PyTorch</b>\n too.<h2 id='user-content-more'>More</h2>"


@pytest.mark.parametrize(
    ("url", "answer", "state", "detail"),
    [
        ("https://x.org/", Answer(200, text=PAGE), "ok", ""),
        ("https://x.org/", Answer(200, "https://x.org/new", PAGE), "moved", "https://x.org/new"),
        ("https://x.org/", Answer(404, failure="404 Not Found"), "gone", "404 Not Found"),
        ("https://x.org/", Answer(410, failure="410 Gone"), "gone", "410 Gone"),
        ("https://x.org/", Answer(403, failure="403 Forbidden"), "refused", "403 Forbidden"),
        ("https://x.org/", Answer(429, failure="429 Too Many Requests"), "refused", "429 Too Many Requests"),
        ("https://x.org/", Answer(503, failure="503 Unavailable"), "failing", "503 Unavailable"),
        ("https://x.org/", Answer(0, failure="timed out"), "failing", "timed out"),
        ("https://x.org/#top", Answer(200, text=PAGE), "ok", ""),
        ("https://x.org/#more", Answer(200, text=PAGE), "ok", ""),
        ("https://x.org/#less", Answer(200, text=PAGE), "changed", "#less"),
        ("https://x.org/#to", Answer(200, text=PAGE), "changed", "#to"),
        ("https://x.org/code.py#L12", Answer(200, text=PAGE), "ok", ""),
        ("https://x.org/file.txt#part", Answer(200, text="plain text"), "ok", ""),
        ("https://x.org/#:~:text=runs%20on%20pytorch%20too", Answer(200, text=PAGE), "ok", ""),
        ("https://x.org/#:~:text=runs%20on%20JAX", Answer(200, text=PAGE), "changed", "“runs on JAX”"),
        ("https://x.org/#:~:text=Keras%203,too", Answer(200, text=PAGE), "ok", ""),
        ("https://x.org/#:~:text=All-,Keras,-nothing", Answer(200, text=PAGE), "ok", ""),
        ("https://x.org/#top:~:text=nowhere", Answer(200, text=PAGE), "changed", "“nowhere”"),
    ],
)
def test_an_answer_is_judged(url: str, answer: Answer, state: str, detail: str) -> None:
    assert links.judge(url, answer) == (state, detail)


class Fake(Fetcher):
    """Answers from a table, and keeps what was asked."""

    def __init__(self, answers: dict[str, Answer]) -> None:
        super().__init__()
        self.answers, self.asked = answers, list[str]()

    def get(self, url: str) -> Answer:
        self.asked.append(url)
        return self.answers.get(url, Answer(404, failure="404 Not Found"))


def state(url: str, what: str, seen: int, since: int) -> LinkState:
    """A state of some days ago."""
    days = [TODAY - datetime.timedelta(days=days) for days in (seen, since)]
    return LinkState.model_validate({"url": url, "state": what, "seen": days[0], "since": days[1]})


def test_what_was_there_lately_is_not_asked_again() -> None:
    urls = ["https://a.org/", "https://b.org/", "https://c.org/"]
    before = [state(urls[0], "ok", 6, 30), state(urls[1], "ok", 7, 30), state(urls[2], "gone", 1, 1)]
    fetcher = Fake(dict.fromkeys(urls, Answer(200)))
    found = links.look(urls, before, TODAY, fetcher)
    assert sorted(fetcher.asked) == urls[1:]
    assert [entry.state for entry in found] == ["ok", "ok", "ok"]
    assert found[0] == before[0]


def test_a_state_keeps_the_day_since_which_it_holds() -> None:
    urls = ["https://a.org/", "https://b.org/"]
    before = [state(urls[0], "gone", 7, 21), state(urls[1], "ok", 7, 21)]
    gone, new = links.look(urls, before, TODAY, Fake({}))
    assert gone.since == TODAY - datetime.timedelta(days=21)
    assert new.since == TODAY
    assert (gone.seen, new.seen) == (TODAY, TODAY)


def test_the_fragment_is_not_sent() -> None:
    fetcher = Fake({"https://a.org/": Answer(200, text=PAGE)})
    assert [entry.state for entry in links.look(["https://a.org/#top"], [], TODAY, fetcher)] == ["ok"]


def test_addresses_are_those_of_evidence_and_of_text(compared: Sample) -> None:
    compared.change(
        "compare/a-row.md", "- Something new.", "- See [it](https://b.org/page), or <https://c.org/>."
    )
    compared.change(
        "compare/b-row.md",
        "- Something new.",
        "- `https://code.org/` is code, https://example.com/ no place.",
    )
    found = links.addresses(compared.read())
    assert found["https://b.org/page"] == ["docs/compare/a-row.md"]
    assert found["https://c.org/"] == ["docs/compare/a-row.md"]
    assert not [url for url in found if "code.org" in url or "example" in url]


class Handler(http.server.BaseHTTPRequestHandler):
    times: list[float] = []  # noqa: RUF012  (each test takes a class of its own)

    def do_GET(self) -> None:
        type(self).times.append(time.monotonic())
        path = self.path
        if path in {"/old", "/temporary"}:
            self.send_response(301 if path == "/old" else 302)
            self.send_header("Location", "/new")
            self.end_headers()
            return
        if path == "/round":
            self.send_response(301)
            self.send_header("Location", "/round")
            self.end_headers()
            return
        self.send_response(200 if path == "/new" else 404)
        self.send_header("Content-Type", "text/html; charset=latin-1")
        self.end_headers()
        self.wfile.write("Zürich".encode("latin-1"))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (its name there)
        pass


@pytest.fixture
def server() -> Iterator[tuple[str, list[float]]]:
    """A host of the tests' own: its address, and when it was asked."""
    times: list[float] = []
    handler = type("Own", (Handler,), {"times": times})
    host = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=host.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{host.server_address[1]}", times
    host.shutdown()


def test_a_fetch_follows_redirects_and_tells_lasting_ones(server: tuple[str, list[float]]) -> None:
    host, _ = server
    fetcher = Fetcher(pause=0)
    assert fetcher.get(f"{host}/new") == Answer(200, text="Zürich")
    assert fetcher.get(f"{host}/old") == Answer(200, f"{host}/new", "Zürich")
    assert fetcher.get(f"{host}/temporary") == Answer(200, text="Zürich")
    assert fetcher.get(f"{host}/round").failure == "more than five redirects"
    assert fetcher.get(f"{host}/none").status == 404
    assert fetcher.get("http://127.0.0.1:1/").status == 0


def test_one_host_is_asked_with_a_pause_whoever_asks(server: tuple[str, list[float]]) -> None:
    host, times = server
    fetcher = Fetcher(pause=0.2)
    threads = [threading.Thread(target=fetcher.get, args=(f"{host}/new",)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(later - earlier >= 0.19 for earlier, later in itertools.pairwise(times))
    assert len(times) == 3


PYPI = json.dumps(
    {
        "info": {"version": "2.15.0"},
        "urls": [{"upload_time": "2026-10-29T01:00:00"}, {"upload_time": "2026-10-28T01:00:00"}],
    }
)
NPM = json.dumps({"dist-tags": {"latest": "4.0.0"}, "time": {"4.0.0": "2026-09-01T00:00:00.000Z"}})


def test_releases_are_those_of_tools_and_pins(compared: Sample, tmp_path: Path) -> None:
    compared.change("tools/one.md", "package name on PyPI", '"@one/js on npm"')
    (tmp_path / "frameworks.in").write_text("# a comment\ntorch==2.13.0\nnumpy>=2\n", encoding="utf-8")
    entries = releases.named(compared.read(), tmp_path)
    answers = {
        "https://registry.npmjs.org/@one/js": Answer(200, text=NPM),
        "https://pypi.org/pypi/torch/json": Answer(200, text=PYPI),
    }
    js, torch = releases.look(entries, Fake(answers))
    assert (js.name, js.said, js.newest) == ("@one/js on npm", "1.0", "4.0.0")
    assert (torch.name, torch.said, torch.newest) == ("torch on PyPI", "2.13.0", "2.15.0")
    assert torch.released == datetime.date(2026, 10, 28)
    assert torch.where == "requirements/frameworks.in"


@pytest.mark.parametrize(
    "answer", [Answer(0, failure="timed out"), Answer(200, text="<html>"), Answer(200, text="{}")]
)
def test_a_registry_that_says_nothing_is_named(answer: Answer) -> None:
    entries = iter([releases.Named("torch", "PyPI", "2.13.0", "requirements/frameworks.in")])
    with pytest.raises(releases.ReleaseError, match=r"pypi/torch/json: does not say"):
        releases.look(entries, Fake({"https://pypi.org/pypi/torch/json": answer}))


def test_a_look_is_recorded_and_told(
    compared: Sample, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    cited = "https://example.net/tool"
    for name in ("home: https://example.org/tool", "url: https://example.org/tool"):
        compared.change("tools/one.md", name, name.replace("https://example.org/tool", cited))
    monkeypatch.setattr("scripts.commands.fresh.Fetcher", lambda: Fake({}))
    file = tmp_path / "issues.json"
    assert main(["fresh", "links", "--root", str(compared.root), "--issues", str(file)]) == 0
    assert capsys.readouterr().out == "links: 1 gone\n"
    (entry,) = compared.read().freshness.links
    assert (entry.url, entry.state, entry.since) == (cited, "gone", TODAY)
    (issue,) = json.loads(file.read_text(encoding="utf-8"))
    assert (issue["owner"], issue["items"]) == ("", 1)
    assert "\n## Links: 1\n" in issue["text"]
    said = f"- [ ] {cited}: is no longer there since 2026-11-22 (`404 Not Found`); in docs/tools/one.md\n"
    assert said in issue["text"]


def test_each_owner_is_told_of_own_files_alone(compared: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file with two owners is both's; what nobody owns is in the entry without an owner."""
    github = compared.root / ".github"
    github.mkdir()
    lines = "/docs/ @both @one\n/docs/compare/ @rows\n/docs/about/\n/README.md @idle\n"
    (github / "CODEOWNERS").write_text(lines, encoding="utf-8")
    set_day(monkeypatch, datetime.date(2027, 11, 22))
    found = fresh.issues(compared.read(), Freshness())
    told = {
        str(entry["owner"]): {
            path for path in ("index.md", "tools/one.md", "compare/a-row.md", "about/article.yml")
            if f" docs/{path}:" in str(entry["text"])
        }
        for entry in found
    }  # fmt: skip
    mine = {"index.md", "tools/one.md"}
    assert told == {
        "": {"about/article.yml"},
        "@both": mine,
        "@idle": set(),
        "@one": mine,
        "@rows": {"compare/a-row.md"},
    }
    assert [entry["items"] for entry in found if entry["owner"] == "@idle"] == [0]


def test_what_a_release_or_a_link_concerns_decides_whom_it_is_told(compared: Sample) -> None:
    (compared.root / ".github").mkdir()
    lines = "/docs/tools/ @tools\n/requirements/ @pins\n"
    (compared.root / ".github/CODEOWNERS").write_text(lines, encoding="utf-8")
    day = datetime.date(2026, 11, 1)
    states = [
        ReleaseState(name="torch on PyPI", where=where, said="2.13.0", newest=newest, released=day)
        for where, newest in (("requirements/frameworks.in", "2.15.0"), ("docs/tools/one.md", "2.13.0"))
    ]
    gone = LinkState(url="https://example.org/tool", state="gone", detail="`a` @b", seen=day, since=day)
    nowhere = LinkState(url="https://a.org/", state="gone", seen=day, since=day)
    found = fresh.issues(compared.read(), Freshness(releases=states, links=[gone, nowhere]))
    texts = {str(entry["owner"]): str(entry["text"]) for entry in found}
    assert "torch on PyPI: requirements/frameworks.in names 2.13.0, and 2.15.0 is of" in texts["@pins"]
    assert "docs/tools/one.md names" not in "".join(texts.values())  # it names the newest
    assert "https://a.org/: is no longer there since 2026-11-01; in no page" in texts[""]


def test_what_cannot_be_reached_is_left_out_until_its_day(
    compared: Sample, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    compared.change("compare/a-row.md", "- Something new.", "- See [it](https://b.org/page).")
    entry = "- {url: https://b.org/page, because: It asks for a login., until: %s}\n"
    monkeypatch.setattr("scripts.commands.fresh.Fetcher", lambda: Fake({}))
    for until, said in (("2026-11-23", "links: none\n"), ("2026-11-22", "links: 1 gone\n")):
        compared.write("about/unreachable.yml", entry % until)
        main(["fresh", "links", "--root", str(compared.root)])
        assert capsys.readouterr().out == said


@pytest.mark.parametrize(
    ("url", "until", "said"),
    [
        ("https://b.org/page", "2026-12-22", ""),
        ("https://b.org/page", "2026-11-22", "is looked at again since 2026-11-22"),
        ("https://b.org/page", "2027-11-22", "is left out for 365 days"),
        ("https://nowhere.org/", "2026-12-22", "no page links to https://nowhere.org/"),
    ],
)
def test_what_is_left_out_is_checked(compared: Sample, url: str, until: str, said: str) -> None:
    compared.change("compare/a-row.md", "- Something new.", "- See [it](https://b.org/page).")
    entry = f"- {{url: {url}, because: It asks for a login., until: {until}}}\n"
    compared.write("about/unreachable.yml", entry)
    found = [problem for problem in compared.problems() if problem.rule == "unreachable-link"]
    assert [problem.line for problem in found] == [1] * bool(said)
    assert said in "".join(map(str, found))


def test_a_damaged_record_is_told(compared: Sample) -> None:
    compared.write("about/freshness.json", '{"links": 1}')
    (problem,) = compared.problems()
    assert str(problem).startswith("docs/about/freshness.json:1: no record of looks: `links`: ")
