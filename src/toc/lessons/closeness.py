"""How close two places are, said in words and never as a number."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from toc.words import Message

__all__ = ["Closeness", "Reason"]


class Closeness(StrEnum):
    """Why a lesson from one place may hold in another, the closest first.

    Attributes:
        CODE: both carry the same code of the same list, such as an indicator's.
        WORDING: both say nearly the same, or have the same name.
        ASSUMPTION: both assume the same of people, that they are reached, can, may or want
            to, before the same kind of change.
        LINK: both lead from the same kind of thing to the same kind of change, in the
            same policy area.
        GROUP: both are for the same people.
        WORDS: both use a word that says something; it stands beside other reasons only.
    """

    CODE = "code"
    WORDING = "wording"
    ASSUMPTION = "assumption"
    LINK = "link"
    GROUP = "group"
    WORDS = "words"

    @property
    def place(self) -> int:
        """Where it stands among the kinds of reasons, the closest first."""
        return list(Closeness).index(self)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a lesson may hold here too.

    Attributes:
        closeness: what kind of reason it is.
        told: the reason in words.
    """

    closeness: Closeness
    told: Message
