"""The press: leaves in, PDF out.  The one place where typst is met."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

from toc import typeface
from toc.diagrams.printing.leaf import seen
from toc.diagrams.printing.typesetting import typeset
from toc.errors import MissingExtraError
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.diagrams.printing.leaf import Leaf

__all__ = ["printed"]


def printed(leaves: Sequence[Leaf]) -> bytes:
    """Print leaves with our fonts and the given ones, from a folder that holds nothing else.

    Raises:
        MissingExtraError: typst is not installed.
    """
    try:
        import typst  # noqa: PLC0415 - 34 MB, and only for who prints
    except ImportError as error:
        raise MissingExtraError(
            Message("PDF needs an extra package: pip install 'theory-of-change[pdf]'")
        ) from error
    with TemporaryDirectory(prefix="toc-") as folder:
        for at, file in enumerate(typeface.files(typeface.at_hand())):
            shutil.copy(file, Path(folder, f"{at}{file.suffix}"))
        source = Path(folder, "leaves.typ")
        source.write_text(typeset(leaves), encoding="utf-8")
        return typst.compile(
            str(source),
            root=folder,
            font_paths=typst.Fonts(
                include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
            ),
            ignore_system_fonts=True,
            format="pdf",
            pdf_standards=_standard(leaves),
        )


def _standard(leaves: Sequence[Leaf]) -> Literal["ua-1"] | None:
    """Promise PDF/UA-1 where every letter can be shown: it allows no empty boxes."""
    return None if typeface.missing("".join(_said(leaves))) else "ua-1"


def _said(leaves: Sequence[Leaf]) -> Iterator[str]:
    """Give every line once: what a tile shows is told on the leaf before."""
    for leaf in leaves:
        for part in seen(leaf) if leaf.told else ():
            yield from (line.text for line in part.lines)
        for piece in leaf.over:
            yield from (line.text for line in piece.lines)
