"""Executes a notebook from top to bottom, in an environment of the frameworks.

`notebook_worker.py FILE DAY SECONDS`: executes the file and writes it with its outputs, day and versions.
It leaves the file as it was and ends with code 1, and the reason, where a cell fails.
"""

import importlib.metadata
import os
import platform
import re
import subprocess
import sys
import tempfile
from typing import Any

import nbclient
import nbformat

OUTPUT = 4 << 20  # characters of all cells together, plots included
PACKAGES = (
    *("tensorflow-cpu", "keras", "torch", "numpy", "scikit-learn", "matplotlib"),
    *("onnxruntime", "ai-edge-litert"),
)


def main(file: str, day: str, seconds: str) -> int:
    """Execute one notebook. Returns the exit code."""
    notebook: Any = nbformat.read(file, 4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            # What a failed run printed must not be mixed with an older run's outputs.
            cell.outputs, cell.execution_count = [], None
    if any("matplotlib" in cell.source for cell in notebook.cells):
        # It looks for fonts once, and warns of that in the notebook where the machine is busy: so not there.
        subprocess.run(
            [sys.executable, "-c", "import matplotlib.font_manager"], capture_output=True, check=False
        )
    with tempfile.TemporaryDirectory() as folder:
        client = Client(
            notebook, timeout=int(seconds), kernel_name="python3", resources={"metadata": {"path": folder}}
        )
        try:
            client.execute()
        except nbclient.exceptions.CellExecutionError as error:
            print(f"cell {executed(notebook)}: {reason(error)}", file=sys.stderr)
            return 1
        except nbclient.exceptions.DeadKernelError:
            print(f"cell {executed(notebook)}: it ended the process that runs the notebook", file=sys.stderr)
            return 1
        except nbclient.exceptions.CellTimeoutError:
            print(f"cell {executed(notebook)}: it ran longer than {seconds} s", file=sys.stderr)
            return 1
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)  # times of the run, different each time
    sources = "".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
    modules = {"tensorflow-cpu": "tensorflow", "scikit-learn": "sklearn", "ai-edge-litert": "ai_edge_litert"}
    used = [name for name in PACKAGES if modules.get(name, name) in sources]
    versions = {name: importlib.metadata.version(name).partition("+")[0] for name in used}
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
        "recorded": day,
        "versions": {"Python": platform.python_version(), **versions},
    }
    nbformat.write(notebook, file)
    return 0


class Client(nbclient.NotebookClient):  # type: ignore[misc]  # it is installed in another environment
    """Ends with the notebook's cells, or as soon as they have put out more than a page may hold."""

    held = 0

    def process_message(self, message: Any, cell: Any, index: int) -> Any:
        """Count what a cell puts out; what is too much would fill the memory before its time is over."""
        self.held += len(str(message.get("content", "")))
        if self.held > OUTPUT:
            print(f"cell {index + 1}: it puts out more than {OUTPUT >> 20} MB", file=sys.stderr, flush=True)
            os._exit(1)
        return super().process_message(message, cell, index)


def executed(notebook: Any) -> int:
    """The number of the last cell that began to run, counted from 1 and with the cells of text."""
    begun = [
        number for number, cell in enumerate(notebook.cells, 1) if cell.get("metadata", {}).get("execution")
    ]
    return begun[-1] if begun else 1


def reason(error: nbclient.exceptions.CellExecutionError) -> str:
    """Why a cell failed, in one line: the exception, and the line of the cell that raised it."""
    traceback = re.sub(r"\x1b\[[0-9;]*m", "", error.traceback)
    lines = re.findall(r"^-+> *\d+ +(\S.*)$", traceback, re.MULTILINE)
    what = f"{error.ename}: {error.evalue}".removesuffix(": ")
    return f"{what}, raised by `{lines[0].strip()}`" if lines else what


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
