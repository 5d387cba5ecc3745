"""Drafting: from a strategy to what its picture shows."""

from __future__ import annotations

from toc.diagrams.drafting.chart_of import Lanes, chart_of

__all__ = ["Lanes", "chart_of"]
