"""Under the name of a framework stands what is its own: in each fragment that has a place for both."""

import csv
import dataclasses
import io
import json
from collections.abc import Callable
from typing import Any

import markdown
import pytest
from selectolax.lexbor import LexborNode

from scripts.commands import measure as command
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.execute.pairs import notebook
from scripts.measure import catalogue
from scripts.model.measurement import MeasuredRun
from scripts.model.pair import Direction, Transfer
from scripts.publish import api
from scripts.render import comparison, decision, measurements, pairs, tools
from tests import reader
from tests.conftest import Sample
from tests.measure.test_results import record
from tests.render.test_templates import mkdocs_environment, panel

TENSORFLOW = ("Good", "It does this, with a limit.")
PYTORCH = ("Strong", "It does all of this | and that.")


def page(content: Content, source: str) -> Page:
    found = content.page(source)
    assert found
    return found


def shown(sample: Sample, fragment: str) -> str:
    """A fragment as MkDocs renders it."""
    extensions = ["attr_list", "md_in_html", "tables"]
    extensions += [f"pymdownx.{name}" for name in ("details", "snippets", "superfences", "tabbed")]
    configurations: dict[str, dict[str, Any]] = {
        "pymdownx.snippets": {"base_path": [str(sample.docs)]},
        "pymdownx.tabbed": {"alternate_style": True},
    }
    return markdown.markdown(fragment, extensions=extensions, extension_configs=configurations)


# Rows ---------------------------------------------------------------------------------------------


def test_a_frameworks_column_of_the_comparison_has_its_rating_and_its_summary(compared: Sample) -> None:
    tree = reader.parsed(comparison.table(compared.read()))
    assert reader.heads_with_shape(tree) == {"tf": "TensorFlow", "pt": "PyTorch"}
    rows = reader.table(tree, "Criterion", "Edge")
    assert [row["Criterion"] for row in rows] == [
        f"{title} How do the two differ on this?" for title in ("A row", "B row")
    ]
    for row in rows:
        assert row["TensorFlow"] == " ".join(TENSORFLOW)
        assert row["PyTorch"] == " ".join(PYTORCH)
        assert row["Evidence"] == "executed, judged"
        assert row["Checked"] == "22 Nov 2026"
    assert [row["Edge"] for row in rows] == ["PyTorch", "Depends"]


def test_a_column_is_sorted_by_its_own_rating_best_first(compared: Sample) -> None:
    compared.change("compare/b-row.md", "rating: good", "rating: none")
    tree = reader.parsed(comparison.table(compared.read()))
    keys = {
        side: [int(cell.attributes["data-sort"] or "") for cell in tree.css(f'td[data-column="{side}"]')]
        for side in reader.FRAMEWORKS
    }
    good, none = keys["tensorflow"]
    strong, same = keys["pytorch"]
    assert strong == same < good < none


def test_a_rows_page_has_each_frameworks_rating_and_summary_below_its_name(compared: Sample) -> None:
    content = compared.read()
    tree = reader.parsed(panel(mkdocs_environment(content), page(content, "compare/a-row.md"), "panel"))
    assert reader.sides(tree) == {"TensorFlow": list(TENSORFLOW), "PyTorch": list(PYTORCH)}
    # Its shape is before its name, and its colour is that of its block.
    assert {
        node.attributes["class"]: reader.text(node) for node in tree.css(".sides span.tf, .sides span.pt")
    } == {
        "tf": "TensorFlow",
        "pt": "PyTorch",
    }
    assert reader.text(tree.css_first(".sides__tf span")) == "TensorFlow"
    said = reader.labelled(tree)
    assert said["Edge"] == "PyTorch. PyTorch does all of it, and TensorFlow most of it."
    aside = reader.text(tree.css_first(".aside"))
    assert aside.startswith("The article that this site checks does not cover this.")


def test_the_data_have_each_framework_under_its_name(compared: Sample) -> None:
    published = api.comparison(compared.read(), "https://example.org/")
    row = json.loads(published.rows[0].model_dump_json())
    tensorflow, pytorch = "It does `this`, with a limit.", "It does all of this | and that."
    assert row["tensorflow"] == {"rating": "good", "summary": tensorflow}
    assert row["pytorch"] == {"rating": "strong", "summary": pytorch}
    first = next(csv.DictReader(io.StringIO(api.as_csv(published))))
    assert (first["tensorflow_rating"], first["tensorflow_summary"]) == ("good", tensorflow)
    assert (first["pytorch_rating"], first["pytorch_summary"]) == ("strong", pytorch)
    assert first["edge"] == "PyTorch"


