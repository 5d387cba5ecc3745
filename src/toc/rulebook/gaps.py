"""What is missing from a strategy because it could not be read, or is still open.

A gap is a route: of three steps a field, of two an entry, of one a section, and of none
anything at all.  The head is an entry by itself.  A rule that finds something missing is
silent where a gap may be all that is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from toc.findings import Route
from toc.model.links import link_ends
from toc.model.nodes import NODE_SECTIONS
from toc.model.strategy import SECTIONS

if TYPE_CHECKING:
    from toc.model import Strategy
    from toc.rulebook.rule import Rule

__all__ = ["Gaps"]

_FIELD, _ENTRY = 3, 2
_ALL_OF_IT = ""


@dataclass(frozen=True)
class Gaps:
    """What is missing, and what that hides from which rule.

    Attributes:
        routes: every gap.
        hiding: those in which something may stand that a rule does not find elsewhere.
    """

    routes: frozenset[Route]
    hiding: frozenset[Route]

    @classmethod
    def of(cls, strategy: Strategy, holes: Iterable[Route]) -> Gaps:
        """Take what could not be read together with what is still open.

        A value that is open on purpose hides nothing from anybody else, and neither does
        an unread node that no link names.
        """
        still_open = {route[:_FIELD] for route in strategy.open_points if len(route) >= _FIELD}
        routes = frozenset(holes) | still_open
        ends = {end.lower() for arrow in strategy.arrows for end in (arrow.cause, arrow.effect)}
        unnamed = {
            route
            for route in routes
            if len(route) == _ENTRY
            and route[0] in NODE_SECTIONS
            and str(route[1]).lower() not in ends
        }
        return cls(routes, routes - still_open - unnamed)

    @cached_property
    def unread(self) -> frozenset[str]:
        """The ids, and the names of arrows, that could not be read, in lower case."""
        entries = [one for one in self.routes if len(one) == _ENTRY and one[0] in SECTIONS]
        return frozenset(name.lower() for _, key in entries for name in _names(str(key)))

    @cached_property
    def torn(self) -> frozenset[str]:
        """The sections of which it is not known which entries are written in them."""
        if () in self.routes:
            return frozenset(SECTIONS)
        return frozenset(SECTIONS) & {str(route[0]) for route in self.routes if len(route) == 1}

    def blind(self, rule: Rule) -> bool:
        """Whether something that a rule relies on being whole is not."""
        return any(_is_relied_on(rule, route) for route in self.hiding)

    def hide(self, rule: Rule, route: Route) -> bool:
        """Whether a field of this entry that a rule looks at could not be read."""
        missing = self._by_entry.get(_entry(route), frozenset())
        return bool(rule.looks_at) and not missing.isdisjoint((_ALL_OF_IT, *rule.looks_at))

    @cached_property
    def _by_entry(self) -> Mapping[Route, frozenset[str]]:
        found: defaultdict[Route, set[str]] = defaultdict(set)
        for route in self.routes:
            entry = _entry(route)
            found[entry].add(str(route[len(entry)]) if len(route) > len(entry) else _ALL_OF_IT)
        return {entry: frozenset(fields) for entry, fields in found.items()}


def _entry(route: Route) -> Route:
    return route[:1] if route[:1] == ("strategy",) else route[:_ENTRY]


def _names(key: str) -> list[str]:
    ends = link_ends(key)
    return [key] if ends is None else [f"{cause} -> {ends[1]}" for cause in ends[0]]


def _is_relied_on(rule: Rule, route: Route) -> bool:
    if not route:
        return bool(rule.relies_on)
    entry = _entry(route)
    if len(route) == len(entry) or len(route) == 1:
        return route[0] in rule.relies_on
    return f"{route[0]}.{route[len(entry)]}" in rule.relies_on
