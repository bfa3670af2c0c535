"""A page's program with what it printed; and the list of all programs."""

from scripts import clock, proof
from scripts.content import Content, Page


def fragment(content: Content, page: Page) -> str:
    """The program, its recorded output, and the versions and the day of the run."""
    program = proof.program_of(content.docs, page.id)
    if not program.exists():
        return ""
    code = program.read_text(encoding="utf-8").rstrip()
    record = proof.read_record(content.docs, page.id)
    if record is None:
        return _fence("python", program.name, code)
    versions = ", ".join(f"{name} {version}" for name, version in record.versions.items())
    return (
        f"{_fence('python', program.name, code)}\n"
        f"{_fence('text', 'It prints', record.printed.rstrip())}\n"
        f'<p class="ran" markdown="span">Run on {clock.in_words(record.recorded)} with {versions}, '
        f"and again in every test of this site. [Download the program](/{page.folder}/{program.name})</p>\n"
    )


def overview(content: Content) -> str:
    """A table of all programs: what each shows, where, and when it was last recorded."""
    rows = []
    for page in content.proofs.values():
        record = proof.read_record(content.docs, page.id)
        if page.meta is None or record is None:
            continue
        versions = ", ".join(
            f"{name} {version}" for name, version in record.versions.items() if name != "Python"
        )
        shows = page.meta.tool.job if page.meta.tool else page.meta.row.question if page.meta.row else ""
        rows.append(
            f"| [{page.meta.title}](/{page.source}#{page.proof_anchor}) | {shows} "
            f"| {versions}; {clock.in_words(record.recorded)} |"
        )
    head = "| Program | Its subject | Recorded with |\n| --- | --- | --- |"
    return f"{head}\n" + "\n".join(rows) + "\n"


def _fence(language: str, title: str, text: str) -> str:
    ticks = "```"
    while ticks in text:
        ticks += "`"
    return f'{ticks}{language} title="{title}"\n{text}\n{ticks}\n'
