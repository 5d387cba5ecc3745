"""A document as a file's content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.errors import UnknownNameError
from toc.shelves import Shelf
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from toc.documents.paper import Document

__all__ = ["WRITERS", "companions", "form_of", "written"]

WRITERS = Shelf("toc.documents.writers")
"""What a document can become, by name."""


def written(document: Document, form: str, stem: str = "") -> bytes:
    """Write a document.

    Args:
        document: what is written.
        form: `md`, `html`, `pdf` or `docx`.
        stem: the name of its file without the ending, where it may have others beside it.

    Raises:
        UnknownNameError: when there is no such form.
        MissingExtraError: when what the form needs is not installed.
    """
    if form not in WRITERS:
        raise UnknownNameError(
            Message(
                "a document cannot be written as “{form}”; it can as: {known}",
                {"form": form, "known": ", ".join(WRITERS)},
            )
        )
    writer = WRITERS[form]
    stands_alone = not hasattr(writer, "companions")
    content: bytes = writer.write(document) if stands_alone else writer.write(document, stem)
    return content


def companions(document: Document, form: str, stem: str) -> Mapping[str, bytes]:
    """Give the files that must stand beside a document: the pictures of one in Markdown.

    Args:
        document: what is written.
        form: what it is written as.
        stem: the name that these files begin with, as `written` was told.
    """
    beside: Callable[[Document, str], Mapping[str, bytes]] | None = getattr(
        WRITERS[form], "companions", None
    )
    return beside(document, stem) if beside is not None else {}


def form_of(name: str) -> str:
    """Give the form that a file's name asks for by its ending, empty where it names none.

    >>> form_of("decision.DOCX"), form_of("decision")
    ('docx', '')
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return next((form for form in WRITERS if ending in WRITERS[form].ENDINGS), "")
