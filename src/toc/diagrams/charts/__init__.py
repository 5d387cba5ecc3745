"""Charts: scores as bars and as a spider, indicators as bullets and over time.

Each is a scene like every other picture, told in words value by value.  Whoever calls has
chosen the language and said every text in it.
"""

from __future__ import annotations

from toc.diagrams.charts.barred import bars
from toc.diagrams.charts.bulleted import bullets
from toc.diagrams.charts.content import Bar, Bullet, Names, Panel, Point, Score, Spoke
from toc.diagrams.charts.panels import multiples
from toc.diagrams.charts.spider import radar

__all__ = [
    "Bar",
    "Bullet",
    "Names",
    "Panel",
    "Point",
    "Score",
    "Spoke",
    "bars",
    "bullets",
    "multiples",
    "radar",
]
