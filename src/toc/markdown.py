"""Text of a strategy in Markdown: shown as it is, never markup, a mention or a link."""

from __future__ import annotations

import re

from toc.terminal import in_one_line

__all__ = ["escaped"]

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#!|~@&$]|:(?=\S)|^[-+]|^\d+(?=[.)]))")


def escaped(text: str) -> str:
    r"""Write a text, in one line, so that Markdown shows it as it stands.

    >>> print(escaped("*All* staff | <b>"))
    \*All\* staff \| \<b\>
    """
    return _SPECIAL.sub(lambda found: _harmless(found[0]), in_one_line(text))


def _harmless(text: str) -> str:
    return f"{text}&#8203;" if text.isdigit() else f"\\{text}"
