"""Findings told to terminals and machines: one module, one format."""

from toc.shelves import Shelf

__all__ = ["REPORTERS"]

REPORTERS = Shelf("toc.reporters")
