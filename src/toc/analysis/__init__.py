"""Questions asked of the graph: one module, one question.

Each is a function with a frozen result: `.sentence(language)` for a meeting, `.as_data()`
for programs, `.assumed` for what was taken to be so.
"""

from toc.analysis.causal_map import cited_flow
from toc.analysis.clues import Clue, update
from toc.analysis.comparing import compare
from toc.analysis.gap_map import evidence_gap_map
from toc.analysis.structure import structure
from toc.analysis.timing import timing

__all__ = ["Clue", "cited_flow", "compare", "evidence_gap_map", "structure", "timing", "update"]
