"""Old addresses keep working, with and without JavaScript."""

import datetime
import subprocess
from pathlib import Path

from scripts.model.move import Move
from scripts.publish import redirects
from tests.search.ask import NODE

DAY = datetime.date(2026, 11, 22)


def move(old: str, new: str) -> Move:
    return Move.model_validate({"from": old, "to": new, "since": DAY})


def test_a_renamed_heading_answers_to_its_old_id() -> None:
    html = redirects.add_old_ids('<h2 id="new">T</h2>', "a/b/", [move("a/b/#old", "a/b/#new")])
    assert html == '<span id="old"></span><h2 id="new">T</h2>'


def test_a_heading_that_left_leaves_a_line_that_leads_on() -> None:
    html = redirects.add_old_ids("<p>x</p>", "a/b/", [move("a/b/#old", "c/#new")])
    assert '<p class="moved" id="old">' in html
    assert 'href="../../c/#new"' in html


def test_other_pages_are_left_alone() -> None:
    assert redirects.add_old_ids("<p>x</p>", "c/", [move("a/b/#old", "a/b/#new")]) == "<p>x</p>"


def test_of_many_moves_each_page_takes_its_own_in_any_order() -> None:
    moves = [
        move("m/#old", "m/#new"),
        move("z/#old", "z/#new"),
        move("a/#old", "b/#else"),
        move("m/", "n/"),
        move("m/#older", "a/#before"),
        move("m/#oldest", "z/#after"),
    ]
    html = redirects.add_old_ids('<h2 id="new">T</h2>', "m/", moves)
    assert html.startswith('<span id="old"></span><h2 id="new">T</h2>\n<p class="moved" id="older">')
    assert 'href="../a/#before">a/#before</a>' in html
    assert 'id="oldest">This section moved: <a href="../z/#after">z/#after</a>.' in html
    assert html.count("<p ") == 2


def test_an_old_id_of_a_heading_that_is_gone_adds_nothing() -> None:
    assert redirects.add_old_ids("<p>x</p>", "a/", [move("a/#old", "a/#new")]) == "<p>x</p>"


def test_a_page_that_begins_with_the_renamed_heading_keeps_its_old_id() -> None:
    """Where the tag stands at the very start of the text, and where the id itself does."""
    for html in ('<h2 id="new">T</h2>', 'id="new">'):
        assert (
            redirects.add_old_ids(html, "a/", [move("a/#old", "a/#new")]).count('<span id="old"></span>') == 1
        )


def test_pages_that_moved_are_written_each_between_moves_of_sections(tmp_path: Path) -> None:
    moves = [move("a/#x", "a/#y"), move("a/b/c/", "d/"), move("a/b/#x", "d/#y"), move("a/b/", "e/f/")]
    written = redirects.write_redirects(tmp_path, moves, "https://example.org/")
    assert [file.relative_to(tmp_path).as_posix() for file in written] == [
        "a/b/c/index.html",
        "a/b/index.html",
    ]
    assert 'url=../../../d/"' in written[0].read_text(encoding="utf-8")
    assert 'url=../../e/f/"' in written[1].read_text(encoding="utf-8")
    # A folder that is there already, as on a second build, is no fault.
    assert redirects.write_redirects(tmp_path, moves, "https://example.org/") == written


def test_a_moved_page_leads_on_under_a_sub_path(tmp_path: Path) -> None:
    moved = [move("a/old/", "b/new/#part"), move("a/#x", "a/#y")]
    (file,) = redirects.write_redirects(tmp_path, moved, "https://example.org/sub/")
    assert file == tmp_path / "a/old/index.html"
    text = file.read_text(encoding="utf-8")
    assert 'content="1; url=../../b/new/#part"' in text
    assert '<link rel="canonical" href="https://example.org/sub/b/new/#part">' in text
    assert '<meta name="robots" content="noindex">' in text
    assert '<a href="../../b/new/#part">https://example.org/sub/b/new/#part</a>' in text


def test_a_moved_page_keeps_the_query_and_leads_to_its_own_section(tmp_path: Path) -> None:
    (file,) = redirects.write_redirects(tmp_path, [move("a/old/", "b/new/#part")], "https://example.org/sub/")
    script = file.read_text(encoding="utf-8").partition("<script>")[2].partition("</script>")[0]
    ran = (
        "const location = {href: 'https://example.org/sub/a/old/', search: '?fw=pytorch', hash: HASH,"
        " toString() { return this.href }, replace(to) { console.log(String(to)) }};" + script
    )
    for hash_, lands in (("", "#part"), ("#other", "#part")):
        done = subprocess.run(
            [str(NODE), "-e", ran.replace("HASH", repr(hash_))], capture_output=True, text=True, check=False
        )
        assert done.stdout.strip() == f"https://example.org/sub/b/new/?fw=pytorch{lands}", done.stderr
