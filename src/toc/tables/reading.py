"""From a file to a table, whatever its ending says that it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from toc.tables.decoding import decoded, unreadable
from toc.tables.delimited import parsed
from toc.tables.sheet import Sheet
from toc.text.source import MAX_BYTES
from toc.words import Message

if TYPE_CHECKING:
    import os

__all__ = ["read_table", "table_of"]

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def read_table(path: str | os.PathLike[str], *, sheet: str = "") -> Sheet:
    """Read a CSV or XLSX file; what cannot be read is told in the findings.

    Args:
        path: the file.
        sheet: the sheet of a workbook; the first that is not hidden when empty.

    Raises:
        MissingExtraError: when it is a workbook, and openpyxl is not installed.
        OSError: when the system does not give the file.
    """
    with open(path, "rb") as file:  # noqa: PTH123 - a path of any kind
        # One byte more than allowed tells: a device has no size, and no end.
        return table_of(file.read(MAX_BYTES + 1), str(path), sheet=sheet)


def table_of(content: bytes, shown: str, *, sheet: str = "") -> Sheet:
    """Read the content of a CSV or XLSX file.

    Args:
        content: its bytes.
        shown: its name in messages.
        sheet: the sheet of a workbook; the first that is not hidden when empty.

    Raises:
        MissingExtraError: when it is a workbook, and openpyxl is not installed.
    """
    if len(content) > MAX_BYTES:
        message = Message("the file is larger than {size} MB", {"size": MAX_BYTES // 1024**2})
        mend = Message("save only the rows and columns that are needed")
        return Sheet(shown, findings=(unreadable(message, mend, shown),))
    if content.startswith(_ZIP):
        from toc.tables.workbook import opened  # noqa: PLC0415 - most tables are text

        return opened(content, shown, sheet)
    if content.startswith(_OLE):
        return Sheet(shown, findings=(unreadable(*_old(content), shown),))
    source, found = decoded(content, shown)
    if source is None:
        return Sheet(shown, findings=found)
    table = parsed(source)
    return replace(table, findings=(*found, *table.findings))


def _old(content: bytes) -> tuple[Message, Message]:
    """Say why a file in the container of old office programs is not read."""
    if _LOCKED in content:
        return (
            Message("the workbook is protected by a password"),
            Message("save it without a password, or as CSV in UTF-8"),
        )
    return (
        Message("the file is a workbook of an old kind (.xls)"),
        Message("save it as .xlsx, or as CSV in UTF-8"),
    )
