"""A page's program with what it printed; and the list of all programs."""

from scripts import dates
from scripts.content import program_record, source
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.render import components, templates


def fragment(content: Content, page: Page) -> str:
    """The program, its recorded output, and the versions and the day of the run."""
    program = program_record.program_of(content.docs, page.id)
    if not program.exists():
        return ""
    record = program_record.read_record(content.docs, page.id)
    return templates.render(
        "program.md",
        name=program.name,
        code=source.read(program).rstrip(),
        record=record,
        versions=_versions(record.versions) if record else "",
        address=f"/{page.folder}/{program.name}",
    )


def overview(content: Content) -> str:
    """A table of all programs: what each shows, where, and when it was last recorded."""
    rows = []
    for page in content.programs.values():
        record = program_record.read_record(content.docs, page.id)
        if page.meta is None or record is None:
            continue
        shows = page.meta.tool.job if page.meta.tool else page.meta.row.question if page.meta.row else ""
        packages = {name: version for name, version in record.versions.items() if name != "Python"}
        rows.append(
            (
                components.page_link(page, page.program_anchor),
                components.plain(shows),
                f"{_versions(packages)}; {dates.in_words(record.recorded)}",
            )
        )
    return components.table(("Program", "Its subject", "Recorded with"), rows)


def _versions(packages: dict[str, str]) -> str:
    """The versions by the names of the packages, as pip knows them."""
    return ", ".join(f"{name} {version}" for name, version in packages.items())
