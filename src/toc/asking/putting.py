"""Putting a question by its name: a folder of questions, one module each.

A module has `ABOUT`, a message that says what is asked; `WANTS`, what the question is about
beside the strategy (nothing, a `thing` of it, or a `strategy` to compare with); and
`ask(case)`, which gives the answers.  Its name is the question's name.  Where a map is not the
right picture it has `picture(case, language)` too, which draws the answers as a scene.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol, TypeAlias, cast

from toc.asking.asked import Asked
from toc.asking.taken import taken
from toc.errors import UnknownNameError
from toc.shelves import Shelf
from toc.spelling import nearest
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from toc.asking.asked import Told
    from toc.asking.case import Case
    from toc.diagrams.scene import Scene

__all__ = ["QUESTIONS", "Question", "Wanted", "ask", "question_of"]

Wanted: TypeAlias = Literal["", "thing", "strategy"]
"""What a question is about beside the strategy."""


class _Asking(Protocol):
    ABOUT: Message
    WANTS: Wanted

    def ask(self, case: Case, /) -> Iterator[Told]: ...


@dataclass(frozen=True, slots=True)
class Question:
    """Something that can be asked.

    Attributes:
        name: its name.
        about: what is asked, in a few words.
        wants: what it is about beside the strategy.
        ask: gives the answers.
        picture: draws them in a language; None where no picture is drawn of them.
    """

    name: str
    about: Message
    wants: Wanted
    ask: Callable[[Case], Iterator[Told]]
    picture: Callable[[Case, str], Scene] | None = None


class _Questions(Mapping[str, Question]):
    """The questions in the folder, by name; each is imported when it is asked for."""

    def __init__(self) -> None:
        self._shelf = Shelf("toc.asking.questions")

    def __getitem__(self, name: str) -> Question:
        asking = cast("_Asking", self._shelf[name])
        picture = getattr(asking, "picture", None)
        return Question(name, asking.ABOUT, asking.WANTS, asking.ask, picture)

    def __iter__(self) -> Iterator[str]:
        return iter(self._shelf)

    def __len__(self) -> int:
        return len(self._shelf)

    def __contains__(self, name: object) -> bool:
        return name in self._shelf


QUESTIONS: Mapping[str, Question] = _Questions()
"""What can be asked, by name."""


def question_of(name: str) -> Question:
    """Find a question by its name.

    Raises:
        UnknownNameError: when there is no such question.
    """
    if name in QUESTIONS:
        return QUESTIONS[name]
    near = nearest(name, QUESTIONS)
    if near is None:
        raise UnknownNameError(Message("no question is called “{name}”", {"name": name}))
    values = {"name": name, "near": near}
    raise UnknownNameError(
        Message("no question is called “{name}”; did you mean “{near}”?", values)
    )


def ask(name: str, case: Case) -> Asked:
    """Put a question.

    Args:
        name: the question's name.
        case: what it is put about.

    Raises:
        UnknownNameError: when there is no such question, goal or thing.
        MissingExtraError: when it needs a package that is not installed.
    """
    told = tuple(question_of(name).ask(case))
    assumed = (message for one in told for message in one.answer.assumed)
    return Asked(name, case.strategy.title, told, taken(assumed, case.logic))
