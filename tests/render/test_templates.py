"""Templates: what they are given is shown as text, and what they ask for is there."""

import os
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import markdown
import pytest
from mkdocs.theme import Theme
from selectolax.lexbor import LexborHTMLParser

from scripts import paths
from scripts.build import Build
from scripts.content import reader
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.model.page import KINDS
from scripts.render import comparison, components, fragments, templates
from tests.conftest import Sample

REPOSITORY = "https://example.org/repo"
HOSTILE = "<script>x</script><b>&</b><img src=x> {}"
# Modules that draw: what they write is SVG. The edition for programs is Markdown alone.
DRAWING = {"bar_chart.py", "flowchart.py"}


def mkdocs_environment(content: Content) -> jinja2.Environment:
    """MkDocs' own environment with Material's templates and ours, as a build has it."""
    theme = Theme(name="material", custom_dir=str(templates.FOLDER))
    environment: jinja2.Environment = Build(content).equip(theme.get_env())
    return environment


def panel(environment: jinja2.Environment, page: Page, part: str) -> str:
    """A panel of a page: the one after its first paragraph, or the one at its end."""
    assert page.meta
    shown = SimpleNamespace(url=page.url, edit_url="", file=SimpleNamespace(src_uri=page.source))
    template = environment.get_template(f"panels/{page.meta.kind}-{part}.html")
    return template.render(page=shown, meta=page.meta, config={"repo_url": REPOSITORY}, base_url="..")


@pytest.fixture
def hostile(paired: Sample, decided: Sample) -> Sample:
    """The sample with markup in each field that is text or inline Markdown; a field's name ends its text."""
    fields = {
        "compare/a-row.md": {
            "title: A row": "title",
            "summary: It does `this`, with a limit.": "summary",
            "why: PyTorch does all of it, and TensorFlow most of it.": "why",
            "says: The article does not cover this.": "article.",
            "says: We read the two manuals.": "judged.",
            "true_for: TensorFlow 2.21.0, PyTorch 2.13.0": "true-for",
            "question: How do the two differ on this?": "question?",
        },
        "tools/one.md": {
            "title: A tool": "title",
            "title: The tool": "evidence-title",
            "says: The tool has had a release.": "evidence-says.",
            "job: Does what a tool does": "job",
            "of: package name on PyPI": "of",
            "status_note: It has had a release in November 2026.": "note.",
            "article: Not named; it stands here for a test.": "article.",
        },
        "examples/a-pair/index.md": {
            "title: A pair": "title",
            "question: How does one and the same thing look in both?": "question?",
        },
        "decide/one-end.md": {
            'title: "Outcome: one-end"': "title",
            "answer: Take one-end": "answer",
            "article: The article says the same.": "article.",
            "first: [Begin with it., Go on with it.]": "",
        },
        "decide/questions.yml": {
            "ask: What is there?": "ask?",
            "help: Think of what there is.": "help.",
            "article: The article does not ask.": "article.",
        },
        "about/article.yml": {
            "said: The one is as good as the other.": "said.",
            "today: Nobody has measured it, and we say here what is known of the matter.": "today.",
            "says: The program prints what it should.": "evidence-says.",
        },
    }
    for path, changes in fields.items():
        for old, field in changes.items():
            name = old.partition(":")[0]
            text = f"'{HOSTILE.format(field)}'"
            new = (
                f"{name}: {text}"
                if field
                else f"{name}: ['{HOSTILE.format('one.')}', '{HOSTILE.format('two.')}']"
            )
            paired.change(path, old, new)
    return paired


def unsafe(html: str) -> list[str]:
    """The tags of elements that only hostile text has."""
    ours = {"flowchart.svg"}
    elements = LexborHTMLParser(html).css("script, img")
    return [node.tag or "" for node in elements if node.attributes.get("src") not in ours]


def text_of(html: str) -> str:
    """What a reader sees, with single spaces."""
    body = LexborHTMLParser(html).body
    assert body
    return " ".join(body.text().split())