def test_a_part_of_a_bar_leads_to_the_rows_that_it_counts(compared: Sample) -> None:
    compared.change("compare/b-row.md", "group: deployment", "group: programming")
    tree = reader.parsed(comparison.table(compared.read()))
    parts = {
        reader.text(part.css_first("title")): (part.attributes["href"], bar.attributes["class"])
        for part in tree.css("svg a")
        for bar in part.css("rect")
    }
    assert parts == {
        "PyTorch: 1 of 2": ("?group=programming&edge=pytorch#group-programming", "spread__pytorch"),
        "Depends: 1 of 2": ("?group=programming&edge=depends#group-programming", "spread__depends"),
    }


def test_the_parts_of_a_bar_fill_it_in_the_order_of_its_key() -> None:
    found = comparison.parts(["even", "pytorch", "tensorflow", "pytorch"])
    assert [dataclasses.astuple(part) for part in found] == [
        ("tensorflow", 1, 0.0, 12.5, 25.0),
        ("pytorch", 2, 25.0, 50.0, 50.0),
        ("even", 1, 75.0, 87.5, 25.0),
    ]


def test_the_summary_counts_rows_that_are_due_on_their_very_day(compared: Sample) -> None:
    for checked, due in (("2026-08-24", 1), ("2026-08-25", 0)):
        text = (compared.docs / "compare/a-row.md").read_text(encoding="utf-8")
        compared.write("compare/a-row.md", text.replace("checked: 2026-11-22", f"checked: {checked}", 1))
        assert f"**{due}** of them were due" in comparison.summary(compared.read()), checked
        compared.write("compare/a-row.md", text)


# Pairs --------------------------------------------------------------------------------------------

PROGRAMS = "examples/a-pair"


@pytest.fixture
def told_apart(paired: Sample) -> Sample:
    """The sample with a pair of which each program and each output is like no other."""
    file = paired.docs / PROGRAMS / "result.json"
    fields = json.loads(file.read_text(encoding="utf-8"))
    for side, text in (("tensorflow", "printed by TensorFlow"), ("pytorch", "printed by PyTorch")):
        fields[side]["printed"] = text
        fields[side]["warned"] = [f"warned of: {side}"]
    fields["mistake"]["printed"] = "printed by the mistake"
    file.write_text(json.dumps(fields), encoding="utf-8")
    return paired


def test_behind_a_frameworks_tab_are_its_program_and_its_outputs(told_apart: Sample) -> None:
    content = told_apart.read()
    tree = reader.parsed(shown(told_apart, pairs.code(content, content.pair_pages["a-pair"], "")))
    assert reader.tabs(tree) == {
        name: {
            f"with_{side}.py": (told_apart.docs / PROGRAMS / f"with_{side}.py")
            .read_text(encoding="utf-8")
            .strip(),
            "It prints": f"printed by {name}",
            "It warns": f"warned of: {side}",
        }
        for side, name in reader.FRAMEWORKS.items()
    }
    for side, name in reader.FRAMEWORKS.items():
        block = tree.css(".tabbed-block")[list(reader.FRAMEWORKS.values()).index(name)]
        assert [link.attributes["href"] for link in block.css("a")] == [f"with_{side}.py"]


def test_what_differs_by_design_stands_in_its_frameworks_column(told_apart: Sample) -> None:
    content = told_apart.read()
    tree = reader.parsed(shown(told_apart, pairs.differences(content.pair_pages["a-pair"])))
    assert reader.table(tree, "TensorFlow", "PyTorch") == [
        {"What": "kind: When it is computed", "TensorFlow": "eager", "PyTorch": "lazy"}
    ]


