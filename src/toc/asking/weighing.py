"""The pilots side by side: what each reaches, tests and teaches, and how they rank."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.assuming import assumed
from toc.analysis.logic import Logic
from toc.errors import MissingExtraError
from toc.graph import TheoryGraph
from toc.pilots.choice import weighted_sum
from toc.pilots.coverage import coverage
from toc.pilots.reach import reach
from toc.pilots.smaa import smaa
from toc.pilots.stability import stability
from toc.pilots.table import table
from toc.pilots.teaching import teaching
from toc.pilots.voices import voices
from toc.pilots.wanting import wanting
from toc.pilots.weights import weights_of
from toc.words import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.model import Strategy
    from toc.pilots.choice import Ranking
    from toc.pilots.coverage import Coverage, Trial
    from toc.pilots.reach import Reach
    from toc.pilots.smaa import Smaa
    from toc.pilots.stability import Stability
    from toc.pilots.table import Table
    from toc.pilots.teaching import Teaching
    from toc.pilots.voices import Voices
    from toc.pilots.wanting import Wanting
    from toc.words import Sayable

__all__ = ["Candidate", "Choice", "Weighed", "weigh"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pilot, with all that is known of it before it begins.

    Attributes:
        reach: the goals that it leads to, and by which chains.
        trial: what it tests, what only it tests, what it leaves untested.
        teaches: how much it would settle of what is not known about each goal; None where
            that is not known.
        cost: what it costs; None where nobody has said.
    """

    reach: Reach
    trial: Trial
    teaches: Teaching | None
    cost: float | None


@dataclass(frozen=True, slots=True)
class Choice:
    """How the pilots rank by the criteria, and what that hangs on.

    Attributes:
        table: the scores.
        ranking: the weighted sum.
        stability: how far a weight may move before somebody else comes first.
        smaa: in how many of all weightings each comes first.
        voices: where those who scored disagree.
        wanting: what would have to change for each of the others to win.
    """

    table: Table
    ranking: Ranking
    stability: Stability
    smaa: Smaa
    voices: Voices
    wanting: tuple[Wanting, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The pilots of a strategy side by side.

    Attributes:
        title: of the strategy.
        candidates: the pilots, by id.
        coverage: what is tested by whom, and by nobody.
        choice: how they rank; None where nothing is added up.
        untaught: why it is not known what they would teach; None where it is.
        assumed: what was taken to be so.
    """

    title: Sayable | None
    candidates: tuple[Candidate, ...]
    coverage: Coverage
    choice: Choice | None
    untaught: Message | None = None
    assumed: tuple[Message, ...] = ()


def weigh(strategy: Strategy) -> Weighed:
    """Put the pilots of a strategy side by side.

    What each would teach needs decision diagrams (see `toc.pilots.teaching`); without the
    package that makes them the rest is still said.

    Args:
        strategy: the strategy.
    """
    graph = TheoryGraph(strategy)
    found = coverage(graph)
    taught, untaught = _taught(graph)
    candidates = tuple(
        Candidate(
            reach(graph, one.pilot.name),
            one,
            taught.get(one.pilot.name),
            strategy.pilots[one.pilot.name].cost,
        )
        for one in found.trials
    )
    shares = {name: one.shares for name, one in taught.items()}
    marks = table(graph, learning=(lambda pilot: shares[pilot]) if shares else None)
    logic = Logic.of(graph)
    taken = assumed(logic.theory, logic.system)
    if taught:
        taken = (*taken, Message("each thing is taken to hold or fail by itself"))
    return Weighed(strategy.title, candidates, found, _choice(marks), untaught, taken)


def _taught(graph: TheoryGraph) -> tuple[Mapping[str, Teaching], Message | None]:
    """Give what each pilot would teach, or why that is not known."""
    try:
        return {one.pilot.name: one for one in teaching(graph)}, None
    except MissingExtraError as error:
        return {}, error.message


def _choice(marks: Table) -> Choice | None:
    sheet = marks.sheet()
    if not sheet.columns or not sheet.pilots:
        return None
    weights = weights_of(sheet)
    ranking = weighted_sum(sheet, weights)
    first = set(ranking.first)
    others = [one for one in sheet.complete().pilots if one not in first]
    return Choice(
        marks,
        ranking,
        stability(sheet, weights),
        smaa(sheet),
        voices(marks, weights),
        tuple(wanting(sheet, weights, one.name) for one in others),
    )
