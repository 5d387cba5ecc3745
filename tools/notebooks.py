"""Keep the notebooks among the examples executed, so that they show what the tool says today.

python tools/notebooks.py            execute them and write what they show
python tools/notebooks.py --check    execute them, and fail where they show something else

Neither depends on who runs it: no profile of the shell is read, and no time, no version and
no name of a kernel is kept.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode
from traitlets.config import Config

ROOT = Path(__file__).parent.parent
NOTEBOOKS = ROOT / "examples"
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def speaking_in(folder: str) -> Config:
    """Speak with the kernel by files in a folder, where their names may be so long.

    A free port can be taken by somebody else before the kernel has it.
    """
    files = {"transport": "ipc", "ip": f"{folder}/kernel"}
    return Config(KernelManager=files if sys.platform == "linux" else {})


def executed(file: Path) -> NotebookNode:
    """Give a notebook with what its cells show today, in the folder where it stands.

    Raises:
        CellExecutionError: when a cell fails.
    """
    notebook = bare(read(file))
    with TemporaryDirectory() as home:
        client = NotebookClient(
            notebook,
            timeout=120,
            kernel_name=KERNEL["name"],
            record_timing=False,
            coalesce_streams=True,  # however they arrive: a busy machine sends a line at a time
            extra_arguments=["--log-level=ERROR"],
            resources={"metadata": {"path": str(file.parent)}},
            config=speaking_in(home),
        )
        client.execute(env={**os.environ, "IPYTHONDIR": home, "TOC_CACHE_DIR": home})
    return lasting(notebook)


def read(file: Path) -> NotebookNode:
    """Read a notebook."""
    notebook: NotebookNode = nbformat.read(file, as_version=4)
    return notebook


def bare(notebook: NotebookNode) -> NotebookNode:
    """Take away what the cells showed."""
    for cell in code(notebook):
        cell.outputs, cell.execution_count = [], None
    return notebook


def lasting(notebook: NotebookNode) -> NotebookNode:
    """Take away what is another on every machine: times, versions, names of kernels."""
    notebook.metadata = NotebookNode({"kernelspec": KERNEL, "language_info": {"name": "python"}})
    for cell in notebook.cells:
        cell.metadata = NotebookNode({})
    return notebook


def code(notebook: NotebookNode) -> list[NotebookNode]:
    """Give the cells that are executed."""
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def written(notebook: NotebookNode) -> str:
    """Give a notebook as the text of its file."""
    return f"{nbformat.writes(notebook).rstrip()}\n"


def stale(stored: NotebookNode, today: NotebookNode) -> list[str]:
    """Name the cells that show something else today than they did; all else is “the rest”."""
    pairs = zip(code(stored), code(today), strict=True)
    cells = [str(new.id) for old, new in pairs if old.outputs != new.outputs]
    if not cells and written(stored) != written(today):
        return ["the rest"]
    return cells


def main(arguments: list[str] | None = None) -> int:
    """Write the notebooks, or say which show something else today."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="change nothing, and fail where stale")
    parser.add_argument("files", nargs="*", type=Path, help="all among the examples when not given")
    options = parser.parse_args(arguments)
    failed = False
    for file in options.files or sorted(NOTEBOOKS.glob("*.ipynb")):
        today = executed(file)
        differing = stale(read(file), today)
        if differing and options.check:
            print(f"{file.name} is stale: {', '.join(differing)}: run python tools/notebooks.py")
            failed = True
        elif differing:
            file.write_text(written(today), encoding="utf-8", newline="\n")
            print(f"{file.name} written: {', '.join(differing)}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
