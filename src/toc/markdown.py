"""Text of a strategy in Markdown: shown as it is, never markup, a mention or a link."""

from __future__ import annotations

import re

from toc.terminal import in_one_line

__all__ = ["escaped"]

_SPECIAL = re.compile(
    r"@(?=\w)|#(?=\d)|[\\`*_{}\[\]<>()#!|~@&$]|:(?=\S)|(?<=www)\.|^[-+]|^\d+(?=[.)])",
    re.IGNORECASE,
)
_NOTHING = "&#8203;"
"""Without width.  GitHub looks for mentions in what Markdown has become: only this stops it."""


def escaped(text: str) -> str:
    r"""Write a text, in one line, so that Markdown shows it as it stands.

    >>> print(escaped("*All* staff | <b>"))
    \*All\* staff \| \<b\>
    """
    line = in_one_line(text).strip()
    return _SPECIAL.sub(lambda found: _harmless(found[0], line[found.end() :]), line)


def _harmless(text: str, rest: str) -> str:
    if text.isdecimal():
        return f"{text}{_NOTHING}"
    meant = (text == "@" or (text == "#" and rest[:1].isdecimal())) and rest[:1].isalnum()
    return f"\\{text}{_NOTHING if meant else ''}"
