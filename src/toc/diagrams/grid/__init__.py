"""The grid: columns are given by the theory, so only order and height are sought.

Board (slots) → order → heights → ports → routes, each a pure function of the ones before.
"""

from __future__ import annotations

from toc.diagrams.grid.slots import Board, board_of

__all__ = ["Board", "board_of"]
