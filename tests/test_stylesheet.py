"""Published style sheets are one file that says the same; their sources are one file a component."""

import re
from pathlib import Path

import pytest
import yaml

from scripts import paths
from scripts.model.framework import FRAMEWORKS, Framework
from scripts.publish import stylesheet

SOURCES = paths.ROOT / paths.DOCS / stylesheet.FOLDER
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|color-mix|light-dark)\(", re.IGNORECASE)


def listed() -> list[str]:
    """The sheets in mkdocs.yml, in their order."""
    text = (paths.ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (block,) = re.findall(r"^extra_css:.*\n((?: .*\n)+)", text, re.MULTILINE)
    found: list[str] = yaml.safe_load(block)
    return found


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / stylesheet.FOLDER).mkdir(parents=True)
    return tmp_path


def sheets(site: Path, **texts: str) -> list[str]:
    """Write sheets by their names; their addresses."""
    addresses = [f"{stylesheet.FOLDER}/{name}.css" for name in texts]
    for address, text in zip(addresses, texts.values(), strict=True):
        (site / address).write_text(text, encoding="utf-8")
    return addresses


def test_sheets_become_one_file_in_their_order(site: Path) -> None:
    given = sheets(
        site, text="p { color: red; }\n", code="p { color: blue; }\n", print="@media print { p { top: 0 } }"
    )
    file = stylesheet.write(site, given)
    assert file.read_text(encoding="utf-8") == "p{color:red}p{color:blue}@media print{p{top:0}}"
    assert [left.name for left in (site / stylesheet.FOLDER).iterdir()] == ["site.css"]
    other = stylesheet.write(site, sheets(site, code="p { top: 1px }", text="p { top: 2px }"))
    assert other.read_text(encoding="utf-8") == "p{top:1px}p{top:2px}"


def test_comments_go_and_signs_stay(site: Path) -> None:
    text = '/* Why: { } */\n.a::before { content: "✓ "; content: "✓ " / ""; } /* end */\n/*! A licence */'
    file = stylesheet.write(site, sheets(site, status=text))
    assert file.read_text(encoding="utf-8") == '.a::before{content:"✓ ";content:"✓ "/""}'


def test_an_address_in_a_sheet_leads_where_it_led(site: Path) -> None:
    given = sheets(
        site,
        one='a { background: url("../images/favicon.svg"); }',
        two="b { mask: url(mark.svg#part) }",
        three="""c { mask: url("data:image/svg+xml,<svg xmlns='a'><path d='M0 0h1'/></svg>") }""",
    )
    text = stylesheet.write(site, given).read_text(encoding="utf-8")
    addresses = [found.strip("\"'") for found in re.findall(r"url\((\"[^\"]*\"|[^)]*)\)", text)]
    assert addresses[:2] == ["../images/favicon.svg", "mark.svg#part"]
    assert addresses[2].startswith("data:image/svg+xml,<svg")
    assert (site / stylesheet.FILE).parent == site / stylesheet.FOLDER  # so they need not change


@pytest.mark.parametrize(
    ("address", "text", "said"),
    [
        (
            "assets/css/lost.css",
            None,
            "mkdocs.yml: assets/css/lost.css .* docs/assets/css/lost.css does not exist",
        ),
        ("assets/extra.css", "p{}", "mkdocs.yml: assets/extra.css .* move it into docs/assets/css/"),
        ("assets/css/sub/extra.css", "p{}", "mkdocs.yml: assets/css/sub/extra.css .* move it"),
        ("assets/css/old.css", '@import "other.css";', "docs/assets/css/old.css: `@import` is lost"),
        ("assets/css/open.css", "p { top: 0", "docs/assets/css/open.css: not as many"),
        ("assets/css/closed.css", "p { top: 0 } }", "docs/assets/css/closed.css: not as many"),
    ],
)
def test_a_sheet_that_cannot_be_part_of_it_is_named(
    site: Path, address: str, text: str | None, said: str
) -> None:
    given = sheets(site, good="p { top: 0 }")
    if text is not None:
        (site / address).parent.mkdir(parents=True, exist_ok=True)
        (site / address).write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        stylesheet.write(site, [*given, address])
    assert (site / given[0]).exists()  # nothing is thrown away


def test_what_cannot_be_made_smaller_is_told_with_its_sheet(site: Path) -> None:
    pytest.importorskip("minify")
    given = sheets(site, bad="""a { mask: url("data:image/svg+xml,<svg><path d='M0") }""")
    with pytest.raises(
        ValueError, match=r"^docs/assets/css/bad\.css: cannot be minified: .*; make a file of"
    ):
        stylesheet.write(site, given)


def test_without_a_minifier_only_comments_go(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stylesheet, "minify", None)
    file = stylesheet.write(
        site, sheets(site, one="/* Why. */\n\np { top: 0 }\n", two="/* Why. */\nq { top: 0 }\n")
    )
    assert file.read_text(encoding="utf-8") == "p { top: 0 }\nq { top: 0 }\n"


def test_the_published_file_has_every_rule_of_the_sources(site: Path) -> None:
    for address in listed():
        (site / address).write_text((paths.ROOT / paths.DOCS / address).read_text("utf-8"), encoding="utf-8")
    sources = [rule for address in listed() for rule in rules(paths.ROOT / paths.DOCS / address)]
    assert rules(stylesheet.write(site, listed())) == sources
    assert len(sources) > 300


def rules(sheet: Path) -> list[str]:
    """The selectors of all rules with the names of what they set, in their order."""
    found = []
    text = sheet.read_text(encoding="utf-8")
    for head, body in re.findall(r"([^{};]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)):
        names = re.findall(r"(?:^|;)\s*([\w-]+)\s*:", body)
        found.append(re.sub(r"[\s\"']", "", head) + "|" + ",".join(names))
    return found


def test_every_sheet_is_listed_and_says_in_one_line_what_it_is_for() -> None:
    assert sorted(listed()) == sorted(f"{stylesheet.FOLDER}/{file.name}" for file in SOURCES.iterdir())
    assert stylesheet.FILE not in listed()  # it would be written over
    for file in SOURCES.iterdir():
        assert re.match(r"/\* [A-Z].*[.] \*/\n\n", file.read_text(encoding="utf-8")), file.name


def test_colours_stand_in_the_sheet_of_colours_alone() -> None:
    """Those of the frameworks, too: what is orange or violet says `var(--tensorflow)` or `var(--pytorch)`."""
    for file in SOURCES.iterdir():
        if file.name not in {"colours.css", "contrast.css"}:
            assert COLOUR.findall(file.read_text(encoding="utf-8")) == [], file.name
    text = (SOURCES / "colours.css").read_text(encoding="utf-8")
    for name in ("tensorflow", "tensorflow-soft", "pytorch", "pytorch-soft"):
        assert len(re.findall(rf"^  --{name}: ", text, re.MULTILINE)) == 1


# The names of a framework in selectors, with its square or its disc.
NAMES: dict[Framework, re.Pattern[str]] = {
    "tensorflow": re.compile(r"tensorflow|(?:\.|__)tf\b"),
    "pytorch": re.compile(r"pytorch|(?:\.|__)pt\b"),
}


def test_what_is_named_after_a_framework_has_its_colours_its_shape_and_its_name() -> None:
    coloured: dict[Framework, set[str]] = {side: set() for side in NAMES}
    for file in SOURCES.iterdir():
        text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        for head, body in re.findall(r"([^{};]+)\{([^{}]*)\}", text):
            head = head.replace("#code-tensorflow ~", "")  # the first tab, by which both are found  # noqa: PLW2901
            named = [side for side, name in NAMES.items() if name.search(head)]
            if len(named) != 1:
                continue  # both begin alike, and one of them goes on
            (side,) = named
            place = f"{file.name}: {head.strip()}"
            colours = set(re.findall(r"var\(--(tensorflow|pytorch)\b", body))
            assert colours <= {side}, place
            assert set(re.findall(r"TensorFlow|PyTorch", body)) <= {FRAMEWORKS[side]}, place
            # A disc is PyTorch's alone.
            assert side == "pytorch" or "border-radius: 50%" not in body, place
            if colours:
                coloured[side].add(NAMES[side].sub("", head.strip()))
    # Wherever one has its colour, the other has: by itself, or where both begin alike.
    assert coloured["tensorflow"] <= coloured["pytorch"]
    assert len(coloured["tensorflow"]) >= 6


def test_a_framework_has_one_hue_and_the_other_another() -> None:
    """Orange and violet, as the pages say: in the light, in the dark, and where they are paper."""
    text = (SOURCES / "colours.css").read_text(encoding="utf-8")
    for side, warm in (("tensorflow", True), ("pytorch", False)):
        for name in (side, f"{side}-soft"):
            ((light, dark),) = re.findall(rf"--{name}: light-dark\(#(\w{{6}}), #(\w{{6}})\);", text)
            for colour in (light, dark):
                red, _, blue = (int(colour[at : at + 2], 16) for at in (0, 2, 4))
                assert (red > blue) is warm, name
