"""What counts as executed has a program or a pair, and a record of that very program."""

from collections.abc import Iterator

from scripts import paths
from scripts.content import files, program_record
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
    yield from _guides(content)
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
    yield from _record(content, page.id, path)


def _guides(content: Content) -> Iterator[Problem]:
    """Each program of a guide belongs to a section, which shows it."""
    folder = content.docs / program_record.GUIDES
    for file in sorted(folder.glob("*-example.py")):
        path, name = files.path_of(file, content.docs), file.name.removesuffix("-example.py")
        page = content.programs.get(name)
        if page is None:
            remedy = "call it `<guide>-<section>-example.py`, by the ids of its guide and its section"
            yield Problem(path, 1, "the program belongs to no guide", remedy, RULE)
            continue
        if page.meta is None:
            continue  # of its section, once the front matter can be read
        line = f'--8<-- "programs/{name}.md"'
        anchor = content.program_anchor(name)
        if anchor not in (ids := {heading.id for heading in page.text.headings if heading.id}):
            remedy = f"write `## Words {{#{anchor}}}`, or rename the program{meant(anchor, ids)}"
            yield Problem(path, 1, f"{page.path} has no section with the id {anchor}", remedy, RULE)
        elif _section(page, name) != anchor:
            fault = f"the section {anchor} of {page.path} does not show the program"
            yield Problem(path, 1, fault, f"add `{line}` to it", RULE)
        yield from _record(content, name, path)


def _section(page: Page, name: str) -> str | None:
    """The id of the section in which a page shows a program; None if it does not."""
    line = next((snippet.line for snippet in page.text.snippets if snippet.text == f"programs/{name}.md"), 0)
    above = [heading.id for heading in page.text.headings if heading.line < line]
    return above[-1] if above else None


def _record(content: Content, name: str, path: str) -> Iterator[Problem]:
    """The record of a program, which must be one of this very text."""
    record = program_record.read_record(content.docs, name)
    remedy = f"run `python -m scripts programs {name}`"
    if record is None:
        yield Problem(path, 1, "the program has no record of a run that can be read", remedy, RULE)
    elif record.program != program_record.fingerprint(content.docs, name):
        yield Problem(path, 1, "the program changed after its record was made", remedy, RULE)
