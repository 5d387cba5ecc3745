"""The story: the strategy told to citizens, one page for each goal."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from toc.documents.story.case import Case
from toc.documents.story.goal import goals, others
from toc.documents.story.opening import consultation, glossary, opening
from toc.words import Message

if TYPE_CHECKING:
    from toc.documents.subject import Subject

ABOUT = Message("the strategy told to citizens: if, then, because, provided that")
NEEDS: Final = ()
PARTS = MappingProxyType(
    {
        "opening": opening,
        "goals": goals,
        "others": others,
        "consultation": consultation,
        "glossary": glossary,
    }
)


def title(_subject: Subject) -> Message:
    """Name the story."""
    return Message("What we want to change, and how")


def prepared(subject: Subject) -> Case:
    """Choose what is told."""
    return Case.of(subject)