def test_hostile_text_is_text_in_every_fragment(hostile: Sample) -> None:
    shown = ""
    for name, fragment in fragments.fragments(hostile.read(), REPOSITORY).items():
        html = markdown.markdown(fragment, extensions=["md_in_html", "attr_list", "fenced_code", "tables"])
        assert unsafe(html) == [], name
        shown += text_of(html)
    for field in (
        *("title", "summary", "why", "question?", "article.", "job"),
        *("answer", "ask?", "help.", "said.", "today.", "evidence-says."),
    ):
        assert HOSTILE.format(field) in shown, field


@pytest.mark.parametrize(
    ("page", "part", "fields"),
    [
        ("compare/a-row.md", "panel", ["summary", "why", "article."]),
        ("compare/a-row.md", "end", ["judged.", "true-for", "title"]),  # the title is that of its pair
        ("tools/one.md", "panel", ["note.", "of", "article."]),
        ("tools/one.md", "end", ["evidence-title", "evidence-says.", "title"]),
        ("examples/a-pair/index.md", "panel", []),
        ("examples/a-pair/index.md", "end", ["title"]),
        ("decide/one-end.md", "panel", ["article.", "one.", "two."]),
        ("decide/one-end.md", "end", ["why", "title"]),
    ],
)
def test_hostile_text_is_text_in_every_panel(
    hostile: Sample, page: str, part: str, fields: list[str]
) -> None:
    content = hostile.read()
    shown = content.page(page)
    assert shown
    html = panel(mkdocs_environment(content), shown, part)
    assert unsafe(html) == []
    assert [field for field in fields if HOSTILE.format(field) not in text_of(html)] == []


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Plain: 1 + 1 = 2, “so” it's - no list.", "Plain: 1 + 1 = 2, “so” it's - no list."),
        ("Two\n  lines.", "Two lines."),
        ("With `a < b` and *more*.", "With <code>a &lt; b</code> and <em>more</em>."),
        ("See [it](https://example.org).", 'See <a href="https://example.org">it</a>.'),
        ("Use <kbd>, x > y & z.", "Use &lt;kbd&gt;, x &gt; y &amp; z."),
        (r"No \*emphasis\*.", "No *emphasis*."),
    ],
)
def test_a_field_is_inline_markdown(text: str, html: str) -> None:
    assert components.inline(text) == html


def test_mkdocs_escapes_in_our_templates_alone(compared: Sample) -> None:
    environment = mkdocs_environment(compared.read())
    environment.loader = jinja2.DictLoader(
        {
            "main.html": "{{ title }}{% include 'panels/a.html' %}{{ title }}",
            "panels/a.html": "{% import 'macros/a.html' as a %} {{ title }} {{ a.mark(title) }} ",
            "macros/a.html": "{% macro mark(title) %}<i>{{ title }}</i>{% endmacro %}",
        }
    )
    shown = environment.get_template("main.html").render(title="<b>&")
    assert shown == "<b>& &lt;b&gt;&amp; <i>&lt;b&gt;&amp;</i> <b>&"


def test_a_row_has_the_same_verdicts_in_the_table_and_on_its_page(compared: Sample) -> None:
    content = compared.read()
    table = LexborHTMLParser(comparison.table(content))
    environment = mkdocs_environment(content)
    for page, _ in content.rows:
        own = LexborHTMLParser(panel(environment, page, "panel") + panel(environment, page, "end"))
        for verdict, count in ((".rating", 2), (".edge", 1)):
            in_table = [node.html for node in table.css(f'tr[id="{page.id}"] {verdict}')]
            assert len(in_table) == count
            assert [node.html for node in own.css(verdict)] == in_table
        in_table = [node.text() for node in table.css(f'tr[id="{page.id}"] .mark')]
        assert (
            [node.text().lower() for node in own.css(".evidence .kind")] == in_table == ["executed", "judged"]
        )


