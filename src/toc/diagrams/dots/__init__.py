"""Graphviz: its program as a placer of boxes, and its language as an export.

Only this room knows the `graphviz` package, and only it starts the program `dot`.
"""

from __future__ import annotations

from toc.diagrams.dots.placing import Hint, placed
from toc.diagrams.dots.writing import written

__all__ = ["Hint", "placed", "written"]
