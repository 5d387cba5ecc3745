"""The page: an interactive picture in one file that asks for nothing.

The tables hold everything and need no script.  The script reads them; it carries no text
of the authors' and keeps its state in the page's address.
"""

from __future__ import annotations

from toc.diagrams.web.page import page

__all__ = ["page"]
