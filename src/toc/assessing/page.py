"""An assessment on one page for a terminal, and the empty table in which it is answered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.assessing.again import Reassessed, reassessed
from toc.assessing.following import Reason, in_order, latest, reasons_of
from toc.assessing.replies import replies
from toc.assessing.scores import rounded
from toc.assessing.whole import Assessed, assessed
from toc.errors import NothingToDrawError
from toc.words import Message, spoken

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from toc.assessing.scores import AreaScore
    from toc.model import Question, Strategy
    from toc.words import Sayable

__all__ = ["AssessmentPage", "assessment_page", "separator_of", "template_rows"]

_BAR = 20
_FULL, _EMPTY = "█", "·"
_LONGEST = 40
_HUNDRED = 100

_COLUMNS = ("question", "area", "title", "choices", "answer", "evidence", "note", "example")
_COLUMNS_IN_ROMANIAN = (
    "întrebare",
    "domeniu",
    "text",
    "variante",
    "răspuns",
    "dovezi",
    "notă",
    "exemplu",
)


@dataclass(frozen=True, slots=True)
class AssessmentPage:
    """An assessment, what has changed since an earlier one, and the needs that it explains.

    Attributes:
        strategy: the strategy's title.
        found: the assessment.
        again: what has changed; None where there is no earlier one.
        reasons: the needs for which this assessment is a reason.
    """

    strategy: Sayable
    found: Assessed
    again: Reassessed | None
    reasons: tuple[Reason, ...]

    def text(self, language: str = "en") -> str:
        """Write it for a terminal: each area with a bar, then in words."""
        parts = (
            self._head(language),
            self._areas(language),
            self._part(Message("Since the earlier assessment"), self._since(language), language),
            self._part(
                Message("Needs"), [one.sentence(language) for one in self.reasons], language
            ),
            self._part(
                Message("Assumed"), [one.say(language) for one in self.found.assumed], language
            ),
        )
        return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"

    def as_data(self, language: str = "en") -> dict[str, object]:
        """Give it as plain data."""
        return {
            "strategy": self.strategy.say(language),
            **self.found.as_data(language),
            "since": None if self.again is None else self.again.as_data(language),
            "needs": [one.as_data(language) for one in self.reasons],
        }

    def _head(self, language: str) -> Iterator[str]:
        date = self.found.date
        title = " ".join(self.found.title.say(language).split())
        yield self.strategy.say(language)
        yield title if date is None else f"{title} · {date}"
        yield self.found.sentence(language)

    def _areas(self, language: str) -> Iterator[str]:
        rows = [*self.found.areas, *self.found.composites]
        titles = [_cut(one.title.say(language)) for one in rows]
        wide = max(map(len, titles), default=0)
        for title, one in zip(titles, rows, strict=True):
            yield f"  {title:<{wide}}  {_drawn(one)}  {self._beside(one, language)}".rstrip()

    def _beside(self, one: AreaScore, language: str) -> str:
        said: list[Message] = []
        if one.asked:
            values = {"answered": one.answered, "asked": one.asked}
            said.append(Message("{answered} of {asked} answered", values))
        if one.is_unsure and one.score is not None:
            said.append(Message("unsure"))
        if one.peers is not None:
            said.append(Message("sample {peers}", {"peers": rounded(one.peers)}))
        if one.is_optional:
            said.append(Message("optional"))
        if one.parts:
            values = {"count": len(one.parts)}
            said.append(Message("mean of {count} area", values, plural="mean of {count} areas"))
        return " · ".join(message.say(language) for message in said)

    def _since(self, language: str) -> Sequence[str]:
        return () if self.again is None else [self.again.sentence(language)]

    def _part(self, head: Message, said: Sequence[str], language: str) -> Iterator[str]:
        if said:
            yield head.say(language)
        yield from (f"  - {one}" for one in said)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _drawn(one: AreaScore) -> str:
    if one.score is None:
        return f"  – {_EMPTY * _BAR}"
    full = round(one.score * _BAR / _HUNDRED)
    return f"{rounded(one.score):>3} {_FULL * full}{_EMPTY * (_BAR - full)}"


def assessment_page(
    strategy: Strategy, assessment: str = "", against: str = "", on: date | None = None
) -> AssessmentPage:
    """Put an assessment beside an earlier one.

    Args:
        strategy: the strategy.
        assessment: its id; the last one of all areas when empty.
        against: the id of the earlier one; the first one before it when empty.
        on: the day by which it was answered, where none is named.

    Raises:
        UnknownNameError: when there is no such assessment.
        NothingToDrawError: when none is named, and none has scores or answers by that day.
    """
    found = assessed(strategy, assessment) if assessment else latest(strategy, on)
    if found is None:
        raise NothingToDrawError(
            Message(
                "the strategy has no assessment with scores or answers by that day: write one "
                "under “assessments:”"
            )
        )
    earlier = assessed(strategy, against).assessment if against else _first(strategy, found)
    reasons = (reasons_of(strategy, need, found.assessment) for need in strategy.needs)
    return AssessmentPage(
        strategy.title,
        found,
        reassessed(strategy, earlier, found.assessment) if earlier else None,
        tuple(one for one in reasons if one is not None and one.assessment == found.assessment),
    )


def _first(strategy: Strategy, found: Assessed) -> str:
    """Give the first assessment, where it was answered before this one."""
    others = [one for one in in_order(strategy) if one.assessment != found.assessment]
    first = next(iter(others), None)
    if first is None or first.date is None or found.date is None:
        return ""
    return first.assessment if first.date.last <= found.date.last else ""


def separator_of(language: str) -> str:
    """Give what spreadsheet programs of a language's country expect between cells."""
    return ";" if spoken(language) == "ro" else ","


def template_rows(
    strategy: Strategy, assessment: str, language: str
) -> tuple[tuple[str, ...], ...]:
    """Give the rows of an empty table: each question, how it can be answered, and room.

    Args:
        strategy: the strategy.
        assessment: the id of the assessment that is to be answered; all questions when empty.
        language: of the questions and of the columns.

    Raises:
        UnknownNameError: when there is no such assessment.
        NothingToDrawError: when there are no questions.
    """
    asked = [one.name for one in replies(strategy, assessment)] if assessment else []
    names = asked if assessment else [*strategy.questions]
    if not names:
        raise NothingToDrawError(
            Message("there are no questions to answer: write them under “questions:”")
        )
    head = _COLUMNS_IN_ROMANIAN if spoken(language) == "ro" else _COLUMNS
    return (head, *(_row(strategy, name, language) for name in names))


def _row(strategy: Strategy, name: str, language: str) -> tuple[str, ...]:
    question = strategy.questions[name]
    area = strategy.entry(question.area or "")
    told = (
        area.say(language) if area else "",
        question.say(language),
        _choices(question, language),
    )
    return (name, *(" ".join(one.split()) for one in told), "", "", "", "")


def _choices(question: Question, language: str) -> str:
    if question.scale is not None and not question.points:
        return "–".join(map(str, question.scale))
    if question.points:
        return " / ".join(question.points)
    return f"{Message('yes').say(language)} / {Message('no').say(language)}"
