"""Other methods than the weighted sum: asked only whether they disagree."""

from toc.pilots.crosscheck.asking import Crosscheck, Opinion, crosscheck

__all__ = ["Crosscheck", "Opinion", "crosscheck"]
