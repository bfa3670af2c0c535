"""A program can be parsed, is formatted, and its lines fit a phone; code on a page has straight quotes.

A record holds for the very text of a program: what is formatted later has to be run again.
"""

import ast
import re
import warnings
from collections.abc import Iterator
from pathlib import Path

from scripts.content import code_style, error_files, files, markdown, pair_files, source
from scripts.content.page import Page
from scripts.content.tree import Content
from scripts.problem import Problem

RULE = "program-form"
MOST = 80  # characters of a line; docs/.ruff.toml says the same
# Behind what a text follows in code; a comment may quote with them.
_CURLY_CODE = re.compile(r"^[^#]*[=(\[{,]\s*[“‘]")
_CURLY = re.compile(r"[“”‘’]")


def check(content: Content) -> Iterator[Problem]:
    """Find programs that cannot be parsed, long lines, white space at their ends, and what Ruff finds.

    What Ruff finds of a file is told when nothing else is wrong with it: most of that has the same cause.
    """
    found = list(_forms(content))
    yield from found
    told = {problem.path for problem in found}
    for finding in code_style.findings(content.root):
        if finding.path not in told:
            yield _style(finding, content)


def _forms(content: Content) -> Iterator[Problem]:
    """What can be seen without Ruff."""
    for page in content.pages:
        if not page.is_notebook:
            yield from _curly(page)
    for file in sorted(content.docs.rglob("*.py")):
        path, text = files.path_of(file, content.docs), source.read(file)
        if fault := _unparsed(text):
            yield Problem(path, *fault, RULE)
            continue
        again = _again(file, content.docs)
        for number, line in enumerate(text.split("\n"), start=1):
            if len(line) > MOST:
                fault_of_line = f"the line has {len(line)} characters, and {MOST} fit"
                yield Problem(path, number, fault_of_line, f"break it, then {again}", RULE)
            elif line != line.rstrip() or "\t" in line:
                yield Problem(
                    path, number, "white space that the formatter removes", f"remove it, then {again}", RULE
                )
        if text and (not text.endswith("\n") or text.endswith("\n\n")):
            last = text.rstrip().count("\n") + 1
            yield Problem(
                path, last, "the file does not end with one line end", f"correct it, then {again}", RULE
            )


def _style(finding: code_style.Finding, content: Content) -> Problem:
    """The problem of what Ruff finds, and how to mend it before the program is run for its record."""
    file = content.root / finding.path
    again = f", then {_again(file, content.docs)}" if file.suffix == ".py" else ""
    if finding.rule:
        fault = f"{finding.message} ({finding.rule} of Ruff)"
        return Problem(finding.path, finding.line, fault, f"correct it{again}", RULE)
    places = f" in {finding.places} places" if finding.places > 1 else ""
    remedy = f"run `python -m ruff format {finding.path}`{again}"
    if again:
        remedy += ": a record holds for the very text"
    return Problem(finding.path, finding.line, f"not as the formatter writes it{places}", remedy, RULE)


def _curly(page: Page) -> Iterator[Problem]:
    """Lines of a page's code in which curly quotes stand where code has its own."""
    lines = page.text.body.split("\n")
    outside = {index for index, _ in markdown.outside_fences(lines)}
    for index, line in enumerate(lines):
        if index not in outside and _CURLY_CODE.search(line):
            number = page.text.body_line + index
            yield Problem(page.path, number, "curly quotes in code", "use straight ones", RULE)


def _unparsed(text: str) -> tuple[int, str, str] | None:
    """Line, fault and remedy of a program that is no Python."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except SyntaxError as error:
        line = error.lineno or 1
        written = text.split("\n")[line - 1] if line <= text.count("\n") + 1 else ""
        if _CURLY.search(written):
            return line, "curly quotes are no quotes to Python", "use straight ones"
        return line, f"not valid Python: {error.msg}", "correct the syntax"
    except (ValueError, RecursionError, MemoryError) as error:
        return 1, f"not valid Python: {error}", "correct the syntax"
    return None


def _again(file: Path, docs: Path) -> str:
    """The command that makes the record of a program anew."""
    folder, name = file.relative_to(docs).parts[0], file.stem.removesuffix("-example")
    if folder == pair_files.FOLDER:
        return f"run `python -m scripts run {file.parent.name}`"
    if folder == error_files.FOLDER:
        return f"run `python -m scripts errors {name}`"
    return f"run `python -m scripts programs {name}`"
