"""What the clues of a strategy say about its claims, before and after they are looked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from toc.analysis.answers import Answer
from toc.analysis.clues import KIND_WORDS, Clue, ClueKind, Span, update
from toc.analysis.likelihood import range_in_words
from toc.analysis.likelihoods import interval_of_likelihood
from toc.analysis.reaching import in_a_row
from toc.analysis.things import Thing, thing_of
from toc.errors import InputError
from toc.words import Message, Said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from toc.analysis.clues import Prospect, Update
    from toc.analysis.likelihoods import Interval
    from toc.model import Assumption, Link, Strategy
    from toc.model import Clue as Written
    from toc.words import Sayable

__all__ = ["Sought", "Traced", "Worth", "tracing"]


@dataclass(frozen=True, slots=True)
class Sought:
    """A clue that was looked for.

    Attributes:
        clue: what would be seen.
        kind: what it can do, by the middle of its chances.
        found: whether it was seen.
    """

    clue: Sayable
    kind: ClueKind
    found: bool


@dataclass(frozen=True, slots=True)
class Worth:
    """A clue that nobody has looked for, and what looking would be worth.

    Attributes:
        clue: what would be seen.
        kind: what it can do, by the middle of its chances.
        if_found: how likely the claim would be.
        if_not_found: likewise, if it is looked for in vain.
    """

    clue: Sayable
    kind: ClueKind
    if_found: Span
    if_not_found: Span


@dataclass(frozen=True, slots=True)
class Traced(Answer):
    """What clues say about one claim.

    Attributes:
        claim: the assumption or the link.
        before: how likely it was held to be, from the doubting to the trusting.
        after: how likely it is with what was looked for, whatever the words for chances mean.
        sought: what was looked for.
        worth: what nobody has looked for, what is expected to move most first.
        unsaid: the clues of which nobody has said how likely they would be seen.
        assumed: what was taken to be so.
    """

    claim: Thing
    before: Span
    after: Span
    sought: tuple[Sought, ...]
    worth: tuple[Worth, ...]
    unsaid: tuple[Sayable, ...]
    assumed: tuple[Message, ...] = ()

    @property
    def told(self) -> Sayable:
        """The answer in a sentence for a meeting, in words and without a number."""
        values: dict[str, object] = {
            "claim": self.claim.title,
            "before": range_in_words(self.before.low, self.before.high),
            "after": range_in_words(self.after.low, self.after.high),
        }
        said = Message("Of “{claim}” no clue has been looked for.", values)
        if self.sought:
            said = Message(
                "“{claim}”: before the clues {before}, with those that were looked for {after}.",
                values,
            )
        return in_a_row(said, *self._next())

    def _next(self) -> list[Message]:
        if not self.worth:
            return []
        first = self.worth[0]
        values = {"clue": first.clue, "kind": KIND_WORDS[first.kind]}
        return [Message("Most worth looking for is “{clue}”, {kind}.", values)]


def tracing(strategy: Strategy) -> tuple[Traced, ...]:
    """Say of each claim that has clues what they do to the confidence in it.

    A claim is an assumption or a link.  Bayes' rule in odds from a doubting to a trusting
    prior (`toc.analysis.clues.update`), twice: once with those ends of the words for chances
    that speak most against the claim, once with those that speak most for it; the range
    holds whatever the words mean.  Which clue to look for next goes by their middle.

    Args:
        strategy: the strategy.

    Raises:
        InputError: when one clue proves a claim and another refutes it, or one turned out as
            its chances rule out; it names the claim.
    """
    claims: list[tuple[str, Assumption | Link]] = [
        *sorted(strategy.assumptions.items()),
        *sorted(strategy.links.items()),
    ]
    found: list[Traced] = []
    for name, claim in claims:
        if claim.clues:
            try:
                found.append(_traced(strategy, name, claim.clues))
            except InputError as error:
                values = {"claim": thing_of(strategy, name).title, "fault": error.message}
                raise InputError(Message("“{claim}”: {fault}", values)) from error
    return tuple(found)


def _traced(strategy: Strategy, name: str, written: Mapping[str, Written]) -> Traced:
    clues = {
        key: (seen, unseen)
        for key, one in sorted(written.items())
        if (seen := _chance(one.seen_if_true)) and (unseen := _chance(one.seen_if_false))
    }
    titles = {key: one.title or Said(key) for key, one in written.items()}

    def told(at: int) -> Update:
        return update([_clue(key, written[key], *clues[key], at) for key in clues])

    against, middle, in_favour = told(-1), told(0), told(1)
    kinds = dict(middle.kinds)
    return Traced(
        thing_of(strategy, name),
        middle.before,
        Span(against.after.low, in_favour.after.high),
        tuple(
            Sought(titles[key], kinds[key], found)
            for key in clues
            if (found := written[key].found) is not None
        ),
        tuple(_worth(one, titles) for one in middle.prospects if one.movement),
        tuple(titles[key] for key in sorted(written.keys() - clues.keys())),
        (
            *middle.assumed,
            Message("before the clues a claim is held to be anything from unlikely to likely"),
        ),
    )


def _chance(given: str | float | None) -> Interval | None:
    return None if given is None else interval_of_likelihood(given)


def _clue(name: str, written: Written, seen: Interval, unseen: Interval, at: int) -> Clue:
    """Give a clue at one end of its chances, or in their middle.

    Finding speaks most for a claim where it is sure to be seen if the claim is true, and
    hardly otherwise; not finding it, where that is the other way round.
    """
    for_it = at if written.found is not False else -at
    return Clue(name, _at(seen, for_it), _at(unseen, -for_it), written.found)


def _at(chance: Interval, end: int) -> float:
    if end == 0:
        return (chance.low + chance.high) / 2
    return chance.high if end > 0 else chance.low


def _worth(one: Prospect, titles: Mapping[str, Sayable]) -> Worth:
    return Worth(titles[one.clue], one.kind, one.if_found, one.if_not_found)
