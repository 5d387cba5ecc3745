"""The press: leaves or flowing text in, PDF out.  The one place where typst is met."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from toc import typeface
from toc.diagrams.printing.typesetting import typeset
from toc.errors import MissingExtraError, OutputError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from toc.diagrams.printing.leaf import Leaf

__all__ = ["pressed", "printed"]


def printed(leaves: Sequence[Leaf]) -> bytes:
    """Print leaves.

    Raises:
        MissingExtraError: typst is not installed.
        OutputError: a given font is none that typst can use.
    """
    return pressed(typeset(leaves))


def pressed(text: str) -> bytes:
    """Print typst's text with our fonts and the given ones, from a folder without anything else.

    Promises PDF/UA-1 where typst can keep it.

    Args:
        text: a typst document; whoever writes it lets no word of an author be code.

    Raises:
        MissingExtraError: typst is not installed.
        OutputError: a given font is none that typst can use.
    """
    try:
        from typst import TypstError  # noqa: PLC0415 - 34 MB, and only for who prints
    except ImportError as error:
        raise MissingExtraError(
            Message("PDF needs an extra package: pip install 'theory-of-change[pdf]'")
        ) from error
    with TemporaryDirectory(prefix="toc-") as folder:
        for at, file in enumerate(typeface.files(typeface.at_hand())):
            shutil.copy(file, Path(folder, f"{at}{file.suffix}"))
        source = Path(folder, "leaves.typ")
        source.write_text(text, encoding="utf-8")
        try:
            return _compiled(source, accessible=True)
        except TypstError as error:
            if typeface.at_hand().given:
                # What its own tables promise is drawn, or the font is of no use to typst.
                raise OutputError(
                    Message(
                        "this PDF cannot be set with these fonts: {reason}", {"reason": str(error)}
                    )
                ) from error
            # PDF/UA allows no empty box for a letter that the fonts lack.
            return _compiled(source, accessible=False)


def _compiled(source: Path, *, accessible: bool) -> bytes:
    import typst  # noqa: PLC0415 - as above

    folder = str(source.parent)
    return typst.compile(
        str(source),
        root=folder,
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
        ),
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards="ua-1" if accessible else None,
    )
