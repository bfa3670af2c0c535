"""The laws of the content, one file each.

A rule is a module with a docstring whose first line is the law, and a function
`check(content) -> Iterator[Problem]`. Its file name, with hyphens, is its name in messages and its
anchor in .github/CONTRIBUTING.md.
"""

from collections.abc import Callable, Iterator

from scripts.content import Content
from scripts.problem import Problem
from scripts.rules import (
    checked_date,
    decision_graph,
    decision_ids,
    decision_reason,
    executed_proof,
    footnote_source,
    heading_id,
    image_text,
    link_target,
    measured_result,
    move_target,
    notebook_record,
    page_navigation,
    page_shape,
    pair_record,
    pair_relation,
    point_shown,
    row_relation,
    snippet_target,
    source_agreement,
    table_head,
    tool_successor,
)

Rule = Callable[[Content], Iterator[Problem]]

MODULES = (
    page_shape,
    page_navigation,
    heading_id,
    link_target,
    image_text,
    table_head,
    footnote_source,
    snippet_target,
    checked_date,
    source_agreement,
    point_shown,
    tool_successor,
    row_relation,
    executed_proof,
    pair_record,
    pair_relation,
    notebook_record,
    measured_result,
    decision_graph,
    decision_ids,
    decision_reason,
    move_target,
)

RULES: dict[str, Rule] = {
    module.__name__.rpartition(".")[2].replace("_", "-"): module.check for module in MODULES
}


def check(content: Content) -> list[Problem]:
    """Apply every rule. Returns all problems, in the order of files and lines."""
    return sorted(problem for rule in RULES.values() for problem in rule(content))
