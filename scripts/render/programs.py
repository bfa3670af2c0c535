"""A program with what it printed; and the list of all programs."""

from pathlib import Path

from scripts import dates
from scripts.content import program_record, source
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.render import components, templates


def fragment(content: Content, name: str) -> str:
    """The program, its recorded output, and the versions and the day of the run."""
    program = program_record.program_of(content.docs, name)
    if not program.exists():
        return ""
    record = program_record.read_record(content.docs, name)
    return templates.render(
        "program.md",
        name=program.name,
        code=source.read(program).rstrip(),
        record=record,
        versions=_versions(record.versions) if record else "",
        address=_address(content, program),
        imported=[
            (f"{module}.py", _address(content, file))
            for module, file in program_record.imported(content.docs, name).items()
        ],
    )


def _address(content: Content, program: Path) -> str:
    """Where a program is published."""
    return f"/{program.relative_to(content.docs).as_posix()}"


def overview(content: Content) -> str:
    """A table of all programs: what each shows, where, and when it was last recorded."""
    rows = []
    for name, page in content.programs.items():
        record = program_record.read_record(content.docs, name)
        if record is None or page.meta is None:
            continue
        anchor = content.program_anchor(name)
        packages = {name: version for name, version in record.versions.items() if name != "Python"}
        rows.append(
            (
                components.page_link(page, anchor),
                components.plain(_subject(page, anchor)),
                f"{_versions(packages)}; {dates.in_words(record.recorded)}",
            )
        )
    return components.table(("Program", "Its subject", "Recorded with"), rows)


def _subject(page: Page, anchor: str) -> str:
    """What a program shows: the job of a tool, the question of a row, or the title of a guide's section."""
    assert page.meta
    if page.meta.tool:
        return page.meta.tool.job
    if page.meta.row:
        return page.meta.row.question
    return next((heading.text for heading in page.text.headings if heading.id == anchor), "")


def _versions(packages: dict[str, str]) -> str:
    """The versions by the names of the packages, as pip knows them."""
    return ", ".join(f"{name} {version}" for name, version in packages.items())
