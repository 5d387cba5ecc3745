"""What the drawing alone says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.structure import structure
from toc.asking.asked import Told
from toc.words import ORIGINAL, Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.asking.asked import Answered
    from toc.asking.case import Case

ABOUT = Message("what the drawing alone says: reach, chains, loops, leaps, shortcuts")
WANTS = ""


@dataclass(frozen=True, slots=True)
class _Spoken:
    answer: Answered

    def say(self, language: str = ORIGINAL) -> str:
        return self.answer.sentence(language)


def ask(case: Case) -> Iterator[Told]:
    """Ask of the whole strategy; each part has its sentence."""
    found = structure(case.strategy)
    parts: tuple[Answered, ...] = (
        *(found.chains, found.unavoidable, found.loops),
        *(found.leaps, found.shortcuts, found.convergence),
    )
    yield Told(found, more=tuple(map(_Spoken, parts)))
