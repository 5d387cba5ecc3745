"""Views: which part of a strategy is looked at.

What a view asks is a pure question of the graph, so that rules can ask it too; how its
answer looks is the matter of diagrams.
"""

from __future__ import annotations

from toc.views.asking import FIELDS, asked, found
from toc.views.choices import CHOICES, LANES
from toc.views.choosing import sight_of, told_of
from toc.views.sight import Sight

__all__ = ["CHOICES", "FIELDS", "LANES", "Sight", "asked", "found", "sight_of", "told_of"]
