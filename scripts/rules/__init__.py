"""Content rules, one module each.

A rule is a module with a docstring whose first line is the rule, and a function
`check(content) -> Iterator[Problem]`. Its file name, with hyphens, is its name in messages and its
anchor in .github/CONTRIBUTING.md.

A rule that can correct some of what it finds, where nothing else can be meant, has a function
`fix(text, path, content) -> Iterator[Edit]` beside it: for the text of one file below docs/, whose path is as
in messages, the lines that it writes anew. What is corrected once is left alone the next time.
"""

from collections.abc import Callable, Iterator

from scripts import paths
from scripts.content import source, tidy
from scripts.content.tree import Content
from scripts.problem import Edit, Fixed, Problem, failed
from scripts.rules import (
    api_record,
    api_relation,
    card_text,
    checked_date,
    claim_shown,
    decision_graph,
    decision_ids,
    decision_reason,
    distinct_title,
    error_record,
    error_relation,
    executed_program,
    file_owner,
    footnote_source,
    former_key,
    guide_relation,
    heading_form,
    heading_id,
    icon_name,
    image_text,
    link_form,
    link_target,
    measured_result,
    move_target,
    note_id,
    notebook_record,
    own_pictures,
    page_navigation,
    page_shape,
    page_weight,
    pair_record,
    pair_relation,
    pin_behind,
    placeholder,
    plain_summary,
    program_form,
    raw_html,
    recheck_due,
    record_integrity,
    row_relation,
    snippet_target,
    source_agreement,
    table_columns,
    table_head,
    tool_successor,
    typed_count,
    unreachable_link,
    unsupported_block,
)

Rule = Callable[[Content], Iterator[Problem]]
Fix = Callable[[str, str, Content], Iterator[Edit]]

MODULES = (
    former_key,
    distinct_title,
    card_text,
    page_shape,
    page_weight,
    page_navigation,
    heading_form,
    heading_id,
    link_form,
    note_id,
    link_target,
    image_text,
    own_pictures,
    icon_name,
    raw_html,
    unsupported_block,
    table_columns,
    table_head,
    footnote_source,
    snippet_target,
    checked_date,
    recheck_due,
    unreachable_link,
    file_owner,
    source_agreement,
    claim_shown,
    typed_count,
    placeholder,
    tool_successor,
    program_form,
    row_relation,
    executed_program,
    pair_record,
    pair_relation,
    error_record,
    error_relation,
    api_record,
    api_relation,
    guide_relation,
    notebook_record,
    measured_result,
    record_integrity,
    pin_behind,
    decision_graph,
    decision_ids,
    decision_reason,
    plain_summary,
    move_target,
)

RULES: dict[str, Rule] = {
    module.__name__.rpartition(".")[2].replace("_", "-"): module.check for module in MODULES
}
FIXES: list[Fix] = [module.fix for module in MODULES if hasattr(module, "fix")]
# Records, notebooks and programs are written by commands, or have a record of their very bytes.
FIXABLE = (".md", ".yml", ".txt")


def check(content: Content) -> list[Problem]:
    """Apply every rule. Returns all problems, in the order of files and lines.

    None while a file that others rest on cannot be read, and none of a page that is missing only because its
    front matter is not valid: what others lack by that is not their fault.
    """
    if content.unread:
        return []
    problems = (problem for rule in RULES.values() for problem in _applied(rule, content))
    return sorted(problem for problem in problems if problem.about not in content.broken)


def _applied(rule: Rule, content: Content) -> list[Problem]:
    """The problems that a rule finds; if it fails, that one, so that the others are still told."""
    try:
        return list(rule(content))
    except Exception as error:
        return [failed(error, paths.ROOT)]


def corrected(data: bytes, path: str, content: Content) -> tuple[bytes, list[Fixed]]:
    """One file below docs/ with everything corrected that safely can be, and what was, in the order of lines.

    A file that is not UTF-8 or holds a conflict comes back as it is.
    """
    if not path.endswith(FIXABLE) or source.fault_of(path, data):
        return data, []
    text, edits = tidy.start(data.decode())
    for fix in FIXES:
        text, more = tidy.applied(text, fix(text, path, content))
        edits += more
    text, more = tidy.applied(text, tidy.line_ends(text, path))
    edits += more
    if (ended := tidy.end(text, path)) != text:
        edits.append(Edit(text.count("\n") + 1, "", "the last line ends"))
    return ended.encode(), sorted(Fixed(path, edit.line, edit.done) for edit in edits)
