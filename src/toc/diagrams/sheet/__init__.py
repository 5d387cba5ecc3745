"""The sheet: a placed chart with its title, headings, table, legend and footer."""

from __future__ import annotations

from toc.diagrams.sheet.composing import blank, compose, extra

__all__ = ["blank", "compose", "extra"]