@pytest.fixture
def own_templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of templates in place of ours."""
    folder = tmp_path / "overrides"
    for name in ("fragments", "macros"):
        (folder / name).mkdir(parents=True)
    monkeypatch.setattr(templates, "FOLDER", folder)
    monkeypatch.setattr(templates.ENVIRONMENT, "loader", jinja2.FileSystemLoader(folder))
    return folder


FAULTS = {
    "a name": ("{{ nothing }}", "fragments/a.html:2: 'nothing' is undefined"),
    "a field": ("{{ page.nothing }}", "fragments/a.html:2: 'dict object' has no attribute 'nothing'"),
    "a name in a macro": (
        "{% import 'macros/a.html' as a %}{{ a.broken() }}",
        "macros/a.html:3: 'nothing' is undefined",
    ),
    "a name in a condition": ("{% if nothing %}{% endif %}", "fragments/a.html:2: 'nothing' is undefined"),
    "a filter": ("{{ page | nothing }}", "fragments/a.html:2: No filter named 'nothing'."),
    "a tag": ("{% nothing %}", "fragments/a.html:2: Encountered unknown tag 'nothing'."),
    "a file": ("{% include 'macros/nothing.html' %}", "fragments/a.html:2: 'macros/nothing.html' not found"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_not_defined_is_an_error_with_its_place(own_templates: Path, fault: str) -> None:
    text, message = FAULTS[fault]
    (own_templates / "fragments/a.html").write_text(f"<p>\n{text}\n</p>\n", encoding="utf-8")
    macro = "{% macro broken() %}\n<p>\n{{ nothing }}\n{% endmacro %}"
    (own_templates / "macros/a.html").write_text(macro, encoding="utf-8")
    with pytest.raises(templates.TemplateError) as raised:
        templates.render("a.html", page={})
    assert str(raised.value).startswith(f"overrides/{message}")


def test_an_edited_template_is_read_again(own_templates: Path) -> None:
    macro = own_templates / "macros/a.html"
    (own_templates / "fragments/a.html").write_text(
        "{% import 'macros/a.html' as a %}{{ a.b() }}", encoding="utf-8"
    )
    for index, text in enumerate(("one", "two")):
        macro.write_text(f"{{% macro b() %}}{text}{{% endmacro %}}", encoding="utf-8")
        os.utime(macro, ns=(index, index))
        assert templates.render("a.html") == text


def strict(environment: jinja2.Environment) -> jinja2.Environment:
    environment.undefined = jinja2.StrictUndefined
    return environment


def test_every_panel_finds_what_it_asks_for() -> None:
    """MkDocs' environment is silent about what is not defined, as Material's templates expect."""
    content, problems = reader.read()
    assert problems == []
    environment = strict(mkdocs_environment(content))
    pages = [page for page in content.pages if page.meta and page.meta.kind]
    assert {page.meta.kind for page in pages if page.meta} == set(KINDS)
    for page in pages:
        for part in ("panel", "end"):
            assert panel(environment, page, part).strip(), (page.source, part)


def test_html_is_in_templates_alone() -> None:
    attribute = re.compile(r"<\w+ [a-z-]+=")
    files = [file for file in (paths.ROOT / "scripts/render").glob("*.py") if file.name not in DRAWING]
    assert [file.name for file in files if attribute.search(file.read_text(encoding="utf-8"))] == []


def test_every_template_is_used() -> None:
    files = [*(templates.FOLDER / "fragments").iterdir(), *(templates.FOLDER / "macros").iterdir()]
    sources: list[Any] = [*(paths.ROOT / "scripts/render").glob("*.py"), *templates.FOLDER.rglob("*.*")]
    text = "\n".join(file.read_text(encoding="utf-8") for file in sources if file.suffix != ".svg")
    assert len(files) > 20
    assert [
        file.name for file in files if f'"{file.name}"' not in text and f"macros/{file.name}" not in text
    ] == []
