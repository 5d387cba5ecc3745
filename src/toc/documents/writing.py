"""A document as a file's content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.errors import UnknownNameError
from toc.shelves import Shelf
from toc.words import Message

if TYPE_CHECKING:
    from toc.documents.paper import Document

__all__ = ["WRITERS", "form_of", "written"]

WRITERS = Shelf("toc.documents.writers")
"""What a document can become, by name."""


def written(document: Document, form: str) -> bytes:
    """Write a document.

    Args:
        document: what is written.
        form: `html`, `pdf` or `docx`.

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
    content: bytes = WRITERS[form].write(document)
    return content


def form_of(name: str) -> str:
    """Give the form that a file's name asks for by its ending, empty where it names none.

    >>> form_of("decision.DOCX"), form_of("decision")
    ('docx', '')
    """
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return next((form for form in WRITERS if ending in WRITERS[form].ENDINGS), "")
