"""A message has a program that gets and cures it, with a record of that very text, or says why not."""

from collections.abc import Iterator

from scripts import paths
from scripts.content import error_files, error_message, files, source
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.model.error import ErrorMessage
from scripts.problem import Problem

RULE = "error-record"


def check(content: Content) -> Iterator[Problem]:
    """Find programs that are missing, show nothing, or have an old record; and such without a page."""
    for page, message in content.errors:
        yield from _shown(page, message)
        if message.unproduced is None:
            yield from _program(content, page, message)
    names = {page.id for page, _ in content.errors}
    for file in sorted((content.docs / error_files.FOLDER).glob("*.py")):
        if file.stem not in names:
            path = files.path_of(file, content.docs)
            fault = f"there is no page docs/{error_files.FOLDER}/{file.stem}.md with an `error`"
            yield Problem(path, 1, fault, "write it, or remove the program", RULE, about=file.stem)


def _shown(page: Page, message: ErrorMessage) -> Iterator[Problem]:
    """The page begins with its message, and shows both parts of its program, if it has one."""
    shown = {snippet.text for snippet in page.text.snippets}
    parts = ("message", *(error_files.PARTS if message.unproduced is None else ()))
    for part in parts:
        name = f"errors/{page.id}/{part}.md"
        if name not in shown:
            add = f'add `--8<-- "{name}"`'
            yield Problem(page.path, page.text.body_line, f"the page does not show its {part}", add, RULE)


def _program(content: Content, page: Page, message: ErrorMessage) -> Iterator[Problem]:
    file = error_files.program_of(content.docs, page.id)
    path = f"{paths.DOCS}/{file.relative_to(content.docs).as_posix()}"
    if not file.exists():
        fault = f"no program produces the message: there is no {path}"
        yield Problem(page.path, page.line_of("error"), fault, "write it, or say `unproduced`", RULE)
        return
    for line, fault, remedy in error_files.faults(source.read(file)):
        yield Problem(path, line, fault, remedy, RULE)
    remedy = f"run `python -m scripts errors {page.id}`"
    record = error_files.read_record(content.docs, page.id)
    if record is None:
        yield Problem(path, 1, "the program has no record of a run that can be read", remedy, RULE)
        return
    if record.program != error_files.fingerprint(content.docs, page.id):
        yield Problem(path, 1, "the program changed after its record was made", remedy, RULE)
    if record.type != message.type or not error_message.matches(message.message[0], record.message):
        line = page.line_of("error", "message")
        yield Problem(page.path, line, "the recorded message is not of the form that is stated", remedy, RULE)
