"""What else is said of boxes, links and assumptions: the card behind each of them.

Everything is in the chart's language, ours and the authors'; where a text was not
translated its original stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeAlias

from toc.diagrams.chart import Fact
from toc.diagrams.drafting.wordings import figure, lasting, span, worded
from toc.model import Factor, Text
from toc.vocabulary import KINDS
from toc.words import Message, say

if TYPE_CHECKING:
    from toc.graph import TheoryGraph
    from toc.model import Assumption, Date, Entry, Indicator, Link, Node, Strategy
    from toc.model.indicators import Measurement

__all__ = ["Cards"]

_Said: TypeAlias = Iterable[object]
"""Sayable things, texts and numbers; what says nothing is left out."""


class Cards:
    """Tells what else is known of each thing in a strategy's picture.

    Args:
        strategy: the strategy.
        graph: its graph.
        language: the BCP 47 tag of the words.
    """

    def __init__(self, strategy: Strategy, graph: TheoryGraph, language: str) -> None:
        """Remember where to look; nothing is read yet."""
        self.strategy = strategy
        self.graph = graph
        self.language = language

    def of_box(self, node: str) -> tuple[Fact, ...]:
        """Tell of a node: what kind it is, who has a part, when, how it is measured."""
        entry = self.graph.entry(node)
        return self._told(
            (_KIND, [self._kind(node)]),
            (_TITLE, [entry.title] if entry.short else []),
            (_NUMBER, [entry.number]),
            (_TEXT, [entry.text]),
            (_AREA, self._names([entry.area])),
            *self._fields(entry, _OF_NODES),
            (_COST, self._cost(entry)),
            (_INDICATORS, map(self._indicator, self._indicators.get(node.lower(), ()))),
            (_PILOTS, self._pilots.get(node.lower(), ())),
            (_TAGS, [", ".join(entry.tags)]),
            (_CODES, self._codes(entry)),
        )

    def of_arrow(self, link: Link) -> tuple[Fact, ...]:
        """Tell of a link: how well it is supported, by whom it works, what may break it."""
        return self._told(
            (_TITLE, [link.title]),
            (_TEXT, [link.text]),
            *self._fields(link, _OF_LINKS),
            (_SOURCES, map(self._source, link.sources)),
            (_RISKS, map(self._risk, link.risks)),
            (_TAGS, [", ".join(link.tags)]),
        )

    def of_note(self, name: str, assumption: Assumption) -> tuple[Fact, ...]:
        """Tell of an assumption: how much hangs on it, and what would show it."""
        risks = [key for key, risk in self.strategy.risks.items() if _names_it(name, risk.of)]
        return self._told(
            (_TEXT, [assumption.text]),
            *self._fields(assumption, _OF_ASSUMPTIONS),
            (_INDICATORS, map(self._indicator, self._indicators.get(name.lower(), ()))),
            (_SOURCES, map(self._source, assumption.sources)),
            (_RISKS, map(self._risk, risks)),
        )

    def _told(self, *facts: tuple[Message, _Said]) -> tuple[Fact, ...]:
        """Say facts in the chart's language; those of which nothing is known are left out."""
        found = []
        for name, values in facts:
            said = tuple(filter(None, (self._say(value) for value in values)))
            if said:
                found.append(Fact(name.say(self.language), said))
        return tuple(found)

    def _say(self, value: object) -> str:
        return "" if value is None else say(value, self.language).strip()

    def _fields(
        self, entry: Entry, fields: Mapping[str, tuple[Message, _Telling]]
    ) -> Iterable[tuple[Message, _Said]]:
        for field, (name, tell) in fields.items():
            value = getattr(entry, field, None)
            if value is not None and value != ():
                yield name, tell(self, field, value)

    def _names(self, references: Iterable[str | None]) -> _Said:
        """Give the titles of other entries, their ids where they have none."""
        for reference in references:
            entry = self.strategy.entry(reference) if reference else None
            yield (entry and entry.title) or reference

    def _kind(self, node: str) -> Message:
        entry: Node = self.graph.entry(node)
        if isinstance(entry, Factor) and entry.kind:
            return _FACTORS[entry.kind]
        return KINDS[self.graph.section_of(node)]

    def _cost(self, entry: Entry) -> _Said:
        cost = getattr(entry, "cost", None)
        if cost is None:
            return []
        currency = self.strategy.head.currency or "EUR"
        return [f"{figure(cost)} {currency}" if cost else Message("it costs nothing")]

    def _codes(self, entry: Entry) -> _Said:
        return (f"{scheme} {', '.join(codes)}" for scheme, codes in sorted(entry.refs.items()))

    @cached_property
    def _indicators(self) -> Mapping[str, list[Indicator]]:
        """The indicators of each node or assumption, by its id in lower case."""
        found: dict[str, list[Indicator]] = {}
        for indicator in self.strategy.indicators.values():
            for name in indicator.of:
                found.setdefault(name.lower(), []).append(indicator)
        return found

    @cached_property
    def _pilots(self) -> Mapping[str, list[Text | str]]:
        """The pilots that try each node, by its id in lower case."""
        found: dict[str, list[Text | str]] = {}
        for key, pilot in self.strategy.pilots.items():
            for name in pilot.of:
                found.setdefault(name.lower(), []).append(pilot.title or key)
        return found

    def _indicator(self, indicator: Indicator) -> str:
        """Tell one indicator: title, unit, from where to where, and how one would know."""
        unit = self._say(indicator.unit)
        name = f"{self._say(indicator.title)} ({unit})" if unit else self._say(indicator.title)
        ends = [_measured(values) for values in (indicator.baseline, indicator.target)]
        way = " → ".join(ends) if all(ends) else ""
        if not way and ends[1]:
            way = Message("target {target}", {"target": ends[1]}).say(self.language)
        parts = (name, way, self._say(indicator.source))
        return " · ".join(part for part in parts if part)

    def _source(self, name: str) -> str:
        """Tell one source: title, year, which way it points, and where it can be read."""
        source = self.strategy.sources.get(name) or self.strategy.entry(name)
        year, url = getattr(source, "year", None), getattr(source, "url", None)
        direction = getattr(source, "direction", None)
        title = (self._say(source.title) if source else "") or name
        parts = (
            f"{title} ({year})" if year else title,
            self._say(worded("direction", direction)) if direction else "",
            url,
        )
        return " · ".join(part for part in parts if part)

    def _risk(self, name: str) -> str:
        """Tell one risk with what is done about it."""
        entry = self.strategy.entry(name)
        title = (self._say(entry.title) if entry else "") or name
        response = self._say(getattr(entry, "response", None))
        if not response:
            return title
        values = {"risk": title, "response": response}
        return Message("{risk}; response: {response}", values).say(self.language)


