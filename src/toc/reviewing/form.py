"""The form that is filled in during a review, and read back: YAML with its own explanations."""

from __future__ import annotations

from shlex import quote
from typing import TYPE_CHECKING

from toc.model import Date
from toc.model.decisions import decisions_taken
from toc.reviewing.comments import QUOTES, commented, value_of
from toc.roadmap.months import said, said_period
from toc.vocabulary import CHOICES, KINDS, STATES
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.analysis.due import Due
    from toc.model import Interval, Strategy
    from toc.model.decisions import Taken
    from toc.reviewing.pack import ReviewPack

__all__ = ["form"]


def form(strategy: Strategy, pack: ReviewPack, language: str, path: str = "PATH") -> str:
    """Write the form of a review: what is to be decided, with the ids and the titles.

    Whatever is left empty in it is left out when it is read back.

    Args:
        strategy: the strategy.
        pack: what the review is held with.
        language: in which it explains itself.
        path: where the strategy is, for the command that reads the form.
    """
    return "\n".join([*_Form(strategy, pack, language).lines(path), ""])


class _Form:
    def __init__(self, strategy: Strategy, pack: ReviewPack, language: str) -> None:
        self.strategy = strategy
        self.pack = pack
        self.language = language

    def lines(self, path: str) -> Iterator[str]:
        yield from self._head(path)
        yield from self._decisions()
        yield from self._earlier()
        yield from self._delivered()

    def _comment(self, message: object, indent: str = "") -> Iterator[str]:
        yield from commented(message, self.language, indent)

    def _head(self, path: str) -> Iterator[str]:
        day = self.pack.on.isoformat()
        values = {"title": self.pack.title, "date": day}
        yield from self._comment(Message("Review of {date}: {title}", values))
        choices = [*CHOICES]
        told = Message(
            "At each thing write {words}, and why. What you leave empty is left out.",
            {"words": choices},
        )
        yield from self._comment(told)
        yield from self._comment(QUOTES)
        command = f"toc review {quote(path)} --from …"
        yield from self._comment(Message("Then: {command}", {"command": command}))
        yield f"date: {day}"
        yield from self._comment(Message("who takes part: ids of stakeholders, or names"))
        yield "by: []"
        yield from self._comment(
            Message("the next review: auto reckons it from the stages, or write a date")
        )
        yield "next: auto"
        yield from self._comment(
            Message("what changes, in a sentence for the changelog; without one it is put together")
        )
        yield "because:"

    def _decisions(self) -> Iterator[str]:
        yield ""
        yield "decisions:"
        for name, about in self._things():
            yield ""
            for line in about:
                yield from self._comment(line, "  ")
            yield f"  - about: {value_of(name)}"
            yield "    decision:"
            yield "    because:"
            yield "    by:"
            yield "    due:"
            yield from self._own_fields(name)
        yield ""
        yield from self._comment(Message("anything else that was decided about"), "  ")
        yield "  - about:"
        yield "    decision:"
        yield "    because:"

    def _own_fields(self, name: str) -> Iterator[str]:
        """Give the fields that only such a thing has, as they are now."""
        assumption = self.strategy.assumptions.get(name)
        if assumption is not None:
            states = ", ".join(STATES)
            yield f"    status: {assumption.status or 'untested'}  # {states}"
            yield f"    check_by: {assumption.check_by or ''}".rstrip()
        waiver = self.strategy.waivers.get(name)
        if waiver is not None:
            yield f"    until: {waiver.until or ''}".rstrip()

    def _things(self) -> Iterator[tuple[str, list[object]]]:
        """Give what there is to decide about, each once, with what there is to know."""
        found: dict[str, list[object]] = {}
        for one in self.pack.to_decide:
            for name in self._names(one):
                found.setdefault(name, [*self._about(name), *self._due(one)])
        doubtful = (one.assumption.name for one in self.pack.in_doubt)
        for name in (*doubtful, *self._lagging()):
            found.setdefault(name, self._about(name))
        yield from found.items()

    def _names(self, one: Due) -> tuple[str, ...]:
        """Give what is decided about; decisions of before have a place of their own."""
        if one.kind == "decision":
            return ()
        if one.kind == "waiver":
            return (str(one.route[1]),)
        return tuple(thing.name for thing in one.things)

    def _lagging(self) -> Iterator[str]:
        """Give the nodes whose indicators are behind."""
        index = self.strategy.index
        for one in self.pack.moved:
            if one.now.standing in ("behind", "far-behind"):
                for of in self.strategy.indicators[one.now.indicator.name].of:
                    if of.lower() in index:
                        yield index[of.lower()][1]

    def _about(self, name: str) -> list[object]:
        section = self.strategy.index[name.lower()][0]
        entry = self.strategy.entry(name)
        title = (entry and entry.title) or name
        kind = KINDS.get(section)
        found: list[object] = [
            Message("“{title}”", {"title": title})
            if kind is None
            else Message("{kind} “{title}”", {"kind": kind, "title": title})
        ]
        waiver = self.strategy.waivers.get(name)
        if waiver is not None and waiver.because is not None:
            values = {"rule": waiver.rule, "at": list(waiver.at), "because": waiver.because}
            found = [Message("accepted for a time, {rule} at {at}: {because}", values)]
        found += self._assumption(name)
        found += [
            one.now.told for one in self.pack.moved if name in self._of(one.now.indicator.name)
        ]
        return found

    def _of(self, indicator: str) -> tuple[str, ...]:
        return self.strategy.indicators[indicator].of

    def _assumption(self, name: str) -> list[object]:
        found: list[object] = []
        for one in self.pack.supports:
            if one.assumption.name != name:
                continue
            entry = self.strategy.assumptions[name]
            state = Message("assumption, {state}", {"state": STATES[one.status]})
            found.append(state)
            if one.people:
                who = [self._person(person) for person in one.people]
                found.append(Message("{who} keeps an eye on it", {"who": who}))
            if entry.if_false is not None and one.is_in_doubt:
                found.append(
                    Message("if it is not so: {consequence}", {"consequence": entry.if_false})
                )
            if one.carries:
                goals = [thing.title for thing in one.carries]
                found.append(Message("with it falls: {goals}", {"goals": goals}))
        return found

    def _due(self, one: Due) -> Iterator[object]:
        values = {"work": one.work, "date": _said(one.by)}
        yield one.work if one.by is None else Message("{work}, due {date}", values)
        if one.kind == "pilot":
            command = "toc pilots --choose ID --because …"
            yield Message("to choose one: {command}", {"command": command})

    def _person(self, name: str) -> object:
        entry = self.strategy.entry(name)
        return (entry and entry.title) or name

    def _earlier(self) -> Iterator[str]:
        waiting = [
            one
            for one in decisions_taken(self.strategy, self.pack.on)
            if one.is_waiting(self.pack.on)
        ]
        if not waiting:
            return
        yield ""
        yield from self._comment(Message("decided earlier; where it was done, write when"))
        yield "earlier:"
        for one in waiting:
            yield from self._waiting(one)

    def _waiting(self, one: Taken) -> Iterator[str]:
        choice = CHOICES.get(one.decision.decision or "", Message("nothing is written"))
        values = {"choice": choice, "reason": one.decision.because or "–"}
        yield from self._comment(Message("{choice}: {reason}", values), "  ")
        yield f"  - of: {one.sitting[1]}"
        yield f"    about: {value_of(one.decision.about[0]) if one.decision.about else ''}".rstrip()
        yield "    done:"

    def _delivered(self) -> Iterator[str]:
        outputs = [one for one in self.pack.due if one.kind == "output"]
        if not outputs:
            return
        yield ""
        yield from self._comment(Message("what was delivered: write when"))
        yield "delivered:"
        for one in outputs:
            people = [self._person(person) for person in one.people] or "–"
            values = {"title": one.things[0].title, "date": _said(one.by), "people": people}
            yield from self._comment(Message("“{title}”, due {date}: {people}", values), "  ")
            yield f"  {one.things[0].name}:"


def _said(by: Date | Interval | None) -> object:
    if by is None:
        return "–"
    return said(by) if isinstance(by, Date) else said_period(by)
