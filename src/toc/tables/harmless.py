"""Cells that a spreadsheet program would take for formulas, made harmless and read back.

A text that begins with `=`, `+`, `-` or `@` is computed when a table is opened, and may
call other programs.  With an apostrophe before it, as people type it themselves, it is
text.  (OWASP, “CSV Injection”.)
"""

from __future__ import annotations

import re

__all__ = ["as_it_was", "as_text", "harmless"]

_FORMULA = re.compile(r"'*\s*[=+\-@]")
_HARMLESS = re.compile(r"'+\s*[=+\-@]")
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?%?\Z")


def harmless(text: str) -> str:
    """Write an apostrophe before what would be a formula; numbers are none.

    >>> harmless("=1+1"), harmless("-5"), harmless("Fișe")
    ("'=1+1", '-5', 'Fișe')
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.match(text) else text


def as_text(text: str) -> str:
    """Write an apostrophe where `as_it_was` would take one off, in cells that are texts anyway.

    >>> as_text("=1+1"), as_text("'=1+1")
    ('=1+1', "''=1+1")
    """
    return f"'{text}" if _HARMLESS.match(text) else text


def as_it_was(text: str) -> str:
    """Give the text that was made harmless.

    >>> as_it_was("'=1+1"), as_it_was("'n-a fost"), as_it_was(harmless("'=1"))
    ('=1+1', "'n-a fost", "'=1")
    """
    return text[1:] if text[:1] == "'" and _HARMLESS.match(text) else text