def test_what_is_compared_says_its_difference_and_what_is_allowed(told_apart: Sample) -> None:
    told_apart.change("examples/a-pair/index.md", "within: 1e-6, says: the sum", "within: 0, says: the sum")
    content = told_apart.read()
    tree = reader.parsed(shown(told_apart, pairs.code(content, content.pair_pages["a-pair"], "")))
    first, second = reader.table(tree, "Compared", "Allowed")
    assert first["Compared"] == "total: the sum of all parts"
    assert first["Greatest difference"] == "0"
    assert [first["Allowed"], second["Allowed"]] == ["0 (exact)", "1e-6"]


@pytest.mark.parametrize("continues", ["tensorflow", "pytorch"])
def test_the_mistake_names_the_program_that_it_continues(told_apart: Sample, continues: str) -> None:
    told_apart.change("examples/a-pair/index.md", "continues: pytorch", f"continues: {continues}")
    content = told_apart.read()
    text = reader.text(
        reader.parsed(shown(told_apart, pairs.mistake(content, content.pair_pages["a-pair"]))).body
    )
    assert f"These lines at the end of with_{continues}.py show it:" in text
    assert "printed by the mistake" in text
    assert "the result is off by 0.83; without the mistake both sides agree exactly." in text
    assert "The test asserts an error of at least 0.5." in text


@pytest.mark.parametrize("continues", ["tensorflow", "pytorch"])
def test_a_notebook_has_each_program_under_its_frameworks_heading(told_apart: Sample, continues: str) -> None:
    told_apart.change("examples/a-pair/index.md", "continues: pytorch", f"continues: {continues}")
    content = told_apart.read()
    cells = json.loads(notebook.text(told_apart.docs, content.pair_pages["a-pair"]))["cells"]
    found: dict[str, str] = {}
    heading = ""
    for cell in cells:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            heading = source.splitlines()[0].strip("# ")
        else:
            found[heading] = found.get(heading, "") + source + "\n"
    for other, (side, name) in zip(("lazy", "eager"), reader.FRAMEWORKS.items(), strict=True):
        own = {"tensorflow": "eager", "pytorch": "lazy"}[side]
        assert f'"{own}".lower()' in found[name]
        assert f'"{other}"' not in found[name]
        assert f'in_{side} = {{"total": total, "parts": parts}}' in found[name]
    # The mistake goes on from the program that it continues, which comes last.
    order = [name for name in found if name in reader.FRAMEWORKS.values()]
    assert order[-1] == reader.FRAMEWORKS[continues]


