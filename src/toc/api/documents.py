"""Papers for people: made of a strategy, and written as files."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from toc.api.checking import check
from toc.api.reading import original, strategy_of
from toc.errors import OutputError
from toc.words import Message

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence
    from datetime import date

    from toc.documents.paper import Document
    from toc.findings import Finding
    from toc.model import Strategy

__all__ = ["document", "document_kinds", "files_of", "usual_template", "written"]


def document_kinds() -> Mapping[str, Message]:
    """Give what can be made: by name, what it is."""
    from toc.documents.making import PAPERS

    return {name: module.ABOUT for name, module in PAPERS.items()}


def document(
    what: str | os.PathLike[str] | Strategy,
    name: str,
    *,
    on: date,
    about: str = "",
    language: str | None = None,
    others: Sequence[Strategy] = (),
    templates: str | os.PathLike[str] = "",
) -> Document:
    """Make a document of a strategy.

    Args:
        what: a strategy, or the path of one.
        name: which paper, such as `status` or `story`; `document_kinds` lists them.
        on: the day of the document.
        about: the id of the goal, the event … that it is about.
        language: of the document; the strategy's first one when None.
        others: strategies to set beside it, where the paper compares.
        templates: the folder of a project's own templates.

    Raises:
        UnknownNameError: there is no such paper, or nothing that it could be about.
        InputError: nothing is there, or a template cannot be read.
        StrategyError: something in the strategy could not be understood.
    """
    from toc.documents.making import made, paper
    from toc.documents.subject import Subject
    from toc.documents.templates import template_of

    strategy = strategy_of(what)
    said_in = language or original(strategy)
    findings = _open(strategy, on) if getattr(paper(name), "CHECKED", False) else ()
    subject = Subject(strategy, on, said_in, about, findings, tuple(others))
    template = template_of(name, templates, said_in) if templates else None
    return made(name, subject, template)


def _open(strategy: Strategy, on: date) -> tuple[Finding, ...]:
    return tuple(one for verdict in check(strategy, on=on).verdicts for one in verdict.findings)


def files_of(document: Document, name: str) -> dict[str, bytes]:
    """Write a document as a file, and as those that must stand beside it.

    Args:
        document: what is written.
        name: the name of the file; its ending says what it is: .md, .html, .pdf, .docx.

    Returns:
        The content of each file, by name; the first is the document's own.

    Raises:
        OutputError: no document ends so.
        MissingExtraError: what the form needs is not installed.
    """
    from toc.documents.writing import WRITERS, companions, form_of, written

    form = form_of(name)
    if not form:
        endings = ", ".join(f".{one}" for one in WRITERS)
        values = {"ending": PurePath(name).suffix or name, "endings": endings}
        raise OutputError(Message("none of these ends in {ending}; there are {endings}", values))
    path = PurePath(name)
    beside = companions(document, form, path.stem)
    others = {str(path.with_name(one)): content for one, content in beside.items()}
    return {name: written(document, form, path.stem), **others}


def written(document: Document, form: str) -> bytes:
    """Write a document in a form, alone: `md`, `html`, `pdf` or `docx`.

    Raises:
        UnknownNameError: there is no such form.
        MissingExtraError: what the form needs is not installed.
    """
    from toc.documents.writing import written as content

    return content(document, form)


def usual_template(name: str) -> str:
    """Write the template of a paper, to make one's own of it.

    Raises:
        UnknownNameError: there is no such paper.
    """
    from toc.documents.templates import usual_template as template

    return template(name)
