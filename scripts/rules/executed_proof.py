"""What counts as executed has a program, and a record of that very program."""

from collections.abc import Iterator

from scripts import proof
from scripts.content import ARTICLE, Content
from scripts.model.evidence import Executed
from scripts.problem import Problem

RULE = "executed-proof"


def check(content: Content) -> Iterator[Problem]:
    """Find missing programs, missing or old records, and evidence that names no proof."""
    proofs = set()
    for page, tool in content.tools:
        program = proof.program_of(content.docs, page.id)
        line = page.line_of("tool", "use")
        if tool.use == "shown":
            if program.exists():
                fault = f"docs/tools/{page.id}-example.py exists, but the page says `use: shown`"
                yield Problem(page.path, line, fault, "say `executed`, or remove the program", RULE)
            continue
        proofs.add(page.id)
        if not program.exists():
            fault = f"the page says `use: executed`, but there is no docs/tools/{page.id}-example.py"
            yield Problem(page.path, line, fault, "write it, or say `shown`", RULE)
            continue
        if f"proofs/{page.id}.md" not in {snippet.text for snippet in page.text.snippets}:
            remedy = f'add `--8<-- "proofs/{page.id}.md"` under {{#use}}'
            yield Problem(page.path, line, "the page does not show its program", remedy, RULE)
        yield from _record(content, page.id)
    for path, line, evidence in _executed(content):
        if evidence.proof not in proofs:
            fault = f"the evidence names “{evidence.proof}”, which is no executed tool page"
            remedy = f"use one of {', '.join(sorted(proofs))}"
            yield Problem(path, line, fault, remedy, RULE)


def _record(content: Content, name: str) -> Iterator[Problem]:
    path = f"docs/tools/{name}-example.py"
    record = proof.read_record(content.docs, name)
    remedy = f"run `python -m scripts prove {name}`"
    if record is None:
        yield Problem(path, 1, "the program has no record of a run", remedy, RULE)
    elif record.program != proof.fingerprint(content.docs, name):
        yield Problem(path, 1, "the program changed after its record was made", remedy, RULE)


def _executed(content: Content) -> Iterator[tuple[str, int, Executed]]:
    for point in content.points:
        for entry in point.evidence:
            if isinstance(entry, Executed):
                yield f"docs/{ARTICLE}", content.point_lines[point.id], entry
    for page, tool in content.tools:
        for index, entry in enumerate(tool.evidence):
            if isinstance(entry, Executed):
                yield page.path, page.line_of("tool", "evidence", index), entry
