"""Under a framework's name stands what is its own: in each published form of what is compared."""

import csv
import io
import json
import re

from selectolax.lexbor import LexborHTMLParser

from scripts.content import pair_files
from scripts.content.tree import Content
from scripts.measure import catalogue
from scripts.model.row import EDGES, RATINGS
from tests import reader
from tests.site.conftest import BASE, Site

WORDS = {**reader.FRAMEWORKS, "both": "Both", "either": "Either", "neither": "Neither"}


def parsed(site: Site, address: str) -> LexborHTMLParser:
    text = site.pages[address.strip("/")].text
    return reader.parsed(text[text.index("<article") :].partition("</article>")[0])


def edition(site: Site, address: str) -> str:
    return (site.folder / address / "index.md").read_text(encoding="utf-8")


def cell(rating: str, summary: str) -> str:
    """What a framework's cell says: the word of its rating, and its summary."""
    return f"{RATINGS[rating][0]} {reader.plain(summary)}"  # type: ignore[index]


# Rows ---------------------------------------------------------------------------------------------


def test_the_comparison_has_each_framework_in_its_column(site: Site, found: Content) -> None:
    tree = parsed(site, "compare")
    assert reader.heads_with_shape(tree) == {"tf": "TensorFlow", "pt": "PyTorch"}
    shown = reader.table(tree, "Criterion", "Edge")
    assert len(shown) == len(list(found.rows))
    for (page, row), line in zip(found.rows_in_order, shown, strict=True):
        assert page.meta
        assert line["Criterion"] == f"{page.meta.title} {row.question}"
        for side, name in reader.FRAMEWORKS.items():
            own = getattr(row, side)
            assert line[name] == cell(own.rating, own.summary), page.id
        assert line["Edge"] == EDGES[row.edge], page.id


def test_the_markdown_of_the_comparison_has_each_framework_in_its_column(site: Site, found: Content) -> None:
    lines = reader.markdown_table(edition(site, "compare"), "Criterion", "TensorFlow", "PyTorch")
    lines = [line for line in lines if line["Edge"]]  # the others begin a group
    for (page, row), line in zip(found.rows_in_order, lines, strict=True):
        for side, name in reader.FRAMEWORKS.items():
            own = getattr(row, side)
            assert reader.plain(line[name]) == cell(own.rating, own.summary), page.id
        assert line["Edge"] == EDGES[row.edge], page.id


def test_a_rows_page_has_each_framework_below_its_name(site: Site, found: Content) -> None:
    for page, row in found.rows:
        tree = parsed(site, page.url)
        markdown = edition(site, page.url)
        said = reader.sides(tree)
        for side, name in reader.FRAMEWORKS.items():
            own = getattr(row, side)
            assert said[name] == [RATINGS[own.rating][0], reader.plain(own.summary)], page.id
            below = reader.under(markdown, name)
            assert below.startswith(f"**{name}** **{RATINGS[own.rating][0]}**"), page.id
            assert reader.plain(own.summary) in reader.plain(below), page.id
        assert reader.labelled(tree)["Edge"].startswith(f"{EDGES[row.edge]}. "), page.id
        assert f"**Edge:** {EDGES[row.edge]}. " in markdown, page.id


def test_the_data_have_each_framework_under_its_name(site: Site, found: Content) -> None:
    folder = site.folder / "api/v1"
    published = {
        row["id"]: row for row in json.loads((folder / "comparison.json").read_text("utf-8"))["rows"]
    }
    text = (folder / "comparison.csv").read_text(encoding="utf-8")
    lines = {line["id"]: line for line in csv.DictReader(io.StringIO(text))}
    for page, row in found.rows:
        alone = json.loads((folder / f"rows/{page.id}.json").read_text(encoding="utf-8"))
        for side in reader.FRAMEWORKS:
            own = getattr(row, side)
            expected = {"rating": own.rating, "summary": own.summary}
            assert published[page.id][side] == alone[side] == expected, page.id
            assert lines[page.id][f"{side}_rating"] == own.rating
            assert lines[page.id][f"{side}_summary"] == own.summary
        assert published[page.id]["edge"] == row.edge
        assert lines[page.id]["edge"] == EDGES[row.edge]


# Pairs --------------------------------------------------------------------------------------------


def test_behind_a_frameworks_tab_are_its_program_and_its_outputs(site: Site, found: Content) -> None:
    for page, _ in found.pairs:
        result = found.results[page.id]
        assert result
        tree = parsed(site, page.url)
        # Long outputs are folded; their blocks keep their titles.
        tabs = reader.tabs(tree)
        for side, name in reader.FRAMEWORKS.items():
            own = getattr(result, side)
            program = pair_files.PROGRAMS[side]  # type: ignore[index]
            source = (pair_files.folder_of(found.docs, page.id) / program).read_text(encoding="utf-8")
            assert tabs[name][program] == source.strip(), page.id
            assert tabs[name].get("It prints", "") == own.printed.strip(), page.id
            assert set(tabs[name]) <= {program, "It prints", "It warns"}, page.id


def test_the_markdown_of_a_pair_has_each_program_and_output_below_its_framework(
    site: Site, found: Content
) -> None:
    for page, _ in found.pairs:
        result = found.results[page.id]
        assert result
        markdown = edition(site, page.url)
        start = markdown.index("\n## Both sides\n")
        for side, name in reader.FRAMEWORKS.items():
            below = markdown[markdown.index(f"\n**{name}**\n", start) :]
            program = pair_files.PROGRAMS[side]  # type: ignore[index]
            source = (pair_files.folder_of(found.docs, page.id) / program).read_text(encoding="utf-8").strip()
            assert below.split("\n\n", 3)[1] == program, page.id
            assert source in below, page.id
            if printed := getattr(result, side).printed.strip():
                # The first block of text after the program, whether it is folded on the page or not.
                own = below[below.index(source) :]
                blocks = re.findall(r"It prints\n\n```text\n(.*?)\n```", own, re.DOTALL)
                assert blocks[0].strip() == printed, page.id


