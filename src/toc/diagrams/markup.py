"""Text and numbers as XML, whatever the authors have typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from toc.diagrams.scene import Path

__all__ = ["attributes", "block", "element", "path_data", "plain"]

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """Escape text, and leave out the characters that XML cannot hold.

    >>> plain("<b>&" + chr(0) + "</b>")
    '&lt;b&gt;&amp;&lt;/b&gt;'
    """
    return escape(_FORBIDDEN.sub("", text), {'"': "&quot;"})


def attributes(**values: str | float | None) -> str:
    """Write attributes, in the order given; `None` leaves one out.

    >>> attributes(class_="box", stroke_width=1.50, fill=None)
    'class="box" stroke-width="1.5"'
    """
    return " ".join(
        f'{name.rstrip("_").replace("_", "-")}="{plain(_short(value))}"'
        for name, value in values.items()
        if value is not None
    )


def _short(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.10g}"


def element(name: str, text: str, **values: str | float | None) -> str:
    """Write an element that holds text only."""
    written = attributes(**values)
    return f"<{name}{' ' + written if written else ''}>{plain(text)}</{name}>"


def block(name: str, *parts: str, **values: str | float | None) -> str:
    """Write an element around parts that are markup already.

    >>> block("p", element("b", "a<b"), class_="note")
    '<p class="note"><b>a&lt;b</b></p>'
    """
    written = attributes(**values)
    return f"<{name}{' ' + written if written else ''}>{''.join(parts)}</{name}>"


def path_data(path: Path) -> str:
    """Write an outline as SVG path data."""
    return "".join(name + " ".join(f"{value:.10g}" for value in values) for name, values in path)
