"""A pilot that tests what is known, and leaves what is not."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TypeAlias

from toc.findings import Related, Severity
from toc.model import Arrow, Assumption, Pilot, link_ends
from toc.model.nodes import NODE_SECTIONS
from toc.rulebook import Case, Complaint, complaint, link_route, rule
from toc.words import Message, Sayable

_GRADES = ("critical", "supporting", "context", None)
_SHOWN = 3


@rule(
    Severity.ADVICE,
    looks_at=("of", "tests", "period", "result"),
    relies_on=(
        *NODE_SECTIONS,
        *("links", "links.assuming", "links.evidence", "links.feedback", "links.role"),
        *("assumptions", "assumptions.importance", "assumptions.status"),
    ),
)
def pilot_tests_only_safe(case: Case) -> Iterator[Complaint]:
    """Find pilots to come that test nothing open, or nothing critical on their own way."""
    arrows = {arrow.name.lower(): arrow for arrow in case.strategy.arrows}
    helpful = case.graph.leading_to(case.graph.within("goals"))
    still_open = _by_cause(_open(case))
    for name, pilot in _to_come(case):
        tested = _tested(case, pilot, arrows)
        if not tested:
            continue
        way = _on_the_way(still_open, case.graph.reached_from(_measures(case, pilot)) & helpful)
        critical = [one for one in way if one.is_critical]
        if not any(tested.values()):
            known = Message("what “{pilot}” tests is known already", {"pilot": case.title(name)})
            yield _complaint(case, name, known, way[:_SHOWN])
        elif critical and not any(one.name in tested for one in critical):
            left = Message(
                "“{pilot}” tests none of the critical assumptions on its own way to the goal",
                {"pilot": case.title(name)},
            )
            yield _complaint(case, name, left, critical[:_SHOWN])


def _to_come(case: Case) -> Iterator[tuple[str, Pilot]]:
    """Go through the pilots of which it can still be chosen what they test."""
    for name, pilot in case.strategy.pilots.items():
        start = None if pilot.period is None else pilot.period.first
        has_begun = case.on is not None and start is not None and start <= case.on
        if not (has_begun or case.strategy.has_lost(pilot) or pilot.result):
            yield name, pilot


def _measures(case: Case, pilot: Pilot) -> list[str]:
    return [case.graph.node(measure) or "" for measure in pilot.of]


def _tested(case: Case, pilot: Pilot, arrows: Mapping[str, Arrow]) -> dict[str, bool]:
    """Give all that is put to the test, and of each whether it is open; nothing if misspelled."""
    found: dict[str, bool] = {}
    for test in pilot.tests:
        causes, effect = link_ends(test) or ((), "")
        links = [arrows.get(f"{cause} -> {effect}".lower()) for cause in causes]
        names = [] if causes else [test]
        for arrow in links:
            if arrow is None:
                return {}
            found[arrow.name.lower()] = arrow.link.evidence != "strong"
            names += arrow.link.assuming
        for name in names:
            entry = case.strategy.entry(name)
            if not isinstance(entry, Assumption):
                return {}
            found[name.lower()] = entry.status not in ("holding", "failed")
    return found


@dataclass(frozen=True)
class _Open:
    """An assumption that is open, and the arrow that carries it on which most hangs."""

    name: str
    title: Sayable
    assumption: Assumption
    arrow: Arrow
    chains: int

    @property
    def rank(self) -> tuple[int, int]:
        return _GRADES.index(self.assumption.importance), -self.chains

    @property
    def is_critical(self) -> bool:
        return self.rank[0] == 0 and self.assumption.status == "untested"


def _open(case: Case) -> Iterator[_Open]:
    """Go through the open assumptions, once for each arrow to a goal that carries them."""
    for arrow in case.graph.arrows:
        for name in arrow.link.assuming:
            entry = case.strategy.entry(name)
            chains = case.graph.chains_along(arrow)
            is_open = isinstance(entry, Assumption) and entry.status in ("untested", "doubtful")
            if is_open and chains:
                assert isinstance(entry, Assumption)
                yield _Open(name.lower(), case.title(name), entry, arrow, chains)


_Placed: TypeAlias = tuple[int, _Open]


def _by_cause(found: Iterable[_Open]) -> Mapping[str, Sequence[_Placed]]:
    """Sort them by where their arrows begin, each with its place among all."""
    causes: defaultdict[str, list[_Placed]] = defaultdict(list)
    for place, one in enumerate(found):
        causes[one.arrow.cause].append((place, one))
    return causes


def _on_the_way(found: Mapping[str, Sequence[_Placed]], nodes: frozenset[str]) -> list[_Open]:
    """Give those between some nodes, gravest first, each where most hangs on it."""
    # A pilot meets few of all nodes: only what begins at these is looked at, as the file has it.
    between = [
        placed
        for node in nodes
        for placed in found.get(node, ())
        if placed[1].arrow.effect in nodes
    ]
    most: dict[str, _Open] = {}
    for _, one in sorted(between, key=itemgetter(0)):
        known = most.get(one.name)
        if known is None or known.chains < one.chains:
            most[one.name] = one
    return sorted(most.values(), key=lambda one: one.rank)


def _complaint(case: Case, name: str, message: Message, better: Sequence[_Open]) -> Complaint:
    titles = [Message("“{title}”", {"title": one.title}) for one in better]
    return complaint(
        ("pilots", name, "tests"),
        message,
        Message("test first that on which most hangs: {assumptions}", {"assumptions": titles})
        if better
        else Message("test what nobody knows yet, or carry the measure out without a pilot"),
        related=[_carried(one) for one in better],
        question=Message(
            "What do we know least about on the way from “{pilot}” to the goal?",
            {"pilot": case.title(name)},
        ),
    )


def _carried(one: _Open) -> Related:
    return Related(
        Message(
            "{count} chain to a goal hangs on “{assumption}” here",
            {"count": one.chains, "assumption": one.title},
            plural="{count} chains to a goal hang on “{assumption}” here",
        ),
        link_route(one.arrow.key),
    )
