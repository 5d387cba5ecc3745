"""What is known of which link, as a map of activities or kinds of sources by outcomes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from toc.analysis.arrows import title
from toc.analysis.gap_cells import by_activity, by_kind
from toc.analysis.grades import GRADE_WORDS, GRADES, Grade, grade
from toc.analysis.plain import plain
from toc.graph import TheoryGraph
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from toc.analysis.gap_cells import Cell
    from toc.analysis.plain import Plain
    from toc.findings import Route
    from toc.model import Arrow, Strategy
    from toc.words import Sayable

__all__ = ["EvidenceGapMap", "Gap", "Rows", "evidence_gap_map"]

Rows: TypeAlias = Literal["activity", "kind"]

_WEAK: tuple[Grade, ...] = GRADES[:3]
_BARE: tuple[Grade, ...] = GRADES[:2]


@dataclass(frozen=True, slots=True)
class Gap:
    """A link with little or nothing to support it.

    Attributes:
        arrow: the arrow's name.
        route: the link's route.
        grade: gap, unknown or limited.
        on_chain: whether a chain from an activity to a goal runs along it.
        chains: how many chains to goals run along it.
        rank: what was passed in for it, smaller first; None where nothing was.
    """

    arrow: str
    route: Route
    grade: Grade
    on_chain: bool
    chains: int
    rank: int | None = None


@dataclass(frozen=True, slots=True)
class EvidenceGapMap:
    """The map, and the gaps in the order in which to fill them.

    Attributes:
        rows: the ids of the activities, or the kinds of sources; a source without a kind
            stands under the empty one.
        columns: the ids of the outcomes and goals.
        cells: those that are not empty, row by row.
        gaps: the links with limited evidence or less: those with the smallest rank first,
            then those on a chain from an activity to a goal, then the weakest.
        critical: how many links lie on chains from activities to goals.
        bare: how many of these have no evidence, or none that anybody has graded.
        titles: the titles of the ends of the gaps.
        assumed: what was taken to be so.
    """

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[Cell, ...]
    gaps: tuple[Gap, ...]
    critical: int
    bare: int
    titles: Mapping[str, tuple[Sayable, Sayable]] = field(
        default_factory=dict, compare=False, repr=False
    )
    assumed: tuple[Message, ...] = ()

    def cell(self, row: str, column: str) -> Cell | None:
        """Give what is known where a row and a column meet; None where nothing joins them."""
        found = (one for one in self.cells if (one.row, one.column) == (row, column))
        return next(found, None)

    def sentence(self, language: str = "en") -> str:
        """Say it for a meeting."""
        if not self.critical:
            return Message("No chain leads from an activity to a goal.").say(language)
        said = Message(
            "Links between activities and goals without graded evidence: {bare} of {count}.",
            {"count": self.critical, "bare": self.bare},
        ).say(language)
        if not self.gaps or not self.gaps[0].on_chain:
            return said
        cause, effect = self.titles[self.gaps[0].arrow]
        found = {"cause": cause, "effect": effect, "grade": GRADE_WORDS[self.gaps[0].grade]}
        first = Message("Look first at “{cause}” → “{effect}”: {grade}.", found)
        return f"{said} {first.say(language)}"

    def as_data(self, language: str = "en") -> Plain:
        """Give it as plain data."""
        return plain(self, language)


def evidence_gap_map(
    strategy: Strategy, *, rows: Rows = "activity", ranks: Mapping[str, int] | None = None
) -> EvidenceGapMap:
    """Lay what is known of the links over a map, and order what is not known.

    Evidence is graded per link.  By activity a cell holds the best-supported way from the
    activity to the outcome, as strong as its weakest link, and how many sources all ways
    cite.  By kind it holds the links straight into the outcome that cite a source of that
    kind.  Links without a grade are unknown, never weak and never average.

    Method: evidence gap maps (Snilstveit and others, 3ie Working Paper 28, 2017), with
    links for studies' findings; strength of a chain by its weakest link.
    Cost: activities times arrows.

    Args:
        strategy: the strategy.
        rows: what stands in the rows.
        ranks: for links, by name of the arrow or as written, how soon their gap should be
            filled; for instance the size of the smallest set of failures that they belong to.
    """
    graph = TheoryGraph(strategy)
    columns = tuple(sorted(graph.within("outcomes", "goals")))
    cells = tuple(by_activity(graph) if rows == "activity" else by_kind(graph))
    kinds = {one.row for one in cells}
    on_chain = _on_chain(graph)
    links = [one for one in graph.arrows if one.name in on_chain and _helps(one)]
    gaps = tuple(sorted(_gaps(graph, on_chain, ranks or {}), key=_urgency))
    return EvidenceGapMap(
        tuple(sorted(graph.within("activities") if rows == "activity" else kinds)),
        columns,
        cells,
        gaps,
        len({one.name for one in links}),
        len({one.name for one in links if grade(one.link.evidence) in _BARE}),
        {one.arrow: _titles(strategy, one.arrow) for one in gaps},
        (
            Message("a link without a grade is unknown, whatever it cites"),
            Message("a way is as strong as its weakest link"),
        ),
    )


def _helps(arrow: Arrow) -> bool:
    return not (arrow.hinders or arrow.feeds_back)


def _on_chain(graph: TheoryGraph) -> frozenset[str]:
    after = graph.reached_from(graph.within("activities"))
    before = graph.leading_to(graph.within("goals"))
    found = (one for one in graph.arrows if _helps(one))
    return frozenset(one.name for one in found if one.cause in after and one.effect in before)


def _gaps(graph: TheoryGraph, on_chain: frozenset[str], ranks: Mapping[str, int]) -> Iterator[Gap]:
    told: set[tuple[str, str]] = set()
    for arrow in graph.arrows:
        found = grade(arrow.link.evidence)
        if _helps(arrow) and found in _WEAK and (arrow.name, arrow.key) not in told:
            told.add((arrow.name, arrow.key))
            rank = ranks.get(arrow.name, ranks.get(arrow.key))
            route: Route = ("links", arrow.key)
            chains = 0 if graph.loops else graph.chains_along(arrow)
            yield Gap(arrow.name, route, found, arrow.name in on_chain, chains, rank)


def _urgency(gap: Gap) -> tuple[object, ...]:
    is_unranked = gap.rank is None
    return (
        is_unranked,
        gap.rank or 0,
        not gap.on_chain,
        GRADES.index(gap.grade),
        -gap.chains,
        gap.arrow,
        gap.route,
    )


def _titles(strategy: Strategy, arrow: str) -> tuple[Sayable, Sayable]:
    cause, _, effect = arrow.partition(" -> ")
    return title(strategy, cause), title(strategy, effect)
