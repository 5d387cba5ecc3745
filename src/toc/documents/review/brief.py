"""A review in a few lines for a terminal, with what to do next."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from toc.documents.review.case import ReviewCase
from toc.documents.review.first_page import doubt
from toc.monitoring import SIGNS
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from toc.analysis.due import Due
    from toc.documents.subject import Subject
    from toc.reviewing.movement import Movement

__all__ = ["brief"]

_MOST, _EACH = 8, 4


def brief(subject: Subject, path: str) -> str:
    """Write in a few lines what a review is about, and which commands come next.

    Args:
        subject: the strategy, with what is open in it.
        path: where it is, as whoever asks has typed it.
    """
    return "\n".join([*_Brief(ReviewCase.of(subject), path).lines(), ""])


class _Brief:
    def __init__(self, case: ReviewCase, path: str) -> None:
        self.case = case
        self.pack = case.pack
        self.path = path

    def lines(self) -> Iterator[str]:
        yield from self._head()
        moved = [self._moved(one) for one in self.pack.moved if one.has_moved]
        late = [one for one in self.pack.to_do if one.is_late(self.case.on)]
        yield from self._group(Message("What moved"), moved)
        yield from self._works(Message("To decide"), self.pack.to_decide)
        yield from self._works(Message("Overdue"), late)
        yield from self._group(Message("In doubt"), [*self._doubts()])
        yield from self._rest()
        yield from self._next()

    def _head(self) -> Iterator[str]:
        case, pack = self.case, self.pack
        yield case.name
        yield case.sentence(pack.sentence(case.language))
        if pack.last is None:
            yield case.told(Message("No review has been held yet."))
        else:
            values = {"review": pack.last.review.title, "date": case.day(pack.last.when)}
            yield case.told(Message("The last review was “{review}”, {date}.", values))
        yield case.told(pack.calendar.sentence(case.language))
        if pack.later:
            values = {"reviews": case.things(pack.later)}
            yield case.told(Message("Dated later, so not held yet: {reviews}.", values))

    def _group(self, name: Message, said: Sequence[str]) -> Iterator[str]:
        if not said:
            return
        yield ""
        yield f"{self.case.told(name)} ({len(said)})"
        yield from (f"  {line}" for line in said[:_MOST])
        left = len(said) - _MOST
        if left > 0:
            more = Message("… and {count} more", {"count": left}, plural="… and {count} more")
            yield f"  {self.case.told(more)}"

    def _works(self, name: Message, some: Sequence[Due]) -> Iterator[str]:
        """Tell what asks for the same work together, the first few of each."""
        if not some:
            return
        yield ""
        yield f"{self.case.told(name)} ({len(some)})"
        for work, members in self.case.by_work(some).items():
            yield f"  {work} ({len(members)})"
            yield from (f"    {self.case.item(one)}" for one in members[:_EACH])
            left = len(members) - _EACH
            if left > 0:
                more = Message("… and {count} more", {"count": left}, plural="… and {count} more")
                yield f"    {self.case.told(more)}"

    def _moved(self, one: Movement) -> str:
        values = {"title": one.now.indicator.title, "told": one.told, "why": one.now.why}
        told = self.case.told(Message("{title}: {told}; {why}", values))
        return f"{SIGNS[one.now.standing]} {told}"

    def _doubts(self) -> Iterator[str]:
        for one in self.pack.diagnoses:
            if one.cause in ("theory", "other"):
                yield self.case.told(one.sentence(self.case.language))
        yield from (doubt(self.case, one) for one in self.pack.in_doubt)

    def _rest(self) -> Iterator[str]:
        """Count what the pack has beside."""
        then = self.pack.since
        counts = (
            Message("{count} meeting", {"count": len(then.events)}, plural="{count} meetings"),
            Message(
                "{count} piece of feedback",
                {"count": len(then.feedback)},
                plural="{count} pieces of feedback",
            ),
            Message("{count} lesson", {"count": len(then.lessons)}, plural="{count} lessons"),
        )
        yield ""
        since = Message("Since the last review: {counts}.", {"counts": [*counts]})
        so_far = Message("So far: {counts}.", {"counts": [*counts]})
        yield self.case.told(so_far if self.pack.last is None else since)
        questions = sum(one.question is not None for one in self.pack.findings)
        if questions:
            told = Message(
                "The check asks {count} question: toc questions {path}",
                {"count": questions, "path": quote(self.path)},
                plural="The check asks {count} questions: toc questions {path}",
            )
            yield self.case.told(told)

    def _next(self) -> Iterator[str]:
        yield ""
        yield self.case.told(Message("What to do next"))
        command = f"toc review {quote(self.path)} --on {self.case.on.isoformat()}"
        steps: Iterable[tuple[Message, str]] = (
            (Message("1. print or send the whole pack"), f"{command} --page review.pdf"),
            (Message("2. have the form at hand when you meet"), f"{command} --form review.yaml"),
            (
                Message("3. see what it changes; with --write it is written"),
                f"{command} --from review.yaml",
            ),
        )
        for told, typed in steps:
            yield f"  {self.case.told(told)}"
            yield f"     {typed}"
