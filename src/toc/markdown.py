"""Text of a strategy in Markdown: shown as it is, never markup, a mention or a link."""

from __future__ import annotations

import re

from toc.terminal import in_one_line

__all__ = ["escaped"]

_SPECIAL = re.compile(
    r"(?P<counts>@(?=\w)|#(?=\d))|"
    r"[\\`*{}\[\]<>#!|~@&$]|(?<!\w)_|_(?!\w)|:(?=//|[\w+-]+:)|(?<=www)\.|^[-+]|"
    r"(?P<number>^\d+)(?P<point>[.)])(?=\s|$)",
    re.IGNORECASE,
)
_NOTHING = "&#8203;"
"""A space without width.  GitHub looks for mentions after Markdown was read, where a
backslash is gone: only this keeps a name from being called."""


def escaped(text: str) -> str:
    r"""Write a text, in one line, so that Markdown shows it as it stands.

    >>> print(escaped("*All* staff | <b>"))
    \*All\* staff \| \<b\>
    """
    return _SPECIAL.sub(_harmless, in_one_line(text).strip())


def _harmless(found: re.Match[str]) -> str:
    if found["number"]:
        return f"{found['number']}\\{found['point']}"
    return f"{found[0]}{_NOTHING}" if found["counts"] else f"\\{found[0]}"
