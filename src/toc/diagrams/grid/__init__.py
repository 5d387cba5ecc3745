"""The grid: ranks are given by the theory, so only order and place across are sought.

Board (slots) → order → places across → ports → routes, each a pure function of the ones
before, in (along, across).  Only the last step turns it onto a page.
"""

from __future__ import annotations

from toc.diagrams.grid.slots import Board, board_of

__all__ = ["Board", "board_of"]
