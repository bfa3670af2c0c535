"""What counts as executed has a program or a pair, and a record of that very program."""

from collections.abc import Iterator

from scripts import paths
from scripts.content import program_record
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.model.evidence import Executed
from scripts.problem import Problem, meant

RULE = "executed-program"


def check(content: Content) -> Iterator[Problem]:
    """Find missing programs, missing or old records, and evidence that names no program."""
    for page in content.pages:
        if page.meta and page.meta.record:
            yield from _page(content, page)
    known = {*content.programs, *(page.id for page, _ in content.pairs)}
    for path, line, evidence in content.evidence:
        if isinstance(evidence, Executed) and evidence.program not in known:
            fault = f"the evidence names “{evidence.program}”, which is no page with a program and no pair"
            remedy = f"name a tool, row or pair that has one{meant(evidence.program, known)}"
            yield Problem(path, line, fault, remedy, RULE, about=evidence.program)


def _page(content: Content, page: Page) -> Iterator[Problem]:
    program = content.docs / page.source.replace(".md", "-example.py")
    path = f"{paths.DOCS}/{program.relative_to(content.docs).as_posix()}"
    line = page.line_of("tool", "use") if page.meta and page.meta.tool else page.line_of("row", "evidence")
    if not page.shows_program:
        if program.exists():
            fault = f"{path} exists, but the page does not count as executed"
            remedy = "cite it (`use: executed`, or evidence of this row), or remove it"
            yield Problem(page.path, line, fault, remedy, RULE)
        return
    if not program.exists():
        fault = f"the page counts as executed, but there is no {path}"
        yield Problem(page.path, line, fault, "write it, or say otherwise", RULE)
        return
    if f"programs/{page.id}.md" not in {snippet.text for snippet in page.text.snippets}:
        remedy = f'add `--8<-- "programs/{page.id}.md"`'
        yield Problem(page.path, line, "the page does not show its program", remedy, RULE)
    anchor = page.program_anchor
    if page.folder == "compare" and anchor not in {heading.id for heading in page.text.headings}:
        fault = (
            f"the page shows its program, but not below a heading with the id {anchor}, to which others link"
        )
        remedy = f'write `## The program {{#{anchor}}}` above `--8<-- "programs/{page.id}.md"`'
        yield Problem(page.path, line, fault, remedy, RULE)
    record = program_record.read_record(content.docs, page.id)
    remedy = f"run `python -m scripts programs {page.id}`"
    if record is None:
        yield Problem(path, 1, "the program has no record of a run that can be read", remedy, RULE)
    elif record.program != program_record.fingerprint(content.docs, page.id):
        yield Problem(path, 1, "the program changed after its record was made", remedy, RULE)