def _measured(values: Mapping[Date, Measurement]) -> str:
    """Write values with their dates, in the order of time; what is still open is left out."""
    known = ((date, one.value) for date, one in values.items() if one.value is not None)
    dated = sorted(known, key=lambda found: str(found[0]))
    return ", ".join(f"{figure(value)} ({date})" for date, value in dated)


def _names_it(name: str, references: Iterable[str]) -> bool:
    return name.lower() in (reference.lower() for reference in references)


_Telling: TypeAlias = Callable[[Cards, str, Any], _Said]


def _plainly(_: Cards, __: str, value: Any) -> _Said:
    return [value]


def _named(cards: Cards, _: str, value: Any) -> _Said:
    return cards._names([value] if isinstance(value, str) else value)  # noqa: SLF001 - its own table


def _chosen(_: Cards, field: str, value: Any) -> _Said:
    return [worded(field, value)]


def _when(_: Cards, __: str, value: Any) -> _Said:
    return [span(value)]


def _how_long(cards: Cards, _: str, value: Any) -> _Said:
    return [say(tuple(lasting(value)), cards.language)]


def _share(_: Cards, __: str, value: Any) -> _Said:
    return [f"{figure(value)} %"]


def _amount(_: Cards, __: str, value: Any) -> _Said:
    return [figure(value)]


def _gate(_: Cards, field: str, value: Any) -> _Said:
    if isinstance(value, int):
        return [Message("at least {count}", {"count": value}, plural="at least {count}")]
    return [worded(field, value)]


def _about(_: Cards, __: str, value: Any) -> _Said:
    return [worded("about", value)]


_KIND = Message("Kind")
_TITLE = Message("Full title")
_NUMBER = Message("Number")
_TEXT = Message("In more detail")
_AREA = Message("Policy area")
_COST = Message("Cost")
_INDICATORS = Message("Indicators")
_PILOTS = Message("Tried by the pilot")
_TAGS = Message("Tags")
_CODES = Message("Codes")
_SOURCES = Message("Sources")
_RISKS = Message("Risks")

_FACTORS = {
    "barrier": Message("barrier"),
    "enabler": Message("enabler"),
    "external": Message("external factor"),
    "unintended": Message("unintended effect"),
}

_OF_NODES: Mapping[str, tuple[Message, _Telling]] = {
    "accountable": (Message("Answers for it"), _named),
    "responsible": (Message("Carried out by"), _named),
    "from_": (Message("Given by"), _named),
    "for_": (Message("For whom"), _named),
    "consulted": (Message("Consulted"), _named),
    "informed": (Message("Informed"), _named),
    "stage": (Message("Stage"), _named),
    "period": (Message("Period"), _when),
    "after": (Message("After"), _named),
    "due": (Message("Due"), _when),
    "horizon": (Message("Horizon"), _chosen),
    "change": (Message("What changes"), _chosen),
    "amount": (Message("How much"), _amount),
    "unit": (Message("Unit"), _plainly),
    "requires": (Message("Causes needed"), _gate),
    "quick_win": (Message("Quick win"), _chosen),
    "new": (Message("New"), _chosen),
    "funding": (Message("Funding"), _plainly),
    "source": (Message("Known from"), _plainly),
    "watch": (Message("Watched by"), _named),
    "terminal": (Message("Nothing has to follow, because"), _plainly),
    "out_of_scope": (Message("Left to others, because"), _plainly),
}
_OF_LINKS: Mapping[str, tuple[Message, _Telling]] = {
    "role": (Message("Role"), _chosen),
    "feedback": (Message("Loop"), _chosen),
    "through": (Message("Through whom"), _named),
    "lag": (Message("How long it takes"), _how_long),
    "confidence": (Message("Confidence"), _share),
    "evidence": (Message("Evidence"), _chosen),
}
_OF_ASSUMPTIONS: Mapping[str, tuple[Message, _Telling]] = {
    "importance": (Message("Importance"), _chosen),
    "kind": (Message("What it is about"), _about),
    "confidence": (Message("Confidence"), _share),
    "if_false": (Message("If it does not hold"), _plainly),
    "test": (Message("Tested by"), _named),
    "owner": (Message("Watched by"), _named),
    "check_by": (Message("Looked at next"), _when),
}
