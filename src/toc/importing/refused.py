"""What was refused, as a table that can be mended and delivered again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.terminal import in_one_line
from toc.words import Message

if TYPE_CHECKING:
    from toc.importing.merging import Import

__all__ = ["refused_rows"]


def refused_rows(result: Import, language: str) -> list[list[str]]:
    """Give the rows of which something was refused as they were delivered, and why.

    The heads are those of the delivery, after two columns that an import does not read.

    Args:
        result: what came of the import.
        language: in which language to say why.
    """
    layout = result.delivery.layout
    if layout is None:
        return [list(row.cells) for row in result.delivery.sheet.rows]
    reasons: dict[int, list[str]] = {}
    found = [(one.row, one.finding) for one in result.refused]
    found += [(one.delivered.row, one.finding) for one in result.otherwise if not one.is_replaced]
    for row, finding in found:
        said = f"{finding.message.say(language)}: {finding.mend.say(language)}"
        reasons.setdefault(row.number, []).append(in_one_line(said))
    heads = [Message("row").say(language), Message("why").say(language), *layout.head.cells]
    rows = [
        [str(row.number), "; ".join(reasons[row.number]), *row.cells]
        for row in layout.rows
        if row.number in reasons
    ]
    return [heads, *rows]
