"""What a workbook would unpack to, looked at before anything is unpacked."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Sequence
    from zipfile import ZipInfo

__all__ = ["why_not"]

_MOST_BYTES = 256 * 1024 * 1024
_MOST_PARTS = 2_000
_MOST_TIMES = 300
"""How many times larger a part may become; sheets become 10 to 100 times larger."""

_SMALL = 1024 * 1024
"""A part of less does no harm, however well it is packed."""

_ENCRYPTED = 1
_CHUNK = 64 * 1024
_WORKBOOK = "[Content_Types].xml"


def why_not(content: bytes) -> tuple[Message, Message] | None:
    """Say why a zip is not opened as a workbook; None when it may be.

    The sizes are those of its directory: no part gives more bytes than are written there.
    """
    try:
        with ZipFile(BytesIO(content)) as packed:
            return _refused(packed)
    except (BadZipFile, OSError, EOFError, NotImplementedError, ValueError, RuntimeError):
        return _damaged()


def _refused(packed: ZipFile) -> tuple[Message, Message] | None:
    parts = packed.infolist()
    if _is_bomb(parts):
        return (
            Message("the workbook would become dangerously large when it is opened"),
            Message("save it again from a spreadsheet program, with only the rows that are needed"),
        )
    names = {part.filename for part in parts}
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        return (
            Message("the workbook is protected by a password"),
            Message("save it without a password, or as CSV in UTF-8"),
        )
    if "mimetype" in names or _WORKBOOK not in names or "xl/workbook.bin" in names:
        return (
            Message("the file is a document of another kind than .xlsx"),
            Message("save it as .xlsx, or as CSV in UTF-8"),
        )
    if any(_declares_entities(packed, part) for part in parts):
        return (
            Message("the workbook declares entities, as none from a spreadsheet program does"),
            Message("ask where the file is from, and save it again from a spreadsheet program"),
        )
    return None


def _damaged() -> tuple[Message, Message]:
    return (
        Message("the workbook is damaged"),
        Message("open it in a spreadsheet program and save it again as .xlsx, or as CSV in UTF-8"),
    )


def _is_bomb(parts: Sequence[ZipInfo]) -> bool:
    return (
        len(parts) > _MOST_PARTS
        or sum(part.file_size for part in parts) > _MOST_BYTES
        or any(part.file_size > max(_SMALL, _MOST_TIMES * part.compress_size) for part in parts)
    )


def _declares_entities(packed: ZipFile, part: ZipInfo) -> bool:
    """Whether a part has a document type, the only place where entities are declared."""
    parser = expat.ParserCreate()
    found: list[bool] = []
    parser.StartDoctypeDeclHandler = lambda *_: found.append(True)
    parser.StartElementHandler = lambda *_: found.append(False)
    with packed.open(part) as stream:
        while not found and (chunk := stream.read(_CHUNK)):
            try:
                parser.Parse(chunk)
            except expat.ExpatError:
                break  # it is a picture, or will be found to be damaged
    return bool(found) and found[0]
