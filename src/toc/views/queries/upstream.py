"""All that leads to some nodes, hindrances too."""

from __future__ import annotations

from toc.views.queries.goal import lacking, sight, told

__all__ = ["lacking", "sight", "told"]
