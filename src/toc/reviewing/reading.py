"""Reading a form that was filled in: what was decided, and what is wrong, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.errors import InputError
from toc.findings import KEY
from toc.model.decisions import decisions_taken
from toc.reviewing.calendar import next_review
from toc.reviewing.deciding import Deciding
from toc.reviewing.minutes import Minutes, Resolution, Settled
from toc.reviewing.typed import state_of
from toc.spelling import nearest
from toc.text.document import read_document
from toc.vocabulary import STATES
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from toc.findings import Finding, Route
    from toc.model import Date, Strategy
    from toc.text.document import Document
    from toc.text.places import Tree
    from toc.text.source import Source

__all__ = ["Filled", "read_form"]

_TOP = ("date", "title", "by", "next", "because", "decisions", "earlier", "delivered")
_ITEM = ("about", "decision", "because", "by", "due", "status", "check_by", "until")
_EARLIER = ("of", "about", "done")
_AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Filled:
    """A form as it was read.

    Attributes:
        minutes: what was decided; None where something in the form is wrong.
        findings: what is wrong, each with its place in the file.
    """

    minutes: Minutes | None
    findings: tuple[Finding, ...]


def read_form(source: Source, strategy: Strategy, on: date) -> Filled:
    """Read a form that was filled in during a review.

    Args:
        source: the form.
        strategy: the strategy that was reviewed.
        on: the day of whoever reads it: a review of a later day has not been held.
    """
    document = read_document(source)
    if document.lost:
        return Filled(None, document.findings)
    reader = _Reader(document, strategy, on)
    minutes = reader.minutes()
    # What is wrong with a letter is told of the strategy once it stands there, and mended by fmt.
    torn = (one for one in document.findings if one.rule.startswith("yaml-"))
    wrong = (*torn, *reader.findings)
    return Filled(None if wrong else minutes, wrong)


class _Reader(Deciding):
    def __init__(self, document: Document, strategy: Strategy, on: date) -> None:
        super().__init__(document, strategy)
        self.on = on

    def minutes(self) -> Minutes:
        data = self.document.data
        self.refuse_unknown((), data, _TOP)
        day = self._day()
        resolutions, settled = self._decisions()
        settled += [*self._earlier(), *self._delivered()]
        if not (resolutions or settled or self.findings):
            self.refuse(
                ("decisions",),
                Message("nothing is decided in this form"),
                Message("write keep, change or stop at what was talked about"),
            )
        return Minutes(
            day,
            tuple(resolutions),
            tuple(settled),
            self.texts(("by",), data.get("by")),
            self._next(day),
            self.text(("title",), data.get("title")),
            self.text(("because",), data.get("because")),
        )

    def _day(self) -> date:
        """Read the day of the review: a day, and no later one than today."""
        route = ("date",)
        found = self.date(route, self.document.data.get("date"))
        if found is None:
            if not self.findings:
                mend = Message("write the day: {form}", {"form": f"date: {self.on}"})
                self.refuse(route, Message("the form does not say when the review was"), mend)
            return self.on
        values = {"date": str(found)}
        if found.day is None:
            message = Message("{date} is no day", values)
            self.refuse(route, message, Message("write the day of the review as 2027-06-30"))
        elif found.first > self.on:
            message = Message("a review of {date} has not been held yet", values)
            self.refuse(route, message, Message("correct the day, or read the form in afterwards"))
        return found.first

    def _next(self, day: date) -> Date | None:
        route, value = ("next",), self.document.data.get("next")
        if value in (None, _AUTO):
            try:
                return next_review(self.strategy, day)
            except InputError as error:
                if value == _AUTO:
                    self.refuse(route, error.message, Message("write a date here, or nothing"))
                return None
        found = self.date(route, value)
        if found is not None and found.last <= day:
            values = {"date": str(found), "day": day.isoformat()}
            message = Message("the next review ({date}) is not after this one ({day})", values)
            self.refuse(route, message, Message("write a later date, or auto"))
        return found

    def _decisions(self) -> tuple[list[Resolution], list[Settled]]:
        resolutions: list[Resolution] = []
        settled: list[Settled] = []
        for route, item in self.items("decisions", _ITEM):
            about = self.about_of(route, item)
            if about is None:
                continue
            settled += self._settled(route, about, item)
            found = self.resolution(route, about, item)
            if found is not None and self.is_new(route, found, resolutions):
                resolutions.append(found)
        return resolutions, settled

    def _settled(self, route: Route, about: str, item: dict[str, Tree]) -> Iterator[Settled]:
        """Give the fields of the thing itself that the form changes."""
        assumption, waiver = self.strategy.assumptions.get(about), self.strategy.waivers.get(about)
        word = self.text((*route, "status"), item.get("status"))
        if word and assumption is None:
            message = Message("“{id}” is no assumption: only these have a state", {"id": about})
            self.refuse((*route, "status"), message, Message("take “status:” out here"))
        elif assumption is not None and word:
            state = state_of(word)
            if state is None:
                values = {"text": word, "words": [*STATES]}
                message = Message("“{text}” is no state of an assumption", values)
                mend = Message("write one of {words}", values)
                self.refuse((*route, "status"), message, mend)
            elif state != (assumption.status or "untested"):
                yield Settled(("assumptions", about, "status"), state)
        for key, entry, section in (
            ("check_by", assumption, "assumptions"),
            ("until", waiver, "waivers"),
        ):
            found = self.date((*route, key), item.get(key))
            if found is not None and entry is not None and found != getattr(entry, key):
                yield Settled((section, about, key), str(found))

    def _earlier(self) -> Iterator[Settled]:
        """Give the decisions of before that were carried out."""
        waiting = decisions_taken(self.strategy)
        for route, item in self.items("earlier", _EARLIER):
            done = self.date((*route, "done"), item.get("done"))
            if done is None:
                continue
            of = self.text((*route, "of"), item.get("of")).lower()
            about = self.text((*route, "about"), item.get("about")).lower()
            found = [
                one
                for one in waiting
                if one.sitting[1].lower() == of
                and (not about or about in (name.lower() for name in one.decision.about))
            ]
            if not found:
                message = Message(
                    "“{of}” decided nothing about “{about}”", {"of": of, "about": about}
                )
                self.refuse(
                    (*route, "of"), message, Message("leave “of:” and “about:” as they were")
                )
            for one in found[:1]:
                yield Settled((*map(str, one.route), "done"), str(done))

    def _delivered(self) -> Iterator[Settled]:
        outputs = self.document.data.get("delivered")
        if outputs is not None and not isinstance(outputs, dict):
            mend = Message("write the id of each, a colon and the day")
            self.refuse(("delivered",), Message("outputs with their days are expected here"), mend)
            return
        for name, value in (outputs or {}).items():
            route = ("delivered", name)
            when = self.date(route, value)
            if when is None:
                continue
            section, key = self.strategy.index.get(name.lower(), ("", name))
            if section != "outputs":
                near = nearest(name, self.strategy.outputs)
                message = Message("no output is called “{id}”", {"id": name})
                mend = (
                    Message("write the id of an output")
                    if near is None
                    else Message("did you mean “{id}”?", {"id": near})
                )
                self.refuse((*route, KEY), message, mend)
                continue
            yield Settled(("outputs", key, "delivered"), str(when))