def test_weights_go_across_in_the_direction_of_their_column(
    told_apart: Sample, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = told_apart.read()
    (pair_page, pair), *_ = content.pairs
    result = content.results["a-pair"]
    assert result
    there = Direction(rule="Turn it to PyTorch.", value="total")
    back = Direction(rule="Turn it back to Keras.", value="parts")
    transfer = Transfer(layer="Dense", to_pytorch=there, to_tensorflow=back)
    first, second = result.values
    values = [first.model_copy(update={"difference": 0.25}), second.model_copy(update={"difference": 0.5})]
    monkeypatch.setitem(content.results, "a-pair", result.model_copy(update={"values": values}))
    cells = pairs._transfer(pair_page, transfer, content.results["a-pair"])  # type: ignore[arg-type]
    assert cells[1:] == (
        "Turn it to PyTorch.<br>measured: 0.25",
        "Turn it back to Keras.<br>measured: 0.5",
    )
    assert pair.transfers == []
    assert (
        pairs.weights(content).splitlines()[0] == "| Layer | From Keras to PyTorch | From PyTorch to Keras |"
    )


# Charts -------------------------------------------------------------------------------------------


def chart_of(html: str) -> LexborNode:
    chart = reader.parsed(html).css_first("svg.bars")
    assert chart
    return chart


def measured(sample: Sample, change: Callable[[MeasuredRun], MeasuredRun] = lambda run: run) -> str:
    """How the sample shows a subject that was measured: TensorFlow in 2.1 ms, PyTorch in 1 ms."""
    command.write(sample.docs, change(record()))
    matmul = next(entry for entry in catalogue.all_subjects() if entry.id == "matmul")
    return shown(sample, measurements.subject(sample.read(), matmul))


def test_a_bar_has_the_colour_and_the_time_of_the_framework_beside_it(compared: Sample) -> None:
    chart = chart_of(measured(compared))
    assert reader.bars(chart) == [
        ("PyTorch", "pytorch", "1 ms"),
        ("TensorFlow", "tensorflow", "2.1 ms"),
    ]
    title = chart.attributes["aria-label"]
    assert title == "Product of two 512 × 512 matrices: PyTorch 1 ms; TensorFlow 2.1 ms"


def test_chart_and_table_have_the_fastest_first(compared: Sample) -> None:
    def slower(run: MeasuredRun) -> MeasuredRun:
        (subject,) = run.subjects
        tensorflow, pytorch = subject.variants
        rounds = [[0.004, 0.004], [0.004, 0.004]]
        variants = [tensorflow, pytorch.model_copy(update={"rounds": rounds})]
        return run.model_copy(update={"subjects": [subject.model_copy(update={"variants": variants})]})

    for change, order in ((lambda run: run, ["PyTorch", "TensorFlow"]), (slower, ["TensorFlow", "PyTorch"])):
        html = measured(compared, change)
        tree = reader.parsed(html)
        assert [label for label, _, _ in reader.bars(chart_of(html))] == order
        assert [row["Variant"] for row in reader.table(tree, "Variant", "Median")] == order
        for file in (compared.docs / "measurements/results").glob("*.json"):
            file.unlink()


def test_a_variants_times_stand_in_its_row(compared: Sample) -> None:
    tree = reader.parsed(measured(compared))
    assert reader.table(tree, "Variant", "Median") == [
        {
            "Variant": "PyTorch",
            "Median": "1 ms",
            "Spread": "1 ms to 1 ms",
            "Against PyTorch": "the reference",
        },
        {
            "Variant": "TensorFlow",
            "Median": "2.1 ms",
            "Spread": "2 ms to 2.2 ms",
            "Against PyTorch": "2.1 × (2 to 2.2)",
        },
    ]


def test_a_bar_is_as_long_as_its_time(compared: Sample) -> None:
    svg = chart_of(measured(compared))
    lengths = {}
    for node in svg.css("path"):
        fill = node.attributes.get("fill") or ""
        if fill.startswith("var(--") and fill != "var(--ink)":
            left, right = (node.attributes["d"] or "").split()[1], (node.attributes["d"] or "").split()[4]
            lengths[fill] = float(right) - float(left)
    assert lengths["var(--tensorflow)"] / lengths["var(--pytorch)"] == pytest.approx(2.1, rel=0.01)


# Tools and the decision ---------------------------------------------------------------------------

SIDES = {"tensorflow": "TensorFlow", "pytorch": "PyTorch", "both": "Both"}


@pytest.mark.parametrize("side", SIDES)
def test_a_tool_has_its_framework_in_the_list_and_on_its_page(sample: Sample, side: str) -> None:
    sample.change("tools/one.md", "side: both", f"side: {side}")
    content = sample.read()
    (row,) = reader.table(reader.parsed(tools.overview(content)), "Tool", "Side")
    assert row["Side"] == SIDES[side]
    own = reader.entries(
        reader.parsed(panel(mkdocs_environment(content), page(content, "tools/one.md"), "panel"))
    )
    assert own["Side"] == SIDES[side]
    assert own["Newest version"] == "1.0, November 2026 (package name on PyPI)"
    assert own["State"].startswith("Active ")


@pytest.mark.parametrize("side", ["tensorflow", "pytorch"])
def test_an_outcome_has_its_framework_in_the_list_on_its_page_and_in_the_data(
    decided: Sample, side: str
) -> None:
    decided.change("decide/one-end.md", "side: pytorch", f"side: {side}")
    other = "pytorch" if side == "tensorflow" else "tensorflow"
    decided.change("decide/other-end.md", "side: pytorch", f"side: {other}")
    content = decided.read()
    listed = reader.parsed(decision.outcomes(content))
    assert {reader.text(entry) for entry in listed.css("li")} == {
        f"Take one-end {SIDES[side]}",
        f"Take other-end {SIDES[other]}",
    }
    own = reader.parsed(panel(mkdocs_environment(content), page(content, "decide/one-end.md"), "panel"))
    assert reader.labelled(own)["Framework"] == SIDES[side]
    published = {entry.id: entry.side for entry in api.decisions(content, "https://example.org/").outcomes}
    assert published == {"one-end": side, "other-end": other}
