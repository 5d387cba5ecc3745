"""Making a document: a paper's parts, said of a subject, in the order of its template."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from toc.documents.paper import Document
from toc.errors import UnknownNameError
from toc.shelves import Shelf
from toc.spelling import nearest
from toc.vocabulary import STATUSES
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import ModuleType

    from toc.documents.paper import Block
    from toc.documents.subject import Subject
    from toc.documents.templates import Template

__all__ = ["PAPERS", "made", "paper", "parts_of"]

PAPERS = Shelf("toc.documents.papers")
"""What can be made, by name."""


def paper(name: str) -> ModuleType:
    """Give the module of a paper.

    Raises:
        UnknownNameError: when there is no such paper.
    """
    if name not in PAPERS:
        near = nearest(name, PAPERS)
        values = {"name": name, "known": ", ".join(PAPERS), "near": near or ""}
        raise UnknownNameError(
            Message("there is no document “{name}”; did you mean “{near}”?", values)
            if near
            else Message("there is no document “{name}”; there are: {known}", values)
        )
    return PAPERS[name]


def parts_of(name: str) -> tuple[str, ...]:
    """Give the names of a paper's parts, in their usual order."""
    parts: Mapping[str, object] = paper(name).PARTS
    return tuple(parts)


def made(name: str, subject: Subject, template: Template | None = None) -> Document:
    """Make a document.

    Args:
        name: which paper.
        subject: what it is about.
        template: a project's own order of parts, with texts of its own; the paper's when None.

    Raises:
        UnknownNameError: when there is no such paper, or nothing that it could be about.
    """
    module = paper(name)
    subject = _settled(module, name, subject)
    prepared: Callable[[Subject], Any] = getattr(module, "prepared", _as_it_is)
    known = prepared(subject)
    title = template.title if template is not None and template.title else module.title(subject)
    return Document(
        title=subject.told(title),
        language=subject.language,
        on=subject.on,
        facts=tuple(_facts(subject, compares=getattr(module, "COMPARES", False))),
        blocks=tuple(_blocks(module.PARTS, known, template)),
        style=template.style if template is not None else "",
        letterhead=template.letterhead if template is not None else b"",
    )


def _as_it_is(subject: Subject) -> Subject:
    return subject


def _blocks(
    parts: Mapping[str, Callable[[Any], Iterator[Block]]], known: Any, template: Template | None
) -> Iterator[Block]:
    for step in parts if template is None else template.steps:
        if isinstance(step, str):
            yield from parts[step](known)
        else:
            yield step


def _settled(module: ModuleType, name: str, subject: Subject) -> Subject:
    """See to it that the document is about something that there is, as it is spelled there."""
    needed: tuple[str, ...] = module.NEEDS
    section, key = subject.strategy.index.get(subject.about.lower(), ("", subject.about))
    if subject.about and not section:
        raise _nowhere(subject, needed)
    if needed and section not in needed:
        values = {"name": name, "sections": list(needed), "known": list(_known(subject, needed))}
        raise UnknownNameError(
            Message("“{name}” is about one entry of {sections}: name one of {known}", values)
            if values["known"]
            else Message("“{name}” is about one entry of {sections}, and there is none", values)
        )
    return replace(subject, about=key)


def _nowhere(subject: Subject, needed: tuple[str, ...]) -> UnknownNameError:
    near = nearest(subject.about, _known(subject, needed))
    values = {"id": subject.about, "near": near or ""}
    return UnknownNameError(
        Message("nothing in the strategy is called “{id}”; did you mean “{near}”?", values)
        if near
        else Message("nothing in the strategy is called “{id}”", values)
    )


def _known(subject: Subject, sections: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(
        key
        for section, key in subject.strategy.index.values()
        if section in (sections or (section,))
    )


def _facts(subject: Subject, *, compares: bool) -> Iterator[str]:
    """Say of what strategy, which version, in what state and of which day it is."""
    subjects = [subject, *(replace(subject, strategy=one) for one in subject.others)]
    yield "; ".join(map(_named, subjects if compares else subjects[:1]))
    head = subject.strategy.head
    status = [subject.told(STATUSES[head.status])] if head.status and not compares else []
    day = Message("sheet of {day}", {"day": subject.on.isoformat()})
    yield " · ".join((*status, subject.told(day)))


def _named(subject: Subject) -> str:
    version = subject.strategy.head.version
    said = (
        Message("version {version}", {"version": version})
        if version
        else Message("version not given")
    )
    return f"{subject.name} · {subject.told(said)}"