def test_what_differs_by_design_stands_in_its_frameworks_column(site: Site, found: Content) -> None:
    counted = 0
    for page, pair in found.pairs:
        if not pair.differ:
            continue
        rows = reader.table(parsed(site, page.url), "What", "TensorFlow", "PyTorch")
        lines = reader.markdown_table(edition(site, page.url), "What", "TensorFlow", "PyTorch")
        expected = [(f"{entry.name}: ", str(entry.tensorflow), str(entry.pytorch)) for entry in pair.differ]
        for shown in (rows, lines):
            assert [
                (name, reader.plain(line["TensorFlow"]), reader.plain(line["PyTorch"]))
                for line, (name, _, _) in zip(shown, expected, strict=True)
                if reader.plain(line["What"]).startswith(name)
            ] == [(name, " ".join(one.split()), " ".join(two.split())) for name, one, two in expected], (
                page.id
            )
        counted += len(expected)
    assert counted > 80


def test_a_pairs_notebook_has_each_program_below_its_framework(site: Site, found: Content) -> None:
    for page, pair in found.pairs:
        file = site.folder / page.url / f"{page.id}.ipynb"
        if pair.no_notebook:
            assert not file.exists()
            continue
        code: dict[str, str] = {}
        heading = ""
        for entry in json.loads(file.read_text(encoding="utf-8"))["cells"]:
            source = "".join(entry["source"])
            if entry["cell_type"] == "markdown":
                heading = source.splitlines()[0].lstrip("# ")
            else:
                code[heading] = code.get(heading, "") + source
        for side, name in reader.FRAMEWORKS.items():
            program = pair_files.folder_of(found.docs, page.id) / pair_files.PROGRAMS[side]  # type: ignore[index]
            lines = [line.strip() for line in program.read_text(encoding="utf-8").splitlines()]
            own = [line for line in lines if len(line) > 8 and not line.startswith(("import ", "from ", "#"))]
            assert [line for line in own if line not in code[name]] == [], (page.id, name)
            assert f"in_{side} = " in code[name], page.id


# Charts -------------------------------------------------------------------------------------------


def test_a_bar_has_the_colour_and_the_time_of_the_variant_beside_it(site: Site) -> None:
    tree = parsed(site, "measurements")
    charts = tree.css("figure.measure")
    assert len(charts) >= 5
    for figure in charts:
        chart = figure.css_first("svg.bars")
        assert chart
        title = chart.attributes["aria-label"] or ""
        subject = next(entry for entry in catalogue.all_subjects() if title.startswith(f"{entry.title}: "))
        sides = {variant.title: variant.side for variant in subject.variants}
        bars = reader.bars(chart)
        assert len(bars) > 1, title
        assert [colour for _, colour, _ in bars] == [sides[label] for label, _, _ in bars], title
        assert title == f"{subject.title}: " + "; ".join(f"{label} {time}" for label, _, time in bars)
        # The table that follows has the same order and the same times.
        table = figure.next
        while table is not None and not table.css_first("table"):
            table = table.next
        assert table, title
        rows = reader.table(reader.parsed(table.html or ""), "Variant", "Median")
        assert [(row["Variant"], row["Median"]) for row in rows] == [(label, time) for label, _, time in bars]


# Tools and the decision ---------------------------------------------------------------------------


def test_a_tool_has_its_framework_in_the_list_on_its_page_and_in_its_markdown(
    site: Site, found: Content
) -> None:
    listed = {row["Tool"]: row["Side"] for row in reader.table(parsed(site, "tools"), "Tool", "Side")}
    assert len(listed) == len(list(found.tools))
    for page, tool in found.tools:
        assert page.meta
        side = WORDS[tool.side]
        assert listed[f"{page.meta.title} {tool.job}"] == side, page.id
        assert reader.entries(parsed(site, page.url))["Side"] == side, page.id
        assert f"\n**Side:** {side}\n" in edition(site, page.url), page.id


def test_an_outcome_has_its_framework_wherever_it_is_named(site: Site, found: Content) -> None:
    data = json.loads((site.folder / "api/v1/decision.json").read_text(encoding="utf-8"))
    walk = json.loads((site.folder / "decide/walk.json").read_text(encoding="utf-8"))
    published = [{entry["id"]: entry["side"] for entry in form["outcomes"]} for form in (data, walk)]
    outline = parsed(site, "decide")
    for page, outcome in found.outcomes.values():
        name = WORDS[outcome.side]
        assert reader.labelled(parsed(site, page.url))["Framework"] == name, page.id
        assert f"\n**Framework:** {name}\n" in edition(site, page.url), page.id
        assert [form[page.id] for form in published] == [outcome.side] * 2
        listed = outline.css_first(f'[id="o-{page.id}"]')
        assert reader.text(listed) == f"{outcome.answer} {name}", page.id


def test_the_list_for_programs_names_each_page_with_its_own_description(site: Site, found: Content) -> None:
    lines = (site.folder / "llms.txt").read_text(encoding="utf-8").splitlines()
    for page in found.pages:
        assert page.meta
        address = f"https://example.org/{BASE}/{page.url}index.md"
        assert f"- [{page.meta.title}]({address}): {page.meta.description}" in lines, page.id
