"""Executes a notebook from top to bottom, in an environment of the frameworks.

`notebook_worker.py FILE DAY SECONDS`: executes the file and writes it with its outputs, day and versions.
It leaves the file as it was and ends with code 1, and the reason, where a cell fails.
"""

import importlib.metadata
import platform
import sys
import tempfile
from typing import Any

import nbclient
import nbformat

PACKAGES = (
    *("tensorflow-cpu", "keras", "torch", "numpy", "scikit-learn", "matplotlib"),
    *("onnxruntime", "ai-edge-litert"),
)


def main(file: str, day: str, seconds: str) -> int:
    """Execute one notebook. Returns the exit code."""
    notebook: Any = nbformat.read(file, 4)
    with tempfile.TemporaryDirectory() as folder:
        client = nbclient.NotebookClient(
            notebook, timeout=int(seconds), kernel_name="python3", resources={"metadata": {"path": folder}}
        )
        try:
            client.execute()
        except nbclient.exceptions.CellExecutionError as error:
            cells = [cell for cell in notebook.cells if cell.get("outputs")]
            failed = notebook.cells.index(cells[-1]) + 1 if cells else 1
            print(f"cell {failed}: {error.ename}: {error.evalue}", file=sys.stderr)
            return 1
        except nbclient.exceptions.CellTimeoutError:
            print(f"cell 1: a cell ran longer than {seconds} s", file=sys.stderr)
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


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
