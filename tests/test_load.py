"""Data is read with line numbers, and every fault of a file is told at once."""

from scripts.content import records
from scripts.model.tool import Tool
from tests.conftest import Sample


def test_every_fault_of_a_file_is_told_at_once_with_its_line(sample: Sample) -> None:
    sample.change("tools/one.md", "  job: Does what a tool does\n", "")
    sample.change("tools/one.md", "side: both", "side: neither")
    sample.change("tools/one.md", "  recheck_days: 90", "  recheck_days: 9\n  colour: red")
    faults = {
        (problem.line, problem.fault) for problem in sample.problems() if problem.rule == "front-matter"
    }
    assert faults == {
        (4, "`tool.job` is missing"),
        (5, "`tool.side` is wrong"),
        (18, "`tool.recheck_days` is wrong"),
        (19, "`tool.colour` is not a known key"),
    }


def test_a_fault_deep_in_a_list_has_its_line(sample: Sample) -> None:
    sample.change("tools/one.md", "url: https://example.org/tool", "url: http://example.org/tool")
    (problem,) = [problem for problem in sample.problems() if problem.rule == "front-matter"]
    assert (problem.path, problem.line) == ("docs/tools/one.md", 23)


def test_a_fault_of_a_point_has_its_line(sample: Sample) -> None:
    sample.change("about/article.yml", "status: opinion", "status: maybe")
    (problem,) = [problem for problem in sample.problems() if problem.rule == "front-matter"]
    assert (problem.path, problem.line) == ("docs/about/article.yml", 4)
    assert "'holds'" in problem.remedy


def test_a_version_that_yaml_reads_as_a_number_is_refused(sample: Sample) -> None:
    sample.change("tools/one.md", 'version: "1.0"', "version: 1.10")
    (problem,) = [problem for problem in sample.problems() if problem.rule == "front-matter"]
    assert problem.line == 12


def test_wrong_syntax_names_the_line() -> None:
    data, problems = records.parse_yaml("a: 1\nb: [1\nc: 2\n", "docs/x.yml", first_line=10)
    assert data is None
    assert problems[0].line == 11
    assert problems[0].fault == "the bracket `[` is never closed"


def test_a_key_twice_is_refused() -> None:
    _, problems = records.parse_yaml("a: 1\na: 2\n", "docs/x.yml")
    assert problems[0].line == 2


def test_a_page_without_front_matter_is_told_how_to_begin(sample: Sample) -> None:
    sample.write("index.md", "# Title {#title}\n")
    assert any("no front matter" in problem.fault for problem in sample.problems())


def test_an_archived_tool_needs_a_successor(sample: Sample) -> None:
    data, _ = records.parse_yaml(sample.read().pages[1].text.front_matter, "x")
    data["tool"]["status"] = "archived"
    tool, problems = records.validate(Tool, data["tool"], "x")
    assert tool is None
    assert "names what replaced it" in problems[0].remedy


def test_a_problem_reads_as_place_fault_remedy_rule(sample: Sample) -> None:
    sample.change("index.md", " {#section}", "")
    expected = "docs/index.md:12: the heading “A section” has no id; end it with {#a-section} [heading-id]"
    assert [str(problem) for problem in sample.problems()] == [expected]
