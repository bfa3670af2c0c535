"""A notebook from cells is one that Jupyter opens: each cell has its source and its id, and none was run."""

import nbformat

from scripts.execute import notebook_cells


def test_jupyter_reads_the_cells_in_their_order() -> None:
    text = notebook_cells.text(
        [
            notebook_cells.markdown("# Größe\n\nWhy.\n"),
            notebook_cells.code("import math\n\nprint(math.pi)\n\n"),
            notebook_cells.code(""),
        ]
    )
    assert text.endswith("}\n")
    assert "# Größe" in text  # as people and git read it
    assert '\n "cells": [\n  {\n' in text
    read = nbformat.reads(text, 4)
    nbformat.validate(read)
    assert [(cell.cell_type, cell.source, cell.id) for cell in read.cells] == [
        ("markdown", "# Größe\n\nWhy.\n", "cell-0"),
        ("code", "import math\n\nprint(math.pi)", "cell-1"),
        ("code", "", "cell-2"),
    ]
    assert [(cell.execution_count, cell.outputs) for cell in read.cells[1:]] == [(None, [])] * 2
    assert (read.nbformat, read.nbformat_minor) == (4, 5)
    assert read.metadata.kernelspec.name == "python3"
