"""After the pilot: what its result decides, and what it has shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from toc.lexicon import Lexicon
from toc.pilots.coverage import coverage
from toc.pilots.named import Named, named
from toc.pilots.result import Result
from toc.pilots.thresholds import meets
from toc.vocabulary import STATES
from toc.words import Message, Sayable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from toc.graph import TheoryGraph
    from toc.model import Link, Strategy, Text
    from toc.pilots.coverage import Target, Trial

__all__ = ["VERDICTS", "After", "Condition", "Proposal", "after"]

VERDICTS = ("scale", "adapt", "stop")
"""What a result may decide, by the field that names the condition."""

_TOLD: Mapping[str, Message] = MappingProxyType(
    {
        "scale": Message("it is scaled up"),
        "adapt": Message("it is changed"),
        "stop": Message("it is stopped"),
    }
)


@dataclass(frozen=True, slots=True)
class Condition:
    """A result at which something is decided.

    Attributes:
        verdict: `scale`, `adapt` or `stop`.
        text: the condition as it is written.
        is_met: whether the result meets it; None where people have to read it.
    """

    verdict: str
    text: Text
    is_met: bool | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A field that the result suggests to update; whoever keeps the strategy decides.

    Attributes:
        target: the assumption, or the link.
        field: `status` or `evidence`.
        before: what it is now; None where nothing is written.
        proposed: what is proposed.
    """

    target: Named
    field: str
    before: str | None
    proposed: str


@dataclass(frozen=True, slots=True)
class After(Result):
    """What the result of a pilot decides, and what it suggests to update.

    Attributes:
        pilot: the pilot.
        result: what came of it; None while nothing is written.
        conditions: at which result what was to be decided.
        verdict: what was decided, or what the result reads like; None where that is open.
        is_read: whether the verdict was read from the texts and said by nobody.
        proposals: what to update.
    """

    pilot: Named
    result: Text | None
    conditions: tuple[Condition, ...]
    verdict: str | None
    is_read: bool
    proposals: tuple[Proposal, ...]

    @property
    def told(self) -> Sayable:
        """Say it in a sentence for a meeting."""
        values: dict[str, object] = {
            "pilot": self.pilot,
            "verdict": _TOLD.get(self.verdict or ""),
            "proposals": [
                Message(
                    "{target}: {status}",
                    {"target": one.target, "status": _state(one)},
                )
                for one in self.proposals
            ],
        }
        if self.result is None and self.verdict is None:
            return Message("nobody has written down what came of {pilot}", values)
        if self.verdict is None:
            return Message(
                "compare what came of {pilot} with what was agreed before: "
                "it is for people to read",
                values,
            )
        said = (
            Message("what came of {pilot} reads as agreed: {verdict}", values)
            if self.is_read
            else Message("{pilot}: {verdict}", values)
        )
        if self.proposals:
            said = Message("{said}; to update: {proposals}", {"said": said, **values})
        return said

    def plain(self) -> dict[str, object]:
        """Give it as plain data."""
        return {
            "pilot": self.pilot.name,
            "result": None if self.result is None else self.result.plain(),
            "conditions": [
                {"verdict": one.verdict, "text": one.text.plain(), "met": one.is_met}
                for one in self.conditions
            ],
            "verdict": self.verdict,
            "read": self.is_read,
            "proposals": [
                {
                    "target": one.target.name,
                    "field": one.field,
                    "before": one.before,
                    "proposed": one.proposed,
                }
                for one in self.proposals
            ],
        }


def _state(one: Proposal) -> Sayable:
    if one.field == "status":
        return STATES[one.proposed]
    return Message("limited evidence")


def after(
    graph: TheoryGraph,
    pilot: str,
    *,
    verdict: str | None = None,
    lexicon: Lexicon | None = None,
) -> After:
    """Set a pilot's result against what was agreed, and propose what to update.

    Where nobody says what was decided, a verdict is read from the texts only if exactly one
    condition is met for sure.  A pilot that is scaled up has shown that all it tests holds;
    of one that is stopped at least one thing has failed, so only a single one is proposed
    as failed, and several as doubtful.  One pilot is limited evidence for a link.

    Args:
        graph: the strategy.
        pilot: the id of the pilot.
        verdict: what was decided: `scale`, `adapt` or `stop`.
        lexicon: the lists of words by which texts are read.

    Raises:
        KeyError: when there is no such pilot.
    """
    entry = graph.strategy.pilots[pilot]
    first = next(iter(graph.strategy.languages), "en")
    words = lexicon or Lexicon()
    texts = {"scale": entry.scale_if, "adapt": entry.adapt_if, "stop": entry.stop_if}
    conditions = tuple(
        Condition(name, text, meets(text, entry.result, words, first))
        for name, text in texts.items()
        if text
    )
    met = [one.verdict for one in conditions if one.is_met]
    read = met[0] if len(met) == 1 else None
    said = verdict or read
    trial = next(one for one in coverage(graph).trials if one.pilot.name == pilot)
    return After(
        named("pilots", pilot, entry),
        entry.result or None,
        conditions,
        said,
        verdict is None and said is not None,
        tuple(_proposals(graph.strategy, trial, said)) if said else (),
    )


def _proposals(strategy: Strategy, trial: Trial, verdict: str) -> Iterator[Proposal]:
    tested = (*trial.tests, *trial.through)
    beliefs = [one for one in tested if one.kind == "assumption"]
    proposed = {
        "scale": "holding",
        "adapt": "doubtful",
        "stop": "failed" if len(tested) == 1 else "doubtful",
    }[verdict]
    for one in beliefs:
        status = strategy.assumptions[one.thing.name].status
        # A single pilot overturns nothing that was settled.
        if one.is_open and status != proposed:
            yield Proposal(one.thing, "status", status, proposed)
    if verdict == "scale":
        yield from _evidence(strategy, trial.tests)


def _evidence(strategy: Strategy, tests: Sequence[Target]) -> Iterator[Proposal]:
    links: dict[str, Link] = {arrow.name.lower(): arrow.link for arrow in strategy.arrows}
    for one in tests:
        link = links.get(one.thing.name.lower())
        if one.kind == "link" and link is not None and link.evidence in (None, "gap"):
            yield Proposal(one.thing, "evidence", link.evidence, "limited")
