"""The strategy as a causal graph."""

from toc.graph.theory import TheoryGraph

__all__ = ["TheoryGraph"]
