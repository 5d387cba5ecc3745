"""Pages: a chart that no sheet holds in readable type becomes several, first an overview.

Fit (does it fit?) → parts (which boxes stand on which page) → pages (charts with titles).
"""

from __future__ import annotations

from toc.diagrams.paging.fit import Fit, Fits, room_on
from toc.diagrams.paging.overview import overview
from toc.diagrams.paging.pages import By, pages_of

__all__ = ["By", "Fit", "Fits", "overview", "pages_of", "room_on"]
