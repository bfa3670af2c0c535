"""What is wrong with what a notebook stores: no execution, no assertion, or what no page can show."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scripts.content import embedded_html, markdown
from scripts.content.json_lines import Place
from scripts.content.notebook_file import FOREIGN, FORMS, PLOTS, NotebookFile, form_of, plot_bytes
from scripts.content.plot import Picture
from scripts.model.stored import Cell, Output

RESERVED = "related"  # the id of the section that the template adds

_AUTOLINK = re.compile(r"<(?:https?:|mailto:)[^<>\s]*>")
_UNDERLINE = re.compile(r"^ {0,3}(=+|-+)\s*$")
_REMEDIES = dict(FORMS)


@dataclass(frozen=True)
class Fault:
    """Something wrong with a stored notebook: the line in its file, what, and what to do."""

    line: int
    fault: str
    remedy: str


def of(notebook: NotebookFile) -> Iterator[Fault]:
    """What is wrong with what a notebook stores."""
    again = f"run `python -m scripts notebooks {notebook.id}`"
    if notebook.recorded is None:
        yield Fault(notebook.line("metadata"), "it has no record of an execution", again)
    else:
        code = [(at, cell) for at, cell in enumerate(notebook.cells) if _is_code(cell)]
        for count, (at, cell) in enumerate(code, start=1):
            if cell.execution_count != count:
                line = notebook.line("cells", at, "execution_count")
                yield Fault(line, "its cells were not executed from top to bottom", again)
                break
    if not any("assert " in cell.text for cell in notebook.cells if cell.cell_type == "code"):
        fault = "it asserts nothing, so a result that changes goes unseen"
        yield Fault(notebook.line("cells"), fault, "assert what it states")
    for at, cell in enumerate(notebook.cells):
        if cell.cell_type == "raw" and at:
            fault = "a raw cell after the first, which no page shows"
            yield Fault(notebook.line("cells", at), fault, "make it a Markdown cell, or remove it")
        if cell.cell_type == "code":
            yield from _cell_faults(notebook, at, cell)
    yield from _text_faults(notebook)


def _text_faults(notebook: NotebookFile) -> Iterator[Fault]:
    before = ""
    for number, line, written in notebook.prose():
        plain = _AUTOLINK.sub("", markdown.INLINE_CODE.sub("", written))
        for pattern, name, remedy in FOREIGN:
            if pattern.search(plain):
                yield Fault(number, f"{name}, which Jupyter does not know", remedy)
        for what in embedded_html.refused(plain, output=False):
            yield Fault(number, f"{what}, which no page shows", "write it in Markdown")
        heading = markdown.HEADING.match(line)
        if heading and heading[2].endswith(f" {{#{RESERVED}}}"):
            fault = f"the heading “{heading[2].rpartition(' ')[0]}” is the one of the links below a notebook"
            yield Fault(number, fault, "choose other words")
        if before.strip() and _UNDERLINE.match(written) and not markdown.HEADING.match(before):
            yield Fault(number, "a heading made by a line below it", "begin it with `#` signs")
        before = written


def _cell_faults(notebook: NotebookFile, at: int, cell: Cell) -> Iterator[Fault]:
    if any(form_of(output) in PLOTS for output in cell.outputs) and not 30 <= len(cell.metadata.alt) <= 300:
        remedy = "say in the cell's metadata, under `alt`, what one sees, in 30 to 300 characters"
        line = notebook.line("cells", at, "metadata", "alt")
        yield Fault(line, "its plot has no text that stands for it", remedy)
    for index, output in enumerate(cell.outputs):
        place = notebook.place.at("cells", at, "outputs", index)
        if output.output_type == "error":
            yield Fault(place.line, f"it stores the error {output.ename}", "correct the cell")
        elif output.name == "stderr":
            yield Fault(place.line, "it stores a warning", "remove its cause")
        elif output.data:
            yield from _output_faults(output, place)


def _output_faults(output: Output, place: Place) -> Iterator[Fault]:
    """Faults of a stored output: forms that no page shows, each with its line."""
    kind = form_of(output)
    line = place.at("data", kind).line
    if not kind:
        kinds = ", ".join(sorted(output.data))
        yield Fault(place.at("data").line, f"its output is {kinds}, which no page shows", "print it")
    elif remedy := _REMEDIES[kind]:
        yield Fault(line, f"its output is {kind}, which no page shows", remedy)
    elif kind == "text/html":
        for what in embedded_html.refused(output.form(kind), output=True):
            yield Fault(line, f"its output holds {what}, which no page shows", "print it, or draw a plot")
    elif kind == "image/svg+xml" and (active := list(embedded_html.active(output.form(kind)))):
        for what in active:
            yield Fault(line, f"its plot holds {what}, which no page shows", "draw it with matplotlib")
    elif kind in PLOTS and Picture(f".{PLOTS[kind]}", plot_bytes(output, kind), "").size is None:
        yield Fault(line, f"its plot is no {PLOTS[kind].upper()} with a size", "execute the notebook again")


def _is_code(cell: Cell) -> bool:
    return cell.cell_type == "code" and bool(cell.text.strip())
